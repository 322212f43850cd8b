import type { Dossier } from './dossier.ts';
import type { AnsweredStep } from './enrolment.ts';
import type { CompleteReview } from './review.ts';
import type { SummaryLine } from './steps/step.ts';
import { STEPS, stepNamed } from './steps/steps.ts';

/** A block of the summary, of the confirmation page and of the PDF: one source for the three. */
export type SummaryBlock = {
  readonly step: AnsweredStep;
  readonly title: string;
  readonly lines: readonly SummaryLine[];
};

/**
 * Every datum of an enrolment in words, by step, as the office reads it and as it is signed: without what was said of one's
 * health.
 */
export function summaryOf(dossier: Dossier, review: CompleteReview): readonly SummaryBlock[] {
  return ownSummaryOf(dossier, review).map((block) => ({ ...block, lines: block.lines.filter(isSigned(block.step)) }));
}

/** As its candidate reads it: with what they said of their health, last. */
export function ownSummaryOf(dossier: Dossier, review: CompleteReview): readonly SummaryBlock[] {
  return STEPS.map((step) => {
    const lines = step.open(dossier, review)?.lines() ?? [];
    const isPrinted = isSigned(step.name);
    const own = lines.filter((line) => !isPrinted(line));
    return { step: step.name, title: step.title, lines: [...lines.filter(isPrinted), ...own] };
  });
}

function isSigned(step: AnsweredStep): (line: SummaryLine) => boolean {
  const { unsigned } = stepNamed(step);
  return ({ name }) => !unsigned.some((field) => field.name === name);
}

/** The lines of one summary whose words differ in another: what a modification changes. */
export function changedLines(
  before: readonly SummaryBlock[],
  after: readonly SummaryBlock[],
): ReadonlyMap<string, string> {
  const known = new Map(
    before.flatMap((block) => block.lines.map(({ name, value }) => [`${block.step} ${name}`, value])),
  );
  const changed = after.flatMap((block) =>
    block.lines
      .filter(({ name, value }) => known.get(`${block.step} ${name}`) !== value)
      .map(({ name }) => `${block.step} ${name}`),
  );
  const gone = [...known.keys()].filter(
    (key) => !after.some((block) => block.lines.some(({ name }) => `${block.step} ${name}` === key)),
  );
  return new Map([...changed, ...gone].map((key) => [key, known.get(key) ?? '']));
}
