/** The steps of a delivery, each begun only when the ones before it are done. */

import { bodyWords } from '../../language/ticket-body.ts';
import type { BundleFile, Desk, Failed, Failure, Filed } from '../desk.ts';
import { writeStep } from '../outbox/journal.ts';
import type { Entry } from '../outbox/list.ts';
import { realPace } from '../pace.ts';
import { markOf, withMark } from './marks.ts';
import type { SendOptions } from './types.ts';

export interface Progress {
  readonly attempts: number;
  /** The desk may have it. */
  readonly doubt: boolean;
  /** Since the last attempt that may have filed it. */
  readonly hasLooked: boolean;
  readonly filed?: Filed;
  readonly isConfirmed: boolean;
  readonly keyKept: boolean;
  readonly duplicates: readonly string[];
  readonly reported?: 'attaching' | 'attached' | 'unattached';
  readonly unattached?: Failure;
}

export type Staged =
  | { readonly status: 'done'; readonly progress: Progress }
  | {
      readonly status: 'failed';
      readonly failure: Failure;
      readonly progress: Progress;
      /** Something that files was sent: the failure is the end of this attempt. */
      readonly attempt?: number;
    };

export interface Work {
  readonly entry: Entry;
  readonly desk: Desk;
  readonly bundle: BundleFile | undefined;
  readonly progress: Progress;
  readonly options: SendOptions & { readonly signal: AbortSignal };
}

export type Stage = 'look' | 'create' | 'confirm' | 'attach';

export const nextStage = (
  { filed, hasLooked, isConfirmed, reported }: Progress,
  desk: Desk,
  bundle: BundleFile | undefined,
): Stage | 'end' => {
  if (filed === undefined) return desk.find !== undefined && !hasLooked ? 'look' : 'create';
  if (!isConfirmed && (desk.read !== undefined || canConfirmByFind(desk))) return 'confirm';
  const isOpen = reported === undefined || reported === 'attaching';
  return bundle !== undefined && desk.reports === 'after' && desk.attach !== undefined && isOpen
    ? 'attach'
    : 'end';
};

const canConfirmByFind = (desk: Desk): boolean =>
  desk.find !== undefined && desk.searchLagMs === undefined && desk.reports !== 'with-ticket';

const note = ({ entry, options: { pace = realPace } }: Work, step: Parameters<typeof writeStep>[1]) =>
  writeStep(entry.folder, step, pace.nowMs());

/** A disk that is full now must not turn what is done into a failure: the desk knows, and is asked again. */
const tryToNote = (work: Work, step: Parameters<typeof writeStep>[1]) => note(work, step).catch(() => {});

const look = async (work: Work): Promise<Staged> => {
  const { entry, desk, progress, options } = work;
  const { signal, onEvent, pace = realPace } = options;
  const { key } = entry.ticket;
  if (desk.find === undefined) return { status: 'done', progress: { ...progress, hasLooked: true } };
  if (progress.doubt && desk.searchLagMs !== undefined) await pace.sleep(desk.searchLagMs, signal);
  onEvent?.({ kind: 'looking', key });
  await note(work, { step: 'looking', target: desk.target });
  const found = await desk.find(key, { signal });
  if (found.status === 'failed') return { ...found, progress };
  if (found.status === 'none') {
    await note(work, { step: 'absent' });
    return { status: 'done', progress: { ...progress, doubt: false, hasLooked: true } };
  }
  const { id, url, others = [] } = found;
  const filed = { id, existing: true, ...(url !== undefined && { url }) };
  await tryToNote(work, { step: 'sent', target: desk.target, ...filed });
  for (const other of others) await tryToNote(work, { step: 'duplicate', id: other, of: id });
  return { status: 'done', progress: { ...progress, filed, doubt: false, duplicates: others } };
};

const create = async (work: Work): Promise<Staged> => {
  const { entry, desk, bundle, progress, options } = work;
  const attempt = progress.attempts + 1;
  options.onEvent?.({ kind: 'sending', key: entry.ticket.key, attempt });
  await note(work, { step: 'sending', attempt, target: desk.target });
  const outcome = await desk.create(entry.ticket, bundle, { signal: options.signal });
  const after: Progress = { ...progress, attempts: attempt };
  if (outcome.status === 'failed') {
    const doubt = outcome.failure.certainty === 'unclear' || progress.doubt;
    // Looked for once more only where it may be there now.
    return { ...outcome, attempt, progress: { ...after, doubt, hasLooked: !doubt && progress.hasLooked } };
  }
  const { id, url, existing, unattached } = outcome;
  const filed = { id, existing, ...(url !== undefined && { url }) };
  await tryToNote(work, { step: 'sent', target: desk.target, ...filed });
  if (unattached) await tryToNote(work, { step: 'unattached', failure: unattached });
  return { status: 'done', progress: { ...after, filed, doubt: false, ...(unattached && { unattached }) } };
};

