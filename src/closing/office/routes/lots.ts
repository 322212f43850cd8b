import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, readKinship, whyOnePerson } from '../../../accounts/index.ts';
import type { ResolvedSession } from '../../../catalogue/index.ts';
import { findEnrolmentsOf } from '../../../enrolment/index.ts';
import { countAnswersTo } from '../../../hearings/index.ts';
import { judge } from '../../../lots/index.ts';
import { actDeps, type LetterDeskDeps } from '../../../papers/index.ts';
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
import { type AtDesk, headAtDesk, NoSessionPage, namesWithin, peopleOf, type Scope } from '../../../scope/index.ts';
import { emptyForm, type FormState, show, tickedIn, withFault } from '../../../ui/index.ts';
import { startLot, undoLot, workOffLot } from '../../actions/approveLot.ts';
import { listCancellations } from '../../cancellations.ts';
import { readCases } from '../../fileCase.ts';
import { type CancellationLot, LOT } from '../../lot.ts';
import { findLot, listLotLines, listLots } from '../../lots.ts';
import { refusals as closingRefusals } from '../../refusals.ts';
import { whyNotCancelled } from '../../rules/cancellation.ts';
import { addresses as closingDesk } from '../addresses.ts';
import { lotTexts as say } from '../lotTexts.ts';
import { LotPage } from '../pages/lotPage.tsx';
import { LotPreviewPage, ProposalsPage } from '../pages/proposalPages.tsx';
import type { ShownProposal } from '../pages/proposalParts.tsx';
import { closingSession } from '../session.ts';
import { countProposed, listCancelled } from '../store.ts';

type AtLot = AtDesk & { readonly lot: CancellationLot };

/** What one person proposed and a second one approves: a look at each, a dry run, then one by one; and back within the day. */
export function lotRoutes(deps: LetterDeskDeps): readonly Route[] {
  const [who, own] = [headAtDesk(deps), lotOfHead(deps)];
  const [list, one] = ['/gestion/cloture/annulations', '/gestion/cloture/annulations/:lot'];
  return [
    route({ method: 'GET', path: list, who, handle: (visit, at) => showProposals(deps, visit, at) }),
    route({
      method: 'POST',
      path: list,
      who,
      note: 'Un autre chef de bureau approuve des annulations proposées, une fois lues.',
      handle: (visit, at) => approve(deps, visit, at),
    }),
    route({ method: 'GET', path: one, who: own, handle: (visit, at) => showLot(deps, visit, at) }),
    route({
      method: 'POST',
      path: one,
      who: own,
      note: "Le chef de bureau continue le lot d'annulations qu'il a approuvé, ou revient sur un lot avant qu'il prenne effet.",
      handle: (visit, at) => act(deps, visit, at),
    }),
  ];
}

function lotOfHead(deps: LetterDeskDeps): Guard<AtLot> {
  const head = headAtDesk(deps);
  return reaching(head, 'their lot', async (at, visit) => {
    const lot = await findLot(deps.db, at.scope.academy, visit.params.lot);
    return lot === null ? null : { ...at, lot };
  });
}

function sessionIn(deps: LetterDeskDeps, visit: Visit, { scope }: AtDesk): ResolvedSession | null {
  return closingSession(deps, scope, visit.query.session);
}

async function showProposals(
  deps: LetterDeskDeps,
  visit: Visit,
  at: AtDesk,
  refused: { readonly why: string; readonly chosen: readonly string[] } | null = null,
): Promise<Reply> {
  const session = sessionIn(deps, visit, at);
  const frame = await deps.frame(visit, at.staff);
  if (session === null) return show(h(NoSessionPage, { ...frame, title: say.title }));
  const here: Scope = { ...at.scope, sessions: [session.code] };
  const [proposals, all, lots] = [
    await readProposals(deps, at, here),
    await countProposed(deps.db, here),
    await listLots(deps.db, { academy: here.academy, session: session.code }, 10),
  ];
  return show(
    h(ProposalsPage, {
      ...frame,
      session: session.code,
      proposals,
      more: Math.max(0, all - proposals.length),
      lots,
      state: refused === null ? emptyForm : withFault(emptyForm, null, refused.why),
      chosen: new Set(refused?.chosen ?? []),
    }),
    refused === null ? 200 : 422,
  );
}

async function readProposals(deps: LetterDeskDeps, { staff }: AtDesk, here: Scope): Promise<readonly ShownProposal[]> {
  const files = await listCancelled(deps.db, here, 'proposed', LOT.proposals);
  const ids = files.map(({ id }) => id);
  const [standing, wrote, members] = [
    (await listCancellations(deps.db, ids)).filter(({ state }) => state === 'proposed'),
    await countAnswersTo(deps.db, ids, 'regularisation'),
    await deps.accounts.listStaff(deps.db, here.academy),
  ];
  const people = peopleOf(members, staff.accountId);
  const whyNot = await readKinship(deps.db, deps.catalogue().installation().secondPersonDays);
  return files.flatMap(({ id, number, name }) => {
    const one = standing.find(({ enrolmentId }) => enrolmentId === id);
    if (one === undefined) return [];
    return [
      {
        cancellationId: one.id,
        enrolmentId: id,
        number,
        name,
        words: one.words,
        ground: one.ground,
        missing: one.codes,
        observations: wrote.get(id) ?? 0,
        proposer: people('staff', one.proposedBy),
        barred: whyNot(staff.accountId, [one.proposedBy]),
      },
    ];
  });
}

