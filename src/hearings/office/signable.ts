import { type DeclaredAct, REASON } from '../../decisions/index.ts';
import { actDeps, type LetterDeskDeps } from '../../papers/index.ts';
import { askedList, askedText, orderOf, type Signable } from '../../scope/index.ts';
import { decideHearing } from '../actions/decideHearing.ts';
import { giveUnitsBack } from '../actions/giveUnitsBack.ts';
import { LEFT_OUT, LEFT_OUT_REVERSED, VALIDATION_UNDONE } from '../decisions.ts';
import { refusals } from '../refusals.ts';
import { isHeard } from '../rules/times.ts';
import { findHearing, listExclusions } from '../store.ts';
import { addresses } from './addresses.ts';

/** What ends a hearing against its candidate; `about`: the hearing. */
export const OF_HEARING = { units: hearingDecision(LEFT_OUT), validation: hearingDecision(VALIDATION_UNDONE) } as const;

export const UNITS_GIVEN_BACK: Signable<LetterDeskDeps> = {
  declared: LEFT_OUT_REVERSED,
  longest: REASON.length,
  address: ({ enrolmentId }) => addresses.hearings(enrolmentId),
  facts: async ({ db }, { enrolment }, { units }) => {
    const standing = (await listExclusions(db, [enrolment.id])).filter(
      ({ id, liftedAt }) => liftedAt === null && askedList(units).includes(id),
    );
    return standing.length === 0 ? null : standing.map(({ title }) => title);
  },
  sign: (deps, act, at, { asked: { units } }, words) =>
    askedText(giveUnitsBack(actDeps(deps), act, { ...orderOf(at), units: askedList(units), words }), refusals),
};

function hearingDecision(declared: DeclaredAct): Signable<LetterDeskDeps> {
  return {
    declared,
    longest: REASON.length,
    address: ({ enrolmentId }) => addresses.hearings(enrolmentId),
    facts: async ({ db, clock }, { enrolment }, { hearing, units }) => {
      const found = await findHearing(db, enrolment.id, String(hearing));
      if (found === null || found.outcome !== null || isHeard(found, clock.now())) return null;
      const thought = found.units.filter(({ id }) => askedList(units).includes(id));
      return [...thought.map(({ title }) => title), ...found.facts];
    },
    sign: (deps, act, at, { asked: { hearing, units } }, reason) => {
      const order = { ...orderOf(at), hearingId: String(hearing), units: askedList(units), reason };
      return askedText(decideHearing(actDeps(deps), act, order), refusals);
    },
  };
}
