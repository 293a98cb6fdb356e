/** What makes a note of ours known when it is seen again: a note that may have arrived is not written twice. */

/** `[ts-1f0c8f7e-2]`: of the ticket's key, and of which note. */
export const markOf = (key: string, which: number | string): string => `[ts-${key.slice(0, 8)}-${which}]`;

export const withMark = (text: string, mark: string): string => `${text}\n\n${mark}`;
