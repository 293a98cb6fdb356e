/** What a failed check of a certificate points to. */
export type CertificateTrouble = 'time' | 'stranger' | 'name' | 'cut' | 'other';

export const troubleOf = (code: string): CertificateTrouble => {
  if (/EXPIRED|NOT_YET_VALID/.test(code)) return 'time';
  if (/SELF_SIGNED|UNABLE_TO|UNTRUSTED|ISSUER/.test(code)) return 'stranger';
  if (/ALTNAME|HOSTNAME|NAME_INVALID/.test(code)) return 'name';
  return /RESET|EPIPE|TIMEOUT|EOF|SOCKET|closed/i.test(code) ? 'cut' : 'other';
};
