import type { JSX } from 'preact';
import type { KeptMail } from '../../platform/mail/outbox.ts';
import {
  BackLink,
  Button,
  type Chrome,
  EmptyState,
  Form,
  FormField,
  Page,
  PageTitle,
  RowList,
  shortInstant,
} from '../../ui/index.ts';
import { MAILS_ADDRESS } from '../addresses.ts';
import { recipientField } from '../forms.ts';
import { texts } from '../texts.ts';

const say = texts.mails;

export type MailsView = {
  readonly chrome: Chrome;
  readonly mails: readonly KeptMail[];
  /** Only the mails to this address; empty: all. */
  readonly recipient: string;
  /** How many are shown at most. */
  readonly most: number;
};

/** Every mail, newest first. */
export function MailsPage({ chrome, mails, recipient, most }: MailsView): JSX.Element {
  return (
    <Page chrome={chrome} title={recipient === '' ? say.title : say.forRecipient(recipient)}>
      <BackLink href="/demo">{texts.title}</BackLink>
      <PageTitle lead={`${say.lead} ${texts.strip}`}>{say.title}</PageTitle>
      <Form method="get" action={MAILS_ADDRESS} inline state={{ typed: { destinataire: recipient }, faults: [] }}>
        <FormField field={recipientField} />
        <Button kind="secondary">{say.submit}</Button>
      </Form>
      {recipient !== '' && (
        <p>
          <a href={MAILS_ADDRESS}>{say.all}</a>
        </p>
      )}
      {mails.length === 0 ? (
        <EmptyState title={recipient === '' ? say.none : say.noneFor(recipient)}>{say.noneText}</EmptyState>
      ) : (
        <RowList
          level={2}
          rows={mails.map((mail) => ({
            key: `mail-${mail.id}`,
            title: mail.subject,
            href: `${MAILS_ADDRESS}/${mail.id}`,
            lines: [
              <a key={mail.id} href={`${MAILS_ADDRESS}?destinataire=${encodeURIComponent(mail.recipient)}`}>
                {say.to(mail.recipient)}
              </a>,
              `${shortInstant(mail.businessAt)}, ${stateInWords(mail.state)}`,
            ],
          }))}
        />
      )}
      {mails.length === most && <p class="muted">{say.most(most)}</p>}
    </Page>
  );
}

export function stateInWords(state: string): string {
  return say.states[state] ?? state;
}
