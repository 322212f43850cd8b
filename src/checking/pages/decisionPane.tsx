import { type ComponentChildren, Fragment, type JSX } from 'preact';
import { isBeingChanged, isRunning } from '../../enrolment/index.ts';
import { hearingDesk } from '../../hearings/index.ts';
import {
  closingOf,
  isBeingRead,
  isOffered,
  lastPostingDay,
  type Piece,
  type PieceStatus,
  pieceStatus,
  postmarkOf,
  type ShownFile,
  SIGNED_CONFIRMATION,
  unreadableInWords,
  unreadFiles,
} from '../../pieces/index.ts';
import { distance } from '../../platform/french/distance.ts';
import { parisDay } from '../../platform/time.ts';
import { deskAddresses } from '../../scope/index.ts';
import { Alert, Details, Facts, Identifier, KeysHelp, PageTitle, Status, Tag, Timeline } from '../../ui/index.ts';
import { addresses as checkingAddresses } from '../addresses.ts';
import { onBehalfTexts } from '../onBehalfTexts.ts';
import { reviewTexts } from '../reviewTexts.ts';
import { severalTexts } from '../severalTexts.ts';
import { DecisionForm } from './decisionForm.tsx';
import { isUnderWay, PersonTabs } from './personTabs.tsx';
import type { ReviewView } from './reviewView.ts';
import { WhoHasNotice } from './whoHas.tsx';

const say = reviewTexts;

/** When the file came and, where a colleague filed it in the candidate's name, who did and from what. */
function cameInWords({ finishedAt: when, receipt, given }: ShownFile, who: string): string {
  return given === null ? say.deposited(when, receipt) : onBehalfTexts.filed(given, { who, when, receipt });
}

