import type { JSX } from 'preact';
import { hasMailbox } from '../../accounts/index.ts';
import { onLineWordsIn } from '../../platform/mail/words.ts';
import { type Body, defineField, type Fault, FormField, type FormState, faultOf, tickedOrNot } from '../../ui/index.ts';
import { texts } from '../texts.ts';

const say = texts.asWritten;

/** Asked only of who is told that their words don't suit a letter. */
export const asWrittenField = defineField({
  name: 'tel-quel',
  label: say.label,
  control: 'checkbox',
  optional: true,
  check: tickedOrNot(),
});

/** That an officer's own words name what this person doesn't have; null: they don't, or whoever wrote them was told and sends them so. */
export function asWrittenFault(
  candidate: { readonly address: string },
  words: string | null,
  asWritten: boolean,
): Fault | null {
  const found = words === null || asWritten || hasMailbox(candidate) ? [] : onLineWordsIn(words);
  return found.length === 0 ? null : { field: asWrittenField.name, message: say.fault(found) };
}

/** Were they told so, and send it all the same? */
export function isAsWritten(body: Body): boolean {
  return body[asWrittenField.name] !== undefined;
}

export function AsWritten({ state }: { readonly state: FormState }): JSX.Element | null {
  const { name } = asWrittenField;
  const isAsked = faultOf(state, name) !== null || state.typed[name] !== undefined;
  return isAsked ? <FormField field={{ ...asWrittenField, optional: false }} /> : null;
}
