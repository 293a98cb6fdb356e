/** The way to the mail server: only where it was meant to lead. */
import { createConnection, isIP, type Socket } from 'node:net';
import type { DeskOptions, Failed } from '../../desk.ts';
import { publicOnly } from '../../http/connection.ts';
import { isLoopbackHost, type Mailbox, portOf } from './settings.ts';
import { dialTrouble, notReceived } from './trouble.ts';

export const dial = (box: Mailbox, { signal }: DeskOptions): Promise<Socket | Failed> =>
  new Promise((resolve) => {
    const { host, connectTimeoutMs } = box;
    const socket = createConnection({
      host,
      port: portOf(box),
      ...(mayBePrivate(box) ? {} : { lookup: publicOnly }),
    });
    const end = (result: Socket | Failed): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      socket.off('connect', onConnect);
      // One that ends now must not end the program: whoever takes it over has handlers of their own.
      if (result !== socket) socket.destroy();
      resolve(result);
    };
    const onAbort = (): void => end(notReceived('interrupted', 'soon', 'interrupted'));
    const onConnect = (): void => end(socket);
    const timer = setTimeout(
      () => end(notReceived('timeout', 'soon', `no connection within ${connectTimeoutMs / 1000} s`)),
      connectTimeoutMs,
    );
    socket.on('error', (error) => end(dialTrouble(error)));
    socket.on('connect', onConnect);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
  });

/** An address that stands in the configuration itself was meant. */
const mayBePrivate = ({ host, privateNetwork }: Mailbox): boolean =>
  privateNetwork || isLoopbackHost(host) || isIP(host) !== 0;
