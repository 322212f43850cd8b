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
  /** Where the demonstration shows its mails. */
  readonly mailbox: string | null;
  readonly idempotencyKey: string;
};

/** After the form, and for those who come back to it: type the code, or ask for a new mail. */
export function ActivationPage(props: ActivationPageProps): JSX.Element {
  const { chrome, csrf, flash, code, resend, sentTo, mailbox, idempotencyKey } = props;
  const [form, sent] = resend.faults.length > 0 ? (['renvoi', resend] as const) : (['code', code] as const);
  return (
    <Page chrome={chrome} flash={flash} title={words.title} faults={sent.faults} form={form}>
      <PageTitle>{words.title}</PageTitle>
      {sentTo !== null && (
        <Alert tone="info">
          <p>{words.sent(sentTo)}</p>
        </Alert>
      )}
      <p>{words.howTo}</p>
      {sentTo !== null && <BackLink href="/compte/creer">{words.wrongAddress}</BackLink>}
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
