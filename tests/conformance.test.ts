/** What holds for every module. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkIds, loadCheck } from '../checks/index.ts';
import { settingsSchema } from '../src/config/settings.ts';
import type { AnyCheck, CatalogueEntry } from '../src/contract.ts';
import { outputWords } from '../src/language/output.ts';
import { flawLine } from '../src/tree/lint/flaw.ts';
import { flawsIn } from '../src/tree/lint.ts';
import { hasShared, sharedDir } from './shared.ts';

const checks = await Promise.all(checkIds.map(loadCheck));
const folder = fileURLToPath(new URL('checks', import.meta.url));

/** The tests of all modules, in one text. */
const tested = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  .join('\n');

interface Catalogued {
  readonly code: string;
  readonly explains: readonly { readonly code: string; readonly strength: string }[];
}

const faultCatalogue = (): readonly Catalogued[] =>
  // The file is made by our own tools and has this form.
  (JSON.parse(readFileSync(sharedDir('catalogue.json'), 'utf8')) as { readonly findings: Catalogued[] })
    .findings;

/** Codes of the fault catalogue, which knows modules that are not built yet. */
const known = (): ReadonlySet<string> => new Set(faultCatalogue().map(({ code }) => code));

const codesOf = (check: AnyCheck): readonly string[] => Object.keys(check.messages.en.findings);

test('there are modules', () => {
  expect(checkIds.length).toBeGreaterThan(0);
  expect(checks.map(({ id }) => id)).toEqual(checkIds);
});

test('no finding belongs to two modules', () => {
  const codes = checks.flatMap(codesOf);
  expect(duplicates(codes)).toEqual([]);
});

test('the same id of a read stands for the same request everywhere', () => {
  const requests = new Map<string, string>();
  for (const check of checks) {
    for (const { id, on } of Object.values(check.reads)) {
      const request = JSON.stringify(Object.entries(on).map(([os, way]) => [os, way?.request]));
      expect(requests.get(id) ?? request, id).toBe(request);
      requests.set(id, request);
    }
  }
});

test('what explains what has no cycle', () => {
  const catalogue: Readonly<Record<string, CatalogueEntry>> = Object.assign(
    {},
    ...checks.map((check) => check.catalogue),
  );
  expect(
    cycleIn(
      Object.fromEntries(Object.entries(catalogue).map(([code, { explains }]) => [code, explains ?? []])),
    ),
  ).toEqual([]);
});

test('a cycle would be seen', () => {
  expect(cycleIn({ a: ['b'], b: ['c'], c: ['a'] })).not.toEqual([]);
  expect(cycleIn({ a: ['b', 'c'], b: ['c'], c: [] })).toEqual([]);
});

describe.each(checks)('the module $id', (check) => {
  const { en, ru } = check.messages;

  test('has findings whose codes begin with its id', () => {
    expect(codesOf(check).length).toBeGreaterThan(0);
    expect(codesOf(check).filter((code) => !isCodeOf(code, check.id))).toEqual([]);
  });

  test('has advice whose ids begin with its id', () => {
    expect(Object.keys(en.advice ?? {}).filter((id) => !isCodeOf(id, check.id))).toEqual([]);
  });

  test('has the same words in both languages, and none is empty', () => {
    expect(shapeOf(ru)).toEqual(shapeOf(en));
    expect(emptyTexts(en)).toEqual([]);
    expect(emptyTexts(ru)).toEqual([]);
  });

  test('is Russian in Russian', () => {
    const untranslated = [
      ru.name,
      ru.complaint,
      ru.fine,
      ...Object.values(ru.findings).flatMap(({ name, means, found }) => [name, means, found]),
    ].filter((text) => !/[а-яё]/i.test(text));
    expect(untranslated).toEqual([]);
  });

  test('has titles without full stop or exclamation mark', () => {
    const loud = [en, ru].flatMap(({ findings }) =>
      Object.values(findings).filter(({ name }) => /[.!]$/.test(name)),
    );
    expect(loud).toEqual([]);
  });

  test('has a catalogue entry with a reference for every finding, and no other', () => {
    expect(Object.keys(check.catalogue).sort()).toEqual([...codesOf(check)].sort());
    expect(Object.entries(check.catalogue).filter(([, { reference }]) => reference.trim() === '')).toEqual(
      [],
    );
  });

  test.runIf(hasShared)('has findings, and explains findings, that the fault catalogue knows', () => {
    const all = known();
    const named = [
      ...codesOf(check),
      ...Object.values(check.catalogue).flatMap(({ explains = [] }) => explains),
    ];
    expect(named.filter((code) => !all.has(code))).toEqual([]);
  });

  test.runIf(hasShared)('explains what the fault catalogue is certain of, and no more', () => {
    const certain = faultCatalogue()
      .filter(({ code }) => codesOf(check).includes(code))
      .map(({ code, explains }) => [
        code,
        explains
          .filter(({ strength }) => strength === 'certain')
          .map((edge) => edge.code)
          .sort(),
      ]);
    const ours = Object.entries(check.catalogue).map(([code, { explains = [] }]) => [
      code,
      [...explains].sort(),
    ]);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(certain));
  });

  test('has a test that names each finding', () => {
    expect(codesOf(check).filter((code) => !isQuotedIn(code, tested))).toEqual([]);
  });

  test('has fixes for findings that exist, with a way back or the reason why there is none', () => {
    // A tree may end at what another module found, and help there too.
    const codes = checks.flatMap(codesOf);
    const wrong = check.fixes.flatMap((fix) => [
      ...fix.for.filter((code) => !codes.includes(code)).map((code) => `${fix.id}: no finding ${code}`),
      ...(fix.for.length === 0 ? [`${fix.id}: for nothing`] : []),
      ...(fix.needs === 'person' || fix.steps.length > 0 ? [] : [`${fix.id}: no steps`]),
      ...([en, ru] as const).flatMap(({ fixes }) =>
        fix.undo !== undefined || (fixes[fix.id]?.noUndo ?? '') !== ''
          ? []
          : [`${fix.id}: neither undo nor noUndo`],
      ),
    ]);
    expect(wrong).toEqual([]);
    expect(duplicates(check.fixes.map(({ id }) => id))).toEqual([]);
    expect(Object.keys(en.fixes).sort()).toEqual(check.fixes.map(({ id }) => id).sort());
  });

  test('has fixes without a shell and without sudo', () => {
    const programs = check.fixes.flatMap(({ steps, undo = [] }) =>
      [...steps, ...undo].map(([program = '']) => program),
    );
    expect(programs.filter((program) => ['', 'sh', 'bash', 'cmd', 'sudo'].includes(program))).toEqual([]);
  });

  test('has a tree whose nodes are all reached and lead somewhere', () => {
    expect(flawsOf(check)).toEqual([]);
  });

  test('has settings that its own schema accepts', () => {
    expect(settingsSchema(check.settings).safeParse(check.settings).success).toBe(true);
    expect(settingsSchema(check.settings).safeParse({ surely: 'not' }).success).toBe(false);
  });

  test('lists its families once each', () => {
    expect(duplicates(check.families.map(({ id }) => id))).toEqual([]);
  });
});

