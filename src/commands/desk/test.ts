/** `desk test`: asks the desk who we are there and what it takes, and shows the request that would file a ticket. */
import type { Language } from '../../contract.ts';
import { EXIT } from '../../exit.ts';
import { deskWords } from '../../language/desk.ts';
import { reportWords } from '../../language/report.ts';
import { forTerminal, oneLine } from '../../output/untrusted.ts';
import type { Desk } from '../../ticket/desk.ts';
import { makeTicket } from '../../ticket/model.ts';
import { sayTrouble } from '../../ticket/words.ts';
import { VERSION } from '../../version.ts';
import { watchInterrupts } from '../check/interrupt.ts';
import type { Context } from '../context.ts';
import { print, printError } from '../print.ts';
import { setUp } from '../setup.ts';
import { allDesks, noSuchDesk } from '../ticket/desk.ts';

export const test = async (named: string | undefined, context: Context): Promise<number> => {
  const { config, language } = await setUp(context);
  const interrupt = watchInterrupts();
  const all = await allDesks(config);
  const meant = all.filter(({ name }) => named === undefined || name === named);
  if (named !== undefined && meant.length === 0) throw noSuchDesk(named, Object.keys(config.desks ?? {}));
  if (meant.length === 0) await print(`${deskWords(language).none}\n`);
  let worst: number = meant.length === 0 ? EXIT.warning : EXIT.ok;
  for (const { name, desk } of meant) {
    await print(`${oneLine(`${name}: ${desk.target}`)}\n`);
    worst = Math.max(worst, await tryOut(desk, language, interrupt.signal));
    await print(`${dryRun(desk, language)}\n`);
  }
  return interrupt.status() ?? worst;
};

/** 0: it can be used as far as that can be asked; 2: it cannot; 3: nobody can tell without filing a ticket. */
export const tryOut = async (desk: Desk, language: Language, signal: AbortSignal): Promise<number> => {
  const words = deskWords(language);
  if (desk.check === undefined) {
    await print(`  ${words.untested}\n`);
    return EXIT.unknown;
  }
  await printError(words.testing(desk.target));
  const checked = await desk.check({ signal });
  if (checked.status === 'failed') {
    // Its title alone: the rest is about a ticket that waits.
    const { code, detail } = checked.failure;
    await print(`  ${oneLine(sayTrouble(language, code, { target: desk.target, detail }).title)}\n`);
    return EXIT.critical;
  }
  const { user = '', attachmentLimit, remarks } = checked.value;
  const lines = [
    words.reachable(oneLine(user)),
    ...(attachmentLimit === undefined ? [] : [words.limit(reportWords(language).size(attachmentLimit))]),
    ...remarks.map(({ code, detail }) =>
      [words.remarks[code], ...(detail === '' ? [] : [`(${oneLine(detail)})`])].join(' '),
    ),
  ];
  await print(`${lines.map((line) => `  ${line}`).join('\n')}\n`);
  const isBlind = remarks.some(({ code }) => code === 'no-key-field');
  return isBlind ? EXIT.warning : EXIT.ok;
};

/** With a made-up ticket. */
export const dryRun = (desk: Desk, language: Language): string => {
  const ticket = makeTicket(
    {
      subject: 'techsupport: test',
      description: '',
      complaint: '',
      language,
      verdict: { status: 'ok', rootCauses: [] },
      tried: [],
      toolVersion: VERSION,
    },
    Date.now(),
  );
  const { method, url, headers, body } = desk.preview(ticket);
  return forTerminal(
    [
      deskWords(language).dryRun,
      `${method} ${url}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      JSON.stringify(body, undefined, 2),
    ].join('\n'),
  );
};
