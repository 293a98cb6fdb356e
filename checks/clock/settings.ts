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
  /** How long after a start the time may still be unset: the network has to come up first. Project policy. */
  syncWithinMinutes: 30,
  /** Windows: for how long a complaint of its time service counts, and how many of the milder ones it takes. */
  failedDays: 7,
  failedTimes: 3,
  /** How far a chip in local time may be from it: two clocks that run by themselves. */
  chipSlackSeconds: 120,
};

export type ClockSettings = typeof settings;
