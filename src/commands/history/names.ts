/** What findings are called, as far as this version knows them: a history may be older or newer. */
import { checkIds, loadCheck } from '../../../checks/index.ts';
import type { Language } from '../../contract.ts';

export type Names = ReadonlyMap<string, string>;

export const findingNames = async (codes: readonly string[], language: Language): Promise<Names> => {
  const modules = [...new Set(codes.map(moduleOf))].filter((id) => checkIds.includes(id));
  const checks = await Promise.all(modules.map(loadCheck));
  return new Map(
    codes.flatMap((code) => {
      const findings = checks.find(({ id }) => id === moduleOf(code))?.messages[language].findings ?? {};
      const name = Object.hasOwn(findings, code) ? findings[code]?.name : undefined;
      return name === undefined ? [] : [[code, name]];
    }),
  );
};

const moduleOf = (code: string): string => code.split('/', 1)[0] ?? code;

/** `The name server does not answer (connectivity/dns-unreachable)` */
export const named = (code: string, names: Names): string => {
  const name = names.get(code);
  return name === undefined ? code : `${name} (${code})`;
};
