/** Linux: what starts it the next time, and what was set to start it otherwise. */
import { family, source } from '../../../src/contract.ts';
import { refuseCut } from '../../../src/sources/whole.ts';

const names = (id: string, path: string) =>
  source({ id, os: ['linux'], request: { kind: 'list', path }, parse: (raw) => raw.names });

const unified = (id: string, path: string) =>
  source({
    id,
    os: ['linux'],
    request: { kind: 'list', path },
    parse: (raw) => raw.names.filter((name) => /\.efi$/i.test(name)),
  });

const words = (id: string, path: string, pick: (text: string) => string) =>
  source({
    id,
    os: ['linux'],
    request: { kind: 'file', path },
    parse: (raw): readonly string[] => {
      refuseCut(raw);
      return pick(raw.text)
        .split(/\s+/)
        .filter((word) => word !== '');
    },
  });

export const bootReads = {
  /** Kernel, start image and command line in one file. */
  unifiedImages: unified('start.unified.efi', '/efi/EFI/Linux'),
  unifiedInBoot: unified('start.unified.boot', '/boot/EFI/Linux'),
  unifiedInEsp: unified('start.unified.esp', '/boot/efi/EFI/Linux'),
  grubFiles: names('start.grub', '/boot/grub'),
  grub2Files: names('start.grub2', '/boot/grub2'),
  grubWords: words('start.grub-defaults', '/etc/default/grub', (text) => grubDefaults(text)),
  kernelWords: words('start.kernel-cmdline', '/etc/kernel/cmdline', (text) => text),
  /** Where the link of the default target leads: `/lib/systemd/system/rescue.target`. */
  defaultTarget: source({
    id: 'start.default-target',
    os: ['linux'],
    request: { kind: 'attributes', folder: '/etc/systemd', names: [], links: ['default.target'] },
    parse: ({ entries }): string | null => {
      const link = entries.system?.['default.target'];
      return link !== undefined && 'text' in link ? (link.text.split('/').at(-1) ?? null) : null;
    },
  }),
};

/** The words that /etc/default/grub gives the kernel. A shell reads it; the last setting of each name counts. */
const grubDefaults = (text: string): string =>
  ['GRUB_CMDLINE_LINUX', 'GRUB_CMDLINE_LINUX_DEFAULT']
    .map((name) => {
      const lines = text.split('\n').filter((line) => line.trimStart().startsWith(`${name}=`));
      const value =
        lines
          .at(-1)
          ?.trim()
          .slice(name.length + 1) ?? '';
      const quoted = /^(["'])(.*?)\1/.exec(value);
      return quoted === null ? (value.split(/\s/)[0] ?? '') : (quoted[2] ?? '');
    })
    .join(' ');

export const bootFile = family('start.boot-file', 'name', (name) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'stat', path: `/boot/${name}` },
    parse: ({ bytes, type }) => ({ bytes, type }),
  }),
);

/** The configuration of GRUB, below /boot. */
export const grubConfig = family('start.grub-config', 'folder', (folder) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'stat', path: `/boot/${folder}/grub.cfg` },
    parse: ({ bytes }) => ({ bytes }),
  }),
);
