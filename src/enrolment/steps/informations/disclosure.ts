import { defineField, listing, tickedOrNot } from '../../../ui/index.ts';
import type { StepAnswers } from '../../enrolment.ts';
import { together } from '../questions.ts';
import { texts as say } from './texts.ts';

/** The consent to publish one's results. */
export type Disclosure = { readonly online: boolean; readonly press: boolean };

export const disclosure = {
  online: defineField({
    name: 'discloseOnline',
    label: say.discloseOnline,
    control: 'checkbox',
    optional: true,
    check: tickedOrNot(),
  }),
  press: defineField({
    name: 'disclosePress',
    label: say.disclosePress,
    control: 'checkbox',
    optional: true,
    check: tickedOrNot(),
  }),
} as const;

/** The answers of the step with another consent, as the step keeps them. */
export function disclosureAnswers(answers: StepAnswers, said: Disclosure): StepAnswers {
  const { online, press } = disclosure;
  const kept = Object.entries(answers).filter(([name]) => name !== online.name && name !== press.name);
  const ticked = (name: string, is: boolean): readonly (readonly [string, string])[] => (is ? [[name, 'oui']] : []);
  return Object.fromEntries([...kept, ...ticked(online.name, said.online), ...ticked(press.name, said.press)]);
}

/** « sur internet et à la presse et aux collectivités » */
export function disclosuresInWords(said: Disclosure): string {
  const chosen = [...(said.online ? [say.disclosures.online] : []), ...(said.press ? [say.disclosures.press] : [])];
  return chosen.length === 0 ? say.disclosures.none : listing(chosen);
}

export const disclosureLine = together(
  'disclosure',
  say.disclosureBlock,
  [disclosure.online, disclosure.press],
  ({ discloseOnline, disclosePress }) => disclosuresInWords({ online: discloseOnline, press: disclosePress }),
);
