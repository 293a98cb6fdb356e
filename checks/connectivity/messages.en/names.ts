/** Names of sites, in English. */
import type { FindingWords } from '../../../src/contract.ts';
import { amount, extendedError } from './terms.ts';

export const names = {
  'connectivity/dns-not-configured': {
    name: 'No name server is configured',
    means: 'This computer does not know whom to ask for the address of a site.',
    found: 'No usable server in any source of resolver settings, while there is an address and a route.',
    say: () => ({
      title: 'This computer has no name server (DNS) set',
      why: 'No site opens by its name, although the connection works. The setting is missing in this computer.',
      next: 'Set DNS to automatic in the network settings and reconnect (Linux: look at /etc/resolv.conf)',
    }),
  },
  'connectivity/dns-unreachable': {
    name: 'Site names cannot be looked up (DNS server silent)',
    means: 'The servers that turn the names of sites into addresses do not answer this computer.',
    found: 'Each configured server is asked directly; none answers within two tries of five seconds.',
    say: (p: { servers: string; independentWorks: boolean; adapter?: string }) => ({
      title: `The name server does not answer: ${p.servers}`,
      why: p.independentWorks
        ? "No site opens by its name. The line works, and another name server answers: the one that is set (the router's or the provider's) is at fault."
        : 'No site opens by its name. Other name servers do not answer either: names are stopped somewhere between router and provider.',
      next: p.independentWorks
        ? 'Restart the router; until it answers, set another name server in the network settings, for example 9.9.9.9'
        : 'Restart the router; if that does not help, tell the provider that DNS (port 53) does not work',
    }),
  },
  'connectivity/dns-bad-answers': {
    name: 'The DNS server answers, but wrongly',
    means: 'The name server is there, but gives errors for names that exist.',
    found:
      'SERVFAIL or REFUSED for at least two of three known names that another server answers. The reason is read from the answer (RFC 8914).',
    say: (p: { server: string; rcode: string; extended: number; adapter?: string }) => {
      const reason = extendedError(p.extended);
      const isClock = p.extended === 7 || p.extended === 8;
      return {
        title: `The name server ${p.server} answers ${p.rcode}${reason === undefined ? '' : `: ${reason}`}`,
        why: 'Sites do not open by their names. The name server is at fault, not this computer and not the sites.',
        next: isClock
          ? 'Compare the clock of this computer with your phone; signatures are judged by it'
          : 'Restart the router; if that does not help, set another name server in the network settings, for example 9.9.9.9',
      };
    },
  },
  'connectivity/dns-hijack': {
    name: 'DNS answers are being replaced',
    means: 'Somebody on the way answers in place of the name servers: a router, a provider, malware.',
    found: 'A name that cannot exist (.invalid, RFC 6761) gets an address, twice.',
    say: (p: { server: string; name: string; address: string; adapter?: string }) => ({
      title: `${p.server} gives ${p.address} for ${p.name}, a name that cannot exist`,
      why: 'Who answers for names decides where you land. The name server, the router or the provider replaces answers.',
      next: "Open the router's page, look which DNS servers are set there, and change its password; encrypted DNS in the browser keeps others from answering",
    }),
  },
  'connectivity/dns-slow': {
    name: 'Looking up site names is slow',
    means:
      'Each new site waits until its name is found. Often one of several servers is dead, and the system waits for it each time.',
    found:
      "The system's lookup takes more than a second (median of three), or one server is silent while another answers.",
    say: (p: { server: string; ms: number; dead: boolean; adapter?: string }) => ({
      title: p.dead
        ? `The name server ${p.server} does not answer, another one does after ${amount(p.ms, 'ms')}`
        : `The name server ${p.server} takes ${amount(p.ms, 'ms')} to find a name`,
      why: 'Every new page begins with this wait. The line itself is not slow: the name server is.',
      next: p.dead
        ? `Remove ${p.server} from the name servers in the network settings, or restart the router that gave it`
        : 'Restart the router, or set another name server in the network settings, for example 9.9.9.9',
    }),
  },
  'connectivity/hosts-override': {
    name: 'The hosts file redirects some sites',
    means: 'The hosts file of this computer decides where a site is, before any name server is asked.',
    found: 'A public name stands in the hosts file with an address that DNS does not give.',
    say: (p: { name: string; address: string; line: number; real: string }) => ({
      title: `The hosts file of this computer sends ${p.name} to ${p.address} (line ${p.line})`,
      why:
        p.real === ''
          ? 'Only this computer sees that site there; the site itself may be fine.'
          : `The site is at ${p.real}; only this computer looks for it elsewhere.`,
      next: `Remove line ${p.line} from the hosts file after copying it (Linux, macOS: /etc/hosts; Windows: C:\\Windows\\System32\\drivers\\etc\\hosts)`,
    }),
  },
} satisfies Readonly<Record<string, FindingWords<never>>>;
