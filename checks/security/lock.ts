/** Linux: which desktop locks the screen, and where it says so. */
import { partPaths } from './parts.ts';
import type { SecurityFacts } from './probe.ts';
import { configPart, gsettings } from './reads/linux.ts';

interface Locker {
  readonly desktop: RegExp;
  readonly lock: string;
  readonly session: string;
  /** What `idle-delay` counts in. */
  readonly unitSeconds: number;
}

const LOCKERS: readonly Locker[] = [
  {
    desktop: /\b(?:gnome|unity|budgie|ubuntu)\b/i,
    lock: 'org.gnome.desktop.screensaver',
    session: 'org.gnome.desktop.session',
    unitSeconds: 1,
  },
  {
    desktop: /\bx-cinnamon\b|\bcinnamon\b/i,
    lock: 'org.cinnamon.desktop.screensaver',
    session: 'org.cinnamon.desktop.session',
    unitSeconds: 1,
  },
  {
    desktop: /\bmate\b/i,
    lock: 'org.mate.screensaver',
    session: 'org.mate.session',
    unitSeconds: 60,
  },
];

const lockerOf = ({ desktop }: SecurityFacts): Locker | undefined =>
  desktop.status === 'ok' ? LOCKERS.find((one) => one.desktop.test(desktop.value)) : undefined;

export const lockSchemas = (facts: SecurityFacts): readonly string[] => {
  const locker = lockerOf(facts);
  return locker === undefined ? [] : [locker.lock, locker.session];
};

/** After how many seconds the screen locks; 0 is never, null is not known. */
export const lockSeconds = (
  facts: SecurityFacts,
): { readonly seconds: number; readonly from: string } | null => {
  const locker = lockerOf(facts);
  if (locker === undefined) return null;
  const lock = facts.get(gsettings(locker.lock));
  const session = facts.get(gsettings(locker.session));
  if (lock.status !== 'ok' || session.status !== 'ok') return null;
  const idle = Number(session.value['idle-delay'] ?? Number.NaN);
  const isOn = lock.value['lock-enabled'];
  if (isOn === undefined || !Number.isInteger(idle)) return null;
  const delay = Number(lock.value['lock-delay'] ?? 0);
  const seconds =
    isOn === 'true' && idle > 0
      ? idle * locker.unitSeconds +
        (Number.isInteger(delay) ? delay * (locker.unitSeconds === 60 ? 60 : 1) : 0)
      : 0;
  return { seconds, from: lock.from };
};

/** Who is signed in without a password, by the display manager's own settings; null for nobody. */
export const autologin = (facts: SecurityFacts): { readonly user: string; readonly from: string } | null => {
  const parts = partPaths(facts)
    .map((path) => facts.get(configPart(path)))
    .filter(({ from }) => !from.includes('/ssh/'));
  const files = [facts.gdm, facts.gdmDebian, facts.gdmRedHat, facts.sddm, facts.lightdm, ...parts];
  for (const file of files) {
    if (file.status !== 'ok') continue;
    const lines = file.value.split('\n').map((line) => line.trim());
    const value = (key: RegExp): string | undefined =>
      lines
        .map((line) => key.exec(line)?.[1]?.trim())
        .findLast((found) => found !== undefined && found !== '');
    const gdmOn = /^(?:true|1|yes)$/i.test(value(/^AutomaticLoginEnable\s*=(.*)$/i) ?? '');
    const who = gdmOn
      ? value(/^AutomaticLogin\s*=(.*)$/i)
      : (value(/^autologin-user\s*=(.*)$/i) ?? value(/^User\s*=(.*)$/));
    if (who !== undefined) return { user: who, from: file.from };
  }
  return null;
};
