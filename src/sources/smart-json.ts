/** `smartctl -j -a`: the same health from its JSON, which it writes since version 7.0. */
import { Unreadable, unparsable } from '../contract.ts';
import { isObject, type LooseObject, listOf, parseJson } from './network/json.ts';
import { attributeWear, type DriveHealth, type SmartAnswer, type SmartAttribute } from './smart.ts';

/** Bits of the exit status (smartctl(8)) that say: nothing was looked at. The others are findings, or half of both. */
const USAGE = 1;

export const parseSmartJson = (stdout: string, device: string): SmartAnswer => {
  const whole = parseJson(stdout);
  if (!isObject(whole) || !(isObject(whole.smartctl) || isObject(whole.device)))
    throw unparsable(stdout.trim());
  const tool = isObject(whole.smartctl) ? whole.smartctl : {};
  const messages = listOf(tool.messages).flatMap(({ string }) =>
    typeof string === 'string' ? [string] : [],
  );
  if (isAsleep(messages)) return { state: 'asleep', device };
  const status = tool.exit_status;
  if (typeof status === 'number' && (status & USAGE) !== 0)
    throw new Unreadable('unparsable', messages[0] ?? 'smartctl does not know these options');
  const health = healthOf(whole, device);
  if (health === undefined) throw refusalOf(messages);
  return { state: 'read', health };
};

const isAsleep = (messages: readonly string[]): boolean => messages.some((message) => ASLEEP.test(message));

/** `Device is in STANDBY mode, exit(2)`, with `SLEEP`, `STANDBY (OS)` and the like. */
export const ASLEEP = /^Device is in (?:STANDBY|SLEEP)\b/m;

/** Why smartctl saw nothing, from what it says. */
export const refusalOf = (messages: readonly string[]): Unreadable => {
  const text = messages.join('; ');
  if (/permission denied|operation not permitted|must be root/i.test(text))
    return new Unreadable('denied', text);
  if (/no such (?:file|device)|not found/i.test(text)) return new Unreadable('absent', text);
  if (NO_SMART.test(text) || text === '')
    return new Unreadable('unsupported', text || 'the disk tells nothing of its health');
  return new Unreadable('failed', text);
};

const NO_SMART =
  /unknown usb bridge|specify device type|unsupported|lacks smart|smart support is|smart disabled|not support|unavailable|unable to detect device type|please try adding/i;

/** Undefined where there is no verdict and nothing to judge by. */
const healthOf = (whole: LooseObject, device: string): DriveHealth | undefined => {
  const about = isObject(whole.device) ? whole.device : {};
  const passed =
    isObject(whole.smart_status) && typeof whole.smart_status.passed === 'boolean'
      ? whole.smart_status.passed
      : null;
  const attributes = attributesOf(whole.ata_smart_attributes);
  const log = whole.nvme_smart_health_information_log;
  const nvme = isObject(log) ? nvmeOf(log) : null;
  const scsi = scsiOf(whole);
  if (passed === null && attributes.length === 0 && nvme === null && scsi === null) return undefined;
  const rate = whole.rotation_rate;
  return {
    device,
    model: modelOf(whole),
    protocol: protocolOf(about.protocol, nvme !== null, scsi !== null),
    rotational: typeof rate === 'number' ? rate > 0 : nvme !== null ? false : null,
    passed,
    attributes,
    nvme,
    scsi,
    usedPct: usedOf(whole, log) ?? attributeWear(attributes),
    failedSelfTests: failedTestsOf(whole),
  };
};

const protocolOf = (value: unknown, isNvme: boolean, isScsi: boolean): DriveHealth['protocol'] => {
  if (value === 'NVMe' || isNvme) return 'nvme';
  return value === 'SCSI' || (isScsi && value !== 'ATA') ? 'scsi' : 'ata';
};

const modelOf = ({ model_name, scsi_model_name, scsi_vendor, scsi_product }: LooseObject): string | null => {
  const words = [scsi_vendor, scsi_product].filter((word) => typeof word === 'string');
  for (const name of [model_name, scsi_model_name, words.join(' ')])
    if (typeof name === 'string' && name.trim() !== '') return name.trim();
  return null;
};

const attributesOf = (value: unknown): readonly SmartAttribute[] =>
  isObject(value) ? listOf(value.table).map(attributeOf) : [];

const attributeOf = (row: LooseObject): SmartAttribute => {
  const { id, name, value, thresh, when_failed: failed, flags, raw } = row;
  if (typeof id !== 'number' || !isObject(raw)) throw unparsable(JSON.stringify(row));
  return {
    id,
    name: typeof name === 'string' ? name : '',
    value: numberOr(value),
    threshold: numberOr(thresh),
    failed: failed === 'now' ? 'now' : failed === 'past' ? 'past' : null,
    prefail: isObject(flags) && flags.prefailure === true,
    raw: rawOf(id, raw),
  };
};

/**
 * The text is the figure as smartctl's database understands it; the value beside it may pack three
 * into one. Of Command_Timeout the lowest 16 bits count.
 */
const rawOf = (id: number, { string: text, value }: LooseObject): number | null => {
  if (id === 188) return typeof value === 'number' ? value % 65_536 : null;
  const digits = typeof text === 'string' ? /^(\d{1,20})(?![\dx])/.exec(text)?.[1] : undefined;
  return digits === undefined ? numberOr(value) : Number(digits);
};

const nvmeOf = (log: LooseObject): NonNullable<DriveHealth['nvme']> => {
  const { critical_warning: warning, available_spare, available_spare_threshold, media_errors } = log;
  if (typeof warning !== 'number') throw unparsable(JSON.stringify(log));
  return {
    criticalWarning: warning,
    sparePct: numberOr(available_spare),
    spareThresholdPct: numberOr(available_spare_threshold),
    mediaErrors: numberOr(media_errors),
  };
};

const scsiOf = (whole: LooseObject): DriveHealth['scsi'] => {
  const grownDefects = numberOr(whole.scsi_grown_defect_list);
  const log = whole.scsi_error_counter_log;
  const counts = isObject(log)
    ? Object.values(log).flatMap((part) => (isObject(part) ? [numberOr(part.total_uncorrected_errors)] : []))
    : [];
  const known = counts.filter((count) => count !== null);
  if (grownDefects === null && known.length === 0) return null;
  return {
    grownDefects,
    uncorrectedErrors: known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0),
  };
};

const usedOf = (whole: LooseObject, log: unknown): number | null => {
  const { endurance_used: endurance, scsi_percentage_used_endurance_indicator: scsi } = whole;
  if (isObject(log)) return numberOr(log.percentage_used);
  return (isObject(endurance) ? numberOr(endurance.current_percent) : null) ?? numberOr(scsi);
};

/** smartctl itself tells which failed tests a later full test has made old. */
const failedTestsOf = ({ ata_smart_self_test_log: log }: LooseObject): number => {
  if (!isObject(log)) return 0;
  const parts = [log.extended, log.standard].filter(isObject);
  return Math.max(
    0,
    ...parts.map(
      ({ error_count_total: total, error_count_outdated: outdated }) =>
        (numberOr(total) ?? 0) - (numberOr(outdated) ?? 0),
    ),
  );
};

const numberOr = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;
