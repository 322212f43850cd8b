import type { Catalogue } from '../catalogue/index.ts';
import { type Enrolment, type EnrolmentId, lockEnrolment } from '../enrolment/index.ts';
import type { Tx } from '../platform/database/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { Act } from '../platform/journal.ts';
import { askForPieces, followRules, offerWaivers, validateIfInOrder } from './actions/askForPieces.ts';

type Person = Parameters<typeof askForPieces>[3];
type FindPerson = (tx: Tx, candidateId: string) => Promise<Person | null>;

/** The list of pieces is worked out again at each *Enregistrer*, before the papers that print it. */
export function subscribePieces(events: EventBus, catalogue: () => Catalogue, findPerson: FindPerson): void {
  const ask = async (tx: Tx, id: string, act: Act, write: typeof followRules = askForPieces): Promise<void> => {
    const enrolment: Enrolment | null = await lockEnrolment(tx, id as EnrolmentId);
    const person = enrolment === null ? null : await findPerson(tx, enrolment.candidateId);
    if (enrolment === null || person === null) throw new Error(`The enrolment ${id} or its candidate is missing`);
    await write({ catalogue, events }, tx, enrolment, person, act);
  };
  events.subscribe('enrolment.registered', (tx, { payload, act }) => ask(tx, payload.enrolmentId, act));
  events.subscribe('enrolment.modified', (tx, { payload, act }) => ask(tx, payload.enrolmentId, act));
  events.subscribe('health.declared', (tx, { payload, act }) => ask(tx, payload.enrolmentId, act, offerWaivers));
  events.subscribe('rules.changed', async (tx, { payload, act }) => {
    if (payload.applied) await ask(tx, payload.enrolmentId, act, followRules);
  });
  for (const name of ['reserve.lifted', 'enrolment.reinstated'] as const)
    events.subscribe(name, (tx, { payload, act }) => validateIfInOrder({ events }, tx, payload.enrolmentId, act));
}
