/** The hosts file: names that this computer never asks DNS for. */
import { type Raw, read, sourceByOs } from '../../contract.ts';
import { familyOf } from './ip.ts';

export interface HostsEntry {
  readonly address: string;
  readonly name: string;
  /** Line number, from 1. */
  readonly line: number;
}

/** hosts(5). Lines that begin with no address are passed over, as every resolver does. */
export const parseHosts = (text: string): readonly HostsEntry[] =>
  text.split(/\r?\n/).flatMap((line, index) => {
    const [address = '', ...names] = (line.split('#')[0] ?? '').trim().split(/\s+/);
    return familyOf(address) === null
      ? []
      : names
          .filter((name) => name !== '')
          .map((name) => ({ address, name: name.toLowerCase(), line: index + 1 }));
  });

const hostsFile = (path: string) => read({ kind: 'file', path }, ({ text }: Raw['file']) => parseHosts(text));

export const hosts = sourceByOs<readonly HostsEntry[]>('net.hosts', {
  linux: hostsFile('/etc/hosts'),
  darwin: hostsFile('/etc/hosts'),
  win32: hostsFile('C:\\Windows\\System32\\drivers\\etc\\hosts'),
});
