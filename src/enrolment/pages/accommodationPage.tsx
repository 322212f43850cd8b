import type { JSX } from 'preact';
import { Alert, BackLink, type Chrome, Page, PageTitle, Section, Status } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Enrolment } from '../enrolment.ts';
import { texts } from '../texts.ts';

const say = texts.accommodation;

/** What to do to be granted arrangements. Holds no health datum: only whether they were asked for. */
export function AccommodationPage({
  chrome,
  enrolment,
  asked,
  mayAsk,
  link,
}: {
  readonly chrome: Chrome;
  readonly enrolment: Enrolment;
  readonly asked: boolean;
  /** Can the answer of step 2 still be changed? */
  readonly mayAsk: boolean;
  readonly link: string;
}): JSX.Element {
  return (
    <Page chrome={chrome} title={say.title}>
      <BackLink href={addresses.hub(enrolment.id)}>{say.back}</BackLink>
      <PageTitle>{say.title}</PageTitle>
      {asked ? (
        <p>
          <Status name="received" label={say.asked} />
        </p>
      ) : (
        <p>
          {say.notAsked} {mayAsk && <a href={addresses.step(enrolment.id, 'informations')}>{say.change}</a>}
        </p>
      )}
      <Alert tone="warn">{say.warning}</Alert>
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
