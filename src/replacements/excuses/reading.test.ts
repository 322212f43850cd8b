import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { readStream } from '../../platform/journal.ts';
import { ownAntivirus } from '../../testing/antivirus.ts';
import { fileRefusalIn, nastySlice } from '../../testing/documents/nastySlice.ts';
import { onePage } from '../../testing/documents/pdfFile.ts';
import { seenByReader } from '../../testing/documents/seenByReader.ts';
import { mailsTo } from '../../testing/papers.ts';
import { SESSION } from '../../testing/publication.ts';
import { busyInspector, readerOf } from '../../testing/readApart.ts';
import { stage } from '../../testing/stage.ts';
import { wordsIn } from '../../testing/words.ts';
import { excuseRoom } from '../testing.ts';
import { unreadProofs } from './actions/readProof.ts';
import { scanAbsenceProofs } from './scans.ts';
import { proofLedger } from './store/proofs.ts';

/** Documents of an absence that are received while others are read: through the real forms, read when their turn comes. */
const PDF = onePage();
/** Its first bytes are a PDF's, and nothing else of it is. */
const BROKEN = Buffer.concat([PDF.subarray(0, 60), Buffer.alloc(400, 'x')]);
const LIST = '/gestion/amenagements/absences';
const inspector = busyInspector();

const {
  db,
  papers,
  staff: { service },
  candidates: { alpha },
} = await stage(excuseRoom({ reads: inspector }), { staff: { service: 'accommodation' }, candidates: { alpha: {} } });
const reader = readerOf(db, papers.files);
reader.follow(unreadProofs(papers));
const scans = await ownAntivirus(papers);
scanAbsenceProofs(papers, scans);
const at = `/candidatures/${alpha.enrolment.id}/absence`;
afterAll(() => reader.stop());

let id = '';
/** Each test explains another absence. */
beforeEach(async () => {
  inspector.busy(true);
  await sql`update absence_excuse set state = 'withdrawn', conclusion = null, ended_at = now()`.execute(db);
  id = randomUUID();
  await sql`insert into absence_excuse (id, academy, session, enrolment_id, units, words)
    values (${id}, 'clermont', ${SESSION}, ${alpha.enrolment.id}, array['U20'], 'Essai')`.execute(db);
});

type Row = { id: string; key: string; unread: boolean; refusal: string | null; scan: string | null };
const rows = async (): Promise<readonly Row[]> =>
  (
    await sql<Row>`select id, file_key as key, unread, refusal, scan from absence_proof where excuse_id = ${id}
      order by finished_at`.execute(db)
  ).rows;
const give = (content: Buffer, name = 'certificat-secret.pdf') =>
  alpha.upload(`${at}/${id}/fichiers`, {}, content, name);
const page = async () => (await alpha.get(at)).body;
const served = (proof: string) => service.get(`${LIST}/${id}/fichiers/${proof}`);
const desk = async () => (await service.get(`${LIST}/${id}`)).body;
const version = async () =>
  (await sql<{ version: number }>`select row_version as version from absence_excuse where id = ${id}`.execute(db))
    .rows[0]?.version;
const conclude = async () =>
  service.post(`${LIST}/${id}`, {
    version: String(await version()),
    conclusion: 'established',
    mots: 'Vu.',
  });

