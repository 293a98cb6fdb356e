/** The material beside the checkout: captured outputs, the fault catalogue. Not part of the repository. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../shared', import.meta.url));

export const sharedDir = (...parts: readonly string[]): string => [root, ...parts].join('/');

export const hasShared: boolean = existsSync(root);

if (!hasShared) console.warn(`SKIPPED: tests on captured outputs need ${root}`);
