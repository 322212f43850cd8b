import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { openScans } from '../keptFiles/index.ts';
import { connectClamd } from '../platform/antivirus.ts';
import { readStream } from '../platform/journal.ts';
import { silentLog } from '../platform/log.ts';
import { EICAR, startClamd } from '../platform/testingClamd.ts';
import { onePage } from '../testing/documents/pdfFile.ts';
import { heldJobs } from '../testing/heldJobs.ts';
import { pagesOf } from '../testing/papers.ts';
import { lockedBatch } from '../testing/results.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';
import { dueScripts } from './actions/eraseScripts.ts';
import { scanCaseLetters } from './scans.ts';
import { aVerdict, COIFFURE, publicationRoom, SESSION } from './testing.ts';

const PLACE = { academy: 'clermont', session: SESSION, speciality: COIFFURE };
const AT = '/gestion/publication';
const { db, as, verdicts, candidates, setClock, papers, deps } = await stage(publicationRoom(), {
  staff: { head: 'head', second: 'head', officer: 'officer', jury: 'jury' },
  candidates: { owner: 'Émile Łucki', other: 'Bravo' },
});
const { enrolment } = candidates.owner;
const own = `/candidatures/${enrolment.id}/resultats`;
const read = async (who: Parameters<typeof as>[0], address: string): Promise<string> =>
  words((await as(who).get(address)).body);

