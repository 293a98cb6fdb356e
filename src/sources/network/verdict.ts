/** What the system itself says of its connection: the icon that the person sees. */
import { read, sourceByOs, unparsable } from '../../contract.ts';
import { networkBatch, parseBatch } from './windows.ts';

export type SystemVerdict = 'full' | 'limited' | 'portal' | 'none' | 'unknown';

const NETWORK_MANAGER: Readonly<Record<string, SystemVerdict>> = {
  full: 'full',
  limited: 'limited',
  portal: 'portal',
  none: 'none',
  unknown: 'unknown',
};

/** `nmcli -t -f CONNECTIVITY general` */
export const parseNmcliConnectivity = (text: string): SystemVerdict => {
  const verdict = NETWORK_MANAGER[text.trim()];
  if (verdict === undefined) throw unparsable(text.trim());
  return verdict;
};

/** MSFT_NetConnectionProfile: 4 is Internet. */
const INTERNET = 4;

export const systemVerdict = sourceByOs<SystemVerdict>('net.verdict', {
  linux: read(
    { kind: 'exec', argv: ['nmcli', '-t', '-f', 'CONNECTIVITY', 'general'], timeoutMs: 2000 },
    ({ stdout }) => parseNmcliConnectivity(stdout),
  ),
  win32: read(networkBatch, ({ stdout }) => {
    const levels = parseBatch(stdout).connectivity;
    return levels.length === 0 ? 'unknown' : levels.includes(INTERNET) ? 'full' : 'limited';
  }),
});
