/**
 * A desk that somebody else wrote (docs/desks-of-your-own.md): a file whose default export makes it. It runs with all
 * rights of this program; only a configuration of the person's own can name it.
 */
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { messageOf } from '../../durable-files.ts';
import type { Desk, Failed, FailureCode } from '../desk.ts';
import type { DeskEnvironment } from '../http/client.ts';
import { plainLine } from '../plain.ts';
import { type ModuleSettings, moduleSettings } from './module/settings.ts';

const METHODS = [
  ...['check', 'find', 'read', 'mark', 'attach', 'attachments', 'conversation', 'comment'],
  ...['escalate', 'close', 'reopen', 'rate', 'queue'],
] as const;

const isFunction = z.custom<(...given: never) => unknown>((value) => typeof value === 'function');

const shape = z.looseObject({
  name: z.string().min(1).max(100),
  target: z.string().min(1).max(500),
  deduplicates: z.boolean(),
  reports: z.enum(['with-ticket', 'after', 'never']),
  searchLagMs: z.number().nonnegative().optional(),
  preview: isFunction,
  create: isFunction,
  ...Object.fromEntries(METHODS.map((name) => [name, isFunction.optional()])),
});

const maker = z.object({ default: isFunction });

/** What is wrong with the file is told as trouble of the desk, when it is used. */
export const makeModule = async (settings: ModuleSettings, environment: DeskEnvironment): Promise<Desk> => {
  const { path } = moduleSettings.parse(settings);
  try {
    const loaded = maker.parse(await import(pathToFileURL(path).href));
    // What it gives is looked at before it is believed.
    const make = loaded.default as (settings: unknown, environment: DeskEnvironment) => unknown;
    const made = shape.parse(await make(settings, environment));
    // Its properties and which methods it has were just looked at; what these answer, `careful` looks at.
    return careful(made as unknown as Desk);
  } catch (cause) {
    const broken = async (): Promise<Failed> =>
      failed('misconfigured', 'not-received', `${path}: ${whyOf(cause)}`);
    return {
      name: 'module',
      target: path,
      deduplicates: false,
      reports: 'never',
      preview: () => ({ method: '', url: path, headers: {}, body: null }),
      check: broken,
      create: broken,
      find: broken,
    };
  }
};

/** The same desk, with nothing thrown: whatever it was about, it may have been done. */
const careful = (desk: Desk): Desk => {
  // By name, whatever it has there.
  const given = desk as unknown as Readonly<Record<string, unknown>>;
  const methods = ['create', ...METHODS].flatMap((name) => {
    const method = given[name];
    if (typeof method !== 'function') return [];
    const caught = async (...args: readonly unknown[]): Promise<unknown> => {
      try {
        const answer: unknown = await method.apply(desk, args);
        return isAnswer(answer)
          ? answer
          : failed('answer-unclear', 'unclear', `${name}: no answer of a desk`);
      } catch (cause) {
        return failed('desk-trouble', 'unclear', `${name}: ${whyOf(cause)}`);
      }
    };
    return [[name, caught]];
  });
  // Its properties and `preview` as they are, its methods as they were, but for what they throw.
  return { ...desk, ...Object.fromEntries(methods) } as Desk;
};

const isAnswer = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'status' in value && typeof value.status === 'string';

const whyOf = (cause: unknown): string =>
  plainLine(cause instanceof z.ZodError ? told(cause) : messageOf(cause), 200);

const told = ({ issues: [first] }: z.ZodError): string =>
  `${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`;

const failed = (code: FailureCode, certainty: 'not-received' | 'unclear', detail: string): Failed => ({
  status: 'failed',
  failure: { code, certainty, again: 'later', detail },
});
