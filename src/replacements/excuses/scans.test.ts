import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { EICAR } from '../../platform/testingClamd.ts';
import { ownAntivirus } from '../../testing/antivirus.ts';
import { onePage } from '../../testing/documents/pdfFile.ts';
import { mailsTo } from '../../testing/papers.ts';
import { SESSION } from '../../testing/publication.ts';
import { stage } from '../../testing/stage.ts';
import { excuseRoom } from '../testing.ts';
import { scanAbsenceProofs } from './scans.ts';

/** Nothing of what came with an absence is opened before the antivirus has read it. */
const {
  db,
  papers,
  staff: { service },
  candidates: { alpha },
} = await stage(excuseRoom(), { staff: { service: 'accommodation' }, candidates: { alpha: {} } });
const scans = await ownAntivirus(papers);
scanAbsenceProofs(papers, scans);
const page = `/candidatures/${alpha.enrolment.id}/absence`;
const { rows } = await sql<{
  id: string;
}>`insert into absence_excuse (id, academy, session, enrolment_id, units, words)
    values (gen_random_uuid(), 'clermont', ${SESSION}, ${alpha.enrolment.id}, array['U20'], 'Essai') returning id`.execute(
  db,
);
const id = rows[0]?.id ?? '';

it('is opened by the service once it is clean, by its candidate before; infected it opens to nobody, and they are told', async () => {
  await alpha.get(page);
  for (const name of ['bon.pdf', 'mauvais.pdf'])
    expect((await alpha.upload(`${page}/${id}/fichiers`, {}, onePage(), name)).status).toBe(303);
  const proofs = (
    await sql<{ id: string; key: string; name: string }>`select id, file_key as key, name from absence_proof`.execute(
      db,
    )
  ).rows;
  const of = (name: string) => proofs.find((one) => one.name === name) ?? { id: '', key: '' };
  const served = (name: string) => service.get(`/gestion/amenagements/absences/${id}/fichiers/${of(name).id}`);
  expect([(await served('bon.pdf')).status, (await served('bon.pdf')).body]).toEqual([
    409,
    expect.stringContaining("L'antivirus n'a pas encore lu"),
  ]);
  expect((await alpha.get(`${page}/${id}/fichiers/${of('bon.pdf').id}`)).status).toBe(200);
  await papers.files.write(of('mauvais.pdf').key, EICAR);
  await papers.jobs.run();
  await scans.catchUp();
  expect((await served('bon.pdf')).status).toBe(200);
  expect((await served('mauvais.pdf')).status).toBe(409);
  expect((await alpha.get(`${page}/${id}/fichiers/${of('mauvais.pdf').id}`)).status).toBeGreaterThanOrEqual(400);
  const mail = (await mailsTo(db, alpha.candidate.address)).at(-1);
  expect(mail?.subject).toContain('un document est à donner de nouveau');
  expect(JSON.stringify(mail)).not.toMatch(/absen|mauvais/);
  expect((await alpha.get(page)).body).toContain('trouvé infecté');
  // The antivirus learns of it on the third day.
  await papers.files.write(of('bon.pdf').key, EICAR);
  await scans.lookAgain();
  expect((await served('bon.pdf')).status).toBe(409);
});
