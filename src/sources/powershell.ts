/** Windows is read through PowerShell with one batch of CIM and registry questions. */
import type { Request } from '../contract.ts';

/**
 * The request that runs a script whose last expression writes JSON. UTF-8 is forced because the
 * console's code page destroys other text; `-EncodedCommand` takes base64 of UTF-16LE, which no
 * quoting can break. `shared`: several reads take their part of the one answer.
 */
export const powershell = (script: string): Extract<Request, { kind: 'exec' }> => ({
  kind: 'exec',
  argv: [
    'powershell',
    '-NoLogo',
    '-NoProfile',
    '-NonInteractive',
    '-EncodedCommand',
    btoa(utf16le(`${UTF8}\n${script.trim()}`)),
  ],
  timeoutMs: 10_000,
  shared: true,
});

const UTF8 = `$ErrorActionPreference = 'SilentlyContinue'
$ProgressPreference = 'SilentlyContinue'
[Console]::OutputEncoding = [Text.UTF8Encoding]::new($false)`;

/** Each code unit as two characters below 256, low byte first. */
const utf16le = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => {
    const unit = text.charCodeAt(at);
    return String.fromCharCode(unit & 0xff, unit >> 8);
  }).join('');
