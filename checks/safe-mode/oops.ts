/** Which lines of the kernel mean that it crashed, wholly or in part, and where. */
import type { KernelLine } from '../../src/sources/kernel-log.ts';

export interface KernelCrash {
  /** `panic`: everything stopped. `oops`: one program was ended, the rest went on. `lockup`: a processor hung. */
  readonly kind: 'panic' | 'oops' | 'lockup';
  readonly line: string;
  /** `lab_oops [lab_fault]`; '' where the kernel names none. */
  readonly place: string;
  /** The driver or module the instruction belongs to; '' for the kernel itself. */
  readonly module: string;
}

/** CONFIG_PRINTK_CALLER and the watchdog put their names first. */
const PREFIX = /^(?:\[ {0,6}[TC]\d{1,7}\] ?)?(?:(?:NMI )?watchdog: )?/;

const PANIC = /^Kernel panic - not syncing: /;
const LOCKUP = /^(?:BUG: soft lockup - CPU#\d|Watchdog detected hard LOCKUP)/;
/** x86, arm, arm64, powerpc and riscv. Warnings, lockdep and the sanitizers of test kernels end nothing. */
const OOPS =
  /^(?:BUG: (?:unable to handle|kernel NULL pointer)|Unable to handle kernel |kernel BUG at |general protection fault\b|Oops(?: - |: )|Internal error: |PANIC: double fault|(?:divide error|invalid opcode|stack segment|double fault|int3|bounds): [0-9a-f]{4} )/;
const PLACE =
  /^(?:RIP|EIP|IP|pc|PC|NIP|epc)\b.{0,80}?\b([A-Za-z_][\w.]{0,80})\+0x[0-9a-f]{1,8}(?:\/0x[0-9a-f]{1,8})?(?: \[([\w-]{1,60})\])?/;
const END = /^---\[ end (?:trace|Kernel panic)/;

/** The report of one crash is not longer; what comes later is the next. */
const MOST_LINES = 200;
const LONGEST_LINE = 200;

/** In their order. The first is the cause: what comes after it happens in a kernel that is damaged. */
export const crashesIn = (lines: readonly Pick<KernelLine, 'text'>[]): readonly KernelCrash[] => {
  const found: KernelCrash[] = [];
  let open: { crash: KernelCrash; since: number } | undefined;
  const close = () => {
    if (open !== undefined) found.push(open.crash);
    open = undefined;
  };
  lines.forEach(({ text: whole }, at) => {
    const text = whole.replace(PREFIX, '');
    if (open !== undefined && at - open.since > MOST_LINES) close();
    const kind = PANIC.test(text) ? 'panic' : LOCKUP.test(text) ? 'lockup' : OOPS.test(text) ? 'oops' : null;
    if (kind !== null) {
      const line = text.slice(0, LONGEST_LINE).trim();
      if (open === undefined) open = { crash: { kind, line, place: '', module: '' }, since: at };
      else if (kind === 'panic') open.crash = { ...open.crash, kind };
      return;
    }
    if (open === undefined) return;
    const place = open.crash.place === '' ? PLACE.exec(text) : null;
    if (place !== null) {
      const [, name = '', module = ''] = place;
      open.crash = { ...open.crash, place: module === '' ? name : `${name} [${module}]`, module };
    }
    if (END.test(text)) {
      // A panic follows the oops it comes from: they are one.
      const next = lines.slice(at + 1, at + 4).some((one) => PANIC.test(one.text.replace(PREFIX, '')));
      if (!next) close();
    }
  });
  close();
  return found;
};
