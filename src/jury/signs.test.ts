import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { EnrolmentId } from '../enrolment/index.ts';
import { lockedBatch } from '../testing/results.ts';
import { stage } from '../testing/stage.ts';
import { words } from '../testing/words.ts';
import { juryRoom } from './testing.ts';

const PLACE = { academy: 'clermont', session: 'bp-2024-clermont', speciality: '45033608' };
const MARKS = [7, 15, 9, 18, 5, 12, 17, 4, 13, 10, 16, 8];

const { db, as, registered, staff } = await stage(juryRoom(), {
  staff: { head: 'head', chair: 'jury' },
  on: '2024-07-01T10:00:00+02:00',
});

it('The head is shown which column may be shifted, by how many lines, what makes one think so, and the batch', async () => {
  const marked: [EnrolmentId, { code: 'mark'; halfPoints: number }][] = [];
  for (const mark of MARKS) marked.push([(await registered()).enrolment.id, { code: 'mark', halfPoints: 2 * mark }]);
  await sql`update enrolment set status = 'validated', validated_at = business_now()`.execute(db);
  for (const unit of ['U20', 'U42']) await lockedBatch(db, { ...PLACE, unit }, marked);
  const batch = await lockedBatch(db, { ...PLACE, unit: 'U41' }, marked);
  // Each is given the mark of whoever stands one line above.
  await sql`insert into mark_entry (academy, session, batch_id, script_id, sort, outcome, half_points, reason, by)
    select s.academy, s.session, s.batch_id, s.id, 'corrected', 'mark', lag(e.half_points, 1, 20::smallint) over (order by s.number), 'Essai',
      gen_random_uuid()
    from mark_script s join mark_entry e on e.script_id = s.id and e.sort = 'first' where s.batch_id = ${batch}`.execute(
    db,
  );
  const form = { session: PLACE.session, nom: 'Beauté', jour: '01/07/2024', lieu: '', specialites: PLACE.speciality };
  const at = (await as('head').post('/gestion/deliberation/jurys', form)).location.replace(/\?.*/, '');
  await sql`insert into jury_member (id, jury_id, academy, session, quality, title, name, account_id)
    select gen_random_uuid(), id, academy, session, 'president', '', 'Anne', ${staff.chair.id} from jury`.execute(db);
  const { body } = await as('head').get(at);
  const page = words(body);
  expect(page).toContain('Coiffure U41 : la colonne a pu être décalée de 1 ligne vers le bas.');
  expect(page).toContain('Chaque note ressemble davantage à celles du candidat placé 1 ligne plus haut. Voir le lot');
  expect(page).toMatch(/Telle quelle 12 (aucune|faible|moyenne|inverse) \(−?0,\d\d\)/);
  expect(page).toMatch(/Déplacée de 1 ligne vers le haut 11 forte \((1,00|0,9\d)\)/);
  expect(page).not.toMatch(/Coiffure U(20|42) :/);
  expect(body).toContain(`href="/gestion/notes/${batch}"`);
  const read = (await as('chair').get(at)).body;
  expect([words(read), read]).toEqual([
    expect.stringContaining('Déplacée de 1 ligne vers le haut'),
    expect.not.stringContaining('/gestion/notes/'),
  ]);
});
