/** How a heading looks, where colour and weight may be shown. */
import { Chalk } from 'chalk';

export const heading = (text: string, colour: boolean): string =>
  new Chalk({ level: colour ? 1 : 0 }).bold(text);
