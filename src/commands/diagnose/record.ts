/** A diagnosis as a file: what was measured and answered, redacted, so that it can be walked again elsewhere. */
import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { AnyCheck, Language, Recording, Setting, Settings } from '../../contract.ts';
import { UserError } from '../../errors.ts';
import { EXIT } from '../../exit.ts';
import { local } from '../../host/local.ts';
import { replay } from '../../host/replay.ts';
import { diagnoseWords } from '../../language/diagnose.ts';
import { oneLine } from '../../output/untrusted.ts';
import { recordingFile } from '../../report/bundle/layout.ts';
import { contentOf } from '../../report/bundle/open.ts';
import { redactorFor } from '../../report/redact/for-checks.ts';
import { ownNames } from '../../report/redact/own.ts';
import type { RedactorOptions } from '../../report/redact/redactor.ts';
import { VERSION } from '../../version.ts';
import type { Partner, Said } from './partner.ts';
import type { TalkOptions, Tape } from './talk.ts';
import { notWritten } from './transcript.ts';

const said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), answer: z.string() }),
  z.object({ kind: z.enum(['unsure', 'back', 'leave', 'nobody']) }),
]);

const setting: z.ZodType<Setting> = z.lazy(() =>
  z.union([z.number(), z.string(), z.boolean(), z.array(setting), z.record(z.string(), setting)]),
);

const recordFile = z.object({
  recordVersion: z.literal(1),
  tool: z.string(),
  complaint: z.string(),
  language: z.enum(['en', 'ru']),
  settings: z.record(z.string(), z.record(z.string(), setting)),
  said: z.array(said),
  /** For each fix that was chosen whether it was run. */
  ran: z.array(z.boolean()),
  /** One for each time something was measured, each whole. */
  looks: z.array(recordingFile.shape.recording),
});

export type DiagnosisRecord = z.infer<typeof recordFile>;

export interface Recorder {
  readonly tape: Tape;
  readonly write: (
    complaint: string,
    checks: readonly AnyCheck[],
    settings: Readonly<Record<string, Settings>>,
    language: Language,
    redact: Omit<RedactorOptions, 'key'>,
  ) => Promise<void>;
}

export const recorder = (file: string): Recorder => {
  const answers: Said[] = [];
  const looks: Recording[] = [];
  const ran: boolean[] = [];
  return {
    tape: {
      said: (one) => void answers.push(one),
      looked: (recording) => void looks.push(recording),
      ran: (was) => void ran.push(was),
    },
    write: async (complaint, checks, settings, language, redact) => {
      const hide = redactorFor(checks, redact);
      hide.learn(await ownNames(local(), new AbortController().signal));
      for (const look of looks) hide.learn(look, settings);
      const record = {
        recordVersion: 1,
        tool: VERSION,
        complaint,
        language,
        settings: hide.json(settings),
        said: answers,
        ran,
        looks: looks.map((look) => hide.recording(look)),
      };
      const text = `${JSON.stringify(record)}\n`;
      const leaks = hide.leaksIn(text);
      if (leaks.length > 0) throw notWritten(file, new Error(diagnoseWords(language).leaks));
      try {
        writeFileSync(file, text, { mode: 0o600 });
      } catch (cause) {
        throw notWritten(file, cause);
      }
    },
  };
};

export const readRecord = (file: string): DiagnosisRecord => {
  try {
    return recordFile.parse(JSON.parse(contentOf(file).toString('utf8')));
  } catch (cause) {
    const why =
      cause instanceof z.ZodError
        ? (cause.issues[0]?.message ?? '')
        : cause instanceof Error
          ? cause.message
          : '';
    const say = (language: Language) => {
      const words = diagnoseWords(language);
      return { message: words.badRecord(oneLine(file), oneLine(why)), hint: words.badRecordHint };
    };
    const { message, hint } = say('en');
    throw new UserError('E_RECORD', message, hint, { exitCode: EXIT.usage, ru: say('ru'), cause });
  }
};

/** Says what was said, in its order; then nobody is there any more. */
export const replayed = ({ said: answers }: DiagnosisRecord, partner: Partner): Partner => {
  const next = inOrder(answers);
  return { ...partner, ask: async () => next() ?? { kind: 'nobody' }, choose: async () => undefined };
};

/** The machine as it was at each look, and what became of each fix: nothing is measured or run here. */
export const recordedIn = ({ looks, ran }: DiagnosisRecord): Pick<TalkOptions, 'machine' | 'repair'> => {
  const nextLook = inOrder(looks);
  const nextRun = inOrder(ran);
  let look = looks.at(-1);
  return {
    machine: () => {
      // A look that was never taken sees what the last one saw.
      look = nextLook() ?? look;
      // The file's shape was held against the bundle's own schema.
      return replay((look ?? { os: 'other', entries: {} }) as Recording);
    },
    repair: async () => nextRun() ?? false,
  };
};

const inOrder = <T>(all: readonly T[]): (() => T | undefined) => {
  let next = 0;
  return () => all[next++];
};
