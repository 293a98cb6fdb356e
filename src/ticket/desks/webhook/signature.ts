/** `X-Techsupport-Signature`: proves who sent it, what was sent, and when. */
import { createHmac } from 'node:crypto';

export const EMPTY_DIGEST = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** `t=UNIX,v1=HEX`, where v1 is HMAC-SHA256 over `UNIX.KEY.SHA256-OF-THE-BODY`. */
export const sign = (secret: string, key: string, bodyDigest: string, nowMs: number): string => {
  const t = Math.floor(nowMs / 1000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${key}.${bodyDigest}`).digest('hex')}`;
};
