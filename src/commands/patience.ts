/** How long a run may take: as the person says, or as this computer needs. */
import { type Limits, patient } from '../limits.ts';

/** `seconds`: what was asked for. The process started when `performance.now()` was 0. */
export const limitsOf = (seconds: number | undefined): Partial<Limits> => ({
  ...patient(performance.now()),
  ...(seconds !== undefined && { totalMs: seconds * 1000, checkMs: seconds * 1000 }),
});
