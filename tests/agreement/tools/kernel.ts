/** Kernel logs, as text: what they say is judged in kernel.ts. */
import { parseDmesg } from '../../../src/sources/kernel-log.ts';
import { samples } from '../../sources/network/corpus.ts';
import { type Tool, tool } from '../agreement.ts';
import { NO_EXPECTATION, printed } from './forms.ts';

export const kernelLogs: readonly Tool[] = [
  tool(
    'dmesg',
    'parseDmesg',
    [...samples('dmesg', NO_EXPECTATION), ...samples('machines', /kernel\/dmesg$|log\/dmesg$/)],
    (text) => parseDmesg(printed(text)),
  ),
];
