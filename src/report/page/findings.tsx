/** What is wrong: each root cause with what it explains drawn beneath it; and what is worth knowing. */

import type { Branch } from '../../output/order.ts';
import type { ReportFinding } from '../model.ts';
import { Mark } from './mark.tsx';
import { short } from './short.ts';
import type { View } from './view.ts';

/** A forged report may claim any number; nobody reads more. */
const MAX_FINDINGS = 200;
/** Deeper than this there is no room in a narrow window. */
const MAX_DEPTH = 4;

export const Wrong = (view: View) =>
  view.trees.length === 0 ? null : (
    <section aria-labelledby="wrong" data-part>
      <h2 id="wrong">{view.common.wrong}</h2>
      {view.trees.slice(0, MAX_FINDINGS).map((branch) => (
        <Cause {...view} branch={branch} />
      ))}
      <Rest {...view} total={view.trees.length} />
    </section>
  );

export const Remarks = (view: View & { readonly found: readonly ReportFinding[] }) =>
  view.found.length === 0 ? null : (
    <section aria-labelledby="remarks" data-part>
      <h2 id="remarks">{view.common.remarks}</h2>
      {view.found.slice(0, MAX_FINDINGS).map((finding) => (
        <article class={`card ${finding.severity}`} data-item>
          <Told {...view} finding={finding} />
        </article>
      ))}
      <Rest {...view} total={view.found.length} />
    </section>
  );

const Rest = ({ common, total }: View & { readonly total: number }) =>
  total <= MAX_FINDINGS ? null : <p class="note">{common.moreFindings(total - MAX_FINDINGS)}</p>;

const Cause = ({ branch, ...view }: View & { readonly branch: Branch }) => {
  const { finding, explains } = branch;
  return (
    <article class={`card ${finding.severity}`} data-item>
      {explains.length > 0 && <p class="role">{view.words.rootCause}</p>}
      <Told {...view} finding={finding} />
      {explains.length > 0 && (
        <div class="chain">
          <p class="role">{view.common.explains}</p>
          <Effects {...view} branches={explains} depth={1} />
        </div>
      )}
    </article>
  );
};

/** The lines are drawn by the style; the nested list tells the same without them. */
const Effects = ({
  branches,
  depth,
  ...view
}: View & { readonly branches: readonly Branch[]; readonly depth: number }) => (
  <ul class="effects">
    {branches.slice(0, MAX_FINDINGS).map(({ finding, explains }) => (
      <li>
        <details class={finding.severity}>
          <summary>
            <Title {...view} finding={finding} />
          </summary>
          <Parts {...view} finding={finding} />
        </details>
        {explains.length > 0 && depth < MAX_DEPTH && (
          <Effects {...view} branches={explains} depth={depth + 1} />
        )}
      </li>
    ))}
  </ul>
);

const Told = ({ finding, ...view }: View & { readonly finding: ReportFinding }) => (
  <>
    <h3>
      <Title {...view} finding={finding} />
    </h3>
    <Parts {...view} finding={finding} />
  </>
);

const Title = ({ finding, common }: View & { readonly finding: ReportFinding }) => (
  <>
    <span class="severity">
      <Mark tone={finding.severity} /> {common.severities[finding.severity]}
    </span>{' '}
    <span class="title">{short(finding.title, 400)}</span>
  </>
);

/** More references than these help nobody. */
const MAX_EVIDENCE = 6;

const Parts = ({ finding, common, reads }: View & { readonly finding: ReportFinding }) => (
  <dl class="parts">
    {finding.why !== '' && (
      <div>
        <dt>{common.why}</dt>
        <dd>{short(finding.why)}</dd>
      </div>
    )}
    {finding.next !== '' && (
      <div class="do">
        <dt>{common.next}</dt>
        <dd>{short(finding.next)}</dd>
      </div>
    )}
    <div class="seen">
      <dt>{common.seenIn}</dt>
      <dd>
        {finding.evidence.slice(0, MAX_EVIDENCE).map((id) => (
          <Reference id={id} reads={reads} />
        ))}
        {finding.evidence.length > MAX_EVIDENCE && <span>+{finding.evidence.length - MAX_EVIDENCE} </span>}
        <code class="code">{short(finding.code, 100)}</code>
      </dd>
    </div>
  </dl>
);

const Reference = ({ id, reads }: { readonly id: string } & Pick<View, 'reads'>) => {
  const read = reads.find(({ source }) => source === id);
  return (
    <>
      {read === undefined ? (
        <code>{short(id, 100)}</code>
      ) : (
        <a href={`#${read.anchor}`}>
          <code>{short(id, 100)}</code>
        </a>
      )}{' '}
    </>
  );
};
