import { h } from 'preact';
import { findEnrolmentsOf, GRACE } from '../../../enrolment/index.ts';
import { countAnswersTo } from '../../../hearings/index.ts';
import type { LetterDeskDeps } from '../../../papers/index.ts';
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
  pagesOf,
  pieceLabel,
  pieceOptions,
  type Scope,
  sessionOptions,
  specialityOptions,
} from '../../../scope/index.ts';
import { emptyForm, type FormState, show } from '../../../ui/index.ts';
import { type Cancellation, STANDING } from '../../cancellation.ts';
import { listCancellations } from '../../cancellations.ts';
import { readCases } from '../../fileCase.ts';
import { closingQuery, readClosingSearch } from '../../rules/closingSearch.ts';
import { closingTexts as say } from '../closingTexts.ts';
import { type ClosingLine, ClosingPage } from '../pages/closingPage.tsx';
import { closingSession } from '../session.ts';
import { A_PAGE, countIncomplete, countProposed, listCancelled, listIncomplete } from '../store.ts';

export function closingOfficeRoutes(deps: LetterDeskDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/gestion/cloture',
      who: atDesk(deps),
      handle: (visit, at) => showClosing(deps, visit, at),
    }),
  ];
}

/** The list; `state`: with what it refuses of those who were ticked. */
export async function showClosing(
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
  const files = isStanding ? [] : await listIncomplete(deps.db, here, which, page);
  const query = { ...closingQuery(which.search), session: session.code };
  if (files.length === 0 && page > 1) return redirect(deskAddresses.closing(query));
  const isClosed = Temporal.Instant.compare(now, closesAt) >= 0;
  const [{ total: listed, ...counts }, cancellations] = [
    await countIncomplete(deps.db, here, which),
    await listCancelled(deps.db, here),
  ];
  const total = isStanding ? 0 : listed;
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

/** Pieces by the names that the rules of their session give them. */
export function inWords(
  { catalogue }: Pick<LetterDeskDeps, 'catalogue'>,
  { session }: { readonly session: string },
  codes: readonly string[],
): readonly string[] {
  return codes.map((code) => pieceLabel(catalogue(), { session, code }));
}

/** The annulment of each of these files that is proposed or decided. */
export async function standingOf(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Cancellation>> {
  const all = await listCancellations(db, ids);
  return new Map(all.flatMap((one) => (STANDING.some((state) => state === one.state) ? [[one.enrolmentId, one]] : [])));
}
