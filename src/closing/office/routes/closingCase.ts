import { h } from 'preact';
import { actBy, personName, readKinship } from '../../../accounts/index.ts';
import { type Catalogue, lawOf } from '../../../catalogue/index.ts';
import { isPrepared, signerNotes } from '../../../decisions/index.ts';
import { findEnrolmentsOf, whereOf } from '../../../enrolment/index.ts';
import { listAnswersTo } from '../../../hearings/index.ts';
import type { Where } from '../../../law/index.ts';
import {
  actDeps,
  type LetterDeskDeps,
  type Notification,
  noticesForOffice,
  notificationInWords,
  notificationOf,
  stillStands,
} from '../../../papers/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { listProofs } from '../../../reminders/index.ts';
import { deskAddresses, type FileAtDesk, fileAtDesk, orderOf, peopleOf, prepareFor } from '../../../scope/index.ts';
import { act, acts, emptyForm, type FormState, faulty, type ShownAgain, says, show } from '../../../ui/index.ts';
import { decideCancellation } from '../../actions/decideCancellation.ts';
import { grantTime } from '../../actions/grantTime.ts';
import { inviteToRegularise } from '../../actions/inviteToRegularise.ts';
import { proposeCancellation } from '../../actions/proposeCancellation.ts';
import { findCancellations, lastGroundOf } from '../../cancellations.ts';
import { ANNULMENT, ANNULMENT_REVERSED } from '../../decisions.ts';
import { type FileCase, readCases } from '../../fileCase.ts';
import { refusals as closingRefusals } from '../../refusals.ts';
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
  const again = (...shown: ShownAgain<FileAtDesk>): Promise<Reply> => showCase(deps, ...shown);
  const page = { path, who, refusals: closingRefusals, again };
  const led =
    (message: string) =>
    (_: unknown, { enrolment }: FileAtDesk): string =>
      deskAddresses.closingCase(enrolment.id, { message });
  const step = (name: 'approve' | 'drop' | 'undo', note: string): Route =>
    act({
      ...page,
      note,
      fields: [],
      unless: async ({ staff }) =>
        name === 'approve' && staff.role !== 'head' ? ({ code: 'head-only' } as const) : null,
      do: (_, at, visit) => {
        const order = { ...orderOf(at), step: name, note: null, cancellationId: seenIn(visit) };
        return decideCancellation(actDeps(deps), actBy(visit, at.staff), order);
      },
      to: led(MESSAGES[name]),
    });
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showCase(deps, visit, at) }),
    acts(
      'acte',
      {
        [ACTS.propose]: act({
          ...page,
          note: "Un gestionnaire du dossier, ou le chef de bureau, propose l'annulation de l'inscription.",
          fields: cancellationForms.propose,
          do: async ({ motifs: words, fondement: ground }, at, visit) =>
            isUnanswered(words)
              ? faulty({ field: 'motifs', message: motiveTexts.unanswered })
              : proposeCancellation(deps, actBy(visit, at.staff), { ...orderOf(at), words, ground }),
          to: async (done, at, visit) => {
            if (visit.body.suite !== 'oui') return led(MESSAGES.propose)(done, at);
            const next = await nextExpired(deps, at);
            return next === null
              ? deskAddresses.closing({ session: at.enrolment.session, message: 'dernier-propose' })
              : `${deskAddresses.closingCase(next, { message: 'propose-suivant' })}#annulation`;
          },
        }),
        [ACTS.grant]: act({
          ...page,
          note: 'Un gestionnaire du dossier, ou le chef de bureau, donne du temps au candidat.',
          fields: grantForm,
          do: ({ jour: day, raison: reason }, at, visit) =>
            grantTime(actDeps(deps), actBy(visit, at.staff), { ...orderOf(at), day, reason }),
          to: led('delai-donne'),
        }),
        [ACTS.reverse]: act({
          ...page,
          note: "Qui a la délégation de signature rétablit l'inscription annulée\u00a0; un autre gestionnaire prépare.",
          fields: cancellationForms.reverse,
          do: ({ note }, at, visit) => {
            const cancellationId = seenIn(visit);
            const asked = { cancellation: cancellationId };
            if (isPrepared(visit.body)) return prepareFor(deps, visit, at, ANNULMENT_UNDONE, { reason: note, asked });
            const order = { ...orderOf(at), step: 'reverse', note, cancellationId } as const;
            return decideCancellation(actDeps(deps), actBy(visit, at.staff), order);
          },
          to: (done, at, { body }) =>
            isPrepared(body) ? deskAddresses.toSign({ message: 'preparee' }) : led(MESSAGES.reverse)(done, at),
        }),
        [ACTS.approve]: step('approve', "Un autre chef de bureau approuve l'annulation proposée."),
        [ACTS.drop]: step('drop', "Un gestionnaire du dossier, ou le chef de bureau, abandonne l'annulation proposée."),
        [ACTS.undo]: step(
          'undo',
          "Un gestionnaire du dossier, ou le chef de bureau, retire l'annulation du jour même.",
        ),
        [ACTS.invite]: act({
          ...page,
          note: 'Un gestionnaire du dossier, ou le chef de bureau, invite le candidat à régulariser.',
          fields: [],
          do: (_, at, visit) => inviteToRegularise(actDeps(deps), actBy(visit, at.staff), orderOf(at)),
          to: led('invite-a-regulariser'),
        }),
      },
      says(page, closingTexts.file.unknownAct),
    ),
  ];
}

/** The annulment that was under the eyes: another that was proposed since isn't meant. */
const seenIn = ({ body: { annulation } }: Visit): string => (typeof annulation === 'string' ? annulation : '');

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
