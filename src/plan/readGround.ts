import type { Catalogue } from '../catalogue/index.ts';
import type { ExamPlace } from '../exam/index.ts';
import { listCentres, listKeptElsewhere, listRooms, listSittings } from '../places/index.ts';
import { readMoment } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { SYSTEM } from '../platform/journal.ts';
import { readSitters } from '../sitters/index.ts';
import type { MoveSetting } from './handMoves.ts';
import type { PlanId } from './plan.ts';
import type { PlanGround, StandingPlan } from './planProblem.ts';
import { readEffects } from './store/effects.ts';
import { seatsElsewhere } from './store/elsewhere.ts';
import { placedOf } from './store/placing.ts';
import { seatsOf, unseatedOf } from './store/seats.ts';

/** Everything that a plan of this session is made from and looked at by, as it stands now. */
export async function readGround(db: Database, catalogue: Catalogue, place: ExamPlace): Promise<PlanGround> {
  const exam = catalogue.exam(catalogue.session(place.session)?.exam ?? '');
  return {
    centres: await listCentres(db, place),
    rooms: await listRooms(db, place),
    sittings: await listSittings(db, place),
    sitters: await readSitters(db, catalogue, place),
    effects: await readEffects(db, place),
    elsewhere: { rooms: await listKeptElsewhere(db, catalogue, place), seats: await seatsElsewhere(db, place) },
    preparationExtends: exam?.sittings?.preparationExtends ?? true,
    now: (await readMoment(db, SYSTEM)).now,
  };
}

/** The same, with what the session and its exam say of days and breaks; null: the session is no longer in the rules. */
export async function lookAt(db: Database, catalogue: Catalogue, place: ExamPlace): Promise<MoveSetting | null> {
  const session = catalogue.session(place.session);
  if (session === undefined) return null;
  const breakMinutes = catalogue.exam(session.exam)?.sittings?.breakMinutes ?? null;
  return { ground: await readGround(db, catalogue, place), zone: session.zone, breakMinutes };
}

/** All rows of a plan. */
export async function readRows(db: Database, planId: PlanId): Promise<StandingPlan> {
  return {
    seats: await seatsOf(db, planId, null),
    placed: await placedOf(db, planId, null),
    unseated: await unseatedOf(db, planId, null),
  };
}
