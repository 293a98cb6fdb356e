/** Which TCP ports this computer listens on, and for whom: itself alone, or the network. */
import { read, sourceByOs, unparsable } from '../contract.ts';
import { refuseCut } from './whole.ts';

export interface Listener {
  readonly port: number;
  /** Only this computer itself can connect. */
  readonly loopback: boolean;
}

export const listeners = sourceByOs<readonly Listener[]>('net.listeners', {
  linux: read({ kind: 'file', path: '/proc/net/tcp' }, (raw) => {
    refuseCut(raw);
    return parseProcTcp(raw.text);
  }),
  darwin: read({ kind: 'exec', argv: ['netstat', '-an', '-p', 'tcp'] }, ({ stdout, droppedBytes = 0 }) => {
    refuseCut({ droppedBytes });
    return parseNetstat(stdout);
  }),
});

/** IPv6 stands in a file of its own, absent where IPv6 is switched off. */
export const listeners6 = sourceByOs<readonly Listener[]>('net.listeners.6', {
  linux: read({ kind: 'file', path: '/proc/net/tcp6' }, (raw) => {
    refuseCut(raw);
    return parseProcTcp(raw.text);
  }),
});

const LISTEN = '0A';

/** proc_net(5): `0: 0100007F:0277 00000000:0000 0A …`; addresses in the machine's own byte order. */
export const parseProcTcp = (text: string): readonly Listener[] => {
  const [header = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '');
  if (!/^\s*sl\s+local_address/.test(header)) throw unparsable(header);
  return lines.flatMap((line) => {
    const found =
      /^\s*\d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} ([0-9A-F]{2}) /.exec(line);
    if (found === null) throw unparsable(line);
    const [, address = '', port = '', state] = found;
    return state === LISTEN ? [{ port: Number.parseInt(port, 16), loopback: isLoopbackHex(address) }] : [];
  });
};

/** 127.0.0.0/8, ::1 and ::ffff:127.0.0.0/104, little-endian or big-endian. */
const isLoopbackHex = (address: string): boolean =>
  /^(?:[0-9A-F]{6}7F|7F[0-9A-F]{6})$/.test(address)
    ? true
    : /^0{24}(?:01000000|00000001)$/.test(address) ||
      /^0{16}(?:FFFF0000|0000FFFF)(?:[0-9A-F]{6}7F|7F[0-9A-F]{6})$/.test(address);

/** `tcp4  0  0  *.22  *.*  LISTEN`; the port stands behind the last dot. */
export const parseNetstat = (text: string): readonly Listener[] => {
  // Other options of netstat move the columns.
  if (!/^Proto +Recv-Q +Send-Q +Local Address +Foreign Address +\(state\)/m.test(text)) {
    throw unparsable(text.trim().split('\n')[0]?.slice(0, 200) ?? '');
  }
  return text.split('\n').flatMap((line) => {
    const columns = line.trim().split(/\s+/);
    if (!/^tcp/.test(columns[0] ?? '') || columns[5] !== 'LISTEN') return [];
    const found = /^(.*)\.(\d+)$/.exec(columns[3] ?? '');
    if (found === null) throw unparsable(line);
    const [, address = '', port = ''] = found;
    return [{ port: Number(port), loopback: /^(?:127\.|::1$|fe80::1%lo0$)/.test(address) }];
  });
};
