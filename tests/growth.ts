/** Tells work that grows faster than the text, in processor time and by comparison: a loaded machine changes neither. */

const PARTS = 8;
/** What is linear takes 8 times as long for all as for a part, what is quadratic 64 times. */
const MAX_RATIO = 24;
/** Less than this is noise. */
const NOISE_MS = 5;
const ATTEMPTS = 3;

export const growsTooFast = (act: (text: string) => unknown, text: string): boolean => {
  // The end of a text is often what makes it slow.
  const part = text.slice(-Math.ceil(text.length / PARTS));
  return Array.from({ length: ATTEMPTS }).every(() => {
    const limitMs = Math.max(costMs(act, part), NOISE_MS) * MAX_RATIO;
    return costMs(act, text) > limitMs;
  });
};

const costMs = (act: (text: string) => unknown, text: string): number => {
  const before = process.cpuUsage();
  try {
    act(text);
  } catch {
    // Refusing it is fine.
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
