/** Words in the text of a ticket, in English. */
export const en = {
  found: 'What was found',
  tried: 'What was tried, and what came of it',
  about: 'About this ticket',
  complaint: 'complaint',
  since: 'since',
  priority: 'priority',
  category: 'category',
  level: 'line of support',
  contact: 'contact',
  report: 'report',
  key: 'key',
  statuses: {
    ok: 'No fault was found on the computer.',
    warning: 'Something works badly.',
    critical: 'Something does not work.',
    unknown: 'Nothing certain: the computer could not be examined, or only in part.',
  },
  severities: { critical: 'Does not work', warning: 'Works badly', info: 'Remark' },
  priorities: { low: 'low', normal: 'normal', high: 'high', urgent: 'urgent' },
  impacts: { one: 'one person', several: 'several people', many: 'many people' },
  urgencies: { low: 'can wait', medium: 'hinders', high: 'cannot work' },
  reportStays: (name: string, bytes: number, sha256: string, why: string) =>
    `The report could not be attached (${why}). It stays on the person's computer and can be asked for: ${name}, ${bytes} bytes, sha256 ${sha256}.`,
  duplicateOf: (id: string) =>
    `The same ticket was filed twice at the same moment; ${id} is the one that counts.`,
  escalated: (level: number) => `Escalated to support line ${level}.`,
  solved: 'The person says: it is solved.',
  notSolved: 'The person closes this ticket although it is not solved.',
  reopened: 'The person says: it is not solved.',
  rated: (stars: number) => `Rating: ${stars} of 5`,
  triedSince: 'Tried since',
};

export type BodyWords = typeof en;
