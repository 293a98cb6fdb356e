/** The way to each part: the evidence makes the page long. */
import type { View } from './view.ts';

export const Contents = ({ report, words, common, trees, reads }: View) => {
  const { checks } = report;
  const count = (of: (check: (typeof checks)[number]) => boolean): number => checks.filter(of).length;
  const parts: readonly (readonly [string, string, number])[] = [
    ['wrong', common.wrong, trees.length],
    ['untold', common.untold, count(({ unknown }) => unknown.length > 0)],
    ['fine', common.fine, count(({ status }) => status === 'ok')],
    ['evidence', words.evidence, reads.length],
  ];
  return (
    <nav class="contents" aria-label={words.contents}>
      <ul>
        {parts
          .filter(([, , many]) => many > 0)
          .map(([id, name, many]) => (
            <li>
              <a href={`#${id}`}>{name}</a> {words.number(many)}
            </li>
          ))}
        <li>
          <a href="#provenance">{words.provenance}</a>
        </li>
      </ul>
    </nav>
  );
};
