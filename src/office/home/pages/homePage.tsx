import type { JSX } from 'preact';
import { accommodationAddresses } from '../../../accommodations/index.ts';
import type { Role } from '../../../accounts/index.ts';
import type { ResolvedSession } from '../../../catalogue/index.ts';
import {
  checkingAddresses,
  NO_FILTER,
  type Figures as Numbers,
  type QueueState,
  queueTexts,
} from '../../../checking/index.ts';
import { incidentDesk, incidentTexts } from '../../../incidents/index.ts';
import { markAddresses } from '../../../marks/index.ts';
import { messageDesk, messageOfficeTexts } from '../../../messages/index.ts';
import { distance, distanceToEnd } from '../../../platform/french/distance.ts';
import { deskAddresses, FILE_STATE_NAMES, type Scope, type WaitingLine } from '../../../scope/index.ts';
import { staffAddresses } from '../../../staff/index.ts';
import {
  Actions,
  Alert,
  ButtonLink,
  EmptyState,
  Figures,
  Page,
  type PageFrame,
  PageTitle,
  Section,
} from '../../../ui/index.ts';
import { type DueExam, Due as DueExamNotice } from '../../../watch/index.ts';
import { addresses } from '../../addresses.ts';
import { homeTexts } from '../homeTexts.ts';
import type { Deadline } from '../rules/nearestDeadline.ts';

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
  /** Conversations that wait for an answer. */
  readonly messages: number;
  /** Whose tests have begun. */
  readonly atExam: ResolvedSession | null;
  /** Of that one, else of all. */
  readonly deadline: Deadline | null;
  readonly now: Temporal.Instant;
  /** Where to begin; null when nothing waits. */
  readonly first: string | null;
};

/** What waits, each number with the list behind it. */
export function HomePage(props: HomeView): JSX.Element {
  const { scope, standIn, figures, lines, messages, atExam, deadline, now, first, notices, exams, ...view } = props;
  return (
    <Page {...view} layout="wide" title={say.title}>
      <PageTitle kicker={say.scope(scope.portfolios)} lead={leadOf(atExam, deadline, now)}>
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
      {first === null ? (
        <EmptyState title={figures.beingRead === 0 ? say.nothing : say.nothingYet}>
          {figures.beingRead === 0 ? say.nothingText : say.nothingBut(figures.beingRead)}
        </EmptyState>
      ) : (
        <Actions>
          <ButtonLink href={first}>{say.start}</ButtonLink>
        </Actions>
      )}
      <Waiting lines={lines} />
      <Section title={say.pieces}>
        <Figures figures={pieceFigures(figures)} />
      </Section>
      <Section title={messageOfficeTexts.home.title}>
        <Figures
          figures={[
            {
              label: messageOfficeTexts.home.waiting,
              value: say.figure(messages),
              href: messageDesk.messages(),
              detail: messageOfficeTexts.home.detail,
            },
          ]}
        />
      </Section>
      <Section title={say.files}>
        <Figures
          figures={(['under-reserve', 'to-sign', 'signed', 'validated'] as const).map((state) => ({
            label: say.fileStates[state],
            value: say.figure(figures.files[state]),
            href: deskAddresses.files({ etat: FILE_STATE_NAMES[state] }),
            ...(state === 'signed' && figures.unreadSheets > 0
              ? { detail: say.unreadSheets(figures.unreadSheets) }
              : {}),
          }))}
        />
      </Section>
      {scope.portfolios === null && (
        <p>
          <a href={incidentDesk.incident()}>{incidentTexts.link}</a>
        </p>
      )}
    </Page>
  );
}

function leadOf(atExam: ResolvedSession | null, deadline: Deadline | null, now: Temporal.Instant): string {
  const next =
    deadline === null
      ? []
      : [
          say.deadline(
            deadline,
            (deadline.kind === 'exam' || deadline.kind === 'results' ? distance : distanceToEnd)(now, deadline.at),
          ),
        ];
  const said = [...(atExam === null ? [] : [say.atExam(atExam)]), ...next];
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

function pieceFigures(figures: Numbers) {
  const list = (state: QueueState): string => checkingAddresses.queue({ ...NO_FILTER, state });
  return [
    {
      label: say.toCheck,
      value: say.figure(figures.toCheck),
      href: list('handed-over'),
      detail: say.toCheckDetail,
    },
    { label: say.corrected, value: say.figure(figures.corrected), href: list('corrected') },
    {
      label: say.notHandedOver,
      value: say.figure(figures.notHandedOver),
      href: list('not-handed-over'),
      detail: say.notHandedOverDetail,
    },
    ...(figures.beingRead === 0
      ? []
      : [
          {
            label: say.beingRead,
            value: say.figure(figures.beingRead),
            href: list('being-read'),
            detail: say.beingReadDetail,
          },
        ]),
  ];
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
    <Page {...view} layout="wide" title={words.title}>
      <PageTitle lead={words.text}>{words.title}</PageTitle>
      <Notices notices={notices} />
      <Waiting lines={lines} />
      {first === null && lines.length === 0 && (
        <EmptyState title={figures.beingRead === 0 ? say.nothing : say.nothingYet}>
          {figures.beingRead === 0 ? queueTexts.emptyConfidential : say.nothingBut(figures.beingRead)}
        </EmptyState>
      )}
      {first !== null && (
        <Actions>
          <ButtonLink href={first}>{say.start}</ButtonLink>
        </Actions>
      )}
      <p>
        <a href={accommodationAddresses.list()}>{words.requests}</a>
      </p>
      <Section title={say.documents}>
        <Figures figures={pieceFigures(figures)} />
      </Section>
    </Page>
  );
}

function Waiting({ lines }: Pick<HomeView, 'lines'>): JSX.Element {
  return (
    <>
      {lines.map(({ words, see, href, tone = 'info' }) => (
        <Alert key={words} tone={tone}>
          <p>
            {words} <a href={href}>{see}</a>
          </p>
        </Alert>
      ))}
    </>
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
