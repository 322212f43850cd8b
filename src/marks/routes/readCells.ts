import { ok, type Result, refuse } from '../../platform/result.ts';
import type { FormState } from '../../ui/index.ts';
import type { Cell } from '../actions/enterMarks.ts';
import { entryTexts } from '../entryTexts.ts';
import type { MarkStep } from '../marks.ts';
import { showNumber } from '../rules/anonymousNumber.ts';
import { readMark } from '../rules/markText.ts';

/** The field of a number on the grid. */
const FIELD = /^n-(\d{6}[A-Z])$/;

export type Typed = { readonly cells: readonly Cell[]; readonly typed: Readonly<Record<string, string>> };

/** The cells of a grid as they were sent: all of them read, or every one that isn't a mark, with all that was typed. */
export function readCells(body: Readonly<Record<string, unknown>>, step: MarkStep): Result<Typed, FormState> {
  const sent = Object.entries(body).flatMap(([field, value]) => {
    const number = FIELD.exec(field)?.[1];
    return number === undefined || typeof value !== 'string' ? [] : [{ field, number, text: value.slice(0, 40) }];
  });
  const typed = Object.fromEntries(sent.map(({ field, text }) => [field, text]));
  const read = sent.map((one) => ({ ...one, mark: readMark(one.text, step) }));
  const faults = read.flatMap(({ field, number, mark }) =>
    mark.ok ? [] : [{ field, message: entryTexts.fault(showNumber(number), mark.error) }],
  );
  if (faults.length > 0) return refuse({ typed, faults });
  return ok({ typed, cells: read.flatMap(({ number, mark }) => (mark.ok ? [{ number, mark: mark.value }] : [])) });
}
