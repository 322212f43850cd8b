import type { JSX } from 'preact';
import { unreadableInWords } from '../../pieces/index.ts';
import { deskAddresses } from '../../scope/index.ts';
import { Alert, Page, SplitView } from '../../ui/index.ts';
import { addresses as checkingAddresses } from '../addresses.ts';
import type { QueueFilter } from '../checking.ts';
import { reviewTexts } from '../reviewTexts.ts';
import { DecisionPane } from './decisionPane.tsx';
import { DocumentPane } from './documentPane.tsx';
import { Done } from './done.tsx';
import type { ReviewView } from './reviewView.ts';
import { TakeBackForm } from './takeBack.tsx';
import { ClaimForm } from './whoHas.tsx';

const say = reviewTexts;

/** One piece: the document at the left; what it must prove, what was declared and the decision at the right. */
export function ReviewPage(view: ReviewView): JSX.Element {
  const { at, ahead } = view;
  const label = view.type?.label ?? at.piece.code;
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      layout="desk"
      title={`${label}, ${view.name}`}
      faults={view.state.faults}
      faulty={view.conflict !== null}
      scripts={['review.js']}
      sheets={['review']}
    >
      <Done
        done={view.done}
        filter={view.done?.enrolmentId === at.enrolment.id ? view.filter : before(view)}
        csrf={view.csrf}
      />
      <TakeBackForm takeBack={view.takeBack} filter={view.filter} csrf={view.csrf} />
      <Conflict conflict={view.conflict} />
      <SplitView
        bar={<Bar view={view} />}
        document={
          <DocumentPane
            pieceId={at.piece.id}
            label={label}
            mode={at.piece.mode}
            unreadable={unreadableInWords(at.piece)}
            files={view.files}
            shown={view.shown}
            others={view.others}
            foundWanting={view.at.piece.foundWanting}
            sheet={view.sheet}
            hints={view.hints}
            shut={view.shut}
            filter={view.filter}
          />
        }
        documentLabel={say.document}
        decision={<DecisionPane view={view} label={label} />}
        decisionLabel={say.decision}
      />
      {ahead !== null && <link rel="prefetch" href={ahead} />}
    </Page>
  );
}

/** On the way back to somebody else: this person's turn comes after theirs. */
function before({ filter, at }: ReviewView): QueueFilter {
  return { ...filter, after: at.enrolment.id };
}

function Conflict({ conflict }: Pick<ReviewView, 'conflict'>): JSX.Element | null {
  if (conflict === null) return null;
  return (
    <div class="section" role="alert">
      <Alert tone="warn" title={say.conflictTitle}>
        <p>{say.conflict(conflict.decision)}</p>
        <ul>
          {conflict.events.map((event) => (
            <li key={event}>{event}</li>
          ))}
        </ul>
      </Alert>
    </div>
  );
}

function Bar({ view }: { readonly view: ReviewView }): JSX.Element {
  const { place, filter, at } = view;
  const { total, waiting, previous, next, after } = place;
  const mine = view.tabs.map(({ id }) => id);
  const isMine = (id: string): boolean => mine.includes(id);
  return (
    <>
      <a href={checkingAddresses.queue(filter)}>{say.back}</a>
      <span class="muted">{say.waiting(waiting.length, total)}</span>
      {previous !== null && (
        <a href={checkingAddresses.piece(previous, isMine(previous) ? filter : before(view))} rel="prev">
          {isMine(previous) ? say.previous : say.previousPerson}
        </a>
      )}
      {next !== null ? (
        <a href={checkingAddresses.piece(next, isMine(next) ? filter : { ...filter, after: null })} rel="next">
          {isMine(next) ? say.next : say.nextPerson}
        </a>
      ) : (
        // Nobody is led to what can't be decided yet.
        after === null && total > waiting.length && <span class="muted">{say.othersBeingRead}</span>
      )}
      <ClaimForm who={view.who} action={checkingAddresses.claimPiece(at.piece.id, filter)} csrf={view.csrf} />
      {at.scope.pieces === 'ordinary' && <a href={deskAddresses.file(at.enrolment.id)}>{say.file}</a>}
    </>
  );
}
