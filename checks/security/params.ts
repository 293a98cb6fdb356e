/** What findings carry into their words. */

export type FirewallOff = {
  readonly system: 'linux' | 'windows' | 'macos';
  readonly product: string;
  readonly profiles: readonly string[];
  /** Ports that listen to the network meanwhile, lowest first. */
  readonly ports: readonly number[];
  /** Only root sees rules that somebody made by hand. */
  readonly seenRules: boolean;
};

export type AntivirusOff = {
  readonly state: 'off' | 'old';
  readonly product: string;
  readonly days: number | null;
};

export type Malware = {
  readonly name: string;
  readonly path: string;
  readonly state: 'active' | 'cleaned';
};

export type NotEncrypted = { readonly path: string; readonly product: string; readonly laptop: boolean };

export type NoBackup = {
  readonly state: 'none' | 'old' | 'partly';
  readonly names: readonly string[];
  readonly days: number | null;
};

export type Unlocked = {
  readonly how: 'never' | 'late' | 'autologin';
  readonly minutes: number | null;
  readonly user: string;
};

export type RemoteAccess = {
  readonly service: 'ssh' | 'ssh-root' | 'rdp' | 'rdp-old' | 'vnc' | 'screen-sharing';
  readonly port: number;
};

export type RemoteTool = { readonly tool: string; readonly unattended: boolean };

export type StaleKeys = { readonly status: string; readonly maker: boolean };

export type AddedAuthority = { readonly name: string; readonly inUse: boolean };

export type Exposed = {
  readonly what: 'key' | 'share' | 'smb1';
  readonly name: string;
  /** Octal, of a key. */
  readonly mode: string;
};
