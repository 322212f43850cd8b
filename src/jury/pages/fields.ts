import { hourIn } from '../../calendar/index.ts';
import { ok, refuse } from '../../platform/result.ts';
import {
  defineField,
  frenchDate,
  halfPointMark,
  numericDay,
  type Option,
  oneOf,
  printedLine,
  printedLines,
  someOf,
  textOnly,
  tickedOrNot,
} from '../../ui/index.ts';
import { candidateTexts } from '../candidateTexts.ts';
import { type Jury, MOST } from '../jury.ts';
import { hourInWords, texts } from '../texts.ts';

const { words, members, closing } = texts;

/** An hour of a day, as people write it. */
const hour = {
  example: members.hourExample,
  control: 'text',
  width: 8,
  optional: true,
  check: textOnly((typed) => {
    const read = hourIn(typed);
    return read === null ? refuse(members.hourUnreadable) : ok(read);
  }),
} as const;

export function juryFields(specialities: readonly Option[]) {
  return [
    defineField({
      name: 'nom',
      label: words.name,
      hint: words.nameHint,
      control: 'text',
      width: 40,
      missing: words.nameMissing,
      check: printedLine(MOST.name),
    }),
    defineField({
      name: 'jour',
      label: words.day,
      control: 'date',
      missing: words.dayMissing,
      check: frenchDate(),
    }),
    defineField({ ...hour, name: 'heure', label: words.hour, hint: words.hourHint }),
    defineField({
      name: 'lieu',
      label: words.place,
      control: 'text',
      width: 40,
      optional: true,
      check: printedLine(MOST.name),
    }),
    defineField({
      name: 'specialites',
      label: words.specialities,
      control: 'checkboxes',
      options: specialities,
      missing: words.specialitiesMissing,
      check: someOf(specialities),
    }),
  ] as const;
}

/** A jury as its form shows it. */
export function juryTyped({
  name,
  meetsOn,
  hour: at,
  place,
  specialities,
}: Jury): Readonly<Record<string, string | readonly string[]>> {
  const heure = at === null ? '' : hourInWords(at);
  return { nom: name, jour: numericDay(meetsOn), heure, lieu: place, specialites: specialities };
}

/** The list of people is of this moment: whether somebody may still be named the act says, with why. */
export function memberFields(qualities: readonly Option[], accounts: readonly Option[], people: readonly Option[]) {
  return [
    defineField({
      name: 'qualite',
      label: members.quality,
      control: 'select',
      options: qualities,
      missing: members.qualityMissing,
      check: oneOf(qualities),
    }),
    defineField({
      name: 'personne',
      label: members.person,
      hint: members.personHint,
      control: 'select',
      options: people,
      optional: true,
      check: printedLine(36),
    }),
    defineField({
      name: 'membre',
      label: members.name,
      hint: members.nameHint,
      control: 'text',
      width: 40,
      optional: true,
      check: printedLine(MOST.name),
    }),
    defineField({
      name: 'fonction',
      label: members.titleOf,
      hint: members.titleHint,
      control: 'text',
      width: 40,
      optional: true,
      check: printedLine(MOST.name),
    }),
    defineField({
      name: 'compte',
      label: members.accountOf,
      hint: members.accountHint,
      control: 'select',
      options: accounts,
      optional: true,
      check: oneOf(accounts),
    }),
  ] as const;
}

const SITTING_OPTIONS = [
  { value: 'open', label: members.sittings.open },
  { value: 'paused', label: members.sittings.paused },
  { value: 'ended', label: members.sittings.ended },
] as const satisfies readonly Option[];

/** When what is ticked begins to hold, and how the sitting stands. */
export const momentFields = [
  defineField({ ...hour, name: 'heure', label: members.hour, hint: members.hourHint }),
  defineField({
    name: 'etat',
    label: members.sitting,
    control: 'select',
    options: SITTING_OPTIONS,
    optional: true,
    check: oneOf(SITTING_OPTIONS),
  }),
] as const;

export const quorumField = defineField({
  name: 'quorum',
  label: members.quorum,
  control: 'checkbox',
  optional: true,
  check: tickedOrNot(),
});

export const reasonField = defineField({
  name: 'motif',
  label: closing.reason,
  control: 'textarea',
  rows: 2,
  missing: closing.reasonMissing,
  check: printedLines(MOST.words),
});

const { points, addition } = candidateTexts;

/** Of which unit, to what mark. */
export function wantedFields(units: readonly Option[]) {
  return [
    defineField({
      name: 'unite',
      label: points.unit,
      control: 'select',
      options: units,
      missing: points.unitMissing,
      check: oneOf(units),
    }),
    defineField({
      name: 'note',
      label: points.mark,
      control: 'text',
      inputMode: 'decimal',
      width: 6,
      missing: points.markMissing,
      check: halfPointMark(),
    }),
  ] as const;
}

/** The same with the reason; `reasons`: given before, offered again. */
export function pointFields(units: readonly Option[], reasons: readonly string[] = []) {
  return [
    ...wantedFields(units),
    defineField({
      name: 'motif',
      label: points.reason,
      control: 'text',
      width: 60,
      suggestions: reasons,
      missing: points.reasonMissing,
      check: printedLine(MOST.words),
    }),
  ] as const;
}

const KINDS = [
  { value: 'mark', label: addition.kinds.mark },
  { value: 'decision', label: addition.kinds.decision },
] as const satisfies readonly Option[];
const DECIDED = [
  { value: 'ADMITTED', label: candidateTexts.decisions.ADMITTED },
  { value: 'REFUSED', label: candidateTexts.decisions.REFUSED },
  { value: 'NOT_JUDGED', label: candidateTexts.decisions.NOT_JUDGED },
] as const satisfies readonly Option[];

export const additionFields = [
  defineField({
    name: 'objet',
    label: addition.kind,
    control: 'radio',
    options: KINDS,
    missing: addition.kindMissing,
    check: oneOf(KINDS),
  }),
  defineField({
    name: 'decision',
    label: addition.decision,
    hint: addition.decisionHint,
    control: 'select',
    options: DECIDED,
    optional: true,
    check: oneOf(DECIDED),
  }),
  defineField({
    name: 'motif',
    label: addition.reason,
    hint: addition.reasonHint,
    control: 'textarea',
    rows: 2,
    missing: addition.reasonMissing,
    check: printedLines(MOST.words),
  }),
] as const;
