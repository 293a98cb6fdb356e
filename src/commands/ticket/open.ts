/** `ticket open`: the ticket in the person's browser. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { lifeWords } from '../../language/ticket-life.ts';
import { oneLine } from '../../output/untrusted.ts';
import { webAddress } from '../../ticket/http/answer.ts';
import type { Context } from '../context.ts';
import { print, printError } from '../print.ts';
import { setUp } from '../setup.ts';
import { ticketNamed } from './ref.ts';

export const open = async (ref: string, context: Context): Promise<number> => {
  const { language } = await setUp(context);
  const words = lifeWords(language);
  const { sent } = await ticketNamed(ref);
  // It came from the desk once: nothing but a web address is given to the system.
  const url = webAddress(sent?.url);
  if (url === undefined) throw noUrl();
  await printError(words.opened(oneLine(url)));
  if (await started(programFor(process.platform, process.env), url)) return EXIT.ok;
  await printError(words.notOpened);
  await print(`${oneLine(url)}\n`);
  return EXIT.warning;
};

type Program = readonly [string, ...string[]];

const programFor = (platform: string, env: Readonly<Record<string, string | undefined>>): Program => {
  if (platform === 'darwin') return ['open'];
  // Not `start`: that is the shell's, and a shell reads & and ^ in an address.
  if (platform === 'win32') {
    return [join(env.SystemRoot ?? 'C:\\Windows', 'System32', 'rundll32.exe'), 'url.dll,FileProtocolHandler'];
  }
  return ['xdg-open'];
};

/** A browser that was just started may stay: after this time it counts as opened. */
const LIMIT_MS = 3_000;

const started = ([program, ...args]: Program, url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true, windowsHide: true });
    const end = (isOpen: boolean): void => {
      clearTimeout(timer);
      child.unref();
      resolve(isOpen);
    };
    const timer = setTimeout(() => end(true), LIMIT_MS);
    child.on('error', () => end(false));
    child.on('exit', (code) => end(code === 0));
  });

const noUrl = (): UserError => {
  const [en, ru] = [lifeWords('en'), lifeWords('ru')];
  return new UserError('E_TICKET_URL', en.noUrl, en.noUrlHint, {
    exitCode: EXIT.usage,
    ru: { message: ru.noUrl, hint: ru.noUrlHint },
  });
};