it('is received at its second; nobody opens, scans or concludes before it is read', async () => {
  expect((await give(PDF)).status).toBe(303);
  const [row] = await rows();
  expect(row).toMatchObject({ unread: true, refusal: null, scan: null });
  const html = await page();
  expect(wordsIn(html)).toMatch(/Reçu le .* à \d+ h \d\d min \d\d s \(heure de Paris\), en cours de lecture/);
  expect(wordsIn(html)).toContain('Voir où en est la lecture');
  expect(html).not.toContain(`/fichiers/${row?.id}"`);
  expect((await alpha.get(`${at}/${id}/fichiers/${row?.id}`)).status).toBe(409);
  const shut = await served(row?.id ?? '');
  expect([shut.status, shut.body]).toEqual([409, expect.stringContaining("n'est pas encore lu")]);
  expect(await desk()).not.toContain(`/fichiers/${row?.id}"`);
  expect(wordsIn(await desk())).toContain('la conclusion viendra après');
  expect(await desk()).not.toContain('name="conclusion"');
  const early = await conclude();
  expect([early.status, wordsIn(early.body)]).toEqual([409, expect.stringContaining('rien ne se conclut avant')]);
  expect(early.body).toContain('Vu.');
  expect((await proofLedger(db).due(1000)).map((one) => one.id)).not.toContain(row?.id);
  await papers.jobs.run();
  await scans.catchUp();
  expect((await rows())[0]?.scan).toBeNull();

  expect(await reader.readAll()).toBe(1);
  const [read] = await rows();
  expect(read).toMatchObject({ unread: false, scan: 'waiting' });
  expect(read?.key).toMatch(/^absence\//);
  await expect(papers.files.read(row?.key ?? '')).rejects.toThrow();
  await papers.jobs.run();
  expect((await served(row?.id ?? '')).status).toBe(200);
  expect((await alpha.get(`${at}/${id}/fichiers/${row?.id}`)).status).toBe(200);
  expect((await conclude()).location).toBe(`${LIST}?message=conclue`);
});

it("that can't be read is told to its candidate and their service alone; another may come even once all is answered", async () => {
  await give(BROKEN);
  await sql`insert into replacement_decision (id, academy, session, enrolment_id, unit, rank, outcome, received_on, words, decided_by)
    values (gen_random_uuid(), 'clermont', ${SESSION}, ${alpha.enrolment.id}, 'U20', 1, 'refused', current_date, 'x', ${randomUUID()})`.execute(
    db,
  );
  const [row] = await rows();
  expect((await give(PDF)).status).toBe(409);
  await reader.readAll();
  const shown = wordsIn(await page());
  expect(shown).toMatch(/« certificat-secret\.pdf » \(reçu D-[^)]+\) n'a pas pu être lu/);
  expect(shown).toContain('Joignez-en un autre');
  expect((await papers.files.read(row?.key ?? '')).length).toBeGreaterThan(0);
  const mail = (await mailsTo(db, alpha.candidate.address)).at(-1);
  expect([mail?.template, mail?.subject]).toEqual([
    'space.message',
    expect.stringContaining('un document est à donner de nouveau'),
  ]);
  expect(JSON.stringify(mail)).not.toMatch(/absen|certificat|épreuve|santé/i);
  expect(wordsIn(await desk())).toMatch(/n'a pas pu être lu. Le candidat en est averti/);
  const office = (await readStream(db, `enrolment:${alpha.enrolment.id}`, 50)).map(({ name }) => name);
  expect(office.filter((name) => name.startsWith('excuse'))).toEqual([]);
  // A text of no PDF is refused, and said beside the form that is there.
  const wrong = await give(Buffer.from('MZ'), 'x.exe');
  expect([wrong.status, wordsIn(wrong.body)]).toEqual([415, expect.stringContaining('Joindre un justificatif')]);
  inspector.busy(false);
  expect((await give(PDF, 'bon.pdf')).status).toBe(303);
  expect(wordsIn(await page())).not.toContain("n'a pas pu être lu");
  // One for one: all is answered, and nothing else is to be given again.
  expect((await give(PDF)).status).toBe(409);
  await sql`delete from unread_file`.execute(db);
});

it.each([
  ['to wait', true, 41],
  ['read at once', false, 43],
] as const)(
  'that is nasty is refused with the reason, or made harmless; nobody is served it before: %s',
  async (_, waits, seed) => {
    for (const { name, make, expected } of nastySlice(seed, 2)) {
      inspector.busy(waits);
      const answer = await give(await make());
      expect(answer.status, name).toBeLessThan(500);
      if (answer.status >= 400) {
        expect(expected, name).toContain(fileRefusalIn(answer.body));
        continue;
      }
      const given = (await rows()).at(-1);
      expect(given?.unread, name).toBe(waits);
      if (waits) expect((await served(given?.id ?? '')).status, name).toBe(409);
      await reader.readAll();
      const read = (await rows()).at(-1);
      if (read?.refusal != null) expect(expected, name).toContain(read.refusal.replace('file-', ''));
      else {
        expect(expected, name).toContain('rewritten');
        const kept = await papers.files.read(read?.key ?? '');
        if (kept.subarray(0, 4).toString() === '%PDF') expect((await seenByReader(kept)).active, name).toEqual([]);
      }
      // Another absence for the next: one has few documents.
      await sql`update absence_excuse set state = 'withdrawn', conclusion = null, ended_at = now()`.execute(db);
      id = randomUUID();
      await sql`insert into absence_excuse (id, academy, session, enrolment_id, units, words)
        values (${id}, 'clermont', ${SESSION}, ${alpha.enrolment.id}, array['U20'], 'Essai')`.execute(db);
    }
  },
  900_000,
);

it("taken back with its excuse is nobody's", async () => {
  const before = (await mailsTo(db, alpha.candidate.address)).length;
  await sql`update absence_excuse set units = array['U60'] where id = ${id}`.execute(db);
  await give(BROKEN);
  const [row] = await rows();
  expect((await alpha.post(`${at}/${id}/retrait`, {})).location).toBe(`${at}?message=retire`);
  expect(await reader.readAll()).toBe(1);
  expect((await mailsTo(db, alpha.candidate.address)).length).toBe(before);
  await expect(papers.files.read(row?.key ?? '')).rejects.toThrow();
});
