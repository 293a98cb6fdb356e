/** Whom the computer trusts: to start it, and to vouch for sites. */
import { tls } from '../../../src/sources/network/probes.ts';
import { missed, NOTHING, type Outcome, together } from '../outcome.ts';
import type { SecurityFacts } from '../probe.ts';
import { addedRoots, rootsOutdated, WITNESSES } from '../roots.ts';
import type { Situation } from '../situation.ts';

const stale = (
  status: string,
  maker: boolean,
  from: readonly string[],
  severity: 'warning' | 'info',
): Outcome => ({
  findings: [{ code: 'security/secure-boot-stale', severity, params: { status, maker }, evidence: from }],
});

export const diagnoseSecureBoot = (facts: SecurityFacts, { os, virtual }: Situation): Outcome => {
  // The keys of a virtual machine are those of its host.
  if (virtual) return NOTHING;
  if (os === 'win32') return windowsSecureBoot(facts);
  return os === 'linux' ? linuxSecureBoot(facts) : NOTHING;
};

const linuxSecureBoot = ({ secureBoot, keyExchangeKeys, bootAuthorities }: SecurityFacts): Outcome => {
  if (secureBoot.status !== 'ok') return missed(secureBoot);
  if (!secureBoot.value) return NOTHING;
  if (keyExchangeKeys.status !== 'ok') return missed(keyExchangeKeys);
  if (bootAuthorities.status !== 'ok') return missed(bootAuthorities);
  const kek = keyExchangeKeys.value;
  const db = bootAuthorities.value;
  // Whoever put in keys of his own renews them himself.
  if (!/Microsoft/.test(kek) && !/Microsoft/.test(db)) return NOTHING;
  const lacksKek = !/KEK 2K CA 2023/.test(kek);
  const lacksDb = !/(?:Windows|Microsoft) UEFI CA 2023/.test(db);
  const lacking = [...(lacksKek ? ['KEK 2K CA 2023'] : []), ...(lacksDb ? ['UEFI CA 2023'] : [])];
  return lacking.length === 0
    ? NOTHING
    : stale(
        lacking.join(', '),
        lacksKek,
        [secureBoot.from, keyExchangeKeys.from, bootAuthorities.from],
        'warning',
      );
};

/** WindowsUEFICA2023Capable: the computer already starts by the new keys. */
const STARTS_BY_NEW_KEYS = 2;

const windowsSecureBoot = ({ winSecureBoot }: SecurityFacts): Outcome => {
  if (winSecureBoot.status !== 'ok') return missed(winSecureBoot);
  const { on, status, error, capable } = winSecureBoot.value;
  if (!on || status === 'Updated' || capable === STARTS_BY_NEW_KEYS) return NOTHING;
  if (status === '') {
    return {
      unknown: [
        {
          source: winSecureBoot.from,
          reason: 'unsupported',
          why: 'this Windows does not tell yet how old its keys are: it lacks the updates since October 2025',
        },
      ],
    };
  }
  // While it is under way, waiting is all there is to do.
  return stale(
    status,
    error !== 0,
    [winSecureBoot.from],
    status === 'InProgress' && error === 0 ? 'info' : 'warning',
  );
};

export const diagnoseRoots = (facts: SecurityFacts, { os }: Situation): Outcome => {
  const read =
    os === 'linux'
      ? [facts.rootsDebian, facts.rootsRedHat, facts.rootsArch, facts.rootsSuse]
      : os === 'win32'
        ? [facts.winRoots]
        : os === 'darwin'
          ? [facts.macRoots, facts.macOwnRoots]
          : [];
  const roots = addedRoots(facts);
  if (roots.length === 0) return missed(...read);
  const old = rootsOutdated(facts);
  if (old !== undefined) return { unknown: [old] };
  const inUse = (name: string): boolean =>
    WITNESSES.some((host) => {
      const reading = facts.get(tls(host));
      return (
        reading.status === 'ok' &&
        reading.value.outcome === 'untrusted' &&
        reading.value.chain.some(({ issuer }) => issuer.includes(name))
      );
    });
  return together(missed(...read), {
    findings: roots.map(({ name, from }) => ({
      code: 'security/unknown-root-ca' as const,
      severity: inUse(name) ? ('warning' as const) : ('info' as const),
      subject: name,
      params: { name, inUse: inUse(name) },
      evidence: [from],
    })),
  });
};
