/** How a heading and a choice look, where colour and weight may be shown. */
import { Chalk } from 'chalk';

export const heading = (text: string, colour: boolean): string =>
  new Chalk({ level: colour ? 1 : 0 }).bold(text);

/** What stands out among its like: the choice that is meant. */
export const accent = (text: string, colour: boolean): string =>
  new Chalk({ level: colour ? 1 : 0 }).cyan(text);
