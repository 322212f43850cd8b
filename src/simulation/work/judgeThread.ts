import { type Catalogue, type CopiedCatalogue, catalogueOf } from '../../catalogue/index.ts';
import type { Result } from '../../platform/result.ts';
import { type AverageSimulation, simulateAverage } from '../average.ts';
import { type EligibilitySimulation, simulateEligibility } from '../eligibility.ts';
import type { InputFault } from '../inputFault.ts';

/** What the thread is asked. The catalogue goes by its number, whole only once the thread said that it doesn't know it. */
export type JudgeOrder = {
  readonly catalogue: number;
  readonly whole: CopiedCatalogue | null;
  /** An instant as text; null asks for an average, which no day changes. */
  readonly now: string | null;
  readonly question: unknown;
};

/** null: the catalogue of that number isn't known here. */
export type JudgeAnswer = Result<EligibilitySimulation | AverageSimulation, readonly InputFault[]> | null;

/** The rules in force, and those before for whoever still asks by them. */
const REMEMBERED = 2;
const known = new Map<number, Catalogue>();

export default function judge({ catalogue: number, whole, now, question }: JudgeOrder): JudgeAnswer {
  if (whole !== null) {
    known.set(number, catalogueOf(whole));
    for (const old of [...known.keys()].slice(0, -REMEMBERED)) known.delete(old);
  }
  const catalogue = known.get(number);
  if (catalogue === undefined) return null;
  return now === null
    ? simulateAverage(catalogue, question)
    : simulateEligibility(catalogue, question, Temporal.Instant.from(now));
}
