/** Whose a certificate is: as much of X.509 (RFC 5280) as that takes. */
import { unparsable } from '../contract.ts';

export interface CertificateNames {
  /** The common name, otherwise the organisation. */
  readonly subject: string;
  readonly issuer: string;
}

/** The certificates of a PEM file; text between them is left out, a damaged one is no certificate. */
export const parsePem = (text: string): readonly CertificateNames[] => {
  const blocks = [
    ...text.matchAll(/-----BEGIN (?:TRUSTED )?CERTIFICATE-----([A-Za-z0-9+/=\s]{1,65536})-----END/g),
  ];
  if (blocks.length === 0) throw unparsable(text.trim().slice(0, 100));
  return blocks.map(([, base64 = '']) => namesOf(bytesOf(base64)));
};

const bytesOf = (base64: string): Uint8Array => {
  try {
    return Uint8Array.from(atob(base64.replace(/\s/g, '')), (letter) => letter.charCodeAt(0));
  } catch {
    throw unparsable(base64.trim().slice(0, 60));
  }
};

interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
}

const SEQUENCE = 0x30;
const SET = 0x31;
const OBJECT_ID = 0x06;
const VERSION = 0xa0;
const BMP_STRING = 0x1e;

/** 2.5.4.3 and 2.5.4.10. */
const COMMON_NAME = '85,4,3';
const ORGANISATION = '85,4,10';

const namesOf = (der: Uint8Array): CertificateNames => {
  const [certificate] = elements(der);
  const [body] = elements(certificate?.content ?? new Uint8Array());
  const fields = elements(body?.content ?? new Uint8Array()).filter(({ tag }) => tag !== VERSION);
  // serialNumber, signature, issuer, validity, subject
  const [, , issuer, , subject] = fields;
  if (issuer?.tag !== SEQUENCE || subject?.tag !== SEQUENCE) throw unparsable('not a certificate');
  return { subject: nameOf(subject.content), issuer: nameOf(issuer.content) };
};

const elements = (bytes: Uint8Array): readonly Element[] => {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at] ?? 0;
    const first = bytes[at + 1] ?? 0;
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
    if (lengthBytes > 4) throw unparsable('not a certificate');
    const size = bytes.subarray(at + 2, at + 2 + lengthBytes).reduce((sum, byte) => sum * 256 + byte, 0);
    const start = at + 2 + lengthBytes;
    const end = start + (lengthBytes === 0 ? first : size);
    if (end > bytes.length) throw unparsable('not a certificate');
    found.push({ tag, content: bytes.subarray(start, end) });
    at = end;
  }
  return found;
};

const nameOf = (name: Uint8Array): string => {
  const parts = elements(name)
    .filter(({ tag }) => tag === SET)
    .flatMap(({ content }) => elements(content))
    .map(({ content }) => elements(content))
    .flatMap(([id, value]) =>
      id?.tag === OBJECT_ID && value !== undefined ? [{ id: id.content.join(), text: textOf(value) }] : [],
    );
  const named = (id: string): string | undefined => parts.find((part) => part.id === id)?.text;
  return named(COMMON_NAME) ?? named(ORGANISATION) ?? '';
};

const textOf = ({ tag, content }: Element): string =>
  tag === BMP_STRING
    ? String.fromCharCode(
        ...Array.from(
          { length: Math.min(content.length >> 1, 200) },
          (_, at) => (content[2 * at] ?? 0) * 256 + (content[2 * at + 1] ?? 0),
        ),
      )
    : new TextDecoder().decode(content.subarray(0, 400));