test('why a check does not apply is said in words, in Russian too', () => {
  const sources = readdirSync(fileURLToPath(new URL('../checks', import.meta.url)), {
    recursive: true,
    encoding: 'utf8',
  }).filter((name) => name.endsWith('.ts'));
  const reasons = sources.flatMap((name) => {
    const text = readFileSync(fileURLToPath(new URL(`../checks/${name}`, import.meta.url)), 'utf8');
    return [...text.matchAll(/skipped: '([^']+)'/g)].map(([, reason = '']) => reason);
  });
  expect(reasons).toContain('isolated');
  const silent = ['wsl', ...reasons].filter((reason) => !/\([а-яё]/i.test(outputWords('ru').notHere(reason)));
  expect(silent).toEqual([]);
});

describe('the checks of the checks', () => {
  test('an empty text and a missing key are seen', () => {
    expect(emptyTexts({ a: { b: ' ' }, c: 'x' })).toEqual(['a.b']);
    expect(shapeOf({ a: 'x', b: { c: 'y' } })).not.toEqual(shapeOf({ a: 'x', b: {} }));
  });

  test('a code is only tested where it stands by itself', () => {
    expect(isQuotedIn('m/full', "expect(codes).toEqual(['m/full'])")).toBe(true);
    expect(isQuotedIn('m/full', "'m/full-disk'")).toBe(false);
  });
});

const isCodeOf = (code: string, id: string): boolean =>
  code.startsWith(`${id}/`) && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(code.slice(id.length + 1));

const isQuotedIn = (code: string, text: string): boolean =>
  ["'", '"', '`'].some((quote) => text.includes(`${quote}${code}${quote}`));

const duplicates = (list: readonly string[]): readonly string[] =>
  list.filter((one, at) => list.indexOf(one) !== at);

/**
 * The paths of all leaves. Numbers, functions and texts are told apart, texts are not compared; people say the same
 * trouble in more ways in one language than in another.
 */
const shapeOf = (value: unknown, path = ''): readonly string[] =>
  typeof value === 'object' && value !== null && !path.endsWith('.phrasings')
    ? Object.entries(value)
        .flatMap(([key, entry]) => shapeOf(entry, `${path}.${key}`))
        .sort()
    : [`${path}: ${typeof value}`];

const emptyTexts = (value: unknown, path: readonly string[] = []): readonly string[] => {
  if (typeof value === 'string') return value.trim() === '' ? [path.join('.')] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => emptyTexts(entry, [...path, key]));
};

const cycleIn = (edges: Readonly<Record<string, readonly string[]>>): readonly string[] => {
  const done = new Set<string>();
  const walk = (code: string, path: readonly string[]): readonly string[] => {
    if (path.includes(code)) return [...path, code];
    if (done.has(code)) return [];
    for (const next of edges[code] ?? []) {
      const cycle = walk(next, [...path, code]);
      if (cycle.length > 0) return cycle;
    }
    done.add(code);
    return [];
  };
  for (const code of Object.keys(edges)) {
    const cycle = walk(code, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
};

const flawsOf = (check: AnyCheck): readonly string[] =>
  check.tree === undefined
    ? []
    : flawsIn(check.tree, check, checks.flatMap(codesOf)).map((flaw) => flawLine(flaw, 'en'));
