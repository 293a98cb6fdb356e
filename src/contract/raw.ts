/** What comes back, before anything is understood of it. */

/** How a connection attempt ended: a fact about the network, never a failure to look. */
export type Connection =
  | 'connected'
  | 'refused'
  | 'reset'
  | 'timeout'
  | 'unreachable'
  /** The local system forbade it: EPERM, EACCES. */
  | 'denied'
  /** The name has no address. */
  | 'no-name'
  | 'failed';

export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601. */
  readonly validFrom: string;
  readonly validTo: string;
  readonly fingerprint: string;
}

/** What each kind of request brings back, before anything is understood of it. All of it is JSON. */
export interface Raw {
  readonly exec: {
    readonly stdout: string;
    readonly stderr: string;
    /** null when a signal ended it. */
    readonly exitCode: number | null;
    /** Bytes left out between head and tail of stdout. */
    readonly droppedBytes?: number;
  };
  readonly file: { readonly text: string; readonly droppedBytes?: number };
  readonly list: { readonly names: readonly string[] };
  /** By subfolder, then by name; links give their target; `error` is an errno such as EINVAL. */
  readonly attributes: {
    readonly entries: Readonly<
      Record<string, Readonly<Record<string, { text: string } | { error: string }>>>
    >;
  };
  /** Bytes; `availableBytes` is what an ordinary user may still use. `files` is 0 where inodes are not counted. */
  readonly space: {
    readonly totalBytes: number;
    readonly freeBytes: number;
    readonly availableBytes: number;
    readonly files: number;
    readonly freeFiles: number;
  };
  /** `complete` is false when time ran out or a folder could not be read: then `bytes` is a lower bound. */
  readonly usage: {
    readonly bytes: number;
    readonly files: number;
    readonly complete: boolean;
    /** The largest files, at most ten, largest first. */
    readonly largest: readonly {
      readonly path: string;
      readonly bytes: number;
      /** ISO 8601. */
      readonly modifiedAt: string;
    }[];
  };
  readonly stat: {
    readonly type: 'file' | 'folder' | 'link' | 'other';
    readonly bytes: number;
    readonly inode: number;
    /** ISO 8601. */
    readonly modifiedAt: string;
    /** Permission bits, as chmod(1) takes them; they mean nothing on Windows. Absent in older recordings. */
    readonly mode?: number;
    /** Owner; 0 on Windows. Absent in older recordings. */
    readonly uid?: number;
  };
  /** `error` is an errno (EROFS, EACCES, ENOSPC …); absent when it may be written. */
  readonly writable: { readonly error?: string };
  readonly 'deleted-files': {
    readonly files: readonly {
      readonly pid: number;
      readonly program: string;
      readonly path: string;
      readonly bytes: number;
    }[];
    /** Processes that could not be looked into. */
    readonly hiddenProcesses: number;
  };
  readonly holders: {
    readonly holders: readonly { readonly pid: number; readonly program: string; readonly path: string }[];
    /** Processes that could not be looked into. */
    readonly hiddenProcesses: number;
  };
  readonly lookup: {
    readonly outcome: 'found' | 'not-found' | 'timeout' | 'failed';
    readonly code?: string;
    readonly addresses: readonly string[];
    readonly ms: number;
  };
  readonly resolve: {
    readonly outcome: 'answered' | 'timeout' | 'refused' | 'unreachable' | 'denied' | 'failed';
    /** NOERROR, NXDOMAIN, SERVFAIL, REFUSED … */
    readonly rcode?: string;
    readonly addresses: readonly string[];
    /** RFC 8914 extended error codes. */
    readonly extendedErrors: readonly number[];
    readonly code?: string;
    readonly ms: number;
  };
  readonly tcp: {
    readonly attempts: readonly {
      readonly outcome: Connection;
      readonly code?: string;
      readonly ms: number;
    }[];
    readonly localAddress?: string;
  };
  readonly tls: {
    /** 'secure': verified. 'untrusted': a handshake whose certificate fails verification, see `code`. */
    readonly outcome: 'secure' | 'untrusted' | 'tcp-failed' | 'handshake-timeout' | 'handshake-failed';
    readonly connection: Connection;
    /** CERT_HAS_EXPIRED, SELF_SIGNED_CERT_IN_CHAIN, ECONNRESET … */
    readonly code?: string;
    readonly connectMs?: number;
    readonly ms: number;
    /** Leaf first. */
    readonly chain: readonly Certificate[];
  };
  readonly http: {
    readonly outcome: Connection | 'answered' | 'stalled';
    readonly code?: string;
    readonly status?: number;
    /** Lower-case names. */
    readonly headers: Readonly<Record<string, string>>;
    /** The beginning of the body, as text. */
    readonly body: string;
    readonly bodyBytes: number;
    readonly complete: boolean;
    readonly connectMs?: number;
    readonly firstByteMs?: number;
    readonly ms: number;
    /** This computer's clock when the head of the answer arrived, milliseconds since 1970. */
    readonly receivedAtMs?: number;
  };
  readonly interfaces: {
    readonly addresses: readonly {
      readonly interface: string;
      readonly address: string;
      readonly prefix: number;
      readonly mac: string;
      readonly internal: boolean;
    }[];
  };
  readonly inventory: { readonly value: unknown };
  readonly clock: { readonly epochMs: number; readonly timeZone: string };
  readonly user: {
    readonly name: string;
    readonly home: string;
    /** -1 on Windows. */
    readonly uid: number;
    /** root, or an elevated administrator; null when it could not be told. */
    readonly elevated: boolean | null;
  };
  readonly system: {
    readonly platform: string;
    readonly release: string;
    readonly arch: string;
    readonly hostname: string;
    readonly bootedSecondsAgo: number;
  };
  readonly env: { readonly values: Readonly<Record<string, string>> };
}
