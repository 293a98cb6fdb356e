/** What a person is led through when a device does not work. */
import { describe, expect, test } from 'vitest';
import { tree } from '../../../checks/drivers/tree.ts';
import type { TreeView } from '../../../src/contract.ts';

const view = (
  open: readonly string[],
  answers: Readonly<Record<string, string>> = {},
  looked = true,
): TreeView => ({
  open: (code) => open.includes(code),
  firstOpen: (codes) => codes.find((code) => open.includes(code)),
  answer: (question) => answers[question],
  looked,
});

/** The nodes walked through while nothing that is done helps, and the finding at the end. */
const walk = (look: TreeView): readonly string[] => {
  const way: string[] = [];
  for (let id = tree.start; way.length < 30; ) {
    way.push(id);
    const node = tree.nodes[id];
    if (node === undefined) throw new Error(`no node ${id}`);
    if (node.kind === 'conclude') {
      const finding = typeof node.finding === 'function' ? node.finding(look) : node.finding;
      return [...way, finding ?? node.outcome];
    }
    if (node.kind === 'measure') id = node.branches.find(({ when }) => when(look))?.to ?? node.otherwise;
    else if (node.kind === 'ask') id = node.to[look.answer(node.question) ?? ''] ?? 'DRIVERS.UNKNOWN';
    else if (node.kind === 'choose') id = node.otherwise;
    else id = node.solved(look) ? node.to : node.otherwise;
  }
  return way;
};

const MINE = { managed: 'mine', changed: 'nothing' };

describe('the tree', () => {
  test('every device has its driver', () => {
    expect(walk(view([])).at(-1)).toBe('fine');
    expect(walk(view([], {}, false)).at(-1)).toBe('unexplained');
    // What is offered is no trouble.
    expect(walk(view(['drivers/update-available'])).at(-1)).toBe('fine');
  });

  test.each([
    'drivers/firmware-missing',
    'drivers/dkms-missing',
    'drivers/signature-blocked',
    'drivers/device-no-driver',
    'drivers/gpu-fallback',
  ])('%s: installed from the official source, and nothing is unplugged', (code) => {
    expect(walk(view([code], MINE))).toEqual([
      'DRIVERS.0',
      'DRIVERS.1',
      'DRIVERS.2',
      'DRIVERS.3',
      'DRIVERS.5',
      'DRIVERS.CAUSE',
      code,
    ]);
  });

  test.each([
    'drivers/device-load-failed',
    'drivers/device-start-failed',
    'drivers/registry-damaged',
    'drivers/resource-conflict',
    'drivers/gpu-resets',
  ])('%s: after a new driver the previous one first, at last the power', (code) => {
    expect(walk(view([code], { managed: 'mine', changed: 'driver' }))).toEqual([
      'DRIVERS.0',
      'DRIVERS.1',
      'DRIVERS.2',
      'DRIVERS.4',
      'DRIVERS.3',
      'DRIVERS.5',
      'DRIVERS.6',
      'DRIVERS.CAUSE',
      code,
    ]);
  });

  test('a computer of work is left to its administrators', () => {
    expect(walk(view(['drivers/device-no-driver'], { managed: 'work' })).slice(-2)).toEqual([
      'DRIVERS.MANAGED',
      'drivers/device-no-driver',
    ]);
  });

  test('a computer that was dropped: the sockets before any driver', () => {
    expect(walk(view(['drivers/device-start-failed'], { managed: 'mine', changed: 'moved' }))).not.toContain(
      'DRIVERS.3',
    );
  });

  test('two versions of NVIDIA’s driver: only a restart, and only when it suits', () => {
    const open = ['drivers/gpu-library-mismatch', 'drivers/gpu-fallback'];
    expect(walk(view(open, { unsaved: 'later' }))).not.toContain('DRIVERS.7');
    expect(walk(view(open, { unsaved: 'saved' }))).toContain('DRIVERS.7');
  });

  test('switched off, and marked', () => {
    expect(walk(view(['drivers/device-disabled'])).slice(-2)).toEqual([
      'DRIVERS.OFF',
      'drivers/device-disabled',
    ]);
    expect(walk(view(['drivers/kernel-tainted'])).at(-1)).toBe('drivers/kernel-tainted');
  });
});
