import { readEnrolmentNumber } from '../../enrolment/index.ts';
import { ok, refuse } from '../../platform/result.ts';
import { defineField, freeText, type Option, oneOf, textCheck } from '../../ui/index.ts';
import { type MarkStep, MOST } from '../marks.ts';
import { readAnonymousNumber, showNumber } from '../rules/anonymousNumber.ts';
import { readMark, writeMark } from '../rules/markText.ts';
import { texts as say } from '../texts.ts';

export const reasonField = defineField({
  name: 'motif',
  label: say.reason,
  control: 'textarea',
  rows: 2,
  missing: say.reasonMissing,
  check: freeText(MOST.words),
});

const { sheet } = say.boards;
const TAKEN = { value: 'reprendre', label: sheet.decisions.reprendre } as const;
const KEPT = { value: 'garder', label: sheet.decisions.garder } as const;

/** What becomes of a sheet that came after the lock; of one without a mark there is nothing to take. */
export function lateFields(hasMark: boolean) {
  const options = hasMark ? [TAKEN, KEPT] : [KEPT];
  return [
    defineField({
      name: 'decision',
      label: sheet.decision,
      control: 'radio',
      options,
      missing: sheet.decisionMissing,
      check: oneOf(options),
    }),
    reasonField,
  ] as const;
}

/** `prefix`: of the session's enrolment numbers. */
export function addedFields(prefix: string) {
  return [
    defineField({
      name: 'candidat',
      label: say.added.number,
      control: 'text',
      hint: say.added.hint,
      width: 16,
      missing: say.added.missing,
      check: textCheck(
        (typed) => {
          const number = readEnrolmentNumber(typed, [prefix]);
          return number === null ? refuse(say.added.wrong) : ok(number);
        },
        (number) => number,
      ),
    }),
    reasonField,
  ] as const;
}

export function clerkFields(options: readonly Option[]) {
  const one = (name: 'premiere' | 'seconde', label: string) =>
    defineField({ name, label, control: 'select', options, optional: true, check: oneOf(options) });
  return [one('premiere', say.rounds.first), one('seconde', say.rounds.second)] as const;
}

export function correctionFields(step: MarkStep) {
  return [
    defineField({
      name: 'numero',
      label: say.correction.number,
      control: 'text',
      example: say.correction.example,
      width: 12,
      missing: say.correction.numberMissing,
      check: textCheck((typed) => {
        const number = readAnonymousNumber(typed);
        return number === null ? refuse(say.correction.wrongNumber) : ok(number);
      }, showNumber),
    }),
    defineField({
      name: 'note',
      label: say.correction.mark,
      control: 'text',
      width: 12,
      missing: say.correction.markMissing,
      check: textCheck((typed) => {
        const mark = readMark(typed, step);
        if (!mark.ok) return mark;
        return mark.value === null ? refuse(say.correction.markMissing) : ok(mark.value);
      }, writeMark),
    }),
    reasonField,
  ] as const;
}
