/** What mail, hosts and names look like in text. Every repetition is bounded: no text can make these slow. */
import { PRIVATE_ENDS } from './vocabulary.ts';

export const MAIL =
  /(?<![\w.+%-])([\w.+%-]{1,64})@((?:[a-z0-9](?:[a-z0-9-]{0,62}))(?:\.[a-z0-9-]{1,63}){0,6}\.[a-z]{2,24})(?![\w-])/gi;
/** `getty@tty1.service` is a unit, `git@github.com` everybody's account. */
export const NO_MAIL =
  /^\d+\.|\.(?:service|socket|timer|target|mount|slice|path|device|scope|swap|so|conf|desktop|automount|png|svg|js|css|gz|xz|bz2|zst|yml|yaml|json|tar|deb|rpm)$/i;
/** Where a project is written to, and no person. */
export const PUBLIC_LIST =
  /^(?:(?:lists|bugs|packages)\.(?:debian|ubuntu)\.(?:org|com)|(?:lists|vger)\.(?:kernel|gnu|freedesktop)\.org)$/i;
export const SID = /(\bS-1-5-21-)(\d{1,10}-\d{1,10}-\d{1,10})(?=-|\b)/g;
export const PRIVATE_NAME = new RegExp(
  `(?:(?<![\\w.-])|(?<=%[0-9A-F]{2})|(?<=\\\\[nrt]))(?:[a-z0-9_](?:[a-z0-9_-]{0,62})\\.){1,6}(?:${PRIVATE_ENDS})(?![A-Za-z0-9-]|\\.\\w)`,
  'gi',
);
/** Hosts in URLs that only an own name server knows. */
export const PRIVATE_URL = new RegExp(
  `://(?:[^\\s/@]{0,200}@)?((?:[\\w-]{1,63}\\.){1,6}(?:${PRIVATE_ENDS}))(?![\\w.-])`,
  'gi',
);
/** A name under one of the ends that most names have. */
export const ANY_NAME =
  /(?<![\w.@-])(?:[a-z0-9_](?:[a-z0-9_-]{0,62})\.){1,6}(?:com|org|net|edu|gov|io|dev|app|info|biz|cloud|online|eu|de|at|ch|fr|nl|be|uk|ie|es|it|pt|pl|cz|sk|ru|su|by|ua|kz|se|no|fi|dk|ee|lv|lt|us|ca|mx|br|au|nz|jp|cn|in|kr|tr|za|il|xn--p1ai)(?![A-Za-z0-9-]|\.\w)/gi;
export const NO_HOST =
  /^(?:rc|jail|fail2ban|localhost|_\w+\._(?:tcp|udp)|mimeapps|user|usr|etc)\.local(?:domain)?$|^(?:_\w+\.)+local$/i;
export const AT_HOST = /(?<![\w.@-])([a-z_][\w.-]{0,31})(@)([a-z][\w-]{1,62})(?![\w.-]|@)/gi;

/** 'x/rc.local' is a file; 'http://nas.local' is a host, and so is 'lists/nas.local_debian' of apt. */
export const isFile = (text: string, at: number, name: string): boolean =>
  text[at - 1] === '/' && text[at - 2] !== '/' && text[at + name.length] !== '_';

export const hideUserinfo = (
  text: string,
  user: (name: string) => string,
  mark: (text: string) => string,
): string =>
  text.replace(USERINFO, (whole: string, before: string, name: string, password?: string) => {
    if (password === undefined) return /^(?:git|hg|svn)$/.test(name) ? whole : `${before}${user(name)}@`;
    return `${before}${user(name)}:${mark('secret')}@`;
  });
export const USERINFO =
  /(\b[a-z][a-z0-9+.-]{1,20}:\/\/)([^\s/@:"'<>\uFDD0]{0,256})(?::([^\s/"'<>]{0,256}))?@/gi;

export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Longest first, so that a name within another one does not split it. */
const alternatives = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escaped)
    .join('|');

const BEGIN = String.raw`(?:(?<![\p{L}\p{N}])|(?<=\\[nrtb])|(?<=%[0-9A-Fa-f]{2}))`;

export const wordsPattern = (words: Iterable<string>): RegExp | undefined => {
  const list = alternatives(words);
  return list === '' ? undefined : new RegExp(`${BEGIN}(?:${list})(?![\\p{L}\\p{N}])`, 'giu');
};

/** Also within other words. */
export const literalsPattern = (texts: Iterable<string>): RegExp | undefined => {
  const list = alternatives(texts);
  return list === '' ? undefined : new RegExp(list, 'gu');
};

export const domainsPattern = (domains: Iterable<string>): RegExp | undefined => {
  const list = alternatives(domains);
  if (list === '') return undefined;
  return new RegExp(
    `${BEGIN}(?:[a-z0-9_*](?:[a-z0-9_-]{0,62})\\.){0,6}(?:${list})(?![\\p{L}\\p{N}-])`,
    'giu',
  );
};

/** Windows names classes of programs, interfaces and devices by UUIDs. */
export const CLASS =
  /\b(?:CLSID|APPID|IID|TypeLib|ClassGuid|ProviderGuid|Provider Guid|Scheme GUID)\\?["']?[ \t:=\\(]{0,6}["']?\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/gi;
