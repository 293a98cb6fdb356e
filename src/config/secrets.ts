/** Secrets do not belong into a file that is copied, mailed and put under version control. */

const SECRET =
  /^(token|password|passwd|passphrase|secret|apikey|authorization|bearer|hmac|credentials?|(client|shared|hmac|signing|webhook)secret|(access|auth|api|bearer)token|privatekey|(hmac|signing)key)$/;

/** The paths of all values that are a secret in clear. Where a secret comes from (`{ env }`) is none. */
export const clearSecrets = (value: unknown, path: readonly string[] = []): readonly string[] => {
  if (typeof value === 'string') return isUrlWithPassword(value) ? [path.join('.')] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const here = [...path, key];
    const isSecret = SECRET.test(key.toLowerCase().replace(/[-_.\s]/g, ''));
    return isSecret && (typeof entry === 'string' || typeof entry === 'number')
      ? [here.join('.')]
      : clearSecrets(entry, here);
  });
};

const isUrlWithPassword = (text: string): boolean => {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text) || !URL.canParse(text)) return false;
  return new URL(text).password !== '';
};
