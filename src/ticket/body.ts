/** A ticket in words, for desks that take a text: what the person says, what was found, what was tried. */
import { bodyWords } from '../language/ticket-body.ts';
import { forHtml, forMarkdown } from '../output/untrusted.ts';
import type { Ticket } from './model.ts';

export interface Section {
  /** Absent for the person's own words. */
  readonly heading?: string;
  readonly lines: readonly string[];
}

/** Any desk can make its own text of these. Nothing in them is markup. */
export const sectionsOf = (ticket: Ticket): readonly Section[] => {
  const words = bodyWords(ticket.language);
  const { description, verdict, tried, contact, bundle, complaint, since } = ticket;
  const sections: readonly Section[] = [
    { lines: description === '' ? [] : description.split('\n') },
    {
      heading: words.found,
      lines:
        verdict.rootCauses.length === 0
          ? [words.statuses[verdict.status]]
          : verdict.rootCauses.map(
              ({ severity, title, code }) => `${words.severities[severity]}: ${title} (${code})`,
            ),
    },
    { heading: words.tried, lines: tried.map(({ step, result }) => `${step}: ${result}`) },
    {
      heading: words.about,
      lines: [
        ...(complaint === '' ? [] : [`${words.complaint}: ${complaint}`]),
        ...(since === '' ? [] : [`${words.since}: ${since}`]),
        `${words.priority}: ${words.priorities[ticket.priority]} (${words.impacts[ticket.impact]}, ${words.urgencies[ticket.urgency]})`,
        ...(ticket.category === '' ? [] : [`${words.category}: ${ticket.category}`]),
        ...(ticket.level === 1 ? [] : [`${words.level}: ${ticket.level}`]),
        ...[contact.name, contact.email, contact.phone]
          .filter((part) => part !== '')
          .map((part) => `${words.contact}: ${part}`),
        ...(bundle === undefined
          ? []
          : [`${words.report}: ${bundle.name} (${bundle.bytes} B, sha256 ${bundle.sha256})`]),
        `${ticket.tool.name} ${ticket.tool.version}, ${ticket.createdAt}, ${words.key} ${ticket.key}`,
      ],
    },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
};

export const plainBody = (ticket: Ticket): string =>
  sectionsOf(ticket)
    .map(({ heading, lines }) =>
      heading === undefined
        ? lines.join('\n')
        : [`${heading}:`, ...lines.map((line) => `- ${line}`)].join('\n'),
    )
    .join('\n\n');

/** Nothing of the machine or the person becomes a heading, a link, a mention or an image. */
export const markdownBody = (ticket: Ticket): string =>
  sectionsOf(ticket)
    .map(({ heading, lines }) =>
      heading === undefined
        ? lines.map(forMarkdown).join('  \n')
        : [`**${heading}**`, '', ...lines.map((line) => `- ${forMarkdown(line)}`)].join('\n'),
    )
    .join('\n\n');

export const htmlBody = (ticket: Ticket): string =>
  sectionsOf(ticket)
    .map(({ heading, lines }) =>
      heading === undefined
        ? `<p>${lines.map(forHtml).join('<br>')}</p>`
        : `<p><b>${forHtml(heading)}</b></p><ul>${lines.map((line) => `<li>${forHtml(line)}</li>`).join('')}</ul>`,
    )
    .join('');
