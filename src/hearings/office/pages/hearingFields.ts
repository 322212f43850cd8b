import { defineField, freeText, type Option, oneOf, someOf } from '../../../ui/index.ts';
import { BASES, type DecidedHere } from '../../hearing.ts';
import { hearingsTexts } from '../hearingsTexts.ts';

const say = hearingsTexts.file;
const CHARACTERS = 4_000;

/** What the forms send in `acte`. */
export const ACTS = {
  units: 'unites',
  validation: 'validation',
  decide: 'decider',
  drop: 'abandonner',
  giveBack: 'rendre',
} as const;

const writes = { control: 'textarea', rows: 5, check: freeText(CHARACTERS) } as const;
/** Several forms may stand on the page: each field says of what it is. */
export const wordsField = (kind: DecidedHere) =>
  defineField({
    ...writes,
    name: 'texte',
    label: say.words[kind],
    hint: say.wordsHint,
    missing: say.wordsMissing,
  });
export const reasonField = (kind: DecidedHere) =>
  defineField({
    ...writes,
    name: 'motifs',
    label: say.reason[kind],
    hint: say.reasonHint,
    missing: say.reasonMissing,
  });
/** What names the unit, where the exam's rules name none. */
const law = { name: 'loi', label: say.law, hint: say.lawHint, control: 'text', check: freeText(300) } as const;
export const lawField = defineField({ ...law, missing: say.lawMissing });
export const optionalLawField = defineField({ ...law, optional: true });
export const unitsField = (options: readonly Option[]) =>
  defineField({
    name: 'unites',
    label: say.units,
    hint: say.unitsHint,
    control: 'checkboxes',
    options,
    missing: say.unitsMissing,
    check: someOf(options),
  });
export const pieceField = (options: readonly Option[]) =>
  defineField({
    name: 'piece',
    label: say.piece,
    control: 'select',
    options,
    missing: say.pieceMissing,
    check: oneOf<string>(options),
  });
const bases = BASES.map((value) => ({ value, label: say.bases[value] }));
export const basisField = defineField({
  name: 'droit',
  label: say.basisOf,
  control: 'radio',
  options: bases,
  missing: say.basisMissing,
  check: oneOf(bases),
});
export const givenBackField = (options: readonly Option[]) =>
  defineField({
    name: 'rendues',
    label: say.givenBackUnits,
    control: 'checkboxes',
    options,
    missing: say.unitsMissing,
    check: someOf(options),
  });
export const noteField = defineField({
  name: 'note',
  label: say.note,
  hint: say.noteHint,
  control: 'textarea',
  rows: 4,
  missing: say.noteMissing,
  check: freeText(CHARACTERS),
});
