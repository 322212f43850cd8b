import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { AS_WRITTEN } from '../../platform/http/visit.ts';
import { texts } from '../texts.ts';
import { tickedOrNot } from './checks/choices.ts';
import { defineField } from './field.ts';
import { FormField } from './formField.tsx';
import { FormContext } from './setting.ts';
import { faultOf } from './state.ts';

const asWrittenField = defineField({
  name: AS_WRITTEN,
  label: texts.form.asWritten,
  control: 'checkbox',
  optional: true,
  check: tickedOrNot(),
});

/** Words that name what their readers don't have: `people` of the `of` who are written to have no mail box. */
export type OnLineWords = { readonly found: readonly string[]; readonly people: number; readonly of: number };

export function onLineInWords(said: OnLineWords): string {
  return texts.form.onLine(said);
}

/** Before the button of a form in which somebody writes: shown once its words were refused to who has no mail box. */
export function AsWritten(): JSX.Element | null {
  const { state } = useContext(FormContext);
  const isAsked = faultOf(state, AS_WRITTEN) !== null || state.typed[AS_WRITTEN] !== undefined;
  return isAsked ? <FormField field={{ ...asWrittenField, optional: false }} /> : null;
}
