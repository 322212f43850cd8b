import type { DeclaredAct, Prepared, Seen } from '../../decisions/index.ts';
import {
  decideReserve,
  enrolmentRefusals,
  findReserve,
  REINSTATED,
  RESERVE_LIFTED,
  type ReserveDecision,
  SET_ASIDE,
} from '../../enrolment/index.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { addresses } from '../addresses.ts';
import type { OfficeDeps } from '../deps.ts';
import type { FileAtDesk } from '../office.ts';

/** Why it isn't signed, in words. */
export type Unsigned = { readonly status: number; readonly words: string };

/** An act that one person may prepare and another sign: each is a line of `SIGNABLE`. */
export type Signable = {
  readonly declared: DeclaredAct;
  /** Where it is prepared, or taken. */
  readonly address: (enrolmentId: string) => string;
  /** What the file says now; null: it leaves nothing of this kind to decide. */
  readonly facts: (deps: OfficeDeps, at: FileAtDesk) => Promise<readonly string[] | null>;
  readonly sign: (
    deps: OfficeDeps,
    act: Act,
    at: FileAtDesk,
    prepared: Prepared & Seen,
    reason: string,
  ) => Promise<Result<null, Unsigned>>;
};

/** The three decisions on a reserve. */
export const OF_RESERVE = {
  lifted: reserveDecision('lifted', RESERVE_LIFTED),
  'set-aside': reserveDecision('set-aside', SET_ASIDE),
  reinstated: reserveDecision('reinstated', REINSTATED),
} as const;

export const SIGNABLE: readonly Signable[] = Object.values(OF_RESERVE);

function reserveDecision(decision: ReserveDecision['decision'], declared: DeclaredAct): Signable {
  return {
    declared,
    address: addresses.reserve,
    facts: async ({ db }, { enrolment }) => {
      const { status, reserve } = enrolment;
      const isOpen =
        decision === 'reinstated' ? reserve === 'upheld' : status === 'registered' && reserve === 'pending';
      const found = isOpen ? await findReserve(db, enrolment.id) : null;
      return found?.reasons.map(({ sentence }) => sentence) ?? null;
    },
    sign: async (deps, act, { enrolment, scope, staff }, prepared, reason) => {
      const done = await decideReserve(deps, act, {
        id: enrolment.id,
        academy: scope.academy,
        version: prepared.version,
        decision,
        words: reason,
        ground: prepared.ground === '' ? null : prepared.ground,
        officerId: staff.accountId,
        prepared,
      });
      if (done.ok) return ok(null);
      return refuse({ status: enrolmentRefusals.status(done.error), words: enrolmentRefusals.inWords(done.error) });
    },
  };
}
