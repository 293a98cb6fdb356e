/** `fix space`: what may go, how much each frees, and what was really freed. */
import { z } from 'zod';
import { EXIT } from '../../exit.ts';
import type { Look } from '../../fix/effect.ts';
import { modulesFor } from '../../fix/guards.ts';
import { type Outcome, runPlan } from '../../fix/run.ts';
import { RECLAIMABLE, type SpaceChoice, spaceChoices } from '../../fix/space.ts';
import { local } from '../../host/local.ts';
import { fixWords } from '../../language/fix.ts';
import { forJson, oneLine } from '../../output/untrusted.ts';
import { wrap } from '../../output/wrap.ts';
import type { Report } from '../../report/model.ts';
import { print, printError } from '../print.ts';
import { actHere } from './here.ts';
import { allChecks, situationNow } from './look.ts';
import { confirm, measureIn, type Session, tellIn } from './session.ts';
import { commandLines } from './show.ts';
import { outcomeLines } from './tell.ts';

export const space = async (isDry: boolean, session: Session): Promise<number> => {
  const { language, os, isJson, person, mayRun, interrupt } = session;
  const words = fixWords(language);
  const modules = ['disk-space', ...modulesFor(['packages'])];
  const report = await measureIn(
    (await allChecks()).filter(({ id }) => modules.includes(id)),
    evenLittle(session),
  );
  const choices = spaceChoices(itemsIn(report), os);
  if (!isJson || choices.length === 0) {
    const lines = choices.length === 0 ? [words.nothingToFree] : choices.map((one) => line(one, session));
    if (!isJson)
      await print(`${lines.flatMap((text) => wrap(text, session.screen.width, '    ')).join('\n')}\n`);
  }
  const can = choices.filter((one) => one.plan !== undefined);
  const chosen =
    isDry || can.length === 0
      ? []
      : mayRun
        ? can.filter(({ plan }) => plan?.risk === 'safe')
        : person === undefined
          ? []
          : await choose(can, session);
  if (chosen === undefined) return EXIT.interrupted;
  const situation = await situationNow(report, interrupt.signal);
  const results: { readonly choice: SpaceChoice; readonly outcome: Outcome; readonly freedBytes: number }[] =
    [];
  if (chosen.length > 0 && person !== undefined) {
    for (const { plan } of chosen) {
      if (plan !== undefined) await printError(commandLines(plan.steps, plan, session.rights).join('\n'));
    }
    if ((await confirm(session, words.agree)) !== true) {
      await print(`${words.declined}\n`);
      return EXIT.warning;
    }
  }
  for (const choice of chosen) {
    const { plan, item } = choice;
    if (plan === undefined || interrupt.signal.aborted) continue;
    const before = await freeAt(item.path);
    const outcome = await runPlan(
      plan,
      {
        // The whole list was agreed to; only what a guard asks is still open.
        ...(person !== undefined && {
          ask: async (question) =>
            question.kind === 'consent'
              ? true
              : confirm(
                  session,
                  `${words.guards[question.guard.id][question.guard.because]} ${words.guards[question.guard.id].ask}`,
                ),
        }),
        tell: tellIn(session),
        act: actHere,
        look: async () => lookAt(item.path, await freeAt(item.path), before),
        rights: session.rights,
        situation,
        signal: interrupt.signal,
      },
      { title: words.spaceOf(item.path), before: lookAt(item.path, before, undefined), patienceMs: 0 },
    );
    const freedBytes = Math.max(0, ((await freeAt(item.path)) ?? 0) - (before ?? 0));
    results.push({ choice, outcome, freedBytes });
    if (isJson) continue;
    const told =
      outcome.kind === 'ran' ? [words.freed(sizeText(freedBytes, session))] : outcomeLines(outcome, language);
    await print(`${oneLine(item.path)}: ${told.join(' ')}\n`);
  }
  if (isJson)
    await print(
      `${forJson({ space: choices.map(asJson), freed: results.map(({ choice, outcome, freedBytes }) => ({ path: choice.item.path, outcome, freedBytes })) }, 2)}\n`,
    );
  if (results.some(({ outcome }) => outcome.kind === 'ran' && outcome.ended !== 'all')) return EXIT.critical;
  const freed = results.reduce((sum, { freedBytes }) => sum + freedBytes, 0);
  return isDry || choices.length === 0 || freed > 0 ? EXIT.ok : EXIT.warning;
};

/** Who asks for it wants to see everything, not only what is worth telling unasked. */
const evenLittle = (session: Session): Session => {
  const { settings } = session.config;
  const disk = { ...settings['disk-space'], reclaimableGib: 0 };
  return { ...session, config: { ...session.config, settings: { ...settings, 'disk-space': disk } } };
};

const items = z.array(z.object({ kind: z.string(), path: z.string(), bytes: z.number() }));

const itemsIn = ({ checks }: Report) =>
  checks
    .flatMap(({ findings }) => findings)
    .filter(({ code }) => code === RECLAIMABLE)
    .flatMap(({ params }) => {
      const read = items.safeParse(params.items);
      return read.success ? read.data : [];
    });

const asJson = ({ item, plan }: SpaceChoice) => ({
  ...item,
  risk: plan?.risk ?? 'person',
  commands: plan?.steps ?? [],
});

const sizeText = (bytes: number, { language }: Session): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1, style: 'unit', unit: 'megabyte' }).format(
    bytes / 1e6,
  );

const line = ({ item, plan }: SpaceChoice, session: Session): string => {
  const words = fixWords(session.language);
  const kind = plan === undefined ? words.byHandShort : words.riskWords[plan.risk];
  return `${sizeText(item.bytes, session)}  ${oneLine(item.path)} (${kind})`;
};

/** Each is switched on and off by choosing it; nothing where the person left. */
const choose = async (
  choices: readonly SpaceChoice[],
  session: Session,
): Promise<readonly SpaceChoice[] | undefined> => {
  const words = fixWords(session.language);
  const on = new Set(choices.filter(({ plan }) => plan?.risk === 'safe'));
  for (;;) {
    const answer = await session.person?.choose(words.chooseSpace, [
      ...choices.map((one, at) => ({
        id: String(at + 1),
        name: `[${on.has(one) ? 'x' : ' '}] ${line(one, session)}`,
      })),
      { id: 'free', name: words.freeChosen },
    ]);
    if (answer === undefined) return undefined;
    const one = choices[Number(answer) - 1];
    if (one === undefined) return choices.filter((each) => on.has(each));
    if (!on.delete(one)) on.add(one);
  }
};

const SPACE_MS = 3000;

const freeAt = async (path: string): Promise<number | undefined> => {
  const limits = { timeoutMs: SPACE_MS, signal: AbortSignal.timeout(SPACE_MS) };
  const answer = await local().ask('space.now', { kind: 'space', path, apart: true }, limits);
  return answer.status === 'ok' && 'availableBytes' in answer.raw ? answer.raw.availableBytes : undefined;
};

/** What was to be freed is there until more is free than before. */
const lookAt = (path: string, free: number | undefined, before: number | undefined): Look => ({
  findings:
    free !== undefined && before !== undefined && free > before
      ? []
      : [{ code: RECLAIMABLE, subject: path, severity: 'info', params: {}, evidence: [] }],
  blind: new Set(free === undefined ? ['disk-space'] : []),
  unread: new Set(),
});
