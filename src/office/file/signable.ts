import { type DeclaredAct, WORDS } from '../../decisions/index.ts';
import {
  decideReserve,
  enrolmentRefusals,
  findReserve,
  REINSTATED,
  RESERVE_LIFTED,
  type ReserveDecision,
  SET_ASIDE,
} from '../../enrolment/index.ts';
import { askedText, deskAddresses, orderOf, type Signable } from '../../scope/index.ts';

/** The three decisions on a reserve. */
export const OF_RESERVE = {
  lifted: reserveDecision('lifted', RESERVE_LIFTED),
  'set-aside': reserveDecision('set-aside', SET_ASIDE),
  reinstated: reserveDecision('reinstated', REINSTATED),
} as const;

function reserveDecision(decision: ReserveDecision['decision'], declared: DeclaredAct): Signable {
  return {
    declared,
    longest: WORDS,
    address: ({ enrolmentId }) => deskAddresses.reserve(enrolmentId),
    facts: async ({ db }, { enrolment }) => {
      const { status, reserve } = enrolment;
      const isOpen =
        decision === 'reinstated' ? reserve === 'upheld' : status === 'registered' && reserve === 'pending';
      const found = isOpen ? await findReserve(db, enrolment.id) : null;
      return found?.reasons.map(({ sentence }) => sentence) ?? null;
    },
    sign: (deps, act, at, { version, ground }, words) => {
      const order = { ...orderOf(at), version, decision, words, ground: ground === '' ? null : ground };
      return askedText(decideReserve(deps, act, order), enrolmentRefusals);
    },
  };
}
