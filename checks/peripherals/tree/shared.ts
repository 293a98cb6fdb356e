/** What the parts of the tree look at in common. */
import type { TreeNode, TreeView } from '../../../src/contract.ts';

export const STORAGE = 'peripherals/storage-not-mounted';

export const ELECTRIC = [
  'peripherals/usb-enumeration-failed',
  'peripherals/usb-overcurrent',
  'peripherals/usb-low-power',
  'peripherals/usb-bandwidth',
  'peripherals/usb-flapping',
] as const;

export const DRIVER = [
  'drivers/signature-blocked',
  'drivers/firmware-missing',
  'drivers/dkms-missing',
  'drivers/device-no-driver',
  'drivers/device-disabled',
  'drivers/device-load-failed',
  'drivers/device-start-failed',
  'drivers/registry-damaged',
  'drivers/resource-conflict',
  'drivers/gpu-fallback',
  'drivers/gpu-resets',
] as const;

export const SOUND = ['audio/wrong-output', 'audio/bluetooth-call-profile'] as const;

export const anyOpen =
  (codes: readonly string[]) =>
  ({ open }: TreeView): boolean =>
    codes.some(open);

/** Open, and no consequence of something else. */
export const isRoot =
  (code: string) =>
  ({ firstOpen }: TreeView): boolean =>
    firstOpen([code]) !== undefined;

export const hasAppeared = ({ appeared }: TreeView): boolean => appeared === true;

export const first = (codes: readonly string[]): TreeNode => ({
  kind: 'conclude',
  finding: ({ firstOpen }) => firstOpen(codes),
  outcome: 'cause',
});

/** Only the person sees whether it helped; what comes by itself helped as well. */
export const felt = (fixes: readonly string[], otherwise: string, to = 'HW.SOLVED'): TreeNode => ({
  kind: 'do',
  fixes,
  solved: hasAppeared,
  asks: 'still',
  to,
  otherwise,
});
