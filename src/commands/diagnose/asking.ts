/** What all who are asked one question after the other have in common: details are told, and the question stands again. */
import { forTerminal } from '../../output/untrusted.ts';
import { printError } from '../print.ts';
import type { Can, Pressed } from './keys.ts';
import type { Asked, Choice, Partner } from './partner.ts';

export type Press = (message: string, choices: readonly Choice[], can: Can) => Promise<Pressed>;

/** `above`: what is said before the question. */
export const askingWith = (
  press: Press,
  above: (asked: Asked) => readonly string[],
): Pick<Partner, 'ask' | 'choose'> => ({
  ask: async (asked) => {
    const lines = above(asked);
    if (lines.length > 0) await printError(lines.join('\n'));
    for (;;) {
      const pressed = await press(asked.text, asked.answers, {
        back: asked.canGoBack,
        unsure: asked.canBeUnsure,
        details: asked.details.length > 0,
      });
      if (pressed.kind !== 'details') return pressed;
      await printError(forTerminal(asked.details.join('\n')));
    }
  },
  choose: async (message, choices) => {
    const pressed = await press(message, choices, { back: false, unsure: false, details: false });
    return pressed.kind === 'answer' ? pressed.answer : undefined;
  },
});
