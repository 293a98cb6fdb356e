/** How to get into safe mode, into recovery and back on exactly this computer. */
import type { Advice } from '../../src/contract.ts';
import { AS_OF, FIRMWARE_KEYS, type FirmwareKeys, USUAL } from './data/firmware-keys.ts';
import type { Messages } from './messages.en.ts';
import type { Firmware, Loader, Lock, Press, Screen, WindowsVersion } from './way-params.ts';

/** What is known of the computer: plain values, null where nothing says so. */
export interface Situation {
  readonly place: 'computer' | 'wsl' | 'container';
  readonly system: 'windows' | 'linux' | 'mac' | 'other';
  readonly windows: WindowsVersion;
  readonly maker: string | null;
  readonly model: string | null;
  readonly boardMaker: string | null;
  readonly laptop: boolean | null;
  readonly firmware: Firmware;
  readonly loader: Loader;
  readonly recovery: boolean | null;
  readonly lock: Lock | 'none';
  readonly hypervisor: string | null;
  readonly remote: boolean;
  readonly appleSilicon: boolean;
  readonly raspberryPi: boolean;
  /** Whether the clock says that the table of keys is young enough. */
  readonly isFresh: boolean;
  /** Which reads this rests on, those that failed included: that they did is part of the advice. */
  readonly evidence: {
    readonly machine: readonly string[];
    readonly lock: readonly string[];
    readonly start: readonly string[];
  };
}

type WayAdvice = Advice<Messages>;

/** In the order it is followed: the key of the disk before anything that could ask for it. */
export const wayOf = (situation: Situation): readonly WayAdvice[] => {
  const { place, system, evidence, lock } = situation;
  const machine = [...evidence.machine];
  if (place !== 'computer') return [{ id: 'safe-mode/elsewhere', params: { place }, evidence: machine }];
  if (system === 'other') return [];
  const start = [...machine, ...evidence.start];
  const own = ownWay(situation);
  const keys = keysOf(situation);
  const { hypervisor } = situation;
  const screen = screenOf(hypervisor);
  return [
    ...(lock === 'none'
      ? []
      : [
          {
            id: 'safe-mode/recovery-key' as const,
            params: { lock, on: system },
            evidence: [...evidence.lock],
          },
        ]),
    ...(hypervisor === null
      ? []
      : [{ id: 'safe-mode/virtual-machine' as const, params: { hypervisor, screen }, evidence: machine }]),
    { id: 'safe-mode/enter', params: { ...own, screen, remote: situation.remote }, evidence: start },
    { id: 'safe-mode/not-starting', params: { ...own, ...stickOf(situation, keys) }, evidence: start },
    ...(!hasFirmwareKeys(situation)
      ? []
      : [{ id: 'safe-mode/firmware-keys' as const, params: firmwareOf(situation, keys), evidence: machine }]),
    { id: 'safe-mode/leave', params: { on: own.on }, evidence: machine },
  ];
};

const ownWay = ({ system, windows, loader, firmware, recovery, appleSilicon, raspberryPi }: Situation) => {
  if (system === 'windows') return { on: 'windows', version: windows } as const;
  if (system === 'mac') return { on: 'mac', chip: appleSilicon ? 'apple' : 'intel' } as const;
  if (raspberryPi) return { on: 'raspberry-pi' } as const;
  return { on: 'linux', loader, firmware, recovery } as const;
};

/** Rented: there is no window, only a page of the provider. */
const screenOf = (hypervisor: string | null): Screen =>
  hypervisor === null ? 'own' : /^(?:amazon|google)$/.test(hypervisor) ? 'rented' : 'window';

/** The keys of this maker; undefined for one that the table does not know. */
export const keysOf = ({ maker, model, boardMaker, laptop }: Situation): FirmwareKeys | undefined => {
  const name = maker ?? boardMaker ?? '';
  return FIRMWARE_KEYS.find(
    (row) =>
      row.maker.test(name) &&
      (row.model === undefined || row.model.test(model ?? '')) &&
      // A board without a computer's name is that of a desktop.
      (row.laptop === undefined || row.laptop === (laptop ?? false)),
  );
};

/** A Mac and small boards have none to press; those of a virtual machine are its program's. */
const hasFirmwareKeys = ({ system, raspberryPi, loader, hypervisor }: Situation): boolean =>
  system !== 'mac' && !raspberryPi && loader !== 'u-boot' && hypervisor === null;

const stickOf = (
  situation: Situation,
  keys: FirmwareKeys | undefined,
): { readonly menu: readonly Press[] | null; readonly sure: boolean } => {
  if (!hasFirmwareKeys(situation)) return { menu: null, sure: true };
  return { menu: keys?.menu ?? USUAL.menu, sure: keys !== undefined && situation.isFresh };
};

const firmwareOf = (situation: Situation, keys: FirmwareKeys | undefined) => {
  const { maker, model, boardMaker, firmware, system, isFresh } = situation;
  const named = [maker ?? boardMaker, model].filter((name) => name !== null);
  return {
    computer: named.length === 0 ? null : named.join(' '),
    setup: keys?.setup ?? USUAL.setup,
    menu: keys?.menu ?? USUAL.menu,
    known: keys !== undefined,
    sure: keys !== undefined && isFresh,
    asOf: AS_OF,
    menuIsOff: keys?.menuIsOff === true,
    from: firmware === 'uefi' && system !== 'other' && system !== 'mac' ? system : null,
  } as const;
};
