/** The complaint as people say it. */

export const symptoms = {
  'updates-fail': {
    name: 'Updates do not install',
    phrasings: [
      'Updates do not install',
      'Windows Update error 0x…',
      'the update fails every time',
      'the software centre is waiting for another program to finish',
      'another installation is already in progress',
      'stuck at 30 percent while updating',
      'undoing changes, then it starts over',
      'apt upgrade ends with an error',
      'cannot download the new version of the system',
      'software update keeps failing on my mac',
      'could not get lock /var/lib/dpkg/lock',
      'unmet dependencies, broken packages',
      'repository is not signed, no public key',
      'dnf says it cannot download metadata',
      'feature upgrade to Windows 11 rolls back',
      'patches are not applied',
      'it says there were problems installing updates',
      'the updater is waiting for ever',
      'security fixes will not go in',
      'not enough space to update',
      'checking for updates never ends',
    ],
  },
};
