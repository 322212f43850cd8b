import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import type { ResolvedSession } from '../../catalogue/index.ts';
import {
  type ClosingRefusal,
  closingRefusals,
  countObservations,
  decideCancellation,
  type FileCase,
  findCancellations,
  inviteToRegularise,
  listObservations,
  proposeCancellation,
  readCases,
  whyNotInvited,
} from '../../closing/index.ts';
import { type Enrolment, findEnrolmentsOf, GRACE } from '../../enrolment/index.ts';
import { correctionTime } from '../../pieces/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import type { Result } from '../../platform/result.ts';
import { listProofs } from '../../reminders/index.ts';
import { emptyForm, type Field, type FormState, parseForm, show, typedIn, withFault } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { closingTexts as say } from '../closingTexts.ts';
import type { OfficeDeps } from '../deps.ts';
import { atDesk, fileAtDesk } from '../guards.ts';
import type { AtDesk, FileAtDesk, Scope } from '../office.ts';
import { pageFrame } from '../pageFrame.ts';
import { ACTS, cancellationForms } from '../pages/cancellationSection.tsx';
import { ClosingCasePage } from '../pages/closingCasePage.tsx';
import { type ClosingLine, ClosingPage } from '../pages/closingPage.tsx';
import { InvitationsPage, type Lot } from '../pages/invitationsPage.tsx';
import { NoSessionPage } from '../pages/noSessionPage.tsx';
import { sessionOptions } from '../rules/choices.ts';
import { chosenSession } from '../rules/chosenSession.ts';
import { pagesOf } from '../rules/counts.ts';
import { peopleOf } from '../rules/people.ts';
import { personName } from '../rules/personName.ts';
import { readPageNumber } from '../rules/queueFilter.ts';
import { type IncompleteFile, listCancelled, listIncomplete, PAGE_SIZE } from '../store/incomplete.ts';
import { visibleEnrolment } from '../store/scope.ts';

export function closingOfficeRoutes(deps: OfficeDeps): readonly Route[] {
  const [desk, file] = [atDesk(deps), fileAtDesk(deps)];
  const [list, one] = ['/gestion/cloture', '/gestion/cloture/:id'];
  return [
    route({ method: 'GET', path: list, who: desk, handle: (visit, at) => showClosing(deps, visit, at) }),
    route({ method: 'POST', path: list, who: desk, handle: (visit, at) => inviteLot(deps, visit, at) }),
    route({ method: 'GET', path: one, who: file, handle: (visit, at) => showCase(deps, visit, at) }),
    route({ method: 'POST', path: one, who: file, handle: (visit, at) => act(deps, visit, at) }),
  ];
}

