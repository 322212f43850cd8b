import { displayName } from '../accounts/index.ts';
import { type Exam, passMarksOf } from '../catalogue/index.ts';
import { whereOf } from '../enrolment/index.ts';
import { lastDayToAppeal } from '../law/index.ts';
import { contestBlock, type PaperBlock, resultContent } from '../papers/index.ts';
import { parisDay } from '../platform/time.ts';
import type { About } from '../post/index.ts';
import { decimal } from '../results/index.ts';
import { markInWords } from '../ui/index.ts';
import { keptRulesOf } from './keptRules.ts';
import type { Result, ResultUnit } from './publication.ts';
import { type ResultReader, resultTexts as say } from './resultTexts.ts';
import { blocksOf } from './rules/blocks.ts';
import { keptMarks } from './rules/keptMarks.ts';
import { unitsToResit } from './rules/resit.ts';
import { sumOf } from './rules/sum.ts';

function namedBy({
  candidate,
  exam,
  speciality,
  session,
}: Pick<About, 'candidate' | 'exam' | 'speciality' | 'session'>): ResultReader {
  return { civility: candidate.civility, exam, speciality: speciality.name, session: session.label };
}

/** The average in words, and what it must reach; or why there is none. */
export function averageInWords(exam: About['exam'], result: Result): readonly string[] {
  const pass = passMarksOf(exam);
  const { average, professionalAverage, units, decision } = result;
  const [all, professional] = [
    average === null ? null : say.average(decimal(average), pass.average),
    professionalAverage === null || pass.professional === null
      ? null
      : say.professional(decimal(professionalAverage), pass.professional),
  ];
  const none =
    average !== null || decision === 'NOT_JUDGED'
      ? null
      : units.some(({ outcome, optional }) => outcome === 'absent' && !optional)
        ? say.absent
        : units.some(({ why, optional }) => why === 'withheld' && !optional)
          ? say.leftOut
          : decision === 'ADMITTED'
            ? say.allExempted
            : null;
  return [all, professional, none].filter((one) => one !== null);
}

/** What is sat again, and the sentence above it; null: nothing is to be said of it. */
export function againOf(
  exam: Pick<Exam, 'credits'>,
  result: Result,
): { readonly sentence: string; readonly units: readonly ResultUnit[] } | null {
  const rules = keptRulesOf(exam);
  const units = unitsToResit(result, rules);
  if (units.length === 0) return null;
  return { sentence: say.again(rules.keptFrom, keptMarks(result, rules).length > 0), units };
}

/** « 240 points, divisés par 24… » */
export function sumInWords(result: Result): string | null {
  const sum = sumOf(result);
  return sum === null || result.average === null
    ? null
    : say.sum({
        points: markInWords(sum.halfPoints),
        divisor: markInWords(2 * sum.divisor),
        average: decimal(result.average),
      });
}

function unitsTable({ units }: Result): PaperBlock {
  return {
    type: 'table',
    title: say.units,
    head: say.head,
    rows: units.map((unit) => {
      const about = say.about(unit);
      return [
        about === '' ? say.unit(unit) : `${say.unit(unit)}, ${about}`,
        say.mark(unit),
        say.coefficient(unit),
        say.points(unit),
      ];
    }),
  };
}

type Written = {
  readonly about: About;
  readonly result: Result;
  readonly changeReason: string | null;
  /** The second of its publication, from which the delays against it run. */
  readonly announcedAt: Temporal.Instant;
  readonly now: Temporal.Instant;
};

/** *Relevé de notes*. */
export function transcriptContent({
  about,
  result,
  changeReason,
  announcedAt,
  now,
}: Written): ReturnType<typeof resultContent> {
  const of = { ...namedBy(about), name: displayName(about.candidate) };
  const sum = sumInWords(result);
  const again = againOf(about.exam, result);
  return resultContent(
    about,
    'transcript',
    [
      {
        type: 'text',
        title: null,
        paragraphs: [
          say.papers.transcript(of, result),
          say.record(result),
          ...(changeReason === null ? [] : [say.papers.replaces(changeReason)]),
        ],
      },
      unitsTable(result),
      {
        type: 'text',
        title: say.papers.averageTitle,
        paragraphs: [...averageInWords(about.exam, result), ...(sum === null ? [] : [sum])],
      },
      ...(again === null
        ? []
        : [
            {
              type: 'text',
              title: say.toResit.title,
              paragraphs: [again.sentence, ...again.units.map((unit) => say.unit(unit))],
            } as const,
          ]),
      ...(result.decision === 'ADMITTED' ? [] : [jurysBlock(about, announcedAt)]),
    ],
    now,
  );
}

/** How the jury's result is contested, and until which day. */
function jurysBlock(about: About, announcedAt: Temporal.Instant): PaperBlock {
  const until = lastDayToAppeal(parisDay(announcedAt), whereOf(about.academy, about.enrolment));
  return contestBlock(about, { until, author: 'jury' });
}

/** *Attestation de réussite*. */
export function successContent({ about, result, now }: Written): ReturnType<typeof resultContent> {
  const of = { ...namedBy(about), name: displayName(about.candidate) };
  const paragraphs = [say.papers.success(of), say.record(result), say.papers.successValue];
  return resultContent(about, 'success', [{ type: 'text', title: null, paragraphs }], now);
}

/** *Attestation de blocs de compétences*: the units at the pass mark or above of who isn't admitted (D337-107). */
export function blocksContent({ about, result, now }: Written): ReturnType<typeof resultContent> {
  const of = { ...namedBy(about), name: displayName(about.candidate) };
  return resultContent(
    about,
    'blocks',
    [
      { type: 'text', title: null, paragraphs: [say.papers.blocks(of), say.record(result)] },
      {
        type: 'table',
        title: say.papers.blocksTitle,
        head: say.papers.blocksHead,
        rows: blocksOf(result).map((unit) => [say.unit(unit), say.mark(unit)]),
      },
      { type: 'text', title: null, paragraphs: [say.papers.blocksValue] },
    ],
    now,
  );
}
