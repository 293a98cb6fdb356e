/** A missing driver is the cause of what other modules see, and only of what it can bring about. */
import { describe, expect, test } from 'vitest';
import { audio } from '../../../checks/audio/index.ts';
import { connectivity } from '../../../checks/connectivity/index.ts';
import { drivers } from '../../../checks/drivers/index.ts';
import { dkmsModule } from '../../../checks/drivers/reads/dkms.ts';
import { peripherals } from '../../../checks/peripherals/index.ts';
import { link } from '../../../src/cause.ts';
import type { AnyFinding } from '../../../src/contract.ts';
import { followed, ok } from '../../facts.ts';
import { found, lines, linux, pci, windows, windowsDevice } from './machine.ts';

const catalogue = Object.assign(
  {},
  ...[audio, connectivity, drivers, peripherals].map((check) => check.catalogue),
);

const seen = (code: string): AnyFinding => ({ code, severity: 'critical', params: {}, evidence: ['test'] });

const NO_ADAPTER = seen('connectivity/no-adapter');
const NO_SOUND = seen('audio/no-output-device');
const NO_BLUETOOTH = seen('peripherals/bluetooth-off');
const NO_CAMERA = seen('peripherals/camera-blocked');
const EFFECTS = [NO_ADAPTER, NO_SOUND, NO_BLUETOOTH, NO_CAMERA];

/** What steps back behind our findings. */
const explained = (findings: readonly AnyFinding[]): readonly string[] => {
  const causes = link([...findings, ...EFFECTS], catalogue);
  return EFFECTS.filter((effect) => (causes.get(effect)?.causedBy.length ?? 0) > 0).map(({ code }) => code);
};

describe('what steps back behind', () => {
  test('a network card without a driver', () => {
    expect(explained(found(linux({ pciDevices: ok([pci('8086:15f3', '020000')]) })))).toEqual([
      NO_ADAPTER.code,
    ]);
  });

  test('a sound device without a driver', () => {
    expect(explained(found(linux({ pciDevices: ok([pci('8086:51c8', '040300')]) })))).toEqual([
      NO_SOUND.code,
    ]);
  });

  test('a disk controller without a driver', () => {
    expect(explained(found(linux({ pciDevices: ok([pci('8086:9a0b', '010400')]) })))).toEqual([]);
  });

  test('a Bluetooth adapter without its firmware', () => {
    const log = lines(
      'bluetooth hci0: Direct firmware load for rtl_bt/rtl8822cu_fw.bin failed with error -2',
      'Bluetooth: hci0: RTL: firmware file rtl_bt/rtl8822cu_fw not found',
    );
    expect(explained(found(linux({ kernelLog: ok(log) })))).toEqual([NO_BLUETOOTH.code]);
  });

  test('a network driver that DKMS did not build', () => {
    const module = followed(dkmsModule('rtl8821ce'), { versions: ['5.5'], kernels: [] });
    expect(explained(found(linux({ dkmsModules: ok(['rtl8821ce']) }, [module])))).toEqual([NO_ADAPTER.code]);
  });

  test('the only camera that is switched off in Windows', () => {
    const camera = windowsDevice({ class: 'Camera', errorCode: 22, id: 'USB\\VID_0C45&PID_6730\\1' });
    expect(explained(found(windows([camera])))).toEqual([NO_CAMERA.code]);
    // A second one works: being switched off is a remark, and explains nothing.
    const other = windowsDevice({ class: 'Camera', id: 'USB\\VID_046D&PID_082D\\1' });
    expect(explained(found(windows([camera, other])))).toEqual([]);
  });

  test('the only network card that is switched off in Windows, by whatever name its connection goes', () => {
    const off = found(windows([windowsDevice({ errorCode: 22 })]));
    const effect: AnyFinding = { ...seen('connectivity/adapter-disabled'), subject: 'Ethernet' };
    expect(link([...off, effect], catalogue).get(effect)?.causedBy).toEqual(['drivers/device-disabled']);
  });

  test('a refused module: the device that has no driver', () => {
    const findings = found(
      linux({
        pciDevices: ok([pci('14e4:43a0', '028000')]),
        kernelLog: ok(lines('Loading of unsigned module is rejected')),
      }),
    );
    const device = findings.find(({ code }) => code === 'drivers/device-no-driver');
    expect(device && link(findings, catalogue).get(device)?.causedBy).toEqual(['drivers/signature-blocked']);
  });
});
