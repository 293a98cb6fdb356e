/** smartctl's text: what versions before 7.0 write, with either of its two attribute tables (`-A`, and the brief one of `-x`). */
import { Unreadable, unparsable } from '../contract.ts';
import { attributeWear, type DriveHealth, type SmartAnswer, type SmartAttribute } from './smart.ts';
import { ASLEEP, refusalOf } from './smart-json.ts';

export const parseSmartText = (stdout: string, device: string): SmartAnswer => {
  if (!/^smartctl /m.test(stdout)) throw unparsable(stdout.trim().split('\n')[0] ?? '');
  if (ASLEEP.test(stdout)) return { state: 'asleep', device };
  const lines = stdout.split(/\r?\n/);
  const health = healthOf(lines, fieldsOf(lines), device);
  if (health !== undefined) return { state: 'read', health };
  const said = lines.filter((line) => REASON.test(line));
  if (said.some((line) => /UNRECOGNIZED OPTION|INVALID ARGUMENT/.test(line)))
    throw new Unreadable('unparsable', said[0] ?? '');
  throw refusalOf(said);
};

const REASON =
  /failed|denied|must be root|unknown usb bridge|lacks SMART|not support|UNRECOGNIZED|INVALID|unable to detect|please |unavailable/i;

/** `Key:   value`, the first of each key. */
const fieldsOf = (lines: readonly string[]): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const found = /^([A-Z][A-Za-z -]{2,60}): +(\S.*)$/.exec(line);
    if (found === null) continue;
    const [, key = '', value = ''] = found;
    if (!fields.has(key.toLowerCase())) fields.set(key.toLowerCase(), value.trim());
  }
  return fields;
};

const healthOf = (
  lines: readonly string[],
  fields: ReadonlyMap<string, string>,
  device: string,
): DriveHealth | undefined => {
  const attributes = attributesOf(lines);
  const nvme = nvmeOf(fields);
  const status = fields.get('smart health status');
  const passed = verdictOf(fields.get('smart overall-health self-assessment test result'), status);
  const scsi = scsiOf(lines, fields);
  if (passed === null && attributes.length === 0 && nvme === null && scsi === null) return undefined;
  const rate = fields.get('rotation rate');
  const used = fields.get('percentage used') ?? fields.get('percentage used endurance indicator');
  return {
    device,
    model: modelOf(fields),
    protocol: nvme !== null ? 'nvme' : status !== undefined || scsi !== null ? 'scsi' : 'ata',
    rotational: rate === undefined ? (nvme === null ? null : false) : !/^Solid State/.test(rate),
    passed,
    attributes,
    nvme,
    scsi,
    usedPct: percentOf(used) ?? attributeWear(attributes),
    failedSelfTests: failedTestsOf(lines),
  };
};

const verdictOf = (ata: string | undefined, scsi: string | undefined): boolean | null => {
  if (ata !== undefined) return ata.startsWith('PASSED') ? true : ata.startsWith('FAILED') ? false : null;
  return scsi === undefined ? null : scsi.startsWith('OK');
};

const modelOf = (fields: ReadonlyMap<string, string>): string | null => {
  const scsi = [fields.get('vendor'), fields.get('product')].filter((word) => word !== undefined);
  return (
    fields.get('device model') ?? fields.get('model number') ?? (scsi.length > 0 ? scsi.join(' ') : null)
  );
};

/** `  5 Reallocated_Sector_Ct   0x0033   001   001   036    Pre-fail  Always   FAILING_NOW 1432` */
const LONG =
  /^ {0,2}(\d{1,3}) (\S+) +0x([0-9a-f]{4}) +(\d{3}|---) +(?:\d{3}|---) +(\d{3}|---) +(?:Pre-fail|Old_age) +(?:(?:Always|Offline) +)?(-|FAILING_NOW|In_the_past) +(\S.*)$/;
/** `  5 Reallocated_Sector_Ct   PO--CK   004   004   005    NOW  0` */
const BRIEF =
  /^ {0,2}(\d{1,3}) (\S+) +([A-Z+-]{6,7}) +(\d{3}|---) +(?:\d{3}|---) +(\d{3}|---) +(-|NOW|Past) +(\S.*)$/;

