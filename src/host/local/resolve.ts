import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import type { Raw } from '../../contract.ts';
import { failureOf } from './connect.ts';
import type { Handler } from './context.ts';
import { errnoOf, Refusal, stopwatch } from './context.ts';
import { type DnsReply, isTruncated, queryPacket, readReply } from './dns-message.ts';
import { askOverTcp, askOverUdp, type DnsServer } from './dns-transport.ts';

type Outcome = Raw['resolve']['outcome'];

/** Asks one DNS server directly: the system's resolver, its cache and /etc/hosts have no part in it. */
export const resolve: Handler<'resolve'> = async (request, { timeoutMs, signal }) => {
  const server = parseServer(request.server);
  const name = asciiName(request.name);
  const start = performance.now();
  const elapsed = stopwatch();
  const left = (): number => Math.max(1, timeoutMs - (performance.now() - start));
  const { transport, type } = request;

  const once = async (extended: boolean): Promise<DnsReply> => {
    const query = await queryPacket(name, type, extended);
    if (transport === 'tcp') return readReply(await askOverTcp(server, query, left(), signal));
    const packet = await askOverUdp(server, query, left(), signal);
    if (!isTruncated(packet) || transport === 'udp') return readReply(packet);
    // Without TCP, what came is better than nothing: the server does answer.
    return readReply(await askOverTcp(server, query, left(), signal).catch(unlessInterrupted(packet)));
  };
  try {
    let reply = await once(true);
    // Old forwarders do not know EDNS; a resolver then asks again without it.
    if (reply.rcode === 'FORMERR' || reply.rcode === 'NOTIMP') reply = await once(false);
    const { rcode, addresses, extendedErrors } = reply;
    return { outcome: 'answered', rcode, addresses, extendedErrors, ms: elapsed() };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const code = errnoOf(error) ?? 'EIO';
    return { outcome: outcomeOf(code), code, addresses: [], extendedErrors: [], ms: elapsed() };
  }
};

const unlessInterrupted =
  (packet: Buffer) =>
  (error: unknown): Buffer => {
    if (error instanceof Refusal) throw error;
    return packet;
  };

const outcomeOf = (code: string): Outcome => {
  if (code === 'ETIMEOUT') return 'timeout';
  const outcome = failureOf(code);
  if (outcome === 'reset' || outcome === 'no-name') return 'failed';
  return outcome;
};

/** '192.0.2.1', 'fe80::1%eth0', and with a port '192.0.2.1:5353', '[2001:db8::1]:5353' or '192.0.2.1#5353'. */
const parseServer = (text: string): DnsServer => {
  const [, bracketed, plain, port] =
    /^(?:\[([^\]]+)\]|([^#]+?))(?:[:#](\d{1,5}))?$/.exec(isIP(text) ? `[${text}]` : text) ?? [];
  const address = bracketed ?? plain ?? '';
  const family = isIP(address);
  if (family === 0 || Number(port ?? 53) > 65535)
    throw new Refusal('failed', `not an address of a DNS server: ${text}`);
  return { address, family: family === 6 ? 6 : 4, port: port === undefined ? 53 : Number(port) };
};

const asciiName = (name: string): string => {
  const ascii = domainToASCII(name) || name;
  const labels = ascii.replace(/\.$/, '').split('.');
  const wellFormed = labels.every((label) => /^[\x21-\x7e]{1,63}$/.test(label));
  if (!wellFormed || ascii.length > 254) throw new Refusal('failed', `not a domain name: ${name}`);
  return labels.join('.');
};
