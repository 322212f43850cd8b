import type { JSX } from 'preact';
import { ExtensionNotice, enrolmentAddresses, enrolmentTexts, isLiving } from '../../../enrolment/index.ts';
import { LeftOut, ValidationUndone } from '../../../hearings/index.ts';
import { messageAddresses, messageTexts } from '../../../messages/index.ts';
import { answerAskedIn, BeingRead, codesOf, rightsOf, todosOf, unreadIn } from '../../../pieces/index.ts';
import { parisDay } from '../../../platform/time.ts';
import { ResultNotice } from '../../../publication/index.ts';
import {
  Alert,
  Checklist,
  DangerLink,
  Details,
  distanceToEnd,
  endInWords,
  Identifier,
  listing,
  Page,
  PageTitle,
  Section,
  Timeline,
} from '../../../ui/index.ts';
import { entriesTexts } from '../../entriesTexts.ts';
import { readingsTexts } from '../../readingsTexts.ts';
import { dated, decidedInWords, dueFirst, stateInWords } from '../../state.ts';
import { texts } from '../../texts.ts';
import { labelOfPiece, NextAct } from '../nextAct.tsx';
import { ReserveNotice } from '../reserveNotice.tsx';
import { Doors } from './doors.tsx';
import { Ended, isOutOfTime, isTestDay, NextTestNotice, OutOfTime } from './notices.tsx';
import { added, awaitedOf, doneOf, laterTasksOf, officeTasksOf, otherwiseOf, tasksOf } from './tasks.ts';
import type { HubView } from './view.ts';

const say = texts.hub;
/** Of what happened, before the rest is asked for. */
const FIRST_ENTRIES = 4;

