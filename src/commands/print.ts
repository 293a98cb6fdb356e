/** stdout is the answer, stderr is the progress. A reader that has gone away is no error. */

export const print = (text: string): Promise<void> => write(process.stdout, text);

export const printError = (text: string): Promise<void> => write(process.stderr, `${text}\n`);

export const printBytes = (bytes: Buffer): Promise<void> => write(process.stdout, bytes);

const write = (stream: NodeJS.WriteStream, text: string | Buffer): Promise<void> =>
  new Promise((resolve) => {
    if (text.length === 0 || stream.destroyed) return resolve();
    // `head` closes the pipe when it has seen enough; a full disk behind `>` is told by the shell's own file.
    stream.once('error', () => resolve());
    stream.write(text, () => resolve());
  });

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
