import type { JSX } from 'preact';
import type { ResolvedSession } from '../../catalogue/index.ts';
import { parisDay } from '../../platform/time.ts';
import { Actions, ButtonLink, Details, dayInWords, EmptyState, Page, PageTitle, Section, Tag } from '../../ui/index.ts';
import { type Due, type Event, type Milestone, milestonesOf, type When } from '../rules/milestones.ts';
import { hasBegun, sessionsOfToday } from '../rules/phase.ts';
import { instantLine, isMidnight, monthInWords } from '../texts/dates.ts';
import { texts } from '../texts.ts';
import { sessionName } from './sessionNotice.tsx';
import type { View } from './view.ts';

const say = texts.calendar;
const file = texts.calendarFile;

/** Every date of every session: those of today first, those to come, those that are over folded. */
export function CalendarPage({ site, chrome, now }: View): JSX.Element {
  const catalogue = site.catalogue();
  const all = catalogue.sessions();
  const today = sessionsOfToday(all, now);
  const others = all.filter((session) => !today.includes(session));
  const over = others.filter((session) => hasBegun(session, now));
  const coming = others.filter((session) => !over.includes(session));
  return (
    <Page chrome={chrome} title={say.title} description={say.description} indexed>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {all.length === 0 && <EmptyState title={say.none}>{say.noneText}</EmptyState>}
      {[...today, ...coming].map((session) => (
        <Section key={session.code} id={`session-${session.code}`} title={sessionName(catalogue, session)}>
          <Dates session={session} now={now} label={sessionName(catalogue, session)} publicUrl={site.publicUrl} />
        </Section>
      ))}
      {over.map((session) => (
        <div key={session.code} id={`session-${session.code}`}>
          <Details summary={say.over(sessionName(catalogue, session))}>
            <Dates session={session} now={now} label={sessionName(catalogue, session)} publicUrl={site.publicUrl} />
          </Details>
        </div>
      ))}
      {all.length > 0 && <Subscription publicUrl={site.publicUrl} />}
      <p>
        <a href="/aide#pieces">{say.piecesPage}</a>
      </p>
    </Page>
  );
}

/** The dates in people's own calendars, which then follow ours. */
function Subscription({ publicUrl }: { readonly publicUrl: URL }): JSX.Element {
  return (
    <Section title={file.title} id="agenda">
      <p>{file.how}</p>
      <p>{file.kept}</p>
      <Actions>
        <ButtonLink href={subscriptionTo('/calendrier.ics', publicUrl)} kind="secondary">
          {file.subscribe}
        </ButtonLink>
        <ButtonLink href="/calendrier.ics" kind="secondary">
          {file.download}
        </ButtonLink>
      </Actions>
      <p>
        {file.address} <span class="code">{new URL('/calendrier.ics', publicUrl).href}</span>
      </p>
    </Section>
  );
}

/** `webcal:` makes a device subscribe where `https:` would make it download once. */
function subscriptionTo(path: string, publicUrl: URL): string {
  return new URL(path, publicUrl).href.replace(/^https?:/, 'webcal:');
}

function Dates({
  session,
  now,
  label,
  publicUrl,
}: {
  readonly session: ResolvedSession;
  readonly now: Temporal.Instant;
  readonly label: string;
  readonly publicUrl: URL;
}): JSX.Element {
  const milestones = milestonesOf(session, now);
  const next = milestones.find(({ past }) => !past);
  return (
    <>
      <ol class="timeline" aria-label={say.timeline(label)}>
        {milestones.map((milestone) => (
          <Line key={keyOf(milestone.when)} milestone={milestone} isNext={milestone === next} />
        ))}
      </ol>
      {session.resultsAt.at === null && <p>{say.resultsUnknown}</p>}
      <p>
        <a href={subscriptionTo(`/calendrier/${session.code}.ics`, publicUrl)}>{file.subscribeTo(label)}</a>
      </p>
    </>
  );
}

function Line({ milestone, isNext }: { readonly milestone: Milestone; readonly isNext: boolean }): JSX.Element {
  const { when, past, events } = milestone;
  const date = <time datetime={keyOf(when)}>{whenInWords(when)}</time>;
  return (
    <li class={past ? 'muted' : undefined}>
      {date}
      <div>
        {isNext && (
          <p>
            <Tag>{say.next}</Tag>
          </p>
        )}
        {events.map((event, index) => (
          <EventLines key={index} event={event} when={when} />
        ))}
        {past && <p>{say.past}</p>}
      </div>
    </li>
  );
}

function EventLines({ event, when }: { readonly event: Event; readonly when: When }): JSX.Element {
  switch (event.kind) {
    case 'opening':
    case 'closing':
      return (
        <p>
          <strong>{say[event.kind]}</strong> {event.kind === 'closing' && say.closingText}
        </p>
      );
    case 'pieces-open':
      return <p>{say.piecesOpen(event.groups)}</p>;
    case 'pieces':
      return <Pieces due={event.due} when={when} />;
    case 'corrections':
    case 'exam':
    case 'results':
      return (
        <>
          <p>{say[event.kind]}</p>
          {!event.settled && <p class="muted">{say[`${event.kind}Unsettled`]}</p>}
        </>
      );
  }
}

/** The pieces that must be in before that instant, those with the same sanction together. */
function Pieces({ due, when }: { readonly due: readonly Due[]; readonly when: When }): JSX.Element {
  const atMidnight = when.kind === 'instant' && isMidnight(when.instant);
  const lastDay = when.kind === 'instant' ? dayInWords(parisDay(when.instant).subtract({ days: 1 })) : '';
  return (
    <>
      <p>{atMidnight ? say.piecesBeforeDay(lastDay) : say.piecesBeforeHour}</p>
      <ul>
        {due.map(({ groups, sanction, help }) => (
          <li key={sanction}>
            {say.pieces(groups)}{' '}
            <span class="muted">
              {sanction} {help}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function whenInWords(when: When): string {
  if (when.kind === 'month') return monthInWords(when.month);
  return when.kind === 'day' ? dayInWords(when.day) : instantLine(when.instant);
}

function keyOf(when: When): string {
  if (when.kind === 'month') return when.month.toString();
  return when.kind === 'day' ? when.day.toString() : when.instant.toString({ smallestUnit: 'second' });
}
