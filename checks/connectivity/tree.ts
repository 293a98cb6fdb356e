/**
 * "No internet": what a person is led through, from the adapter outwards (fault catalogue, section 6a).
 * Whatever is put right, the ladder is climbed anew from NET.V: that is measured, nobody is asked again.
 */
import type { Tree } from '../../src/contract.ts';
import { above } from './tree/above.ts';
import { beyond } from './tree/beyond.ts';
import { near } from './tree/near.ts';
import { people } from './tree/people.ts';
import { secure } from './tree/secure.ts';
import { slow } from './tree/slow.ts';

export const tree: Tree = {
  start: 'NET.0',
  nodes: { ...near, ...beyond, ...secure, ...people, ...above, ...slow },
};
