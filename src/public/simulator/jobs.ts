import { defineField, type Field, frenchDate, type Rule } from '../../ui/index.ts';
import { texts } from '../texts.ts';
import { type Answers, type Job, jobNumbers, MOST_JOBS } from './answers.ts';

const say = texts.simulator;

/** The rows that are shown: those asked for, at least one more than what is filled. */
export function jobRows(answers: Answers): readonly number[] {
  const last = filledRows(answers).at(-1) ?? 0;
  const wanted = Number(answers.emplois ?? '');
  const count = Math.min(MOST_JOBS, Math.max(2, last, Number.isInteger(wanted) ? wanted : 0));
  return Array.from({ length: count }, (_, index) => index + 1);
}

function filledRows(answers: Answers): readonly number[] {
  return jobNumbers.filter((row) => answers[`du${row}`] !== undefined || answers[`au${row}`] !== undefined);
}

export function jobFields(
  row: number,
): readonly [Field<string, Temporal.PlainDate | null>, Field<string, Temporal.PlainDate | null>] {
  const date = { control: 'date', inputMode: 'numeric', width: 12, optional: true, check: frenchDate() } as const;
  return [
    defineField({ ...date, name: `du${row}`, label: say.from, example: '01/09/2021' }),
    defineField({ ...date, name: `au${row}`, label: say.to, hint: say.toHint }),
  ];
}

export function jobRules(
  answers: Answers,
  today: Temporal.PlainDate,
): readonly Rule<Readonly<Record<string, unknown>>>[] {
  return jobRows(answers).flatMap((row) => {
    const [from, to] = jobFields(row);
    const days = (known: Readonly<Record<string, unknown>>) =>
      [known[from.name] ?? null, known[to.name] ?? null] as [Temporal.PlainDate | null, Temporal.PlainDate | null];
    return [
      {
        needs: [from.name, to.name],
        look: (known: Readonly<Record<string, unknown>>) => {
          const [start, end] = days(known);
          if (start === null) return end === null ? null : { field: from.name, message: say.faults.noStart(row) };
          if (Temporal.PlainDate.compare(start, today) > 0)
            return { field: from.name, message: say.faults.future(row) };
          return end !== null && Temporal.PlainDate.compare(end, start) < 0
            ? { field: to.name, message: say.faults.order(row) }
            : null;
        },
      },
    ];
  });
}

/** The jobs of good answers. */
export function jobsIn(answers: Answers): readonly Job[] {
  const day = (text: string | undefined): Temporal.PlainDate | null => {
    const read = frenchDate().safeParse(text ?? '');
    return read.success ? read.data : null;
  };
  return filledRows(answers).flatMap((row) => {
    const from = day(answers[`du${row}`]);
    return from === null ? [] : [{ from, to: day(answers[`au${row}`]) }];
  });
}
