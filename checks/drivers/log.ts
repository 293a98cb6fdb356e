/** What the kernel says of drivers, by device: line formats of kernels 3 to 6. */
import type { KernelLine } from '../../src/sources/kernel-log.ts';

/** `0000:00:1f.3`, `hci0`, `1-4:1.0`: how a line names the device it speaks of. */
const DEVICE =
  /\b([0-9a-f]{4,5}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]|hci\d{1,3}|\d{1,3}-\d{1,3}(?:\.\d{1,3}){0,6}:\d{1,2}\.\d{1,2})\b/;

const deviceOf = (text: string): string | null => DEVICE.exec(text)?.[1] ?? null;

export interface FirmwareLoss {
  readonly device: string;
  /** `iwlwifi`: the word before the device. */
  readonly driver: string;
  /** In the order in which the driver tried them; the last one is the oldest it would take. */
  readonly files: readonly string[];
  /** The driver itself said that it cannot work without. */
  readonly gaveUp: boolean;
}

/** Devices that found none of the firmware they asked for. A newer attempt that failed before a success is normal. */
export const firmwareLosses = (lines: readonly KernelLine[]): readonly FirmwareLoss[] => {
  const losses = new Map<string, FirmwareLoss>();
  for (const { text } of lines) {
    const device = deviceOf(text);
    if (device === null) continue;
    const file = failedFile(text);
    const known = losses.get(device);
    if (file !== null) {
      if (isOptional(file)) continue;
      const driver = /([\w-]{1,60})[: ]+$/.exec(text.slice(0, text.indexOf(device)))?.[1] ?? '';
      const files = known?.files ?? [];
      losses.set(device, {
        device,
        driver: known?.driver ?? driver,
        files: files.includes(file) ? files : [...files, file],
        gaveUp: known?.gaveUp === true || GAVE_UP.test(text),
      });
    } else if (known !== undefined && GAVE_UP.test(text)) {
      losses.set(device, { ...known, gaveUp: true });
    } else if (known !== undefined && LOADED.test(text)) {
      losses.delete(device);
    }
  }
  return [...losses.values()];
};

/** The file, when it is not there (-2, ENOENT). Debian's kernel words it in its own way. */
const failedFile = (text: string): string | null => {
  const found =
    /Direct firmware load for (\S{1,200}) failed with error -2\b/.exec(text) ??
    /firmware: failed to load (\S{1,200}) \(-2\)/.exec(text) ??
    /[Ff]ailed to load (?:Intel )?firmware (?:file )?"?([^"\s]{1,200}\/[^"\s]{1,200})"?(?::| \()\s?-2\b/.exec(
      text,
    );
  return found?.[1] ?? null;
};

const GAVE_UP =
  /no suitable firmware found|probe (?:of \S+|with driver \S+) failed|[Ff]ailed to load (?:Intel )?firmware|(?:could not|failed to) fetch firmware|could not probe fw|firmware file is missing|sof_probe_work failed|hardware init failed|QCA Failed to (?:request file|download)|RTL: firmware file \S+ not found|Fatal error during GPU init|firmware not available|Unable to load firmware/;

const LOADED =
  /loaded firmware version|direct-loading firmware|[Ff]ound device firmware|firmware loaded|[Ll]oaded firmware|[Ff]irmware (?:boot complete|version|ver\b)|fw_version|FW version|booted in \d|Link is [Uu]p|Booted firmware/;

/**
 * What works without, and asks anyway: settings of wireless channels, microcode for Realtek's network
 * chips, power saving of Intel's graphics, calibration of Atheros' radios, Broadcom's channel tables.
 */
const isOptional = (file: string): boolean =>
  /^(?:regulatory\.db|rtl_nic\/|i915\/\w*_dmc|xe\/\w*_dmc|ath1\dk\/(?:pre-)?cal-|renesas_usb_fw\.mem|brcm\/.*(?:clm_blob|txcap_blob|\.txt)|amdgpu\/\w*(?:_ta|_cap|_toc|_dmcu)\.bin|.*\/board-2\.bin)/.test(
    file,
  );

export interface ProbeFailure {
  readonly device: string;
  readonly driver: string;
  /** A negative errno. */
  readonly error: number;
}

/** `e1000e 0000:00:1f.6: probe with driver e1000e failed with error -3`; before 6.9 `e1000e: probe of 0000:00:1f.6 failed with error -3`. */
export const probeFailures = (lines: readonly KernelLine[]): readonly ProbeFailure[] =>
  lines.flatMap(({ text }) => {
    const now = /^\S{1,60} (\S{1,60}): probe with driver (\S{1,60}) failed with error (-\d{1,4})/.exec(text);
    if (now !== null) return [{ device: now[1] ?? '', driver: now[2] ?? '', error: Number(now[3]) }];
    const before = /^(\S{1,60}): probe of (\S{1,60}) failed with error (-\d{1,4})/.exec(text);
    return before === null
      ? []
      : [{ device: before[2] ?? '', driver: before[1] ?? '', error: Number(before[3]) }];
  });

export interface LoadFailure {
  readonly module: string;
  readonly reason: 'unknown-symbol' | 'symbol-version' | 'other-kernel';
  /** The symbol, or the kernel it was built for. */
  readonly detail: string;
}

/** One for each module: the last reason. */
export const loadFailures = (lines: readonly KernelLine[]): readonly LoadFailure[] => {
  const found = new Map<string, LoadFailure>();
  for (const { text } of lines) {
    const unknown = /^(\w{1,60}): Unknown symbol (\S{1,120})/.exec(text);
    const version = /^(\w{1,60}): disagrees about version of symbol (\S{1,120})/.exec(text);
    const magic = /^(\w{1,60}): version magic '([^' ]{1,120})[^']{0,120}' should be /.exec(text);
    const [match, reason] =
      magic !== null
        ? ([magic, 'other-kernel'] as const)
        : version !== null
          ? ([version, 'symbol-version'] as const)
          : ([unknown, 'unknown-symbol'] as const);
    if (match === null) continue;
    const module = match[1] ?? '';
    // A version that differs is told before each symbol that is then unknown: the first says more.
    if (reason === 'unknown-symbol' && found.has(module)) continue;
    found.set(module, { module, reason, detail: match[2] ?? '' });
  }
  return [...found.values()];
};

