/** Words for where updates come from. */
import { PROXY_OUTCOMES } from './phrases.ts';

const SILENT: Readonly<Record<string, string>> = {
  timeout: 'does not answer',
  refused: 'refuses connections',
  reset: 'breaks connections off',
  unreachable: 'cannot be reached',
  stalled: 'stops in the middle',
  'no-name': 'has a name that is not found',
};

interface Source {
  readonly problem: string;
  readonly file: string;
  readonly entry: number;
  readonly stanza: boolean;
  readonly message: string;
  readonly key: string;
  readonly url: string;
  readonly manager: string;
}

const placeOf = (p: Source): string =>
  p.file === '' ? '' : `${p.file}${p.entry > 0 ? `, ${p.stanza ? 'entry' : 'line'} ${p.entry}` : ''}`;

const switchOff = (p: Source): string =>
  p.file === ''
    ? 'look for the entry: ls /etc/apt/sources.list /etc/apt/sources.list.d'
    : p.file.endsWith('/sources.list')
      ? `put # before the entry in ${p.file}`
      : `switch the source off: sudo mv ${p.file} ${p.file}.disabled`;

export const sources = {
  'updates/repository-invalid': {
    name: 'An update source is broken, expired or unsigned',
    means:
      'The package manager reads all its sources before it does anything: one that it cannot read stops everything. A source whose key is missing or whose date has passed cannot be trusted, and is left out or refused.',
    found:
      'apt names a source that it cannot read; a key file that a source names is not there; apt has looked and has no list of a source; the server says 404, or its list is past Valid-Until by the server’s own clock. pacman: no servers, no keys. dnf: 404 in its log. Windows: the company’s update server does not answer.',
    say: (p: Source) => {
      const place = placeOf(p);
      const named = place === '' ? p.url : `${p.url} (${place})`;
      switch (p.problem) {
        case 'key':
          return {
            title: `${place} is to be signed with ${p.key}, which is not there`,
            why: 'Nothing from this source can be verified, and updating it fails.',
            next: `Get the key from the source's own page, or ${p.manager === 'apt' ? switchOff(p) : `set enabled=0 in ${p.file}`}`,
          };
        case 'refused':
          return {
            title: `apt fetched ${named} and did not accept it`,
            why: 'Its signature, its key or its date is not right (NO_PUBKEY, EXPKEYSIG, expired): no update comes from it.',
            next: `See the reason: sudo apt-get update. Get the new key from the source's own page, or ${switchOff(p)}`,
          };
        case 'never-read':
          return {
            title: `apt has looked for updates and has nothing from ${named}`,
            why: 'It is not signed, not reachable or gone; apt-get update ends with an error.',
            next: `See the reason: sudo apt-get update. Where the source is not needed, ${switchOff(p)}`,
          };
        case 'expired':
          return {
            title: `The list of ${named} was valid until ${p.message}`,
            why: 'An expired list is refused, so that nobody can hand out old packages: no update comes from it.',
            next: `Whoever runs the source must renew it. Choose another mirror, or ${switchOff(p)}`,
          };
        case 'not-found':
          return {
            title: `${named} is gone (${p.message})`,
            why: 'The source was moved or taken down, often after the end of support: no update comes from it.',
            next:
              p.manager === 'dnf'
                ? `Look for its new address, or switch it off: sudo dnf config-manager setopt ${p.url}.enabled=0`
                : `Look for its new address on the maker's page, or ${switchOff(p)}`,
          };
        case 'no-servers':
          return {
            title: `${p.file} names no server`,
            why: 'Nothing can be downloaded.',
            next:
              p.manager === 'pacman'
                ? `Remove the # before a server near you in ${p.file}`
                : 'Choose the sources anew: sudo setup-apkrepos',
          };
        case 'no-keyring':
          return {
            title: `pacman has no keys in ${p.key}`,
            why: 'Every package is refused, because its signature cannot be checked.',
            next: 'Make them anew: sudo pacman-key --init, then sudo pacman-key --populate',
          };
        case 'mixed':
          return {
            title: `${p.file} mixes releases: ${p.message}`,
            why: 'Packages of different releases do not fit together; an upgrade stops or breaks.',
            next: `Leave one release in ${p.file}, then sudo apk upgrade --available`,
          };
        case 'server':
          return {
            title: `The update server of your organisation, ${p.url}, does not answer (${p.message})`,
            why: 'This computer asks that server alone, so no update comes.',
            next: 'Connect to the network of your organisation or its VPN; else tell those who look after the computer',
          };
        default:
          return {
            title: p.file === '' ? 'apt cannot read its sources' : `apt cannot read ${place}`,
            why: `apt stops at it and does nothing at all: ${p.message}`,
            next: p.file === '' ? capital(switchOff(p)) : `Correct the entry, or ${switchOff(p)}`,
          };
      }
    },
  },
  'updates/proxy-unreachable': {
    name: 'The proxy set for updates does not answer',
    means: 'Updates alone are sent through a proxy that is gone, while everything else goes directly.',
    found:
      'The proxy in the configuration of apt, dnf or WinHTTP is connected to; the update server answers without it.',
    say: (p: { address: string; outcome: string; option: string; file: string }) => ({
      title: `The proxy for updates, ${p.address}, ${PROXY_OUTCOMES[p.outcome] ?? 'cannot be connected to'}`,
      why: 'No update can be downloaded, although the network works.',
      next:
        p.option === 'WinHTTP'
          ? 'Remove it, as an administrator: netsh winhttp reset proxy'
          : p.file === ''
            ? `Correct or remove the option ${p.option}: ${p.option === 'proxy' ? '/etc/dnf/dnf.conf' : 'apt-config dump | grep -i proxy'}`
            : `Correct or remove the proxy in ${p.file}`,
    }),
  },
  'updates/download-failed': {
    name: 'Updates cannot be downloaded',
    means:
      'The network, a proxy or the server itself keeps the update from coming. Where the internet itself is out of order, that is the cause.',
    found:
      'The servers in apt’s sources are asked for their list. dnf: failures in its log within 7 days. Windows: result codes of downloads within 7 days. macOS: network errors in install.log within 7 days.',
    say: (p: { source: string; why: string; at: string }) => ({
      title:
        p.at === ''
          ? `The update server ${p.source} ${SILENT[p.why] ?? `answers with ${p.why}`}`
          : `The download of ${p.source} failed on ${p.at}${p.why === '' ? '' : `: ${p.why}`}`,
      why: 'Updates are not installed until it works.',
      next: 'Check the connection and the clock: techsupport check connectivity clock. Then try the update again',
    }),
  },
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
