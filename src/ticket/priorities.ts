/** How urgent a ticket can be: by themselves, for the help, which loads no schema. */
export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export const IMPACTS = ['one', 'several', 'many'] as const;
export const URGENCIES = ['low', 'medium', 'high'] as const;

export type Priority = (typeof PRIORITIES)[number];
export type Impact = (typeof IMPACTS)[number];
export type Urgency = (typeof URGENCIES)[number];
