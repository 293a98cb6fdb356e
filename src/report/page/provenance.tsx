/** Who made it, when, of which computer, and whether something was hidden. */
import { reportWords } from '../../language/report.ts';
import { short } from './short.ts';
import type { View } from './view.ts';

export const Provenance = ({
  report,
  words,
  hidden,
}: View & { readonly hidden?: Readonly<Record<string, number>> }) => {
  const { tool, host, startedAt, durationMs } = report;
  const kinds = reportWords(report.language).kinds;
  const counts = Object.entries(hidden ?? {});
  const rows: readonly (readonly [string, string])[] = [
    [words.computer, short(host.name, 200)],
    [words.system, short([host.os, host.release, host.arch].filter(Boolean).join(' '), 200)],
    [words.madeAt, words.when(new Date(startedAt))],
    [words.tookAll, words.seconds(durationMs / 1000)],
    [words.madeBy, `${tool.name} ${short(tool.version, 100)}`],
    ...counts.map(([kind, many]): readonly [string, string] => [
      `${words.hidden}: ${kinds[kind] ?? short(kind, 100)}`,
      words.number(many),
    ]),
  ];
  return (
    <section class="provenance" aria-labelledby="provenance">
      <h2 id="provenance">{words.provenance}</h2>
      <p class={hidden === undefined ? 'note open' : 'note'}>
        {hidden === undefined ? words.notRedacted : words.redacted}
      </p>
      <dl>
        {rows
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
};
