import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { accountRefusals, actBy, personName } from '../../../accounts/index.ts';
import { dossierOf, isLiving, reviewAnswers, standingSteps, titleOf } from '../../../enrolment/index.ts';
import { remainsOf } from '../../../papers/index.ts';
import { listPieces } from '../../../pieces/index.ts';
import { transact } from '../../../platform/database/transact.ts';
import { idempotencyKey, once, onceAccepted, type SentForm } from '../../../platform/http/once.ts';
import { type Reply, type Route, route, type Visit } from '../../../platform/http/visit.ts';
import { ok } from '../../../platform/result.ts';
import { type AtDesk, atDesk, nameOfSession, peopleOf, unreachedSince } from '../../../scope/index.ts';
import { act, type ChecklistItem, emptyForm, type FormState, faultsOnly, show } from '../../../ui/index.ts';
import { writeNote } from '../../actions/writeNote.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import { formerNumberOf } from '../../changeover/store/lines.ts';
import type { PersonDeps } from '../../deps.ts';
import { noteField } from '../../notes/pages/notesPage.tsx';
import { noteRefusals, readNotes } from '../../notes/routes/notes.ts';
import { listSentMails } from '../../store/sentMails.ts';
import { type AtTyping, typingAtDesk } from '../../typing/guards.ts';
import { callsTexts as say } from '../callsTexts.ts';
import { CallPage } from '../pages/callPage.tsx';
import { FindPage, saidFields, twoRule } from '../pages/findPage.tsx';
import { findCaller } from './findCaller.ts';

/** Of the last mails. */
const SHOWN = 12;

/** Somebody telephones: found by what they say, if they are in no list; helped on one page (decision 169). */
export function callRoutes(deps: PersonDeps): readonly Route[] {
  const { db, accounts } = deps;
  const desk = atDesk(deps);
  const who = typingAtDesk(deps);
  const call = '/gestion/dossiers/:id/appel';
  const help = {
    who,
    fields: [],
    refusals: accountRefusals,
    again: (visit: Visit, at: AtTyping, state: FormState, status: number) => showCall(deps, visit, at, state, status),
  };
  const helped = (at: AtTyping) => ({ academy: at.scope.academy, owner: at.candidate.accountId });
  return [
    route({ method: 'GET', path: personAddresses.calls, who: desk, handle: (visit, at) => showFind(deps, visit, at) }),
    act({
      path: personAddresses.calls,
      who: desk,
      note: 'Un gestionnaire, ou le chef de bureau, retrouve une inscription commencée par deux informations exactes, que son candidat lui dit.',
      fields: saidFields,
      rules: () => [twoRule],
      refusals: faultsOnly,
      do: (said, at, visit) => findCaller(deps, visit, at, said),
      to: (id) => personAddresses.call(id),
      again: (...shown) => showFind(deps, ...shown),
    }),
    route({ method: 'GET', path: call, who, handle: (visit, at) => showCall(deps, visit, at) }),
    act({
      who,
      path: `${call}/note`,
      note: "Un gestionnaire du dossier, ou qui l'a retrouvé, garde une note de l'appel, d'un brouillon aussi.",
      fields: [noteField],
      refusals: noteRefusals,
      do: ({ note: words }, at, visit) =>
        writeNote(deps, actBy(visit, at.staff), at, { words, key: idempotencyKey(visit.body.cle) }),
      to: (_, { enrolment }) => personAddresses.call(enrolment.id, { message: 'note' }),
      again: help.again,
    }),
    act({
      ...help,
      path: `${call}/mail`,
      note: "Un gestionnaire du dossier, ou qui l'a retrouvé, renvoie le mail d'activation ou un lien de mot de passe, à l'adresse du compte.",
      do: (_, at, visit) =>
        transact(db, (tx) =>
          onceAccepted(tx, sentFrom(visit, at, 'call mail'), () =>
            accounts.mailAccess(tx, actBy(visit, at.staff), helped(at)),
          ),
        ),
      to: (sent, { enrolment }) =>
        personAddresses.call(enrolment.id, {
          message: sent === 'activation' ? 'activation-renvoyee' : 'lien-envoye',
        }),
    }),
    act({
      ...help,
      path: `${call}/essais`,
      note: "Un gestionnaire du dossier, ou qui l'a retrouvé, oublie les mots de passe refusés de la dernière heure.",
      do: async (_, at, visit) => {
        await db.transaction().execute((tx) =>
          once(tx, sentFrom(visit, at, 'call tries'), async () => {
            await accounts.forgetWrongTries(tx, actBy(visit, at.staff), helped(at));
            return null;
          }),
        );
        return ok(null);
      },
      to: (_, { enrolment }) => personAddresses.call(enrolment.id, { message: 'essais-oublies' }),
    }),
  ];
}

/** A button clicked twice is one act. */
function sentFrom(visit: Visit, { staff, enrolment }: AtTyping, purpose: string): SentForm {
  return { key: idempotencyKey(visit.body.cle), owner: staff.accountId, purpose, content: enrolment.id };
}

async function showFind(
  deps: PersonDeps,
  visit: Visit,
  { staff }: AtDesk,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  return show(h(FindPage, { ...(await deps.frame(visit, staff)), state }), status);
}

async function showCall(
  deps: PersonDeps,
  visit: Visit,
  at: AtTyping,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { enrolment, candidate, staff } = at;
  const [access, unreached, mails, members, formerNumber, frame] = await Promise.all([
    deps.accounts.accessOf(deps.db, candidate),
    unreachedSince(deps.db, candidate.accountId),
    listSentMails(deps.db, candidate.accountId, SHOWN),
    deps.accounts.listStaff(deps.db, staff.academy),
    formerNumberOf(deps.db, enrolment.id),
    deps.frame(visit, staff),
  ]);
  return show(
    h(CallPage, {
      ...frame,
      enrolmentId: enrolment.id,
      number: enrolment.number,
      formerNumber,
      name: personName(candidate),
      session: nameOfSession(deps.catalogue(), enrolment.session),
      candidate,
      savedAt: enrolment.savedAt,
      ...(await standingOf(deps, at)),
      access,
      unreached,
      mails: mails.filter(({ template }) => !deps.ofHealth(template)),
      living: isLiving(enrolment),
      notes: await readNotes(deps, at, peopleOf(members, staff.accountId)),
      state,
      idempotencyKey: randomUUID(),
    }),
    status,
  );
}

/** Of a draft its steps, and how many answers are to be seen to: what was answered is read where it is typed. */
async function standingOf(
  deps: PersonDeps,
  at: AtTyping,
): Promise<{ readonly steps: readonly ChecklistItem[]; readonly stuck: readonly string[] }> {
  const { enrolment, candidate } = at;
  const catalogue = deps.catalogue();
  if (enrolment.number !== null)
    return { steps: [], stuck: (await remainsOf(deps, at, await listPieces(deps.db, enrolment.id))).todo };
  const dossier = dossierOf(enrolment, { catalogue, now: deps.clock.now(), person: candidate });
  const review = reviewAnswers(dossier);
  const { faults } = review.state;
  const next = titleOf(review.next);
  return {
    steps: standingSteps(dossier.exam, review).map(({ state, label, step }) => ({
      state,
      label,
      ...(step === 'recapitulatif' ? { detail: say.person.until(dossier.session.window.closesAt) } : {}),
    })),
    stuck: [faults.length === 0 ? say.stuck.next(next) : say.stuck.faults(faults.length, next)],
  };
}
