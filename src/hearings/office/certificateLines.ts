import type { ResolvedSession } from '../../catalogue/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { LetterDeskDeps } from '../../papers/index.ts';
import { certificateCodes, lackingCertificates, listPiecesOf, pieceInWords } from '../../pieces/index.ts';
import { PARIS, parisDay } from '../../platform/time.ts';
import { keptCount, listNamed, type Scope } from '../../scope/index.ts';
import type { Exclusion, Hearing } from '../hearing.ts';
import { missingCertificates, whyNotOwed } from '../rules/certificates.ts';
import { endOf, isHeard } from '../rules/times.ts';
import { heardOfUnits, listExclusions, listHearings } from '../store.ts';
import { hearingsTexts } from './hearingsTexts.ts';
import type { CertificateLine } from './pages/certificatesPage.tsx';

const say = hearingsTexts.list;

type Deps = Pick<LetterDeskDeps, 'db' | 'catalogue'>;

/** How many of a scope nobody has invited to answer yet, of the sessions whose enrolments are closed and whose exam hasn't begun. */
export async function countToInvite(deps: Deps, scope: Scope, now: Temporal.Instant): Promise<number> {
  const sessions = scope.sessions
    .flatMap((code) => deps.catalogue().session(code) ?? [])
    .filter(
      ({ window, examStartsOn }) =>
        Temporal.Instant.compare(window.closesAt, now) <= 0 &&
        Temporal.Instant.compare(now, examStartsOn.on.toZonedDateTime(PARIS).toInstant()) < 0,
    );
  const { academy, portfolios } = scope;
  const key = `to invite ${JSON.stringify([academy, portfolios, sessions.map(({ code }) => code)])}`;
  const work = async (): Promise<Counted> => {
    const counts = await Promise.all(sessions.map((session) => countOf(deps, scope, session, now)));
    const sum = (of: (one: Counted) => number): number => counts.reduce((total, one) => total + of(one), 0);
    return { count: sum(({ count }) => count), read: sum(({ read }) => read) };
  };
  return (await keptCount(deps.db, key, work, ({ read }) => read)).count;
}

type Counted = { readonly count: number; readonly read: number };

/** Of the many whom nobody ever invited, two statements say all; the few who were are read one by one. */
async function countOf(deps: Deps, scope: Scope, session: ResolvedSession, now: Temporal.Instant): Promise<Counted> {
  const lacking = await lackingIn(deps, scope, session);
  const heard = await heardOfUnits(
    deps.db,
    lacking.map(({ enrolmentId }) => enrolmentId),
  );
  const first = lacking.filter(({ enrolmentId, over }) => over && !heard.includes(enrolmentId)).length;
  const read = lacking.length;
  if (heard.length === 0) return { count: first, read };
  const again = (await linesAmong(deps, scope, session, heard, now)).filter(({ isToInvite }) => isToInvite).length;
  return { count: first + again, read };
}

function lackingIn({ db, catalogue }: Deps, { academy, portfolios }: Scope, session: ResolvedSession) {
  return lackingCertificates(
    db,
    { academy, session: session.code, portfolios },
    certificateCodes(catalogue(), session),
  );
}

/** Those of a scope whose time is over; who has still something that the office must look at isn't there. */
export async function linesOf(
  deps: Deps,
  scope: Scope,
  session: ResolvedSession,
  now: Temporal.Instant,
): Promise<readonly CertificateLine[]> {
  const ids = (await lackingIn(deps, scope, session)).map(({ enrolmentId }) => enrolmentId);
  return linesAmong(deps, scope, session, ids, now);
}

async function linesAmong(
  { db, catalogue: current }: Deps,
  scope: Scope,
  session: ResolvedSession,
  ids: readonly EnrolmentId[],
  now: Temporal.Instant,
): Promise<readonly CertificateLine[]> {
  const catalogue = current();
  const codes = certificateCodes(catalogue, session);
  const pieces = await listPiecesOf(db, ids);
  const heard = Map.groupBy(await listHearings(db, ids), ({ enrolmentId }): string => enrolmentId);
  const owing = ids.filter((id) => {
    const asked = { certificates: codes, session, hearings: heard.get(id) ?? [] };
    return whyNotOwed(pieces.get(id) ?? [], asked, now) === null;
  });
  const [files, excluded] = await Promise.all([
    listNamed(db, { ...scope, sessions: [session.code] }, owing),
    listExclusions(db, owing),
  ]);
  return files.map((file) => ({
    ...file,
    missing: missingCertificates(pieces.get(file.id) ?? [], codes).map((piece) => pieceInWords(catalogue, piece)),
    ...standingOf(
      heard.get(file.id) ?? [],
      excluded.filter(({ enrolmentId }) => enrolmentId === file.id),
      now,
    ),
  }));
}

function standingOf(
  hearings: readonly Hearing[],
  excluded: readonly Exclusion[],
  now: Temporal.Instant,
): Pick<CertificateLine, 'standing' | 'isOut' | 'isToInvite'> {
  const open = hearings.find(({ kind, outcome }) => kind === 'units' && outcome === null);
  const units = excluded.flatMap(({ title, liftedAt }) => (liftedAt === null ? [title] : []));
  const [last] = excluded;
  if (open === undefined && units.length === 0 && last?.liftedAt && last.liftedBy !== null)
    return { standing: say.givenBack(parisDay(last.liftedAt)), isOut: false, isToInvite: false };
  const held = excluded.some(({ liftedAt, toUndo }) => liftedAt === null && toUndo);
  if (open === undefined && units.length > 0)
    return { standing: held ? say.held(units) : say.leftOut(units), isOut: !held, isToInvite: false };
  if (open === undefined) return { standing: say.toInvite, isOut: false, isToInvite: true };
  return { standing: turnIn(open, now), isOut: false, isToInvite: false };
}

function turnIn(open: Hearing, now: Temporal.Instant): string {
  const end = endOf(open);
  if (end === null) return say.toReach;
  return isHeard(open, now) ? say.invited(end) : say.toDecide;
}
