import type { JSX } from 'preact';
import type { Catalogue, ResolvedSession } from '../../../catalogue/index.ts';
import { distance, distanceToEnd } from '../../../platform/french/distance.ts';
import { capital } from '../../../platform/french/french.ts';
import { parisDay } from '../../../platform/time.ts';
import { deskAddresses, SOUGHT_NAMES, sessionName, upTo } from '../../../scope/index.ts';
import { Details, dayAndMonth, Milestones, Section, type Share, Shares } from '../../../ui/index.ts';
import { homeTexts } from '../homeTexts.ts';
import { datesOf, type SessionDate } from '../rules/sessionsInView.ts';
import type { FilesOfSession } from '../store.ts';

const say = homeTexts.picture;

export type SessionView = {
  readonly session: ResolvedSession;
  readonly files: FilesOfSession;
  /** When its results were first to be read. */
  readonly published: Temporal.Instant | null;
};

/** Along the way of a file: whose turn it is, then what is settled, then what left. */
const PARTS = [
  ['to-sign', 'info'],
  ['missing-pieces', 'warn'],
  ['all-given', 'accent'],
  ['under-reserve', 'danger'],
  ['validated', 'ok'],
  ['withdrawn', 'quiet'],
  ['set-aside', 'quiet'],
  ['cancelled', 'quiet'],
] as const;

type Around = {
  readonly catalogue: Catalogue;
  readonly now: Temporal.Instant;
  /** The reader has files of other sessions too. */
  readonly several: boolean;
};

/** The first of these sessions in sight, the others folded. */
export function SessionPictures({
  views,
  ...around
}: Around & { readonly views: readonly SessionView[] }): JSX.Element {
  const [first, ...others] = views;
  const nameOf = ({ session }: SessionView): string => sessionName(around.catalogue, session);
  return (
    <>
      {first !== undefined && (
        <Section title={capital(nameOf(first))}>
          <SessionPicture {...around} view={first} />
        </Section>
      )}
      {others.map((view) => (
        <Details key={view.session.code} summary={say.other(nameOf(view), total(view.files))}>
          <SessionPicture {...around} view={view} />
        </Details>
      ))}
    </>
  );
}

const total = ({ draft: _, ...files }: FilesOfSession): number =>
  Object.values(files).reduce((sum, count) => sum + count, 0);

/** Where a session stands in its year, and where its files stand: each figure leads to the list of exactly these. */
function SessionPicture({
  catalogue,
  view: { session, files, published },
  now,
  several,
}: Around & { readonly view: SessionView }): JSX.Element {
  const name = sessionName(catalogue, session);
  const shares = PARTS.map(
    ([part, tone]): Share => ({
      key: part,
      label: say.parts[part],
      count: files[part] ?? 0,
      value: upTo(files[part] ?? 0),
      tone,
      href: deskAddresses.files({ etat: SOUGHT_NAMES[part], ...(several && { session: session.code }) }),
      ...(say.turn[part] !== undefined && { detail: say.turn[part] }),
    }),
  );
  const none = PARTS.filter(([part]) => (files[part] ?? 0) === 0).map(([part]) => say.partOf[part]);
  return (
    <>
      <Milestones
        label={say.dates(name)}
        now={now}
        today={dayAndMonth(parisDay(now))}
        milestones={datesOf(session, published).map((date) => ({
          key: `${date.kind} ${date.group}`,
          label: date.kind === 'pieces' ? (date.group ?? '') : say.date[date.kind],
          at: date.at,
          when: say.when(date),
          ...(date.at !== null && { detail: howFar(date.kind)(now, date.at) }),
        }))}
      />
      {none.length === PARTS.length ? (
        <p class="muted">{say.none}</p>
      ) : (
        <Shares label={say.files(name)} shares={shares} />
      )}
      <p class="muted">
        {none.length > 0 && none.length < PARTS.length && say.noneOf(none)}{' '}
        {(files.draft ?? 0) > 0 && say.drafts(files.draft ?? 0)}
      </p>
    </>
  );
}

/** What closes is counted to its last whole day. */
function howFar(kind: SessionDate['kind']): typeof distance {
  return kind === 'opening' || kind === 'exam' || kind === 'results' ? distance : distanceToEnd;
}