/** The right pane: whose piece it is, the decision, what it rests on, and what was decided before. */
export function DecisionPane({ view, label }: { readonly view: ReviewView; readonly label: string }): JSX.Element {
  const { piece, enrolment } = view.at;
  return (
    <>
      <PersonTabs name={view.name} tabs={view.tabs} here={piece.id} filter={view.filter} />
      <PageTitle
        kicker={
          <>
            <strong>{view.name}</strong> · <Identifier>{enrolment.number ?? ''}</Identifier>
            {view.facts.every(({ value }) => value !== view.speciality) && ` · ${view.speciality}`}
          </>
        }
        aside={
          <>
            {view.corrected && <Tag>{say.corrected}</Tag>} <Status name={pieceStatus(piece)} />
          </>
        }
      >
        {label}
      </PageTitle>
      <Standing view={view} />
      <Decision view={view} />
      <Lines lines={sinceAndUntil(view)} />
      <Details summary={isOffered(piece) ? say.reasonsOffered : say.reasons}>
        <ul>
          {piece.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </Details>
      <Block title={say.history}>
        {view.reviews.length === 0 ? <p class="muted">{say.noHistory}</p> : <Timeline entries={view.reviews} />}
      </Block>
      <KeysHelp list={say.keys.list} note={say.keys.note} />
    </>
  );
}

function Block({ title, children }: { readonly title: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Of a paper: its postmark beside the last day for it, when it came and when it went back. */
export function paperInWords(piece: Piece): readonly string[] {
  const postmark = piece.status === 'compliant' ? null : postmarkOf(piece);
  return [
    ...(postmark === null ? [] : [say.postmark(postmark.on, lastPostingDay(piece), postmark.standing)]),
    ...(piece.receivedOn === null ? [] : [say.receivedOn(piece.receivedOn)]),
    ...(piece.returnedOn === null ? [] : [say.returnedOn(piece.returnedOn)]),
  ];
}

/** What an officer should know before deciding. */
function Standing({ view }: { readonly view: ReviewView }): JSX.Element {
  const { now } = view;
  const { piece, enrolment } = view.at;
  const underReserve =
    enrolment.reserve === 'pending' && enrolment.status === 'registered' && view.at.scope.pieces === 'ordinary';
  const changeable = Temporal.Instant.compare(now, closingOf(piece)) < 0;
  const lines = [
    ...(piece.mode === 'post' && piece.receivedOn === null ? [say.byPostExpected] : []),
    ...paperInWords(piece),
  ];
  return (
    <>
      <Lines lines={lines} />
      <WhoHasNotice who={view.who} />
      {isOffered(piece) && (
        <Alert tone="info" title={say.waiver.title}>
          <p>{say.waiver.effect(piece.excuses)}</p>
          <p>{say.waiver.mail}</p>
        </Alert>
      )}
      {underReserve && (
        <Alert tone="warn" title={reviewTexts.reserve.alert}>
          <p>
            {reviewTexts.reserve.alertText} <a href={deskAddresses.reserve(enrolment.id)}>{reviewTexts.reserve.open}</a>
          </p>
        </Alert>
      )}
      {isUnderWay(piece) && <Alert tone="warn">{say.notHandedOver(changeable)}</Alert>}
      {isBeingChanged(enrolment) && piece.code === SIGNED_CONFIRMATION && <Alert tone="warn">{say.changing}</Alert>}
      {piece.status === 'non-compliant' && piece.comment !== null && (
        <Alert tone="danger" title={reviewTexts.commentSent}>
          {piece.comment}
        </Alert>
      )}
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <p class="muted">
      {lines.map((line) => (
        <Fragment key={line}>
          {line}
          <br />
        </Fragment>
      ))}
    </p>
  );
}

/** Since when and until when: under what is decided, for neither decides it. */
function sinceAndUntil({ shown, now, filedBy, at: { piece } }: ReviewView): readonly string[] {
  const closesAt = closingOf(piece);
  return [
    ...(shown === null ? [] : [cameInWords(shown, filedBy)]),
    say.due(closesAt, distance(now, closesAt), piece.countsForValidation),
  ];
}

/** The form, with what to check inside it; without a form where nothing is to be decided. */
function Decision({ view }: { readonly view: ReviewView }): JSX.Element {
  const { piece, enrolment } = view.at;
  const living = isRunning(enrolment);
  const closed = living ? closedBy(piece.status) : say.closed.ended;
  const unreadable = unreadableInWords(piece);
  const noFile = piece.mode === 'online' && piece.files.length === 0;
  const onPaper = piece.mode === 'post' || noFile;
  const here = checkingAddresses.piece(piece.id, view.filter);
  if (closed !== null)
    return (
      <>
        <Alert tone="info">{closed}</Alert>
        <ToCheck view={view} />
      </>
    );
  return (
    <DecisionForm
      action={here}
      csrf={view.csrf}
      version={piece.rowVersion}
      seen={{ decisions: view.reviews.length, files: view.files.length }}
      type={view.type}
      onPaper={onPaper}
      waits={!onPaper && isBeingRead(piece) ? { files: unreadFiles([piece]), at: here } : null}
      validation={view.validation}
      hearings={hearingDesk.hearings(enrolment.id)}
      today={parisDay(view.now)}
      state={view.state}
    >
      {noFile && <Alert tone="info">{say.onPaperOnly(unreadable)}</Alert>}
      {!noFile && unreadable !== null && <Alert tone="warn">{say.unreadableBeside(unreadable)}</Alert>}
      <ToCheck view={view} />
    </DecisionForm>
  );
}

/** Why nothing is to be decided on this piece; null: something is. */
function closedBy(status: PieceStatus): string | null {
  if (status === 'not-applicable') return say.closed.notAsked;
  return status === 'exempted' ? say.closed.excused : null;
}

function ToCheck({ view }: { readonly view: ReviewView }): JSX.Element {
  return (
    <>
      <Block title={say.mustProve}>
        <ul>
          {(view.type?.mustProve ?? []).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Block>
      <Block title={say.declared}>
        {!view.readable && <Alert tone="warn">{say.unreadable}</Alert>}
        <Facts caption={say.declared} lines={view.facts} />
        <Identity view={view} />
      </Block>
    </>
  );
}

/** The picture is asked for once it is wanted: closed, a browser fetches nothing, and nothing is on record. */
function Identity({ view: { identity, name } }: { readonly view: ReviewView }): JSX.Element | null {
  if (identity === null) return null;
  const words = severalTexts.identity;
  return (
    <Details summary={words.beside}>
      <img class="beside" src={identity.page} alt={words.alt(name)} loading="lazy" />
      <p>
        <a href={identity.piece}>{words.open}</a>
      </p>
    </Details>
  );
}
