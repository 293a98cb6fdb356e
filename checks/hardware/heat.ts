/** Which temperatures are too high, by the sensor's own limits. */
import type { Sensors, Temperature } from '../../src/sources/sensors.ts';
import type { HardwareSettings } from './settings.ts';

/** Boards' own chips report sockets that nothing is connected to: only sensors of a known part are believed. */
const BELIEVED =
  /^(?:coretemp|k10temp|k8temp|zenpower|nvme|amdgpu|radeon|nouveau|cpu_thermal|cpu\w*|soc\w*|acpitz|thinkpad|dell_smm|applesmc|asus|hp|surface\w*|i915|xe)$/;

/** Laptops whose fans are all told of; on desktops an empty socket reads 0. */
const OWN_FANS = /^(?:thinkpad|dell_smm|applesmc|asus|hp|surface\w*)$/;

export interface Hot extends Temperature {
  readonly level: 'critical' | 'warning';
}

/** What no part of a running computer can be. */
const isPlausible = ({ celsius }: Temperature): boolean => celsius > 0 && celsius < 125;

const believed = ({ temperatures }: Sensors): readonly Temperature[] =>
  temperatures.filter((one) => BELIEVED.test(one.chip) && isPlausible(one) && one.criticalC !== null);

export const nearLimit = (sensors: Sensors, settings: HardwareSettings): readonly Hot[] =>
  believed(sensors).flatMap((one) => {
    const level = levelOf(one, settings);
    return level === null ? [] : [{ ...one, level }];
  });

const levelOf = (
  { celsius, criticalC, maxC }: Temperature,
  { criticalBelowLimitC, warnBelowLimitC }: HardwareSettings,
): Hot['level'] | null => {
  if (criticalC === null) return null;
  const below = criticalC - celsius;
  if (below <= criticalBelowLimitC) return 'critical';
  return below <= warnBelowLimitC && maxC !== null && maxC < criticalC && celsius >= maxC ? 'warning' : null;
};

/** Every fan of a laptop stands still, and its processor is hot: some stand still on purpose up to 60 °C and more. */
export const silentFan = (
  all: readonly Sensors[],
  { fanSilentAboveC }: HardwareSettings,
): Temperature | undefined => {
  const own = all.filter(({ temperatures }) => temperatures.some(({ chip }) => OWN_FANS.test(chip)));
  const fans = own.flatMap(({ fans: some }) => some);
  if (fans.length === 0 || fans.some(({ rpm }) => rpm > 0)) return undefined;
  return all
    .flatMap(({ temperatures }) => temperatures)
    .filter(
      (one) =>
        isPlausible(one) && one.celsius > fanSilentAboveC && /^(?:coretemp|k10temp|zenpower)$/.test(one.chip),
    )
    .sort((a, b) => b.celsius - a.celsius)[0];
};
