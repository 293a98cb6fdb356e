import type { Desk } from '../../../src/ticket/desk.ts';
import type { EmailSettings } from '../../../src/ticket/desks/email/settings.ts';
import { makeEmail } from '../../../src/ticket/desks/email.ts';

export const PASSWORD = 'a-password-made-for-tests';

export const mailDesk = (port: number, more: Partial<EmailSettings> = {}): Desk =>
  makeEmail(
    {
      kind: 'email',
      host: '127.0.0.1',
      port,
      security: 'plain',
      from: 'techsupport@sender.example',
      to: 'support@desk.example',
      answerTimeoutMs: 2_000,
      ...more,
    },
    { env: { PASSWORD }, toolVersion: '0.1.0', nowMs: () => 1_770_000_000_000 },
  );

/** Header fields of a mail, unfolded, in lower case, as often as they stand there. */
export const headersOf = (mail: string): ReadonlyMap<string, readonly string[]> => {
  const head = mail.slice(0, mail.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const found = new Map<string, string[]>();
  for (const line of head.split('\r\n')) {
    const [name = '', ...value] = line.split(':');
    const known = found.get(name.toLowerCase()) ?? [];
    found.set(name.toLowerCase(), [...known, value.join(':').trim()]);
  }
  return found;
};

/** The file that a mail carries. */
export const attachedTo = (mail: string): Buffer | undefined => {
  const part = mail.split(/\r\n--[^\r\n]+/).find((one) => /Content-Disposition:\s*attachment/i.test(one));
  return part === undefined
    ? undefined
    : Buffer.from(part.slice(part.indexOf('\r\n\r\n') + 4).replace(/\s/g, ''), 'base64');
};
