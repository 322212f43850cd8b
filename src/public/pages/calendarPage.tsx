import type { JSX } from 'preact';
import type { ResolvedSession } from '../../catalogue/index.ts';
import { ExtensionNotice } from '../../enrolment/index.ts';
import { parisDay } from '../../platform/time.ts';
import { Actions, ButtonLink, Details, dayInWords, EmptyState, Page, PageTitle, Section, Tag } from '../../ui/index.ts';
import { deadlineStrip } from '../deadlineStrip.ts';
import {
  type DueMilestone,
  type Event,
  type Milestone,
  type MilestoneDate,
  milestonesOf,
} from '../rules/milestones.ts';
import { hasBegun, sessionsOfToday } from '../rules/phase.ts';
import { carrying, sessionsIn } from '../rules/scope.ts';
import { sessionName } from '../sessionName.ts';
import { instantLine, isMidnight, monthInWords } from '../texts/dates.ts';
import { texts } from '../texts.ts';
import { CaveatNote } from './caveatNote.tsx';
import { ScopeChoice } from './scopeChoice.tsx';
import type { View } from './view.ts';

const say = texts.calendar;
const words = texts.calendarFile;

/** Every date of every session: those of today first, those to come, those that are over folded. */
export function CalendarPage(view: View): JSX.Element {
  const { site, chrome, now, scope } = view;
  const catalogue = site.catalogue();
  const all = sessionsIn(catalogue, scope);
  const today = scope.offerings.flatMap((one) => sessionsOfToday(sessionsIn(catalogue, { offerings: [one] }), now));
  const others = all.filter((session) => !today.includes(session));
  const over = others.filter((session) => hasBegun(session, now));
  const coming = others.filter((session) => !over.includes(session));
  // Of several places, one line each says what presses; the rest of its dates is asked for.
  const several = scope.offerings.length > 1;
  return (
    <Page chrome={chrome} title={say.title} description={say.description} indexed>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      <ScopeChoice {...view} />
      {all.length === 0 && <EmptyState title={say.none}>{say.noneText}</EmptyState>}
      {several
        ? [...today, ...coming].map((session) => (
            <Folded
              key={session.code}
              session={session}
              summary={texts.chrome.named(sessionName(catalogue, session), deadlineStrip(session, now).text)}
              {...view}
            />
          ))
        : [...today, ...coming].map((session) => (
            <Section key={session.code} id={`session-${session.code}`} title={sessionName(catalogue, session)}>
              <Dates session={session} now={now} label={sessionName(catalogue, session)} publicUrl={site.publicUrl} />
            </Section>
          ))}
      {over.map((session) => (
        <Folded key={session.code} session={session} summary={say.over(sessionName(catalogue, session))} {...view} />
      ))}
      {all.length > 0 && <Subscription publicUrl={site.publicUrl} file={carrying(FILE, chrome.address)} />}
      <p>
        <a href="/aide#pieces">{say.piecesPage}</a>
      </p>
    </Page>
  );
}

function Folded({
  session,
  summary,
  site,
  now,
}: View & { readonly session: ResolvedSession; readonly summary: string }): JSX.Element {
  const label = sessionName(site.catalogue(), session);
  return (
    <div id={`session-${session.code}`}>
      <Details summary={summary}>
        <Dates session={session} now={now} label={label} publicUrl={site.publicUrl} />
      </Details>
    </div>
  );
}

const FILE = '/calendrier.ics';

/** The dates in people's own calendars, which then follow ours. */
function Subscription({ publicUrl, file }: { readonly publicUrl: URL; readonly file: string }): JSX.Element {
  return (
    <Section title={words.title} id="agenda">
      <p>{words.how}</p>
      <p>{words.kept}</p>
      <Actions>
        <ButtonLink href={subscriptionTo(file, publicUrl)} kind="secondary">
          {words.subscribe}
        </ButtonLink>
        <ButtonLink href={file} kind="secondary">
          {words.download}
        </ButtonLink>
      </Actions>
      <p>
        {words.address} <span class="code">{new URL(file, publicUrl).href}</span>
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
      <ExtensionNotice session={session} now={now} />
      <CaveatNote of={session} />
      <ol class="timeline" aria-label={say.timeline(label)}>
        {milestones.map((milestone) => (
          <Line key={keyOf(milestone.when)} milestone={milestone} isNext={milestone === next} />
        ))}
      </ol>
      {session.resultsAt.at === null && <p>{say.resultsUnknown}</p>}
      <p>
        <a href={subscriptionTo(`/calendrier/${session.code}.ics`, publicUrl)}>{words.subscribeTo(label)}</a>
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

function EventLines({ event, when }: { readonly event: Event; readonly when: MilestoneDate }): JSX.Element {
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
function Pieces({ due, when }: { readonly due: readonly DueMilestone[]; readonly when: MilestoneDate }): JSX.Element {
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

function whenInWords(when: MilestoneDate): string {
  if (when.kind === 'month') return monthInWords(when.month);
  return when.kind === 'day' ? dayInWords(when.day) : instantLine(when.instant);
}

function keyOf(when: MilestoneDate): string {
  if (when.kind === 'month') return when.month.toString();
  return when.kind === 'day' ? when.day.toString() : when.instant.toString({ smallestUnit: 'second' });
}