const attributesOf = (lines: readonly string[]): readonly SmartAttribute[] => {
  const start = lines.findIndex((line) => line.startsWith('ID# ATTRIBUTE_NAME'));
  // Without the head of the table its rows speak for themselves.
  const rows = start < 0 ? lines.filter((line) => LONG.test(line)) : tableAfter(lines, start);
  return rows.map(attributeOf);
};

const tableAfter = (lines: readonly string[], start: number): readonly string[] => {
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => !/^ {0,2}\d{1,3} /.test(line));
  return end < 0 ? rest : rest.slice(0, end);
};

const attributeOf = (line: string): SmartAttribute => {
  const found = LONG.exec(line) ?? BRIEF.exec(line);
  if (found === null) throw unparsable(line);
  const [, id = '', name = '', flags = '', value = '', threshold = '', failed = '', raw = ''] = found;
  return {
    id: Number(id),
    name,
    value: decimal(value),
    threshold: decimal(threshold),
    failed: /NOW/.test(failed) ? 'now' : /past/i.test(failed) ? 'past' : null,
    prefail: flags.startsWith('P') || (/^[0-9a-f]{4}$/.test(flags) && Number.parseInt(flags, 16) % 2 === 1),
    raw: rawOf(Number(id), raw),
  };
};

/** Command_Timeout packs three counts into one: `1 0 7`, or a large number. Its lowest 16 bits count. */
const rawOf = (id: number, text: string): number | null => {
  if (id === 188) {
    const last = /^(?:\d{1,5} \d{1,5} )?(\d{1,20})\s*$/.exec(text)?.[1];
    return last === undefined ? null : Number(last) % 65_536;
  }
  const first = /^(\d{1,20})(?![\dx])/.exec(text)?.[1];
  return first === undefined ? null : Number(first);
};

const decimal = (text: string): number | null => (/^\d{3}$/.test(text) ? Number(text) : null);

const nvmeOf = (fields: ReadonlyMap<string, string>): DriveHealth['nvme'] => {
  const warning = fields.get('critical warning');
  if (warning === undefined) return null;
  if (!/^0x[0-9a-f]{1,2}$/i.test(warning)) throw unparsable(`Critical Warning: ${warning}`);
  const errors = fields.get('media and data integrity errors')?.replaceAll(',', '');
  return {
    criticalWarning: Number.parseInt(warning, 16),
    sparePct: percentOf(fields.get('available spare')),
    spareThresholdPct: percentOf(fields.get('available spare threshold')),
    mediaErrors: errors !== undefined && /^\d{1,20}/.test(errors) ? Number.parseInt(errors, 10) : null,
  };
};

const percentOf = (text: string | undefined): number | null => {
  const found = /^(\d{1,3})%/.exec(text ?? '');
  return found === null ? null : Number(found[1]);
};

/** `read:   1234   0   0   1234   5678   176987.332   0`: the last column is what could not be corrected. */
const ERRORS = /^(?:read|write|verify): +(?:\d+ +){4,5}[\d.]+ +(\d{1,15})\s*$/;

const scsiOf = (lines: readonly string[], fields: ReadonlyMap<string, string>): DriveHealth['scsi'] => {
  const defects = /^(\d{1,12})$/.exec(fields.get('elements in grown defect list') ?? '')?.[1];
  const errors = lines.flatMap((line) => ERRORS.exec(line)?.[1] ?? []).map(Number);
  if (defects === undefined && errors.length === 0) return null;
  return {
    grownDefects: defects === undefined ? null : Number(defects),
    uncorrectedErrors: errors.length === 0 ? null : errors.reduce((sum, count) => sum + count, 0),
  };
};

/** Newest first: a full test that ended well makes the failures before it old. */
const failedTestsOf = (lines: readonly string[]): number => {
  const tests = lines.filter((line) => /^# ?\d{1,2} {1,3}\S/.test(line));
  const healed = tests.findIndex((line) => /(?:Extended|long) .*Completed(?: without error)? {2}/.test(line));
  const recent = healed < 0 ? tests : tests.slice(0, healed);
  return recent.filter((line) =>
    / (?:Completed: |Fatal or unknown error|Failed in segment|Completed, segment failed)/.test(line),
  ).length;
};
