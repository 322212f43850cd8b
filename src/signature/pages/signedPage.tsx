import type { JSX } from 'preact';
import { type Enrolment, enrolmentAddresses } from '../../enrolment/index.ts';
import {
  Alert,
  BackLink,
  ButtonLink,
  type Chrome,
  type Flash,
  Identifier,
  Page,
  PageTitle,
  SummaryList,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { OnlineSignature } from '../signature.ts';
import { proofLines, texts } from '../texts.ts';

const say = texts.done;

/** Signed: what was signed, by whom, when, how they were recognised, and the paper that says so. */
export function SignedPage(props: {
  readonly chrome: Chrome;
  readonly flash: Flash | null;
  readonly enrolment: Enrolment;
  readonly signatures: readonly OnlineSignature[];
  /** The signed confirmation; null: not in the list any more. */
  readonly paper: string | null;
}): JSX.Element {
  const { chrome, flash, enrolment, signatures, paper } = props;
  const [first] = signatures;
  return (
    <Page chrome={chrome} title={say.title} flash={flash}>
      <BackLink href={enrolmentAddresses.hub(enrolment.id)}>{texts.back}</BackLink>
      <PageTitle kicker={enrolment.number ?? ''} aside={texts.version(first?.version ?? enrolment.version)}>
        {say.title}
      </PageTitle>
      <Alert tone="ok">
        <p>{say.text(first?.version ?? enrolment.version)}</p>
        <p>{say.void}</p>
      </Alert>
      <h2>{texts.proof.title}</h2>
      <SummaryList
        rows={proofLines(signatures).map(({ label, values: [value = ''] }) => ({
          label,
          value: isHash(value) ? <Identifier>{value}</Identifier> : value,
        }))}
      />
      <p class="muted">{texts.proof.level}</p>
      {paper !== null && (
        <p>
          <ButtonLink href={paper}>{say.link}</ButtonLink>
        </p>
      )}
    </Page>
  );
}

/** What ended before it could be signed on line: why, and the way on paper. */
export function PaperOnlyPage(props: {
  readonly chrome: Chrome;
  readonly enrolment: Enrolment;
  readonly why: string;
}): JSX.Element {
  const { chrome, enrolment, why } = props;
  return (
    <Page chrome={chrome} title={texts.paperOnly.title}>
      <BackLink href={enrolmentAddresses.hub(enrolment.id)}>{texts.back}</BackLink>
      <PageTitle kicker={enrolment.number ?? ''} lead={why}>
        {texts.paperOnly.title}
      </PageTitle>
      <p>
        <ButtonLink href={addresses.confirmation(enrolment.id)}>{texts.paperOnly.link}</ButtonLink>
      </p>
    </Page>
  );
}

function isHash(value: string): boolean {
  return /^[0-9a-f]{64}$/.test(value);
}
