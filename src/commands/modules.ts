/** The modules a command line names. */
import { checkIds, loadCheck } from '../../checks/index.ts';
import type { AnyCheck, Tag } from '../contract.ts';
import { UserError } from '../errors.ts';
import { EXIT } from '../exit.ts';
import { commandWords } from '../language/commands.ts';
import { nearest } from '../nearest.ts';

/** All where none is named; each once, in reading order. */
export const modulesNamed = async (
  names: readonly string[],
  otherwise: readonly string[] = checkIds,
  { tag, skip = [] }: { readonly tag?: readonly Tag[]; readonly skip?: readonly string[] } = {},
): Promise<readonly AnyCheck[]> => {
  const strange = [...names, ...skip].find((name) => !checkIds.includes(name));
  if (strange !== undefined) throw notThere('E_MODULE', strange, checkIds);
  const wanted = names.length === 0 ? otherwise : names;
  const checks = await Promise.all(
    checkIds.filter((id) => wanted.includes(id) && !skip.includes(id)).map(loadCheck),
  );
  return checks.filter(({ tags }) => tag === undefined || tag.some((one) => tags.includes(one)));
};

/** A name that is not known, and the one that may have been meant. */
export const notThere = (
  code: 'E_MODULE' | 'E_FINDING',
  name: string,
  known: readonly string[],
): UserError => {
  const meant = nearest(name, known);
  const [en, ru] = (['en', 'ru'] as const).map((language) => {
    const words = commandWords(language);
    const message = code === 'E_MODULE' ? words.noModule(name) : words.noFinding(name);
    const list = code === 'E_MODULE' ? words.modulesAre(known.join(', ')) : words.seeList;
    return { message, hint: meant === undefined ? list : `${words.meant(meant)} ${list}` };
  });
  return new UserError(code, en?.message ?? name, en?.hint ?? '', {
    exitCode: EXIT.usage,
    ...(ru !== undefined && { ru }),
  });
};
