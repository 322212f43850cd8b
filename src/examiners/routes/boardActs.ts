import { actBy } from '../../accounts/index.ts';
import { type Route, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import { act, faulty } from '../../ui/index.ts';
import { answerFor } from '../actions/answer.ts';
import { sayPresence } from '../actions/sayPresence.ts';
import { bringIn, releaseMember, seatPerson } from '../actions/seatMembers.ts';
import { addresses } from '../addresses.ts';
import type { ExaminerDeps } from '../deps.ts';
import { atBoard } from '../guards.ts';
import { answeredFields } from '../pages/answerFields.ts';
import { joiningFields, leavingFields } from '../pages/fields.ts';
import { presenceFields } from '../pages/presencePart.tsx';
import { refusals } from '../refusals.ts';
import { showBoard, standing } from './board.ts';
import { presencesIn } from './presencesIn.ts';

const BOARD = '/gestion/examen/examinateurs/commissions/:id';

/** One board: who is added, taken off, replaced, brought in on the same morning; what they answered; who came. */
export function boardActs(deps: ExaminerDeps): readonly Route[] {
  const one = atBoard(deps);
  return [
    route({ method: 'GET', path: BOARD, who: one, handle: (visit, at) => showBoard(deps, visit, at) }),
    act({
      path: `${BOARD}/ajouter`,
      who: one,
      note: 'Le chef de bureau ajoute une personne à une commission.',
      refusals,
      fields: joiningFields([]),
      do: ({ personne }, { place, staff, board }, visit) =>
        seatPerson(deps, actBy(visit, staff), {
          place,
          by: staff.accountId,
          board: board.id,
          examiner: personne,
          insteadOf: null,
        }),
      to: (_, { board, session }) => addresses.board(board.id, { session: session.code, message: 'ajoute' }),
      again: (visit, at, state, status) => showBoard(deps, visit, at, { form: 'ajout', state, status }),
    }),
    act({
      path: `${BOARD}/retirer`,
      who: one,
      note: "Le chef de bureau retire une personne d'une commission, ou la remplace.",
      refusals,
      fields: leavingFields([]),
      do: ({ motif, par }, { place, staff, board }, visit) => {
        const leaving = { member: memberIn(visit), version: versionIn(visit), reason: motif };
        const by = actBy(visit, staff);
        return par === null
          ? releaseMember(deps, by, { place, ...leaving })
          : seatPerson(deps, by, { place, by: staff.accountId, board: board.id, examiner: par, insteadOf: leaving });
      },
      to: (_, { board, session }) => addresses.board(board.id, { session: session.code, message: 'retire' }),
      again: (visit, at, state, status) =>
        showBoard(deps, visit, at, { form: `membre-${memberIn(visit)}`, state, status }),
    }),
    act({
      path: `${BOARD}/reponse`,
      who: one,
      note: "Le chef de bureau note la réponse d'un examinateur, donnée par téléphone ou par lettre.",
      refusals,
      fields: answeredFields,
      do: ({ reponse, pourquoi }, { place, staff }, visit) =>
        answerFor(deps, actBy(visit, staff), {
          place,
          by: staff.accountId,
          member: memberIn(visit),
          version: versionIn(visit),
          ...(reponse === 'oui' ? { comes: true } : { comes: false, words: pourquoi ?? '' }),
        }),
      to: (_, { board, session }) => addresses.board(board.id, { session: session.code, message: 'reponse' }),
      again: (visit, at, state, status) =>
        showBoard(deps, visit, at, { form: `reponse-${memberIn(visit)}`, state, status }),
    }),
    act({
      path: `${BOARD}/faire-venir`,
      who: one,
      note: "Le chef de bureau place, convoque et prévient d'un seul geste une personne pour une épreuve du jour.",
      refusals,
      fields: [],
      do: (_, { place, staff, board }, visit) =>
        bringIn(deps, actBy(visit, staff), {
          place,
          by: staff.accountId,
          board: board.id,
          examiner: typeof visit.body.personne === 'string' ? visit.body.personne : '',
          insteadOf: null,
          seen: typeof visit.body.vu === 'string' ? visit.body.vu : '',
        }),
      to: (_, { board, session }) => addresses.board(board.id, { session: session.code, message: 'venue' }),
      again: (visit, at, state, status) => showBoard(deps, visit, at, { form: '', state, status }),
    }),
    act({
      path: `${BOARD}/presences`,
      who: one,
      note: 'Le chef de bureau dit qui est venu dans une commission, et de quelle heure à quelle heure.',
      refusals,
      fields: async (at) => presenceFields((await standing(deps, at)).found.members),
      do: async (_, at, visit) => {
        const { said, faults } = presencesIn(visit, (await standing(deps, at)).found);
        if (faults.length > 0) return faulty(...faults);
        const order = { place: at.place, board: at.board.id, by: at.staff.accountId };
        return sayPresence(deps, actBy(visit, at.staff), order, said);
      },
      to: (_, { board, session }) => addresses.board(board.id, { session: session.code, message: 'presence' }),
      again: (visit, at, state, status) =>
        showBoard(deps, visit, at, { form: `presence-${at.board.id}`, state, status }),
    }),
  ];
}

function memberIn({ body }: Visit): string {
  return typeof body.membre === 'string' ? body.membre : '';
}