/** The page that people come back to: where am I, what is missing, until when, what next. */
export function HubPage(view: HubView): JSX.Element {
  const { enrolment } = view;
  const { number } = enrolment;
  const state = stateInWords(enrolment, view.remaining, decidedInWords(enrolment, view));
  const title = `${number === null ? say.numbered : `${say.numbered} ${number}`}${say.state(state)}`;
  return (
    <Page chrome={view.chrome} title={title} flash={view.flash} layout="wide" {...following(view)}>
      <PageTitle kicker={whichOf(view)} aside={number === null ? texts.list.draft : say.version(enrolment.version)}>
        {number === null ? (
          title
        ) : (
          <>
            {say.numbered} <Identifier>{number}</Identifier>
            {say.state(state)}
          </>
        )}
      </PageTitle>
      {isTestDay(view) && <NextTestNotice view={view} />}
      {view.results !== undefined && view.results !== null && (
        <ResultNotice enrolmentId={enrolment.id} news={view.results} kind={kindOf(view)} />
      )}
      <ReserveNotice
        enrolment={enrolment}
        reserve={view.reserve ?? null}
        notified={view.notified}
        remedies={view.remedies}
        isOpen={Temporal.Instant.compare(view.now, view.session.window.closesAt) < 0}
        goesOn={todosOf(view.remaining).length > 0}
      />
      {isLiving(enrolment) && <ExtensionNotice session={view.session} now={view.now} />}
      {view.undone && <ValidationUndone decision={view.undone} />}
      <LeftOut
        decisions={view.leftOut ?? []}
        begun={Temporal.PlainDate.compare(view.session.examStartsOn.on, parisDay(view.now)) <= 0}
      />
      {!isTestDay(view) && <NextTestNotice view={view} />}
      <Ended view={view} />
      <OutOfTime view={view} />
      {isLiving(enrolment) ? <Standing view={view} /> : <Rights view={view} />}
      {number !== null && isLiving(enrolment) && <Doors view={view} />}
      {number !== null && !isLiving(enrolment) && (
        <p>
          <a href={enrolmentAddresses.disclosure(enrolment.id)}>{enrolmentTexts.disclosure.title}</a>
          <br />
          <a href={messageAddresses.messages(enrolment.id)}>{messageTexts.hub.open}</a>
        </p>
      )}
      <History view={view} />
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

/** A page has one primary button: on the day of a test that of the summons. */
function kindOf(view: HubView): 'primary' | 'secondary' {
  return isTestDay(view) ? 'secondary' : 'primary';
}

/** While files of it wait to be read, the page follows by itself. */
function following({ remaining }: HubView): { readonly scripts?: readonly string[] } {
  return unreadIn(remaining) === 0 ? {} : { scripts: ['deposit.js'] };
}

/** The speciality and its form, or the exam while none is chosen. */
function whichOf({ session, catalogue, review: { qualification } }: HubView): string {
  const exam = texts.begin.session(
    catalogue.exam(session.exam)?.name ?? session.exam,
    texts.session(session.label, session.demonstration),
  );
  return qualification === null
    ? say.which(exam, say.toChoose)
    : say.which(qualification.speciality.name, say.form(enrolmentTexts.forms[qualification.form]));
}

/** What the candidate has to do, what the office has, what is done. */
function Standing({ view }: { readonly view: HubView }): JSX.Element | null {
  const tasks = tasksOf(view);
  const later = laterTasksOf(view);
  const done = doneOf(view);
  if (isOutOfTime(view)) return null;
  return (
    <>
      {view.enrolment.status === 'validated' && (
        <Alert tone="ok" title={say.validated}>
          {say.validatedText}
        </Alert>
      )}
      <BeingRead pieces={view.pieces} enrolmentId={view.enrolment.id} />
      <Next view={view} />
      {tasks.length > 0 && (
        <Section title={say.toDo} id="a-faire">
          <Checklist items={tasks} />
          <Otherwise sentences={otherwiseOf(view, false)} />
        </Section>
      )}
      {later.length > 0 && (
        <Section title={say.laterTitle}>
          <Checklist items={later} />
          <Otherwise sentences={otherwiseOf(view, true)} />
        </Section>
      )}
      <Rights view={view} />
      {done.length > 0 && (
        <Details summary={say.done(done.length)}>
          <Checklist items={done} />
        </Details>
      )}
    </>
  );
}

/** What they may do and needn't, and what is awaited of others: it is said once the enrolment has ended too. */
function Rights({ view }: { readonly view: HubView }): JSX.Element {
  const rights = rightsOf(view.remaining).map(added);
  const office = isLiving(view.enrolment) ? officeTasksOf(view) : awaitedOf(view);
  return (
    <>
      {rights.length > 0 && (
        <Section title={say.may}>
          <Checklist items={rights} />
        </Section>
      )}
      {office.length > 0 && (
        <Section title={say.office.title}>
          <Checklist items={office} />
        </Section>
      )}
    </>
  );
}

/** What happens if it isn't done, each said once. */
function Otherwise({ sentences }: { readonly sentences: readonly string[] }): JSX.Element {
  return (
    <>
      {sentences.map((sentence) => (
        <p key={sentence} class="muted">
          {sentence}
        </p>
      ))}
    </>
  );
}

/** What is too late, the nearest deadline of this person, in words, and the only primary button of the page. */
function Next({ view }: { readonly view: HubView }): JSX.Element {
  const { next, deadline, acts } = view.remaining;
  const asked = answerAskedIn(view.remaining);
  const late = codesOf(view.remaining, 'late');
  // The notice above says what becomes of it.
  const isSetAside = view.enrolment.reserve === 'upheld';
  const left = acts.filter(({ state }) => state !== 'done').map(({ name }) => name);
  const act = !isSetAside && (
    <p>
      <NextAct of={{ ...view, step: view.review.next }} remaining={view.remaining} kind={kindOf(view)} />
    </p>
  );
  return (
    <>
      {late.length > 0 && !isSetAside ? (
        <Alert tone="danger" title={say.lateTitle}>
          <p>{say.late(listing(late.map((code) => labelOfPiece(view, code))))}</p>
          {late.flatMap((code) => {
            const said = view.comments.get(code);
            return said === undefined ? [] : [<p key={code}>{said}</p>];
          })}
          {act}
        </Alert>
      ) : (
        view.enrolment.number !== null && !isSetAside && left.length > 0 && <p>{say.when(left)}</p>
      )}
      {asked !== null && (
        <Alert tone="warn" title={dated(asked.title, asked)}>
          <p>{asked.otherwise}</p>
          {act}
          {next !== asked && (
            <p>
              <a href={asked.href}>{asked.label}</a>
            </p>
          )}
        </Alert>
      )}
      {deadline !== null && (
        <p>{say.deadline(endInWords(deadline), distanceToEnd(view.now, deadline), dueFirst(view.remaining))}</p>
      )}
      {asked === null &&
        late.length === 0 &&
        (next === null && !isSetAside ? unreadIn(view.remaining) === 0 && <p>{say.nothing}</p> : act)}
    </>
  );
}

/** What happened, the newest first; the older folded. */
function History({ view }: { readonly view: HubView }): JSX.Element | null {
  const { history, enrolment } = view;
  if (history.length === 0) return null;
  return (
    <Section title={say.journal}>
      <Timeline entries={history} shown={FIRST_ENTRIES} />
      {enrolment.number !== null && (
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
  );
}
