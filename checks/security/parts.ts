/** Configurations that come in parts: sshd's and the display managers'. */
import type { SecurityFacts } from './probe.ts';

const MAX_PARTS = 20;

export const partPaths = ({ sshdParts, sddmParts, lightdmParts }: SecurityFacts): readonly string[] =>
  (
    [
      ['/etc/ssh/sshd_config.d', sshdParts],
      ['/etc/sddm.conf.d', sddmParts],
      ['/etc/lightdm/lightdm.conf.d', lightdmParts],
    ] as const
  ).flatMap(([folder, names]) =>
    names.status === 'ok'
      ? names.value
          .filter((name) => name.endsWith('.conf'))
          .slice(0, MAX_PARTS)
          .map((name) => `${folder}/${name}`)
      : [],
  );
