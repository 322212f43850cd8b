import type { DecisionEffect } from '../papers/index.ts';
import { reverse } from './actions/reverse.ts';
import { findStanding } from './cancellations.ts';
import { ANNULMENT } from './decisions.ts';

/** It ends on its working day, whenever it is notified: nothing begins then. An appeal that is accepted reverses it. */
export const ANNULMENT_EFFECT: DecisionEffect = {
  of: ANNULMENT,
  givesBack: async (deps, { tx, act, enrolment, decided, by }) => {
    const standing = await findStanding(tx, enrolment.id);
    if (standing?.state !== 'done') return;
    await reverse(deps, tx, act, enrolment, { standing, decided, officerId: by, note: decided.reason });
  },
};
