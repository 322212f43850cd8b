import { h } from 'preact';
import { actBy } from '../../../accounts/index.ts';
import type { ResolvedSession } from '../../../catalogue/index.ts';
import { type Enrolment, findEnrolmentsOf, GRACE } from '../../../enrolment/index.ts';
import { countAnswersTo } from '../../../hearings/index.ts';
import { inTime, judge } from '../../../lots/index.ts';
import { actDeps, type LetterDeskDeps } from '../../../papers/index.ts';
import { correctionTime } from '../../../pieces/index.ts';
import type { Database } from '../../../platform/database/database.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { readPageNumber } from '../../../platform/query.ts';
import { listProofs } from '../../../reminders/index.ts';
import {
  type AtDesk,
  atDesk,
  deskAddresses,
  type ListedFile,
  NoSessionPage,
  namesWithin,
  pagesOf,
  pieceLabel,
  pieceOptions,
  type Scope,
  sessionOptions,
  specialityOptions,
} from '../../../scope/index.ts';
import { emptyForm, type FormState, show, tickedIn, withFault } from '../../../ui/index.ts';
import { inviteToRegularise } from '../../actions/inviteToRegularise.ts';
import { type Cancellation, STANDING } from '../../cancellation.ts';
import { listCancellations } from '../../cancellations.ts';
import { type FileCase, readCases } from '../../fileCase.ts';
import { LOT } from '../../lot.ts';
import { refusals as closingRefusals, type Refusal } from '../../refusals.ts';
import { closingQuery, readClosingSearch } from '../../rules/closingSearch.ts';
import { whyNotInvited } from '../../rules/invitation.ts';
import { listRegularisations } from '../../store.ts';
import { closingTexts as say } from '../closingTexts.ts';
import { type ClosingLine, ClosingPage } from '../pages/closingPage.tsx';
import { type InvitationLot, InvitationsPage } from '../pages/invitationsPage.tsx';
import { closingSession } from '../session.ts';
import { A_PAGE, countIncomplete, countProposed, listAllIncomplete, listCancelled, listIncomplete } from '../store.ts';

export function closingOfficeRoutes(deps: LetterDeskDeps): readonly Route[] {
  const [desk, list] = [atDesk(deps), '/gestion/cloture'];
  return [
    route({ method: 'GET', path: list, who: desk, handle: (visit, at) => showClosing(deps, visit, at) }),
    route({
      method: 'POST',
      path: list,
      who: desk,
      note: 'Un gestionnaire, ou le chef de bureau, invite à régulariser les candidats choisis, une fois lu lesquels.',
      handle: (visit, at) => inviteLot(deps, visit, at),
    }),
  ];
}

async function showClosing(
  deps: LetterDeskDeps,
  visit: Visit,
  { staff, scope }: AtDesk,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const [catalogue, now] = [deps.catalogue(), deps.clock.now()];
  const session = closingSession(deps, scope, visit.query.session);
  const frame = await deps.frame(visit, staff);
  if (session === null) return show(h(NoSessionPage, { ...frame, title: say.title }));
  const { closesAt } = session.window;
  const page = readPageNumber(visit.query.page);
  const here: Scope = { ...scope, sessions: [session.code] };
  const which = { closesAt, search: readClosingSearch(visit.query) };
  const { list } = which.search;
  const isStanding = list === 'proposed' || list === 'cancelled';
  const { files, total } = isStanding ? { files: [], total: 0 } : await listIncomplete(deps.db, here, which, page);
  const query = { ...closingQuery(which.search), session: session.code };
  if (files.length === 0 && page > 1) return redirect(deskAddresses.closing(query));
  const isClosed = Temporal.Instant.compare(now, closesAt) >= 0;
  const [counts, cancellations] = [await countIncomplete(deps.db, here, which), await listCancelled(deps.db, here)];
  const cancelled = Object.groupBy(cancellations, ({ cancellation }) =>
    cancellation === 'proposed' ? 'proposed' : 'cancelled',
  );
  return show(
    h(ClosingPage, {
      ...frame,
      choices: {
        sessions: sessionOptions(catalogue, scope),
        specialities: specialityOptions(catalogue, here),
        pieces: pieceOptions(catalogue, here),
      },
      session: session.code,
      search: which.search,
      counts: { ...counts, proposed: cancelled.proposed?.length ?? 0, cancelled: cancelled.cancelled?.length ?? 0 },
      lead: leadOf(closesAt, now),
      isClosed,
      isFinal: Temporal.Instant.compare(now, closesAt.add(GRACE)) >= 0,
      cancellations: isStanding ? (cancelled[list] ?? []) : [],
      toApprove: staff.role === 'head' ? await countProposed(deps.db, here) : 0,
      lines: await linesOf(deps, here, files, isClosed ? now : closesAt),
      total,
      page,
      pages: pagesOf(total, A_PAGE),
      state,
    }),
    status,
  );
}

function leadOf(closesAt: Temporal.Instant, now: Temporal.Instant): string {
  if (Temporal.Instant.compare(now, closesAt) < 0) return say.ahead(closesAt);
  const last = closesAt.add(GRACE);
  return Temporal.Instant.compare(now, last) < 0 ? say.grace(last) : say.closed;
}

