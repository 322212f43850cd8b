import { capital } from '../../platform/french/french.ts';
import { defineField, freeText, type Option, oneOf, printedLine, printedLines } from '../../ui/index.ts';
import { boardTexts } from '../boardTexts.ts';
import { conveningTexts } from '../conveningTexts.ts';
import { LINKS, type Link, MOST } from '../examiners.ts';
import { texts } from '../texts.ts';

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

function kindField(options: readonly (Option & { readonly value: Link })[]) {
  return defineField({
    name: 'lien',
    label: say.kind,
    control: 'radio',
    options,
    missing: say.kindMissing,
    check: oneOf(options),
  });
}

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
    kindField(kinds),
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

const { links } = texts;
const why = { control: 'text', width: 60, check: freeText(MOST.words) } as const;

/** A link that the office knows of, and who told it. */
export const saidLinkFields = [
  defineField({
    name: 'numero',
    label: links.number,
    example: links.numberExample,
    control: 'text',
    width: 16,
    missing: links.numberMissing,
    check: printedLine(40),
  }),
  kindField(LINKS.map((value) => ({ value, label: capital(boardTexts.links[value]) }))),
  defineField({ ...why, name: 'motif', label: links.reason, missing: links.reasonMissing }),
] as const;

export const endedLinkFields = [
  defineField({ ...why, name: 'motif', label: links.why, missing: links.whyMissing }),
] as const;
