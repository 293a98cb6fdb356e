/** sshd_config(5): what of it decides who may sign in over the network. */

export interface SshdSettings {
  /** With a password, typed or by PAM. */
  readonly passwords: boolean;
  /** Root itself may sign in with a password. */
  readonly rootPassword: boolean;
  readonly ports: readonly number[];
}

/** One directive a line, `Include` put in its place by `parts`; the first value of a keyword counts. */
export const sshdSettings = (
  main: string,
  parts: readonly { readonly name: string; readonly text: string }[],
): SshdSettings => {
  const lines = global(main).flatMap((line) =>
    line.keyword === 'include' && line.value.includes('sshd_config.d')
      ? parts
          .filter(({ name }) => name.endsWith('.conf'))
          .toSorted((a, b) => (a.name < b.name ? -1 : 1))
          .flatMap(({ text }) => global(text))
      : [line],
  );
  const first = (keyword: string): string | undefined =>
    lines.find((line) => line.keyword === keyword)?.value;
  const typed = (first('passwordauthentication') ?? 'yes') !== 'no';
  const asked =
    (first('usepam') ?? 'no') === 'yes' &&
    (first('kbdinteractiveauthentication') ?? first('challengeresponseauthentication') ?? 'yes') !== 'no';
  const methods = first('authenticationmethods');
  // Every list of methods has to begin with a key, otherwise a password alone is enough for one of them.
  const keyFirst =
    methods !== undefined && methods !== 'any' && methods.split(/\s+/).every((one) => /publickey/.test(one));
  const passwords = (typed || asked) && !keyFirst;
  return {
    passwords,
    rootPassword: passwords && first('permitrootlogin') === 'yes',
    ports: lines.filter(({ keyword }) => keyword === 'port').map(({ value }) => Number(value)),
  };
};

interface Line {
  readonly keyword: string;
  readonly value: string;
}

/** What stands before the first `Match`: the rest holds for some people only. */
const global = (text: string): readonly Line[] => {
  const lines = text
    .split('\n')
    .map((line) => /^\s*([A-Za-z]\w*)(?:\s*=\s*|\s+)"?(.*?)"?\s*(?:#.*)?$/.exec(line))
    .flatMap((found) =>
      found === null
        ? []
        : [
            {
              keyword: (found[1] ?? '').toLowerCase(),
              value: /^include$/i.test(found[1] ?? '') ? (found[2] ?? '') : (found[2] ?? '').toLowerCase(),
            },
          ],
    );
  const match = lines.findIndex(({ keyword }) => keyword === 'match');
  return match === -1 ? lines : lines.slice(0, match);
};
