import type { JSX } from 'preact';
import { addressFields } from '../../../accounts/index.ts';
import { deskAddresses, filesTexts } from '../../../scope/index.ts';
import {
  BackLink,
  Button,
  defineField,
  type Field,
  Form,
  FormFields,
  type FormState,
  frenchDate,
  Page,
  type PageFrame,
  PageTitle,
  personName,
  type Rule,
  rule,
} from '../../../ui/index.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import { callsTexts as say } from '../callsTexts.ts';

const [address] = addressFields;
const words = say.fields;
const spoken = { autocomplete: 'off', optional: true } as const;
const addressField: Field<'address', string | null> = defineField({ ...address, ...spoken, label: words.address });
const birthDateField: Field<'birthDate', Temporal.PlainDate | null> = defineField({
  name: 'birthDate',
  label: words.birthDate,
  example: '30/05/1998',
  control: 'date',
  width: 12,
  ...spoken,
  check: frenchDate(),
});
const nameField: Field<'name', string | null> = defineField({
  name: 'name',
  label: words.name,
  hint: words.nameHint,
  control: 'text',
  ...spoken,
  check: personName(words.what),
});
/** What somebody says of themselves: any two of them, or all. */
export const saidFields = [addressField, birthDateField, nameField] as const;

type Said = {
  readonly address: string | null;
  readonly birthDate: Temporal.PlainDate | null;
  readonly name: string | null;
};
export const twoRule: Rule<Said> = rule(['address', 'birthDate', 'name'], (said) =>
  Object.values(said).filter((one) => one !== null).length < 2 ? { field: null, message: words.two } : null,
);

export function FindPage(view: PageFrame & { readonly state: FormState }): JSX.Element {
  const { state } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} title={say.title} faults={state.faults}>
      <BackLink href={deskAddresses.files()}>{filesTexts.title}</BackLink>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      <Form action={personAddresses.calls} csrf={view.csrf} state={state} label={say.title}>
        <FormFields fields={saidFields} />
        <Button>{say.submit}</Button>
      </Form>
    </Page>
  );
}
