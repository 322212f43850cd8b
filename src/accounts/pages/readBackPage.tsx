import type { JSX } from 'preact';
import {
  Actions,
  Button,
  type Field,
  Form,
  FormField,
  type FormState,
  type Line,
  Page,
  type PageFrame,
  PageTitle,
  SummaryList,
} from '../../ui/index.ts';
import { texts } from '../texts.ts';

const words = texts.signUp.readBack;

export type ReadBackPageProps = PageFrame & {
  readonly lines: readonly Line[];
  /** What was typed, carried along; never the password. */
  readonly typed: Readonly<Record<string, string>>;
  readonly passwordField: Field;
  readonly state: FormState;
  readonly idempotencyKey: string;
};

/** Instead of typing twice: what was typed, shown once more (`confirmations: 'readback'`). */
export function ReadBackPage(props: ReadBackPageProps): JSX.Element {
  const { chrome, csrf, flash, lines, typed, passwordField, state, idempotencyKey } = props;
  return (
    <Page chrome={chrome} flash={flash} title={words.title} faults={state.faults}>
      <PageTitle lead={words.intro}>{words.title}</PageTitle>
      <SummaryList rows={lines.map(({ label, value }) => ({ label, value }))} large />
      <Form
        action="/compte/creer"
        csrf={csrf}
        idempotencyKey={idempotencyKey}
        hidden={{ ...typed, etape: 'relire' }}
        state={state}
        marks="required"
      >
        <FormField field={passwordField} />
        <Actions>
          <Button>{words.submit}</Button>
          <Button kind="secondary" name="acte" value="modifier">
            {words.modify}
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}
