/** `fix --list`: what can be done now, and what was done. */
import { checkIds } from '../../../checks/index.ts';
import { EXIT } from '../../exit.ts';
import { fixWords } from '../../language/fix.ts';
import { heading } from '../../output/style.ts';
import { typed } from '../../output/typed.ts';
import { forJson, oneLine } from '../../output/untrusted.ts';
import { wrap } from '../../output/wrap.ts';
import { print } from '../print.ts';
import { type Candidate, candidatesIn } from './candidates.ts';
import { doneJson, planJson } from './json.ts';
import { allChecks } from './look.ts';
import { allDone, measureIn, type Session, stateText } from './session.ts';
import { wantedFrom } from './wanted.ts';

export const list = async (target: string | undefined, session: Session): Promise<number> => {
  const { language, os, screen, isJson, config } = session;
  const words = fixWords(language);
  const all = await allChecks();
  const wanted = wantedFrom(target, all, config.checks ?? checkIds);
  const checks = all.filter(({ id }) => wanted.modules.includes(id));
  const report = await measureIn(checks, session);
  const candidates = candidatesIn(report, checks, {
    ...(wanted.name !== undefined && { wanted: wanted.name }),
    language,
    os,
  });
  const done = await allDone();
  if (isJson) {
    await print(`${forJson({ can: candidates.map(planJson), done: done.map(doneJson) }, 2)}\n`);
    return EXIT.ok;
  }
  const text = (content: string): readonly string[] => wrap(content, screen.width, '    ', '  ');
  const lines = [
    heading(words.canTitle, screen.colour),
    '',
    ...(candidates.length === 0
      ? text(words.nothingOpen)
      : candidates.flatMap((one) => canLines(one, session))),
    '',
    heading(words.doneTitle, screen.colour),
    '',
    ...(done.length === 0 ? text(words.nothingDone) : []),
    ...done.flatMap((one) => [
      ...text(`${one.kept.id}: ${oneLine(one.kept.planned.title)} (${stateText(one, session)})`),
      ...(one.effect === undefined ? [] : text(words.effects[one.effect]).map((line) => `  ${line}`)),
      ...(one.back.length === 0 ? [] : text(words.canUndo(one.kept.id)).map((line) => `  ${line}`)),
    ]),
  ];
  await print(`${lines.join('\n')}\n`);
  return EXIT.ok;
};

const canLines = (
  { plan, title, finding }: Candidate,
  { language, screen, os }: Session,
): readonly string[] => {
  const words = fixWords(language);
  const kind =
    plan.way === 'person' ? words.byHandShort : words.riskWords[plan.way === 'run' ? plan.risk : 'example'];
  return [
    ...wrap(`${oneLine(title)} (${kind})`, screen.width, '    ', '  '),
    ...wrap(`${finding.code}: ${oneLine(finding.title)}`, screen.width, '      ', '    '),
    ...plan.steps.map((argv) => `      ${oneLine(typed(argv, os))}`),
  ];
};
