/** What people pass to programs: where these connect to, and as whom. */
import { type Context, HOST, type Kind, NAME } from './context.ts';

const DOTTED = String.raw`[A-Za-z][\w-]{0,62}(?:\.[\w-]{1,63}){1,6}`;

interface Options {
  readonly programs: string;
  readonly host?: string;
  readonly user?: string;
  readonly word?: string;
}

const OPTIONS: readonly Options[] = [
  {
    programs: 'psql|pg_(?:dump|dumpall|restore|isready|basebackup)|(?:create|drop|vacuum)db',
    host: '-h|--host',
    user: '-U|--username',
    word: '-d|--dbname',
  },
  { programs: 'mysql(?:dump|admin|show)?|mariadb(?:-dump)?', host: '-h|--host', user: '-u|--user' },
  { programs: 'mosquitto_(?:pub|sub|rr)', host: '-h|--host', user: '-u|--username' },
  { programs: '(?:redis|valkey)-cli', host: '-h', user: '--user' },
  { programs: 'ldap(?:search|add|modify|delete|whoami|passwd)', host: '-h' },
  { programs: 'mongo(?:sh|dump|restore|export)?', host: '--host', user: '-u|--username' },
  { programs: 'sqlcmd|bcp', host: '-S', user: '-U' },
  { programs: 'ipmitool', host: '-H', user: '-U' },
  { programs: '(?:docker|podman|nerdctl|helm)', user: '-u|--username' },
  { programs: 'ssh|scp|sftp', user: '-l' },
  { programs: 'curl|wget|smbclient', user: '-u|--user|-U' },
  { programs: '[wx]freerdp3?|rdesktop|mstsc', host: '\\/v:|-v', user: '\\/u:|-u' },
];

const option = ({ programs }: Options, kind: Kind, options: string, value: string): Context => ({
  kind,
  pattern: new RegExp(
    `(\\b(?:${programs})(?:\\.exe)?[ \\t](?:[^\\n]{0,200}?[ \\t])?(?:${options})[= \\t]{0,3}["']?)(${value})(?![\\w\\\\])`,
    'g',
  ),
});

export const COMMANDS: readonly Context[] = [
  ...OPTIONS.flatMap((one): readonly Context[] => [
    ...(one.host === undefined ? [] : [option(one, 'host', one.host, HOST)]),
    ...(one.user === undefined ? [] : [option(one, 'user', one.user, NAME)]),
    ...(one.word === undefined ? [] : [option(one, 'word', one.word, NAME)]),
  ]),
  {
    kind: 'host',
    pattern: new RegExp(`(\\b(?:docker|podman|helm registry) login(?: [^\\n]{1,200})? )(${DOTTED})`, 'g'),
  },
  {
    kind: 'host',
    pattern: new RegExp(`(\\b(?:curl|wget)[ \\t][^\\n]{0,200}?https?:\\/\\/)(${DOTTED})(?=[:/"'\\s]|$)`, 'g'),
  },
  { kind: 'user', pattern: /([ \t]\/u(?:ser)?:)([A-Za-z][\w.-]{1,63}(?:\\{1,2}[\w.-]{2,64})?)(?![\w\\])/g },
  { kind: 'user', pattern: new RegExp(`(^(?:-{0,3}> ?|[CS]: ?)?USER )(${NAME})(?=\\r?$)`, 'gm') },
  { kind: 'host', pattern: new RegExp(`(^Name \\()(${HOST})(?=:)`, 'gm') },
  { kind: 'user', pattern: new RegExp(`(^Name \\([^\\s:]{1,253}:)(${NAME})(?=\\):)`, 'gm') },
  { kind: 'word', pattern: /(^(?:core\/)?(?:quota_)?project = )([a-z][\w-]{3,40})(?=\r?$)/gm },
  { kind: 'word', pattern: /(\bgcloud [^\n]{0,200}?--project[= ])([a-z][\w-]{3,40})/g },
  { kind: 'person', pattern: /(\buser\.name[= \t]{1,3}["']?)([^\s"'][^"'\r\n]{1,60})/g },
  { kind: 'serial', pattern: /(\barn:aws[\w-]{0,10}:[\w-]{1,30}:[\w-]{0,20}:)(\d{12})(?=:)/g },
  { kind: 'serial', pattern: /("(?:Account|AccountId|OwnerId|account_id)" ?: ?")(\d{12})(?=")/g },
  { kind: 'serial', pattern: /((?<![A-Za-z0-9])(?:AIDA|AROA|AGPA|ANPA))([A-Z0-9]{16,17})(?![A-Za-z0-9])/g },
  { kind: 'user', pattern: /(\barn:aws[\w-]{0,10}:iam:[^\s"]{1,80}?:user\/)([\w+=,.@-]{2,64})/g },
  {
    kind: 'host',
    isLong: true,
    pattern: /("auths" ?: ?\{\s{0,20}"(?:https?:\/\/)?)([\w.-]{3,253})(?=[":/])/g,
  },
  { kind: 'user', isLong: true, pattern: /(^- name: )([\w.@-]{2,64})(?=\r?\n {2}user:)/gm },
  {
    kind: 'host',
    pattern:
      /(^)([a-z][\w.-]{1,252})(?= {1,40}(?:Not)?Ready(?:,SchedulingDisabled)? {1,20}[\w<>,-]{3,60} {1,20}\d{1,5}[smhdy])/gm,
  },
];
