/** A report in the form that was asked for. */
import type { Report, Status } from '../../report/model.ts';
import type { PageOptions } from '../../report/page.tsx';
import type { CheckOptions } from '../check.ts';
import { screenOf } from '../terminal.ts';

interface Options extends Pick<CheckOptions, 'format' | 'output' | 'verbose'> {
  /** Modules that were asked for by name. */
  readonly named?: readonly string[];
  /** What the report rests on, for a form that shows it. */
  readonly shown?: PageOptions;
}

/** Only the form that was asked for is loaded. */
export const formatted = async (report: Report, status: Status, options: Options): Promise<string> => {
  switch (options.format) {
    case 'json':
      return (await import('../../output/json.ts')).toJson(report);
    case 'junit':
      return (await import('../../output/junit.ts')).toJunit(report);
    case 'nagios':
      return (await import('../../output/nagios.ts')).toNagios(report, status);
    case 'html':
      return (await import('../../report/page.tsx')).page(report, options.shown);
    case 'text': {
      const { toText } = await import('../../output/text.ts');
      const screen = options.output === undefined ? screenOf(process.stdout, process.env) : {};
      return toText(report, { ...screen, verbose: options.verbose === true, adviceOf: options.named ?? [] });
    }
  }
};
