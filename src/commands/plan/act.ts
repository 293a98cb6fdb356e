/** `plan`: every command, file and host that would be read or contacted. */

import type { Language, Request } from '../../contract.ts';
import { local } from '../../host/local.ts';
import { commandWords } from '../../language/commands.ts';
import { wrap } from '../../output/wrap.ts';
import type { Context } from '../context.ts';
import { modulesNamed } from '../modules.ts';
import { print } from '../print.ts';
import { setUp } from '../setup.ts';
import { screenOf } from '../terminal.ts';
import { type CheckPlan, type PlannedRead, plannedLogs, planOf } from './reads.ts';

export const plan = async (
  modules: readonly string[],
  format: 'text' | 'json',
  context: Context,
): Promise<void> => {
  const { config, language } = await setUp(context);
  const { os } = local();
  const plans = (await modulesNamed(modules, config.checks)).map((check) =>
    planOf(check, config.settings[check.id] ?? check.settings, os),
  );
  await print(
    format === 'json'
      ? `${JSON.stringify({ os, checks: plans, logs: plannedLogs(os) }, null, 2)}\n`
      : asText(plans, plannedLogs(os), language, screenOf(process.stdout, process.env).width),
  );
};

const asText = (
  plans: readonly CheckPlan[],
  logs: readonly PlannedRead[],
  language: Language,
  width: number,
): string => {
  const words = commandWords(language);
  const group = (heading: string, reads: readonly PlannedRead[]): readonly string[] =>
    reads.length === 0
      ? []
      : [`  ${heading}:`, ...reads.flatMap((read) => wrap(lineOf(read, language), width, '      ', '    '))];
  const ofKind = (reads: readonly PlannedRead[], kinds: Kinds) =>
    reads.filter(({ request }) => kinds.includes(request.kind));
  const lines = plans.map(({ check, reads, targets }) =>
    [
      check,
      ...group(words.planPrograms, ofKind(reads, PROGRAMS)),
      ...group(words.planFiles, ofKind(reads, FILES)),
      ...group(words.planNetwork, ofKind(reads, NETWORK)),
      ...(targets.length === 0
        ? []
        : [`  ${words.planTargets}:`, ...targets.flatMap((one) => wrap(one, width, '      ', '    '))]),
      ...group(
        words.planSystem,
        reads.filter(({ request }) => ![...PROGRAMS, ...FILES, ...NETWORK].includes(request.kind)),
      ),
      ...(reads.length === 0 ? [`  ${words.planNothing}`] : []),
    ].join('\n'),
  );
  const beside =
    logs.length === 0
      ? []
      : [
          [
            words.planLogs,
            ...group(words.planPrograms, ofKind(logs, PROGRAMS)),
            ...group(words.planFiles, ofKind(logs, FILES)),
          ].join('\n'),
        ];
  return `${words.planIntro}\n\n${[...lines, ...beside].join('\n\n')}\n`;
};

type Kinds = readonly Request['kind'][];

const PROGRAMS: Kinds = ['exec', 'inventory'];
const FILES: Kinds = ['file', 'list', 'attributes', 'space', 'usage', 'stat', 'writable'];
const NETWORK: Kinds = ['lookup', 'resolve', 'tcp', 'tls', 'http'];

const lineOf = ({ request, forEach, insteadOf }: PlannedRead, language: Language): string => {
  const words = commandWords(language);
  return [
    what(request).replaceAll('NaN', '<…>'),
    ...(forEach === undefined ? [] : [`(${words.planForEach(forEach)})`]),
    ...(insteadOf === undefined ? [] : [`(${words.planInstead(insteadOf)})`]),
  ].join(' ');
};

const what = (request: Request): string => {
  switch (request.kind) {
    case 'exec':
      return readable(request.argv);
    case 'inventory':
      return `systeminformation ${request.what} (${request.fields.join(', ')})`;
    case 'attributes':
      return `${request.folder}/*/{${[...request.names, ...(request.links ?? [])].join(',')}}`;
    case 'file':
      return request.path;
    case 'list':
    case 'space':
    case 'usage':
    case 'stat':
    case 'writable':
      return `${request.kind} ${request.path}`;
    case 'lookup':
      return `lookup ${request.name}`;
    case 'resolve':
      return `resolve ${request.name} ${request.type} @${request.server}`;
    case 'tcp':
    case 'tls':
      return `${request.kind} ${request.host}${request.port > 0 ? `:${request.port}` : ''}`;
    case 'http':
      return `GET ${request.url}`;
    case 'env':
      return `env ${request.names.join(' ')}`;
    default:
      return request.kind;
  }
};

/** PowerShell takes its script encoded; here it is to be read. */
const readable = (argv: readonly string[]): string =>
  argv
    .map((word, at) =>
      argv[at - 1] === '-EncodedCommand'
        ? `{ ${Buffer.from(word, 'base64').toString('utf16le').replace(/\s+/g, ' ').trim()} }`
        : word,
    )
    .join(' ')
    .replace('-EncodedCommand', '-Command');
