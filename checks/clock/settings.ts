/** Which servers tell the time, and where the lines are drawn. */

/** Plain HTTP: over TLS a wrong clock would already stand in the way. The same pages that connectivity asks for. */
const servers: readonly string[] = [
  'http://connectivitycheck.gstatic.com/generate_204',
  'http://www.msftconnecttest.com/connecttest.txt',
  'http://detectportal.firefox.com/success.txt',
];

export const settings = {
  servers,
  /** check_ntp_time warns at 60 s. */
  warnSeconds: 60,
  /** Kerberos refuses tickets from 5 minutes on. */
  criticalSeconds: 300,
};

export type ClockSettings = typeof settings;
