import type { JSX } from 'preact';
import { accountTexts, hasMailbox } from '../../../accounts/index.ts';
import { isLiving, type Minority, postalAddressOf } from '../../../enrolment/index.ts';
import { addressTexts, callsTexts, paperTexts, personAddresses, typingTexts } from '../../../persons/index.ts';
import { Alert, ContactCard, Details, Section, SummaryList } from '../../../ui/index.ts';
import { fileTexts as say } from '../fileTexts.ts';
import type { FileView } from './fileView.ts';

export function Contact({ view }: { readonly view: FileView }): JSX.Element {
  const { candidate, enrolment } = view.at;
  return (
    <Section title={say.contact}>
      {view.unreached !== null && hasMailbox(candidate) && (
        <Alert tone="warn" title={say.unreached.title} level={3}>
          {say.unreached.text(view.unreached)}
        </Alert>
      )}
      {candidate.closedAt !== null && (
        <Alert tone="info" title={accountTexts.closed(candidate.closedAt)} level={3}>
          {accountTexts.closedText}
        </Alert>
      )}
      <ContactCard
        contact={{
          service: view.name,
          ...(candidate.closedAt === null ? {} : { address: postalAddressOf(enrolment).join(', ') }),
          ...(hasMailbox(candidate) ? { mail: candidate.address } : {}),
          ...(view.phone === null ? {} : { phone: view.phone }),
        }}
      />
      <Answering minority={view.minority} />
      <p>
        <a href={personAddresses.call(enrolment.id)}>{callsTexts.person.link}</a>
      </p>
      {isLiving(enrolment) && (
        <p>
          <a href={personAddresses.type(enrolment.id)}>{typingTexts.link}</a>
        </p>
      )}
      {!hasMailbox(candidate) && (
        <>
          {candidate.closedAt === null && <Alert tone="info">{accountTexts.noMailbox}</Alert>}
          <p>
            <a href={personAddresses.accessLetter(enrolment.id)}>{paperTexts.letter.link}</a>
          </p>
        </>
      )}
      <p>
        <a href={personAddresses.address(enrolment.id)}>{view.recovering ? addressTexts.running : addressTexts.link}</a>
      </p>
      <Details summary={say.civilStatus}>
        <SummaryList rows={view.civilStatus} />
        <p>
          <a href={personAddresses.civilStatus(enrolment.id)}>{say.correct}</a>
        </p>
      </Details>
    </Section>
  );
}

/** Of a minor: their representative, who is told what they are told. */
function Answering({ minority }: { readonly minority: Minority }): JSX.Element | null {
  const words = say.representative;
  if (minority === null) return null;
  const { known } = minority;
  if (known === null)
    return (
      <Alert tone="warn" title={words.none} level={3}>
        {words.noneText}
      </Alert>
    );
  const { name, phone, mail } = known;
  return (
    <>
      <ContactCard
        title={words.title}
        level={3}
        contact={{
          service: name,
          ...(phone === null ? {} : { phone }),
          ...(mail === null ? {} : { mail }),
        }}
      />
      <p class="muted">{mail === null ? words.noMail : words.told}</p>
    </>
  );
}
