/** Another computer's report in the reader's language: words are made again from codes and values. */
import type { AnyCheck, Language } from '../contract.ts';
import { words } from '../language/language.ts';
import { guide, say } from './build.ts';
import type { Report, ReportCheck, ReportUnknown } from './model.ts';

/** What today's modules have no words for keeps those that arrived. */
export const retell = (report: Report, checks: readonly AnyCheck[], language: Language): Report => ({
  ...report,
  language,
  checks: report.checks.map((part) => {
    const check = checks.find(({ id }) => id === part.id);
    return check === undefined ? nameless(part) : retold(part, check, report.language, language);
  }),
});

const retold = (part: ReportCheck, check: AnyCheck, from: Language, language: Language): ReportCheck => ({
  ...part,
  name: check.messages[language].name,
  ...(part.status === 'ok' && { fine: check.messages[language].fine }),
  findings: part.findings.map((finding) => {
    const { code, severity, params, evidence } = finding;
    const said = say(check, { code, severity, params, evidence }, language);
    return { ...finding, ...(said.title === code ? arrived(finding) : said) };
  }),
  unknown: part.unknown.map((entry) => retoldUnknown(entry, from, language)),
  ...(part.advice !== undefined && {
    advice: part.advice.map((advice) => {
      const { title, steps } = guide(check, advice, language);
      return title === advice.id
        ? { ...advice, title: advice.title || title }
        : { ...advice, title, steps: [...steps] };
    }),
  }),
});

const nameless = (part: ReportCheck): ReportCheck => ({
  ...part,
  name: part.name || part.id,
  findings: part.findings.map((finding) => ({ ...finding, ...arrived(finding) })),
});

const arrived = ({ code, title, why, next }: ReportCheck['findings'][number]) => ({
  title: title || code,
  why,
  next,
});

/** The reason is ours to translate; what the machine said of it stays. */
const retoldUnknown = (entry: ReportUnknown, from: Language, language: Language): ReportUnknown => {
  const [before, now] = [words(from), words(language)];
  const reason = before.reasons[entry.reason];
  const why = entry.why.startsWith(reason)
    ? `${now.reasons[entry.reason]}${entry.why.slice(reason.length)}`
    : entry.why;
  const isSame = from === language && entry.remedy !== '';
  return { ...entry, why, remedy: isSame ? entry.remedy : now.remedies[entry.reason](entry.source) };
};
