/** `explain`: what a finding means, how it is found, how to put it right, where the rule comes from. */
import type { AnyCheck, Fix, Language } from '../../contract.ts';
import { commandWords } from '../../language/commands.ts';
import { wrap } from '../../output/wrap.ts';
import { looksSpoken } from '../../report/spoken/code.ts';
import type { Context } from '../context.ts';
import { modulesNamed, notThere } from '../modules.ts';
import { print } from '../print.ts';
import { setUp } from '../setup.ts';
import { screenOf } from '../terminal.ts';
import { explainSpoken } from './spoken.ts';

export const explain = async (code: string, context: Context): Promise<void> => {
  const { language } = await setUp(context);
  const checks = await modulesNamed([]);
  if (looksSpoken(code)) return print(`${explainSpoken(code, checks, language).join('\n')}\n`);
  const check = checks.find(({ messages }) => Object.hasOwn(messages.en.findings, code));
  if (check === undefined) {
    throw notThere(
      'E_FINDING',
      code,
      checks.flatMap(({ messages }) => Object.keys(messages.en.findings)),
    );
  }
  const { width } = screenOf(process.stdout, process.env);
  await print(`${explanation(check, code, language, width).join('\n')}\n`);
};

const explanation = (check: AnyCheck, code: string, language: Language, width: number): readonly string[] => {
  const words = commandWords(language);
  const finding = check.messages[language].findings[code];
  const entry = check.catalogue[code];
  const fixes = check.fixes.filter((fix) => fix.for.includes(code));
  const part = (heading: string, lines: readonly string[]) => ['', `${heading}:`, ...lines];
  const text = (content: string) => wrap(content, width, '  ');
  return [
    ...wrap(`${code}: ${finding?.name ?? ''}`, width),
    ...part(words.means, text(finding?.means ?? '')),
    ...part(words.found, text(finding?.found ?? '')),
    ...part(
      words.fixes,
      fixes.length === 0
        ? text(words.noFixes)
        : fixes.flatMap((fix) => fixLines(fix, check, language, width)),
    ),
    ...(entry?.explains === undefined || entry.explains.length === 0
      ? []
      : part(words.explains, entry.explains.flatMap(text))),
    ...part(words.reference, text(entry?.reference ?? '')),
  ];
};

const fixLines = (fix: Fix, check: AnyCheck, language: Language, width: number): readonly string[] => {
  const words = commandWords(language);
  const { title = fix.id, noUndo } = check.messages[language].fixes[fix.id] ?? {};
  const about = [words.onSystems(fix.os.join(', ')), words.needs[fix.needs], words.risk[fix.risk]].join('; ');
  // Commands are not wrapped: they are there to be copied.
  const commands = (steps: readonly (readonly string[])[]) => steps.map((argv) => `      ${shown(argv)}`);
  return [
    ...wrap(title, width, '    ', '  - '),
    ...wrap(about, width, '    '),
    ...commands(fix.steps),
    ...(fix.undo !== undefined
      ? [`    ${words.undo}:`, ...commands(fix.undo)]
      : wrap(`${words.noUndo}${noUndo === undefined ? '' : `: ${noUndo}`}`, width, '    ')),
  ];
};

/** As it would be typed into a shell. */
const shown = (argv: readonly string[]): string =>
  argv
    .map((word) => (/^[\w@%+=:,./<>{}-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(' ');
