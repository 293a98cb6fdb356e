/** `ticket create`: shows what would go where, asks, puts it on the disk, and only then sends it. */
import { randomUUID } from 'node:crypto';
import type { Config } from '../../config/load.ts';
import { EXIT } from '../../exit.ts';
import { bundleWords } from '../../language/bundle.ts';
import { reportWords } from '../../language/report.ts';
import { ticketWords } from '../../language/ticket.ts';
import { forTerminal, oneLine } from '../../output/untrusted.ts';
import type { Report } from '../../report/model.ts';
import { leaksIn } from '../../report/redact/gate.ts';
import { outboxRoots } from '../../state.ts';
import { makeTicket, type Ticket } from '../../ticket/model.ts';
import { createTicket, describeBundle, type Entry, type Refusal } from '../../ticket/outbox.ts';
import { sendTickets } from '../../ticket/send.ts';
import { verdictOf } from '../../ticket/verdict.ts';
import { watchInterrupts } from '../check/interrupt.ts';
import type { Context } from '../context.ts';
import { hiddenLine } from '../hidden-line.ts';
import { refuseInWords } from '../last-look.ts';
import { showLong } from '../pager.ts';
import { print, printError } from '../print.ts';
import { printPaste } from '../report/paste.ts';
import { wholeOf } from '../report/preview.ts';
import { printQr } from '../report/qr.ts';
import { type Setup, setUp } from '../setup.ts';
import type { CreateOptions } from '../ticket.ts';
import { agrees, ask, nobodyThere } from './ask.ts';
import { type ConfiguredDesk, configuredDesk, isFor } from './desk.ts';
import { doAll, tellPerformed } from './do.ts';
import { draftOf, wordsOf } from './draft.ts';
import { ticketNamed } from './ref.ts';
import { type FoundReport, reportFor } from './report.ts';
import { addToSimilar } from './similar.ts';
import { progressIn, tellSent, tellTrouble } from './tell.ts';

export const create = async (options: CreateOptions, context: Context): Promise<number> => {
  const setup = await setUp(context);
  const { language, config } = setup;
  const words = ticketWords(language);
  const interrupt = watchInterrupts();
  const left = () => interrupt.status() ?? EXIT.interrupted;
  const report = await reportFor(options.report, setup, interrupt.signal);
  if (report === undefined) return left();
  const configured = await configuredDesk(config, options.desk);
  if (configured === undefined) {
    await print(`${words.noDesk(oneLine(report.path))}\n`);
    await tellTrouble('no-desk', '', '', language);
    if (report.bundle?.report !== undefined) await offerForm(report.bundle.report, config);
    return EXIT.warning;
  }
  const other = await openOne(report, options, setup, interrupt.signal);
  if (other === 'left') return left();
  if (other !== 'new') {
    const text = options.description ?? (await ask(words.askDescription, interrupt.signal));
    if (text === undefined) return left();
    const wishes = [
      ...(text === '' ? [] : [{ kind: 'comment', text } as const]),
      { kind: 'attach', path: report.path } as const,
    ];
    const status = await doAll(other, wishes, setup, interrupt.signal);
    return interrupt.status() ?? status;
  }
  const draft = await draftOf(report.bundle?.report, options, setup, interrupt.signal);
  if (draft === undefined) return left();
  refuseInWords(wordsOf(draft));
  const key = randomUUID();
  const nowMs = Date.now();
  const bundle = await describeBundle(report.path);
  if (options.preview === true && report.bundle !== undefined) {
    await showLong(wholeOf(report.bundle.files, language));
  }
  await preview({ ...makeTicket(draft, nowMs, key), bundle }, report, configured, setup);
  const agreed = options.yes === true ? 'yes' : await agrees(words.sure, interrupt.signal);
  if (agreed === 'nobody') throw nobodyThere();
  if (agreed === 'left' || interrupt.signal.aborted) return left();
  if (agreed === 'no') {
    await print(`${words.declined}\n`);
    return EXIT.ok;
  }
  const { desk } = configured;
  const creation = {
    draft,
    nowMs,
    key,
    desk: configured.name,
    bundlePath: report.path,
    bundleSha256: bundle.sha256,
  };
  const created = await createTicket({ roots: outboxRoots(), ...creation });
  if (created.status !== 'created') {
    const detail = created.status === 'no-outbox' ? listOf(created.tried) : created.why;
    await tellTrouble(created.status, desk.target, detail, language);
    return EXIT.critical;
  }
  if (created.refused.length > 0) await printError(words.notThere(listOf(created.refused)));
  await printError(words.kept(key, oneLine(created.folder)));
  // Only where it lies: what hinders another outbox is nothing to this ticket.
  const sent = await sendTickets([created.root], desk, {
    keys: [key],
    signal: interrupt.signal,
    onEvent: progressIn(language, desk.target),
  });
  const status = await tellSent(sent, desk.target, language);
  if (status === EXIT.ok) await goOnWithOthers(configured, setup, interrupt.signal);
  return interrupt.status() ?? status;
};

/** Without a desk: the form that the configuration names, filled in, as a link and for the phone. */
const offerForm = async (report: Report, { report: { url } }: Config): Promise<void> => {
  if (url === undefined) return;
  const made = { bundle: { report }, leaksIn: (text: string) => leaksIn(text, []) };
  await printPaste(made, { target: 'url', url }, {});
  if (process.stdout.isTTY === true) await printQr(made, { url, isBeside: true });
};

/** The desk answers, so what waited for it goes now; what becomes of it is told, and is nothing to this ticket. */
const goOnWithOthers = async (
  { name, desk }: ConfiguredDesk,
  setup: Setup,
  signal: AbortSignal,
): Promise<void> => {
  const sent = await sendTickets(outboxRoots(), desk, { isFor: isFor(name, setup.config), signal });
  await tellSent({ ...sent, busy: [], unusable: [] }, desk.target, setup.language);
  await tellPerformed(sent.performed, desk, setup);
};

/** The ticket to add to: named, or one about the same that the person chooses. */
const openOne = (
  { bundle }: FoundReport,
  { addTo, yes }: CreateOptions,
  setup: Setup,
  signal: AbortSignal,
): Promise<Entry | 'new' | 'left'> => {
  if (addTo !== undefined) return ticketNamed(addTo);
  if (bundle?.report === undefined) return Promise.resolve('new');
  return addToSimilar(verdictOf(bundle.report), setup, yes !== true, signal);
};

/** Exactly what would be sent, and where. */
const preview = (
  ticket: Ticket,
  { path, bundle }: FoundReport,
  { desk }: ConfiguredDesk,
  { language }: Setup,
): Promise<void> => {
  const words = ticketWords(language);
  const { method, url, headers, body } = desk.preview(ticket);
  const lines = [
    words.preview(desk.target),
    `${method} ${url}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    JSON.stringify(body, undefined, 2),
    words.bundle(oneLine(path), reportWords(language).size(ticket.bundle?.bytes ?? 0)),
    ...(bundle === undefined
      ? [words.sealedOff]
      : [
          bundleWords(language).holds(
            Object.keys(bundle.recording.entries).length,
            bundle.report?.checks.flatMap(({ findings }) => findings).length ?? 0,
          ),
          hiddenLine(bundle.hidden, reportWords(language)),
        ]),
  ];
  return printError(forTerminal(lines.join('\n')));
};

const listOf = (refused: readonly Refusal[]): string =>
  refused.map(({ root, reason }) => `${oneLine(root)} (${reason})`).join(', ');
