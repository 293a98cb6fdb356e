/** Portals, proxies, certificates and sites, in English. */
import type { FindingWords } from '../../../src/contract.ts';
import { troubleOf } from '../certificate-trouble.ts';
import { ending } from './terms.ts';

export const web = {
  'connectivity/captive-portal': {
    name: 'The network wants you to sign in first',
    means: 'A hotel, café, train or guest network answers every page with its own until you have signed in.',
    found:
      'Plain-HTTP pages whose content is known answer with a redirect or something else, twice (RFC 8910, RFC 8908).',
    say: (p: { url: string; status: number; portal: string }) => ({
      title: `This network wants a sign-in: ${p.url} gives ${p.status}${p.portal === '' ? '' : `, from ${p.portal}`}`,
      why: 'Until then nothing else opens, and secure pages show certificate errors. This computer is fine.',
      next: `Open ${p.portal === '' ? p.url : p.portal} in a browser and sign in or accept the terms; a VPN must be off while you do`,
    }),
  },
  'connectivity/https-blocked': {
    name: 'Secure connections (port 443) are blocked on this network',
    means: 'The network lets plain pages through and stops secure ones, for every site.',
    found: 'Port 443 fails at all targets while port 80 answers at some of them.',
    say: (p: { how: 'dropped' | 'rejected'; tried: number }) => ({
      title: `Secure connections (port 443) are ${p.how === 'dropped' ? 'swallowed' : 'rejected'} on this network (${p.tried} sites tried)`,
      why: 'Nearly every site needs port 443. A firewall of the router, the company or the provider stops it; this computer and the sites are fine.',
      next: 'Look for a firewall or a filter in the router; in a company or guest network, ask who runs it',
    }),
  },
  'connectivity/proxy-misconfigured': {
    name: 'A proxy is set but it does not answer',
    means:
      'Programs on this computer are told to send everything through a proxy, and that proxy does not do its work.',
    found: 'The proxy from the environment or the system settings is tried; a direct connection works.',
    say: (p: { proxy: string; setIn: string; how: string }) => ({
      title: `The proxy ${p.proxy} set in ${p.setIn} does not work: ${ending(p.how)}`,
      why: 'Programs that obey the setting reach nothing, although the connection works without it. The setting of this computer is wrong, or the proxy is down.',
      next: `Remove the proxy from ${p.setIn}, unless your company gave it to you: then tell them`,
    }),
  },
  'connectivity/proxy-auth-required': {
    name: 'The proxy asks for a sign-in',
    means: 'The proxy works, but lets nobody through without a name and a password.',
    found: 'Every target answers 407 through the configured proxy.',
    say: (p: { proxy: string; setIn: string }) => ({
      title: `The proxy ${p.proxy} (set in ${p.setIn}) asks for a name and a password`,
      why: 'Programs that do not know them reach nothing. The proxy works; the sign-in is missing on this computer.',
      next: 'Ask who runs the proxy for a sign-in and enter it in the system settings; do not write a password into a file that others read',
    }),
  },
  'connectivity/tls-failure': {
    name: 'Secure connections fail',
    means: 'Sites answer, but no secure connection to them comes about.',
    found: 'The handshake fails with two or more well-known sites while TCP to them works.',
    say: (p: { hosts: string; code: string; failed: number; tried: number }) => {
      const trouble = troubleOf(p.code);
      return {
        title: `Secure connections fail at ${p.failed} of ${p.tried} sites: ${p.hosts} (${p.code})`,
        why: {
          time: 'Every certificate seems expired or not valid yet: usually the clock of this computer is wrong.',
          stranger:
            'Certificates come from somebody this computer does not know: a security program, a company proxy or a sign-in page stands in between.',
          name: 'Other servers answer than those that were asked for: something redirects the connections.',
          cut: 'Connections are cut off when they begin: a filter between this computer and the sites does that.',
          other: 'It concerns several sites at once, so the sites are not the reason.',
        }[trouble],
        next: {
          time: 'Compare date and time with your phone and switch automatic time on',
          stranger:
            'Look into the HTTPS scanning of your antivirus, or ask who runs this network; do not click the warning away',
          name: 'Open a plain page such as http://example.com and see whether this network wants a sign-in',
          cut: "Try without VPN and without the antivirus's HTTPS scanning; then ask who runs this network",
          other:
            "Update the system's certificates (Debian: sudo apt install --reinstall ca-certificates) and try again",
        }[trouble],
      };
    },
  },
  'connectivity/tls-interception': {
    name: 'Something in between reads secure connections',
    means:
      'Several unrelated sites show certificates of one and the same issuer that this computer does not know. Whoever that is can read what is sent.',
    found: 'The same unknown issuer at two or more sites of different owners.',
    say: (p: { issuer: string; hosts: string }) => ({
      title: `"${p.issuer}" stands between this computer and ${p.hosts}`,
      why: 'Passwords and pages could be read there. An antivirus or a company proxy does it openly, malware and strange networks do it too.',
      next: 'Enter no passwords until you know who that is: look for the name in your antivirus, ask your company, or use another network',
    }),
  },
  'connectivity/site-certificate-invalid': {
    name: "This site's certificate has expired or belongs to another name",
    means: 'One site shows a certificate that is not valid, while others are fine and the clock is right.',
    found: 'The certificate check fails at one target only.',
    say: (p: { host: string; code: string; validTo: string; issuer: string }) => ({
      title: `${p.host} shows a certificate that is not valid (${p.code}${p.validTo === '' ? '' : `, valid until ${p.validTo}`})`,
      why: `The fault is the site's, not this computer's: its owner has to replace the certificate${p.issuer === '' ? '' : ` (issued by ${p.issuer})`}.`,
      next: `Wait or tell the owner of ${p.host}; do not enter anything there until then`,
    }),
  },
  'connectivity/site-down': {
    name: 'Only this site or service is unavailable',
    means: 'One site does not open while others do.',
    found: 'The target fails at DNS, TCP, TLS or HTTP (500 and above) while at least three others succeed.',
    say: (p: { host: string; layer: 'dns' | 'tcp' | 'tls' | 'http'; how: string }) => ({
      title: `${p.host} does not work: ${
        {
          dns: `its name is not found (${p.how})`,
          tcp: ending(p.how),
          tls: `no secure connection (${p.how})`,
          http: ending(p.how),
        }[p.layer]
      }`,
      why: 'Other sites open, so computer, router and provider are fine: the fault is at this site or on the way to it.',
      next: `Try ${p.host} by phone without Wi-Fi; if it does not open there either, wait or look at its status page`,
    }),
  },
  'connectivity/ncsi-false-alarm': {
    name: 'The system says "no internet" but it works',
    means: 'The sign in the corner is made from one test page. That page is blocked; everything else works.',
    found: "All targets answer, the system's own verdict is another one.",
    say: (p: { verdict: string }) => ({
      title: `The system says "${p.verdict}", but the internet works`,
      why: 'Only the sign is wrong: its test page is blocked by a filter, a VPN or the router.',
      next: "Nothing has to be repaired; where a filter is used, allow the system's test page in it",
    }),
  },
} satisfies Readonly<Record<string, FindingWords<never>>>;
