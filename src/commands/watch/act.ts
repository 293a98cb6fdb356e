/** `watch`: follows plugging in and out live, until its time is up or Ctrl+C. */
import { setTimeout as pause } from 'node:timers/promises';
import { EXIT } from '../../exit.ts';
import { local } from '../../host/local.ts';
import { watchWords } from '../../language/watch.ts';
import { forJson, forTerminal } from '../../output/untrusted.ts';
import { watchInterrupts } from '../check/interrupt.ts';
import type { Context } from '../context.ts';
import { print, printError } from '../print.ts';
import { setUp } from '../setup.ts';
import type { WatchOptions } from '../watch.ts';
import { begin, step, verdictOf, type WatchEvent } from './follow.ts';
import { looker } from './look.ts';
import { eventLine, inventoryLines } from './text.ts';

/** A device is told of within a second, also where a look takes a while. */
const EVERY_MS = 250;
/** A port that gives a device up, or is cut off, is no small trouble. */
const GRAVE: readonly string[] = ['failed', 'overcurrent'];

export const watch = async ({ format, seconds: limit }: WatchOptions, context: Context): Promise<number> => {
  const interrupt = watchInterrupts();
  const host = local();
  const look = looker(host);
  const begun = performance.now();
  const passed = (): number => Math.round((performance.now() - begun) / 100) / 10;
  // At once: whoever starts it may already have the plug in the hand.
  const beginning = look(interrupt.signal);
  const { language } = await setUp(context);
  const words = watchWords(language);
  const tell = (text: string, told: object): Promise<void> =>
    print(format === 'json' ? `${forJson(told)}\n` : `${forTerminal(text)}\n`);

  const first = await beginning;
  if (first.blind) {
    await tell(words.blind, {
      event: 'end',
      status: 'unknown',
      unread: first.unread.map(({ from, status, why }) => ({ source: from, reason: status, why })),
    });
    return interrupt.status() ?? EXIT.unknown;
  }
  let state = begin(first.items, process.uptime() * 1000);
  const lines = state.items.length === 0 ? [words.nothing] : inventoryLines(state.items, words);
  await tell([words.there, '', ...lines, ''].join('\n'), {
    event: 'start',
    startedAt: new Date().toISOString(),
    os: host.os,
    items: state.items,
  });
  if (host.os === 'linux' && first.unread.some(({ from }) => from === 'kernel.log')) {
    await printError(forTerminal(words.noLog));
  }
  await printError(forTerminal(words.plugIn(limit)));

  let isFailing = false;
  let looked = first;
  for (;;) {
    const next = step(state, { seconds: passed(), ...looked });
    state = next.state;
    isFailing ||= next.events.some((event) => event.kind === 'error' && GRAVE.includes(event.what));
    for (const event of next.events) await tell(eventLine(event, words), plain(event));
    if (limit !== undefined && passed() >= limit) break;
    await pause(EVERY_MS, undefined, { signal: interrupt.signal }).catch(() => undefined);
    if (interrupt.signal.aborted) break;
    const again = await look(interrupt.signal);
    // A look that was cut short by Ctrl+C saw nothing: that is no unplugging.
    if (interrupt.signal.aborted) break;
    if (!again.blind) looked = again;
  }

  const status = verdictOf(state.counts, isFailing);
  await tell(['', ...words.summary(state.counts, passed())].join('\n'), {
    event: 'end',
    seconds: passed(),
    ...state.counts,
    status,
    interrupted: interrupt.signal.aborted,
  });
  return interrupt.status() ?? EXIT[status];
};

const plain = (event: WatchEvent): object =>
  event.kind === 'error'
    ? { event: 'error', seconds: event.seconds, what: event.what, port: event.port, text: event.text }
    : { event: event.kind, seconds: event.seconds, item: event.item };
