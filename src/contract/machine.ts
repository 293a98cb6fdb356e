/** What may be asked of a computer, and what comes back. */

export type Os = 'linux' | 'darwin' | 'win32' | 'other';

/** Everything that can be asked of a computer. A request is data: it can be listed, recorded and replayed. */
export type Request =
  /** A program, without a shell. */
  | {
      readonly kind: 'exec';
      readonly argv: readonly [string, ...string[]];
      readonly timeoutMs?: number;
      /** A batch that several reads take their part of: run once. */
      readonly shared?: true;
    }
  /** A text file: whole, or head and tail of what is too long. */
  | { readonly kind: 'file'; readonly path: string }
  /** The names in a folder. */
  | { readonly kind: 'list'; readonly path: string }
  /** Small files with the same names in each subfolder of a folder, as in /sys/class/net. */
  | {
      readonly kind: 'attributes';
      readonly folder: string;
      readonly names: readonly string[];
      readonly links?: readonly string[];
    }
  /** statfs. `apart`: in a process of its own that can be given up, for disks that may never answer. */
  | { readonly kind: 'space'; readonly path: string; readonly apart?: true; readonly timeoutMs?: number }
  /** Bytes below a folder or of a file, without following links or leaving the volume; measured, bounded in time. */
  | { readonly kind: 'usage'; readonly path: string; readonly timeoutMs?: number }
  /** lstat. */
  | { readonly kind: 'stat'; readonly path: string }
  /** Whether the user may write there: access(2), nothing is written. */
  | { readonly kind: 'writable'; readonly path: string }
  /** Deleted files that running programs still hold open. */
  | { readonly kind: 'deleted-files' }
  /** A name, through the system's own resolver. */
  | { readonly kind: 'lookup'; readonly name: string; readonly timeoutMs?: number }
  /** A name, asked of one DNS server directly. */
  | {
      readonly kind: 'resolve';
      readonly server: string;
      readonly name: string;
      readonly type: 'A' | 'AAAA';
      readonly transport?: 'udp' | 'tcp';
      readonly timeoutMs?: number;
    }
  /** Opens and closes a TCP connection, `times` times at once. `from` binds it to a local address. */
  | {
      readonly kind: 'tcp';
      readonly host: string;
      readonly port: number;
      readonly from?: string;
      readonly times?: number;
    }
  /** A TLS handshake with verification against the system's authorities. */
  | {
      readonly kind: 'tls';
      readonly host: string;
      readonly port: number;
      readonly servername: string;
    }
  /** GET without following redirects. `proxy`: a proxy's URL. `download`: time the body, up to `maxBytes`. */
  | {
      readonly kind: 'http';
      readonly url: string;
      readonly proxy?: string;
      readonly maxBytes?: number;
      readonly timeoutMs?: number;
    }
  /** Network interfaces and addresses as the runtime sees them. */
  | { readonly kind: 'interfaces' }
  /** One function of the inventory library (systeminformation), named fields only. */
  | { readonly kind: 'inventory'; readonly what: string; readonly fields: readonly string[] }
  | { readonly kind: 'clock' }
  | { readonly kind: 'user' }
  | { readonly kind: 'system' }
  | { readonly kind: 'env'; readonly names: readonly string[] };

export type Kind = Request['kind'];

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

/** Why there is no value. None of these is a fault of the machine, and none of them is green. */
export type Reason =
  /** The program, file or folder is not there. */
  | 'absent'
  | 'denied'
  | 'timeout'
  | 'failed'
  /** There is no such read on this system. */
  | 'unsupported'
  /** It answered, and the answer was not understood. */
  | 'unparsable'
  /** The bundle does not hold it. */
  | 'unrecorded'
  /** A question nobody was there to answer. */
  | 'unanswered'
  /** The run ended first. */
  | 'interrupted';

/** The raw answer of a host, or why there is none. `partial` is what a program printed before its time was up. */
export type Answer<K extends Kind = Kind> =
  | { readonly status: 'ok'; readonly raw: Raw[K]; readonly ms: number }
  | {
      readonly status: Reason;
      readonly why: string;
      readonly ms: number;
      readonly partial?: Raw[K];
    };

export interface Limits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** The one door to a machine: this one, or one that was recorded. */
export interface Host {
  readonly os: Os;
  ask(id: string, request: Request, limits: Limits): Promise<Answer>;
}

/** What a machine answered, by the id of the read. What is inside a bundle. */
export interface Recording {
  readonly os: Os;
  readonly entries: Readonly<Record<string, RecordedEntry>>;
}

export interface RecordedEntry {
  readonly request: Request;
  readonly answer: Answer;
  /** ISO 8601. */
  readonly startedAt: string;
}
