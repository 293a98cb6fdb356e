/** What is read: the own clock, and what the time is elsewhere. */
import type { Facts, Source } from '../../src/contract.ts';
import { http } from '../../src/sources/network/probes.ts';
import { clock } from '../../src/sources/system.ts';
import type { ClockSettings } from './settings.ts';

export const reads = { clock };

export type ClockFacts = Facts<typeof reads>;

export const families = [http];

export const followUps = (_: ClockFacts, { servers }: ClockSettings): readonly Source<unknown>[] =>
  servers.map(http);
