/** Names from the machine as words of a command that a person copies. */

/** As one word for a shell: names hold blanks and backslashes (`systemd-fsck@dev-disk-by\x2duuid…`). */
export const shellWord = (name: string): string =>
  /^[\w.@/-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;

/** PowerShell takes typographic quotes for plain ones. */
export const powershellWord = (name: string): string => `'${name.replace(/['‘’‚‛]/g, '$&$&')}'`;