/** Whether it bears its key, and whether another computer filed the same: then the lowest number counts. */
const confirm = async (work: Work): Promise<Staged> => {
  const { entry, desk, progress, options } = work;
  const { filed } = progress;
  if (filed === undefined) throw new Error('confirmed before it was filed');
  const { signal } = options;
  const { key } = entry.ticket;
  let keyKept = true;
  if (desk.read !== undefined) {
    const seen = await desk.read(filed.id, { signal });
    // Who may file and not look has filed all the same.
    const isBlind = seen.status === 'failed' && seen.failure.again === 'person';
    if (seen.status === 'failed' && !isBlind) return { ...seen, progress };
    keyKept = seen.status === 'ok' && seen.value.key === key;
    if (!keyKept && !isBlind && desk.mark !== undefined) {
      const marked = await desk.mark(filed.id, key, { signal });
      const again = marked.status === 'done' ? await desk.read(filed.id, { signal }) : marked;
      keyKept = again.status === 'ok' && again.value.key === key;
    }
  }
  const found = canConfirmByFind(desk) && desk.find ? await desk.find(key, { signal }) : undefined;
  if (found?.status === 'failed') return { ...found, progress };
  const other = found?.status === 'found' && found.id !== filed.id ? found : undefined;
  if (other !== undefined) return giveWay(work, other);
  await tryToNote(work, { step: 'confirmed', keyKept });
  return { status: 'done', progress: { ...progress, isConfirmed: true, keyKept } };
};

/** Ours is the younger of two: it is closed with a word, and the other one is the ticket from now on. */
const giveWay = async (work: Work, other: Filed): Promise<Staged> => {
  const { entry, desk, progress, options } = work;
  const { filed } = progress;
  const { signal } = options;
  const [id, ours] = [other.id, filed?.id ?? ''];
  const mark = markOf(entry.ticket.key, 'duplicate');
  const text = withMark(bodyWords(entry.ticket.language).duplicateOf(id), mark);
  // Best effort: it is told to the person, whatever comes of it.
  await desk.comment?.(ours, { text, mark, internal: true }, { signal });
  await desk.close?.(ours, { signal });
  const kept = { id, existing: true, ...(other.url !== undefined && { url: other.url }) };
  await tryToNote(work, { step: 'duplicate', id: ours, of: id });
  await tryToNote(work, { step: 'sent', target: desk.target, ...kept });
  return {
    status: 'done',
    progress: { ...progress, filed: kept, duplicates: [...progress.duplicates, ours] },
  };
};

/** Failures after which the ticket stays as it is, and says where the report is. */
const LEAVES_REPORT: ReadonlySet<Failure['code']> = new Set([
  'too-large',
  'attachment-dropped',
  'rejected',
  'forbidden',
]);

const attach = async (work: Work): Promise<Staged> => {
  const { desk, bundle, progress, options } = work;
  const { filed } = progress;
  if (filed === undefined || bundle === undefined || desk.attach === undefined) {
    throw new Error('attached before it was filed');
  }
  const { signal, onEvent } = options;
  const before = await isAttached(desk, filed.id, bundle, signal);
  if (before === true) return attached(work);
  if (before !== false) return { ...before, progress };
  onEvent?.({ kind: 'attaching', key: work.entry.ticket.key });
  await note(work, { step: 'attaching' });
  const done = await desk.attach(filed.id, bundle, { signal });
  const begun: Progress = { ...progress, reported: 'attaching' };
  if (done.status === 'failed') {
    return LEAVES_REPORT.has(done.failure.code) ? tellLeft(work, done.failure) : { ...done, progress: begun };
  }
  const after = desk.attachments === undefined || (await isAttached(desk, filed.id, bundle, signal));
  if (after === true) return attached(work);
  if (after !== false) return { ...after, progress: begun };
  return tellLeft(work, {
    code: 'attachment-dropped',
    certainty: 'not-received',
    again: 'person',
    detail: 'the desk answered yes and has not got it',
  });
};

const attached = async (work: Work): Promise<Staged> => {
  await tryToNote(work, { step: 'attached' });
  return { status: 'done', progress: { ...work.progress, reported: 'attached' } };
};

/** By its name, which bears the time of the report, and its size where that is told. */
const isAttached = async (
  desk: Desk,
  id: string,
  { name, bytes }: BundleFile,
  signal: AbortSignal,
): Promise<boolean | Failed> => {
  if (desk.attachments === undefined) return false;
  const listed = await desk.attachments(id, { signal });
  if (listed.status === 'failed') return listed;
  return listed.value.some((one) => one.name === name && (one.bytes ?? bytes) === bytes);
};

const tellLeft = async (work: Work, failure: Failure): Promise<Staged> => {
  const { entry, desk, bundle, progress, options } = work;
  const words = bodyWords(entry.ticket.language);
  if (bundle !== undefined && progress.filed !== undefined) {
    const mark = markOf(entry.ticket.key, 'report');
    const why = words.reportStays(bundle.name, bundle.bytes, bundle.sha256, failure.code);
    const note = { text: withMark(why, mark), mark, internal: false };
    await desk.comment?.(progress.filed.id, note, { signal: options.signal });
  }
  await tryToNote(work, { step: 'unattached', failure });
  return { status: 'done', progress: { ...progress, reported: 'unattached', unattached: failure } };
};

export const stages: Readonly<Record<Stage | 'end', (work: Work) => Promise<Staged>>> = {
  look,
  create,
  confirm,
  attach,
  end: async ({ progress }) => ({ status: 'done', progress }),
};
