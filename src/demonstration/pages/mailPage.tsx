import type { JSX } from 'preact';
import type { KeptMail } from '../../platform/mail/outbox.ts';
import { BackLink, type Chrome, Identifier, instantInWords, Page, PageTitle, SummaryList } from '../../ui/index.ts';
import { MAILS_ADDRESS } from '../addresses.ts';
import { localHref, type MailPart, paragraphsOf } from '../rules/mailText.ts';
import { texts } from '../texts.ts';
import { stateInWords } from './mailsPage.tsx';

const say = texts.mails;

/** One mail as its reader has it. Its text is only ever text: what looks like markup is shown as such. */
export function MailPage({
  chrome,
  mail,
  publicUrl,
}: {
  readonly chrome: Chrome;
  readonly mail: KeptMail;
  readonly publicUrl: URL;
}): JSX.Element {
  return (
    <Page chrome={chrome} title={mail.subject}>
      <BackLink href={MAILS_ADDRESS}>{say.back}</BackLink>
      <PageTitle>{mail.subject}</PageTitle>
      <SummaryList
        rows={[
          { label: say.recipient, value: mail.recipient },
          { label: say.date, value: instantInWords(mail.businessAt) },
          { label: say.state, value: stateInWords(mail.state) },
          { label: say.template, value: <Identifier>{mail.template}</Identifier> },
        ]}
      />
      <div class="card">
        {paragraphsOf(mail.body).map((lines, index) => (
          <p key={index}>
            {lines.map((parts, rank) => (
              <Line key={rank} parts={parts} first={rank === 0} publicUrl={publicUrl} />
            ))}
          </p>
        ))}
      </div>
    </Page>
  );
}

function Line(props: {
  readonly parts: readonly MailPart[];
  readonly first: boolean;
  readonly publicUrl: URL;
}): JSX.Element {
  return (
    <>
      {!props.first && <br />}
      {props.parts.map(({ text, href }, index) =>
        href === null ? (
          text
        ) : (
          <a key={index} href={localHref(href, props.publicUrl)}>
            {text}
          </a>
        ),
      )}
    </>
  );
}
