/** Learns from a recording and from text which names, networks and numbers are this machine's own. */
import type { RecordedEntry, Recording } from '../../contract.ts';
import { cellsIn } from './columns.ts';
import { HOME, isValue, type Kind, SHARED } from './contexts.ts';
import { maskBits, parseIpv4 } from './ipv4.ts';
import { isDistinct, isGeneric, type Known } from './known.ts';
import { CLASS, PRIVATE_URL } from './patterns.ts';
import { isDistinctSecret, secretsIn } from './secrets.ts';
import { allOf } from './sieve/all.ts';
import { eachLine } from './sieve/lines.ts';
import { SHAPE, shapeOf } from './sieve/shape.ts';
import { lineContexts, lineRules, lineSieve, longContexts, longRules, longSieve } from './sieve/sieves.ts';
import { networksInTables, TABLES } from './tables.ts';
import { TELLING_LABELS } from './vocabulary.ts';

/** Lengths of a machine's own networks, as its tools print them. */
const CIDR = /(?<![\d.])((?:\d{1,3}\.){3}\d{1,3})\/(\d{1,2})(?![\d.])/g;
const MASKED = /(?<![\d.])((?:\d{1,3}\.){3}\d{1,3})[^\d]{1,60}?(255\.\d{1,3}\.\d{1,3}\.\d{1,3})(?![\d.])/g;
const HEX_MASKED = /(?<![\d.])((?:\d{1,3}\.){3}\d{1,3}) netmask 0x([0-9a-f]{8})/g;
const JSON_PREFIX =
  /"(?:local|ip_?address|address|dst)" ?: ?"((?:\d{1,3}\.){3}\d{1,3})"[^{}]{0,200}?"prefix_?len(?:gth)?" ?: ?(\d{1,2})/gi;

export const learnText = (text: string, known: Known): void => {
  learnAcrossLines(text, known);
  eachLine(text, (from, to) => {
    lineSieve.look(text, from, to);
    learnLine(text.slice(from, to), shapeOf(text, from, to), known);
  });
};

/** What takes more than a line to say. */
export const learnAcrossLines = (text: string, known: Known): void => {
  longSieve.look(text, 0, text.length);
  for (const { value } of secretsIn(text, longRules())) if (isDistinctSecret(value)) known.addSecret(value);
  for (const { kind, pattern } of longContexts()) {
    for (const [, , value = ''] of allOf(text, pattern)) learnValue(known, kind, value);
  }
  if (/\b(?:SERIAL|WWN|SSID)\b/.test(text)) {
    for (const { kind, value } of cellsIn(text)) learnValue(known, kind, value);
  }
  if (text.includes('refix')) {
    for (const [, address = '', bits = ''] of allOf(text, JSON_PREFIX))
      learnNetwork(known, address, Number(bits));
  }
  if (text.includes('255.')) {
    for (const [, address = '', mask = ''] of allOf(text, MASKED)) {
      learnNetwork(known, address, maskBits(parseIpv4(mask) ?? -1));
    }
  }
};

/** Right after the sieve looked at that line. */
export const learnLine = (line: string, shape: number, known: Known): void => {
  const { may } = lineSieve;
  if (may(CLASS)) for (const [, uuid = ''] of allOf(line, CLASS)) known.addClass(uuid);
  for (const { value } of secretsIn(line, lineRules())) if (isDistinctSecret(value)) known.addSecret(value);
  for (const { kind, pattern } of lineContexts()) {
    for (const [, , value = ''] of allOf(line, pattern)) learnValue(known, kind, value);
  }
  if (may(HOME)) {
    for (const match of allOf(line, HOME)) {
      const name = decoded(match[2] ?? match[4] ?? '');
      if (!SHARED.test(name)) learnUser(known, name);
    }
  }
  if (may(PRIVATE_URL)) for (const [, name = ''] of allOf(line, PRIVATE_URL)) learnTarget(known, name);
  if ((shape & SHAPE.dotted) !== 0) learnNetworks(line, known);
  if (TABLES.some(may)) for (const network of networksInTables(line)) known.addNetwork(network);
};

const learnNetworks = (line: string, known: Known): void => {
  for (const [, address = '', bits = ''] of allOf(line, CIDR)) learnNetwork(known, address, Number(bits));
  for (const [, address = '', mask = ''] of allOf(line, HEX_MASKED)) {
    learnNetwork(known, address, maskBits(Number.parseInt(mask, 16)));
  }
};

