/** What is known about a question, as data. */
import type { AnyCheck, Language, Os } from '../../contract.ts';
import { complaintsOf, indexed } from '../../symptoms/all.ts';
import { findIn } from '../../symptoms/find.ts';
import { findFindings } from '../../symptoms/findings.ts';
import { type ComplaintArticle, complaintArticle, type FindingArticle, findingArticle } from './article.ts';

export type Answer =
  | { readonly kind: 'complaint'; readonly complaint: ComplaintArticle }
  | { readonly kind: 'finding'; readonly finding: FindingArticle }
  | { readonly kind: 'several'; readonly candidates: readonly Named[] }
  | { readonly kind: 'nothing' };

/** A complaint's id or a finding's code: asking for it gives its article. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

const OFFERED = 3;
/** So many times the score of the next one is clear. */
const CLEARLY_AHEAD = 1.25;
/** Who asks what something is has read its name somewhere; who complains describes. */
const DEFINITION =
  /^\s*(?:what(?:'s| is| are| does)|whats|define|explain|meaning of|что (?:такое|значит|означает|это)|объясни|расскажи про)(?![\p{L}\p{N}])/iu;
const ERROR_CODE = /(?<![\p{L}\p{N}])0x[\da-f]{3,}(?![\p{L}\p{N}])/iu;

export const answerTo = (
  question: string,
  checks: readonly AnyCheck[],
  language: Language,
  os: Os,
): Answer => {
  const complaints = complaintsOf(checks);
  const named = complaints.find(({ symptom }) => symptom.id === question.trim().toLowerCase());
  if (named !== undefined)
    return { kind: 'complaint', complaint: complaintArticle(named, checks, language, os) };

  const article = (code: string): Answer => ({
    kind: 'finding',
    finding: findingArticle(code, checks, complaints, language, os),
  });
  const offer = (ids: readonly string[]): Answer => ({
    kind: 'several',
    candidates: ids.slice(0, OFFERED).map((id) => ({ id, name: nameOf(id) })),
  });
  const nameOf = (id: string): string =>
    complaints.find(({ symptom }) => symptom.id === id)?.words[language].name ??
    checks.flatMap(({ messages }) => messages[language].findings[id]?.name ?? [])[0] ??
    id;

  const findings = findFindings(checks, question);
  const [first, second] = findings;
  const isClear = first !== undefined && first.score >= (second?.score ?? 0) * CLEARLY_AHEAD;
  const asksForFinding =
    DEFINITION.test(question) || ERROR_CODE.test(question) || first?.code === question.trim().toLowerCase();
  if (first !== undefined && asksForFinding) {
    return isClear ? article(first.code) : offer(findings.map(({ code }) => code));
  }

  const { sure, candidates } = findIn(indexed(complaints), question);
  const possible = candidates.flatMap(({ id }) => complaints.filter(({ symptom }) => symptom.id === id));
  const [only, other] = possible;
  if (only !== undefined && (sure === only.symptom.id || other === undefined)) {
    return { kind: 'complaint', complaint: complaintArticle(only, checks, language, os) };
  }
  if (possible.length > 0) return offer(possible.map(({ symptom }) => symptom.id));
  if (first === undefined) return { kind: 'nothing' };
  return isClear ? article(first.code) : offer(findings.map(({ code }) => code));
};
