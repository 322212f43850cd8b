import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy } from '../../../accounts/index.ts';
import type { ResolvedSession } from '../../../catalogue/index.ts';
import { type Enrolment, findEnrolmentsOf } from '../../../enrolment/index.ts';
import { listHearings } from '../../../hearings/index.ts';
import { judge } from '../../../lots/index.ts';
import { actDeps, type LetterDeskDeps } from '../../../papers/index.ts';
import { correctionTime } from '../../../pieces/index.ts';
import { idempotencyKey } from '../../../platform/http/once.ts';
import {
  type Guard,
  type Reply,
  type Route,
  reaching,
  redirect,
  route,
  type Visit,
} from '../../../platform/http/visit.ts';
import { type AtDesk, atDesk, namesWithin } from '../../../scope/index.ts';
import { emptyForm, show, tickedIn, withFault } from '../../../ui/index.ts';
import { startInvitations, workOffInvitations } from '../../actions/inviteLot.ts';
import { readCases } from '../../fileCase.ts';
import { findInvitationLot, listInvitationLines } from '../../invitationLots.ts';
import { type InvitationLot, LOT } from '../../lot.ts';
import { refusals as closingRefusals, type Refusal } from '../../refusals.ts';
import { type ClosingSearch, closingQuery, readClosingSearch } from '../../rules/closingSearch.ts';
import { whyNotInvited } from '../../rules/invitation.ts';
import { addresses as closingDesk } from '../addresses.ts';
import { closingTexts as say } from '../closingTexts.ts';
import { InvitationLotPage, InvitationsPage } from '../pages/invitationsPage.tsx';
import { closingSession } from '../session.ts';
import { listAllIncomplete } from '../store.ts';
import { inWords, showClosing, standingOf } from './closing.ts';

type AtInvitations = AtDesk & { readonly lot: InvitationLot };

/** Several candidates invited together: a dry run with names, then one by one; what it came to is found again by who sent them. */
export function invitationRoutes(deps: LetterDeskDeps): readonly Route[] {
  const [who, one] = [ownInvitations(deps), '/gestion/cloture/invitations/:envoi'];
  return [
    route({
      method: 'POST',
      path: '/gestion/cloture',
      who: atDesk(deps),
      note: 'Un gestionnaire, ou le chef de bureau, invite à régulariser les candidats choisis, une fois lu lesquels.',
      handle: (visit, at) => inviteLot(deps, visit, at),
    }),
    route({ method: 'GET', path: one, who, handle: (visit, at) => showInvitations(deps, visit, at) }),
    route({
      method: 'POST',
      path: one,
      who,
      note: "Qui a envoyé ces invitations continue, quand le temps d'une page en a laissé.",
      handle: async (visit, at) => {
        await invite(deps, visit, at);
        return redirect(closingDesk.invitations(at.lot.id));
      },
    }),
  ];
}

/** Those in the address, for who sent them. */
function ownInvitations(deps: LetterDeskDeps): Guard<AtInvitations> {
  return reaching(atDesk(deps), 'their invitations', async (at, visit) => {
    const whose = { academy: at.scope.academy, officerId: at.staff.accountId };
    const lot = await findInvitationLot(deps.db, whose, visit.params.envoi);
    return lot === null ? null : { ...at, lot };
  });
}

