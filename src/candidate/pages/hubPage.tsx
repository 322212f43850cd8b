import type { JSX } from 'preact';
import { type AccommodationRequest, accommodationAddresses, accommodationTexts } from '../../accommodations/index.ts';
import type { Catalogue, ResolvedSession } from '../../catalogue/index.ts';
import { type Cancellation, closingAddresses } from '../../closing/index.ts';
import {
  completionTexts,
  type Enrolment,
  ExtensionNotice,
  enrolmentAddresses,
  enrolmentTexts,
  isLiving,
  isRunning,
  type Reserve,
  type Review,
  titleOf,
} from '../../enrolment/index.ts';
import { convocationTexts, examAddresses, nextTestOf, type Summons } from '../../exam/index.ts';
import { messageAddresses, messageTexts } from '../../messages/index.ts';
import {
  type Act,
  codesOf,
  progressInWords,
  type Remaining,
  SIGNED_CONFIRMATION,
  type Todo,
} from '../../pieces/index.ts';
import { type ResultNews, ResultNotice } from '../../publication/index.ts';
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
import { entriesTexts } from '../entriesTexts.ts';
import { readingsTexts } from '../readingsTexts.ts';
import { texts } from '../texts.ts';
import { ReserveNotice } from './reserveNotice.tsx';

const say = texts.hub;

export type HubView = {
  readonly chrome: Chrome;
  readonly enrolment: Enrolment;
  readonly session: ResolvedSession;
  readonly catalogue: Catalogue;
  readonly review: Review;
  readonly remaining: Remaining;
  /** The one it stands under, or stood under when an officer decided. */
  readonly reserve?: Reserve | null;
  readonly unread: number;
  /** Of the office, to be read; and the candidate's own that wait for an answer. */
  readonly messages: { readonly toRead: number; readonly waiting: number };
  /** The request for arrangements, once it came. */
  readonly accommodation: AccommodationRequest | null;
  /** What they were told last of where and when they sit. */
  readonly summons: Summons | null;
  /** Do units that an officer completed wait for their word? */
  readonly unitsProposed: boolean;
  /** Did an officer type in their name? */
  readonly isTyped: boolean;
  /** Until when the last invitation to regularise runs, or ran; null: there was none. */
  readonly invitedUntil: Temporal.Instant | null;
  /** Where the result of the exam is, or when it comes; null: nothing is decided. */
  readonly results?: ResultNews | null;
  /** Why it was cancelled. */
  readonly cancelled: Pick<Cancellation, 'words' | 'ground'> | null;
  /** Where the notification of that stands. */
  readonly notified: string | null;
  readonly history: readonly TimelineEntry[];
  readonly now: Temporal.Instant;
  readonly flash: Flash | null;
};

/** The page that people come back to: where am I, what is missing, until when, what next. */
export function HubPage(view: HubView): JSX.Element {
  const { enrolment, review } = view;
  const { number } = enrolment;
  const { session, catalogue } = view;
  const exam = texts.begin.session(
    catalogue.exam(session.exam)?.name ?? session.exam,
    texts.session(session.label, session.demonstration),
  );
  const title = review.qualification?.speciality.name ?? exam;
  return (
    <Page chrome={view.chrome} title={title} flash={view.flash} layout="wide">
      <PageTitle
        kicker={
          review.qualification === null ? say.toChoose : say.form(enrolmentTexts.forms[review.qualification.form])
        }
        aside={number === null ? texts.list.draft : <Identifier>{say.version(number, enrolment.version)}</Identifier>}
      >
        {title}
      </PageTitle>
      {view.results !== undefined && view.results !== null && (
        <ResultNotice enrolmentId={enrolment.id} news={view.results} />
      )}
      <ReserveNotice enrolment={enrolment} reserve={view.reserve ?? null} notified={view.notified} />
      {isLiving(enrolment) && <ExtensionNotice session={session} now={view.now} />}
      <Invited view={view} />
      {view.unitsProposed && isRunning(enrolment) && (
        <Alert tone="warn" title={completionTexts.hub.title}>
          <p>{completionTexts.hub.text}</p>
          <p>
            <a href={enrolmentAddresses.units(enrolment.id)}>{completionTexts.hub.open}</a>
          </p>
        </Alert>
      )}
      <Summoned view={view} />
      <Standing view={view} />
      {number !== null && isLiving(enrolment) && <Doors view={view} />}
      {number !== null && !isLiving(enrolment) && (
        <p>
          <a href={enrolmentAddresses.disclosure(enrolment.id)}>{enrolmentTexts.disclosure.title}</a>
          <br />
          <a href={messageAddresses.messages(enrolment.id)}>{messageTexts.hub.open}</a>
        </p>
      )}
      {view.history.length > 0 && (
        <Section title={say.journal}>
          <Timeline entries={view.history} />
          {number !== null && (
            <p>
              <a href={enrolmentAddresses.readings(enrolment.id)}>{readingsTexts.open}</a>
              {view.isTyped && (
                <>
                  {' · '}
                  <a href={enrolmentAddresses.entries(enrolment.id)}>{entriesTexts.open}</a>
                </>
              )}
            </p>
          )}
        </Section>
      )}
      {isLiving(enrolment) && (
        <p>
          <DangerLink href={enrolmentAddresses.withdrawal(enrolment.id)}>
            {number === null ? say.withdrawDraft : say.withdraw}
          </DangerLink>
        </p>
      )}
    </Page>
  );
}