async function showClosing(
  deps: OfficeDeps,
  visit: Visit,
  { staff, scope }: AtDesk,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const [catalogue, now] = [deps.catalogue(), deps.clock.now()];
  const session = chosenSession(catalogue, scope, visit.query.session, now, 'closed');
  const frame = await pageFrame(deps, visit, staff);
  if (session === null) return show(h(NoSessionPage, { ...frame, title: say.title }));
  const { closesAt } = session.window;
  const page = readPageNumber(visit.query.page);
  const here: Scope = { ...scope, sessions: [session.code] };
  const { files, total } = await listIncomplete(deps.db, here, closesAt, page);
  if (files.length === 0 && page > 1) return redirect(addresses.closing({ session: session.code }));
  const isClosed = Temporal.Instant.compare(now, closesAt) >= 0;
  return show(
    h(ClosingPage, {
      ...frame,
      sessions: sessionOptions(catalogue, scope),
      session: session.code,
      lead: leadOf(closesAt, now),
      isClosed,
      cancellations: await listCancelled(deps.db, here),
      lines: await linesOf(deps, here, files, isClosed ? now : closesAt),
      total,
      page,
      pages: pagesOf(total, PAGE_SIZE),
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
  deps: OfficeDeps,
  { academy }: Scope,
  files: readonly IncompleteFile[],
  now: Temporal.Instant,
): Promise<readonly ClosingLine[]> {
  const ids = files.map(({ id }) => id);
  const cases = await readCases(deps.db, deps.catalogue(), await findEnrolmentsOf(deps.db, academy, ids), now);
  const [proofs, wrote] = await Promise.all([listProofs(deps.db, ids), countObservations(deps.db, ids)]);
  return files.flatMap((file) => {
    const own = cases.find(({ enrolment }) => enrolment.id === file.id);
    if (own === undefined || own.found === null) return [];
    const sent = proofs.filter(({ enrolmentId, state }) => enrolmentId === file.id && state === 'sent');
    return [
      {
        ...file,
        ...own.found,
        invitation: own.invitations[0] ?? null,
        sent: sent.length,
        opened: sent.filter(({ openedAt }) => openedAt !== null).length,
        observations: wrote.get(file.id) ?? 0,
      },
    ];
  });
}

/** Without `confirme`, what would be done; with it, done one by one: a file that changed meanwhile holds up no other. */
async function inviteLot(deps: OfficeDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const refuse = (why: string): Promise<Reply> => showClosing(deps, visit, at, withFault(emptyForm, null, why), 422);
  const asked = [...new Set([visit.body.dossiers].flat().filter((one) => typeof one === 'string'))];
  if (asked.length === 0) return refuse(say.batch.none);
  if (asked.length > PAGE_SIZE) return refuse(say.batch.tooMany(PAGE_SIZE));
  const ids: string[] = [];
  for (const id of asked) if ((await visibleEnrolment(deps.db, at.scope, id)) !== null) ids.push(id);
  const enrolments = (await findEnrolmentsOf(deps.db, at.scope.academy, ids)).toSorted((a, b) =>
    (a.number ?? '').localeCompare(b.number ?? ''),
  );
  const session = deps.catalogue().session(enrolments[0]?.session ?? '');
  if (session === undefined) return refuse(say.batch.none);
  const lot =
    visit.body.confirme === 'oui'
      ? await invite(deps, visit, at, enrolments)
      : await preview(deps, enrolments, session);
  return show(h(InvitationsPage, { ...(await pageFrame(deps, visit, at.staff)), session: session.code, ...lot }));
}

async function preview(
  { db, catalogue, clock }: OfficeDeps,
  enrolments: readonly Enrolment[],
  session: ResolvedSession,
): Promise<Omit<Lot, 'session'>> {
  const now = clock.now();
  const cases = await readCases(db, catalogue(), enrolments, now);
  const judged = cases.map((file) => ({ file, why: whyNotInvited(file, session, now) }));
  return {
    invited: judged.flatMap(({ file, why }) => (why === null ? [lineOf(file)] : [])),
    refused: judged.flatMap(({ file, why }) =>
      why === null ? [] : [{ number: file.enrolment.number ?? '', why: closingRefusals.inWords(why) }],
    ),
    until: correctionTime(session, now),
  };
}

function lineOf({ enrolment, found }: FileCase): Lot['invited'][number] {
  return { id: enrolment.id, number: enrolment.number ?? '', missing: found?.missing ?? [] };
}

async function invite(
  deps: OfficeDeps,
  visit: Visit,
  at: AtDesk,
  enrolments: readonly Enrolment[],
): Promise<Omit<Lot, 'session'>> {
  const invited: Lot['invited'][number][] = [];
  const refused: Lot['refused'][number][] = [];
  for (const { id, number } of enrolments) {
    const done = await inviteToRegularise(actDeps(deps), actBy(visit, at.staff), {
      id,
      academy: at.scope.academy,
      officerId: at.staff.accountId,
    });
    if (done.ok) invited.push({ id, number: number ?? '', missing: done.value.codes });
    else refused.push({ number: number ?? '', why: closingRefusals.inWords(done.error) });
  }
  return { invited, refused, until: null };
}

async function showCase(
  deps: OfficeDeps,
  visit: Visit,
  { enrolment, candidate, staff, scope }: FileAtDesk,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const catalogue = deps.catalogue();
  const [cases, observations, cancellations, members, frame] = await Promise.all([
    readCases(deps.db, catalogue, [enrolment], deps.clock.now()),
    listObservations(deps.db, enrolment.id),
    findCancellations(deps.db, enrolment.id),
    deps.accounts.listStaff(deps.db, scope.academy),
    pageFrame(deps, visit, staff),
  ]);
  const [file] = cases;
  if (file === undefined) return redirect(addresses.file(enrolment.id));
  return show(
    h(ClosingCasePage, {
      ...frame,
      catalogue,
      file,
      number: enrolment.number ?? '',
      name: personName(candidate),
      observations,
      cancellations,
      canApprove: staff.role === 'head' && cancellations[0]?.proposedBy !== staff.accountId,
      people: peopleOf(members, staff.accountId),
      state,
    }),
    status,
  );
}

const MESSAGES = {
  propose: 'annulation-proposee',
  approve: 'annulation-approuvee',
  drop: 'annulation-abandonnee',
  undo: 'annulation-retiree',
  reverse: 'inscription-retablie',
} as const;

/** What the buttons of the page of one file do: without `acte`, invite. */
async function act(deps: OfficeDeps, visit: Visit, at: FileAtDesk): Promise<Reply> {
  const order = { id: at.enrolment.id, academy: at.scope.academy, officerId: at.staff.accountId };
  const by = actBy(visit, at.staff);
  const answer = (done: Result<unknown, ClosingRefusal>, message: string, fields: readonly Field[] = []) =>
    done.ok ? redirect(addresses.closingCase(order.id, { message })) : refuseAct(deps, visit, at, fields, done.error);
  switch (visit.body.acte) {
    case ACTS.propose: {
      const read = parseForm(cancellationForms.propose, visit.body);
      if (!read.ok) return showCase(deps, visit, at, read.error, 422);
      const { motifs: words, fondement: ground } = read.value;
      const done = await proposeCancellation(deps, by, { ...order, words, ground });
      return answer(done, MESSAGES.propose, cancellationForms.propose);
    }
    case ACTS.reverse: {
      const read = parseForm(cancellationForms.reverse, visit.body);
      if (!read.ok) return showCase(deps, visit, at, read.error, 422);
      const done = await decideCancellation(actDeps(deps), by, { ...order, step: 'reverse', note: read.value.note });
      return answer(done, MESSAGES.reverse, cancellationForms.reverse);
    }
    case ACTS.approve:
    case ACTS.drop:
    case ACTS.undo: {
      const step = (['approve', 'drop', 'undo'] as const).find((one) => ACTS[one] === visit.body.acte) ?? 'drop';
      if (step === 'approve' && at.staff.role !== 'head') return refuseAct(deps, visit, at, [], { code: 'head-only' });
      return answer(await decideCancellation(actDeps(deps), by, { ...order, step, note: null }), MESSAGES[step]);
    }
    default:
      return answer(await inviteToRegularise(actDeps(deps), by, order), 'invite-a-regulariser');
  }
}

/** As the file stands now that somebody else was found to have written; nothing typed is lost. */
async function refuseAct(
  deps: OfficeDeps,
  visit: Visit,
  at: FileAtDesk,
  fields: readonly Field[],
  refusal: ClosingRefusal,
): Promise<Reply> {
  const now = await fileAtDesk(deps).admit(visit);
  const state = withFault({ typed: typedIn(fields, visit.body), faults: [] }, null, closingRefusals.inWords(refusal));
  return showCase(deps, visit, 'denied' in now ? at : now, state, closingRefusals.status(refusal));
}

function actDeps({ db, events, catalogue, accounts, letters }: OfficeDeps) {
  return { db, events, catalogue, findCandidate: accounts.findCandidate, ...letters };
}
