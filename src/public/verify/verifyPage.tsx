import type { JSX } from 'preact';
import type { Verification } from '../../papers/index.ts';
import {
  Alert,
  Button,
  type Chrome,
  Form,
  FormFields,
  type FormState,
  Page,
  PageTitle,
  Section,
  SummaryList,
  type SummaryRow,
  shortDay,
  type Tone,
} from '../../ui/index.ts';
import { texts } from '../texts.ts';
import { verifyFields } from './verifyForm.ts';

const say = texts.verify;

export type Verified = { readonly verification: Verification; readonly name: string | null };

/** `/verifier`: a code, perhaps a name, and what we know of the paper. A plain GET: a telephone opens it with the code in it. */
export function VerifyPage({
  chrome,
  state,
  verified,
}: {
  readonly chrome: Chrome;
  readonly state: FormState;
  readonly verified: Verified | null;
}): JSX.Element {
  const title = verified === null ? say.title : `${say.states[verified.verification.state].title} · ${say.title}`;
  return (
    <Page
      chrome={chrome}
      title={title}
      description={say.description}
      indexed={verified === null}
      faults={state.faults}
      scripts={['verify.js']}
    >
      <PageTitle lead={verified === null ? say.lead : undefined}>{say.title}</PageTitle>
      {verified !== null && <Answer {...verified} />}
      <Form method="get" action="/verifier" state={state}>
        <FormFields fields={verifyFields} />
        <Button>{say.submit}</Button>
      </Form>
      <Section title={say.aboutTitle}>
        {say.about.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Section>
      <Section title={say.offlineTitle}>
        <p>{say.offline}</p>
        <p>{say.sealAbout}</p>
        <ul>
          <li>
            <a href="/verifier/hors-ligne" download>
              {say.offlineLink}
            </a>
          </li>
          <li>
            <a href="/verifier/cles.json" download>
              {say.keysLink}
            </a>
          </li>
          <li>
            <a href="/verifier/cachets.pem" download>
              {say.sealsLink}
            </a>
          </li>
        </ul>
      </Section>
    </Page>
  );
}

const TONES: Readonly<Record<Verification['state'], Tone>> = {
  valid: 'ok',
  superseded: 'warn',
  suspended: 'warn',
  cancelled: 'danger',
  unknown: 'danger',
};

function Answer({ verification, name }: Verified): JSX.Element {
  const { title, text } = say.states[verification.state];
  const tone = verification.state === 'valid' && verification.nameFits === false ? 'warn' : TONES[verification.state];
  return (
    <>
      <Alert tone={tone} title={title}>
        <p>{text}</p>
      </Alert>
      {verification.state !== 'unknown' && (
        <>
          <SummaryList rows={factsOf(verification, name)} />
          <p>{say.compare}</p>
        </>
      )}
    </>
  );
}

function factsOf(
  verification: Exclude<Verification, { readonly state: 'unknown' }>,
  name: string | null,
): readonly SummaryRow[] {
  const { facts } = say;
  const { title, subject, reference, day, initials, page, nameFits, seal } = verification;
  return [
    { label: facts.paper, value: title },
    { label: facts.subject, value: subject },
    { label: facts.reference, value: reference },
    { label: facts.day, value: shortDay(day) },
    ...(initials === '' ? [] : [{ label: facts.initials, value: initials }]),
    ...(page === null ? [] : [{ label: facts.page, value: String(page) }]),
    ...(seal === null ? [] : [{ label: facts.seal, value: say.seal(seal.by, seal.timeStamped, seal.selfMade) }]),
    ...(nameFits === null ? [] : [{ label: facts.name, value: (nameFits ? say.fits : say.differs)(name ?? '') }]),
  ];
}
