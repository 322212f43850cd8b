import type { JSX } from 'preact';
import type { Catalogue, ResolvedSession } from '../../catalogue/index.ts';
import {
  type AccommodationRequest,
  type Enrolment,
  enrolmentAddresses,
  enrolmentTexts,
  type Review,
} from '../../enrolment/index.ts';
import { SIGNED_CONFIRMATION } from '../../pieces/index.ts';
import {
  Alert,
  ButtonLink,
  Checklist,
  type ChecklistItem,
  type Chrome,
  Columns,
  DangerLink,
  dayAndHour,
  distance,
  endInWords,
  type Flash,
  Identifier,
  instantInWords,
  listing,
  Page,
  PageTitle,
  Section,
  shortInstant,
  Timeline,
  type TimelineEntry,
  untilInWords,
} from '../../ui/index.ts';
import type { Hub, HubAct, NextAction } from '../hub.ts';
import { texts } from '../texts.ts';

const say = texts.hub;

export type HubView = {
  readonly chrome: Chrome;
  readonly enrolment: Enrolment;
  readonly session: ResolvedSession;
  readonly catalogue: Catalogue;
  readonly review: Review;
  readonly hub: Hub;
  readonly unread: number;
  /** The request for arrangements, once it came. */
  readonly accommodation: AccommodationRequest | null;
  readonly history: readonly TimelineEntry[];
  readonly now: Temporal.Instant;
  readonly flash: Flash | null;
};

/** The page that people come back to: where am I, what is missing, until when, what next. */
export function HubPage(view: HubView): JSX.Element {
  const { enrolment, review } = view;
  const { number } = enrolment;
  const title = review.qualification?.speciality.name ?? (number === null ? texts.list.draft : view.session.label);
  return (
    <Page chrome={view.chrome} title={title} flash={view.flash} layout="wide">
      <PageTitle
        kicker={
          review.qualification === null ? view.session.label : say.form(enrolmentTexts.forms[review.qualification.form])
        }
        aside={number === null ? texts.list.draft : <Identifier>{say.version(number, enrolment.version)}</Identifier>}
      >
        {title}
      </PageTitle>
      <Standing view={view} />
      {number !== null && isAlive(enrolment) && <Doors view={view} />}
      {view.history.length > 0 && (
        <Section title={say.journal}>
          <Timeline entries={view.history} />
        </Section>
      )}
      {isAlive(enrolment) && (
        <p>
          <DangerLink href={enrolmentAddresses.withdrawal(enrolment.id)}>
            {number === null ? say.withdrawDraft : say.withdraw}
          </DangerLink>
        </p>
      )}
    </Page>
  );
}

function isAlive({ status }: Enrolment): boolean {
  return status === 'draft' || status === 'registered' || status === 'validated';
}

/** What is to be said first: it has ended, it is definitive, it is too late for a draft, or the four acts. */
function Standing({ view }: { readonly view: HubView }): JSX.Element {
  const { enrolment, session, now } = view;
  const { status } = enrolment;
  if (status === 'withdrawn' || status === 'set-aside' || status === 'cancelled' || status === 'abandoned') {
    return <Alert tone="warn">{say.ended[status](shortInstant(enrolment.endedAt ?? enrolment.savedAt))}</Alert>;
  }
  const { opensAt, closesAt } = session.window;
  if (status === 'draft' && Temporal.Instant.compare(now, closesAt) >= 0)
    return <Alert tone="warn">{say.draftClosed(instantInWords(closesAt))}</Alert>;
  if (status === 'draft' && Temporal.Instant.compare(now, opensAt) < 0)
    return <Alert tone="info">{say.notOpen(instantInWords(opensAt))}</Alert>;
  return (
    <>
      {status === 'validated' ? (
        <Alert tone="ok" title={say.validated}>
          {say.validatedText}
        </Alert>
      ) : (
        <h2>{say.when}</h2>
      )}
      <Checklist items={view.hub.acts.map((act) => checklistItem(view, act))} />
      <Next view={view} />
    </>
  );
}

