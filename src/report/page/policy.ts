/** What a page of ours may do: nothing is loaded or sent, and nothing runs or paints but our own two texts. */
import { createHash } from 'node:crypto';

const allowed = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

export const policyFor = ({ style, script }: { readonly style: string; readonly script?: string }): string =>
  [
    "default-src 'none'",
    `style-src ${allowed(style)}`,
    ...(script === undefined ? [] : [`script-src ${allowed(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
