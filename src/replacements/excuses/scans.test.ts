import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attendanceMigrations } from '../../attendance/index.ts';
import { openScans, type Scans } from '../../keptFiles/index.ts';
import { messageMigrations } from '../../messages/index.ts';
import { connectClamd } from '../../platform/antivirus.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { silentLog } from '../../platform/log.ts';
import { type Clamd, EICAR, startClamd } from '../../platform/testingClamd.ts';
import { emptyDatabase, type TestDatabase } from '../../testing/database.ts';
import { onePage } from '../../testing/documents/pdfFile.ts';
import {
  type Browser,
  PASSWORD,
  registeredEnrolment,
  shippedCatalogue,
  type TestEnrolment,
} from '../../testing/enrolments.ts';
import { mailsTo } from '../../testing/papers.ts';
import { PLAIN_CHROME } from '../../testing/plainChrome.ts';
import { openSpace, ROOMS, SESSION, type Space } from '../../testing/publication.ts';
import { inspector } from '../../testing/shared.ts';
import { aStaffMember, signedIn } from '../../testing/staff.ts';
import { replacementMigrations } from '../migrations.ts';
import { excuseRoutes } from '../routes.ts';
import { scanAbsenceProofs } from './scans.ts';

/** Nothing of what came with an absence is opened before the antivirus has read it. */
let test: TestDatabase;
let space: Space;
let clamd: Clamd;
let own: Browser;
let service: Browser;
let alpha: TestEnrolment;
let page = '';
let id = '';
let scans: Scans;

beforeAll(async () => {
  test = await emptyDatabase([...ROOMS, attendanceMigrations, messageMigrations, replacementMigrations]);
  clamd = await startClamd();
  const catalogue = await shippedCatalogue();
  const chrome = async (visit: Visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf(), address: visit.address });
  space = await openSpace(test.db, catalogue, (deps) =>
    excuseRoutes({ ...deps, chrome, inspector, scans: true, serviceChrome: chrome }),
  );
  const { site, papers } = space;
  scans = openScans({
    ...papers,
    antivirus: connectClamd(clamd.url),
    node: { db: test.db, name: 'here', log: silentLog },
  });
  scanAbsenceProofs(papers, scans);
  service = await signedIn(site, (await aStaffMember(test.db, site.accounts, 'accommodation')).address);
  alpha = await registeredEnrolment(test.db, { events: papers.events, catalogue });
  own = await signedIn(site, alpha.candidate.address, PASSWORD);
  page = `/candidatures/${alpha.enrolment.id}/absence`;
  const { rows } = await sql<{
    id: string;
  }>`insert into absence_excuse (id, academy, session, enrolment_id, units, words)
    values (gen_random_uuid(), 'clermont', ${SESSION}, ${alpha.enrolment.id}, array['U20'], 'Essai') returning id`.execute(
    test.db,
  );
  id = rows[0]?.id ?? '';
});
afterAll(async () => {
  scans.stop();
  await space.end();
  await clamd.close();
  await test.close();
});

it('is opened by the service once it is clean, by its candidate before; infected it opens to nobody, and they are told', async () => {
  await own.get(page);
  for (const name of ['bon.pdf', 'mauvais.pdf'])
    expect((await own.upload(`${page}/${id}/fichiers`, {}, onePage(), name)).status).toBe(303);
  const proofs = (
    await sql<{ id: string; key: string; name: string }>`select id, file_key as key, name from absence_proof`.execute(
      test.db,
    )
  ).rows;
  const of = (name: string) => proofs.find((one) => one.name === name) ?? { id: '', key: '' };
  const served = (name: string) => service.get(`/gestion/amenagements/absences/${id}/fichiers/${of(name).id}`);
  expect([(await served('bon.pdf')).status, (await served('bon.pdf')).body]).toEqual([
    409,
    expect.stringContaining("L'antivirus n'a pas encore lu"),
  ]);
  expect((await own.get(`${page}/${id}/fichiers/${of('bon.pdf').id}`)).status).toBe(200);
  await space.papers.files.write(of('mauvais.pdf').key, EICAR);
  await space.papers.jobs.run();
  await scans.catchUp();
  expect((await served('bon.pdf')).status).toBe(200);
  expect((await served('mauvais.pdf')).status).toBe(409);
  expect((await own.get(`${page}/${id}/fichiers/${of('mauvais.pdf').id}`)).status).toBeGreaterThanOrEqual(400);
  const mail = (await mailsTo(test.db, alpha.candidate.address)).at(-1);
  expect(mail?.subject).toContain('un document est à donner de nouveau');
  expect(JSON.stringify(mail)).not.toMatch(/absen|mauvais/);
  expect((await own.get(page)).body).toContain('trouvé infecté');
  // The antivirus learns of it on the third day.
  await space.papers.files.write(of('bon.pdf').key, EICAR);
  await scans.lookAgain();
  expect((await served('bon.pdf')).status).toBe(409);
});
