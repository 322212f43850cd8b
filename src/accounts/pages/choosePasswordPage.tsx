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

const words = texts.forgotten;

export type ChoosePasswordPageProps = PageFrame & {
  readonly fields: readonly Field[];
  readonly state: FormState;
  readonly token: string;
  readonly name: string;
  /** For password managers: whose password this is. */
  readonly address: string;
};

/** What the link of a forgotten password, or of an invitation, opens. */
export function ChoosePasswordPage(props: ChoosePasswordPageProps): JSX.Element {
  const { chrome, csrf, flash, fields, state, token, name, address } = props;
  return (
    <Page chrome={chrome} flash={flash} title={words.chooseTitle} faulty={state.faults.length > 0}>
      <PageTitle lead={words.chooseIntro(name)}>{words.chooseTitle}</PageTitle>
      <Form action="/mot-de-passe-oublie" csrf={csrf} state={state} hidden={{ lien: token }}>
        <input type="email" hidden name="identifiant" value={address} autocomplete="username" readonly />
        {fields.map((field) => (
          <FormField key={field.name} field={field} />
        ))}
        <Actions>
          <Button>{words.chooseSubmit}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
