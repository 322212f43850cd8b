import { h } from 'preact';
import { actBy, personName, readKinship } from '../../../accounts/index.ts';
import { type Catalogue, lawOf } from '../../../catalogue/index.ts';
import { isPrepared, signerNotes } from '../../../decisions/index.ts';
import { findEnrolmentsOf, whereOf } from '../../../enrolment/index.ts';
import { listAnswersTo } from '../../../hearings/index.ts';
import type { Where } from '../../../law/index.ts';
import type { LetterDeskDeps } from '../../../papers/index.ts';
import {
  actDeps,
  type Notification,
  noticesForOffice,
  notificationInWords,
  notificationOf,
  stillStands,
} from '../../../papers/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import type { Result } from '../../../platform/result.ts';
import { listProofs } from '../../../reminders/index.ts';
import type { FileAtDesk } from '../../../scope/index.ts';
import { deskAddresses, fileAtDesk, peopleOf, prepareFor } from '../../../scope/index.ts';
import { emptyForm, type Field, type FormState, parseForm, show, typedForm, withFault } from '../../../ui/index.ts';
import { decideCancellation } from '../../actions/decideCancellation.ts';
import { grantTime } from '../../actions/grantTime.ts';
import { inviteToRegularise } from '../../actions/inviteToRegularise.ts';
import { proposeCancellation } from '../../actions/proposeCancellation.ts';
import { findCancellations, lastGroundOf } from '../../cancellations.ts';
import { ANNULMENT, ANNULMENT_REVERSED } from '../../decisions.ts';
import { type FileCase, readCases } from '../../fileCase.ts';
import { type Refusal as ClosingRefusal, refusals as closingRefusals } from '../../refusals.ts';
import { whyNotInvited } from '../../rules/invitation.ts';
import { listGrantedTime } from '../../store.ts';
import { closingTexts } from '../closingTexts.ts';
import { isUnanswered, motive } from '../motive.ts';
import { motiveTexts } from '../motiveTexts.ts';
import { ACTS, cancellationForms } from '../pages/cancellationSection.tsx';
import { ClosingCasePage, grantForm } from '../pages/closingCasePage.tsx';
import { ANNULMENT_UNDONE } from '../signable.ts';
import { listExpiredAfter } from '../store.ts';

/** One incomplete file: what is missing, the evidence, and what is decided of it. */
export function closingCaseRoutes(deps: LetterDeskDeps): readonly Route[] {
  const [who, path] = [fileAtDesk(deps), '/gestion/cloture/:id'];
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showCase(deps, visit, at) }),
    route({ method: 'POST', path, who, handle: (visit, at) => act(deps, visit, at) }),
  ];
}

/** What the exam's rules cite; whoever proposes changes it, and finds their own again the next time. */
function usualGround(catalogue: Catalogue, session: string): string {
  const found = catalogue.exam(catalogue.session(session)?.exam ?? '');
  return found === undefined ? '' : lawOf(found, 'incomplete').article;
}

