import type { JSX } from 'preact';
import { Fieldset, FormField } from '../../ui/index.ts';
import { type FieldBlock, fieldsOf } from './questions.ts';

/** A block of questions; what a choice calls for is shown under it, by the style sheet alone. */
export function QuestionBlock({ of }: { readonly of: FieldBlock }): JSX.Element | null {
  const asked = fieldsOf(of);
  if (asked.length === 0) return null;
  const fields = asked.map((field) =>
    field.under === undefined ? (
      <FormField key={field.name} field={field} />
    ) : (
      <div key={field.name} class={`when-${field.under}`}>
        <FormField field={field} />
      </div>
    ),
  );
  const reveals = asked.some(({ under }) => under !== undefined);
  const set = (
    <Fieldset legend={of.legend} {...(of.hint === undefined ? {} : { hint: of.hint })}>
      {reveals ? <div class="reveal">{fields}</div> : fields}
    </Fieldset>
  );
  return of.under === undefined ? set : <div class={`when-${of.under}`}>{set}</div>;
}
