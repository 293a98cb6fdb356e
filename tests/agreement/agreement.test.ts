/** Every recorded output through every parser that is meant for it, and the page that tells the figures. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hasShared, sharedDir } from '../shared.ts';
import { reasonFor } from './agreement.ts';
import { elsewhere } from './elsewhere.ts';
import { claims, isClaimed, kernelSection, labels, measured, unjudged, whyUnjudged } from './kernel.ts';
import { page, type Seen } from './page.ts';
import { smartSection, verdicts } from './tools/smart.ts';
import { tools } from './tools.ts';

const seen: readonly Seen[] = tools.flatMap((tool) =>
  tool.samples.map((sample) => ({ tool, name: sample.name, look: tool.look(sample) })),
);

const of = (status: 'read' | 'refused') => seen.filter(({ look }) => look.status === status);

describe.runIf(hasShared)('outputs that others recorded', () => {
  test('what is read has no gaps', () => {
    const flawed = seen.flatMap(({ name, look }) =>
      look.status === 'read' && look.flaws.length > 0 ? [`${name}: ${look.flaws.join(', ')}`] : [],
    );
    expect(flawed).toEqual([]);
  });

  test('what is refused is refused with its line, and it is known why', () => {
    const unexplained = of('refused').flatMap(({ tool, name, look }) =>
      look.status === 'refused' && (look.quoted.trim() === '' || reasonFor(tool.refuses, name) === undefined)
        ? [`${tool.tool}: ${name}: ${look.quoted}`]
        : [],
    );
    expect(unexplained).toEqual([]);
  });

  test('what is read was not expected to be refused', () => {
    const wrong = of('read').flatMap(({ tool, name }) =>
      reasonFor(tool.refuses, name) === undefined ? [] : [`${tool.tool}: ${name}`],
    );
    expect(wrong).toEqual([]);
  });

  test('where ours is not what others read, it is known why', () => {
    const unexplained = seen.flatMap(({ tool, name, look }) =>
      look.status === 'read' && look.agrees === false && reasonFor(tool.differs, name) === undefined
        ? [`${tool.tool}: ${name}: ${look.difference}`]
        : [],
    );
    expect(unexplained).toEqual([]);
  });

  test('no explanation is left over', () => {
    const stale = seen.flatMap(({ tool, name, look }) =>
      look.status === 'read' && look.agrees === true && reasonFor(tool.differs, name) !== undefined
        ? [`${tool.tool}: ${name}`]
        : [],
    );
    const idle = tools.flatMap((tool) => {
      const names = seen.filter((one) => one.tool === tool).map(({ name }) => name);
      return [...tool.refuses, ...tool.differs].flatMap((reason) =>
        names.some((name) => [tool.refuses, tool.differs].some((all) => firstFor(all, name) === reason))
          ? []
          : [`${tool.tool}: ${reason[0]}`],
      );
    });
    expect([...stale, ...idle]).toEqual([]);
  });

  test('every folder of the corpus is read, or read elsewhere with a reason', () => {
    const folders = readdirSync(sharedDir('corpus'), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() && entry.name !== '_expected' ? [entry.name] : [],
    );
    const read = new Set(seen.map(({ name }) => name.split('/')[0] ?? ''));
    expect(folders.filter((one) => !read.has(one) && elsewhere[one] === undefined)).toEqual([]);
    expect(Object.keys(elsewhere).filter((one) => read.has(one) || !folders.includes(one))).toEqual([]);
  });

  test('disks: each failing one is found, and no healthy one is called failing or warned of', () => {
    expect(verdicts()).toMatchObject({
      failing: { failing: 46, warning: 0, healthy: 0 },
      warning: { failing: 0, warning: 41, healthy: 0 },
      // One is worn, which the label does not look at.
      note: { failing: 0, warning: 1, healthy: 7 },
      healthy: { failing: 0, warning: 0, healthy: 36 },
      unknown: { failing: 0, warning: 0, healthy: 5 },
    });
  });

  test.each(claims)('kernel logs: $class: whatever differs from the labels is explained', (claim) => {
    const { missed, beyond } = measured(claim);
    expect(missed.filter((key) => reasonFor(claim.missed, key) === undefined)).toEqual([]);
    expect(beyond.filter((key) => reasonFor(claim.beyond, key) === undefined)).toEqual([]);
    const isIdle = (keys: readonly string[]) => (reason: readonly [RegExp, string]) =>
      !keys.some((key) => reason[0].test(key));
    expect([...claim.missed.filter(isIdle(missed)), ...claim.beyond.filter(isIdle(beyond))]).toEqual([]);
  });

  test('kernel logs: a label that no check claims has its reason', () => {
    const left = labels.filter((label) => !isClaimed(label));
    expect(left.filter((label) => whyUnjudged(label) === undefined)).toEqual([]);
    const idle = unjudged.filter(([, why]) => !left.some((label) => whyUnjudged(label) === why));
    expect(idle).toEqual([]);
  });

  test('docs/agreement.md says so', async () => {
    await expect(page(tools, seen, [...smartSection(), ...kernelSection()])).toMatchFileSnapshot(
      '../../docs/agreement.md',
    );
  });
});

const firstFor = (reasons: (typeof tools)[number]['refuses'], name: string) =>
  reasons.find(([pattern]) => pattern.test(name));
