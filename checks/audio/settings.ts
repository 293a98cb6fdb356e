/** From where on a volume counts as nothing (fault catalogue 3.12). */
export const settings = {
  /** Below it nobody hears anything. */
  quietPct: 5,
  /** Below it nobody is heard. */
  quietMicrophonePct: 10,
};

export type AudioSettings = typeof settings;
