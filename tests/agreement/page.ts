/** docs/agreement.md: figures for each tool, made of what the parsers did. */
import { type Look, reasonFor, sourceOf, type Tool } from './agreement.ts';
import { elsewhere } from './elsewhere.ts';

export interface Seen {
  readonly tool: Tool;
  readonly name: string;
  readonly look: Look;
}

const line = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A table's own signs within a cell. */
const escaped = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** `2 without -a`, the most frequent first. */
const grouped = (reasons: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${count}: ${reason}`)
    .join('; ');
};

const figures = (some: readonly Seen[]) => {
  const refused = some.filter(({ look }) => look.status === 'refused');
  const compared = some.filter(({ look }) => look.status === 'read' && look.agrees !== null);
  const differing = compared.filter(({ look }) => look.status === 'read' && look.agrees === false);
  return { refused, compared, differing, read: some.length - refused.length };
};

const rowFor = (tool: Tool, source: string, some: readonly Seen[]): string => {
  const { refused, compared, differing, read } = figures(some);
  const whys = refused.map(({ name }) => reasonFor(tool.refuses, name) ?? 'not explained');
  const file = (name: string): string => name.split('/').at(-1) ?? name;
  return line(
    tool.tool,
    `\`${tool.parser}\``,
    source,
    String(some.length),
    String(read),
    refused.length === 0 ? '0' : escaped(grouped(whys)),
    String(compared.length),
    String(compared.length - differing.length),
    differing
      .map(({ name, look }) => {
        const why = reasonFor(tool.differs, name) ?? 'not explained';
        return escaped(`\`${file(name)}\`: ${look.status === 'read' ? look.difference : ''}: ${why}`);
      })
      .join('; '),
  );
};

const rowsFor = (tool: Tool, all: readonly Seen[]): readonly string[] => {
  const own = all.filter((one) => one.tool === tool);
  const sources = [...new Set(own.map(({ name }) => sourceOf(name)))].sort();
  return sources.map((source) =>
    rowFor(
      tool,
      source,
      own.filter(({ name }) => sourceOf(name) === source),
    ),
  );
};

export const page = (tools: readonly Tool[], all: readonly Seen[], sections: readonly string[]): string => {
  const { refused, compared, differing, read } = figures(all);
  return [
    '# Agreement with what others recorded',
    '',
    'Made by `npm run coverage`; a test fails when it is out of date. Outputs of real machines that other projects',
    'recorded are given to every parser that is meant for them. A parser gives a value without gaps, or refuses the',
    'text with the line quoted; it never does anything else. Where the project wrote down what stands in the text,',
    'the fields that both sides have are compared.',
    '',
    `${all.length} readings: ${read} read, ${refused.length} refused, ${compared.length} compared, ${compared.length - differing.length} agreeing, ${differing.length} explained.`,
    '',
    line('tool', 'parser', 'source', 'files', 'parsed', 'refused', 'compared', 'agreeing', 'disagreements'),
    line('---', '---', '---', '---', '---', '---', '---', '---', '---'),
    ...tools.flatMap((tool) => rowsFor(tool, all)),
    '',
    ...sections,
    '## Read elsewhere',
    '',
    'Tools whose outputs are recorded too, and that are not asked; what is read instead:',
    '',
    ...Object.entries(elsewhere).map(([tool, instead]) => `- ${tool}: ${instead}`),
    '',
  ].join('\n');
};
