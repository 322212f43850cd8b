import type { JSX } from 'preact';
import { accommodationAddresses } from '../../../accommodations/index.ts';
import type { Role } from '../../../accounts/index.ts';
import type { Catalogue, ResolvedSession } from '../../../catalogue/index.ts';
import {
  checkingAddresses,
  NO_FILTER,
  type Figures as Numbers,
  type QueueState,
  queueTexts,
} from '../../../checking/index.ts';
import { incidentDesk, incidentTexts } from '../../../incidents/index.ts';
import { juryAddresses } from '../../../jury/index.ts';
import { markAddresses } from '../../../marks/index.ts';
import { messageDesk, messageOfficeTexts } from '../../../messages/index.ts';
import { distance, distanceToEnd } from '../../../platform/french/distance.ts';
import { type Scope, sessionName, type WaitingLine } from '../../../scope/index.ts';
import { staffAddresses } from '../../../staff/index.ts';
import {
  Actions,
  Alert,
  ButtonLink,
  Checklist,
  type Figure,
  Figures,
  Page,
  type PageFrame,
  type PageProps,
  PageTitle,
  Section,
} from '../../../ui/index.ts';
import { type DueExam, Due as DueExamNotice } from '../../../watch/index.ts';
import { addresses } from '../../addresses.ts';
import { homeTexts } from '../homeTexts.ts';
import type { Deadline } from '../rules/nearestDeadline.ts';
import { FirstSteps } from './firstSteps.tsx';
import { SessionPictures, type SessionView } from './sessionPicture.tsx';
import { type GroupView, WaitingGroups } from './waitingGroups.tsx';

const say = homeTexts;

export type HomeView = PageFrame & {
  readonly notices: readonly string[];
  readonly scope: Scope;
  readonly figures: Numbers;
  /** For whom they stand in, a sentence each. */
  readonly standIn: readonly string[];
  /** What waits beside pieces and messages. */
  readonly lines: readonly WaitingLine[];
  /** For the head: exams that are near, of which somebody has no seat. */
  readonly exams: readonly { readonly due: DueExam; readonly label: string }[];
  readonly catalogue: Catalogue;
  /** Those that the office is at work on, with where their files stand. */
  readonly sessions: readonly SessionView[];
  /** What waits for whom; none for who has one group alone. */
  readonly groups: readonly GroupView[];
  /** Conversations that wait for an answer. */
  readonly messages: number;
  /** Whose tests have begun. */
  readonly atExam: ResolvedSession | null;
  /** Of that one, else of all. */
  readonly deadline: Deadline | null;
  readonly now: Temporal.Instant;
  /** Of nobody anything is kept yet: no file, no draft. */
  readonly isNew: boolean;
  /** Where to begin; null when nothing waits. */
  readonly first: string | null;
};

