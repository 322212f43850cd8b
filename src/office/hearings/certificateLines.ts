import type { ResolvedSession } from '../../catalogue/index.ts';
import {
  type Exclusion,
  endOf,
  type Hearing,
  isHeard,
  listExclusions,
  listHearings,
  missingCertificates,
  whyNotOwed,
} from '../../hearings/index.ts';
import { certificateCodes, lackingCertificates, listPiecesOf, pieceInWords } from '../../pieces/index.ts';
import { PARIS, parisDay } from '../../platform/time.ts';
import type { OfficeDeps } from '../deps.ts';
import type { Scope } from '../office.ts';
import { listNamed } from '../store/incomplete.ts';
import { hearingsTexts } from './hearingsTexts.ts';
import type { CertificateLine } from './pages/certificatesPage.tsx';

const say = hearingsTexts.list;

type Deps = Pick<OfficeDeps, 'db' | 'catalogue'>;

/** How many of a scope nobody has invited to answer yet, of the sessions whose enrolments are closed and whose exam hasn't begun. */
export async function countToInvite(deps: Deps, scope: Scope, now: Temporal.Instant): Promise<number> {
  const sessions = scope.sessions
    .flatMap((code) => deps.catalogue().session(code) ?? [])
    .filter(
      ({ window, examStartsOn }) =>
        Temporal.Instant.compare(window.closesAt, now) <= 0 &&
        Temporal.Instant.compare(now, examStartsOn.on.toZonedDateTime(PARIS).toInstant()) < 0,
    );
  const lines = await Promise.all(sessions.map((session) => linesOf(deps, scope, session, now)));
  return lines.flat().filter(({ isToInvite }) => isToInvite).length;
}

/** Those of a scope whose time is over; who has still something that the office must look at isn't there. */
export async function linesOf(
  { db, catalogue: current }: Deps,
  scope: Scope,
  session: ResolvedSession,
  now: Temporal.Instant,
): Promise<readonly CertificateLine[]> {
  const catalogue = current();
  const codes = certificateCodes(catalogue, session);
  const { academy, portfolios } = scope;
  const ids = await lackingCertificates(db, { academy, session: session.code, portfolios }, codes);
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
  if (open === undefined && units.length > 0) return { standing: say.leftOut(units), isOut: true, isToInvite: false };
  if (open === undefined) return { standing: say.toInvite, isOut: false, isToInvite: true };
  return { standing: turnIn(open, now), isOut: false, isToInvite: false };
}

function turnIn(open: Hearing, now: Temporal.Instant): string {
  const end = endOf(open);
  if (end === null) return say.toReach;
  return isHeard(open, now) ? say.invited(end) : say.toDecide;
}
