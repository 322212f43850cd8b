import type { JSX } from 'preact';
import { Alert, BackLink, type Chrome, Page, PageTitle, Section, Status, untilInWords } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Enrolment } from '../enrolment.ts';
import type { AccommodationRequest } from '../store/accommodation.ts';
import { texts } from '../texts.ts';

const say = texts.accommodation;

/** What to do to be granted arrangements. Holds no health datum but that a request came. */
export function AccommodationPage({
  chrome,
  enrolment,
  ticked,
  request,
  closesAt,
  mayAsk,
  link,
}: {
  readonly chrome: Chrome;
  readonly enrolment: Enrolment;
  readonly ticked: boolean;
  /** The request itself, once it came; ticking is none. */
  readonly request: AccommodationRequest | null;
  readonly closesAt: Temporal.Instant;
  /** Can the answer of step 2 still be changed? */
  readonly mayAsk: boolean;
  readonly link: string;
}): JSX.Element {
  return (
    <Page chrome={chrome} title={say.title}>
      <BackLink href={addresses.hub(enrolment.id)}>{say.back}</BackLink>
      <PageTitle>{say.title}</PageTitle>
      {request !== null ? (
        <p>
          <Status name="received" label={say.asked} /> {say.received(request.receivedOn)}
        </p>
      ) : ticked ? (
        <p>
          <Status name="missing" label={say.toAsk} />
        </p>
      ) : (
        <p>
          {say.notAsked} {mayAsk && <a href={addresses.step(enrolment.id, 'informations')}>{say.change}</a>}
        </p>
      )}
      {request === null && (
        <Alert tone="warn">
          <p>{say.warning}</p>
          <p>{say.until(untilInWords(closesAt))}</p>
        </Alert>
      )}
      <Section title={say.stepsTitle}>
        <ol>
          {say.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>
          <a href={link}>{say.link}</a>
        </p>
        <p class="muted">{say.noHealth}</p>
      </Section>
    </Page>
  );
}
