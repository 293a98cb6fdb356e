/** Small checks and a made-up machine, for tests of the core. */
import {
  type Answer,
  type AnyAdvice,
  type AnyCheck,
  type AnyFinding,
  type Check,
  type CheckMessages,
  type Diagnosis,
  defineCheck,
  type Facts,
  type Host,
  type Limits,
  type Os,
  type Reading,
  type Request,
  type Settings,
  type Source,
  type Sources,
  source,
} from '../../src/contract.ts';

/** A read of a made-up file; its value is the text. */
export const fact = (id: string, otherwise?: Source<string>): Source<string> =>
  source({
    id,
    request: { kind: 'file', path: `/${id}` },
    parse: ({ text }) => text,
    ...(otherwise && { otherwise }),
  });

export const finding = (code: string, more: Partial<AnyFinding> = {}): AnyFinding => ({
  code,
  severity: 'critical',
  params: {},
  evidence: [],
  ...more,
});

/** A diagnosis whose findings and advice need no words. */
export type Concluded = Omit<Diagnosis, 'findings' | 'advice'> & {
  readonly findings: readonly AnyFinding[];
  readonly advice?: readonly AnyAdvice[];
};

interface FakeCheck<R extends Sources> {
  readonly reads: R;
  readonly settings?: Settings;
  readonly followUps?: (facts: Facts<R>, settings: Settings) => readonly Source<unknown>[];
  readonly diagnose?: (facts: Facts<R>, settings: Settings) => Concluded;
  readonly messages?: Partial<CheckMessages>;
  readonly explains?: Readonly<Record<string, readonly string[]>>;
}

const words = (name: string, more: Partial<CheckMessages> = {}): CheckMessages => ({
  name,
  complaint: '',
  fine: `${name} is fine`,
  findings: {},
  fixes: {},
  questions: {},
  nodes: {},
  ...more,
});

export const check = <R extends Sources>(id: string, fake: FakeCheck<R>): AnyCheck => {
  const made = {
    id,
    tags: ['system'],
    reads: fake.reads,
    settings: fake.settings ?? {},
    families: [],
    diagnose: fake.diagnose ?? (() => ({ findings: [] })),
    ...(fake.followUps && { followUps: fake.followUps }),
    catalogue: Object.fromEntries(
      Object.entries(fake.explains ?? {}).map(([code, explains]) => [
        code,
        { explains, reference: 'made-up' },
      ]),
    ),
    fixes: [],
    messages: { en: words(id, fake.messages), ru: words(`${id} по-русски`, fake.messages) },
  };
  // The words of a fake are made for its own findings only.
  return defineCheck(made as unknown as Check<R, CheckMessages, Settings>);
};

export type Answering = (
  id: string,
  limits: Limits,
  request: Request,
) => Answer | string | Promise<Answer | string>;

export interface FakeHost extends Host {
  /** Every id it was asked for, in that order. */
  readonly asked: readonly string[];
}

/** A text is an answer; what is thrown is thrown. */
export const host = (
  answering: Answering | Readonly<Record<string, Answer | string>>,
  os: Os = 'linux',
): FakeHost => {
  const asked: string[] = [];
  const answerTo: Answering =
    typeof answering === 'function' ? answering : (id) => answering[id] ?? refused('absent');
  return {
    os,
    asked,
    ask: async (id, request, limits) => {
      asked.push(id);
      const given = await answerTo(id, limits, request);
      return typeof given === 'string' ? { status: 'ok', raw: { text: given }, ms: 0 } : given;
    },
  };
};

export const refused = (status: Exclude<Answer['status'], 'ok'>, why = `made-up: ${status}`): Answer => ({
  status,
  why,
  ms: 0,
});

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A host's read that never ends by itself, and obeys its limits as a real one does. */
export const obedient = ({ signal, timeoutMs }: Limits): Promise<Answer> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(refused('timeout', `${timeoutMs} ms`)), timeoutMs);
    const interrupted = () => {
      clearTimeout(timer);
      resolve(refused('interrupted'));
    };
    if (signal.aborted) interrupted();
    signal.addEventListener('abort', interrupted);
  });

/** One that answers to nobody. */
export const never = (): Promise<never> => new Promise(() => {});

export const statusOf = (reading: Reading<unknown> | undefined): string => reading?.status ?? 'nothing';
