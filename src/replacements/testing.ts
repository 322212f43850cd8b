import { accommodationMigrations } from '../accommodations/index.ts';
import { attendanceMigrations } from '../attendance/index.ts';
import { messageMigrations } from '../messages/index.ts';
import type { Visit } from '../platform/http/visit.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import { publicationRoom, ROOMS, type Space } from '../testing/publication.ts';
import { inspector } from '../testing/shared.ts';
import type { Room } from '../testing/stage.ts';
import { replacementMigrations } from './migrations.ts';
import { excuseRoutes, replacementRoutes } from './routes.ts';

/** Builders for the tests of this room. */

type Doors = NonNullable<Parameters<typeof publicationRoom>[0]>;

export const aFrame = async (visit: Visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf(), address: visit.address });

/** The room beside that of results, with the doors of others where they are said. */
export const replacementRoom = (more: Doors = () => []): Room<Space> => ({
  ...publicationRoom((deps) => [...replacementRoutes(deps), ...more(deps)]),
  tables: [...ROOMS, accommodationMigrations, attendanceMigrations, messageMigrations, replacementMigrations],
});

/** The same with absences explained, and what was given with them read. */
export const excuseRoom = ({ scans = true, reads = inspector } = {}): Room<Space> =>
  replacementRoom((deps) => excuseRoutes({ ...deps, chrome: aFrame, inspector: reads, scans, serviceChrome: aFrame }));
