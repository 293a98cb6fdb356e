/** Disks, latency, memory: pictures of what the checks measured, where they measured it. */
import type { RecordedEntry } from '../../contract.ts';
import type { PageWords } from '../../language/page.en.ts';
import { cleanText } from '../../output/untrusted.ts';
import type { ReportCheck } from '../model.ts';
import { type Bar, Bars, barOf } from './bars.tsx';
import type { View } from './view.ts';

export type Metric = ReportCheck['metrics'][number];
type Answers = readonly RecordedEntry[];

/** Nobody has more disks; a forged report may. */
const MAX_BARS = 40;

export const Measured = ({ report, words, answers }: View & { readonly answers: Answers }) => {
  const of = (id: string): readonly Metric[] =>
    report.checks.filter((check) => check.id === id).flatMap(({ metrics }) => metrics.slice(0, MAX_BARS));
  const pictures = [
    { title: words.disks, bars: disks(of('disk-space'), answers, words) },
    { title: words.latency, bars: latencies(of('connectivity'), words) },
    { title: words.load, bars: load(of('performance'), words) },
  ];
  return pictures.every(({ bars }) => bars.length === 0) ? null : (
    <section aria-labelledby="measured" data-part>
      <h2 id="measured">{words.measured}</h2>
      <div class="pictures">
        {pictures.map((picture) => (
          <Bars {...picture} words={words} />
        ))}
      </div>
    </section>
  );
};

const USED = / used$/;

const disks = (metrics: readonly Metric[], answers: Answers, words: PageWords): readonly Bar[] =>
  metrics
    .filter(({ name, unit }) => unit === '%' && USED.test(name))
    .map((metric) => {
      const path = metric.name.replace(USED, '');
      const bar = barOf({ ...metric, name: path }, 100, (value) => words.percent(value), words);
      const room = roomOf(path, answers);
      const used = words.used(bar.text);
      return {
        ...bar,
        text:
          room === undefined
            ? used
            : `${used}, ${words.free(words.bytes(room.free), words.bytes(room.total))}`,
      };
    });

const roomOf = (
  path: string,
  answers: Answers,
): { readonly free: number; readonly total: number } | undefined => {
  for (const { request, answer } of answers) {
    if (
      request.kind !== 'space' ||
      typeof request.path !== 'string' ||
      cleanText(request.path) !== path ||
      answer.status !== 'ok'
    )
      continue;
    if ('availableBytes' in answer.raw)
      return { free: answer.raw.availableBytes, total: answer.raw.totalBytes };
  }
  return undefined;
};

const latencies = (metrics: readonly Metric[], words: PageWords): readonly Bar[] => {
  const times = metrics.filter(({ unit }) => unit === 'ms');
  const full = 1.1 * Math.max(...times.map(({ value, warning = 0 }) => Math.max(value, warning)));
  return times.map((metric) =>
    barOf(
      { ...metric, name: words.names[metric.name] ?? metric.name },
      full,
      (value) => words.milliseconds(value),
      words,
    ),
  );
};

const load = (metrics: readonly Metric[], words: PageWords): readonly Bar[] => {
  const measure = (wanted: string): number | undefined => metrics.find(({ name }) => name === wanted)?.value;
  const [free, total] = [measure('memory-available'), measure('memory-total')];
  const shares = metrics.filter(({ unit }) => unit === '%');
  return [
    ...(free === undefined || total === undefined || total <= 0
      ? []
      : [
          {
            name: words.names.memory ?? 'memory',
            value: total - free,
            full: total,
            text: `${words.used(words.percent(Math.round(100 * (1 - free / total))))}, ${words.free(words.bytes(free), words.bytes(total))}`,
            limits: '',
          },
        ]),
    ...shares.map((metric) =>
      barOf(
        { ...metric, name: words.names[metric.name] ?? metric.name },
        100,
        (value) => words.percent(value),
        words,
      ),
    ),
  ];
};
