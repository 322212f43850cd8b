import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { deskRoom } from '../../../testing/desk.ts';
import { ORDINARY_DAY, type TestEnrolment } from '../../../testing/enrolments.ts';
import { stage } from '../../../testing/stage.ts';
import { wordsIn } from '../../../testing/words.ts';

const {
  db,
  registered,
  setClock,
  staff: { officer },
} = await stage(deskRoom(), { staff: { officer: 'officer' } });
beforeEach(() => setClock(ORDINARY_DAY));

const SAID = 'Compte fermé à la demande de son titulaire le';

async function closed(): Promise<TestEnrolment> {
  const one = await registered();
  await sql`with gone as (update candidate set closed_at = business_now() where account_id = ${one.candidate.accountId})
    update auth_user set email = gen_random_uuid() || '@sans-adresse.invalid' where id = ${one.candidate.accountId}`.execute(
    db,
  );
  return one;
}

it('says that the account was closed, and how its owner is reached; nothing that went is asked for', async () => {
  const open = await registered();
  expect(wordsIn((await officer.get(`/gestion/dossiers/${open.enrolment.id}`)).body)).not.toContain(SAID);
  const { enrolment } = await closed();
  const page = wordsIn((await officer.get(`/gestion/dossiers/${enrolment.id}`)).body);
  expect(page).toContain(`${SAID} mercredi 15 novembre 2023`);
  expect(page).toContain('Écrivez à cette personne par la poste');
  expect(page).toMatch(/Adresse .*\d{5} [A-Z]/);
  expect(page).toContain('Effacés à la fermeture du compte');
  for (const gone of ["Pas d'adresse mail", 'Écrire au candidat', 'À faire : Pièces à déposer'])
    expect(page, gone).not.toContain(gone);
});

it('is said to who has them on the telephone, with no mail to send', async () => {
  const { enrolment } = await closed();
  const page = wordsIn((await officer.get(`/gestion/dossiers/${enrolment.id}/appel`)).body);
  expect(page).toContain(SAID);
  for (const gone of ['Jamais activé', 'Envoyer un lien', 'Aucun mail n']) expect(page, gone).not.toContain(gone);
});
