/** Windows' stop codes by what they mostly come from: Microsoft's Bug Check Code Reference, gone through by hand. */

/** When the table was last gone through. */
export const AS_OF = '2026-11-24';

export type StopClass = 'memory' | 'disk' | 'driver' | 'graphics' | 'processor' | 'system-files';

export const STOP_CODES: ReadonlyMap<number, readonly [name: string, of: StopClass]> = new Map([
  [0x19, ['BAD_POOL_HEADER', 'memory']],
  [0x1a, ['MEMORY_MANAGEMENT', 'memory']],
  [0x4e, ['PFN_LIST_CORRUPT', 'memory']],
  [0x50, ['PAGE_FAULT_IN_NONPAGED_AREA', 'memory']],
  [0xc2, ['BAD_POOL_CALLER', 'memory']],
  [0x109, ['CRITICAL_STRUCTURE_CORRUPTION', 'memory']],
  [0x24, ['NTFS_FILE_SYSTEM', 'disk']],
  [0x7a, ['KERNEL_DATA_INPAGE_ERROR', 'disk']],
  [0x7b, ['INACCESSIBLE_BOOT_DEVICE', 'disk']],
  [0xed, ['UNMOUNTABLE_BOOT_VOLUME', 'disk']],
  [0xf4, ['CRITICAL_OBJECT_TERMINATION', 'disk']],
  [0x154, ['UNEXPECTED_STORE_EXCEPTION', 'disk']],
  [0x0a, ['IRQL_NOT_LESS_OR_EQUAL', 'driver']],
  [0xd1, ['DRIVER_IRQL_NOT_LESS_OR_EQUAL', 'driver']],
  [0x1e, ['KMODE_EXCEPTION_NOT_HANDLED', 'driver']],
  [0x3b, ['SYSTEM_SERVICE_EXCEPTION', 'driver']],
  [0x7e, ['SYSTEM_THREAD_EXCEPTION_NOT_HANDLED', 'driver']],
  [0x9f, ['DRIVER_POWER_STATE_FAILURE', 'driver']],
  [0x133, ['DPC_WATCHDOG_VIOLATION', 'driver']],
  [0x139, ['KERNEL_SECURITY_CHECK_FAILURE', 'driver']],
  [0xc4, ['DRIVER_VERIFIER_DETECTED_VIOLATION', 'driver']],
  [0x13a, ['KERNEL_MODE_HEAP_CORRUPTION', 'driver']],
  [0x116, ['VIDEO_TDR_FAILURE', 'graphics']],
  [0x117, ['VIDEO_TDR_TIMEOUT_DETECTED', 'graphics']],
  [0x119, ['VIDEO_SCHEDULER_INTERNAL_ERROR', 'graphics']],
  [0x124, ['WHEA_UNCORRECTABLE_ERROR', 'processor']],
  [0x101, ['CLOCK_WATCHDOG_TIMEOUT', 'processor']],
  [0x9c, ['MACHINE_CHECK_EXCEPTION', 'processor']],
  [0x7f, ['UNEXPECTED_KERNEL_MODE_TRAP', 'processor']],
  [0xef, ['CRITICAL_PROCESS_DIED', 'system-files']],
  [0xc000021a, ['STATUS_SYSTEM_PROCESS_TERMINATED', 'system-files']],
  [0x67, ['CONFIG_INITIALIZATION_FAILED', 'system-files']],
  [0xc0000221, ['STATUS_IMAGE_CHECKSUM_MISMATCH', 'system-files']],
]);

/** The same stop, raised with a small dump: 0x1000007E is 0x7E. */
const SMALL_DUMP = 0x10000000;

export const plainCode = (code: number): number =>
  code > SMALL_DUMP && code < SMALL_DUMP + 0x1000 ? code - SMALL_DUMP : code;
