/** A sheet of figures as one HTML file: it loads nothing, sends nothing and has no script. */
import { renderToString } from 'preact-render-to-string';
import type { Sheet, Table } from '../output/sheet.ts';
import { clean } from '../output/untrusted.ts';
import { Head } from './page/head.tsx';
import { STYLE } from './page/style.ts';

const SHEET_STYLE = `${STYLE}
.figures { background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; padding: .4rem 1.1rem; --tone: var(--link); }
.figures tbody tr:last-child > * { border-bottom: 0; }
.figures td { text-align: right; font-variant-numeric: tabular-nums; white-space: normal; }
.figures th + th { text-align: right; }
.figures svg { display: block; width: 8rem; border-radius: 5px; }
`;

export const sheetPage = (sheet: Sheet): string => {
  const { language, title, notes, tables } = clean(sheet);
  const head = renderToString(<Head title={title} style={SHEET_STYLE} />);
  const body = renderToString(
    <>
      <header class="top">
        <p>
          <strong>techsupport</strong>
        </p>
      </header>
      <main>
        <h1>{title}</h1>
        {notes.map((note) => (
          <p class="note">{note}</p>
        ))}
        {tables.map((table) => (
          <Figures {...table} />
        ))}
      </main>
    </>,
  );
  // The style is ours; everything else went through the renderer, which escapes.
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">${head}`,
    `<style>${SHEET_STYLE}</style></head><body>${body}</body></html>\n`,
  ].join('');
};

const Figures = ({ title, columns, rows }: Table) => {
  const hasBars = rows.some(({ share }) => share !== undefined);
  const [first, ...others] = columns;
  return (
    <section>
      <h2>{title}</h2>
      <div class="figures">
        <table>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {hasBars && <td />}
              {others.map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cells: [name, ...cells], share }) => (
              <tr>
                <th scope="row">{name}</th>
                {hasBars && <td>{share !== undefined && <Bar share={share} />}</td>}
                {cells.map((cell) => (
                  <td>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

/** The figure stands beside it. */
const Bar = ({ share }: { readonly share: number }) => (
  <svg viewBox="0 0 100 8" height="10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" width="100" height="8" />
    <rect class="bar" width={Math.round(1000 * Math.min(1, Math.max(0, share))) / 10} height="8" />
  </svg>
);
