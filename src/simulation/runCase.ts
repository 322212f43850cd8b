import type { Catalogue, RuleCase } from '../catalogue/index.ts';
import { simulateAverage } from './average.ts';
import { simulateEligibility } from './eligibility.ts';
import type { InputFault } from './inputFault.ts';
import { texts } from './texts.ts';

const say = texts.cases;

/** A case that was run: what it should have answered and didn't, a sentence each; empty when it holds. */
export type CaseOutcome = { readonly ruleCase: RuleCase; readonly differences: readonly string[] };

/** Asks the rules what the case asks, and compares what the case names. A case says its own day (`at`). */
export function runCase(catalogue: Catalogue, ruleCase: RuleCase): CaseOutcome {
  return {
    ruleCase,
    differences: ruleCase.asks === 'eligibility' ? eligibility(catalogue, ruleCase) : average(catalogue, ruleCase),
  };
}

/** Without a day of its own, a case would change its answer as days pass. */
const NO_DAY = Temporal.Instant.fromEpochMilliseconds(0);

function eligibility(catalogue: Catalogue, { question, expect }: RuleCase): readonly string[] {
  if (typeof question.at !== 'string') return [say.noDay];
  const asked = simulateEligibility(catalogue, question, NO_DAY);
  if (!asked.ok) return refusedAs(expect, asked.error);
  const { verdict, reasons, pieces } = asked.value;
  const met = new Map<string, boolean | null>(reasons.map((reason) => [reason.code, reason.met]));
  const codes = pieces.map(({ code }) => code);
  const missing = (expect.pieces ?? []).filter((code) => !codes.includes(code));
  const extra = expect.pieces === undefined ? [] : codes.filter((code) => expect.pieces?.includes(code) !== true);
  return [
    ...accepted(expect),
    ...unlike(say.verdict, expect.verdict, verdict, (grade) => say.verdicts[grade]),
    ...Object.entries(expect.reasons ?? {}).flatMap(([code, wanted]) => {
      const found = met.get(code);
      return found === wanted
        ? []
        : [say.unlike(say.reason(code), say.met(wanted), found === undefined ? say.absent : say.met(found))];
    }),
    ...(missing.length === 0 ? [] : [say.piecesMissing(missing)]),
    ...(extra.length === 0 ? [] : [say.piecesExtra(extra)]),
    ...foreign(expect, ['outcome', 'average', 'professionalAverage']),
  ];
}

function average(catalogue: Catalogue, { question, expect }: RuleCase): readonly string[] {
  const asked = simulateAverage(catalogue, question);
  if (!asked.ok) return refusedAs(expect, asked.error);
  return [
    ...accepted(expect),
    ...unlike(say.outcome, expect.outcome, asked.value.outcome, (outcome) => say.outcomes[outcome]),
    ...unlike(say.average, expect.average, asked.value.average?.decimal, withComma),
    ...unlike(say.professionalAverage, expect.professionalAverage, asked.value.professionalAverage?.decimal, withComma),
    ...foreign(expect, ['verdict', 'reasons', 'pieces']),
  ];
}

const withComma = (decimal: string): string => decimal.replace('.', ',');

function refusedAs(expect: RuleCase['expect'], faults: readonly InputFault[]): readonly string[] {
  return expect.refused === true ? [] : faults.map(({ path, message }) => say.impossible(path, message));
}

function accepted(expect: RuleCase['expect']): readonly string[] {
  return expect.refused === true ? [say.notRefused] : [];
}

function unlike<T extends string>(
  what: string,
  wanted: T | undefined,
  found: T | undefined,
  inWords: (value: T) => string,
): readonly string[] {
  if (wanted === undefined || wanted === found) return [];
  return [say.unlike(what, inWords(wanted), found === undefined ? say.absent : inWords(found))];
}

/** What the other kind of question answers can't be expected of this one. */
function foreign(expect: RuleCase['expect'], names: readonly (keyof RuleCase['expect'])[]): readonly string[] {
  return names.filter((name) => expect[name] !== undefined).map((name) => say.foreign(name));
}
