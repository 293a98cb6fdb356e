/** What the checks know of a complaint or a finding, put together. */
import type { AnyCheck, Fix, Language, Likelihood, Opening, Os } from '../../contract.ts';
import type { Complaint } from '../../symptoms/all.ts';

export interface Cause {
  readonly code: string;
  readonly name: string;
  readonly likelihood: Likelihood;
  readonly means: string;
  readonly reference: string;
}

export interface Remedy {
  readonly id: string;
  readonly title: string;
  /** The causes it is for. */
  readonly for: readonly string[];
  readonly needs: Fix['needs'];
  readonly risk: 'none' | 'some' | 'high';
  readonly seconds?: number;
  readonly opening?: Opening;
  readonly away?: true;
}

export interface ComplaintArticle {
  readonly id: string;
  readonly name: string;
  /** The likeliest first. */
  readonly causes: readonly Cause[];
  /** The least invasive first: of the likeliest causes only. */
  readonly steps: readonly Remedy[];
  /** How many more there are, for causes that are less likely. */
  readonly furtherSteps: number;
  readonly measures: readonly { readonly module: string; readonly name: string }[];
  readonly next: string;
}

export interface FindingArticle {
  readonly code: string;
  readonly name: string;
  readonly means: string;
  readonly found: string;
  readonly steps: readonly Remedy[];
  /** Complaints it may be behind. */
  readonly complaints: readonly { readonly id: string; readonly name: string }[];
  readonly reference: string;
  readonly next: string;
}

const LIKELIEST_FIRST: readonly Likelihood[] = ['usual', 'common', 'uncommon', 'rare'];
/** Whoever tries everything at once does not know what helped. */
const TRIED_CAUSES = 5;
const TRIED_STEPS = 7;

export const complaintArticle = (
  { symptom, check, words }: Complaint,
  checks: readonly AnyCheck[],
  language: Language,
  os: Os,
): ComplaintArticle => {
  const causes = Object.entries(symptom.suspects)
    .flatMap(([code, likelihood]) => causeOf(code, likelihood, checks, language))
    .sort((a, b) => LIKELIEST_FIRST.indexOf(a.likelihood) - LIKELIEST_FIRST.indexOf(b.likelihood));
  const codes = causes.map(({ code }) => code);
  const likeliest = remediesFor(codes.slice(0, TRIED_CAUSES), checks, language, os);
  const steps = likeliest.slice(0, TRIED_STEPS);
  const looked = [check.id, ...symptom.with.filter((id) => id !== check.id)];
  return {
    id: symptom.id,
    name: words[language].name,
    causes,
    steps,
    furtherSteps: remediesFor(codes, checks, language, os).length - steps.length,
    measures: looked.flatMap((id) =>
      checks
        .filter((one) => one.id === id)
        .map(({ messages }) => ({ module: id, name: messages[language].name })),
    ),
    next: `techsupport diagnose ${symptom.id}`,
  };
};

export const findingArticle = (
  code: string,
  checks: readonly AnyCheck[],
  complaints: readonly Complaint[],
  language: Language,
  os: Os,
): FindingArticle => {
  const check = ownerOf(code, checks);
  const finding = check?.messages[language].findings[code];
  return {
    code,
    name: finding?.name ?? code,
    means: finding?.means ?? '',
    found: finding?.found ?? '',
    steps: remediesFor([code], checks, language, os),
    complaints: complaints
      .filter(({ symptom }) => Object.hasOwn(symptom.suspects, code))
      .map(({ symptom, words }) => ({ id: symptom.id, name: words[language].name })),
    reference: check?.catalogue[code]?.reference ?? '',
    next: `techsupport check ${check?.id ?? ''}`.trim(),
  };
};

const causeOf = (
  code: string,
  likelihood: Likelihood,
  checks: readonly AnyCheck[],
  language: Language,
): readonly Cause[] => {
  const check = ownerOf(code, checks);
  const finding = check?.messages[language].findings[code];
  if (check === undefined || finding === undefined) return [];
  const { name, means } = finding;
  return [{ code, name, likelihood, means, reference: check.catalogue[code]?.reference ?? '' }];
};

/** Each title once: the same step may be one fix for each system. */
const remediesFor = (
  codes: readonly string[],
  checks: readonly AnyCheck[],
  language: Language,
  os: Os,
): readonly Remedy[] => {
  const all = checks.flatMap(({ fixes, messages }) =>
    fixes
      .filter((fix) => fix.os.includes(os) && fix.for.some((code) => codes.includes(code)))
      .map((fix) => remedyOf(fix, messages[language].fixes[fix.id]?.title ?? fix.id, codes)),
  );
  const titles = new Map(all.toReversed().map((remedy) => [remedy.title, remedy]));
  return all
    .filter((remedy) => titles.get(remedy.title) === remedy)
    .sort((a, b) => invasive(a) - invasive(b));
};

const remedyOf = (fix: Fix, title: string, codes: readonly string[]): Remedy => ({
  id: fix.id,
  title,
  for: fix.for.filter((code) => codes.includes(code)),
  needs: fix.needs,
  risk: fix.cost?.risk ?? 'none',
  ...(fix.cost !== undefined && { seconds: fix.cost.seconds }),
  ...(fix.cost?.opening !== undefined && { opening: fix.cost.opening }),
  ...(fix.cost?.away !== undefined && { away: fix.cost.away }),
});

const RISK = { none: 0, some: 2, high: 4 } as const;
const OPENING = { restart: 1, 'safe-mode': 2, case: 3 } as const;
/** Of the same weight the quicker one; one without figures takes its time. */
const UNKNOWN_SECONDS = 900;
const DAY_SECONDS = 86_400;

const invasive = ({ risk, opening, needs, seconds = UNKNOWN_SECONDS }: Remedy): number =>
  RISK[risk] +
  (opening === undefined ? 0 : OPENING[opening]) +
  (needs === 'root' ? 0.5 : 0) +
  Math.min(seconds, DAY_SECONDS) / DAY_SECONDS / 4;

const ownerOf = (code: string, checks: readonly AnyCheck[]): AnyCheck | undefined =>
  checks.find(({ messages }) => Object.hasOwn(messages.en.findings, code));
