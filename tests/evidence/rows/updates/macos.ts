/** Software Update on macOS. */
import { type Evidence, exec, file, type Given, none, raw } from '../../evidence.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const DAY = 24 * 3600 * 1000;
const ago = (days: number): string => `${new Date(NOW - days * DAY).toISOString().slice(0, 19)}Z`;
const logged = (days: number): string => `${ago(days).slice(0, 19).replace('T', ' ')}+00`;

const plist = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">\n${body}\n</plist>\n`;

const version = (number: string, build = '25B78') =>
  file(
    plist(
      `<dict>\n\t<key>ProductBuildVersion</key>\n\t<string>${build}</string>\n\t<key>ProductName</key>\n\t<string>macOS</string>\n\t<key>ProductVersion</key>\n\t<string>${number}</string>\n</dict>`,
    ),
  );

const install = (name: string, number: string, days: number): string =>
  `<dict><key>date</key><date>${ago(days)}</date><key>displayName</key><string>${name}</string><key>displayVersion</key><string>${number}</string><key>processName</key><string>softwareupdated</string></dict>`;

const prefs = (body = ''): string =>
  plist(`<dict>\n<key>LastSuccessfulDate</key><date>${ago(1)}</date>${body}</dict>`);

const mac = (more: Readonly<Record<string, Given>>): Readonly<Record<string, Given>> => ({
  'system.platform': raw('system', {
    platform: 'darwin',
    release: '25.1.0',
    arch: 'arm64',
    hostname: 'mac',
    bootedSecondsAgo: 9000,
  }),
  'system.clock': raw('clock', { epochMs: NOW, timeZone: 'UTC' }),
  'system.macos-version': version('26.1'),
  'updates.macos-settings': exec(prefs()),
  'updates.macos-managed': exec('', 1, 'file does not exist or is not readable or is not a regular file'),
  'updates.macos-history': file(plist(`<array>${install('macOS 26.1', '26.1', 10)}</array>`)),
  'updates.macos-log': file(`${logged(1)} mac softwareupdated[455]: SUScan: Scan complete\n`),
  ...more,
});

const row = (
  code: string,
  what: string,
  more: Readonly<Record<string, Given>>,
  rest: Partial<Evidence> = {},
): Evidence => ({ code, os: 'darwin', from: 'composed', what, answers: mac(more), ...rest });

const log = (...lines: readonly string[]): Given => file(`${lines.join('\n')}\n`);

export const macos: readonly Evidence[] = [
  row(
    'updates/service-disabled',
    'com.apple.SoftwareUpdate: AutomaticCheckEnabled is false (Apple’s payload)',
    {
      'updates.macos-settings': exec(prefs('<key>AutomaticCheckEnabled</key><false/>')),
    },
  ),
  row('updates/paused-or-managed', 'com.apple.SoftwareUpdate: AutomaticallyInstallMacOSUpdates is false', {
    'updates.macos-settings': exec(prefs('<key>AutomaticallyInstallMacOSUpdates</key><false/>')),
  }),
  row('updates/paused-or-managed', 'a profile in Managed Preferences', {
    'updates.macos-managed': exec(plist('<dict><key>AutomaticDownload</key><true/></dict>')),
  }),
  row('updates/insufficient-space', 'install.log: not enough free space', {
    'updates.macos-log': log(
      `${logged(2)} mac softwareupdated[455]: SUOSUServiceDaemon: Error: There is not enough free space on the disk`,
    ),
  }),
  row(
    'updates/insufficient-space',
    'install.log: the update was installed afterwards',
    {
      'updates.macos-log': log(
        `${logged(2)} mac softwareupdated[455]: Error: There is not enough free space on the disk`,
        `${logged(1)} mac system_installd[512]: PackageKit: Installed "macOS 26.1" (26.1)`,
      ),
    },
    { quiet: true },
  ),
  row('updates/download-failed', 'install.log: NSURLErrorDomain (Apple’s Foundation errors)', {
    'updates.macos-log': log(
      `${logged(2)} mac softwareupdated[455]: SUScan: Error Domain=NSURLErrorDomain Code=-1009 "The Internet connection appears to be offline."`,
    ),
  }),
  row('updates/conflicting-software', 'install.log: Install Failed; systemextensionsctl: endpoint security', {
    'updates.macos-log': log(
      `${logged(2)} mac installd[512]: PackageKit: Install Failed: Error Domain=PKInstallErrorDomain Code=112`,
    ),
    'updates.macos-extensions': exec(
      '1 extension(s)\n--- com.apple.system_extension.endpoint_security\nenabled\tactive\tteamID\tbundleID (version)\tname\t[state]\n*\t*\tABCDE12345\tcom.vendor.es (1.0/1)\tVendor Guard\t[activated enabled]\n',
    ),
  }),
  row('updates/pending-reboot', 'install.log: “is already prepared”, in a form seen on macOS 26', {
    'updates.macos-log': log(
      `${logged(2)} mac softwareupdated[100]: SUOSUBackgroundDownloadEvaluator: <SUOSUMajorProduct: MSU_UPDATE_25G83_patch_26.6_minor>(Title:macOS Tahoe 26.6 Version:26.6, Identifier:(null), IconSize:1052006, Size:123456789, Deferred:0) is already prepared`,
    ),
  }),
  row(
    'updates/pending-reboot',
    'install.log: the prepared one is the one that runs',
    {
      'system.macos-version': version('26.6'),
      'updates.macos-log': log(
        `${logged(2)} mac softwareupdated[100]: E: <P: MSU>(Title:macOS Tahoe 26.6 Version:26.6, Deferred:0) is already prepared`,
      ),
    },
    { quiet: true },
  ),
  row('updates/package-manager-locked', 'ps: an installer is running', {
    'updates.macos-installers': exec('    1 /sbin/launchd\n  812 /usr/sbin/installer\n'),
  }),
  row('updates/broken-dependencies', 'brew(1): brew missing', {
    'packages.brew': exec('ffmpeg: x265\n', 1),
  }),
  row('updates/release-eol', 'SystemVersion.plist: macOS 13, mended until 2025-09-15 (endoflife.date)', {
    'system.macos-version': version('13.7.8', '22H730'),
  }),
  row('updates/overdue', 'InstallHistory.plist, with an update that waits', {
    'updates.macos-history': file(
      plist(
        `<array>${install('macOS 26.1', '26.1', 60)}${install('XProtectPlistConfigData', '5321', 2)}</array>`,
      ),
    ),
    'updates.macos-settings': exec(
      prefs(
        '<key>RecommendedUpdates</key><array><dict><key>Display Name</key><string>macOS Tahoe 26.6</string><key>Display Version</key><string>26.6</string></dict></array>',
      ),
    ),
  }),
  row(
    'updates/overdue',
    'an old version, and the list of updates names one that is installed by now',
    {
      'updates.macos-history': file(plist(`<array>${install('macOS 26.1', '26.1', 60)}</array>`)),
      'updates.macos-settings': exec(
        prefs(
          '<key>RecommendedUpdates</key><array><dict><key>Display Name</key><string>macOS Tahoe 26.1</string><key>Display Version</key><string>26.1</string></dict></array>',
        ),
      ),
      'updates.macos-managed': none(),
    },
    { quiet: true },
  ),
];