/** An invitation to regularise that is open: what it is for, and where to be heard. What is missing stands in what remains. */
function Invited({ view: { enrolment, invitedUntil, now } }: { readonly view: HubView }): JSX.Element | null {
  if (invitedUntil === null || !isRunning(enrolment) || Temporal.Instant.compare(now, invitedUntil) >= 0) return null;
  return (
    <Alert tone="warn" title={say.invited.title}>
      <p>{say.invited.text(untilInWords(invitedUntil))}</p>
      <p>
        <a href={closingAddresses.observations(enrolment.id)}>{say.invited.observations}</a>
      </p>
    </Alert>
  );
}

/** The next test of who is summoned; the last word where the summons is void. */
function Summoned({ view: { enrolment, summons, now } }: { readonly view: HubView }): JSX.Element | null {
  if (summons === null || !isRunning(enrolment)) return null;
  const say = convocationTexts;
  const next = nextTestOf(summons.facts.seats, now);
  const title = next.is === 'none' ? say.void : next.is === 'over' ? say.next.over : say.next[next.is](next.seat);
  return (
    <Alert tone={next.is === 'none' ? 'warn' : 'info'} title={title}>
      {'seat' in next && <p>{say.whereOf(next.seat)}</p>}
      <p>
        <a href={examAddresses.summons(enrolment.id)}>{say.hub}</a>
      </p>
    </Alert>
  );
}

/** What is to be said first: it has ended, it is definitive, it is too late for a draft, or the four acts. */
function Standing({ view }: { readonly view: HubView }): JSX.Element | null {
  const { enrolment, session, now } = view;
  const { status } = enrolment;
  if (status === 'set-aside' && enrolment.reserve === 'upheld') return null;
  if (status === 'withdrawn' || status === 'set-aside' || status === 'cancelled' || status === 'abandoned') {
    const ended = say.ended[status](shortInstant(enrolment.endedAt ?? enrolment.savedAt));
    return (
      <Alert tone="warn">
        <p>{ended}</p>
        {status === 'cancelled' && view.cancelled !== null && (
          <>
            <p class="typed">{enrolmentTexts.reserve.words(view.cancelled.words)}</p>
            <p>{enrolmentTexts.reserve.ground(view.cancelled.ground)}</p>
            {view.notified !== null && <p>{view.notified}</p>}
            <p>
              <a href={`/candidatures/${enrolment.id}/documents`}>{say.cancelledPaper}</a>
            </p>
          </>
        )}
        {status === 'cancelled' && enrolmentTexts.reserve.remedies.map((remedy) => <p key={remedy}>{remedy}</p>)}
      </Alert>
    );
  }
  const { opensAt, closesAt } = session.window;
  if (status === 'draft' && Temporal.Instant.compare(now, closesAt) >= 0)
    return (
      <Alert tone="warn">
        <p>{say.draftClosed(instantInWords(closesAt))}</p>
        <p>
          <a href="/contact">{say.contacts}</a>
        </p>
      </Alert>
    );
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
      <Checklist items={[...view.remaining.acts.map((act) => checklistItem(view, act)), ...refusedItems(view)]} />
      <Later view={view} />
      <Next view={view} />
    </>
  );
}

function checklistItem({ enrolment, remaining, session, now }: HubView, act: Act): ChecklistItem {
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
            : act.state === 'partial'
              ? say.signedNotHandedOver
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
          // Which one is refused stands below, with its date.
          remaining.given === remaining.asked && act.state === 'partial'
            ? say.toHandOver
            : remaining.asked === 0
              ? until
              : say.givenOf(remaining.given, remaining.asked),
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
              : remaining.next === null && codesOf(remaining, 'late').length === 0
                ? say.byOfficeAlone
                : say.byOffice,
      };
  }
}

/** Each refused piece with its own date, but the sheet: it is an act above. */
function refusedItems(view: HubView): readonly ChecklistItem[] {
  return view.remaining.lines.flatMap((line): readonly ChecklistItem[] =>
    line.act !== 'correct' || line.code === SIGNED_CONFIRMATION
      ? []
      : [
          {
            state: 'problem',
            label: labelOfPiece(view, line.code),
            href: addressOf(view, line),
            detail: say.giveAgain(untilInWords(line.until)),
          },
        ],
  );
}

