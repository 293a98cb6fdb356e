/** What a tree of one's own may name: findings, questions, fixes and modules that exist. */
import type { AnyCheck, CheckMessages, Fix, Language } from '../../contract.ts';
import { nearest } from '../../nearest.ts';
import { type Mistake, mistake, type Place } from './mistake.ts';
import type { ShapedNode, ShapedTree, When } from './shape.ts';

/** A question or a fix, with the module that it is of. */
export interface Owned<T> {
  readonly id: string;
  readonly check: AnyCheck;
  readonly thing: T;
}

export interface Named {
  /** In the order of the file: the first one carries the tree. */
  readonly modules: readonly AnyCheck[];
  /** By the name they were given. */
  readonly questions: ReadonlyMap<string, Owned<CheckMessages['questions'][string]>>;
  readonly fixes: ReadonlyMap<string, Owned<Fix>>;
  readonly mistakes: readonly Mistake[];
}

export const namesOf = (tree: ShapedTree, checks: readonly AnyCheck[]): Named => {
  const mistakes: Mistake[] = [];
  const modules = tree.modules.flatMap((id, at) => {
    const check = checks.find((one) => one.id === id);
    if (check === undefined) {
      mistakes.push(
        unknown(
          ['modules', at],
          id,
          'module',
          checks.map((one) => one.id),
        ),
      );
    }
    return check ?? [];
  });
  const order = [...modules, ...checks.filter((check) => !modules.includes(check))];
  const questions = new Map<string, Owned<CheckMessages['questions'][string]>>();
  const fixes = new Map<string, Owned<Fix>>();
  for (const { place, name, what } of mentions(tree)) {
    if (what === 'finding') mistakes.push(...findingMistakes(place, name, tree.modules, checks));
    if (what === 'question') {
      const found = owned(name, order, (check, id) => ownEntry(check.messages.en.questions, id));
      if (found !== undefined) questions.set(name, found);
      else
        mistakes.push(
          unknown(
            place,
            name,
            what,
            order.flatMap(({ messages }) => Object.keys(messages.en.questions)),
          ),
        );
    }
    if (what === 'fix') {
      const found = owned(name, order, (check, id) => check.fixes.find((fix) => fix.id === id));
      if (found === undefined) {
        mistakes.push(
          unknown(
            place,
            name,
            what,
            order.flatMap((check) => check.fixes.map(({ id }) => id)),
          ),
        );
      } else {
        const other = [...fixes.values()].find(({ id, check }) => id === found.id && check !== found.check);
        if (other !== undefined) mistakes.push(twoOf(place, found.id, found.check.id, other.check.id));
        fixes.set(name, found);
      }
    }
  }
  return { modules, questions, fixes, mistakes };
};

interface Mention {
  readonly place: Place;
  readonly name: string;
  readonly what: 'finding' | 'question' | 'fix';
}

/** Everything that a tree names, with its place. */
const mentions = ({ suspects, nodes }: ShapedTree): readonly Mention[] => [
  ...Object.keys(suspects).map((name): Mention => ({ place: ['suspects', name], name, what: 'finding' })),
  ...[...nodes].flatMap(([id, node]) => mentionsIn(node, ['nodes', id])),
];

const mentionsIn = ({ kind, given }: ShapedNode, place: Place): readonly Mention[] => {
  switch (kind) {
    case 'measure':
      return given.measure.flatMap(({ when }, at) => inWhen(when, [...place, 'measure', at, 'when']));
    case 'ask':
      return [
        { place: [...place, 'ask'], name: given.ask, what: 'question' },
        ...Object.entries(given.points ?? {}).flatMap(([answer, codes]) =>
          findingsIn(codes, [...place, 'points', answer]),
        ),
      ];
    case 'do':
      return [
        ...given.do.map((name, at): Mention => ({ place: [...place, 'do', at], name, what: 'fix' })),
        ...(given.asks === undefined
          ? []
          : [{ place: [...place, 'asks'], name: given.asks, what: 'question' } as const]),
        ...inWhen(given.solved ?? {}, [...place, 'solved']),
      ];
    case 'conclude':
      return given.finding === undefined
        ? []
        : [{ place: [...place, 'finding'], name: given.finding, what: 'finding' }];
    case 'choose':
      return [];
  }
};

const inWhen = (when: When, place: Place): readonly Mention[] =>
  (['open', 'anyOpen', 'noneOpen'] as const).flatMap((key) => findingsIn(when[key] ?? [], [...place, key]));

const findingsIn = (codes: readonly string[], place: Place): readonly Mention[] =>
  codes.map((name, at) => ({ place: [...place, at], name, what: 'finding' }));

/** `still` of the first module that has one, or `safe-mode/still`. */
const owned = <T>(
  name: string,
  order: readonly AnyCheck[],
  find: (check: AnyCheck, id: string) => T | undefined,
): Owned<T> | undefined => {
  const [module, id] = name.split('/', 2);
  const named = id === undefined ? order : order.filter((check) => check.id === module);
  const wanted = id ?? name;
  for (const check of named) {
    const thing = find(check, wanted);
    if (thing !== undefined) return { id: wanted, check, thing };
  }
  return undefined;
};

const ownEntry = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const findingMistakes = (
  place: Place,
  code: string,
  modules: readonly string[],
  checks: readonly AnyCheck[],
): readonly Mistake[] => {
  const owner = checks.find(({ messages }) => Object.hasOwn(messages.en.findings, code));
  if (owner === undefined) {
    return [
      unknown(
        place,
        code,
        'finding',
        checks.flatMap(({ messages }) => Object.keys(messages.en.findings)),
      ),
    ];
  }
  return modules.includes(owner.id)
    ? []
    : [
        mistake(
          place,
          `${code} is not measured: add ${owner.id} to modules`,
          `${code} не измеряется: добавьте ${owner.id} в modules`,
        ),
      ];
};

const KINDS: Readonly<
  Record<Language, Readonly<Record<Mention['what'] | 'module', (name: string) => string>>>
> = {
  en: {
    finding: (name) => `there is no finding ${name}`,
    question: (name) => `there is no question ${name}`,
    fix: (name) => `there is no fix ${name}`,
    module: (name) => `there is no module ${name}`,
  },
  ru: {
    finding: (name) => `вывода ${name} нет`,
    question: (name) => `вопроса ${name} нет`,
    fix: (name) => `исправления ${name} нет`,
    module: (name) => `модуля ${name} нет`,
  },
};

const unknown = (
  place: Place,
  name: string,
  what: Mention['what'] | 'module',
  known: readonly string[],
): Mistake => {
  const meant = nearest(name, known);
  return mistake(
    place,
    `${KINDS.en[what](name)}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    `${KINDS.ru[what](name)}${meant === undefined ? '' : `; возможно, имелось в виду ${meant}`}`,
  );
};

const twoOf = (place: Place, id: string, one: string, other: string): Mistake =>
  mistake(
    place,
    `${id} of ${one} cannot stand beside ${id} of ${other}`,
    `${id} из ${one} не может стоять рядом с ${id} из ${other}`,
  );
