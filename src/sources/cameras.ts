/** Cameras, and who uses them now. */
import type { Raw } from '../contract.ts';
import { family, read, source } from '../contract.ts';

export interface Camera {
  /** `video0` */
  readonly node: string;
  readonly name: string;
}

export const cameras = source({
  id: 'camera.devices',
  os: ['linux'],
  request: { kind: 'attributes', folder: '/sys/class/video4linux', names: ['name', 'index'] },
  parse: ({ entries }): readonly Camera[] => parseCameras(entries),
});

type Entries = Raw['attributes']['entries'];

export const parseCameras = (entries: Entries): readonly Camera[] =>
  Object.entries(entries).flatMap(([node, found]) => {
    const text = (key: string): string => {
      const value = found[key];
      return value !== undefined && 'text' in value ? value.text.trim() : '';
    };
    // v4l-subdev0, radio0 and vbi0 are no cameras; index 1 is the metadata of the same one.
    return /^video\d+$/.test(node) && text('index') === '0' ? [{ node, name: text('name') || node }] : [];
  });

/** Which programs hold a camera open. */
export const cameraHolders = family<Raw['holders'], 'all'>('camera.holders', 'all', () => ({
  on: { linux: read({ kind: 'holders', prefix: '/dev/video' }, (raw) => raw) },
}));
