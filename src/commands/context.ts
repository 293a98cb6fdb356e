/** What every command is given. */
import type { Language } from '../contract.ts';
import type { CommandWords } from '../language/commands.en.ts';

/** Options that stand before or after any command. */
export interface Globals {
  readonly lang?: Language;
  readonly config?: string;
}

export interface Context {
  /** Of the command line, before any configuration is read. */
  readonly language: Language;
  readonly words: CommandWords;
  readonly globals: () => Globals;
  /** Sets the exit status. */
  readonly end: (status: number) => void;
}
