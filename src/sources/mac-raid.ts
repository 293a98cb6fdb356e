/** `diskutil appleRAID list -plist`: macOS's own arrays. */
import { read, sourceByOs, unparsable } from '../contract.ts';
import { isObject, listOf } from './network/json.ts';
import { parsePlist } from './plist.ts';

export interface MacRaid {
  readonly name: string;
  /** `Online`, `Degraded`, `Offline`. */
  readonly status: string;
  /** Members that are not online: their name, or their UUID where they are gone. */
  readonly missing: readonly string[];
}

export const macRaid = sourceByOs<readonly MacRaid[]>('mac.raid', {
  darwin: read({ kind: 'exec', argv: ['diskutil', 'appleRAID', 'list', '-plist'] }, ({ stdout }) =>
    parseMacRaid(stdout),
  ),
});

export const parseMacRaid = (text: string): readonly MacRaid[] => {
  const all = parsePlist(text);
  if (!isObject(all) || !Array.isArray(all.AppleRAIDSets)) throw unparsable(text.trim().split('\n')[0] ?? '');
  return listOf(all.AppleRAIDSets).map((set) => {
    const { Name: name, Status: status, Members: members } = set;
    if (typeof status !== 'string') throw unparsable(JSON.stringify(set));
    return {
      name: typeof name === 'string' ? name : '',
      status,
      missing: listOf(members).flatMap((member) => {
        const { MemberStatus: state, 'BSD Name': device, AppleRAIDMemberUUID: id } = member;
        if (typeof state !== 'string' || /^(?:Online|Rebuild)/.test(state)) return [];
        return [typeof device === 'string' ? device : typeof id === 'string' ? id : ''];
      }),
    };
  });
};
