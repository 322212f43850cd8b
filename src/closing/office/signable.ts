import { WORDS } from '../../decisions/index.ts';
import { actDeps, type LetterDeskDeps } from '../../papers/index.ts';
import { askedText, deskAddresses, orderOf, type Signable } from '../../scope/index.ts';
import { decideCancellation } from '../actions/decideCancellation.ts';
import { findCancellations } from '../cancellations.ts';
import { ANNULMENT_REVERSED } from '../decisions.ts';
import { refusals } from '../refusals.ts';

/** What takes an annulment back. */
export const ANNULMENT_UNDONE: Signable<LetterDeskDeps> = {
  declared: ANNULMENT_REVERSED,
  longest: WORDS,
  address: ({ enrolmentId }) => deskAddresses.closingCase(enrolmentId),
  facts: async ({ db }, { enrolment }, { cancellation }) => {
    const [last] = await findCancellations(db, enrolment.id);
    return last?.id === cancellation && last?.state === 'done' ? [last.words] : null;
  },
  sign: (deps, act, at, { asked: { cancellation } }, note) => {
    const order = { ...orderOf(at), step: 'reverse', note, cancellationId: String(cancellation) } as const;
    return askedText(decideCancellation(actDeps(deps), act, order), refusals);
  },
};
