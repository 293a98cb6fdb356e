/** Who made it, when, of which computer, and whether something was hidden or changed. */
import { reportWords } from '../../language/report.ts';
import { short } from './short.ts';
import type { View } from './view.ts';

export const Provenance = ({ report, words, provenance: { hidden, seal } }: View) => {
  const { tool, host, startedAt, durationMs } = report;
  const { kinds, seals } = reportWords(report.language);
  const counts = Object.entries(hidden ?? {});
  const rows: readonly (readonly [string, string])[] = [
    [words.computer, short(host.name, 200)],
    [words.system, short([host.os, host.release, host.arch].filter(Boolean).join(' '), 200)],
    [words.madeAt, words.when(new Date(startedAt))],
    [words.tookAll, words.duration(durationMs)],
    [words.madeBy, `${tool.name} ${short(tool.version, 100)}`],
    ...counts.map(([kind, many]): readonly [string, string] => [
      `${words.hidden}: ${kinds[kind] ?? short(kind, 100)}`,
      words.number(many),
    ]),
  ];
  return (
    <section class="provenance" aria-labelledby="provenance" data-part>
      <h2 id="provenance">{words.provenance}</h2>
      {hidden !== undefined && <p class="note">{words.redacted}</p>}
      {seal !== undefined && <p class={seal === 'broken' ? 'alarm' : 'note'}>{seals[seal]}</p>}
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
