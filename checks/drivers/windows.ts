/** Windows' devices with a problem code. */
import type { WindowsDevice } from '../../src/sources/windows-devices.ts';
import { PROBLEMS } from './data/problems.ts';

/** Made by software: what is wrong with one is seldom felt. */
export const isSoftware = ({ id }: WindowsDevice): boolean => /^(?:ROOT|SWD|HTREE|\{)/i.test(id);

/** Has just been reset, or did not start: it may be over in a moment. */
export const isUnsettled = ({ errorCode, present }: WindowsDevice): boolean =>
  present && (errorCode === 10 || errorCode === 43 || errorCode === 54);

/** A USB device that does not even tell what it is: `peripherals/usb-enumeration-failed`. */
export const isNameless = ({ id }: WindowsDevice): boolean => /^USB\\VID_0000/i.test(id);

export const troubled = (devices: readonly WindowsDevice[]): readonly WindowsDevice[] =>
  devices.filter(
    ({ errorCode, present }) =>
      present && errorCode !== null && errorCode !== 0 && PROBLEMS[errorCode] !== undefined,
  );