async function showCase(
  deps: LetterDeskDeps,
  visit: Visit,
  { enrolment, candidate, staff, scope }: FileAtDesk,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const catalogue = deps.catalogue();
  const { secondPersonDays } = catalogue.installation();
  const [cases, observations, cancellations, members, proofs, granted, ground, notices, whyNot, signer, frame] =
    await Promise.all([
      readCases(deps.db, catalogue, [enrolment], deps.clock.now()),
      listAnswersTo(deps.db, enrolment.id, 'regularisation'),
      findCancellations(deps.db, enrolment.id),
      deps.accounts.listStaff(deps.db, scope.academy),
      listProofs(deps.db, [enrolment.id]),
      listGrantedTime(deps.db, enrolment.id),
      lastGroundOf(deps.db, enrolment.session, staff.accountId),
      noticesForOffice(deps.db, scope.academy, enrolment.id),
      readKinship(deps.db, secondPersonDays),
      signerNotes(deps, staff, [ANNULMENT, ANNULMENT_REVERSED]),
      deps.frame(visit, staff),
    ]);
  const [notice] = notices;
  const proposer = cancellations[0]?.proposedBy;
  const barred = staff.role === 'head' && proposer !== undefined ? whyNot(staff.accountId, [proposer]) : null;
  const [file] = cases;
  if (file === undefined) return redirect(deskAddresses.file(enrolment.id));
  const begun = {
    motifs: motive(file, proofs, observations),
    fondement: ground ?? usualGround(catalogue, enrolment.session),
  };
  return show(
    h(ClosingCasePage, {
      ...frame,
      catalogue,
      file,
      notYet: notYet(catalogue, file, deps.clock.now()),
      number: enrolment.number ?? '',
      name: personName(candidate),
      observations,
      granted,
      cancellations,
      signers: { approve: signer(ANNULMENT), reverse: signer(ANNULMENT_REVERSED) },
      canApprove: staff.role === 'head' && proposer !== undefined && barred === null,
      barred,
      notified:
        notice !== undefined && stillStands(notice, enrolment)
          ? notifiedInWords(
              notificationOf(notice, deps.clock.now()),
              whereOf(catalogue.academy(scope.academy), enrolment),
              deps.clock.now(),
            )
          : null,
      people: peopleOf(members, staff.accountId),
      // Nothing typed yet: the facts, to be read and changed.
      state: { ...state, typed: { ...begun, ...state.typed } },
    }),
    status,
  );
}

/** What may still come, or waits to be read, keeps everybody from inviting and from proposing an annulment. */
function notYet(catalogue: Catalogue, file: FileCase, now: Temporal.Instant): string | null {
  const session = catalogue.session(file.enrolment.session);
  const why = session === undefined ? null : whyNotInvited(file, session, now);
  return why?.code === 'in-grace' || why?.code === 'being-read' ? closingTexts.file.notYet(why) : null;
}

/** Until it is notified it doesn't bind its candidate (CRPA L221-8): what comes meanwhile is for a person to look at. */
function notifiedInWords(found: Notification, where: Where, now: Temporal.Instant): string {
  const said = notificationInWords(found, where, now);
  return found.state === 'notified' ? said : `${said} ${closingTexts.cancellation.notBinding}`;
}

const MESSAGES = {
  propose: 'annulation-proposee',
  approve: 'annulation-approuvee',
  drop: 'annulation-abandonnee',
  undo: 'annulation-retiree',
  reverse: 'inscription-retablie',
} as const;