/** Those ticked, or all that the page shows and that this person may approve: their motives are read there, and again before the last act. */
async function askedOf(
  deps: LetterDeskDeps,
  visit: Visit,
  at: AtDesk,
  session: ResolvedSession,
): Promise<readonly string[]> {
  if (visit.body.toutes !== 'oui') return tickedIn(visit.body, 'propositions');
  const shown = await readProposals(deps, at, { ...at.scope, sessions: [session.code] });
  return shown.flatMap(({ barred, cancellationId }) => (barred === null ? [cancellationId] : []));
}

/** Without `confirme`, what would be approved; with it, a lot is written down and worked off. */
async function approve(deps: LetterDeskDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const session = sessionIn(deps, visit, at);
  const asked = session === null ? [] : await askedOf(deps, visit, at, session);
  if (session === null || asked.length === 0) return showProposals(deps, visit, at, { why: say.none, chosen: [] });
  if (asked.length > LOT.proposals)
    return showProposals(deps, visit, at, { why: say.tooMany(LOT.proposals), chosen: asked });
  if (visit.body.confirme !== 'oui') return preview(deps, visit, at, session, asked);
  const { scope, staff } = at;
  const started = await startLot(deps, {
    academy: scope.academy,
    session: session.code,
    officerId: staff.accountId,
    cancellations: asked,
    key: idempotencyKey(visit.body.cle),
  });
  if (!started.ok) return showProposals(deps, visit, at, { why: closingRefusals.inWords(started.error), chosen: [] });
  const lot = await findLot(deps.db, scope.academy, started.value);
  if (lot !== null) await workOffLot(actDeps(deps), actBy(visit, staff), lot);
  return redirect(closingDesk.lot(started.value));
}

async function preview(
  deps: LetterDeskDeps,
  visit: Visit,
  at: AtDesk,
  session: ResolvedSession,
  asked: readonly string[],
): Promise<Reply> {
  const { staff, scope } = at;
  const here: Scope = { ...scope, sessions: [session.code] };
  const chosen = (await readProposals(deps, at, here)).filter(({ cancellationId }) => asked.includes(cancellationId));
  if (chosen.length === 0) return showProposals(deps, visit, at, { why: say.why['decided-meanwhile'], chosen: [] });
  const enrolments = await findEnrolmentsOf(
    deps.db,
    scope.academy,
    chosen.map(({ enrolmentId }) => enrolmentId),
  );
  const cases = await readCases(deps.db, deps.catalogue(), enrolments, deps.clock.now());
  const { will, wont } = judge(chosen, (one) => {
    if (one.barred !== null) return whyOnePerson(one.barred);
    const file = cases.find(({ enrolment }) => enrolment.id === one.enrolmentId);
    const code = file === undefined ? 'not-found' : whyNotCancelled(file)?.code;
    return code === undefined ? null : (reasons[code] ?? say.why['decided-meanwhile']);
  });
  return show(
    h(LotPreviewPage, {
      ...(await deps.frame(visit, staff)),
      session: session.code,
      will,
      wont: wont.map(({ why, ...one }) => ({ ...one, said: why })),
      idempotencyKey: randomUUID(),
    }),
  );
}

const reasons: Readonly<Record<string, string>> = say.why;

async function showLot(
  deps: LetterDeskDeps,
  visit: Visit,
  { staff, scope, lot }: AtLot,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const lines = await listLotLines(deps.db, lot.id);
  const named = await namesWithin(
    deps.db,
    scope,
    lines.map(({ enrolmentId }) => enrolmentId),
  );
  return show(
    h(LotPage, {
      ...(await deps.frame(visit, staff)),
      lot,
      lines: lines.map((line) => {
        const { number = '', name = '' } = named.get(line.enrolmentId) ?? {};
        return { ...line, number, name };
      }),
      own: lot.officerId === staff.accountId,
      state,
    }),
    status,
  );
}

async function act(deps: LetterDeskDeps, visit: Visit, at: AtLot): Promise<Reply> {
  const { lot, staff } = at;
  const by = actBy(visit, staff);
  if (visit.body.acte === 'revenir') {
    await undoLot(actDeps(deps), by, lot, staff.accountId);
    return undone(deps, visit, at);
  }
  if (visit.body.acte === 'continuer' && lot.officerId === staff.accountId) await workOffLot(actDeps(deps), by, lot);
  return redirect(closingDesk.lot(lot.id));
}

/** What took effect before the click, on a page that was open since, is not taken back: it is said. */
async function undone(deps: LetterDeskDeps, visit: Visit, at: AtLot): Promise<Reply> {
  const lines = await listLotLines(deps.db, at.lot.id);
  const late = lines.filter(({ state }) => state === 'done').length;
  if (late === 0) return redirect(closingDesk.lot(at.lot.id, { message: 'lot-retire' }));
  if (lines.some(({ state }) => state === 'undone'))
    return redirect(closingDesk.lot(at.lot.id, { message: 'lot-retire-en-partie' }));
  return showLot(deps, visit, at, withFault(emptyForm, null, say.report.late(late)), 409);
}
