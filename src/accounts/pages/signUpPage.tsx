import type { JSX } from 'preact';
import {
  Actions,
  Alert,
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

const words = texts.signUp;

export type SignUpPageProps = PageFrame & {
  readonly fields: readonly Field[];
  readonly state: FormState;
  readonly idempotencyKey: string;
};

/** « Formulaire de création » of the notice (section I): its fields, in its order, with its words. */
export function SignUpPage(props: SignUpPageProps): JSX.Element {
  const { chrome, csrf, flash, fields, state, idempotencyKey } = props;
  return (
    <Page chrome={chrome} flash={flash} title={words.title} faulty={state.faults.length > 0}>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      <p>{words.intro}</p>
      <p>
        <a href="/connexion">{words.haveAccount}</a>
      </p>
      <Form action="/compte/creer" csrf={csrf} idempotencyKey={idempotencyKey} state={state} marks="required">
        {fields.map((field) => (
          <FormField key={field.name} field={field} />
        ))}
        <Actions>
          <Button>{words.submit}</Button>
        </Actions>
      </Form>
      <Alert tone="info" title={words.remember.title}>
        <p>{words.remember.keep}</p>
        <p>{words.remember.post}</p>
      </Alert>
    </Page>
  );
}
