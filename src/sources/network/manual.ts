/** Interfaces whose IPv4 address was set by hand. */
import { type Raw, source } from '../../contract.ts';

/** interfaces(5): the names with `iface NAME inet static`. */
export const parseInterfaces = (text: string): readonly string[] =>
  [...text.matchAll(/^[ \t]*iface[ \t]+(\S+)[ \t]+inet[ \t]+static\b/gm)].map((match) => match[1] ?? '');

export const manualAddressing = source({
  id: 'net.manual',
  os: ['linux'],
  request: { kind: 'file', path: '/etc/network/interfaces' },
  parse: ({ text }: Raw['file']) => parseInterfaces(text),
});
