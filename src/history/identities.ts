/**
 * Facts that only one computer can be compared with itself by: reports hide them, so `compare` leaves them out.
 * What belongs to people is hashed; addresses of routers and name servers stay: they are what a supporter asks for.
 */
import { createHash } from 'node:crypto';
import type { Fact, Look, Row, RowReading } from '../compare/fact.ts';
import { byKey, row } from '../compare/row.ts';
import type { Recording, Source } from '../contract.ts';
import { bluez } from '../sources/bluetooth.ts';
import { moduleVersion, nvidiaLoaded } from '../sources/driver-versions.ts';
import { macInstallHistory, macVersion } from '../sources/macos-update.ts';
import { resolvers, upstreamResolvers } from '../sources/network/resolvers.ts';
import { isDefault, routes, routes6 } from '../sources/network/routes.ts';
import { airPort, type WifiLink, wifiLink } from '../sources/network/wifi.ts';
import { pacmanChanges } from '../sources/pacman.ts';
import { windowsHistory, windowsUpdate } from '../sources/windows-update.ts';

const NONE = { absentIsNone: true } as const;
const CHANGES = { changesOnly: true } as const;

export const identities = (salt: string): readonly Row[] => {
  const token = (name: string): string => tokenOf(salt, name);
  const nameOf = (key: string, { associated, ssid }: WifiLink): readonly Fact[] =>
    associated && ssid !== null ? [{ key, value: token(ssid) }] : [];
  return [
    row('system', macVersion, ({ version, build }) => [{ key: 'macOS', value: `${version} (${build})` }]),
    row('system', windowsUpdate, ({ release, build, revision }) => [
      { key: 'Windows', value: `${release} ${build}.${revision}`.trim() },
    ]),
    row('antivirus', windowsUpdate, ({ antivirus }) =>
      antivirus.map(({ name }) => ({ key: name, value: null })),
    ),
    row('update', windowsHistory, (attempts) =>
      attempts
        .filter(({ succeeded }) => succeeded)
        // Of what comes every day the version stands in the title only.
        .map(({ kb, title }) => ({ key: kb ?? title, value: null })),
    ),
    row(
      'update',
      macInstallHistory,
      (installs) =>
        [...new Map(installs.map((one) => [one.name, one])).values()].map(({ name, version }) => ({
          key: name,
          value: version === '' ? null : version,
        })),
      NONE,
    ),
    row('driver-version', nvidiaLoaded, (version) => [{ key: 'nvidia', value: version }], NONE),
    each('driver-version', moduleVersion.id, CHANGES, (name) => ({
      source: moduleVersion(name),
      facts: (version: string) => [{ key: name, value: version }],
    })),
    row(
      'package',
      pacmanChanges,
      (all) => all.map(({ name, version }) => ({ key: name, value: version ?? '–' })),
      {
        changesOnly: true,
      },
    ),
    ...[routes, routes6].map((source) =>
      row(
        'router',
        source,
        (all) => {
          const [first] = all.filter(isDefault).sort((a, b) => a.metric - b.metric);
          return first?.gateway == null ? [] : [{ key: `IPv${first.family}`, value: first.gateway }];
        },
        CHANGES,
      ),
    ),
    ...[resolvers, upstreamResolvers].map((source) =>
      row('dns', source, (servers) => [{ key: '', value: servers.join(', ') || 'none' }], NONE),
    ),
    each('wifi-name', wifiLink.id, CHANGES, (name) => ({
      source: wifiLink(name),
      facts: (link: WifiLink) => nameOf(name, link),
    })),
    row('wifi-name', airPort, (links) => links.flatMap((link) => nameOf(link.interface, link)), CHANGES),
    row('bluetooth', bluez('org.bluez'), ({ devices }) =>
      devices
        .filter(({ paired }) => paired)
        .map(({ icon, address }) => ({ key: `${icon ?? '?'} (${token(address)})`, value: null })),
    ),
  ];
};

/** Eight characters: enough to tell the networks of one life apart. */
const tokenOf = (salt: string, name: string): string =>
  createHash('sha256').update(`${salt}\n${name}`).digest('base64url').slice(0, 8);

interface OfOne<T> {
  readonly source: Source<T>;
  readonly facts: (value: T) => readonly Fact[];
}

/** However many a hostile recording names. */
const MOST = 50;

/** A row of all reads of a family that were made. */
const each = <T>(
  area: Row['area'],
  id: string,
  { changesOnly }: typeof CHANGES,
  one: (parameter: string) => OfOne<T>,
): Row => ({
  area,
  source: id,
  changesOnly,
  read: async (look: Look, { entries }: Recording): Promise<RowReading> => {
    const asked = Object.keys(entries)
      .filter((entry) => entry.startsWith(`${id}/`))
      .slice(0, MOST);
    const read = await Promise.all(
      asked.map(async (entry) => {
        const { source, facts } = one(entry.slice(id.length + 1));
        const reading = await look(source);
        return reading.status === 'ok' ? { facts: facts(reading.value) } : undefined;
      }),
    );
    const seen = read.flatMap((found) => found ?? []);
    if (seen.length === 0) return { status: 'unrecorded', why: 'not asked' };
    return { status: 'ok', facts: byKey(seen.flatMap(({ facts }) => facts)) };
  },
});
