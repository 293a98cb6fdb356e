/** Where screens can be connected, and what is seen there: the kernel's own last look, nothing is probed. */
import type { Raw } from '../contract.ts';
import { source, unparsable } from '../contract.ts';

export interface Connector {
  /** `HDMI-A-1` */
  readonly name: string;
  readonly card: string;
  readonly status: 'connected' | 'disconnected' | 'unknown';
  /** What the screen tells of itself arrived. */
  readonly hasEdid: boolean;
  /** `1920x1080`; null where nothing is offered. */
  readonly bestMode: string | null;
}

export const connectors = source({
  id: 'display.connectors',
  os: ['linux'],
  request: { kind: 'attributes', folder: '/sys/class/drm', names: ['status', 'edid', 'modes'] },
  parse: ({ entries }): readonly Connector[] => parseConnectors(entries),
});

type Entries = Raw['attributes']['entries'];

export const parseConnectors = (entries: Entries): readonly Connector[] =>
  Object.entries(entries).flatMap(([folder, found]) => {
    const [, card, name] = /^(card\d+)-(.+)$/.exec(folder) ?? [];
    const text = (key: string): string | undefined => {
      const value = found[key];
      return value !== undefined && 'text' in value ? value.text : undefined;
    };
    const status = text('status')?.trim();
    // card0-HDMI-A-1/ without a status is a connector that was just taken away with its dock.
    if (card === undefined || name === undefined || status === undefined) return [];
    if (status !== 'connected' && status !== 'disconnected' && status !== 'unknown') {
      throw unparsable(`${folder}: ${status}`);
    }
    return [
      {
        name,
        card,
        status,
        hasEdid: (text('edid') ?? '') !== '',
        bestMode: text('modes')?.split('\n')[0]?.trim() || null,
      },
    ];
  });

/** Panels built in, and screens that are software: neither has a cable. */
export const hasCable = ({ name }: Connector): boolean => /^(HDMI|DP|DVI|DisplayPort)/i.test(name);
