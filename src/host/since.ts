/** A host whose logs begin at a moment: what is older is gone before anything is understood or written. */
import type { Answer, Host, Raw } from '../contract.ts';
import { cutFor } from './since/logs.ts';

export const since = (host: Host, from: Date): Host => {
  let booted: Promise<number | null> | undefined;
  return {
    os: host.os,
    ask: async (id, request, limits) => {
      const answer = await host.ask(id, request, limits);
      const cut = cutFor(request);
      if (cut === undefined) return answer;
      booted ??= bootOf(await host.ask('system', { kind: 'system' }, limits));
      const start = await booted;
      return cutAnswer(answer, (text) => cut(text, from.getTime(), start));
    },
  };
};

const bootOf = async (answer: Answer): Promise<number | null> =>
  answer.status === 'ok' && 'bootedSecondsAgo' in answer.raw
    ? Date.now() - answer.raw.bootedSecondsAgo * 1000
    : null;

const cutAnswer = (answer: Answer, cut: (text: string) => string): Answer => {
  if (answer.status === 'ok') return { ...answer, raw: cutRaw(answer.raw, cut) };
  return answer.partial === undefined ? answer : { ...answer, partial: cutRaw(answer.partial, cut) };
};

const cutRaw = (raw: Raw[keyof Raw], cut: (text: string) => string): Raw[keyof Raw] => {
  if ('stdout' in raw) return { ...raw, stdout: cut(raw.stdout) };
  return 'text' in raw ? { ...raw, text: cut(raw.text) } : raw;
};
