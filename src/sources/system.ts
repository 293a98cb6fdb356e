/** What nearly every check needs to know first: which system this is, who asks, and where it runs. */
import type { Facts, Reading } from '../contract.ts';
import { source } from '../contract.ts';
import { parseOsRelease } from './os-release.ts';

/** Name and release of the running kernel, and how long ago it started. */
export const platform = source({
  id: 'system.platform',
  request: { kind: 'system' },
  parse: (raw) => raw,
});

export const clock = source({ id: 'system.clock', request: { kind: 'clock' }, parse: (raw) => raw });

export const user = source({ id: 'system.user', request: { kind: 'user' }, parse: (raw) => raw });

export const osRelease = source({
  id: 'system.os-release',
  os: ['linux'],
  request: { kind: 'file', path: '/etc/os-release' },
  parse: ({ text }) => parseOsRelease(text),
  otherwise: source({
    id: 'system.os-release.usr',
    os: ['linux'],
    request: { kind: 'file', path: '/usr/lib/os-release' },
    parse: ({ text }) => parseOsRelease(text),
  }),
});

/** What tells a container or WSL from a computer of its own. Spread into a check's reads. */
export const placeReads = {
  platform,
  dockerMark: source({
    id: 'system.container.docker',
    os: ['linux'],
    request: { kind: 'stat', path: '/.dockerenv' },
    parse: () => true,
  }),
  podmanMark: source({
    id: 'system.container.podman',
    os: ['linux'],
    request: { kind: 'stat', path: '/run/.containerenv' },
    parse: () => true,
  }),
  containerManager: source({
    id: 'system.container.manager',
    os: ['linux'],
    request: { kind: 'file', path: '/run/systemd/container' },
    parse: ({ text }) => text.trim(),
  }),
  initCgroup: source({
    id: 'system.container.cgroup',
    os: ['linux'],
    request: { kind: 'file', path: '/proc/1/cgroup' },
    parse: ({ text }) => text,
  }),
  containerVariable: source({
    id: 'system.container.env',
    os: ['linux'],
    request: { kind: 'env', names: ['container'] },
    parse: ({ values }) => values.container ?? '',
  }),
};

export type Place = 'computer' | 'container' | 'wsl';

/** Where this runs. A mark that could not be read is no mark: nothing but a mark makes it a container. */
export const placeOf = (facts: Facts<typeof placeReads>): Place => {
  if (facts.platform.status === 'ok' && /microsoft/i.test(facts.platform.value.release)) return 'wsl';
  const marked =
    facts.dockerMark.status === 'ok' ||
    facts.podmanMark.status === 'ok' ||
    isSet(facts.containerManager) ||
    isSet(facts.containerVariable) ||
    (facts.initCgroup.status === 'ok' && CONTAINER_CGROUP.test(facts.initCgroup.value));
  return marked ? 'container' : 'computer';
};

const CONTAINER_CGROUP =
  /\/(docker|lxc|kubepods|libpod|machine-libpod|actions_job|ecs|garden)\b|cri-containerd|crio-/;

const isSet = (reading: Reading<string>): boolean =>
  // WSL 2 with systemd writes 'wsl' here; that case is decided by the kernel's name.
  reading.status === 'ok' && reading.value !== '' && reading.value !== 'wsl';