/** `now`: before the closing, its instant: who would then be incomplete. */
async function linesOf(
  deps: LetterDeskDeps,
  { academy }: Scope,
  files: readonly ListedFile[],
  now: Temporal.Instant,
): Promise<readonly ClosingLine[]> {
  const ids = files.map(({ id }) => id);
  const cases = await readCases(deps.db, deps.catalogue(), await findEnrolmentsOf(deps.db, academy, ids), now);
  const [proofs, wrote, standing] = await Promise.all([
    listProofs(deps.db, ids),
    countAnswersTo(deps.db, ids, 'regularisation'),
    standingOf(deps.db, ids),
  ]);
  return files.flatMap((file) => {
    const own = cases.find(({ enrolment }) => enrolment.id === file.id);
    if (own === undefined || own.found === null) return [];
    const sent = proofs.filter(({ enrolmentId, state }) => enrolmentId === file.id && state === 'sent');
    return [
      {
        ...file,
        ...own.found,
        missing: inWords(deps, own.enrolment, own.found.missing),
        invitation: own.invitations[0] ?? null,
        annulment: standing.get(file.id)?.state ?? null,
        sent: sent.length,
        opened: sent.filter(({ openedAt }) => openedAt !== null).length,
        observations: wrote.get(file.id) ?? 0,
      },
    ];
  });
}

function inWords(
  { catalogue }: Pick<LetterDeskDeps, 'catalogue'>,
  { session }: { readonly session: string },
  codes: readonly string[],
): readonly string[] {
  return codes.map((code) => pieceLabel(catalogue(), { session, code }));
}

/** Without `confirme`, what would be done; with it, done one by one: a file that changed meanwhile holds up no other. */
async function inviteLot(deps: LetterDeskDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const refuse = (why: string): Promise<Reply> => showClosing(deps, visit, at, withFault(emptyForm, null, why), 422);
  const asked = visit.body.tous === 'oui' ? await wholeList(deps, visit, at) : tickedIn(visit.body, 'dossiers');
  if (asked.length === 0) return refuse(say.batch.none);
  if (asked.length > LOT.invitations) return refuse(say.batch.tooMany(LOT.invitations));
  const named = await namesWithin(deps.db, at.scope, asked);
  const enrolments = (await findEnrolmentsOf(deps.db, at.scope.academy, [...named.keys()])).toSorted((a, b) =>
    (a.number ?? '').localeCompare(b.number ?? ''),
  );
  const session = deps.catalogue().session(enrolments[0]?.session ?? '');
  if (session === undefined) return refuse(say.batch.none);
  const lot =
    visit.body.confirme === 'oui'
      ? await invite(deps, visit, at, enrolments)
      : await preview(deps, enrolments, session);
  const list = closingQuery(readClosingSearch(visit.query));
  return show(
    h(InvitationsPage, {
      ...(await deps.frame(visit, at.staff)),
      query: { ...list, session: session.code },
      named: (id) => named.get(id),
      ...lot,
      invited: lot.invited.map(({ id, missing }) => ({
        id,
        missing: inWords(deps, { session: session.code }, missing),
      })),
    }),
  );
}

/** Everybody of the list that is looked at, whatever page. */
async function wholeList(deps: LetterDeskDeps, { query }: Visit, { scope }: AtDesk) {
  const session = closingSession(deps, scope, query.session);
  if (session === null) return [];
  const which = { closesAt: session.window.closesAt, search: readClosingSearch(query) };
  return listAllIncomplete(deps.db, { ...scope, sessions: [session.code] }, which, LOT.invitations);
}

type OneLot = Omit<InvitationLot, 'query' | 'named'>;

async function preview(
  { db, catalogue, clock }: LetterDeskDeps,
  enrolments: readonly Enrolment[],
  session: ResolvedSession,
): Promise<OneLot> {
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
    invited: will.map(lineOf),
    refused: wont.map(({ enrolment, why }) => refusedLine(enrolment.id, why)),
    left: [],
    until: correctionTime(session, now),
    seenAt: now.toString(),
  };
}

function refusedLine(id: string, why: Refusal): InvitationLot['refused'][number] {
  return { id, code: why.code, said: closingRefusals.inWords(why) };
}

/** The annulment of each of these files that is proposed or decided. */
async function standingOf(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Cancellation>> {
  const all = await listCancellations(db, ids);
  return new Map(all.flatMap((one) => (STANDING.some((state) => state === one.state) ? [[one.enrolmentId, one]] : [])));
}

function lineOf({ enrolment, found }: FileCase): InvitationLot['invited'][number] {
  return { id: enrolment.id, missing: found?.missing ?? [] };
}

/** As many as one page has time for; the others are left to the next click, and stay on the list. */
async function invite(
  deps: LetterDeskDeps,
  visit: Visit,
  at: AtDesk,
  enrolments: readonly Enrolment[],
): Promise<OneLot> {
  const { accountId: officerId } = at.staff;
  const invited: InvitationLot['invited'][number][] = [];
  const kept: InvitationLot['refused'][number][] = [];
  const left = await inTime(enrolments, LOT.seconds, async ({ id }) => {
    const order = { id, academy: at.scope.academy, officerId };
    const done = await inviteToRegularise(actDeps(deps), actBy(visit, at.staff), order);
    if (done.ok) invited.push({ id, missing: done.value.codes });
    else kept.push(refusedLine(id, done.error));
  });
  // Whom the same person has invited since they looked: the page is the second click's, or asked for again.
  const sent = await listRegularisations(
    deps.db,
    kept.map(({ id }) => id),
  );
  const own = sent.filter((one) => one.officerId === officerId && isSince(one.at, visit.body.vu));
  const refused: InvitationLot['refused'][number][] = [];
  for (const one of kept) {
    const already = own.find(({ enrolmentId }) => enrolmentId === one.id);
    if (already === undefined) refused.push(one);
    else invited.push({ id: one.id, missing: already.codes });
  }
  return { invited, refused, left: left.map(({ id }) => id), seenAt: String(visit.body.vu ?? ''), until: null };
}

function isSince(at: Temporal.Instant, seen: unknown): boolean {
  try {
    return typeof seen === 'string' && Temporal.Instant.compare(at, Temporal.Instant.from(seen)) >= 0;
  } catch {
    return false;
  }
}
