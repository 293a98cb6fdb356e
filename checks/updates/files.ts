/** Files whose times tell when something was done last. */

/** Written anew with every change of a package. */
export const DPKG_STATUS = '/var/lib/dpkg/status';
/** Ubuntu's: the last time that all lists were fetched. */
export const APT_STAMP = '/var/lib/apt/periodic/update-success-stamp';
export const APK_DATABASE = '/lib/apk/db/installed';