function checklistItem({ enrolment, hub, session, now }: HubView, act: HubAct): ChecklistItem {
  const label = say.acts[act.name];
  const { closesAt } = session.window;
  const isOver = Temporal.Instant.compare(now, closesAt) >= 0;
  const until = (isOver ? say.notDoneBefore : say.before)(dayAndHour(closesAt));
  const base = enrolmentAddresses.hub(enrolment.id);
  switch (act.name) {
    case 'registered':
      return {
        state: act.state,
        label,
        detail: enrolment.registeredAt === null ? until : say.since(shortInstant(enrolment.registeredAt)),
      };
    case 'signed':
      return {
        state: act.state,
        label,
        href: `${base}/confirmation`,
        detail:
          act.state === 'problem'
            ? say.signAgain
            : act.state === 'done' && enrolment.signature !== null
              ? say.since(shortInstant(enrolment.signature.at))
              : until,
      };
    case 'given':
      return {
        state: act.state,
        label,
        href: `${base}/justificatifs`,
        detail:
          act.state === 'problem'
            ? say.pieceRefused
            : hub.given === hub.asked && act.state === 'partial'
              ? say.toHandOver
              : hub.asked === 0
                ? until
                : say.givenOf(hub.given, hub.asked),
      };
    case 'checked':
      return {
        state: act.state,
        label,
        detail:
          act.state === 'problem'
            ? say.pieceRefused
            : enrolment.validatedAt !== null
              ? say.since(shortInstant(enrolment.validatedAt))
              : hub.next.kind === 'nothing' && hub.late.length === 0
                ? say.byOfficeAlone
                : say.byOffice,
      };
  }
}

/** The nearest deadline of this person, in words, and the only primary button of the page. */
function Next({ view }: { readonly view: HubView }): JSX.Element {
  const { next, deadline, late } = view.hub;
  return (
    <>
      {late.length > 0 && (
        <Alert tone="danger" title={say.lateTitle}>
          {say.late(listing(late.map((code) => view.catalogue.pieceType(code)?.label ?? code)))}
        </Alert>
      )}
      {deadline !== null && <p>{say.deadline(endInWords(deadline), distance(view.now, deadline))}</p>}
      {next.kind === 'nothing' ? (
        late.length === 0 && <p>{say.nothing}</p>
      ) : (
        <p>
          <ButtonLink href={addressOf(view, next)}>{labelOf(view, next)}</ButtonLink>
        </p>
      )}
    </>
  );
}

type Action = Exclude<NextAction, { readonly kind: 'nothing' }>;

function labelOf({ catalogue }: HubView, action: Action): string {
  const words = say.actions;
  const label = (code: string): string => catalogue.pieceType(code)?.label ?? code;
  switch (action.kind) {
    case 'continue':
      return words.continue(enrolmentTexts.steps[action.step]);
    case 'correct':
      return words.correct(label(action.code));
    case 'give':
      return words.give(action.missing);
    case 'later':
      return words.later(label(action.code));
    default:
      return words[action.kind];
  }
}

function addressOf({ enrolment, review }: HubView, action: Action): string {
  const base = enrolmentAddresses.hub(enrolment.id);
  switch (action.kind) {
    case 'continue':
      return enrolmentAddresses.step(enrolment.id, action.step);
    case 'finish-change':
      return enrolmentAddresses.step(enrolment.id, review.next);
    case 'correct':
      return action.code === SIGNED_CONFIRMATION ? `${base}/confirmation` : `${base}/justificatifs/${action.code}`;
    case 'sign':
      return `${base}/confirmation`;
    case 'later':
      return `${base}/justificatifs/${action.code}`;
    default:
      return `${base}/justificatifs`;
  }
}

function Doors({ view }: { readonly view: HubView }): JSX.Element {
  const { enrolment, hub, session, now, review } = view;
  const base = enrolmentAddresses.hub(enrolment.id);
  const open = Temporal.Instant.compare(now, session.window.closesAt) < 0;
  const closing = instantInWords(session.window.closesAt);
  return (
    <Columns>
      <Section title={say.pieces}>
        <p>{say.piecesText(hub.given, hub.asked)}</p>
        {hub.excused.length > 0 && <p>{say.excused(hub.excused.length)}</p>}
        <p>
          <a href={`${base}/justificatifs`}>{say.seePieces}</a>
        </p>
      </Section>
      <Section title={say.documents}>
        <p>{say.documentsText(view.unread)}</p>
        <p>
          <a href={`${base}/documents`}>{say.seeDocuments}</a>
          <br />
          <a href={`${base}/confirmation`}>{say.confirmation}</a>
        </p>
      </Section>
      <Section title={say.more}>
        {open ? (
          <p>
            <a href={enrolmentAddresses.step(enrolment.id, 'recapitulatif')}>{say.change}</a>
            <br />
            <span class="muted">{say.changeText(closing)}</span>
          </p>
        ) : (
          <p class="muted">{say.changeClosed(closing)}</p>
        )}
        {(review.informations?.handicap === true || view.accommodation !== null) && (
          <p>
            <a href={enrolmentAddresses.accommodation(enrolment.id)}>{say.accommodation}</a>
            <br />
            <span class="muted">
              {view.accommodation === null
                ? say.accommodationTicked(untilInWords(session.window.closesAt))
                : say.accommodationAsked(view.accommodation.receivedOn)}
            </span>
          </p>
        )}
      </Section>
    </Columns>
  );
}
