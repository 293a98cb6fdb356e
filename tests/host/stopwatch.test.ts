import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { stopwatch } from '../../src/host/local/context.ts';

const work = (ms: number): void => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

test('what this process did itself is no time of the network', async () => {
  const elapsed = stopwatch();
  const start = performance.now();
  await pause(20);
  work(400);
  await pause(1);
  const told = elapsed();
  const whole = performance.now() - start;
  expect(told).toBeGreaterThan(10);
  expect(whole - told).toBeGreaterThan(380);
});
