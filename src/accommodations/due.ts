import { isRunning } from '../enrolment/index.ts';
import type { DueSource } from '../pieces/index.ts';
import { dueOf } from './rules/due.ts';
import { findRequest } from './store/requests.ts';
import { saidOf } from './store/said.ts';

/** What a candidate has to do for their request. Nobody of the office may know of it: they never ask this source. */
export const accommodationDue: DueSource = {
  readers: 'candidate',
  list: async (db, { enrolment, session }, now) => {
    if (!isRunning(enrolment)) return [];
    const request = await findRequest(db, enrolment.id);
    const said = await saidOf(db, enrolment.id);
    const ticked = enrolment.registered?.informations?.handicap === 'oui';
    const { lastCorrectionAt, window } = session;
    const facts = { enrolmentId: enrolment.id, ticked, request, said, closesAt: window.closesAt, lastCorrectionAt };
    return dueOf(facts, now);
  },
};
