import {
  ANNULMENT_REVERSED,
  closingDesk,
  closingRefusals,
  decideCancellation,
  findCancellations,
} from '../../closing/index.ts';
import { type Asked, type DeclaredAct, type Prepared, REASON } from '../../decisions/index.ts';
import {
  decideReserve,
  enrolmentRefusals,
  findReserve,
  REINSTATED,
  RESERVE_LIFTED,
  type ReserveDecision,
  SET_ASIDE,
} from '../../enrolment/index.ts';
import {
  decideHearing,
  findHearing,
  giveUnitsBack,
  hearingDesk,
  hearingRefusals,
  isHeard,
  LEFT_OUT,
  LEFT_OUT_REVERSED,
  listExclusions,
  VALIDATION_UNDONE,
} from '../../hearings/index.ts';
import type { RefusalTable } from '../../platform/http/refusalTable.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import {
  decidePreparedReplacement,
  factsOfAbsence,
  REPLACEMENT,
  REPLACEMENT_WORDS,
  replacementAddresses,
  replacementInWords,
  replacementRefusals,
} from '../../replacements/index.ts';
import type { FileAtDesk } from '../../scope/index.ts';
import { addresses } from '../addresses.ts';
import { WORDS } from '../closing/pages/writtenDecision.ts';
import type { OfficeDeps } from '../deps.ts';
import { actDeps } from '../routes/actDeps.ts';

/** Why it isn't signed, in words; `field`: the one that it is about. */
export type Unsigned = { readonly status: number; readonly words: string; readonly field: string | null };

/** An act that one person may prepare and another sign: each is a line of `SIGNABLE`. */
export type Signable = {
  readonly declared: DeclaredAct;
  /** Of the longest reason that its page takes, in characters. */
  readonly longest: number;
  /** Where it is prepared, or taken. */
  readonly address: (prepared: Pick<Prepared, 'enrolmentId' | 'session'>) => string;
  /** What the decision bears beyond its facts, in sentences. */
  readonly says?: (asked: Asked) => readonly string[];
  /** What the file says now of what was asked; null: it leaves nothing of this kind to decide. */
  readonly facts: (deps: OfficeDeps, at: FileAtDesk, asked: Asked) => Promise<readonly string[] | null>;
  /** The room's own action, in the name of whoever signs (`act`). */
  readonly sign: (
    deps: OfficeDeps,
    act: Act,
    at: FileAtDesk,
    prepared: Pick<Prepared, 'version' | 'ground' | 'about' | 'asked'>,
    reason: string,
  ) => Promise<Result<null, Unsigned>>;
};

/** The three decisions on a reserve. */
export const OF_RESERVE = {
  lifted: reserveDecision('lifted', RESERVE_LIFTED),
  'set-aside': reserveDecision('set-aside', SET_ASIDE),
  reinstated: reserveDecision('reinstated', REINSTATED),
} as const;

/** What ends a hearing against its candidate; `about`: the hearing. */
export const OF_HEARING = { units: hearingDecision(LEFT_OUT), validation: hearingDecision(VALIDATION_UNDONE) } as const;

export const UNITS_GIVEN_BACK: Signable = {
  declared: LEFT_OUT_REVERSED,
  longest: REASON.length,
  address: ({ enrolmentId }) => hearingDesk.hearings(enrolmentId),
  facts: async ({ db }, { enrolment }, { units }) => {
    const standing = (await listExclusions(db, [enrolment.id])).filter(
      ({ id, liftedAt }) => liftedAt === null && listed(units).includes(id),
    );
    return standing.length === 0 ? null : standing.map(({ title }) => title);
  },
  sign: (deps, act, at, { asked: { units } }, words) =>
    answered(giveUnitsBack(actDeps(deps), act, { ...orderOf(at), units: listed(units), words }), hearingRefusals),
};

