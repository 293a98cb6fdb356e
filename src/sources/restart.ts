/** What says that a restart is needed to finish an update. */
import { read, source, sourceByOs, unparsable } from '../contract.ts';
import { isObject, parseJson } from './network/json.ts';
import { powershell } from './powershell.ts';

/** Debian's and Ubuntu's mark. */
export const rebootMark = source({
  id: 'updates.reboot-required',
  os: ['linux'],
  request: { kind: 'stat', path: '/run/reboot-required' },
  parse: ({ modifiedAt }) => modifiedAt,
});

export const rebootPackages = source({
  id: 'updates.reboot-packages',
  os: ['linux'],
  request: { kind: 'file', path: '/run/reboot-required.pkgs' },
  parse: ({ text }) => [...new Set(text.split('\n').filter((line) => line !== ''))],
});

export interface WindowsRestart {
  readonly componentServicing: boolean;
  readonly windowsUpdate: boolean;
  /** Many installers leave this set: weak alone. */
  readonly fileRenames: boolean;
}

const SCRIPT = `
@{
  cbs = Test-Path 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending'
  wu = Test-Path 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired'
  renames = [bool](Get-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Session Manager').PendingFileRenameOperations
} | ConvertTo-Json -Compress`;

export const windowsRestart = sourceByOs<WindowsRestart>('updates.windows-restart', {
  win32: read(powershell(SCRIPT), ({ stdout }) => parseWindowsRestart(stdout)),
});

export const parseWindowsRestart = (text: string): WindowsRestart => {
  const value = parseJson(text);
  if (!isObject(value) || typeof value.cbs !== 'boolean' || typeof value.wu !== 'boolean') {
    throw unparsable(text.trim());
  }
  return { componentServicing: value.cbs, windowsUpdate: value.wu, fileRenames: value.renames === true };
};
