import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { deskRoom } from '../testing/desk.ts';
import { stage } from '../testing/stage.ts';
import { words } from '../testing/words.ts';
import { candidateRoutes } from './index.ts';

const { db, candidates, staff } = await stage(deskRoom({ own: candidateRoutes }), {
  staff: { head: 'head' },
  candidates: { lea: 'Martinet' },
});
const { lea } = candidates;
const at = `/candidatures/${lea.enrolment.id}/consultations`;

it('A candidate reads which program read their file on which day, and what of it, among the people who did', async () => {
  expect(words((await lea.get(at)).body)).toContain("Personne ne l'a encore consulté");
  const key = randomUUID();
  await sql`insert into api_key (id, academy, name, shown, hash, scopes, made_by, expires_at)
    values (${key}, 'clermont', 'Tableau de bord', 'registre_x', ${Buffer.alloc(32)}, '{files}', ${staff.head.id}, now() + interval '1 day')`.execute(
    db,
  );
  for (const [day, identity, result] of [
    ['2023-11-10', false, false],
    ['2023-11-12', true, true],
  ] as const)
    await sql`insert into key_reading (academy, session, enrolment_id, key_id, day, identity, result)
      values ('clermont', 'bp-2024-clermont', ${lea.enrolment.id}, ${key}, ${day}, ${identity}, ${result})`.execute(db);
  const page = words((await lea.get(at)).body);
  expect(page).toMatch(
    /12 novembre 2023 Un logiciel relié au rectorat : Tableau de bord Où en est votre dossier, votre identité et votre résultat publié.*10 novembre 2023 Un logiciel relié au rectorat : Tableau de bord Où en est votre dossier/,
  );
});
