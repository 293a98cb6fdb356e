/** A complaint walked to its end on a computer of the collection: the person’s answers come from a table. */
import { loadCheck } from '../../checks/index.ts';
import { measurementOf } from '../../src/commands/diagnose/measure.ts';
import type { AnyCheck, Host, Settings, Symptom, Tree } from '../../src/contract.ts';
import { examine } from '../../src/examine.ts';
import type { Measurement, Outcome, Step, WalkEvent } from '../../src/tree/state.ts';
import { advance, type Course, start } from '../../src/tree/walk.ts';
import { canRun, type Given, hostOf, none } from '../evidence/evidence.ts';
import { rows } from '../evidence/rows.ts';
import { machines } from '../machines/index.ts';

export interface Story {
  readonly module: string;
  readonly symptom: string;
  /** The computer as it is when the person comes. */
  readonly on: Host;
  readonly settings?: Readonly<Record<string, Settings>>;
  /** By question; what is not named the person does not know. */
  readonly answers?: Readonly<Record<string, string>>;
  /** The computer after each thing that was done; without it nothing helps. */
  readonly after?: readonly Host[];
  /** Nodes whose advice the person cannot follow. */
  readonly cannot?: readonly string[];
}

export interface Told {
  readonly outcome: Outcome;
  readonly finding?: string;
  /** Where it ended. */
  readonly at: string;
  /** What the person was asked, in this order. */
  readonly asked: readonly string[];
  /** How many questions the tree holds. */
  readonly holds: number;
  /** What the person was to do. */
  readonly did: readonly string[];
  readonly journal: readonly Step[];
}

/** One of tests/machines, of which some answers are others. */
export const machine = (name: string, others: Readonly<Record<string, Given>> = {}): Host => {
  const base = machines.find((one) => one.name === name)?.host();
  if (base === undefined) throw new Error(`no machine ${name}`);
  return {
    os: base.os,
    ask: async (id, request, limits) => {
      const given = Object.hasOwn(others, id) ? others[id] : undefined;
      if (given !== undefined) return typeof given === 'function' ? given() : given;
      return base.ask(id, request, limits);
    },
  };
};

/** What the evidence of a finding has a machine say; of several rows the one whose `what` holds the word. */
export const evidenceOf = (code: string, os: Host['os'], word = ''): Readonly<Record<string, Given>> => {
  const row = rows.find(
    (one) => one.code === code && one.os === os && one.quiet !== true && one.what.includes(word),
  );
  if (row === undefined) throw new Error(`no evidence of ${code} on ${os}`);
  return row.answers;
};

/** The whole computer on which the evidence proves a finding, of whichever system. */
export const proofOf = (code: string): Pick<Story, 'on' | 'settings'> => {
  const all = rows.filter((one) => one.code === code && one.quiet !== true && canRun(one));
  const row = all.find(({ settings }) => settings === undefined) ?? all[0];
  if (row === undefined) throw new Error(`no evidence of ${code}`);
  const module = code.split('/')[0] ?? '';
  return {
    on: hostOf(row, true),
    ...(row.settings !== undefined && { settings: { [module]: row.settings } }),
  };
};

/** A computer of which nothing is known: as far as it is concerned, anything may be the cause. */
export const silent = (os: Host['os']): Host => ({ os, ask: async () => none('denied', 'in this test') });

export const tell = async ({
  module,
  symptom: id,
  on,
  settings = {},
  answers = {},
  after = [],
  cannot = [],
}: Story): Promise<Told> => {
  const check = await loadCheck(module);
  const symptom = check.symptoms?.find((one) => one.id === id);
  if (symptom === undefined || check.tree === undefined) throw new Error(`no symptom ${id} in ${module}`);
  const checks = [check, ...(await Promise.all(symptom.with.map(loadCheck)))];
  const course: Course = {
    tree: check.tree,
    entry: symptom.entry,
    odds: { fixes: check.fixes, os: on.os, suspects: symptom.suspects },
  };
  const hosts = [on, ...after];
  let rounds = 0;
  let state = start(course);
  const did: string[] = [];
  for (;;) {
    const { wanted } = state;
    if (wanted.kind === 'concluded') {
      const { outcome, finding } = wanted;
      return {
        outcome,
        ...(finding !== undefined && { finding }),
        at: state.at,
        asked: state.journal.flatMap((step) =>
          step.kind === 'asked' && step.by === 'person' ? [step.question] : [],
        ),
        holds: questionsOf(check.tree).size,
        did,
        journal: state.journal,
      };
    }
    const event = await eventFor();
    const next = advance(course, state, event);
    if (next === state) throw new Error(`${state.at} does not take ${JSON.stringify(event)}`);
    state = next;
  }

  async function eventFor(): Promise<WalkEvent> {
    const { wanted, at } = state;
    switch (wanted.kind) {
      case 'ask': {
        const answer = Object.hasOwn(answers, wanted.question) ? answers[wanted.question] : undefined;
        return answer === undefined
          ? { kind: 'unsure', question: wanted.question }
          : { kind: 'answered', question: wanted.question, answer };
      }
      case 'do':
        if (cannot.includes(at)) return { kind: 'cannot' };
        did.push(at);
        rounds += 1;
        return { kind: 'done' };
      default:
        return {
          kind: 'measured',
          measurement: await measurementAt(hosts[Math.min(rounds, hosts.length - 1)] ?? on, checks, settings),
        };
    }
  }
};

const measurementAt = async (
  host: Host,
  checks: readonly AnyCheck[],
  settings: Readonly<Record<string, Settings>>,
): Promise<Measurement> => {
  const [own] = checks;
  return measurementOf(
    await examine({ checks, host, settings, language: 'en', version: '0' }),
    own?.id ?? '',
  );
};

/** Each once, however many nodes ask it. */
export const questionsOf = ({ nodes }: Tree): ReadonlySet<string> =>
  new Set(
    Object.values(nodes).flatMap((node) =>
      node.kind === 'ask'
        ? [node.question]
        : node.kind === 'do' && node.asks !== undefined
          ? [node.asks]
          : [],
    ),
  );

/** Ends that can be reached from where the complaint begins: codes of findings. */
export const endsOf = ({ nodes }: Tree, { entry, suspects }: Symptom): ReadonlySet<string> => {
  const codes = new Set<string>();
  const seen = new Set<string>();
  const queue = [entry];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const node = nodes[id];
    if (node === undefined || seen.has(id)) continue;
    seen.add(id);
    if (node.kind === 'measure') queue.push(...node.branches.map(({ to }) => to), node.otherwise);
    if (node.kind === 'ask')
      queue.push(...Object.values(node.to), ...(node.unsure === undefined ? [] : [node.unsure]));
    if (node.kind === 'choose') queue.push(...node.among, node.otherwise);
    if (node.kind === 'do') queue.push(node.to, node.otherwise);
    if (node.kind === 'conclude')
      for (const code of namedBy(node.finding, Object.keys(suspects))) codes.add(code);
  }
  return codes;
};

type Named = Extract<Tree['nodes'][string], { kind: 'conclude' }>['finding'];

/** What it names while one of the suspects is open. */
const namedBy = (finding: Named, suspects: readonly string[]): readonly string[] =>
  typeof finding === 'function'
    ? suspects.flatMap(
        (code) =>
          finding({
            open: (one) => one === code,
            firstOpen: (list) => (list.includes(code) ? code : undefined),
            answer: () => undefined,
            looked: true,
          }) ?? [],
      )
    : finding === undefined
      ? []
      : [finding];
