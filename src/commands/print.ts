/** stdout is the answer, stderr is the progress. A reader that has gone away is no error; an answer that is lost is. */
import { UserError } from '../errors.ts';

export const print = (text: string): Promise<void> => write(process.stdout, text).then(refuseLoss);

export const printError = async (text: string): Promise<void> => {
  // Nobody is left to tell.
  await write(process.stderr, `${text}\n`);
};

export const printBytes = (bytes: Buffer): Promise<void> => write(process.stdout, bytes).then(refuseLoss);

/** Gives what went wrong. */
const write = (stream: NodeJS.WriteStream, text: string | Buffer): Promise<Error | undefined> =>
  new Promise((resolve) => {
    if (text.length === 0 || stream.destroyed) return resolve(undefined);
    stream.once('error', resolve);
    stream.write(text, (error) => resolve(error ?? undefined));
  });

/** `head` closes the pipe when it has seen enough. */
const GONE = new Set(['EPIPE', 'EOF', 'ECONNRESET', 'ERR_STREAM_DESTROYED']);

const refuseLoss = (error: Error | undefined): void => {
  const code = error !== undefined && 'code' in error ? String(error.code) : '';
  if (error === undefined || GONE.has(code)) return;
  throw new UserError(
    'E_OUTPUT',
    `The answer could not be written: ${error.message}`,
    'Send it to a place with room for it.',
    {
      cause: error,
      ru: {
        message: `Не удалось записать ответ: ${error.message}`,
        hint: 'Направьте его туда, где есть место.',
      },
    },
  );
};

/** Waits until everything written has left this process: pipes are written in the background. */
export const flush = async (): Promise<void> => {
  await Promise.all([drained(process.stdout), drained(process.stderr)]);
};

const drained = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    if (stream.destroyed || stream.writableLength === 0) return resolve();
    stream.once('drain', resolve);
    stream.once('error', () => resolve());
  });
