/** Countries that changed their clocks lately: by the rule that a zone's data ended with before, old data are known. */

export interface ZoneChange {
  readonly zones: readonly string[];
  /** The last line of the data (tzfile(5)) before the change. Any other line is newer, or of another place. */
  readonly before: readonly string[];
  /** From when on the old rule is wrong, milliseconds since 1970. */
  readonly sinceMs: number;
}

/** After the tz database 2026d. What changes later is not here, and then nothing is said. */
export const AS_OF = '2026-11-26';

export const zoneChanges: readonly ZoneChange[] = [
  {
    zones: ['America/Edmonton', 'America/Inuvik', 'America/Yellowknife'],
    before: ['MST7MDT,M3.2.0,M11.1.0'],
    sinceMs: 1_793_520_000_000,
  },
  { zones: ['America/Vancouver'], before: ['PST8PDT,M3.2.0,M11.1.0'], sinceMs: 1_793_523_600_000 },
  { zones: ['Africa/Casablanca', 'Africa/El_Aaiun'], before: ['<+01>-1'], sinceMs: 1_789_866_000_000 },
  { zones: ['America/Asuncion'], before: ['<-04>4<-03>,M10.1.0/0,M3.4.0/0'], sinceMs: 1_742_698_800_000 },
  { zones: ['Asia/Almaty', 'Asia/Qostanay'], before: ['<+06>-6'], sinceMs: 1_709_229_600_000 },
  { zones: ['Africa/Cairo'], before: ['EET-2'], sinceMs: 1_682_632_800_000 },
  {
    zones: ['Asia/Amman'],
    before: ['EET-2EEST,M2.5.4/24,M10.5.5/1', 'EET-2EEST,M3.5.4/24,M10.5.5/1'],
    sinceMs: 1_666_908_000_000,
  },
  { zones: ['Asia/Damascus'], before: ['EET-2EEST,M3.5.5/0,M10.5.5/0'], sinceMs: 1_666_904_400_000 },
  {
    zones: ['America/Mexico_City', 'America/Merida', 'America/Monterrey'],
    before: ['CST6CDT,M4.1.0,M10.5.0'],
    sinceMs: 1_680_422_400_000,
  },
  {
    zones: ['Asia/Tehran'],
    before: ['<+0330>-3:30<+0430>,J79/24,J263/24', '<+0330>-3:30<+0430>,J80/0,J264/0'],
    sinceMs: 1_679_430_600_000,
  },
  { zones: ['Europe/Volgograd'], before: ['<+04>-4'], sinceMs: 1_609_020_000_000 },
];
