/** Where people paste: the names on the command line. */

export const TARGETS = ['github', 'gitlab', 'email', 'chat', 'forum', 'url'] as const;
export type TargetName = (typeof TARGETS)[number];
