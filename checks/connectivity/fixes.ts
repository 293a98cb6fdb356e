/** What may end a finding, least invasive first. Braces stand for what the finding names. */
import type { Fix } from '../../src/contract.ts';
import { above } from './fixes/above.ts';
import { beyond } from './fixes/beyond.ts';
import { near } from './fixes/near.ts';

export const fixes: readonly Fix[] = [...near, ...beyond, ...above];
