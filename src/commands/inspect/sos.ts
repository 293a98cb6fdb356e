/** An archive of sos as a report of ours: what today's checks ask for, as far as sos has it. */
import { checkIds, loadCheck } from '../../../checks/index.ts';
import type { Language } from '../../contract.ts';
import { examine } from '../../examine.ts';
import { inspectWords } from '../../language/inspect.ts';
import { sosWords } from '../../language/sos.ts';
import { oneLine } from '../../output/untrusted.ts';
import type { OpenedBundle } from '../../report/bundle/open.ts';
import type { Report } from '../../report/model.ts';
import { sosVersion, takenAt } from '../../report/sos/about.ts';
import { sosHost } from '../../report/sos/host.ts';
import { openSos } from '../../report/sos/open.ts';
import type { SosTree } from '../../report/sos/tree.ts';
import { VERSION } from '../../version.ts';

/** Undefined where it is no archive of sos. */
export const sosBundle = async (path: string, language: Language): Promise<OpenedBundle | undefined> => {
  const tree = path === '-' ? undefined : await openSos(path);
  return tree === undefined ? undefined : bundleOf(tree, language);
};

const bundleOf = async (tree: SosTree, language: Language): Promise<OpenedBundle> => {
  const { recording } = await examine({
    checks: await Promise.all(checkIds.map(loadCheck)),
    host: sosHost(tree),
    language,
    version: VERSION,
  });
  return {
    language,
    origin: 'sos',
    tool: { name: 'sos', version: sosVersion(tree) ?? '' },
    createdAt: takenAt(tree) ?? '',
    modules: checkIds,
    recording,
    settings: {},
    hidden: {},
    seal: 'absent',
    damaged: [],
    files: new Map(),
  };
};

/** Instead of who wrote it, what was hidden and what it said then: sos tells none of it. */
export const aboutSos = (
  bundle: OpenedBundle,
  { host }: Report,
  language: Language,
  system?: string,
): readonly string[] => {
  const words = sosWords(language);
  const version = bundle.tool.version === '' ? words.unknownVersion : bundle.tool.version;
  const { os, release, arch } = host;
  const name = oneLine(host.name);
  const found = Object.values(bundle.recording.entries).filter(({ answer }) => answer.status === 'ok');
  return [
    bundle.createdAt === ''
      ? words.fromUnknownTime(name, version)
      : words.from(name, version, bundle.createdAt),
    inspectWords(language).ranOn(oneLine(system ?? ''), oneLine(os), oneLine(release), oneLine(arch)),
    words.read(found.length),
    words.notRedacted,
  ];
};
