/** One question with arrow keys, digits and letters: what the ready-made prompts lack is going back and asking for more. */
import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isUpKey,
  type KeypressEvent,
  makeTheme,
  useKeypress,
  usePagination,
  usePrefix,
  useState,
} from '@inquirer/core';
import type { DiagnoseWords } from '../../language/diagnose.en.ts';
import { wrap } from '../../output/wrap.ts';
import { type Can, keyKind, type Pressed } from './keys.ts';
import type { Choice } from './partner.ts';

export interface PromptConfig {
  readonly message: string;
  readonly choices: readonly Choice[];
  readonly can: Can;
  readonly words: DiagnoseWords;
  /** In columns, as it is now: the window may be made smaller meanwhile. */
  readonly width: () => number;
  /** In rows. */
  readonly height: () => number;
  readonly ascii: boolean;
  readonly paint: (text: string) => string;
}

const MIN_ROWS = 5;

export const prompt = createPrompt<Pressed, PromptConfig>((config, done) => {
  const { choices, words } = config;
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const prefix = usePrefix({ status: chosen === undefined ? 'idle' : 'done', theme: makeTheme({}) });
  const end = (said: Pressed, shown: string) => {
    setChosen(shown);
    done(said);
  };
  useKeypress((key: KeypressEvent & { readonly sequence?: string }) => {
    if (isEnterKey(key)) {
      const choice = choices[active];
      if (choice !== undefined) end({ kind: 'answer', answer: choice.id }, choice.name);
    } else if (isUpKey(key, []) || isDownKey(key, [])) {
      const step = isUpKey(key, []) ? -1 : 1;
      setActive(Math.min(choices.length - 1, Math.max(0, active + step)));
    } else {
      const typed = (key.sequence ?? key.name ?? '').toLowerCase();
      const digit = choices[Number(typed) - 1];
      if (/^[1-9]$/.test(typed) && digit !== undefined) {
        setActive(Number(typed) - 1);
        return;
      }
      const kind = keyKind(typed, config.can);
      if (kind !== undefined) end({ kind }, words.keyNames[kind]);
    }
  });
  const width = config.width();
  const head = `${prefix} `;
  const message = wrap(config.message, width - 2).map((line, at) => (at === 0 ? head + line : `  ${line}`));
  const mark = config.ascii ? '>' : '❯';
  const rows = usePagination({
    items: choices,
    active,
    renderItem: ({ item: { name }, index, isActive }) => {
      const lines = wrap(name, width, '     ', `${isActive ? mark : ' '} ${index + 1}. `);
      return (isActive ? lines.map(config.paint) : lines).join('\n');
    },
    // The question, the keys, and a line to breathe.
    pageSize: Math.max(MIN_ROWS, config.height() - message.length - 4),
    loop: false,
  });
  if (chosen !== undefined) return [...message, ...wrap(chosen, width, '    ', '  ')].join('\n');
  return [[...message, rows].join('\n'), wrap(keysOf(config), width, '  ', '  ').join('\n')];
});

const keysOf = ({ words: { keys }, can, ascii }: PromptConfig): string =>
  [
    ascii ? keys.moveAscii : keys.move,
    ...(can.unsure ? [keys.unsure] : []),
    ...(can.back ? [keys.back] : []),
    ...(can.details ? [keys.details] : []),
    keys.leave,
  ].join(', ');
