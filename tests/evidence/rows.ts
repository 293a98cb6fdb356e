/** All rows, and what has none. One file a module. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Evidence, Missing } from './evidence.ts';

/** The exports of every file in a folder beside this one. */
const everyExport = async (folder: 'rows' | 'missing'): Promise<readonly unknown[]> => {
  const path = fileURLToPath(new URL(folder, import.meta.url));
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const modules: readonly object[] = await Promise.all(
    names.sort().map((name) => import(/* @vite-ignore */ `./${folder}/${name}`)),
  );
  return modules.flatMap((module) => Object.values(module));
};

/** Files in rows/ export arrays of rows and nothing else. */
export const rows: readonly Evidence[] = ((await everyExport('rows')) as readonly Evidence[][]).flat();

/** Files in missing/ export one table each. */
export const missing: Missing = Object.assign({}, ...((await everyExport('missing')) as readonly Missing[]));
