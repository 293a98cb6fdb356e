/** Parts of sentences that several findings share. */
import type { Drive, Raid, SignParam } from '../params.ts';

export const drive = ({ disk, model }: Drive): string => {
  if (disk === '') return model === '' ? 'without a name' : model;
  // Windows’ "disk 0" follows the word itself.
  const name = disk.replace(/^disk (?=\d)/, '');
  return model === '' ? name : `${name} (${model})`;
};

const SIGNS: Readonly<Record<string, (count: number, name: string) => string>> = {
  'failing-now': (_, name) => (name === '' ? 'a counter at its limit' : `${name} at its limit`),
  reallocated: (count) => `${count} replaced sectors`,
  reported: (count) => `${count} errors that could not be corrected`,
  timeouts: (count) => `${count} commands that timed out`,
  pending: (count) => `${count} sectors that cannot be read for now`,
  uncorrectable: (count) => `${count} sectors that cannot be read`,
  'self-test': () => 'a self-test that failed',
  'media-errors': (count) => `${count} data errors`,
  'grown-defects': (count) => `${count} grown defects`,
  'bad-sectors': (count) => `${count} bad sectors`,
  'windows-warning': () => 'Windows calls its health “warning”',
  'read-errors': (count) => `${count} reads or writes that failed`,
};

export const signs = (all: readonly SignParam[]): string =>
  all.map(({ sign, count, name }) => SIGNS[sign]?.(count, name) ?? sign).join(', ');

export const NVME: Readonly<Record<string, string>> = {
  spare: 'the spare area runs out',
  temperature: 'too hot or too cold',
  reliability: 'it no longer works reliably',
  'read-only': 'it only lets itself be read',
  backup: 'its protection against power cuts failed',
  pmr: 'its memory region is not reliable',
  personality: 'its state is not settled',
  unknown: 'it does not tell why',
};

export const array = (p: Raid): string => {
  const count = p.working !== null && p.disks !== null ? `: ${p.working} of ${p.disks} disks work` : '';
  const missing = p.missing.length > 0 ? `, missing or failed: ${p.missing.join(', ')}` : '';
  return `${p.name}${count}${missing}`;
};

export const ARRAY_LOOK: Readonly<Record<string, (name: string) => string>> = {
  md: (name) => `mdadm --detail ${name}`,
  zfs: (name) => `zpool status ${name}`,
  btrfs: () => 'btrfs filesystem show',
  apple: () => 'diskutil appleRAID list',
  'storage-space': () => 'Control Panel > Storage Spaces',
};
