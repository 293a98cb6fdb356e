/** How the process ends. The exit status is API: scripts and monitoring read it. */
export const EXIT = {
  ok: 0,
  warning: 1,
  critical: 2,
  unknown: 3,
  usage: 64,
  fault: 70,
  config: 78,
  interrupted: 130,
} as const;
