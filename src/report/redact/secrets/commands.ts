/** Passwords that are passed to programs, in the lists of processes and in the histories of shells. */
import type { Rule } from './rule.ts';
import { isMade, isTelling, VALUE } from './values.ts';

/** The options by which programs take a password that is a word of its own. */
const OPTIONS: readonly (readonly [programs: string, options: string])[] = [
  [
    'docker|podman|nerdctl|helm|az|[Pp]s[Ee]xec(?:64)?|mongo(?:sh|dump)?|rdesktop|htpasswd|usermod|useradd',
    '-p',
  ],
  ['ldap(?:search|add|modify|delete|whoami|passwd)|ldapcompare', '-w'],
  ['redis-cli|valkey-cli', '-a'],
  ['openssl', '-k'],
  ['sqlcmd|bcp|unzip|zip|ipmitool|isql|mosquitto_(?:pub|sub|rr)', '-P'],
  ['schtasks', '\\/(?:rp|p)'],
  ['snmp(?:walk|get|set|bulkwalk)', '-[AXc]'],
];

export const COMMAND_RULES: readonly Rule[] = [
  ...OPTIONS.map(
    ([programs, options]): Rule => ({
      pattern: new RegExp(
        `(\\b(?:${programs})(?:\\.exe)?(?:[ \\t][^\\n]{0,200}?)?[ \\t](?:${options})[ \\t]{1,3})(?![-/])(${VALUE})`,
        'g',
      ),
      isSecret: isTelling,
    }),
  ),
  {
    pattern: new RegExp(
      `(--?(?<=\\s--?)(?:[a-z]{1,20}-){0,3}(?:password|passwd|pass|token|secret|api-?key|psk|passphrase|auth)[ \\t]{1,3})(?!-)(${VALUE})`,
      'gi',
    ),
    isSecret: isTelling,
  },
  { pattern: /(\bsshpass[ \t]{1,3}-p[ \t]{0,3})(\S{1,200})/g },
  { pattern: /(\bmy(?:sql|sqldump|sqladmin)\s[^\n]{0,200}?\s-p)([^\s-]\S{0,100})/g },
  { pattern: /(\b(?:7z[ar]?|7za|rar|unrar)(?:\.exe)?(?:[ \t][^\n]{0,200}?)?[ \t]-h?p)([^\s-]\S{0,100})/g },
  {
    pattern:
      /(\bnet(?:\.exe)?[ \t]{1,3}use[ \t][^\n]{0,120}?\\\\[^\s\\]{1,80}\\\S{1,80}[ \t]{1,3})([^\s/*][^\s]{1,100})/gi,
  },
  {
    pattern: /(\bnet(?:\.exe)?[ \t]{1,3}user[ \t]{1,3}[^\s/]{1,64}[ \t]{1,3})([^\s/*][^\s]{1,100})/gi,
    isSecret: isMade,
  },
  // The password may also be the last word, behind the user.
  {
    pattern:
      /(\bnet(?:\.exe)?[ \t]{1,3}use[ \t][^\n]{0,200}?\/u(?:ser)?:\S{1,80}[ \t]{1,3})([^\s/*][^\s]{1,100})/gi,
  },
  // As FTP, POP and IRC send it.
  { pattern: /(^(?:\S{0,40}[ \t]{0,3}-{0,3}> ?|[CS]: ?)?PASS[ \t])(\S{2,200})(?=\r?$)/gm },
  { pattern: /(\s\/(?:pass(?:word)?|p|pw):)(\S{2,200})/gi },
  {
    pattern: /(\bConvertTo-SecureString[ \t]{1,3}(?:-String[ \t]{1,3})?)("[^"\n]{1,200}"|'[^'\n]{1,200}')/gi,
  },
  {
    pattern:
      /(\bcurl(?:[ \t][^\n]{0,200}?)?[ \t](?:-b|--cookie)[ \t=]{1,3})("[^"\n]{3,2000}"|'[^'\n]{3,2000}'|[^\s"']{1,100}=\S{3,2000})/g,
  },
  { pattern: /(\bpass:)(\S{3,200})/g },
  { pattern: /(\s(?:-u|--user|--proxy-user)[ =]{1,3}["']?[\w.@\\-]{1,80}:)([^\s"']{2,200})/g },
  { pattern: /(\s-U[ \t]{0,3}["']?[\w.\\-]{1,80}%)([^\s"']{2,200})/g },
  { pattern: /(\blogin[ \t]{1,3}\S{1,80}[ \t]{1,3}password[ \t]{1,3})(\S{1,200})/g },
  { pattern: /(\bidentified[ \t]{1,3}by[ \t]{1,3})('[^'\n]{1,200}'|"[^"\n]{1,200}")/gi },
  { pattern: /(["']\w[\w.-]{0,31}:)([^"'\n]{2,200})(?=["']\s{0,3}\|\s{0,3}(?:sudo )?chpasswd)/g },
  // Routers and switches.
  {
    pattern:
      /(^ {0,4}(?:enable secret|enable password|snmp-server community|radius-server key|tacacs-server key) (?:\d )?)(\S{2,200})/gm,
  },
];
