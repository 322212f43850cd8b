import type { JSX } from 'preact';
import {
  Alert,
  BackLink,
  Details,
  Form,
  FormFields,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
  Section,
} from '../../ui/index.ts';
import { addressFields } from '../forms.ts';
import { codeFields } from '../signInForms.ts';
import { texts } from '../texts.ts';

const words = texts.activation;

export type ActivationPageProps = PageFrame & {
  readonly code: FormState;
  readonly resend: FormState;
  /** To whom a mail has just left, as typed. */
  readonly sentTo: string | null;
  /** The form just sent may go to another address: what is typed there, or null where nothing of it stands. */
  readonly correct: FormState | null;
  /** What was perhaps meant. */
  readonly meant: string | null;
  /** Where the demonstration shows its mails. */
  readonly mailbox: string | null;
  readonly idempotencyKey: string;
};

/** After the form, and for those who come back to it: type the code, or ask for a new mail. */
export function ActivationPage(props: ActivationPageProps): JSX.Element {
  const { chrome, csrf, flash, code, resend, correct, sentTo, meant, mailbox, idempotencyKey } = props;
  const [form, sent] =
    [['adresse', correct] as const, ['renvoi', resend] as const].find(([, state]) => (state?.faults.length ?? 0) > 0) ??
    (['code', code] as const);
  return (
    <Page chrome={chrome} flash={flash} title={words.title} faults={sent?.faults ?? []} form={form}>
      <PageTitle>{words.title}</PageTitle>
      {sentTo !== null && (
        <Alert tone="info">
          <p>{words.sent(sentTo)}</p>
        </Alert>
      )}
      <p>{words.howTo}</p>
      {sentTo !== null && correct === null && <BackLink href="/compte/creer">{words.wrongAddress}</BackLink>}
      {correct !== null && (
        <Details summary={words.correct.title} open={meant !== null || correct.faults.length > 0}>
          {sentTo !== null && meant !== null && <p>{words.correct.doubt(sentTo, meant)}</p>}
          <p class="muted">{words.correct.hint}</p>
          <Form
            action="/compte/activer"
            csrf={csrf}
            hidden={{ acte: 'corriger' }}
            state={correct}
            prefix="adresse"
            submit={words.correct.submit}
            kind="secondary"
          >
            <FormFields fields={addressFields} />
          </Form>
        </Details>
      )}
      {mailbox !== null && (
        <p>
          <a href={mailbox}>{words.mailbox}</a>
        </p>
      )}
      <Section title={words.codeTitle}>
        <Form
          action="/compte/activer"
          csrf={csrf}
          hidden={{ acte: 'code' }}
          state={code}
          prefix="code"
          submit={words.submit}
        >
          <FormFields fields={codeFields} />
        </Form>
      </Section>
      <Details summary={words.resendTitle} open={resend.faults.length > 0}>
        <Form
          action="/compte/activer"
          csrf={csrf}
          idempotencyKey={idempotencyKey}
          hidden={{ acte: 'renvoyer' }}
          state={resend}
          prefix="renvoi"
          submit={words.resend}
          kind="secondary"
        >
          <FormFields fields={addressFields} />
        </Form>
      </Details>
    </Page>
  );
}
