import type { Catalogue } from '../catalogue/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Place } from './exam.ts';
import type { Ground } from './planProblem.ts';
import { readSitters } from './readSitters.ts';
import { listCentres, listRooms } from './store/places.ts';
import { readEffects } from './store/sitters.ts';
import { listSittings } from './store/sittings.ts';

/** Everything that a plan of this session is made from and looked at by, as it stands now. */
export async function readGround(db: Database, catalogue: Catalogue, place: Place): Promise<Ground> {
  return {
    centres: await listCentres(db, place),
    rooms: await listRooms(db, place),
    sittings: await listSittings(db, place),
    sitters: await readSitters(db, catalogue, place),
    effects: await readEffects(db, place),
  };
}
