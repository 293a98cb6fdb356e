/** What could not be told, why, and what would let us look. */
import type { ReportCheck } from '../model.ts';
import { Mark } from './mark.tsx';
import { short } from './short.ts';
import type { View } from './view.ts';

export const Untold = (view: View) => {
  const checks = view.report.checks.filter(({ unknown }) => unknown.length > 0);
  return checks.length === 0 ? null : (
    <section aria-labelledby="untold" data-part>
      <h2 id="untold">{view.common.untold}</h2>
      {checks.map((check) => (
        <article class="card unknown" data-item>
          <h3>
            <Mark tone="unknown" /> {short(check.name, 200)}
          </h3>
          {remediesOf(check).map((remedy) => (
            <Group {...view} check={check} remedy={remedy} />
          ))}
        </article>
      ))}
    </section>
  );
};

const remediesOf = ({ unknown }: ReportCheck): readonly string[] => [
  ...new Set(unknown.map(({ remedy }) => remedy)),
];

/** Enough to know what it is about. */
const MAX_READS = 20;

const Group = ({
  check,
  remedy,
  common,
}: View & { readonly check: ReportCheck; readonly remedy: string }) => {
  const reads = check.unknown.filter((entry) => entry.remedy === remedy);
  return (
    <>
      <ul class="reads">
        {reads.slice(0, MAX_READS).map(({ source, why }) => (
          <li>
            <code>{short(source, 200)}</code> {short(why, 400)}
          </li>
        ))}
        {reads.length > MAX_READS && <li>+{reads.length - MAX_READS}</li>}
      </ul>
      <dl class="parts">
        <div class="do">
          <dt>{common.remedy}</dt>
          <dd>{short(remedy, 400)}</dd>
        </div>
      </dl>
    </>
  );
};
