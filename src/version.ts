/** The version of the package; set by the build. */
declare const TECHSUPPORT_VERSION: string | undefined;

export const VERSION: string = typeof TECHSUPPORT_VERSION === 'string' ? TECHSUPPORT_VERSION : '0.0.0-dev';
