/** What is known of the machine: its names, its networks. Learned first, hidden wherever it stands. */
import { detached } from './detached.ts';
import type { Network } from './ipv4.ts';
import { isNameToken, type TokenKind } from './token.ts';
import { COMMON, GENERIC } from './vocabulary.ts';

export interface Known {
  /** By word in lower case. */
  readonly words: ReadonlyMap<string, TokenKind>;
  /** Names too common to be hidden wherever they stand: only where nothing but a name can stand. */
  readonly common: ReadonlyMap<string, TokenKind>;
  /** By number in lower case: machine ids and short volume ids. */
  readonly ids: ReadonlySet<string>;
  /** As they stand, where something tells that they are secrets. */
  readonly secrets: ReadonlySet<string>;
  /** Lower case; every name that ends in one is hidden label by label. */
  readonly domains: ReadonlySet<string>;
  readonly networks: readonly Network[];
  /** Seen where only an address can stand: no version number. */
  readonly addresses: ReadonlySet<number>;
  /** UUIDs of classes of programs and devices, in lower case: the same everywhere. */
  readonly classes: ReadonlySet<string>;
  /** Whether everybody speaks to a server of this name. */
  readonly isPublic: (name: string) => boolean;
  /** Grows whenever something new is learned. */
  readonly version: number;
  readonly addWord: (kind: TokenKind, word: string, isSure?: boolean) => void;
  readonly addId: (id: string) => void;
  readonly addSecret: (value: string) => void;
  readonly addDomain: (domain: string) => void;
  readonly addNetwork: (network: Network) => void;
  readonly addAddress: (address: number) => void;
  readonly addClass: (uuid: string) => void;
}

/** A machine has few; a hostile text could name any number. */
const MAX_EACH = 2000;
const MAX_NETWORKS = 256;

export const known = (keep: ReadonlySet<string>, isPublic: (name: string) => boolean): Known => {
  const words = new Map<string, TokenKind>();
  const common = new Map<string, TokenKind>();
  const ids = new Set<string>();
  const secrets = new Set<string>();
  const domains = new Set<string>();
  const networks = new Map<string, Network>();
  const addresses = new Set<number>();
  const classes = new Set<string>();
  let version = 0;
  const grown = <T>(set: Set<T>, value: T): void => {
    if (set.has(value) || set.size >= MAX_EACH) return;
    set.add(value);
    version++;
  };
  return {
    words,
    common,
    ids,
    secrets,
    domains,
    addresses,
    classes,
    isPublic,
    get networks() {
      return [...networks.values()];
    },
    get version() {
      return version;
    },
    addWord: (kind, word, isSure = false) => {
      const plain = word.trim().toLowerCase();
      if (keep.has(plain) || isNameToken(plain) || words.has(plain) || words.size >= MAX_EACH) return;
      if (plain === '' || isGeneric(plain)) return;
      if (!isSure && !isDistinct(plain)) {
        common.set(detached(plain), kind);
        return;
      }
      words.set(detached(plain), kind);
      version++;
    },
    addId: (id) => grown(ids, detached(id.toLowerCase())),
    addSecret: (value) => grown(secrets, detached(value)),
    addDomain: (domain) => {
      const plain = domain
        .trim()
        .toLowerCase()
        .replace(/^\.+|\.+$/g, '');
      if (!/^[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){1,8}$/u.test(plain)) return;
      if (keep.has(plain) || /^[\d.]+$/.test(plain) || isPublicEnd(plain)) return;
      grown(domains, detached(plain));
    },
    addNetwork: (network) => {
      const name = `${network.base}/${network.bits}`;
      if (network.bits < 9 || network.bits > 31 || networks.has(name) || networks.size >= MAX_NETWORKS)
        return;
      networks.set(name, network);
      version++;
    },
    addAddress: (address) => grown(addresses, address),
    addClass: (uuid) => grown(classes, detached(uuid.toLowerCase())),
  };
};

/** Distinct enough to be hidden wherever it stands, and not only where a name is meant. */
export const isDistinct = (word: string): boolean =>
  word.length >= 4 && !isGeneric(word) && !COMMON.has(word) && !/^[\d\W_]+$/.test(word);

export const isGeneric = (word: string): boolean => GENERIC.has(word.toLowerCase());

/** The ends that many share: hiding them would hide half of the world. */
const isPublicEnd = (domain: string): boolean =>
  /^(?:(?:co|com|net|org|gov|edu|ac)\.[a-z]{2}|home\.arpa|in-addr\.arpa|ip6\.arpa|localhost\.localdomain)$/.test(
    domain,
  );
