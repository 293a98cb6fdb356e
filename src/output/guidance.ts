/** How something is done on exactly this machine, as numbered steps. */
import type { ReportAdvice } from '../report/model.ts';
import { oneLine } from './untrusted.ts';
import { wrap } from './wrap.ts';

export const guidance = (
  { advice = [] }: { readonly advice?: readonly ReportAdvice[] | undefined },
  width: number,
  indent = '',
): readonly string[] =>
  advice.flatMap(({ title, steps }) => [
    ...wrap(oneLine(title), width, `${indent}  `, indent),
    ...steps.flatMap((step, at) => {
      const number = `${at + 1}.`.padEnd(steps.length > 9 ? 4 : 3);
      return wrap(oneLine(step), width, `${indent}  ${' '.repeat(number.length)}`, `${indent}  ${number}`);
    }),
    '',
  ]);
