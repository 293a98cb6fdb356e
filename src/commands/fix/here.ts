/** What this process may do here, and with what. */
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { ELEVATORS, type RightsHere } from '../../fix/rights.ts';
import type { Act } from '../../fix/run.ts';
import { act } from '../../host/act.ts';
import { systemPath } from '../../host/local/environment.ts';
import { local } from '../../host/local.ts';
import { user } from '../../sources/system.ts';

const USER_MS = 3000;

export const rightsHere = async (isAttended: boolean): Promise<RightsHere> => {
  const host = local();
  const way = user.on[host.os];
  const answer =
    way === undefined
      ? undefined
      : await host.ask(user.id, way.request, {
          timeoutMs: USER_MS,
          signal: AbortSignal.timeout(USER_MS),
        });
  const raw = answer?.status === 'ok' ? answer.raw : undefined;
  const separator = host.os === 'win32' ? ';' : ':';
  const folders = systemPath(host.os).split(separator);
  const names = (tool: string): string => (host.os === 'win32' ? `${tool}.exe` : tool);
  return {
    os: host.os,
    isAdmin: raw !== undefined && 'elevated' in raw && raw.elevated === true,
    tools: ELEVATORS.filter((tool) => folders.some((folder) => isProgram(join(folder, names(tool))))),
    isAttended,
  };
};

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

export const actHere: Act = (argv, options) => act(argv, { os: local().os, ...options });
