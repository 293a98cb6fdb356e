/** Private keys in their armours. */
import { type Format, type Kind, kind } from './kind.ts';
import type { Chance } from './random.ts';

const line = (c: Chance): string => c.base64(64);
const DASHES = '-'.repeat(5);
const armour = (name: string, value: string, before = ''): string =>
  `${DASHES}BEGIN ${name}${DASHES}\n${before}${value}\n${'MC4CAQAwBQYDK2VwBCIEIA=='.slice(0, 20)}==\n${DASHES}END ${name}${DASHES}`;
const PRIVATE = ['PRI', 'VATE KEY'].join('');

const WAYS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `$ cat key.pem\n${text}`,
  (text) => `{"private_key": "${text.replaceAll('\n', '\\n')}"}`,
  (text) => text.replace(/^/gm, '    '),
  (text) => text.replaceAll('\n', '\r\n'),
];
const armoured = (name: string, before = ''): readonly Format[] =>
  WAYS.map(
    (way): Format =>
      (value) =>
        way(armour(name, value, before)),
  );

export const KEYS: readonly Kind[] = [
  kind('secret', 'private key, RSA', line, armoured(`RSA ${PRIVATE}`)),
  kind('secret', 'private key, EC', line, armoured(`EC ${PRIVATE}`)),
  kind('secret', 'private key, PKCS 8', line, armoured(PRIVATE)),
  kind(
    'secret',
    'private key, encrypted',
    line,
    armoured(
      `RSA ${PRIVATE}`,
      'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00000000000000000000000000000000\n\n',
    ),
  ),
  kind('secret', 'private key, OpenSSH', line, armoured(`OPENSSH ${PRIVATE}`)),
  kind('secret', 'private key, PGP', line, armoured(`PGP ${PRIVATE} BLOCK`, 'Version: GnuPG v2\n\n')),
  kind(
    'secret',
    'private key, age',
    (c) => ['AGE', '-SECRET-', 'KEY-1', c.chars('QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L', 58)].join(''),
    [(v) => `# created: 2026-03-12T08:14:31+01:00\n# public key: age1x\n${v}`, (v) => `SOPS_AGE_KEY=${v}`],
  ),
  kind('secret', 'private key, PuTTY', line, [
    (v) =>
      `PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: key\nPublic-Lines: 1\nAAAA\n${['Private', '-Lines'].join('')}: 1\n${v}\nPrivate-MAC: 00`,
    (v) =>
      `PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nComment: key\nPublic-Lines: 1\nAAAA\n${['Private', '-Lines'].join('')}: 2\n${v}\nAAAA\nPrivate-MAC: 00`,
  ]),
  kind('secret', 'private key, JWK', (c) => c.base64(43).replace(/[+/]/g, '-'), [
    (v) => `{"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA","d":"${v}"}`,
    (v) => `{"kty":"oct","k":"${v}"}`,
  ]),
];
