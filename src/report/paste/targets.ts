/** Where people paste, and what each place takes. */
import type { Report } from '../model.ts';
import type { Form } from './block/write.ts';
import type { Parts } from './fit.ts';
import { markdownParts } from './markdown.ts';
import type { TargetName } from './places.ts';
import { plainParts } from './plain.ts';

export interface Target {
  /** What the place takes, in characters. */
  readonly limit: number;
  readonly parts: (report: Report) => Parts;
  /** How the block may be sent, from the largest form. */
  readonly forms: readonly Form[];
  /** The block as it stands there, its lines as they are. */
  readonly block: (said: string, lines: string) => string;
  /** Around the whole. */
  readonly frame?: readonly [string, string];
}

const fence = (lines: string): string => `\`\`\`text\n${lines}\n\`\`\``;
const plain = (said: string, lines: string): string => `${said}\n\n${lines}`;

/** An issue's body on GitHub; GitLab takes more. */
const issue: Target = {
  limit: 65_536,
  parts: markdownParts,
  forms: ['whole', 'wordless', 'codes'],
  block: (said, lines) => `<details><summary>${said}</summary>\n\n${fence(lines)}\n\n</details>`,
};

export const targets: Readonly<Record<TargetName, Target>> = {
  github: issue,
  gitlab: issue,
  email: { limit: 200_000, parts: plainParts, forms: ['whole', 'wordless', 'codes'], block: plain },
  // Discord takes 2,000. One fence around all: every chat shows what is in it as it is.
  chat: { limit: 1_900, parts: plainParts, forms: ['codes'], block: plain, frame: ['```\n', '\n```'] },
  // Discourse takes 32,000. [code] is known to Discourse, phpBB, vBulletin and XenForo.
  forum: {
    limit: 30_000,
    parts: plainParts,
    forms: ['whole', 'wordless', 'codes'],
    block: plain,
    frame: ['[code]\n', '\n[/code]'],
  },
  // Servers refuse addresses of more than 8,192 bytes.
  url: {
    limit: 7_900,
    parts: markdownParts,
    forms: ['wordless', 'codes'],
    block: (said, lines) => `${said}\n\n${fence(lines)}`,
  },
};
