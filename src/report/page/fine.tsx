/** What is fine, and what does not apply here. */
import { Mark } from './mark.tsx';
import { short } from './short.ts';
import type { View } from './view.ts';

export const Fine = ({ report, words, common }: View) => {
  const calm = report.checks.filter(({ status }) => status === 'ok' || status === 'skipped');
  const leftOut = new Set(report.checks.flatMap((check) => check.leftOut ?? [])).size;
  return calm.length === 0 ? null : (
    <section aria-labelledby="fine" data-part>
      <h2 id="fine">{common.fine}</h2>
      <ul class="fine">
        {calm.map(({ name, status, fine = '', skipped = '' }) => (
          <li data-item>
            <Mark tone={status === 'ok' ? 'ok' : 'skipped'} />{' '}
            <span class="for-readers">{words.statuses[status === 'ok' ? 'ok' : 'skipped']}: </span>
            <strong>{short(name, 200)}</strong>{' '}
            <span>{status === 'ok' ? short(fine, 400) : common.notHere(short(skipped, 200))}</span>
          </li>
        ))}
      </ul>
      {leftOut > 0 && <p class="note">{common.leftOut(leftOut)}</p>}
    </section>
  );
};
