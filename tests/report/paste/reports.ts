/** Twenty reports of whole computers, half of them in Russian. */
import { checkIds, loadCheck } from '../../../checks/index.ts';
import { examine } from '../../../src/examine.ts';
import { forJson } from '../../../src/output/untrusted.ts';
import { type Report, report as reportSchema } from '../../../src/report/model.ts';
import { machines } from '../../machines/index.ts';

export const checks = await Promise.all(checkIds.map(loadCheck));

const broken = machines.filter(({ fault }) => fault !== undefined);
const chosen = [...broken, ...machines.filter((machine) => !broken.includes(machine))].slice(0, 20);

export const reports: readonly { readonly name: string; readonly report: Report }[] = await Promise.all(
  chosen.map(async ({ name, host, settings = {} }, at) => {
    const language = at % 2 === 0 ? 'en' : 'ru';
    const { report } = await examine({ checks, settings, host: host(), language, version: '1.2.3' });
    // As it is in report.json.
    return { name, report: reportSchema.parse(JSON.parse(forJson(report))) };
  }),
);
