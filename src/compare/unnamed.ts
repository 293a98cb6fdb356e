/**
 * Two reports hide the same name under different tokens, each with a key of its own: what differs only in
 * a token is no difference that can be told.
 */
import { isNameToken } from '../report/redact/token.ts';
import { PUBLIC_RESOLVERS, WELL_KNOWN_UUID } from '../report/redact/vocabulary.ts';
import { bytesOf, scopeOf } from '../sources/network/ip.ts';

/** A text with each hidden name replaced by what kind of name it is. */
export const unnamed = (text: string): string =>
  text
    .replace(NAME, (token) =>
      isNameToken(token) ? `${token.slice(0, token.indexOf('-')).toLowerCase()}-…` : token,
    )
    .replace(MAC, 'MAC-…')
    .replace(ID, 'id-…')
    .replace(UUID, (uuid) => (WELL_KNOWN_UUID.test(uuid) ? uuid : 'uuid-…'));

/** The same, and addresses by their kind: what a finding is about. */
export const nameless = (text: string): string =>
  unnamed(text)
    .replace(IPV4, (address) => kindOf(address) ?? address)
    .replace(IPV6, (address) => kindOf(address) ?? address);

/** Addresses of everybody stay in reports; of all others it is said whether they are private. */
export const kindOf = (address: string): string | null => {
  if (bytesOf(address) === null) return null;
  const scope = scopeOf(address);
  return KEPT.has(address) || scope === 'loopback' || scope === 'unspecified' || scope === 'multicast'
    ? address
    : scope;
};

const KEPT: ReadonlySet<string> = new Set(PUBLIC_RESOLVERS);

const NAME =
  /(?<![a-z0-9])(?:host|name|user|person|ssid|serial|mail|word)-[a-hj-km-np-z2-9]{6}(?![a-z0-9])/gi;
const MAC = /(?<![0-9a-f])0[0-3][:-]?00[:-]?5e[:-]?[89a-f][0-9a-f](?:[:-]?[0-9a-f]{2}){2}(?![0-9a-f])/gi;
const ID = /(?<![0-9a-f])5eed5eed[0-9a-f]{24}(?![0-9a-f])/gi;
const UUID = /(?<![0-9a-f-])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f-])/gi;
const IPV4 = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g;
const IPV6 = /(?<![0-9a-z:])(?=[0-9a-f:]*:[0-9a-f]*:)[0-9a-f:]{2,39}(?![0-9a-z:])/gi;
