import {
  type Body,
  defineField,
  frenchDate,
  numericDay,
  printedLine,
  type Rule,
  type Typed,
  tickedOrNot,
} from '../../../ui/index.ts';
import { beganTooEarly, fourteenth } from '../../rules/workPeriods.ts';
import type { RepeatedFields } from '../questions.ts';
import { checkAbout, type KnownAnswers, textIn, valueIn } from '../reading.ts';
import type { SummaryLine } from '../step.ts';
import { texts as say } from './jobTexts.ts';

/** Rows shown at first, and the most that the two pages of the confirmation can hold. */
export const FIRST_ROWS = 2;
export const MOST_ROWS = 10;

/** The button that shows one row more. */
export const MORE_JOBS = 'ajouter';

/** A job as declared: the period that counts, and what the employer's certificate must say. */
export type DeclaredJob = {
  readonly employer: string;
  readonly job: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate | null;
  readonly partTime: boolean;
};

type JobFields = ReturnType<typeof makeJobFields>;

function makeJobFields(row: number) {
  return {
    employer: defineField({
      name: `employer${row}`,
      label: say.employer,
      control: 'text',
      width: 30,
      missing: say.employerMissing(row),
      check: checkAbout(say.legend(row), printedLine(80)),
    }),
    job: defineField({
      name: `job${row}`,
      label: say.job,
      control: 'text',
      width: 30,
      missing: say.jobMissing(row),
      check: checkAbout(say.legend(row), printedLine(80)),
    }),
    from: defineField({
      name: `from${row}`,
      label: say.from,
      example: '01/09/2021',
      control: 'date',
      inputMode: 'numeric',
      width: 12,
      missing: say.fromMissing(row),
      check: checkAbout(say.legend(row), frenchDate()),
    }),
    to: defineField({
      name: `to${row}`,
      label: say.to,
      hint: say.toHint,
      control: 'date',
      inputMode: 'numeric',
      width: 12,
      optional: true,
      check: checkAbout(say.legend(row), frenchDate()),
    }),
    partTime: defineField({
      name: `partTime${row}`,
      label: say.partTime,
      control: 'checkbox',
      optional: true,
      check: tickedOrNot(),
    }),
  } as const;
}

const ROWS: readonly JobFields[] = Array.from({ length: MOST_ROWS }, (_, index) => makeJobFields(index + 1));

/** The fields of the n-th job, from 1; their names end with its number. */
export function jobFields(row: number): JobFields {
  const fields = ROWS[row - 1];
  if (fields === undefined) throw new RangeError(`There is no job ${row}`);
  return fields;
}

/** A job that begins after today, or before one could work, or ends before it began, is a slip of the pen. */
export function jobRules(
  row: number,
  today: Temporal.PlainDate,
  birthDate: Temporal.PlainDate,
): readonly Rule<KnownAnswers>[] {
  const { from, to } = jobFields(row);
  return [
    {
      needs: [from.name],
      look: (known) =>
        Temporal.PlainDate.compare(valueIn(known, from), today) > 0
          ? { field: from.name, message: say.fromInFuture(row) }
          : null,
    },
    {
      needs: [from.name],
      look: (known) => {
        const fault = beganTooEarly(valueIn(known, from), birthDate);
        return fault === null
          ? null
          : { field: from.name, message: say.tooEarly[fault](row, birthDate, fourteenth(birthDate)) };
      },
    },
    {
      needs: [from.name, to.name],
      look: (known) => {
        const end = valueIn(known, to);
        return end !== null && Temporal.PlainDate.compare(end, valueIn(known, from)) < 0
          ? { field: to.name, message: say.endsBeforeStart(row) }
          : null;
      },
    },
  ];
}

function jobIn(known: KnownAnswers, row: number): DeclaredJob {
  const fields = jobFields(row);
  return {
    employer: valueIn(known, fields.employer),
    job: valueIn(known, fields.job),
    from: valueIn(known, fields.from),
    to: valueIn(known, fields.to),
    partTime: valueIn(known, fields.partTime),
  };
}

/** The rows of a form or of kept answers that hold something. */
export function rowsIn(source: Body | Typed): readonly number[] {
  return Array.from({ length: MOST_ROWS }, (_, index) => index + 1).filter((row) =>
    Object.values(jobFields(row)).some((field) => textIn(source, field.name) !== ''),
  );
}

/** The jobs in rows: as many as hold something. */
export const jobs: RepeatedFields<'jobs', DeclaredJob> = {
  name: 'jobs',
  most: MOST_ROWS,
  fieldsOf: (row) => Object.values(jobFields(row)),
  filled: rowsIn,
  read: jobIn,
  lines: (declared) =>
    declared.length === 0
      ? [{ name: 'jobs', label: say.line, value: say.none, about: 'jobs' }]
      : declared.map((job, index): SummaryLine => {
          return { name: `job${index + 1}`, label: say.line, value: jobInWords(job), about: 'jobs' };
        }),
};

function jobInWords({ job, employer, from, to, partTime }: DeclaredJob): string {
  const began = numericDay(from);
  const period = to === null ? say.since(job, employer, began) : say.until(job, employer, began, numericDay(to));
  return partTime ? `${period} (${say.partTimeLine})` : period;
}

/** How many rows to show: one more than what is filled, and one more again when asked. */
export function rowsToShow(source: Body | Typed, more: boolean): number {
  const last = Math.max(0, ...rowsIn(source));
  return Math.min(
    MOST_ROWS,
    Math.max(FIRST_ROWS, last + (more ? 1 : 0), Number(textIn(source, 'rows')) + (more ? 1 : 0)),
  );
}
