/** A tree in words: nodes and ways that every drawing is made from. */
import type { AnyCheck, CheckMessages, Language, Tree, TreeNode } from '../../contract.ts';
import type { TreeWords } from '../../language/tree.en.ts';
import { treeWords } from '../../language/tree.ts';
import { oneLine } from '../../output/untrusted.ts';
import { type Answers, answersIn, type Condition, conditionOf, type Sight } from '../spy.ts';
import { reachableFrom } from '../targets.ts';
import { type Taken, wayKey } from './taken.ts';

export interface Graph {
  readonly title: string;
  /** In reading order. */
  readonly nodes: readonly GraphNode[];
  readonly ways: readonly Way[];
  /** Whether a path is marked. */
  readonly isMarked: boolean;
}

export interface GraphNode {
  readonly id: string;
  readonly kind: TreeNode['kind'];
  /** What kind of step it is, in a word: how a conclusion ends stands here too. */
  readonly role: string;
  readonly text: string;
  readonly isTaken: boolean;
  /** Complaints that begin here. */
  readonly entryOf: readonly string[];
}

export interface Way {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly isTaken: boolean;
}

export interface Drawn {
  readonly check: Pick<AnyCheck, 'id' | 'messages' | 'symptoms'> & { readonly tree: Tree };
  /** All modules: their findings are named in any tree. */
  readonly checks: readonly Pick<AnyCheck, 'messages'>[];
  /** Only what is behind this complaint. */
  readonly symptom?: string;
  readonly taken?: Taken;
}

export const graphOf = (drawn: Drawn, language: Language): Graph => {
  const { check, taken } = drawn;
  const { tree, symptoms = [] } = check;
  const messages: CheckMessages = check.messages[language];
  const one = symptoms.find(({ id }) => id === drawn.symptom);
  const entries = one === undefined ? [tree.start, ...symptoms.map(({ entry }) => entry)] : [one.entry];
  const begins = one === undefined ? symptoms : [one];
  const nameOf = (id: string): string => oneLine(messages.symptoms?.[id]?.name ?? id);
  const names = namesFor(drawn, language);
  const answers = answersIn(tree);
  const shown = [...reachableFrom(tree, entries)];
  const nodes = shown.flatMap((id): readonly GraphNode[] => {
    const node = tree.nodes[id];
    if (node === undefined) return [];
    return [
      {
        id,
        kind: node.kind,
        role: names.role(node),
        text: names.text(id, node),
        isTaken: taken?.nodes.has(id) === true,
        entryOf: begins.flatMap((symptom) => (symptom.entry === id ? [nameOf(symptom.id)] : [])),
      },
    ];
  });
  const ways = shown.flatMap((id) => {
    const node = tree.nodes[id];
    return node === undefined
      ? []
      : waysFrom(node, names, answers)
          .filter(({ to }) => Object.hasOwn(tree.nodes, to))
          .map((way) => ({ from: id, ...way, isTaken: taken?.ways.has(wayKey(id, way.to)) === true }));
  });
  return {
    title: one === undefined ? oneLine(messages.name) : nameOf(one.id),
    nodes,
    ways,
    isMarked: taken !== undefined,
  };
};

interface Names {
  readonly words: TreeWords;
  readonly role: (node: TreeNode) => string;
  readonly text: (id: string, node: TreeNode) => string;
  readonly answer: (question: string, answer: string) => string;
  readonly sight: (sight: Sight) => string;
}

const namesFor = ({ check, checks }: Drawn, language: Language): Names => {
  const words = treeWords(language);
  const { questions, nodes } = check.messages[language];
  const finding = (code: string): string =>
    [check, ...checks].flatMap(({ messages }) =>
      Object.hasOwn(messages[language].findings, code) ? [messages[language].findings[code]?.name ?? ''] : [],
    )[0] ?? code;
  const question = (id: string): string => oneLine(ownOf(questions, id)?.text ?? id);
  const answer = (id: string, given: string): string =>
    oneLine(ownOf(ownOf(questions, id)?.answers ?? {}, given) ?? given);
  return {
    words,
    answer,
    role: (node) => (node.kind === 'conclude' ? words.outcomes[node.outcome] : words.kinds[node.kind]),
    text: (id, node) => {
      if (node.kind === 'ask') return question(node.question);
      if (node.kind === 'choose') return words.choose;
      const own = oneLine(ownOf(nodes, id) ?? '');
      if (own !== '' || node.kind !== 'conclude') return own;
      return typeof node.finding === 'string' ? oneLine(finding(node.finding)) : '';
    },
    sight: (sight) => {
      switch (sight.kind) {
        case 'open':
          return oneLine(finding(sight.code));
        case 'answer':
          return words.answered(question(sight.question), answer(sight.question, sight.answer));
        case 'changed':
          return words.changed(words.changes[sight.change]);
        case 'appeared':
          return words.appeared;
        case 'unseen':
          return words.unseen;
      }
    },
  };
};

/** Ids are what authors write: `constructor` is none of every object's. */
const ownOf = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** Ways to the same node are one, with all that leads there. */
const waysFrom = (
  node: TreeNode,
  names: Names,
  answers: Answers,
): readonly { readonly to: string; readonly label: string }[] => {
  const labels = new Map<string, string[]>();
  const add = (to: string, label: string) => labels.set(to, [...(labels.get(to) ?? []), label]);
  const { words } = names;
  switch (node.kind) {
    case 'measure':
      for (const { when, to } of node.branches) add(to, conditionText(conditionOf(when, answers), names));
      add(node.otherwise, words.otherwise);
      break;
    case 'ask':
      for (const [answer, to] of Object.entries(node.to)) add(to, names.answer(node.question, answer));
      if (node.unsure !== undefined) add(node.unsure, words.unsure);
      break;
    case 'do':
      add(node.to, words.solved);
      add(node.otherwise, words.unsolved);
      break;
    case 'choose':
      for (const step of node.among) add(step, '');
      add(node.otherwise, words.nothingLeft);
      break;
    case 'conclude':
      break;
  }
  return [...labels].map(([to, texts]) => ({
    to,
    label: [...new Set(texts)].filter((text) => text !== '').join(` ${words.or} `),
  }));
};

/** More would be a paragraph, and no label. */
const MAX_SHOWN = 4;

const conditionText = (condition: Condition, { words, sight }: Names): string => {
  if (condition.kind === 'untold') return words.otherCase;
  const texts = condition.kind === 'none' ? condition.of.map((one) => [one]) : condition.of;
  const shown = texts.slice(0, MAX_SHOWN).map((all) => all.map(sight).join(` ${words.and} `));
  const left = texts.length - shown.length;
  const list = [...shown, ...(left > 0 ? [words.more(left)] : [])].join(` ${words.or} `);
  if (condition.kind === 'any') return list;
  return list === '' ? words.always : words.not(list);
};
