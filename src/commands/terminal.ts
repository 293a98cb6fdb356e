/** What can be expected of the terminal, if there is one. */

export interface Screen {
  readonly width: number;
  readonly colour: boolean;
  readonly ascii: boolean;
}

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

type Env = Readonly<Record<string, string | undefined>>;

const DEFAULT_WIDTH = 80;
/** Longer lines are hard to read, however wide the window is. */
const MAX_WIDTH = 100;
const MIN_WIDTH = 20;

export const screenOf = (stream: Stream, env: Env, platform: string = process.platform): Screen => {
  const told = Number.parseInt(env.COLUMNS ?? '', 10);
  const columns = isSized(stream) ? stream.columns : told;
  return {
    width: Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, columns > 0 ? columns : DEFAULT_WIDTH)),
    colour: stream.isTTY === true && !isPlain(env),
    ascii: !speaksUnicode(env, platform),
  };
};

/** Whether something that moves may be shown. */
export const isLively = (stream: Stream, env: Env): boolean =>
  stream.isTTY === true && isSized(stream) && env.TERM !== 'dumb' && env.CI === undefined;

/** Serial lines and bare pseudo-terminals say 0: what moves on them would count lines without end. */
const isSized = (stream: Stream): stream is Stream & { readonly columns: number } =>
  stream.columns !== undefined && stream.columns > 0;

/** Whether somebody is there to answer. */
export const isPromptable = (program: {
  readonly stdin: { readonly isTTY?: boolean };
  readonly stderr: { readonly isTTY?: boolean };
  readonly env: Env;
}): boolean => program.stdin.isTTY === true && program.stderr.isTTY === true && program.env.TERM !== 'dumb';

const isPlain = (env: Env): boolean => (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';

/** The locale says which characters there are; Windows' own consoles have known all of them since 10. */
const speaksUnicode = (env: Env, platform: string): boolean => {
  if (platform === 'win32') return true;
  if (env.TERM === 'linux' || env.TERM === 'dumb') return false;
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find((value) => value !== undefined && value !== '');
  return locale === undefined || /utf-?8/i.test(locale);
};
