/** An agent's request to examine this computer: shown, and done only when it is signed and the person agrees. */
import { checkIds } from '../../../checks/index.ts';
import { reportWords } from '../../language/report.ts';
import { lifeWords } from '../../language/ticket-life.ts';
import { oneLine } from '../../output/untrusted.ts';
import { plainParts } from '../../report/paste/plain.ts';
import type { Message } from '../../ticket/desk.ts';
import { answerTo, isSigned, type ProbeRequest, requestIn } from '../../ticket/life/request.ts';
import type { Entry } from '../../ticket/outbox.ts';
import { readSecret } from '../../ticket/secret.ts';
import { printError } from '../print.ts';
import { encryption } from '../report/encrypt.ts';
import { summary } from '../report/summary.ts';
import { take } from '../report/take.ts';
import { keep } from '../report/write.ts';
import type { Setup } from '../setup.ts';
import { agrees } from './ask.ts';
import { doAll } from './do.ts';

const SECRET_MS = 30_000;

/** The exit status of what was done; nothing where nothing was asked for, or nothing came of it. */
export const answerRequest = async (
  entry: Entry,
  messages: readonly Message[],
  setup: Setup,
  signal: AbortSignal,
): Promise<number | undefined> => {
  const request = requestIn(messages);
  if (request === undefined) return undefined;
  const words = lifeWords(setup.language);
  const { modules, author } = request;
  await printError(
    words.request(oneLine(author), modules.length === 0 ? words.requestAll : modules.map(oneLine).join(', ')),
  );
  const why = await whyOnlyShown(request, entry, setup, signal);
  if (why !== undefined) {
    await printError(why);
    return undefined;
  }
  if ((await agrees(words.allow, signal)) !== 'yes') return undefined;
  const { bundle } = await take(modules, {}, setup, signal);
  if (signal.aborted) return undefined;
  const { sections, ending } = plainParts(bundle.report);
  const text = [answerTo(request), ...sections, ending].join('\n\n');
  await printError([text, ...summary(bundle, setup.language)].join('\n'));
  if ((await agrees(words.allowSend, signal)) !== 'yes') return undefined;
  const lock = await encryption(setup.config.report.encryptTo);
  const path = await keep(await lock.apply(bundle), reportWords(setup.language));
  return doAll(
    entry,
    [
      { kind: 'comment', text },
      { kind: 'attach', path },
    ],
    setup,
    signal,
  );
};

const whyOnlyShown = async (
  request: ProbeRequest,
  entry: Entry,
  { config, language }: Setup,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const words = lifeWords(language);
  const strange = request.modules.filter((id) => !checkIds.includes(id));
  if (strange.length > 0) return words.strange(strange.map(oneLine).join(', '));
  const source = config.requestKey;
  if (source === undefined || request.signature === undefined) return words.unsigned;
  const read = await readSecret(source, { env: process.env, timeoutMs: SECRET_MS, signal });
  if (read.status !== 'ok') return words.unsigned;
  return isSigned(request, read.secret, entry.ticket.key) ? undefined : words.wrongSignature;
};
