/** What Windows and macOS tell of a computer and whose it is, in the words of their own programs. */
import { type Context, HOST, NAME } from './context.ts';

export const COMPUTERS: readonly Context[] = [
  {
    kind: 'host',
    pattern:
      /(^[ \t]{1,20})(?!WORKGROUP|MSHOME)([A-Z0-9][A-Z0-9-]{1,14})(?=[ \t]{0,16}<[0-9A-F]{2}> {1,4}(?:UNIQUE|GROUP))/gm,
  },
  {
    kind: 'host',
    pattern: new RegExp(`(\\bTarget: [^\\n]{0,60}?target=(?:TERMSRV\\/)?)(${HOST})(?=\\r?$)`, 'gm'),
  },
  { kind: 'host', pattern: /(^[ \t]*Device ?Name[ \t]{0,20}: )([\w.-]{2,63})(?=\r?$)/gm },
  { kind: 'word', pattern: /(^[ \t]*(?:TenantName|Site Name)[ \t]{0,20}:[ \t]{1,40})([^\s][^\r\n]{1,80})/gm },
  { kind: 'word', pattern: /(\bPartial Product Key: )([A-Z0-9]{5})(?!\w)/g },
  {
    kind: 'user',
    isLong: true,
    pattern: new RegExp(`(\\bUser authentication succeeded:\\s{1,8}User: )(${NAME})`, 'g'),
  },
  {
    kind: 'host',
    isLong: true,
    pattern: new RegExp(`(^Domain: )(${HOST})(?=\\r?\\nSource Network Address)`, 'gm'),
  },
  { kind: 'host', pattern: new RegExp(`(-ComputerName[ :]["']?)(${HOST})(?![\\w\\\\])`, 'gi') },
  { kind: 'user', pattern: new RegExp(`(\\bPSCredential[ (]{1,3}["'])(${NAME})(?=["'])`, 'gi') },
  { kind: 'person', isLong: true, pattern: /(^RealName:\s{1,4})(\p{L}[^\r\n:]{1,60})(?=\r?$)/gmu },
  {
    kind: 'person',
    pattern: /(^[ \t]{4,40}DisplayName = ")(\p{Lu}[\p{L}'-]{1,30} \p{Lu}[^"\n]{1,40})(?=";)/gmu,
  },
  { kind: 'serial', pattern: /(\bAccountDSID = "?)(\d{8,12})/g },
  { kind: 'user', pattern: /("acct"<blob>=")([^"\n@]{2,64})(?=")/g },
  { kind: 'host', pattern: /("srvr"<blob>=")([\w.-]{2,253})(?=")/g },
];
