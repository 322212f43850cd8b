import type { ComponentChildren, JSX } from 'preact';
import type { SignatureSetting } from '../../catalogue/index.ts';
import { type Enrolment, enrolmentAddresses, isBeingChanged, type StepName } from '../../enrolment/index.ts';
import { type Contribution, type PieceWithFiles, SIGNED_CONFIRMATION, signAgainInWords } from '../../pieces/index.ts';
import {
  Actions,
  Alert,
  BackLink,
  ButtonLink,
  Card,
  type Chrome,
  Details,
  distanceToEnd,
  Page,
  PageTitle,
  shortInstant,
  sinceInWords,
  untilInWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Paper } from '../paper.ts';
import type { ConfirmationState } from '../rules/confirmationState.ts';
import { PaperSheet } from './sheet.tsx';
import { pageTexts } from './texts.ts';

const say = pageTexts.sign;

export type ConfirmationView = {
  readonly chrome: Chrome;
  readonly enrolment: Enrolment;
  readonly paper: Paper;
  readonly state: ConfirmationState;
  readonly piece: PieceWithFiles | null;
  readonly closesAt: Temporal.Instant;
  readonly now: Temporal.Instant;
  /** What is to be looked at of the sheet that is in; null: nothing. */
  readonly doubt: Contribution | null;
  /** Where unregistered changes go on. */
  readonly next: StepName;
  /** How this session lets a confirmation be signed. */
  readonly setting: SignatureSetting;
};

/** The confirmation of the registered version: what it is for, how to sign it, until when, and what it says. */
export function ConfirmationPage(view: ConfirmationView): JSX.Element {
  const { chrome, enrolment, paper, state } = view;
  return (
    <Page chrome={chrome} title={say.title}>
      <BackLink href={enrolmentAddresses.hub(enrolment.id)}>{say.back}</BackLink>
      <PageTitle
        kicker={say.number(enrolment.number ?? '')}
        aside={say.version(paper.version)}
        {...(state === 'ended' ? {} : { lead: say.lead })}
      >
        {say.title}
      </PageTitle>
      {isBeingChanged(enrolment) && (
        <Alert tone="warn" title={say.changing}>
          <p>{say.changingText(paper.version)}</p>
          <p>
            <a href={enrolmentAddresses.step(enrolment.id, view.next)}>{say.changingLink}</a>
          </p>
        </Alert>
      )}
      {view.doubt === null ? (
        <Standing {...view} />
      ) : (
        <Alert tone="warn" title={view.doubt.label}>
          {view.doubt.otherwise}
        </Alert>
      )}
      {state === 'to-sign' || state === 'refused' || (view.doubt !== null && view.doubt.until !== null) ? (
        <Ways {...view} />
      ) : (
        <Actions>
          <Print paper={paper} />
        </Actions>
      )}
      <PaperSheet content={paper.content} level={2} />
    </Page>
  );
}

/** Where things stand, before what to do. */
function Standing({ state, enrolment, piece, closesAt, now }: ConfirmationView): JSX.Element {
  const signAgain = signAgainInWords(enrolment.version);
  switch (state) {
    case 'ended':
      return <Alert tone="info">{say.ended}</Alert>;
    case 'compliant':
      return enrolment.signature?.way === 'online' ? (
        <Alert tone="ok" title={say.online.done}>
          <p>{say.online.doneText(enrolment.signature.version, shortInstant(enrolment.signature.at))}</p>
          <p>
            <a href={addresses.sign(enrolment.id)}>{say.online.proof}</a>
          </p>
        </Alert>
      ) : (
        <Alert tone="ok" title={say.compliant}>
          {say.compliantText}
        </Alert>
      );
    case 'signed':
      return (
        <Alert tone="ok" title={say.signed}>
          {enrolment.signature === null
            ? ''
            : say.signedText(enrolment.signature.version, shortInstant(enrolment.signature.at))}
        </Alert>
      );
    case 'to-hand-over':
      return (
        <Alert tone="warn" title={say.signed}>
          <p>{say.toHandOverText}</p>
          <p>
            <a href={addresses.pieces(enrolment.id)}>{say.toHandOverLink}</a>
          </p>
        </Alert>
      );
    case 'late':
      return (
        <Alert tone="danger" title={say.deadlineTitle}>
          {say.late(sinceInWords(closesAt))}
        </Alert>
      );
    case 'refused':
      return (
        <Alert tone="danger" title={say.refused}>
          {piece?.comment !== null && <p>{piece?.comment}</p>}
          <p>{say.until(untilInWords(closesAt), distanceToEnd(now, closesAt))}</p>
        </Alert>
      );
    case 'to-sign':
      return (
        <Alert tone="warn" title={say.deadlineTitle}>
          {signAgain !== null && <p>{signAgain}</p>}
          <p>{say.until(untilInWords(closesAt), distanceToEnd(now, closesAt))}</p>
        </Alert>
      );
  }
}

/** On paper first, as in the notice; on line beside it, or alone. */
function Ways(view: ConfirmationView): JSX.Element {
  const words = say.online;
  if (view.setting === 'paper') return <Steps {...view} />;
  const isAlone = view.setting === 'online';
  const online = (
    <Card title={isAlone ? words.only : words.title} level={2}>
      <p>{words.text}</p>
      <Actions>
        <ButtonLink kind={isAlone ? 'primary' : 'secondary'} href={addresses.sign(view.enrolment.id)}>
          {words.link}
        </ButtonLink>
      </Actions>
    </Card>
  );
  if (!isAlone)
    return (
      <>
        <Steps {...view} />
        {online}
      </>
    );
  return (
    <>
      {online}
      <Details summary={words.paper}>
        <Steps {...view} />
      </Details>
    </>
  );
}

function Steps({ enrolment, paper, piece }: ConfirmationView): JSX.Element {
  const words = say.steps;
  const byPost = piece?.mode === 'post';
  const minor = paper.content.parts.flat().some((block) => block.type === 'signature' && block.signs.length > 1);
  return (
    <>
      <Step rank={1} title={words.print}>
        <p>{words.printText}</p>
        <Actions>
          <Print paper={paper} />
        </Actions>
      </Step>
      <Step rank={2} title={words.sign}>
        <p>{minor ? words.signMinorText : words.signText}</p>
      </Step>
      <Step rank={3} title={byPost ? words.send : words.deposit}>
        <p>{byPost ? words.sendText : words.depositText}</p>
        <Actions>
          <ButtonLink kind="secondary" href={addresses.piece(enrolment.id, SIGNED_CONFIRMATION)}>
            {byPost ? words.sendLink : words.depositLink}
          </ButtonLink>
        </Actions>
      </Step>
    </>
  );
}

function Print({ paper }: { readonly paper: Paper }): JSX.Element {
  return <ButtonLink href={addresses.pdf(paper.enrolmentId, paper.id)}>{pageTexts.page.print}</ButtonLink>;
}

function Step(props: {
  readonly rank: number;
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <Card title={`${props.rank}. ${props.title}`} level={2}>
      {props.children}
    </Card>
  );
}
