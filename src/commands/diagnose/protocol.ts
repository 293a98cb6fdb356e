/**
 * The conversation as lines of JSON (docs/protocol.md): whoever is at the other end of the pipe asks the person. A line in
 * is one thing said, a line out is one thing told; a line that is not understood is answered with an error and changes
 * nothing.
 */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Language } from '../../contract.ts';
import { forJson } from '../../output/untrusted.ts';
import { VERSION } from '../../version.ts';
import { print } from '../print.ts';
import type { Choice, Partner, Said } from './partner.ts';

export const PROTOCOL_VERSION = 1;

const heard = z.discriminatedUnion('say', [
  z.strictObject({ say: z.literal('answer'), id: z.string().max(200), answer: z.string().max(200) }),
  z.strictObject({ say: z.literal('unsure'), id: z.string().max(200) }),
  z.strictObject({ say: z.literal('back') }),
  z.strictObject({ say: z.literal('leave') }),
]);

type Heard = z.infer<typeof heard>;

/** Nobody types as much into an answer. */
const MAX_LINE = 64 * 1024;

/** No conversation has as many answers; who sends more is not answered. */
const MAX_WAITING = 1000;

export interface Protocol extends Partner {
  /** The end, or that it was left. */
  readonly conclude: (what: object) => Promise<void>;
  readonly close: () => void;
}

export const inProtocol = (language: Language, signal: AbortSignal): Protocol => {
  const lines = lineReader(signal);
  const send = (event: string, content: object = {}): Promise<void> =>
    print(`${forJson({ event, ...content })}\n`);
  const greeted = send('hello', { protocol: PROTOCOL_VERSION, tool: VERSION, language });
  const understand = async (line: string): Promise<Heard | undefined> => {
    try {
      return heard.parse(JSON.parse(line));
    } catch {
      await send('error', {
        code: 'not-understood',
        message: 'one JSON object a line: see docs/protocol.md',
      });
      return undefined;
    }
  };
  /** Until something fits. */
  const listen = async (
    id: string,
    choices: readonly Choice[],
    can: { back: boolean; unsure: boolean },
  ): Promise<Said> => {
    for (;;) {
      const line = await lines.next();
      if (line === undefined) return { kind: 'leave' };
      const message = await understand(line);
      if (message === undefined) continue;
      if (message.say === 'leave') return { kind: 'leave' };
      if (message.say === 'back') {
        if (can.back) return { kind: 'back' };
        await send('error', { code: 'no-way-back', message: 'this is the first question' });
      } else if (message.id !== id) {
        await send('error', { code: 'not-asked', message: `what is asked is ${id}` });
      } else if (message.say === 'unsure') {
        if (can.unsure) return { kind: 'unsure' };
        await send('error', { code: 'answer-needed', message: 'one of the answers is needed here' });
      } else if (choices.some((choice) => choice.id === message.answer)) {
        return { kind: 'answer', answer: message.answer };
      } else {
        const known = choices.map((choice) => choice.id).join(', ');
        await send('error', { code: 'no-such-answer', message: `the answers are: ${known}` });
      }
    }
  };
  return {
    watch: async () => {
      await greeted;
      return {
        tell: (event) => {
          if (event.kind !== 'finished') return;
          const { check, status, findings } = event.outcome;
          // Not waited for: where the other end is gone, the next thing that is told says so.
          send('looked', {
            module: check.id,
            name: check.messages[language].name,
            status,
            findings: findings.map(({ code, severity }) => ({ code, severity })),
          }).catch(() => undefined);
        },
        done: () => undefined,
      };
    },
    tell: async ({ kind, ...content }) => {
      await greeted;
      await send(kind, content);
    },
    ask: async ({ canGoBack, canBeUnsure, ...asked }) => {
      await send('ask', { ...asked, canGoBack, canBeUnsure });
      return listen(asked.id, asked.answers, { back: canGoBack, unsure: canBeUnsure });
    },
    choose: async (message, choices) => {
      await greeted;
      await send('ask', {
        kind: 'choice',
        id: 'choice',
        text: message,
        answers: choices,
        canGoBack: false,
        canBeUnsure: false,
      });
      const said = await listen('choice', choices, { back: false, unsure: false });
      return said.kind === 'answer' ? said.answer : undefined;
    },
    conclude: async (what) => {
      await greeted;
      await send('end', what);
    },
    close: lines.close,
  };
};

/** Lines as they come, also those that come before they are asked for; nothing once the other end is gone. */
const lineReader = (signal: AbortSignal) => {
  const waiting: string[] = [];
  const wanted: ((line: string | undefined) => void)[] = [];
  let isOver = false;
  const reader = createInterface({ input: process.stdin, terminal: false });
  const end = () => {
    isOver = true;
    for (const give of wanted.splice(0)) give(undefined);
  };
  reader.on('line', (line) => {
    if (line.trim() === '') return;
    // Too long to be an answer; it is told that it was not understood.
    const kept = line.length > MAX_LINE ? '' : line;
    const give = wanted.shift();
    if (give !== undefined) give(kept);
    else if (waiting.length < MAX_WAITING) waiting.push(kept);
  });
  reader.on('close', end);
  signal.addEventListener('abort', end, { once: true });
  return {
    next: (): Promise<string | undefined> => {
      const line = waiting.shift();
      if (line !== undefined) return Promise.resolve(line);
      return isOver ? Promise.resolve(undefined) : new Promise((resolve) => wanted.push(resolve));
    },
    close: () => reader.close(),
  };
};
