/** Who may import whom, and what may not be named where. */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** Room by room: what its files may import, beside their own room. `node` and `packages` stand for themselves. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  base: ['contract', 'node'],
  language: ['contract'],
  sources: ['contract'],
  checks: ['contract', 'sources'],
  'checks/index': ['contract', 'checks'],
  host: ['contract', 'node', 'packages'],
  core: ['contract', 'node', 'packages'],
  config: ['contract', 'base', 'language', 'output', 'ticket', 'tree', 'node', 'packages'],
  report: ['contract', 'base', 'language', 'core', 'examine', 'host', 'output', 'node', 'packages'],
  examine: ['contract', 'core', 'host', 'report', 'sources'],
  compare: ['contract', 'core', 'examine', 'host', 'report', 'sources'],
  history: ['contract', 'base', 'core', 'examine', 'compare', 'sources', 'state', 'node'],
  output: ['contract', 'language', 'core', 'report', 'packages'],
  tree: ['contract', 'base', 'language', 'core', 'report', 'output', 'packages'],
  fix: ['contract', 'base', 'core', 'state', 'tree', 'node', 'packages'],
  symptoms: ['contract', 'base', 'checks/index', 'packages'],
  ticket: ['contract', 'base', 'language', 'report', 'output', 'host', 'node', 'packages'],
  commands: [
    ...[
      'contract',
      'base',
      'language',
      'core',
      'config',
      'host',
      'report',
      'examine',
      'compare',
      'history',
      'output',
      'tree',
      'fix',
      'symptoms',
    ],
    ...['state', 'ticket', 'sources', 'checks/index', 'node', 'packages'],
  ],
  state: ['base', 'node'],
  index: ['contract', 'report', 'ticket'],
  bin: ['commands', 'base', 'host', 'language', 'output', 'node'],
};

const BASE = ['durable-files', 'errors', 'exit', 'folders', 'nearest', 'owner', 'version'];
const CORE = ['run', 'gather', 'limits', 'cause'];

/** Packages that do one thing each, and the only room where that thing is done. */
const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  commander: ['commands'],
  '@inquirer/prompts': ['commands'],
  systeminformation: ['host'],
  execa: ['host'],
  ora: ['output'],
  chalk: ['output'],
  lilconfig: ['config'],
  '@orama/stemmers/english': ['symptoms'],
  '@orama/stemmers/russian': ['symptoms'],
  'preact-render-to-string': ['report'],
};

/** The one file that loads what the configuration names. */
const LOADS_OTHERS = 'src/ticket/desks/module.ts';

/** What a pure part of the program may not name. */
const FORBIDDEN = [
  'process',
  'Date',
  'fetch',
  'console',
  'globalThis',
  'require',
  'setTimeout',
  'Buffer',
  'eval',
];
const PURE = ['checks', 'sources', 'contract'];

const roomOf = (path: string): string => {
  const [top = '', second = ''] = path.split('/');
  if (path === 'checks/index.ts') return 'checks/index';
  if (top === 'checks' || top === 'bin') return top;
  const name = second.replace(/\.tsx?$/, '');
  if (BASE.includes(name)) return 'base';
  return CORE.includes(name) ? 'core' : name;
};

