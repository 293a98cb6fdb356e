/** The end of a diagnosis as a person reads it, made from plain data. */
import { describe, expect, test } from 'vitest';
import { howLines, toText } from '../../src/commands/diagnose/text.ts';
import { adviceHere, type Diagnosed, nextOf } from '../../src/commands/diagnose/told.ts';
import type { AnyCheck, Tree } from '../../src/contract.ts';
import { start } from '../../src/tree/walk.ts';
import { check } from '../core/fakes.ts';
import { adviceOf, checkOf, reportOf } from '../output/sample.ts';

const SCREEN = { width: 80, colour: false, ascii: false };
const report = reportOf([
  checkOf('m', { advice: [adviceOf('m/way', { title: 'The \u001b[31mway' }), adviceOf('m/back')] }),
  checkOf('other', { advice: [adviceOf('other/way')] }),
]);
const tree: Tree = {
  start: 'GO',
  nodes: {
    GO: {
      kind: 'do',
      fixes: [],
      advice: ['m/way', 'm/none'],
      solved: () => false,
      to: 'END',
      otherwise: 'END',
    },
    ASK: { kind: 'ask', question: 'q', advice: ['m/back'], to: { yes: 'END' } },
    END: { kind: 'conclude', outcome: 'unexplained' },
  },
};
const m: AnyCheck = { ...check('m', { reads: {} }), tree };
const ended: Diagnosed = {
  complaint: 'm',
  module: 'm',
  conclusion: { outcome: 'unexplained', node: 'END' },
  path: [],
  tried: [],
};
const state = start({ tree });
const advised = adviceHere(m, state, report);
const shown = (diagnosed: Diagnosed, advice = advised) =>
  toText({ diagnosed, advice, report, checks: [m], language: 'en', screen: SCREEN });
const next = nextOf(m, { ...state, wanted: { kind: 'do', fixes: [] } }, report, 'en', 'linux');

describe('advice', () => {
  test('of the complaint stands at the end, escaped, and that of other modules does not', () => {
    const text = shown(ended);
    expect(text).toContain(
      'How to do it on this computer\n\n  The \\x1b[31mway\n    1. the first of m/way\n',
    );
    expect(text).toContain('  how to m/back\n');
    expect(text).not.toContain('other/way');
  });

  test('belongs to the step that names it, and is not told twice', () => {
    if (next?.kind !== 'step') throw new Error('no step');
    expect(next.advice?.map(({ id }) => id)).toEqual(['m/way']);
    expect(howLines(next, 'en', SCREEN).join('\n')).toContain('    The \\x1b[31mway\n      1. the first');
    const text = shown({ ...ended, next });
    expect(text.split('the first of m/way')).toHaveLength(2);
    expect(text.indexOf('The next step')).toBeLessThan(text.indexOf('the first of m/way'));
    expect(text).toContain('how to m/back');
  });

  test('stands at a question that names it', () => {
    const wanted = { kind: 'ask', question: 'q', answers: ['yes'] } as const;
    const question = nextOf(m, { ...state, at: 'ASK', wanted }, report, 'en', 'linux');
    expect(question?.advice?.map(({ id }) => id)).toEqual(['m/back']);
    expect(question && howLines(question, 'en', SCREEN)[0]).toBe('    how to m/back');
  });

  test('is not given where the person speaks of another computer', () => {
    const about: AnyCheck = {
      ...m,
      tree: { ...tree, adviceFits: ({ answer }) => answer('running') !== 'elsewhere' },
    };
    const measurement = { findings: [], looked: true };
    const answered = (running: string) =>
      adviceHere(about, { ...state, measurement, answers: { running } }, report).map(({ id }) => id);
    expect(answered('here')).toEqual(['m/way', 'm/back']);
    expect(answered('elsewhere')).toEqual([]);
  });

  test('takes no room where there is none', () => {
    expect(shown(ended, [])).not.toContain('How to do it');
  });
});
