/** How something is done on exactly this computer, folded: nobody needs all of it. */
import { short } from './short.ts';
import type { View } from './view.ts';

const MAX_STEPS = 100;

export const Advice = ({ report, common }: View) => {
  const all = report.checks.flatMap(({ advice = [] }) => advice);
  return all.length === 0 ? null : (
    <section aria-labelledby="advice" data-part>
      <h2 id="advice">{common.guidance}</h2>
      {all.map(({ title, steps }) => (
        <details class="fold" data-item>
          <summary>
            <h3>{short(title, 400)}</h3>
          </summary>
          <ol class="steps">
            {steps.slice(0, MAX_STEPS).map((step) => (
              <li>{short(step)}</li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  );
};