/** Everything in one file that is against the rules. */
const offences = (path: string, text: string): readonly string[] => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const room = roomOf(path);
  const found: string[] = [];
  const imported = (specifier: string) => {
    const why = whyNot(path, room, specifier);
    if (why !== undefined) found.push(`${path} imports ${specifier}: ${why}`);
  };
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier !== undefined
    ) {
      if (ts.isStringLiteral(node.moduleSpecifier)) imported(node.moduleSpecifier.text);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier !== undefined && ts.isStringLiteral(specifier)) imported(specifier.text);
      else if (path !== LOADS_OTHERS) found.push(`${path} imports something computed`);
    } else if (ts.isExportAssignment(node) || hasDefault(node)) {
      found.push(`${path} has a default export`);
    } else if (
      ts.isIdentifier(node) &&
      PURE.includes(room) &&
      FORBIDDEN.includes(node.text) &&
      !isName(node)
    ) {
      found.push(`${path} names ${node.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

const whyNot = (path: string, room: string, specifier: string): string | undefined => {
  const may = MAY_IMPORT[room];
  if (may === undefined) return `no rule for the room ${room}`;
  if (specifier.startsWith('node:')) return may.includes('node') ? undefined : 'no node: module here';
  if (!specifier.startsWith('.')) {
    if (builtinModules.includes(specifier)) return 'built-in modules are written with node:';
    if (!may.includes('packages')) return 'no package here';
    const only = ONLY_IN[specifier];
    return only === undefined || only.includes(room) ? undefined : `only in ${only.join(', ')}`;
  }
  if (!/\.tsx?$/.test(specifier)) return 'relative imports carry the extension';
  const target = posix.join(posix.dirname(path), specifier);
  const targetRoom = roomOf(target);
  if (room === 'checks' && targetRoom === 'checks') {
    return target.split('/')[1] === path.split('/')[1] ? undefined : 'another check';
  }
  return targetRoom === room || may.includes(targetRoom) ? undefined : `${room} must not know ${targetRoom}`;
};

const hasDefault = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);

/** `raw.process`, `{ process: 1 }`: a name of something else. */
const isName = (node: ts.Identifier): boolean => {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node) ||
    (ts.isBindingElement(parent) && parent.propertyName === node)
  );
};

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['bin', 'src', 'checks'].flatMap((folder) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);

describe('the import directions', () => {
  test('there is something to look at', () => {
    expect(files.length).toBeGreaterThan(30);
  });

  test.each(files)('%s keeps to them', (path) => {
    expect(offences(path, readFileSync(`${root}${path}`, 'utf8'))).toEqual([]);
  });
});

describe('each rule is broken by a made-up source', () => {
  test.each([
    ['checks/clock/probe.ts', "import { readFileSync } from 'node:fs';", 'no node: module'],
    ['checks/clock/probe.ts', "import { z } from 'zod';", 'no package'],
    ['checks/clock/probe.ts', "import { readFileSync } from 'fs';", 'written with node:'],
    ['checks/clock/probe.ts', "import { x } from '../updates/probe.ts';", 'another check'],
    ['checks/clock/probe.ts', "import { x } from '../../src/host/local.ts';", 'checks must not know host'],
    ['checks/clock/probe.ts', "import { x } from '../index.ts';", 'checks must not know checks/index'],
    ['checks/clock/probe.ts', "const later = () => import('../../src/run.ts');", 'checks must not know core'],
    ['checks/clock/probe.ts', 'const later = (name: string) => import(name);', 'something computed'],
    ['checks/clock/findings.ts', 'export const now = () => Date.now();', 'names Date'],
    ['checks/clock/findings.ts', 'export const now = new Date();', 'names Date'],
    ['checks/clock/findings.ts', 'export const os = process.platform;', 'names process'],
    ['checks/clock/findings.ts', "console.log('here');", 'names console'],
    ['checks/clock/findings.ts', "export const page = fetch('http://a.example');", 'names fetch'],
    ['checks/clock/findings.ts', "export const x = globalThis['Date'];", 'names globalThis'],
    ['src/sources/mounts.ts', "export { x } from '../run.ts';", 'sources must not know core'],
    ['src/sources/mounts.ts', 'export const at = Date.parse(text);', 'names Date'],
    [
      'src/contract/check.ts',
      "import type { Report } from '../report/model.ts';",
      'contract must not know report',
    ],
    ['src/host/local.ts', "import { run } from '../run.ts';", 'host must not know core'],
    ['src/run.ts', "import { local } from './host/local.ts';", 'core must not know host'],
    ['src/run.ts', "import chalk from 'chalk';", 'only in output'],
    ['src/output/text.ts', "import { check } from '../commands/check.ts';", 'output must not know commands'],
    ['src/output/text.ts', "import { x } from './wrap';", 'carry the extension'],
    ['src/report/build.ts', "import { Command } from 'commander';", 'only in commands'],
    [
      'src/ticket/outbox.ts',
      "import { checkIds } from '../../checks/index.ts';",
      'ticket must not know checks/index',
    ],
    ['src/surprise/new.ts', "import { x } from '../run.ts';", 'no rule for the room'],
    ['src/run.ts', 'export default 1;', 'default export'],
    ['src/run.ts', 'export default function run() {}', 'default export'],
  ])('%s: %s', (path, text, why) => {
    expect(offences(path, text).join('\n')).toContain(why);
  });

  test('and what only looks like an offence is none', () => {
    const text = `
      // process, Date and console in a comment
      import { source } from '../../src/contract.ts';
      import { mounts } from '../../src/sources/mounts.ts';
      import { en } from './messages.en.ts';
      export const words = { process: 'process', fetch: raw.fetch, at: raw.Date };
    `;
    expect(offences('checks/clock/probe.ts', text)).toEqual([]);
  });
});
