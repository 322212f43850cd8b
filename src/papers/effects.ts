import type { Decided, DeclaredAct } from '../decisions/index.ts';
import { type Enrolment, endSetAside, reinstateEnrolment, SET_ASIDE } from '../enrolment/index.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Act } from '../platform/journal.ts';
import type { PaperActDeps } from './deps.ts';
import type { ToldDecision } from './toldDecisions.ts';

type Of = { readonly tx: Tx; readonly act: Act; readonly enrolment: Enrolment };

/** The answer that accepts an appeal, signed by whoever undoes what was contested: its reason is what its person reads of why. */
export type Acceptance = { readonly decided: Decided; readonly by: string };

/** What comes of a kind of decision against somebody, beside its being told: each room says it of the acts that it declares. */
export type DecisionEffect = {
  readonly of: Pick<DeclaredAct, 'code'>;
  /**
   * What begins when it counts against its person (CRPA L221-8). Called again whenever something new is known: `countsFrom` and `daysFrom`
   * may be later, or null again.
   */
  readonly begins?: (deps: PaperActDeps, of: Of & { readonly told: ToldDecision }) => Promise<void>;
  /** What an accepted appeal gives back at once; where nothing is said, another decision undoes it. */
  readonly givesBack?: (deps: PaperActDeps, of: Of & Acceptance) => Promise<void>;
};

/** What is set aside ends when it is told; a unit is left out by being asked for (`excludedUnits`). */
export const SET_ASIDE_EFFECT: DecisionEffect = {
  of: SET_ASIDE,
  begins: (deps, { tx, act, enrolment, told }) => endSetAside(deps, tx, act, enrolment, told.countsFrom),
  givesBack: (deps, { tx, act, enrolment, decided, by }) =>
    reinstateEnrolment(deps, tx, act, enrolment, decided, { words: decided.reason, officerId: by }),
};
