import type { JSX } from 'preact';
import {
  Actions,
  Button,
  defineField,
  Form,
  FormField,
  type FormState,
  freeText,
  frenchDate,
  Page,
  type PageFrame,
  PageTitle,
} from '../../ui/index.ts';
import { addressFields } from '../forms.ts';
import { letterTexts as say } from '../letterTexts.ts';
import { texts } from '../texts.ts';

const [address] = addressFields;
export const letterFields = [
  defineField({ name: 'code', ...say.code, control: 'text', autocomplete: 'off', width: 20, check: freeText(40) }),
  defineField({
    name: 'naissance',
    ...say.birthDate,
    example: '30/05/1998',
    control: 'date',
    autocomplete: 'bday',
    inputMode: 'numeric',
    width: 12,
    check: frenchDate(),
  }),
  { ...address, ...say.address },
] as const;

export function LetterCodePage({
  state,
  idempotencyKey,
  csrf,
  ...frame
}: PageFrame & { readonly state: FormState; readonly idempotencyKey: string }): JSX.Element {
  return (
    <Page {...frame} title={say.title} faulty={state.faults.length > 0}>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      <Form action="/compte/courrier" csrf={csrf} idempotencyKey={idempotencyKey} state={state}>
        {letterFields.map((field) => (
          <FormField key={field.name} field={field} />
        ))}
        <Actions>
          <Button>{say.submit}</Button>
        </Actions>
      </Form>
      <p>
        <a href="/connexion">{texts.signIn.title}</a>
      </p>
    </Page>
  );
}

export function LetterSentPage({
  mailbox,
  chrome,
  flash,
}: PageFrame & { readonly mailbox: string | null }): JSX.Element {
  return (
    <Page chrome={chrome} flash={flash} title={say.sentTitle}>
      <PageTitle>{say.sentTitle}</PageTitle>
      <p>{say.sent}</p>
      {mailbox !== null && (
        <p>
          <a href={mailbox}>{texts.activation.mailbox}</a>
        </p>
      )}
    </Page>
  );
}
