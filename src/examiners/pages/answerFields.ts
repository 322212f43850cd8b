import { defineField, freeText, type Option, oneOf, printedLines } from '../../ui/index.ts';
import { conveningTexts } from '../conveningTexts.ts';
import { LINKS, MOST } from '../examiners.ts';

const say = conveningTexts.own;
const head = conveningTexts.board;
const kinds = LINKS.map((value) => ({ value, label: say.kinds[value] }));
const answers = (['oui', 'non'] as const).map((value) => ({ value, label: head.options[value] }));

export const decliningFields = [
  defineField({
    name: 'motif',
    label: say.reason,
    hint: say.reasonHint,
    control: 'text',
    width: 60,
    missing: say.reasonMissing,
    check: freeText(MOST.words),
  }),
] as const;

/** Whom they know, and how. */
export function linkFields(candidates: readonly Option[]) {
  return [
    defineField({
      name: 'candidat',
      label: say.who,
      control: 'select',
      options: candidates,
      missing: say.whoMissing,
      check: oneOf(candidates),
    }),
    defineField({
      name: 'lien',
      label: say.kind,
      control: 'radio',
      options: kinds,
      missing: say.kindMissing,
      check: oneOf(kinds),
    }),
    defineField({
      name: 'precision',
      label: say.linkWords,
      hint: say.linkWordsHint,
      control: 'text',
      width: 60,
      optional: true,
      check: freeText(MOST.words),
    }),
  ] as const;
}

export const awayFields = [
  defineField({
    name: 'jours',
    label: say.awayField,
    hint: say.awayHint,
    control: 'textarea',
    optional: true,
    check: printedLines(4_000),
  }),
] as const;

/** What a head writes down of somebody's answer. */
export const answeredFields = [
  defineField({
    name: 'reponse',
    label: head.comes,
    hint: head.comesHint,
    control: 'radio',
    options: answers,
    missing: head.comesMissing,
    check: oneOf(answers),
  }),
  defineField({
    name: 'pourquoi',
    label: head.reason,
    hint: head.reasonHint,
    control: 'text',
    width: 60,
    optional: true,
    check: freeText(MOST.words),
  }),
] as const;
