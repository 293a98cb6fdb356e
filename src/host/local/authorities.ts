import { readFile } from 'node:fs/promises';
import tls from 'node:tls';

/** Where Linux, BSD and macOS systems keep their authorities in one file. */
const BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
  '/usr/local/share/certs/ca-root-nss.crt',
];

let context: Promise<tls.SecureContext> | undefined;

/** Node's own authorities and those of this system: what its user added there is trusted here too. */
export const trust = (): Promise<tls.SecureContext> => {
  context ??= load();
  return context;
};

const load = async (): Promise<tls.SecureContext> => {
  const named = [process.env.NODE_EXTRA_CA_CERTS, process.env.SSL_CERT_FILE].filter(
    (path) => path !== undefined,
  );
  const texts = [...(await systemTexts()), ...(await Promise.all(named.map(textOf)))];
  const found = texts.flatMap((text) => text.match(PEM) ?? []);
  // Most of a system's authorities are Node's own, with other line ends; reading each takes 0.1 ms.
  const all = new Map([...tls.rootCertificates, ...found].map((pem) => [pem.replace(/\s/g, ''), pem]));
  try {
    return tls.createSecureContext({ ca: [...all.values()] });
  } catch {
    // One broken file must not take all trust away.
    return tls.createSecureContext();
  }
};

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

const systemTexts = async (): Promise<readonly string[]> => {
  // Only Node 22.15 and later have it, and the types are those of Node 20.
  const { getCACertificates } = tls as { getCACertificates?: (type: 'system') => string[] };
  const system = attempt(() => getCACertificates?.('system') ?? []);
  if (system.length > 0) return system;
  for (const path of BUNDLES) {
    const text = await textOf(path);
    if (text !== '') return [text];
  }
  return [];
};

const attempt = (read: () => readonly string[]): readonly string[] => {
  try {
    return read();
  } catch {
    // A key store that is locked or broken: the files may still be read.
    return [];
  }
};

const textOf = async (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');
