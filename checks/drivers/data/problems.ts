/** Device Manager's problem codes, CM_PROB_… of cfg.h: what each means for a person. */

/** What is wrong, in the terms of this module; `restart` is over after one, `nothing` is no trouble. */
export type ProblemKind =
  | 'no-driver'
  | 'start-failed'
  | 'load-failed'
  | 'disabled'
  | 'resource-conflict'
  | 'registry-damaged'
  | 'signature-blocked'
  | 'restart'
  /** Known from before, not connected now: module `peripherals`. */
  | 'phantom'
  | 'nothing';

/** What helps first. The words for each are in the messages. */
export type ProblemAction =
  | 'install-driver'
  | 'reinstall-driver'
  | 'update-driver'
  | 'signed-driver'
  | 'power-cycle'
  | 'unplug-newest'
  | 'firmware-defaults'
  | 'enable'
  | 'enable-in-firmware'
  | 'replug'
  | 'restart'
  | 'restore-service'
  | 'rescan'
  | 'remove-hidden'
  | 'memory'
  | 'wait'
  | 'none';

export interface Problem {
  /** As in cfg.h, without `CM_PROB_`. */
  readonly symbol: string;
  readonly kind: ProblemKind;
  readonly action: ProblemAction;
}

const problem = (symbol: string, kind: ProblemKind, action: ProblemAction): Problem => ({
  symbol,
  kind,
  action,
});

export const PROBLEMS: Readonly<Record<number, Problem>> = {
  1: problem('NOT_CONFIGURED', 'no-driver', 'install-driver'),
  2: problem('DEVLOADER_FAILED', 'load-failed', 'reinstall-driver'),
  // Windows' own text for it says that the driver may be damaged, or memory short.
  3: problem('OUT_OF_MEMORY', 'registry-damaged', 'memory'),
  4: problem('ENTRY_IS_WRONG_TYPE', 'registry-damaged', 'rescan'),
  5: problem('LACKED_ARBITRATOR', 'resource-conflict', 'firmware-defaults'),
  6: problem('BOOT_CONFIG_CONFLICT', 'resource-conflict', 'firmware-defaults'),
  7: problem('FAILED_FILTER', 'load-failed', 'reinstall-driver'),
  8: problem('DEVLOADER_NOT_FOUND', 'load-failed', 'reinstall-driver'),
  9: problem('INVALID_DATA', 'registry-damaged', 'update-driver'),
  10: problem('FAILED_START', 'start-failed', 'power-cycle'),
  11: problem('LIAR', 'load-failed', 'reinstall-driver'),
  12: problem('NORMAL_CONFLICT', 'resource-conflict', 'unplug-newest'),
  13: problem('NOT_VERIFIED', 'restart', 'restart'),
  14: problem('NEED_RESTART', 'restart', 'restart'),
  15: problem('REENUMERATION', 'resource-conflict', 'restart'),
  16: problem('PARTIAL_LOG_CONF', 'resource-conflict', 'firmware-defaults'),
  17: problem('UNKNOWN_RESOURCE', 'resource-conflict', 'reinstall-driver'),
  18: problem('REINSTALL', 'no-driver', 'reinstall-driver'),
  19: problem('REGISTRY', 'registry-damaged', 'rescan'),
  20: problem('VXDLDR', 'load-failed', 'reinstall-driver'),
  21: problem('WILL_BE_REMOVED', 'restart', 'wait'),
  22: problem('DISABLED', 'disabled', 'enable'),
  23: problem('DEVLOADER_NOT_READY', 'load-failed', 'reinstall-driver'),
  24: problem('DEVICE_NOT_THERE', 'phantom', 'replug'),
  25: problem('MOVED', 'restart', 'restart'),
  26: problem('TOO_EARLY', 'restart', 'restart'),
  27: problem('NO_VALID_LOG_CONF', 'resource-conflict', 'firmware-defaults'),
  28: problem('FAILED_INSTALL', 'no-driver', 'install-driver'),
  29: problem('HARDWARE_DISABLED', 'disabled', 'enable-in-firmware'),
  30: problem('CANT_SHARE_IRQ', 'resource-conflict', 'unplug-newest'),
  31: problem('FAILED_ADD', 'load-failed', 'update-driver'),
  32: problem('DISABLED_SERVICE', 'load-failed', 'restore-service'),
  33: problem('TRANSLATION_FAILED', 'resource-conflict', 'firmware-defaults'),
  34: problem('NO_SOFTCONFIG', 'resource-conflict', 'firmware-defaults'),
  35: problem('BIOS_TABLE', 'resource-conflict', 'firmware-defaults'),
  36: problem('IRQ_TRANSLATION_FAILED', 'resource-conflict', 'firmware-defaults'),
  37: problem('FAILED_DRIVER_ENTRY', 'load-failed', 'reinstall-driver'),
  38: problem('DRIVER_FAILED_PRIOR_UNLOAD', 'restart', 'restart'),
  39: problem('DRIVER_FAILED_LOAD', 'load-failed', 'reinstall-driver'),
  40: problem('DRIVER_SERVICE_KEY_INVALID', 'load-failed', 'reinstall-driver'),
  41: problem('LEGACY_SERVICE_NO_DEVICES', 'load-failed', 'reinstall-driver'),
  42: problem('DUPLICATE_DEVICE', 'registry-damaged', 'restart'),
  43: problem('FAILED_POST_START', 'start-failed', 'power-cycle'),
  44: problem('HALTED', 'start-failed', 'restart'),
  45: problem('PHANTOM', 'phantom', 'replug'),
  // Windows is shutting down.
  46: problem('SYSTEM_SHUTDOWN', 'nothing', 'none'),
  47: problem('HELD_FOR_EJECT', 'disabled', 'replug'),
  48: problem('DRIVER_BLOCKED', 'signature-blocked', 'signed-driver'),
  49: problem('REGISTRY_TOO_LARGE', 'registry-damaged', 'remove-hidden'),
  50: problem('SETPROPERTIES_FAILED', 'load-failed', 'restart'),
  51: problem('WAITING_ON_DEPENDENCY', 'load-failed', 'wait'),
  52: problem('UNSIGNED_DRIVER', 'signature-blocked', 'signed-driver'),
  53: problem('USED_BY_DEBUGGER', 'nothing', 'none'),
  54: problem('DEVICE_RESET', 'start-failed', 'wait'),
  55: problem('CONSOLE_LOCKED', 'nothing', 'none'),
  // 56 stands on network devices while Windows still sets their class up.
  56: problem('NEED_CLASS_CONFIG', 'nothing', 'none'),
  57: problem('GUEST_ASSIGNMENT_FAILED', 'nothing', 'none'),
};
