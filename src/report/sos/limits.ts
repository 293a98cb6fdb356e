/** What reading an archive of sos accepts: they hold a machine's logs, and are far larger than our reports. */
export const MAX_PACKED_BYTES = 1024 ** 3;
export const MAX_UNPACKED_BYTES = 4 * 1024 ** 3;
/** Of what is kept in memory; a file counts at most its head and its tail. */
export const MAX_KEPT_BYTES = 256 * 1024 ** 2;
/** A large server has 20 000. */
export const MAX_ENTRIES = 100_000;
/** Logs pack 5 to 50 times; xz packs blanks 7000 times. */
export const MAX_RATIO = 200;
export const RATIO_FROM_BYTES = 64 * 1024 ** 2;
/** /proc/<number>/task/<number>/… is the deepest that sos keeps. */
export const MAX_DEPTH = 40;
