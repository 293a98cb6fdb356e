/** A mail server on loopback that answers what a test tells it to, line by line, however hostile. */

import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A text is sent as it is, with a line end; 'hang up' ends the connection; 'silence' answers nothing. */
export type Said = string | 'hang up' | 'silence';

export interface Script {
  readonly greeting?: Said;
  /** What is said to a command; undefined: what a kind server says. */
  readonly reply?: (command: string) => Said | undefined;
  /** To the whole mail. */
  readonly taken?: (mail: string) => Said | undefined;
  /** While the mail comes in, after so many bytes. */
  readonly during?: { readonly bytes: number; readonly said: Said };
}

export interface Server {
  readonly port: number;
  /** Command lines, as they came. */
  readonly commands: readonly string[];
  /** As they were handed over, whole. */
  readonly mails: readonly string[];
  readonly connections: () => number;
}

const END = '\r\n.\r\n';

export const startServer = async (script: Script = {}): Promise<Server> => {
  const commands: string[] = [];
  const mails: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    const say = (said: Said): void => {
      if (said === 'hang up') socket.destroy();
      else if (said !== 'silence') socket.write(`${said}\r\n`);
    };
    let rest = '';
    let isMail = false;
    const onMail = (): void => {
      if (script.during && rest.length > script.during.bytes) {
        // Nothing more is read: the sender cannot come to its end.
        socket.pause();
        say(script.during.said);
        return;
      }
      const end = rest.indexOf(END);
      if (end < 0) return;
      const mail = rest.slice(0, end + 2);
      rest = rest.slice(end + END.length);
      isMail = false;
      mails.push(mail);
      say(script.taken?.(mail) ?? '250 kept');
    };
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1');
      while (rest.includes('\r\n') && !isMail) {
        const end = rest.indexOf('\r\n');
        const command = rest.slice(0, end);
        rest = rest.slice(end + 2);
        commands.push(command);
        const said = script.reply?.(command) ?? kind(command);
        isMail = said.startsWith('354');
        say(said);
        if (command === 'QUIT') socket.end();
      }
      if (isMail) onMail();
    });
    say(script.greeting ?? '220 made-up ESMTP');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(
    () =>
      new Promise<void>((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  );
  const { port } = server.address() as AddressInfo; // It listens on TCP.
  return { port, commands, mails, connections: () => connections };
};

const kind = (command: string): Said => {
  const [verb = ''] = command.toUpperCase().split(/[ :]/);
  if (verb === 'EHLO') return '250-made-up\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN';
  if (verb === 'DATA') return '354 go on';
  if (verb === 'AUTH') return '235 welcome';
  return verb === 'QUIT' ? '221 bye' : '250 ok';
};
