/** What every page of ours says of itself before its content. */
import { policyFor } from './policy.ts';

export const Head = ({ title, ...texts }: Parameters<typeof policyFor>[0] & { readonly title: string }) => (
  <>
    <meta http-equiv="Content-Security-Policy" content={policyFor(texts)} />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <meta name="format-detection" content="telephone=no, email=no, address=no" />
    <title>{title}</title>
  </>
);
