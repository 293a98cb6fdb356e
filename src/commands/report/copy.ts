/** `--copy`: a text to the clipboard, through the first program that is there, else through the terminal. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { PasteWords } from '../../language/paste.en.ts';

/** Gives what is to be said about it. */
export const copyText = async (text: string, words: PasteWords): Promise<string> => {
  const failed: string[] = [];
  for (const program of programsFor(process.env, process.platform)) {
    const ended = await fed(program, text);
    if (ended === 'taken') return words.copied(program.name);
    if (ended === 'failed') failed.push(program.name);
  }
  return sentToTerminal(text, process.env) ? words.copySent : words.notCopied(failed.join(', '));
};

interface Program {
  readonly name: string;
  readonly path?: string;
  readonly args?: readonly string[];
  readonly encoding?: 'utf16le';
}

type Env = Readonly<Record<string, string | undefined>>;

/** Those whose clipboard is the one before which the person sits. */
const programsFor = (env: Env, platform: string): readonly Program[] => {
  const isRemote = (env.SSH_CONNECTION ?? '') !== '';
  if (platform === 'win32') {
    // By its path: Windows looks in the working folder first.
    const path = join(env.SystemRoot ?? 'C:\\Windows', 'System32', 'clip.exe');
    return isRemote ? [] : [{ ...CLIP, path }];
  }
  if (platform === 'darwin') return isRemote ? [] : [{ name: 'pbcopy' }];
  return [
    ...(env.WAYLAND_DISPLAY ? [{ name: 'wl-copy' }] : []),
    ...(env.DISPLAY
      ? [
          { name: 'xclip', args: ['-selection', 'clipboard', '-in'] },
          { name: 'xsel', args: ['--clipboard', '--input'] },
        ]
      : []),
    ...(env.WSL_DISTRO_NAME ? [CLIP] : []),
  ];
};

/** What it is given in UTF-8 it takes for the code page of the console. */
const CLIP: Program = { name: 'clip.exe', encoding: 'utf16le' };

const LIMIT_MS = 3_000;

/** `xclip` and `wl-copy` leave a process behind that holds the clipboard: nothing of ours is tied to it. */
const fed = (
  { name, path = name, args = [], encoding }: Program,
  text: string,
): Promise<'taken' | 'failed' | 'missing'> =>
  new Promise((resolve) => {
    const child = spawn(path, args, {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: process.platform !== 'win32',
      windowsHide: true,
      // Without it pbcopy takes UTF-8 for MacRoman.
      env: process.platform === 'darwin' ? { ...process.env, LC_CTYPE: 'UTF-8' } : process.env,
    });
    const end = (how: 'taken' | 'failed' | 'missing') => {
      clearTimeout(timer);
      child.stdin.destroy();
      child.unref();
      resolve(how);
    };
    const timer = setTimeout(() => {
      stop(child.pid);
      end('failed');
    }, LIMIT_MS);
    child.on('error', () => end('missing'));
    child.on('exit', (status) => end(status === 0 ? 'taken' : 'failed'));
    child.stdin.on('error', () => {});
    child.stdin.end(Buffer.from(text, encoding ?? 'utf8'));
  });

/** With whatever it started. */
const stop = (pid: number | undefined): void => {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It ended just now.
  }
};

/** Terminals drop, or show, what is longer. */
const TERMINAL_BYTES = 74_994;

/** OSC 52. The console of Linux and dumb terminals would show it as letters. */
const sentToTerminal = (text: string, { TERM = '' }: Env): boolean => {
  const terminal = [process.stderr, process.stdout].find(({ isTTY }) => isTTY);
  const bytes = Buffer.from(text);
  if (terminal === undefined || ['', 'dumb', 'linux'].includes(TERM) || bytes.length > TERMINAL_BYTES)
    return false;
  terminal.write(`\u001b]52;c;${bytes.toString('base64')}\u0007`);
  return true;
};
