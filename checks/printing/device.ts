/** How a printer is connected, by its device URI (CUPS) or its port (Windows). */

export type Device =
  | { readonly kind: 'usb'; readonly model: string; readonly serial: string | null }
  | { readonly kind: 'network'; readonly host: string; readonly port: number }
  /** Makes a file, a fax or a note: nothing that could be switched off. */
  | { readonly kind: 'virtual' }
  /** Found by name when it prints (dnssd, WSD), shared by another computer, or a program of this one. */
  | { readonly kind: 'other' };

/** IANA's ports of ipp, and the ones of JetDirect and lpd. */
const PORTS: Readonly<Record<string, number>> = {
  ipp: 631,
  ipps: 631,
  http: 80,
  https: 443,
  socket: 9100,
  lpd: 515,
};

const VIRTUAL = /^(cups-pdf|cups-brf|file|pdf|fax|hpfax|null|vnd\.[\w.-]*pdf[\w.-]*)(:|$)/i;

export const deviceOf = (uri: string): Device => {
  // lpstat prints `file:///dev/null` as `///dev/null`.
  if (VIRTUAL.test(uri) || uri.startsWith('/')) return { kind: 'virtual' };
  const usb = /^(?:usb:\/\/[^/?]*\/|hp:\/usb\/)([^?]*)(?:\?(.*))?$/i.exec(uri);
  if (usb !== null) {
    const serial = /(?:^|&)serial=([^&]*)/.exec(usb[2] ?? '')?.[1] ?? '';
    return { kind: 'usb', model: decoded(usb[1] ?? ''), serial: decoded(serial) || null };
  }
  const net = /^([a-z]+):\/\/(?:[^@/]*@)?(\[[0-9a-f:.%+]+\]|[^:/?[\]]+)(?::(\d{1,5}))?(?:[/?].*)?$/i.exec(
    uri,
  );
  const usual = PORTS[net?.[1]?.toLowerCase() ?? ''];
  const host = net?.[2]?.replace(/^\[|\]$/g, '') ?? '';
  if (usual === undefined || !isElsewhere(host)) return { kind: 'other' };
  return { kind: 'network', host, port: Number(net?.[3] ?? usual) };
};

/** This computer's own address is a program (ipp-usb, a tunnel); `.local` is asked for in ways that we cannot. */
export const isElsewhere = (host: string): boolean =>
  host !== '' &&
  !/^(localhost|127\.[\d.]+|::1|0\.0\.0\.0)$/i.test(host) &&
  !/\.local\.?$/i.test(host) &&
  // A service's name (`HP%20LaserJet._ipp._tcp.local/`) or a zone of link-local IPv6 is no address to connect to.
  !/[%_+]/.test(host);

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