const learnValue = (known: Known, kind: Kind, value: string): void => {
  if (!isValue(value, kind)) return;
  if (kind === 'domains') for (const domain of value.split(/[\s,"]+/)) known.addDomain(domain);
  else if (kind === 'owner' || kind === 'word') return;
  else if (kind === 'host') {
    if (!known.isPublic(value)) learnHost(known, value);
  } else if (kind === 'user') learnUser(known, value);
  else if (kind === 'id') known.addId(value);
  else if (kind === 'serial') {
    if (value.length >= 6 && /\d/.test(value) && !/^(?:0x)?0*\d{1,5}$/.test(value))
      known.addWord('serial', value);
  } else known.addWord(kind, value);
};

const learnHost = (known: Known, name: string): void => {
  const [first = '', ...rest] = name.toLowerCase().replace(/\.$/, '').split('.');
  if (/^[\d.:]+$/.test(name)) return;
  if (!isGeneric(first) && !TELLING_LABELS.has(first)) known.addWord('host', first);
  if (rest.length >= 2 || (rest.length === 1 && first !== 'localhost')) {
    known.addDomain(rest.length >= 2 ? rest.join('.') : name);
  }
};

const learnUser = (known: Known, name: string): void => {
  // 'DESKTOP\jane': the part behind is the user, before it the computer or the domain.
  const own = name.split(/\\+/).at(-1) ?? name;
  if (!isGeneric(own)) known.addWord('user', own);
};

const learnNetwork = (known: Known, address: string, bits: number | undefined): void => {
  const base = parseIpv4(address);
  if (base === undefined || bits === undefined || bits > 32) return;
  if (bits >= 8) known.addAddress(base);
  known.addNetwork({ base, bits });
};

/** A name that is contacted and not among those that everybody contacts. */
export const learnTarget = (known: Known, target: string): void => {
  const [, name = target] =
    /^[a-z][a-z0-9+.-]{0,20}:\/\/(?:[^/@\s]{0,200}@)?(\[[^\]]{1,60}\]|[^\s/:?#]{1,253})/i.exec(target) ?? [];
  const address = parseIpv4(name);
  if (address !== undefined) {
    known.addAddress(address);
    return;
  }
  const host = name
    .toLowerCase()
    .replace(/:\d{1,5}$/, '')
    .replace(/\.$/, '');
  if (!/^[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){1,8}$/u.test(host) || /\.(?:\d+|invalid)$/.test(host))
    return;
  if (known.isPublic(host)) return;
  const labels = host.split('.');
  // 'x.co.uk' ends in what many share; so does whatever has a short last but one label.
  const own = (labels.at(-2)?.length ?? 0) <= 3 && labels.length > 2 ? 3 : 2;
  known.addDomain(labels.slice(-own).join('.'));
};

export const learnRecording = (
  { entries }: Recording,
  known: Known,
  isKept: (name: string) => boolean,
): void => {
  for (const entry of Object.values(entries)) learnEntry(entry, known, isKept);
};

const learnEntry = (
  { request, answer }: RecordedEntry,
  known: Known,
  isKept: (name: string) => boolean,
): void => {
  const target = (name: string): void => {
    if (!isKept(hostOf(name))) learnTarget(known, name);
  };
  if (request.kind === 'tcp' || request.kind === 'tls') target(request.host);
  if (request.kind === 'lookup' || request.kind === 'resolve') target(request.name);
  if (request.kind === 'http') for (const url of [request.url, request.proxy]) if (url) target(url);
  const raw = answer.status === 'ok' ? answer.raw : answer.partial;
  if (raw === undefined) return;
  if ('hostname' in raw) learnHost(known, raw.hostname);
  if ('home' in raw) {
    learnUser(known, raw.name);
    // A home that stands nowhere usual still bears the user's name.
    learnUser(known, raw.home.split(/[\\/]+/).at(-1) ?? '');
  }
  if ('headers' in raw && raw.headers.location !== undefined) target(raw.headers.location);
  if ('values' in raw) learnEnvironment(raw.values, known, target);
  if ('addresses' in raw && !('outcome' in raw)) {
    for (const { address, prefix } of raw.addresses) learnNetwork(known, address, prefix);
  }
  if (request.kind === 'file' && 'text' in raw) learnFile(request.path, raw.text, known);
  if (request.kind === 'list' && 'names' in raw && HOMES.test(request.path)) {
    for (const name of raw.names) if (!SHARED.test(name)) learnUser(known, name);
  }
  if (request.kind === 'exec' && 'stdout' in raw && /(?:^|[\\/])hostname(?:\.exe)?$/i.test(request.argv[0])) {
    learnHost(known, raw.stdout.trim());
  }
};

/** Folders with one folder a person. */
const HOMES = /^(?:\/home|\/Users|[A-Z]:\\Users)$/i;

const hostOf = (target: string): string =>
  (/^[a-z][a-z0-9+.-]*:\/\/(?:[^/@\s]*@)?([^\s/:?#]+)/i.exec(target)?.[1] ?? target).toLowerCase();

const learnEnvironment = (
  values: Readonly<Record<string, string>>,
  known: Known,
  target: (name: string) => void,
): void => {
  for (const [name, value] of Object.entries(values)) {
    if (/^(?:USER|LOGNAME|USERNAME|SUDO_USER)$/i.test(name)) learnUser(known, value);
    if (/^(?:HOSTNAME|HOST|COMPUTERNAME|USERDOMAIN)$/i.test(name)) learnHost(known, value);
    if (/proxy$/i.test(name)) for (const part of value.split(/[\s,]+/)) target(part);
  }
};

const learnFile = (path: string, text: string, known: Known): void => {
  if (/\/(?:hostname|nodename)$/.test(path)) learnHost(known, text.trim());
  if (/\/machine-id$|\/boot_id$/.test(path) && /^[0-9a-f]{32}\s*$/.test(text)) known.addId(text.trim());
  if (/(?:^|\/)hosts$/.test(path)) learnHosts(text, known);
  if (/serial$/.test(path) && isValue(text.trim()) && isDistinct(text.trim().toLowerCase())) {
    known.addWord('serial', text.trim());
  }
};

/** Names in /etc/hosts beside those that every system puts there. */
const learnHosts = (text: string, known: Known): void => {
  for (const line of text.split('\n')) {
    const [address = '', ...names] = (line.split('#', 1)[0] ?? '').trim().split(/\s+/);
    if (address === '' || address === '0.0.0.0' || names.length > 20) continue;
    for (const name of names) {
      if (!/^(?:ip6-|localhost|broadcasthost|local$|kubernetes|host\.docker|gateway\.docker)/i.test(name))
        learnHost(known, name);
    }
  }
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