/** What the forms of the page of one file do. What none of them sends does nothing. */
async function act(deps: LetterDeskDeps, visit: Visit, at: FileAtDesk): Promise<Reply> {
  const order = { id: at.enrolment.id, academy: at.scope.academy, officerId: at.staff.accountId };
  const by = actBy(visit, at.staff);
  // The one that was under the eyes: another that was proposed since isn't meant.
  const seen = { cancellationId: typeof visit.body.annulation === 'string' ? visit.body.annulation : '' };
  const answer = (done: Result<unknown, ClosingRefusal>, message: string, fields: readonly Field[] = []) =>
    done.ok
      ? redirect(deskAddresses.closingCase(order.id, { message }))
      : refuseAct(deps, visit, at, fields, done.error);
  switch (visit.body.acte) {
    case ACTS.propose:
      return propose(deps, visit, at);
    case ACTS.grant: {
      const read = parseForm(grantForm, visit.body);
      if (!read.ok) return showCase(deps, visit, at, read.error, 422);
      const { jour: day, raison: reason } = read.value;
      return answer(await grantTime(actDeps(deps), by, { ...order, day, reason }), 'delai-donne', grantForm);
    }
    case ACTS.reverse: {
      const read = parseForm(cancellationForms.reverse, visit.body);
      if (!read.ok) return showCase(deps, visit, at, read.error, 422);
      const { note } = read.value;
      if (isPrepared(visit.body)) {
        const asked = { cancellation: seen.cancellationId };
        const prepared = await prepareFor(deps, visit, at, ANNULMENT_UNDONE, { reason: note, asked });
        if (prepared.ok) return redirect(deskAddresses.toSign({ message: 'preparee' }));
        return refuseAct(deps, visit, at, cancellationForms.reverse, prepared.error);
      }
      const done = await decideCancellation(actDeps(deps), by, { ...order, step: 'reverse', note, ...seen });
      return answer(done, MESSAGES.reverse, cancellationForms.reverse);
    }
    case ACTS.approve:
    case ACTS.drop:
    case ACTS.undo: {
      const step = (['approve', 'drop', 'undo'] as const).find((one) => ACTS[one] === visit.body.acte) ?? 'drop';
      if (step === 'approve' && at.staff.role !== 'head') return refuseAct(deps, visit, at, [], { code: 'head-only' });
      return answer(
        await decideCancellation(actDeps(deps), by, { ...order, step, note: null, ...seen }),
        MESSAGES[step],
      );
    }
    case ACTS.invite:
      return answer(await inviteToRegularise(actDeps(deps), by, order), 'invite-a-regulariser');
    default:
      return showCase(deps, visit, at, withFault(emptyForm, null, closingTexts.file.unknownAct), 422);
  }
}

async function propose(deps: LetterDeskDeps, visit: Visit, at: FileAtDesk): Promise<Reply> {
  const fields = cancellationForms.propose;
  const order = { id: at.enrolment.id, academy: at.scope.academy, officerId: at.staff.accountId };
  const read = parseForm(fields, visit.body);
  if (!read.ok) return showCase(deps, visit, at, read.error, 422);
  const { motifs: words, fondement: ground } = read.value;
  if (isUnanswered(words)) {
    const state = withFault(typedForm(fields, visit.body), 'motifs', motiveTexts.unanswered);
    return showCase(deps, visit, at, state, 422);
  }
  const done = await proposeCancellation(deps, actBy(visit, at.staff), { ...order, words, ground });
  if (!done.ok) return refuseAct(deps, visit, at, fields, done.error);
  if (visit.body.suite !== 'oui') return redirect(deskAddresses.closingCase(order.id, { message: MESSAGES.propose }));
  const next = await nextExpired(deps, at);
  return redirect(
    next === null
      ? deskAddresses.closing({ session: at.enrolment.session, message: 'dernier-propose' })
      : `${deskAddresses.closingCase(next, { message: 'propose-suivant' })}#annulation`,
  );
}

/** How many files are looked at to find the next one that can be proposed. */
const AHEAD = 20;

async function nextExpired(
  { db, catalogue, clock }: LetterDeskDeps,
  { enrolment, scope }: FileAtDesk,
): Promise<string | null> {
  const here = { ...scope, sessions: [enrolment.session] };
  const ids = await listExpiredAfter(db, here, enrolment.id, AHEAD);
  const cases = await readCases(db, catalogue(), await findEnrolmentsOf(db, scope.academy, ids), clock.now());
  return ids.find((id) => cases.find((one) => one.enrolment.id === id)?.found?.state === 'expired') ?? null;
}

/** As the file stands now that somebody else was found to have written; nothing typed is lost. */
async function refuseAct(
  deps: LetterDeskDeps,
  visit: Visit,
  at: FileAtDesk,
  fields: readonly Field[],
  refusal: ClosingRefusal,
): Promise<Reply> {
  const now = await fileAtDesk(deps).admit(visit);
  const state = withFault(
    typedForm(fields, visit.body),
    closingRefusals.fieldOf(refusal),
    closingRefusals.inWords(refusal),
  );
  return showCase(deps, visit, 'denied' in now ? at : now, state, closingRefusals.status(refusal));
}
