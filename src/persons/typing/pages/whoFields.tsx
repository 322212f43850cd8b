import type { JSX } from 'preact';
import { addressFields, civilStatusFields, type Datum } from '../../../accounts/index.ts';
import { defineField, type Field, Fieldset, FormField, FormFields, type Option, oneOf } from '../../../ui/index.ts';
import { paperTexts as say } from '../paperTexts.ts';

export const OTHER_PERSON = 'autre';
const [address] = addressFields;
export const mailField: Field<'address', string | null> = defineField({
  ...address,
  label: say.address,
  hint: say.addressHint,
  autocomplete: 'off',
  optional: true,
});

const missing: Partial<Record<Datum, string>> = say.missing;
/** What an account asks, in words for who reads it on a paper. */
export const statusFields = civilStatusFields.map((field) => ({
  ...field,
  autocomplete: 'off',
  missing: missing[field.name] ?? field.missing,
}));

export function accountField(accounts: readonly Option[]): Field<'compte', string> {
  const options = [...accounts, { value: OTHER_PERSON, label: say.found.other }];
  return defineField({
    name: 'compte',
    label: say.found.legend,
    control: 'radio',
    options,
    missing: say.found.missing,
    check: oneOf<string>(options),
  });
}

/** Whose account is it? Nothing where none may be theirs. */
export function WhoseAccount({
  accounts,
  text,
}: {
  readonly accounts: readonly Option[];
  readonly text: string;
}): JSX.Element | null {
  if (accounts.length === 0) return null;
  return (
    <Fieldset legend={say.found.title} hint={text}>
      <FormField field={accountField(accounts)} />
    </Fieldset>
  );
}

/** Who they are, and how they are reached. */
export function WhoTheyAre(): JSX.Element {
  return (
    <>
      <Fieldset legend={say.person}>
        <div class="columns">
          <FormFields fields={statusFields} />
        </div>
      </Fieldset>
      <Fieldset legend={say.contact}>
        <FormField field={mailField} />
      </Fieldset>
    </>
  );
}
