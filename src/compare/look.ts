/** Reads a recording as the modules do: by the same sources, with the same parsers. */
import type { Recording } from '../contract.ts';
import { understand } from '../gather.ts';
import { replay } from '../host/replay.ts';
import type { Look } from './fact.ts';

export const lookInto = (recording: Recording): Look => {
  const host = replay(recording);
  const look: Look = async (source) => {
    const { id, on, otherwise } = source;
    const way = on[host.os];
    if (way === undefined) return { status: 'unsupported', why: `no such read on ${host.os}`, from: id };
    const limits = { timeoutMs: 0, signal: new AbortController().signal };
    const first = understand(id, way, await host.ask(id, way.request, limits));
    if (first.status === 'ok' || otherwise === undefined) return first;
    const second = await look(otherwise);
    return second.status === 'ok' ? second : first;
  };
  return look;
};
