import type { JSX } from 'preact';
import { type Enrolment, enrolmentAddresses } from '../../enrolment/index.ts';
import { pieceAddresses } from '../../pieces/index.ts';
import { Actions, Alert, BackLink, ButtonLink, type Chrome, type Flash, Page, PageTitle } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { OnlineSignature } from '../signature.ts';
import { texts } from '../texts.ts';
import { Proof } from './proof.tsx';

const say = texts.done;

/** Signed: what comes next, what was signed, by whom, when, how they were recognised (folded at first), and the paper that says so. */
export function SignedPage(props: {
  readonly chrome: Chrome;
  readonly flash: Flash | null;
  readonly enrolment: Enrolment;
  readonly signatures: readonly OnlineSignature[];
  /** The signed confirmation; null: not in the list any more. */
  readonly paper: string | null;
  /** Are pieces to be given now? */
  readonly gives: boolean;
}): JSX.Element {
  const { chrome, flash, enrolment, signatures, paper, gives } = props;
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
      <Actions>
        {gives && <ButtonLink href={pieceAddresses.list(enrolment.id)}>{say.give}</ButtonLink>}
        {paper !== null && (
          <ButtonLink kind={gives ? 'secondary' : 'primary'} href={paper}>
            {say.link}
          </ButtonLink>
        )}
      </Actions>
      <Proof signatures={signatures} open={flash === null} />
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