/** What has a date and a sanction of its own (R.408), whatever else is left to do. */
function Later({ view }: { readonly view: HubView }): JSX.Element | null {
  const { enrolment, remaining, session } = view;
  if (remaining.later.length === 0) return null;
  // A definitive enrolment has no title above its acts.
  const Title = enrolment.status === 'validated' ? 'h2' : 'h3';
  const items = remaining.later.map(({ group, state, given, asked, until }) => ({
    state,
    label: session.pieceGroups.find(({ code }) => code === group)?.label ?? group,
    href: `${enrolmentAddresses.hub(enrolment.id)}/justificatifs#groupe-${group}`,
    detail: say.laterOf(given, asked, untilInWords(until)),
  }));
  return (
    <>
      <Title>{say.laterTitle}</Title>
      <Checklist items={items} />
    </>
  );
}

/** The nearest deadline of this person, in words, and the only primary button of the page. */
function Next({ view }: { readonly view: HubView }): JSX.Element {
  const { next, deadline } = view.remaining;
  const late = codesOf(view.remaining, 'late');
  return (
    <>
      {late.length > 0 && (
        <Alert tone="danger" title={say.lateTitle}>
          {say.late(listing(late.map((code) => labelOfPiece(view, code))))}
        </Alert>
      )}
      {deadline !== null && <p>{say.deadline(endInWords(deadline), distance(view.now, deadline))}</p>}
      {next === null ? (
        late.length === 0 && <p>{say.nothing}</p>
      ) : (
        <p>
          <ButtonLink href={addressOf(view, next)}>{labelOf(view, next)}</ButtonLink>
        </p>
      )}
    </>
  );
}

function labelOfPiece({ catalogue, session }: HubView, code: string): string {
  return catalogue.pieceType({ session: session.code, code })?.label ?? code;
}

function labelOf(view: HubView, todo: Todo): string {
  const words = say.actions;
  switch (todo.act) {
    case 'register':
      return words.register(titleOf(view.review.next));
    case 'correct':
      return words.correct(labelOfPiece(view, todo.code));
    case 'give': {
      const [only, ...others] = todo.codes;
      return todo.later && only !== undefined && others.length === 0
        ? words.later(labelOfPiece(view, only))
        : words.give(todo.codes.length);
    }
    default:
      return words[todo.act];
  }
}

function addressOf({ enrolment, review }: HubView, todo: Todo): string {
  const base = enrolmentAddresses.hub(enrolment.id);
  switch (todo.act) {
    case 'register':
    case 'finish-change':
      return enrolmentAddresses.step(enrolment.id, review.next);
    case 'correct':
      return todo.code === SIGNED_CONFIRMATION ? `${base}/confirmation` : `${base}/justificatifs/${todo.code}`;
    case 'sign':
      return `${base}/confirmation`;
    default:
      return `${base}/justificatifs`;
  }
}

function Messages({ view: { enrolment, messages } }: { readonly view: HubView }): JSX.Element {
  const words = messageTexts.hub;
  const { toRead, waiting } = messages;
  return (
    <Section title={words.title}>
      <p>
        {toRead > 0 ? <strong>{words.unread(toRead)}</strong> : waiting > 0 ? messageTexts.waits(waiting) : words.none}
      </p>
      <p>
        <a href={messageAddresses.messages(enrolment.id)}>{words.open}</a>
      </p>
    </Section>
  );
}

function Doors({ view }: { readonly view: HubView }): JSX.Element {
  const { enrolment, remaining, session, now } = view;
  const excused = codesOf(remaining, 'exempted').length;
  const base = enrolmentAddresses.hub(enrolment.id);
  const open = Temporal.Instant.compare(now, session.window.closesAt) < 0;
  const closing = instantInWords(session.window.closesAt);
  return (
    <Columns>
      <Section title={say.pieces}>
        <p>{progressInWords(remaining)}.</p>
        {excused > 0 && <p>{say.excused(excused)}</p>}
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
          <br />
          <a href={examAddresses.summons(enrolment.id)}>{convocationTexts.hub}</a>
        </p>
      </Section>
      <Messages view={view} />
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
        <p>
          <a href={enrolmentAddresses.disclosure(enrolment.id)}>{enrolmentTexts.disclosure.title}</a>
        </p>
        <p>
          <a href={accommodationAddresses.request(enrolment.id)}>{accommodationTexts.hub.title}</a>
          <br />
          <span class="muted">{accommodationLine(view)}</span>
        </p>
      </Section>
    </Columns>
  );
}

/** The same line for everybody: that it is there says nothing of anybody. */
function accommodationLine({ accommodation, review, session }: HubView): string {
  const { hub, states } = accommodationTexts;
  if (accommodation !== null && accommodation.state !== 'draft') return `${states[accommodation.state]}.`;
  return accommodation !== null || review.informations?.handicap === true
    ? hub.ticked(untilInWords(session.window.closesAt))
    : hub.none;
}
