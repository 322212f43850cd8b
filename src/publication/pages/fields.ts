import { defineField, freeText, frenchDate, printedLine, tickedOrNot } from '../../ui/index.ts';
import { MOST } from '../publication.ts';
import { texts } from '../texts.ts';

const { acts, prepare } = texts;

export const prepareFields = [
  defineField({
    name: 'sans',
    label: prepare.despite,
    hint: prepare.despiteHint,
    control: 'checkbox',
    optional: true,
    check: tickedOrNot(),
  }),
  defineField({
    name: 'motif',
    label: prepare.reason,
    hint: prepare.reasonHint,
    control: 'textarea',
    rows: 2,
    optional: true,
    check: freeText(MOST.words),
  }),
] as const;

export const proposeFields = [
  defineField({
    name: 'jour',
    label: acts.propose.day,
    control: 'date',
    inputMode: 'numeric',
    width: 12,
    example: '05/07/2024',
    missing: acts.propose.dayMissing,
    check: frenchDate(),
  }),
  defineField({
    name: 'heure',
    label: acts.propose.hour,
    control: 'text',
    width: 8,
    example: acts.propose.hourExample,
    missing: acts.propose.hourMissing,
    check: printedLine(20),
  }),
] as const;

export const suspendFields = [
  defineField({
    name: 'phrase',
    label: acts.suspend.words,
    hint: acts.suspend.wordsHint,
    control: 'textarea',
    rows: 2,
    missing: acts.suspend.wordsMissing,
    check: freeText(MOST.words),
  }),
] as const;