/** Whether the kernel refused a module for its signature; the log does not name the module. */
export const signatureRefusals = (lines: readonly KernelLine[]): readonly string[] =>
  lines
    .map(({ text }) => text)
    .filter((text) =>
      /Loading of .{1,60} is rejected|Lockdown: .{1,60}: unsigned module loading is restricted|Key was rejected by service/.test(
        text,
      ),
    );

export interface LostInterrupt {
  readonly irq: number;
  /** Functions of the drivers on that line: `usb_hcd_irq [usbcore]`. */
  readonly handlers: readonly string[];
}

/** `irq 18: nobody cared`, then a trace, then `handlers:` and one line for each. */
export const lostInterrupts = (lines: readonly KernelLine[]): readonly LostInterrupt[] => {
  const found = new Map<number, LostInterrupt>();
  for (const [at, { text }] of lines.entries()) {
    const irq = /^irq (\d{1,6}): nobody cared/.exec(text)?.[1];
    if (irq === undefined) continue;
    const after = lines.slice(at, at + 60).map((line) => line.text);
    const start = after.indexOf('handlers:');
    const handlers = start < 0 ? [] : after.slice(start + 1, start + 9).flatMap(handlerOf);
    found.set(Number(irq), { irq: Number(irq), handlers });
  }
  return [...found.values()];
};

const handlerOf = (text: string): readonly string[] => {
  const name = /^\[<[0-9a-fx]{1,20}>\] (?:0x[0-9a-f]+ )?(\S{1,80}(?: \[\w{1,60}\])?)/.exec(text)?.[1];
  return name === undefined ? [] : [name];
};

/** Cards whose memory window was refused and not found another: `BAR 0: failed to assign [mem size …]`. */
export const lostWindows = (lines: readonly KernelLine[]): readonly string[] => [
  ...new Set(
    lines.flatMap(({ text }) => {
      // BAR 6 is the ROM of a card: nothing needs it after the start.
      const slot =
        /^\S{1,40} ([0-9a-f]{4,5}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]): BAR [0-5]\b.{0,80}: (?:failed to assign|can't assign|no space for|can't claim)/.exec(
          text,
        ) ?? /^\S{1,40} ([0-9a-f]{4,5}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]): can't claim BAR [0-5]\b/.exec(text);
      return slot === null ? [] : [slot[1] ?? ''];
    }),
  ),
];

export interface GpuReset {
  readonly driver: 'nvidia' | 'amdgpu' | 'i915' | 'xe' | 'radeon';
  /** Where the line names it. */
  readonly slot: string;
  readonly seconds: number | null;
  /** NVIDIA's number; null elsewhere. */
  readonly xid: number | null;
}

/** 31, 43 and 45 are what a program did wrong, or the clean-up after another error (NVIDIA Xid catalogue). */
const PROGRAM_XIDS: ReadonlySet<number> = new Set([31, 43, 45]);

export const gpuResets = (lines: readonly KernelLine[]): readonly GpuReset[] => {
  const found = lines.flatMap(({ text, seconds }): readonly GpuReset[] => {
    const xid = /^NVRM: Xid \(PCI:([0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2})[^)]{0,20}\): (\d{1,4})\b/.exec(
      text,
    );
    if (xid !== null) {
      const number = Number(xid[2]);
      return PROGRAM_XIDS.has(number) ? [] : [{ driver: 'nvidia', slot: xid[1] ?? '', seconds, xid: number }];
    }
    const driver = HANGS.find(([, pattern]) => pattern.test(text))?.[0];
    return driver === undefined ? [] : [{ driver, slot: deviceOf(text) ?? '', seconds, xid: null }];
  });
  return found.filter((reset, at) => !isSameEvent(reset, found[at - 1]));
};

const HANGS: readonly (readonly [GpuReset['driver'], RegExp])[] = [
  ['amdgpu', /amdgpu.{0,80}ring \S{1,40} timeout|amdgpu.{0,60}GPU reset begin/],
  ['i915', /i915.{0,60}GPU HANG: ecode|^\[drm\] GPU HANG: ecode/],
  ['xe', /^xe .{0,80}(?:Timedout job|Engine reset)/],
  ['radeon', /radeon.{0,60}GPU lockup/],
];

/** One hang is told in several lines. */
const SAME_EVENT_SECONDS = 10;

const isSameEvent = (reset: GpuReset, before: GpuReset | undefined): boolean =>
  before !== undefined &&
  before.driver === reset.driver &&
  before.xid === reset.xid &&
  reset.seconds !== null &&
  before.seconds !== null &&
  reset.seconds - before.seconds < SAME_EVENT_SECONDS;
