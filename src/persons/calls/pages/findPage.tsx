import type { JSX } from 'preact';
import { addressFields } from '../../../accounts/index.ts';
import { ok, refuse } from '../../../platform/result.ts';
import { deskAddresses, filesTexts, readBirth } from '../../../scope/index.ts';
import {
  BackLink,
  Button,
  defineField,
  type Field,
  Form,
  FormFields,
  type FormState,
  frenchDate,
  numericDay,
  Page,
  type PageFrame,
  PageTitle,
  personName,
  type Rule,
  rule,
  textCheck,
} from '../../../ui/index.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import { readNumber } from '../../changeover/rules/readLine.ts';
import { callsTexts as say } from '../callsTexts.ts';

const [address] = addressFields;
const words = say.fields;
const spoken = { autocomplete: 'off', optional: true } as const;
const addressField: Field<'address', string | null> = defineField({
  ...address,
  ...spoken,
  label: words.address,
  check: textCheck(
    (text) => {
      const read = address.check.safeParse(text);
      return read.success ? ok(read.data) : refuse(words.whole);
    },
    (one) => one,
  ),
});
const birthDateField: Field<'birthDate', Temporal.PlainDate | null> = defineField({
  name: 'birthDate',
  label: words.birthDate,
  example: '30/05/1998',
  control: 'date',
  width: 12,
  ...spoken,
  // As people say it, the year first too; what isn't a day is refused in the usual words.
  check: textCheck((text) => {
    const born = readBirth(text);
    if (born !== null) return ok(born);
    return refuse(frenchDate().safeParse(text).error?.issues[0]?.message ?? '');
  }, numericDay),
});
const nameField: Field<'name', string | null> = defineField({
  name: 'name',
  label: words.name,
  hint: words.nameHint,
  control: 'text',
  ...spoken,
  check: personName(words.what),
});
const formerField: Field<'former', string | null> = defineField({
  name: 'former',
  label: words.former,
  hint: words.formerHint,
  control: 'text',
  width: 20,
  ...spoken,
  check: textCheck(
    (text) => {
      const number = readNumber(text);
      return number === null ? refuse(words.noNumber) : ok(number);
    },
    (one) => one,
  ),
});
/** What somebody says of themselves: any two of them, or all. */
export const saidFields = [addressField, birthDateField, nameField, formerField] as const;

export type Said = {
  readonly address: string | null;
  readonly birthDate: Temporal.PlainDate | null;
  readonly name: string | null;
  /** Their number in the system in place. */
  readonly former: string | null;
};
export const twoRule: Rule<Said> = rule(['address', 'birthDate', 'name', 'former'], (said) =>
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
