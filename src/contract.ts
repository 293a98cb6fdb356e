/**
 * The shapes that everything else is built on: what may be read, what comes back, what a check
 * concludes. Imports nothing of the project, so that a third party's check needs nothing else.
 */
export * from './contract/check.ts';
export * from './contract/finding.ts';
export * from './contract/machine.ts';
export * from './contract/raw.ts';
export * from './contract/request.ts';
export * from './contract/source.ts';
export * from './contract/tree.ts';
export * from './contract/words.ts';