export const ANNULMENT_UNDONE: Signable = {
  declared: ANNULMENT_REVERSED,
  longest: WORDS,
  address: ({ enrolmentId }) => closingDesk.closingCase(enrolmentId),
  facts: async ({ db }, { enrolment }, { cancellation }) => {
    const [last] = await findCancellations(db, enrolment.id);
    return last?.id === cancellation && last?.state === 'done' ? [last.words] : null;
  },
  sign: (deps, act, at, { asked: { cancellation } }, note) => {
    const order = { ...orderOf(at), step: 'reverse', note, cancellationId: String(cancellation) } as const;
    return answered(decideCancellation(actDeps(deps), act, order), closingRefusals);
  },
};

const REPLACED: Signable = {
  declared: REPLACEMENT,
  longest: REPLACEMENT_WORDS,
  address: ({ session }) => replacementAddresses.list({ session }),
  says: replacementInWords,
  facts: ({ db, catalogue }, { enrolment }, { unit }) => factsOfAbsence(db, catalogue(), enrolment, String(unit)),
  sign: (deps, act, { enrolment, staff }, { asked }, words) => {
    const order = { enrolment, asked, words, by: staff.accountId };
    return answered(decidePreparedReplacement(actDeps(deps), act, order), replacementRefusals);
  },
};

/** The acts that one person takes alone and that may be prepared; a new one is a line. */
export const SIGNABLE: readonly Signable[] = [
  ...Object.values(OF_RESERVE),
  ...Object.values(OF_HEARING),
  UNITS_GIVEN_BACK,
  ANNULMENT_UNDONE,
  REPLACED,
];

/** Those of one person that are not, and why. Those of two have a proposal, which is a preparation; a jury decides in session. */
export const NOT_SIGNABLE: Readonly<Record<string, string>> = {
  accommodation: 'health: its service prepares it in its own room',
  'same-person-undone': 'it is of two files, read side by side; one page of « À signer » is of one',
  'result-case-answer':
    'whoever reads such demands (heads, or the service of accommodations) answers each on its own page',
};

function reserveDecision(decision: ReserveDecision['decision'], declared: DeclaredAct): Signable {
  return {
    declared,
    longest: WORDS,
    address: ({ enrolmentId }) => addresses.reserve(enrolmentId),
    facts: async ({ db }, { enrolment }) => {
      const { status, reserve } = enrolment;
      const isOpen =
        decision === 'reinstated' ? reserve === 'upheld' : status === 'registered' && reserve === 'pending';
      const found = isOpen ? await findReserve(db, enrolment.id) : null;
      return found?.reasons.map(({ sentence }) => sentence) ?? null;
    },
    sign: (deps, act, at, { version, ground }, words) => {
      const order = { ...orderOf(at), version, decision, words, ground: ground === '' ? null : ground };
      return answered(decideReserve(deps, act, order), enrolmentRefusals);
    },
  };
}

function hearingDecision(declared: DeclaredAct): Signable {
  return {
    declared,
    longest: REASON.length,
    address: ({ enrolmentId }) => hearingDesk.hearings(enrolmentId),
    facts: async ({ db, clock }, { enrolment }, { hearing, units }) => {
      const found = await findHearing(db, enrolment.id, String(hearing));
      if (found === null || found.outcome !== null || isHeard(found, clock.now())) return null;
      const thought = found.units.filter(({ id }) => listed(units).includes(id));
      return [...thought.map(({ title }) => title), ...found.facts];
    },
    sign: (deps, act, at, { asked: { hearing, units } }, reason) => {
      const order = { ...orderOf(at), hearingId: String(hearing), units: listed(units), reason };
      return answered(decideHearing(actDeps(deps), act, order), hearingRefusals);
    },
  };
}

function orderOf({ enrolment: { id }, scope: { academy }, staff: { accountId: officerId } }: FileAtDesk) {
  return { id, academy, officerId };
}

function listed(asked: Asked[string] | undefined): readonly string[] {
  return Array.isArray(asked) ? asked : [];
}

/** As the room says why not. */
async function answered<E extends { readonly code: string }>(
  doing: Promise<Result<unknown, E>>,
  refusals: RefusalTable<E>,
): Promise<Result<null, Unsigned>> {
  const done = await doing;
  if (done.ok) return ok(null);
  const { status, inWords, fieldOf } = refusals;
  return refuse({ status: status(done.error), words: inWords(done.error), field: fieldOf(done.error) });
}
