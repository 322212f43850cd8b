import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, namedApart, type SignedInStaff } from '../../accounts/index.ts';
import { signerNotes } from '../../decisions/index.ts';
import { type Enrolment, findEnrolmentOf, whereOf } from '../../enrolment/index.ts';
import { partedByReading, whyNotOpened } from '../../keptFiles/index.ts';
import {
  findHealthNotices,
  listNotices,
  listPapers,
  noticeTexts,
  notificationOf,
  notifiedIn,
} from '../../papers/index.ts';
import { correctionTime, listGivenConfidential, listPieces } from '../../pieces/index.ts';
import { type Reply, redirect, type Visit } from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import { emptyForm, type FormState, frameOf, show } from '../../ui/index.ts';
import { recordOpening, recordReading } from '../actions/recordReading.ts';
import { addresses } from '../addresses.ts';
import { checklistOf } from '../checklist.ts';
import { ACCOMMODATION } from '../decisions.ts';
import type { AccommodationDeps } from '../deps.ts';
import type { AtFile } from '../guards.ts';
import { dueForService } from '../pages/dueLines.ts';
import { FilePage } from '../pages/filePage.tsx';
import type { ActForm, FileView, PreparedView } from '../pages/fileView.ts';
import { ListPage } from '../pages/listPage.tsx';
import { type HealthDocument, LISTS, type ListName, type Request } from '../request.ts';
import { hasChanged, isRead, isSameKind } from '../rules/requestActs.ts';
import { serviceTexts } from '../serviceTexts.ts';
import { findAdvice, lastPapers, listDecisions, listDemands } from '../store/decisions.ts';
import { listDocuments } from '../store/documents.ts';
import { countFiles, listFiles } from '../store/list.ts';
import { findPreparation } from '../store/prepared.ts';
import { findRequest } from '../store/requests.ts';

export async function showList(deps: AccommodationDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const list: ListName = LISTS.find((name) => name === visit.query.liste) ?? 'waiting';
  const page = /^[1-9]\d{0,4}$/.test(visit.query.page ?? '') ? Number(visit.query.page) : 1;
  const [counts, files, frame] = await Promise.all([
    countFiles(deps.db, staff.academy),
    listFiles(deps.db, staff.academy, list, page),
    frameFor(deps, visit, staff),
  ]);
  if (files.length === 0 && page > 1) return redirect(addresses.list({ list }));
  const read = files.map(({ enrolmentId }) => enrolmentId);
  await recordReading(deps.db, actBy(visit, staff), staff.academy, read);
  const notified = list === 'decided' ? await standingOf(deps, staff.academy, read) : new Map<string, string>();
  return show(
    h(ListPage, { ...frame, catalogue: deps.catalogue(), list, counts, files, notified, page, now: deps.clock.now() }),
  );
}

/** How the decision that holds is notified, in words, by enrolment: what is still to be sent is seen in the list. */
async function standingOf(
  deps: AccommodationDeps,
  academy: string,
  enrolments: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const last = await lastPapers(deps.db, enrolments);
  const papers = last.map(({ paperId }) => paperId);
  const now = deps.clock.now();
  const notices = await findHealthNotices(deps.db, academy, papers);
  return new Map(notices.map((one) => [one.enrolmentId, noticeTexts.standing(notificationOf(one, now))]));
}

async function frameFor(deps: AccommodationDeps, visit: Visit, staff: SignedInStaff) {
  return frameOf(await deps.serviceChrome(visit, staff), visit, serviceTexts.flash);
}

type Shown = { readonly form: ActForm | null; readonly state: FormState; readonly status: number };

