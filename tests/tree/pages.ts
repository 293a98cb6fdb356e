/** The pages of docs/trees: each tree as a chart that the pages of a repository draw, with its picture. */
import type { AnyCheck, CheckMessages, Language, Tree } from '../../src/contract.ts';
import { treeWords } from '../../src/language/tree.ts';
import { fenced, forMarkdown } from '../../src/output/untrusted.ts';
import { graphOf } from '../../src/tree/draw/graph.ts';
import { drawMermaid } from '../../src/tree/draw/mermaid.ts';
import { drawSvg } from '../../src/tree/draw/svg.ts';

export type TreeCheck = AnyCheck & { readonly tree: Tree };

const WORDS = {
  en: {
    made: 'Made by `npm run trees`; a test fails when it is out of date.',
    all: '[All trees](README.md)',
    picture: 'picture',
    other: (id: string) => `[по-русски](${id}.ru.md)`,
    complaints: 'Complaints that begin here',
    entry: 'begins at',
    suspects: 'suspects',
  },
  ru: {
    made: 'Сделано командой `npm run trees`; устаревшее не пропускает тест.',
    all: '[Все деревья](README.md)',
    picture: 'картинка',
    other: (id: string) => `[in English](${id}.md)`,
    complaints: 'Жалобы, которые начинаются здесь',
    entry: 'начинается с',
    suspects: 'под подозрением',
  },
} as const;

const ending = (language: Language): string => (language === 'en' ? '' : `.${language}`);

export const pictureName = (id: string, language: Language): string => `${id}${ending(language)}.svg`;
export const pageName = (id: string, language: Language): string => `${id}${ending(language)}.md`;

export const picture = (check: TreeCheck, checks: readonly AnyCheck[], language: Language): string =>
  drawSvg(graphOf({ check, checks }, language), { words: treeWords(language), language });

export const page = (check: TreeCheck, checks: readonly AnyCheck[], language: Language): string => {
  const words = WORDS[language];
  const said: CheckMessages = check.messages[language];
  const { id, symptoms = [] } = check;
  const complaints = symptoms.map(
    (symptom) =>
      `- \`${symptom.id}\` ${forMarkdown(said.symptoms?.[symptom.id]?.name ?? '')}: ${words.entry} \`${symptom.entry}\`, ${words.suspects}: ${Object.keys(symptom.suspects).length}`,
  );
  return `${[
    `# ${forMarkdown(said.name)}`,
    '',
    `${words.made} ${words.all}, [${words.picture}](${pictureName(id, language)}), ${words.other(id)}.`,
    ...(complaints.length === 0 ? [] : ['', `${words.complaints}:`, '', ...complaints]),
    '',
    fenced(drawMermaid(graphOf({ check, checks }, language)), 'mermaid'),
  ].join('\n')}\n`;
};

/** The list of all. */
export const contents = (checks: readonly TreeCheck[]): string => {
  const rows = checks.map(({ id, tree, messages, symptoms = [] }) => {
    const nodes = Object.values(tree.nodes);
    const questions = new Set(nodes.flatMap((node) => (node.kind === 'ask' ? [node.question] : [])));
    return `| [${id}](${id}.md) ([ru](${id}.ru.md), [svg](${id}.svg)) | ${forMarkdown(messages.en.name)} | ${symptoms.map((one) => `\`${one.id}\``).join(', ')} | ${nodes.length} | ${questions.size} |`;
  });
  return `${[
    '# Decision trees',
    '',
    'What `techsupport diagnose` walks. Made by `npm run trees`; a test fails when it is out of date. `techsupport tree`',
    'draws them in a terminal, with the path of a diagnosis; [own-trees.md](../own-trees.md) tells how to add your own.',
    '',
    '| tree | | complaints | nodes | questions |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')}\n`;
};
