import type { JSX } from 'preact';
import {
  Actions,
  Button,
  type Field,
  Form,
  FormField,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
} from '../../ui/index.ts';
import { texts } from '../texts.ts';

export type AddressFormProps = PageFrame & {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly state: FormState;
  readonly idempotencyKey: string;
};

/** Asked of who can't sign in: where a link is to go. */
export function AddressFormPage(props: AddressFormProps): JSX.Element {
  const { chrome, csrf, flash, state } = props;
  return (
    <Page chrome={chrome} flash={flash} title={props.title} faulty={state.faults.length > 0}>
      <PageTitle lead={props.lead}>{props.title}</PageTitle>
      <Form action={props.action} csrf={csrf} idempotencyKey={props.idempotencyKey} state={state}>
        {props.fields.map((field) => (
          <FormField key={field.name} field={field} />
        ))}
        <Actions>
          <Button>{props.submit}</Button>
        </Actions>
      </Form>
      <ToSignIn />
    </Page>
  );
}

export type LinkSentProps = PageFrame & {
  readonly title: string;
  readonly sentence: string;
  /** Where a demonstration keeps its mails. */
  readonly mailbox: string | null;
};

export function LinkSentPage({ chrome, flash, title, sentence, mailbox }: LinkSentProps): JSX.Element {
  return (
    <Page chrome={chrome} flash={flash} title={title}>
      <PageTitle>{title}</PageTitle>
      <p>{sentence}</p>
      {mailbox !== null && (
        <p>
          <a href={mailbox}>{texts.activation.mailbox}</a>
        </p>
      )}
      <ToSignIn />
    </Page>
  );
}

function ToSignIn(): JSX.Element {
  return (
    <p>
      <a href="/connexion">{texts.signIn.title}</a>
    </p>
  );
}