export async function showFile(
  deps: AccommodationDeps,
  visit: Visit,
  { staff, file }: AtFile,
  { form, state, status }: Shown = { form: null, state: emptyForm, status: 200 },
): Promise<Reply> {
  const catalogue = deps.catalogue();
  const session = catalogue.session(file.session);
  const now = deps.clock.now();
  const today = parisDay(now);
  const found = await findRequest(deps.db, file.enrolmentId);
  const request = isRead(found) ? found : null;
  const of = <T>(list: (id: string) => Promise<T>, none: T): Promise<T> | T =>
    request === null ? none : list(request.id);
  const [all, demands, advice, decisions, waivers, papers, notices, signer, frame] = await Promise.all([
    of((id) => listDocuments(deps.db, id), []),
    of((id) => listDemands(deps.db, id), []),
    of((id) => findAdvice(deps.db, id), null),
    of((id) => listDecisions(deps.db, id), []),
    listGivenConfidential(deps.db, [file.enrolmentId]),
    listPapers(deps.db, { serviceOf: staff.academy }, file.enrolmentId),
    listNotices(deps.db, file.enrolmentId),
    signerNotes(deps, staff, [ACCOMMODATION]),
    frameFor(deps, visit, staff),
  ]);
  const { given: documents, unreadable } = partedByReading(all, isSameKind);
  const shown = documents.find(({ id }) => id === visit.query.document) ?? documents[0] ?? null;
  await recordOpening(deps.db, actBy(visit, staff), file.enrolmentId);
  const enrolment = await findEnrolmentOf(deps.db, staff.academy, file.enrolmentId);
  const where = whereOf(catalogue.academy(staff.academy), { registered: enrolment?.registered ?? null });
  const view: FileView = {
    ...frame,
    catalogue,
    signer: signer(ACCOMMODATION),
    prepared: await preparedView(deps, staff, { request, documents, version: enrolment?.version ?? 0 }),
    checklist: checklistOf(catalogue, file.session),
    file,
    request,
    documents,
    unreadable,
    shown,
    shut: shown === null ? null : whyNotOpened(shown.kept, { is: 'staff', scans: deps.scans }),
    demands,
    advice,
    decisions,
    notifications: papers,
    notified: notifiedIn(notices, { status: 'registered', reserve: null }, { now, where }, 'accommodation'),
    waiver: waivers.get(file.enrolmentId) ?? null,
    today,
    due: await dueOf(deps, enrolment, now),
    askUntil: session === undefined ? today.add({ days: 15 }) : proposedDay(session, now),
    decisionKey: randomUUID(),
    state,
    form,
  };
  return show(h(FilePage, view), status);
}

/** From the one computation of what is due, as this service may read it. */
async function dueOf(
  { db, catalogue, due }: AccommodationDeps,
  enrolment: Enrolment | null,
  now: Temporal.Instant,
): Promise<readonly string[]> {
  const session = catalogue().session(enrolment?.session ?? '');
  if (enrolment === null || session === undefined) return [];
  const pieces = await listPieces(db, enrolment.id);
  return dueForService(catalogue(), session.code, await due(db, { enrolment, session, pieces }, now, 'service'));
}

/** With the names of its people, and whether it may still be signed. */
async function preparedView(
  { db, accounts }: AccommodationDeps,
  { academy }: SignedInStaff,
  now: { readonly request: Request | null; readonly documents: readonly HealthDocument[]; readonly version: number },
): Promise<PreparedView | null> {
  const { request, ...others } = now;
  const prepared = request === null ? null : await findPreparation(db, academy, request.id);
  if (request === null || prepared === null) return null;
  const names = namedApart(await accounts.listStaff(db, academy));
  const named = (id: string | null): string => names.get(id ?? '') ?? serviceTexts.prepared.former;
  const changed = prepared.state === 'waiting' && hasChanged(prepared, { ...others, request });
  return { ...prepared, by: named(prepared.preparedBy), sentBackBy: named(prepared.closedBy), changed };
}

/** As for a piece that is refused; never a day that is past. */
function proposedDay(session: Parameters<typeof correctionTime>[0], now: Temporal.Instant): Temporal.PlainDate {
  const proposed = parisDay(correctionTime(session, now).subtract({ nanoseconds: 1 }));
  const latest = parisDay(now).add({ days: 90 });
  const first = parisDay(now).add({ days: 15 });
  if (Temporal.PlainDate.compare(proposed, first) < 0) return first;
  return Temporal.PlainDate.compare(proposed, latest) > 0 ? latest : proposed;
}