/** The session as a picture and what is to be done: the head sees where it stands first, an officer where to begin. */
export function HomePage(props: HomeView): JSX.Element {
  const { scope, standIn, figures, lines, messages, atExam, deadline, now, first, notices, exams, isNew, ...more } =
    props;
  const { catalogue, sessions, groups, ...view } = more;
  const picture = (
    <>
      <SessionPictures catalogue={catalogue} views={sessions} now={now} several={scope.sessions.length > 1} />
      {scope.portfolios === null && (
        <p>
          <a href={addresses.dashboard()}>{say.dashboard}</a>
        </p>
      )}
    </>
  );
  const todo = (
    <Section title={say.todo}>
      <Waiting lines={lines} />
      {isNew ? (
        <FirstSteps runs={scope.portfolios === null} />
      ) : (
        <>
          <Begin first={first} figures={figures} nothing={say.nothingText} />
          <WhatWaits figures={[...pieceFigures(figures, first), messageFigure(messages)]} others={lines.length} />
        </>
      )}
    </Section>
  );
  return (
    <Page {...view} layout="wide" title={say.title} sheets={['charts']} first={beginning(first)}>
      <PageTitle kicker={say.scope(scope.portfolios)} lead={leadOf(props)}>
        {say.title}
      </PageTitle>
      <Notices notices={notices} />
      {exams.map(({ due, label }) => (
        <DueExamNotice key={due.session} due={due} label={label} />
      ))}
      {standIn.length > 0 && (
        <Alert tone="info">
          {standIn.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Alert>
      )}
      {scope.portfolios === null && !isNew ? [picture, todo] : [todo, picture]}
      <WaitingGroups groups={groups} now={now} />
      {scope.portfolios === null && (
        <p>
          <a href={incidentDesk.incident()}>{incidentTexts.link}</a>
        </p>
      )}
    </Page>
  );
}

/** Within two keys, whatever stands above it. */
function beginning(first: string | null): PageProps['first'] {
  return first === null ? undefined : { href: first, label: say.start };
}

/** The first piece of the queue, or why there is none. */
function Begin({
  first,
  figures,
  nothing,
}: Pick<HomeView, 'first' | 'figures'> & { readonly nothing: string }): JSX.Element {
  if (first !== null)
    return (
      <Actions>
        <ButtonLink href={first}>{say.start}</ButtonLink>
      </Actions>
    );
  return (
    <p>
      <strong>{figures.beingRead === 0 ? say.nothing : say.nothingYet}.</strong>{' '}
      {figures.beingRead === 0 ? nothing : say.nothingBut(figures.beingRead)}
    </p>
  );
}

/** A figure of what may wait. `none`: that there is none of it, in words; said in a line with the others, never as large as news. */
type WaitingFigure = Omit<Figure, 'value'> & { readonly count: number; readonly none: string };

function WhatWaits({
  figures,
  others,
}: {
  readonly figures: readonly WaitingFigure[];
  /** How many other things wait. */
  readonly others: number;
}): JSX.Element {
  const some = figures.filter(({ count }) => count > 0);
  const none = figures.flatMap(({ count, none: words }) => (count === 0 && words !== '' ? [words] : []));
  return (
    <>
      {some.length > 0 && (
        <Figures figures={some.map(({ count, none: _, ...figure }) => ({ ...figure, value: say.figure(count) }))} />
      )}
      {none.length > 0 && <p class="muted">{say.nothingElse(none, some.length + others > 0)}</p>}
    </>
  );
}

function leadOf({ atExam, deadline, now, catalogue }: HomeView): string {
  const nameOf = (session: ResolvedSession): string => sessionName(catalogue, session);
  const next =
    deadline === null
      ? []
      : [
          say.deadline(
            deadline,
            nameOf(deadline.session),
            (deadline.kind === 'exam' || deadline.kind === 'results' ? distance : distanceToEnd)(now, deadline.at),
          ),
        ];
  const said = [...(atExam === null ? [] : [say.atExam(atExam, nameOf(atExam))]), ...next];
  return said.length === 0 ? say.noDeadline : said.join(' ');
}

/** What doesn't work at present and who sits here must know. */
function Notices({ notices }: Pick<HomeView, 'notices'>): JSX.Element | null {
  if (notices.length === 0) return null;
  return (
    <Alert tone="danger" title={say.troublesTitle}>
      {notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
    </Alert>
  );
}

/** Where nothing is to be begun, that is said in its own words. */
function pieceFigures(figures: Numbers, first: string | null): readonly WaitingFigure[] {
  const list = (state: QueueState): string => checkingAddresses.queue({ ...NO_FILTER, state });
  return [
    {
      label: say.toCheck,
      count: figures.toCheck,
      none: first === null ? '' : say.noneOf.toCheck,
      href: list('handed-over'),
      detail: say.toCheckDetail,
    },
    { label: say.corrected, count: figures.corrected, none: say.noneOf.corrected, href: list('corrected') },
    {
      label: say.notHandedOver,
      count: figures.notHandedOver,
      none: say.noneOf.notHandedOver,
      href: list('not-handed-over'),
      detail: say.notHandedOverDetail,
    },
    ...(figures.beingRead === 0
      ? []
      : [
          {
            label: say.beingRead,
            count: figures.beingRead,
            none: '',
            href: list('being-read'),
            detail: say.beingReadDetail(figures.unreadSheets),
          },
        ]),
  ];
}

function messageFigure(count: number): WaitingFigure {
  const { waiting, detail } = messageOfficeTexts.home;
  return { label: waiting, count, none: say.noneOf.messages, href: messageDesk.messages(), detail };
}

/** For who decides on accommodations: the requests, decisions and documents of health that wait, and nothing of the files. */
export function AccommodationHomePage({
  figures,
  lines,
  first,
  notices,
  ...view
}: PageFrame & Pick<HomeView, 'figures' | 'lines' | 'first' | 'notices'>): JSX.Element {
  const words = say.yours.accommodation;
  return (
    <Page {...view} layout="wide" title={words.title} first={beginning(first)}>
      <PageTitle lead={words.text}>{words.title}</PageTitle>
      <Notices notices={notices} />
      <Waiting lines={lines} />
      {(first !== null || lines.length === 0) && (
        <Begin first={first} figures={figures} nothing={queueTexts.emptyConfidential} />
      )}
      <p>
        <a href={accommodationAddresses.list()}>{words.requests}</a>
      </p>
      <Section title={say.documents}>
        <WhatWaits figures={pieceFigures(figures, first)} others={lines.length} />
      </Section>
    </Page>
  );
}

/** Each thing that waits, with where it is; what presses stands in front. */
function Waiting({ lines }: Pick<HomeView, 'lines'>): JSX.Element | null {
  if (lines.length === 0) return null;
  const pressing = ({ tone }: WaitingLine): boolean => tone === 'warn';
  return (
    <Checklist
      items={[...lines.filter(pressing), ...lines.filter((line) => !pressing(line))].map((line) => ({
        state: pressing(line) ? 'problem' : 'todo',
        label: line.words,
        detail: <a href={line.href}>{line.see}</a>,
      }))}
    />
  );
}

/** For those who read no files: what is theirs, and nothing that isn't. */
export function OwnPage({
  role,
  notices,
  ...view
}: PageFrame & Pick<HomeView, 'notices'> & { readonly role: Extract<Role, 'jury' | 'admin'> }): JSX.Element {
  const words = say.yours[role];
  return (
    <Page {...view} title={words.title}>
      <PageTitle lead={words.text}>{words.title}</PageTitle>
      <Notices notices={notices} />
      {role === 'jury' && (
        <Actions>
          <ButtonLink href={markAddresses.list()}>{say.yours.jury.marks}</ButtonLink>
          <ButtonLink kind="secondary" href={juryAddresses.list()}>
            {say.yours.jury.juries}
          </ButtonLink>
        </Actions>
      )}
      {role === 'admin' && (
        <Actions>
          <ButtonLink href={staffAddresses.staff()}>{say.staff}</ButtonLink>
          <ButtonLink kind="secondary" href={addresses.journal()}>
            {say.journal}
          </ButtonLink>
        </Actions>
      )}
    </Page>
  );
}
