import { h } from 'preact';
import type { ResolvedSession } from '../../../catalogue/index.ts';
import { NoSessionPage } from '../../../exam/index.ts';
import {
  type Exclusion,
  endOf,
  type Hearing,
  isHeard,
  listExclusions,
  listHearings,
  missingCertificates,
  whyNotOwed,
} from '../../../hearings/index.ts';
import { certificateCodes, lackingCertificates, listPiecesOf, pieceInWords } from '../../../pieces/index.ts';
import { type Reply, type Route, route, type Visit } from '../../../platform/http/visit.ts';
import { parisDay } from '../../../platform/time.ts';
import { show } from '../../../ui/index.ts';
import type { OfficeDeps } from '../../deps.ts';
import { atDesk } from '../../guards.ts';
import type { AtDesk, Scope } from '../../office.ts';
import { pageFrame } from '../../pageFrame.ts';
import { sessionOptions } from '../../rules/choices.ts';
import { sessionAsked } from '../../sessionAsked.ts';
import { listNamed } from '../../store/incomplete.ts';
import { hearingsTexts } from '../hearingsTexts.ts';
import { type CertificateLine, CertificatesPage } from '../pages/certificatesPage.tsx';

const say = hearingsTexts.list;
/** Names on one page; who comes after is found by their number. */
const MOST = 200;

export function certificateRoutes(deps: OfficeDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/gestion/attestations',
      who: atDesk(deps),
      handle: (visit, at) => showCertificates(deps, visit, at),
    }),
  ];
}

async function showCertificates(deps: OfficeDeps, visit: Visit, { staff, scope }: AtDesk): Promise<Reply> {
  const [catalogue, now] = [deps.catalogue(), deps.clock.now()];
  const session = sessionAsked(catalogue, scope, visit.query.session, now, 'closed');
  const frame = await pageFrame(deps, visit, staff);
  if (session === null) return show(h(NoSessionPage, { ...frame, title: say.title }));
  const lines = await linesOf(deps, scope, session, now);
  const waiting = lines.filter(({ isOut }) => !isOut);
  return show(
    h(CertificatesPage, {
      ...frame,
      session,
      sessions: sessionOptions(catalogue, scope),
      lines: waiting.slice(0, MOST),
      total: waiting.length,
      leftOut: lines.filter(({ isOut }) => isOut).slice(0, MOST),
    }),
  );
}

/** Those of a scope whose time is over; who has still something that the office must look at isn't there. */
async function linesOf(
  { db, catalogue: current }: OfficeDeps,
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
): Pick<CertificateLine, 'standing' | 'isOut'> {
  const open = hearings.find(({ kind, outcome }) => kind === 'units' && outcome === null);
  const units = excluded.flatMap(({ title, liftedAt }) => (liftedAt === null ? [title] : []));
  const [last] = excluded;
  if (open === undefined && units.length === 0 && last?.liftedAt && last.liftedBy !== null)
    return { standing: say.givenBack(parisDay(last.liftedAt)), isOut: false };
  if (open === undefined && units.length > 0) return { standing: say.leftOut(units), isOut: true };
  return { standing: open === undefined ? say.toInvite : turnIn(open, now), isOut: false };
}

function turnIn(open: Hearing, now: Temporal.Instant): string {
  const end = endOf(open);
  if (end === null) return say.toReach;
  return isHeard(open, now) ? say.invited(end) : say.toDecide;
}
