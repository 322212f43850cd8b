import type { JuryPresence } from '../examiners/index.ts';
import type { Database } from '../platform/database/database.ts';
import { presenceHours } from './rules/sitting.ts';
import { listJuries } from './store/juries.ts';
import { listMembers } from './store/members.ts';
import { listMoments } from './store/moments.ts';

/** When people of the academy were there, of each jury of a session: what a payment is made from. */
export async function juryPresences(
  db: Database,
  place: { readonly academy: string; readonly session: string },
): Promise<readonly JuryPresence[]> {
  const found: JuryPresence[] = [];
  for (const jury of await listJuries(db, place)) {
    const moments = await listMoments(db, jury);
    for (const { id, examinerId, present } of await listMembers(db, jury)) {
      if (examinerId === null) continue;
      const hours = presenceHours(moments, id);
      found.push({ examinerId, jury, hours, came: hours.length > 0 || (moments.length > 0 ? false : present) });
    }
  }
  return found;
}
