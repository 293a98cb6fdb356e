/** The desks that the configuration names. */
import type { Config } from '../../config/load.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { ticketWords } from '../../language/ticket.ts';
import { oneLine } from '../../output/untrusted.ts';
import type { Desk } from '../../ticket/desk.ts';
import { makeDesk } from '../../ticket/desks.ts';
import type { Entry } from '../../ticket/outbox.ts';
import { VERSION } from '../../version.ts';

export interface ConfiguredDesk {
  /** In the configuration. */
  readonly name: string;
  readonly desk: Desk;
}

export const environment = { env: process.env, toolVersion: VERSION } as const;

/** `named`, or the first one; nothing where none is configured. */
export const configuredDesk = async (
  { desks = {} }: Config,
  named?: string,
): Promise<ConfiguredDesk | undefined> => {
  const [name, settings] = Object.entries(desks).find(([one]) => named === undefined || one === named) ?? [];
  if (name !== undefined && settings !== undefined) {
    return { name, desk: await makeDesk(settings, environment) };
  }
  if (named !== undefined) throw noSuchDesk(named, Object.keys(desks));
  return undefined;
};

/** All of them, each with the tickets that are its own. */
export const allDesks = async ({ desks = {} }: Config): Promise<readonly ConfiguredDesk[]> =>
  Promise.all(
    Object.entries(desks).map(async ([name, settings]) => ({
      name,
      desk: await makeDesk(settings, environment),
    })),
  );

/** What was made before there were names goes to the first one. */
export const isFor =
  (name: string, { desks = {} }: Config) =>
  (entry: Pick<Entry, 'desk'>): boolean =>
    (entry.desk ?? Object.keys(desks)[0]) === name;

/** The one that a ticket was made for; nothing where it is no longer configured. */
export const deskOf = (entry: Pick<Entry, 'desk'>, config: Config): Promise<ConfiguredDesk | undefined> => {
  const isKnown = entry.desk === undefined || Object.hasOwn(config.desks ?? {}, entry.desk);
  return isKnown ? configuredDesk(config, entry.desk) : Promise.resolve(undefined);
};

export const noSuchDesk = (name: string, known: readonly string[]): UserError => {
  const [en, ru] = [ticketWords('en'), ticketWords('ru')];
  const list = known.join(', ');
  return new UserError('E_DESK', en.noSuchDesk(oneLine(name)), en.noSuchDeskHint(list), {
    exitCode: EXIT.usage,
    ru: { message: ru.noSuchDesk(oneLine(name)), hint: ru.noSuchDeskHint(list) },
  });
};