/** Without `confirme`, what would be done; with it, a lot is written down and worked off. */
async function inviteLot(deps: LetterDeskDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const refuse = (why: string): Promise<Reply> => showClosing(deps, visit, at, withFault(emptyForm, null, why), 422);
  const asked = visit.body.tous === 'oui' ? await wholeList(deps, visit, at) : tickedIn(visit.body, 'dossiers');
  if (asked.length === 0) return refuse(say.batch.none);
  if (asked.length > LOT.invitations) return refuse(say.batch.tooMany(LOT.invitations));
  const { scope, staff } = at;
  const named = await namesWithin(deps.db, scope, asked);
  const enrolments = (await findEnrolmentsOf(deps.db, scope.academy, [...named.keys()])).toSorted((a, b) =>
    (a.number ?? '').localeCompare(b.number ?? ''),
  );
  const session = deps.catalogue().session(enrolments[0]?.session ?? '');
  if (session === undefined) return refuse(say.batch.none);
  if (visit.body.confirme !== 'oui') {
    const list = closingQuery(readClosingSearch(visit.query));
    return show(
      h(InvitationsPage, {
        ...(await deps.frame(visit, staff)),
        query: { ...list, session: session.code },
        named: (id) => named.get(id),
        idempotencyKey: randomUUID(),
        ...(await judged(deps, enrolments, session)),
      }),
    );
  }
  const { academy } = scope;
  const id = await startInvitations(deps, {
    ...{ academy, session: session.code, officerId: staff.accountId },
    enrolments: enrolments.map((one) => one.id),
    key: idempotencyKey(visit.body.cle),
  });
  const lot = await findInvitationLot(deps.db, { academy, officerId: staff.accountId }, id);
  if (lot !== null) await invite(deps, visit, { ...at, lot });
  return redirect(closingDesk.invitations(id));
}

/** Everybody of the list that is looked at, whatever page; of more than a lot takes, the first of those who wait to be invited. */
async function wholeList(deps: LetterDeskDeps, { query }: Visit, { scope }: AtDesk): Promise<readonly string[]> {
  const session = closingSession(deps, scope, query.session);
  if (session === null) return [];
  const search = readClosingSearch(query);
  const first = (list: ClosingSearch['list']) =>
    listAllIncomplete(
      deps.db,
      { ...scope, sessions: [session.code] },
      { closesAt: session.window.closesAt, search: { ...search, list } },
      LOT.invitations,
    );
  const all = await first(search.list);
  if (all.length <= LOT.invitations) return all;
  return (search.list === null ? await first('to-invite') : all).slice(0, LOT.invitations);
}

async function judged(
  { db, catalogue, clock }: LetterDeskDeps,
  enrolments: readonly Enrolment[],
  session: ResolvedSession,
) {
  const now = clock.now();
  const cases = await readCases(db, catalogue(), enrolments, now);
  const standing = await standingOf(
    db,
    enrolments.map(({ id }) => id),
  );
  const { will, wont } = judge(cases, (file): Refusal | null =>
    standing.has(file.enrolment.id) ? { code: 'decided-already' } : whyNotInvited(file, session, now),
  );
  return {
    will: will.map(({ enrolment, found }) => ({
      id: enrolment.id,
      missing: inWords({ catalogue }, enrolment, found?.missing ?? []),
    })),
    wont: wont.map(({ enrolment: { id }, why }) => ({ id, code: why.code, said: closingRefusals.inWords(why) })),
    until: correctionTime(session, now),
  };
}

/** As many as one page has time for; the others are left to the next click. */
async function invite(deps: LetterDeskDeps, visit: Visit, { scope, staff, lot }: AtInvitations): Promise<void> {
  const lines = await listInvitationLines(deps.db, lot.id);
  const theirs = await namesWithin(
    deps.db,
    scope,
    lines.map(({ enrolmentId }) => enrolmentId),
  );
  await workOffInvitations(actDeps(deps), actBy(visit, staff), lot, (id) => theirs.has(id));
}

async function showInvitations(deps: LetterDeskDeps, visit: Visit, at: AtInvitations): Promise<Reply> {
  const { scope, staff, lot } = at;
  const lines = await listInvitationLines(deps.db, lot.id);
  const enrolments = lines.map(({ enrolmentId }) => enrolmentId);
  const [named, hearings] = await Promise.all([
    namesWithin(deps.db, scope, enrolments),
    listHearings(deps.db, enrolments),
  ]);
  const reopened = new Map(hearings.map(({ id, codes }) => [id, codes]));
  return show(
    h(InvitationLotPage, {
      ...(await deps.frame(visit, staff)),
      lot,
      named: (id) => named.get(id),
      lines: lines.map(({ hearingId, ...line }) => ({
        ...line,
        missing: inWords(deps, lot, (hearingId && reopened.get(hearingId)) ?? []),
      })),
    }),
  );
}
