export const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** `, 3 minutes ago`; hours once they are many. */
export const ago = (minutes: number | null): string => {
  if (minutes === null) return '';
  if (minutes < 1) return ', now';
  const hours = Math.round(minutes / 60);
  if (minutes >= 90) return `, ${hours} hours ago`;
  return minutes === 1 ? ', a minute ago' : `, ${minutes} minutes ago`;
};

/** Kernel: driver-api/usb/error-codes. */
const ERRNO: Readonly<Record<number, string>> = {
  [-71]: 'EPROTO, garbled',
  [-84]: 'EILSEQ, garbled',
  [-75]: 'EOVERFLOW, too much came',
  [-110]: 'ETIMEDOUT, no answer',
  [-62]: 'ETIME, no answer',
  [-32]: 'EPIPE, refused',
  [-12]: 'ENOMEM, controller',
  [-28]: 'ENOSPC, no room',
};

export const errnoText = (error: number | null): string =>
  error === null ? '' : `, ${error}${ERRNO[error] === undefined ? '' : ` ${ERRNO[error]}`}`;
