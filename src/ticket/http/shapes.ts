/** What answers are made of, and a ticket of it: texts bounded, times in one form. */
import { z } from 'zod';
import type { DeskTicket } from '../desk.ts';
import { plainLine } from '../plain.ts';

/** A number that names something; some desks write it as a text. */
export const numericId = z
  .union([z.string().regex(/^[1-9]\d{0,18}$/), z.number().int().positive()])
  .transform(String);

/** A text that may be missing, null, or a number. */
export const words = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((text) => text ?? '');

/** A list that may be missing or null. */
export const listOf = <S extends z.ZodType>(one: S) =>
  z
    .array(one)
    .nullish()
    .transform((all) => all ?? []);

export interface RawTicket extends Omit<DeskTicket, 'url' | 'key'> {
  readonly url?: string | undefined;
  readonly key?: string | undefined;
}

/** Empty is as good as missing. */
export const deskTicket = (raw: RawTicket): DeskTicket => {
  const [createdAt, solvedAt, updatedAt] = [raw.createdAt, raw.solvedAt, raw.updatedAt].map(isoOf);
  return {
    id: raw.id,
    ...(raw.url !== undefined && { url: raw.url }),
    ...(raw.key !== undefined && { key: raw.key }),
    state: raw.state,
    label: plainLine(raw.label, 100),
    subject: plainLine(raw.subject ?? '', 300),
    ...(createdAt !== undefined && { createdAt }),
    ...(solvedAt !== undefined && { solvedAt }),
    ...(updatedAt !== undefined && { updatedAt }),
    ...(raw.priority && { priority: plainLine(raw.priority, 50) }),
    ...(raw.category && { category: plainLine(raw.category, 100) }),
  };
};

/** Jira writes +0000, which `Date` reads all the same. */
export const isoOf = (text: string | undefined): string | undefined => {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
};

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The last line of every ticket's text names its key. */
export const keyIn = (text: string): string | undefined => text.match(UUID)?.at(-1);

/** What we wrote bears a mark, see `send/marks.ts`. */
export const hasMark = (text: string): boolean => /\[ts-[0-9a-f]{8}-[^\]\s]{1,40}\]/.test(text);