let page = '';
const send = (
  fields: Record<string, string>,
  file = onePage(),
  name = 'copie.pdf',
  who: 'head' | 'officer' | 'jury' = 'head',
) => as(who).upload(page, fields, file, name);
/** The address of the first script that the page of its candidate offers. */
const link = async (): Promise<string> =>
  /href="([^"]*\/resultats\/copies\/[^"]*)"/.exec((await as('owner').get(own)).body)?.[1] ?? '';

beforeAll(async () => {
  verdicts.push(aVerdict(enrolment, { U10: 12, U20: 8 }), aVerdict(candidates.other.enrolment, { U10: 12, U20: 5 }));
  const ids = [enrolment.id, candidates.other.enrolment.id];
  await lockedBatch(
    db,
    { ...PLACE, unit: 'U20' },
    ids.map((id) => [id, { code: 'mark', halfPoints: 16 }] as const),
  );
  await setClock('2024-07-02T10:00:00+02:00');
  const { body } = await as('head').get(AT);
  const made = await as('head').post(`${AT}/preparer`, {
    session: SESSION,
    cle: fieldOn(body, 'cle'),
    specialites: COIFFURE,
  });
  const address = made.location.split('?')[0] ?? '';
  for (const [who, name, fields] of [
    ['head', 'proposition', { jour: '05/07/2024', heure: '9 h' }],
    ['second', 'approbation', {}],
  ] as const)
    await as(who).post(`${address}/${name}`, {
      version: fieldOn((await as(who).get(address)).body, 'version'),
      ...fields,
    });
  await setClock('2024-07-08T10:00:00+02:00');
});

describe('Scripts that their candidate asks to see', () => {
  it('are asked for, and said not to be there yet', async () => {
    const form = {
      demande: 'consultation',
      // Who asks to see their scripts has said it all.
      precisions: '',
      cle: fieldOn((await as('owner').get(own)).body, 'cle'),
    };
    expect((await as('owner').post(`${own}/demandes`, form)).status).toBe(303);
    expect(await read('owner', own)).toContain("Aucune copie n'est encore là. Le rectorat les cherche et les numérise");
    const list = (await as('head').get('/gestion/recours')).body;
    page = /href="(\/gestion\/recours\/[^"]*\/copies)"/.exec(list)?.[1] ?? '';
    expect(await read('head', page)).toContain("Aucune copie n'est envoyée");
    for (const who of ['officer', 'jury'] as const) expect((await as(who).get(page)).status).not.toBe(200);
  });

  it('are sent by a head alone, as one PDF, by their anonymous number or their unit', async () => {
    const number = async (id: string): Promise<string> =>
      (
        await sql<{
          number: string;
        }>`select s.number from mark_script s join mark_identity i on i.script_id = s.id where i.enrolment_id = ${id}`.execute(
          db,
        )
      ).rows[0]?.number ?? '';
    const [mine, theirs] = [await number(enrolment.id), await number(candidates.other.enrolment.id)];
    for (const [fields, file, said] of [
      [{}, onePage(), 'son numéro anonyme, ou l’unité'.replace('’', "'")],
      [{ numero: mine, unite: 'U20' }, onePage(), "l'un des deux"],
      [{ numero: theirs }, onePage(), "Ce numéro n'est pas celui d'une copie de ce candidat"],
      [{ numero: '12' }, onePage(), "Ce numéro n'est pas celui d'une copie de ce candidat"],
      [{ unite: 'U99' }, onePage(), 'Unité'],
      [{ unite: 'U20' }, Buffer.from('not a document'), 'fichier'],
      [{ unite: 'U20' }, Buffer.alloc(0), 'Choisissez le fichier PDF de la copie'],
    ] as const) {
      const refused = await send(fields, file, file.length === 0 ? '' : 'copie.pdf');
      expect([refused.status, words(refused.body)]).toEqual([expect.any(Number), expect.stringContaining(said)]);
      expect([415, 422]).toContain(refused.status);
    }
    for (const who of ['officer', 'jury'] as const)
      expect((await send({ unite: 'U20' }, onePage(), 'c.pdf', who)).status).not.toBe(303);
    expect((await sql`select from script_scan`.execute(db)).rows).toHaveLength(0);
    expect((await send({ numero: mine })).location).toBe(`${page}?message=envoyee`);
    expect(await read('head', page)).toMatch(/U20 1 montrée jusqu'au 5 juillet 2025 inclus/);
  });

  it('are read by their candidate alone, with who reads and when on each page, and it is written down', async () => {
    expect(await read('owner', own)).toContain(
      "Copie U20, 1 page (PDF) , à lire jusqu'au samedi 5 juillet 2025 inclus",
    );
    const address = await link();
    for (const who of ['other', 'head', 'officer', 'visitor'] as const) {
      const refused = await as(who).get(address);
      expect(refused.body).not.toContain('%PDF-');
      expect(refused.status).not.toBe(200);
    }
    const stolen = address.replace(enrolment.id, candidates.other.enrolment.id);
    expect((await as('other').get(stolen)).status).toBe(404);
    const given = await as('owner').get(address);
    expect([given.status, given.header('cache-control'), given.header('content-type')]).toEqual([
      200,
      'private, no-store',
      'application/pdf',
    ]);
    const [shown = ''] = await pagesOf(given.bytes);
    expect(shown).toContain(`${enrolment.number} - 8 juillet 2024`);
    expect(shown).toContain('Émile Lucki');
    const entries = await readStream(db, `enrolment:${enrolment.id}`, 100);
    expect(
      entries.filter(({ name }) => name.startsWith('script.')).map(({ name, actorKind }) => [name, actorKind]),
    ).toEqual([
      ['script.read', 'candidate'],
      ['script.sent', 'staff'],
    ]);
  });

  it('wait for the antivirus, and are lost where it finds something', async () => {
    const clamd = await startClamd();
    const jobs = heldJobs();
    const scans = openScans({
      files: papers.files,
      antivirus: connectClamd(clamd.url),
      node: { db, name: 'here', log: silentLog },
    });
    scanCaseLetters({ db, jobs }, scans);
    await sql`update script_scan set scan = 'waiting'`.execute(db);
    const { rows } = await sql<{ id: string; key: string }>`select id, file_key as key from script_scan`.execute(db);
    const [{ id, key } = { id: '', key: '' }] = rows;
    const address = `${own}/copies/${id}`;
    expect(await read('owner', own)).toContain("contrôlée par l'antivirus");
    expect((await as('owner').get(address)).status).toBe(409);
    await scans.catchUp();
    expect((await as('owner').get(address)).status).toBe(200);
    const whole = await papers.files.read(key);
    await papers.files.write(key, EICAR);
    await sql`update script_scan set scan = 'waiting'`.execute(db);
    await db.transaction().execute((tx) => jobs.enqueue(tx, 'script.scan', { scriptId: id }));
    await jobs.run();
    expect((await as('owner').get(address)).status).toBe(409);
    expect(await read('owner', own)).toContain('abîmée à la numérisation');
    await papers.files.write(key, whole);
    await sql`update script_scan set scan = 'clean'`.execute(db);
    scans.stop();
    await clamd.close();
  });

  it('that were sent by mistake are taken back, and destroyed at once', async () => {
    expect((await send({ unite: 'U10' })).status).toBe(303);
    const { rows } = await sql<{
      id: string;
      key: string;
    }>`select id, file_key as key from script_scan where unit = 'U10'`.execute(db);
    const [{ id, key } = { id: '', key: '' }] = rows;
    expect((await as('officer').post(`${page}/${id}/retrait`, {})).status).not.toBe(303);
    expect((await as('head').post(`${page}/${id}/retrait`, {})).location).toBe(`${page}?message=retiree`);
    expect((await as('head').post(`${page}/${id}/retrait`, {})).status).toBe(404);
    expect((await as('owner').get(`${own}/copies/${id}`)).status).toBe(404);
    expect(await read('owner', own)).not.toContain('Copie U10');
    await expect(papers.files.read(key)).rejects.toThrow();
  });

  it('are shown until their last day, said to be over from the next, and destroyed', async () => {
    const address = await link();
    const erase = () => dueScripts({ db, events: deps.events, files: papers.files }, async () => new Set()).erase();
    await setClock('2025-07-05T23:30:00+02:00');
    expect([await erase(), (await as('owner').get(address)).status]).toEqual([0, 200]);
    await setClock('2025-07-06T00:30:00+02:00');
    const over = await as('owner').get(address);
    expect([over.status, words(over.body)]).toEqual([
      410,
      expect.stringContaining('Le droit de voir cette copie a pris fin le samedi 5 juillet 2025'),
    ]);
    expect(await read('owner', own)).toContain('le droit de la voir a pris fin le samedi 5 juillet 2025');
    expect([await erase(), await erase()]).toEqual([1, 0]);
    const { rows } = await sql<{ key: string }>`select file_key as key from script_scan where unit = 'U20'`.execute(db);
    await expect(papers.files.read(rows[0]?.key ?? '')).rejects.toThrow();
    expect((await as('owner').get(address)).status).toBe(410);
  });
});
