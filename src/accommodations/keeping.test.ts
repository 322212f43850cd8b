import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { publicVerification } from '../papers/index.ts';
import { checkFiles } from '../platform/files/checkFiles.ts';
import { silentLog } from '../platform/log.ts';
import { EICAR } from '../platform/testingClamd.ts';
import { ownAntivirus } from '../testing/antivirus.ts';
import { onePage } from '../testing/documents/pdfFile.ts';
import { type Browser, ORDINARY_DAY, PASSWORD, type TestEnrolment, withdraw } from '../testing/enrolments.ts';
import { mailsTo } from '../testing/papers.ts';
import { signedIn } from '../testing/staff.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn } from '../testing/words.ts';
import { dueDocuments } from './actions/eraseDocuments.ts';
import { scanDocuments } from './scans.ts';
import { documentLedger } from './store/ledger.ts';
import { accommodationRoom } from './testing.ts';

/** How long documents of health are kept, and that nothing of them is opened unscanned. */
const {
  db,
  catalogue,
  papers,
  registered,
  site,
  staff: { service },
  setClock,
} = await stage(accommodationRoom({ scans: true }), { staff: { service: 'accommodation' } });
const scans = await ownAntivirus(papers);
scanDocuments(papers, scans);
beforeEach(() => setClock(ORDINARY_DAY));

type Person = TestEnrolment & { readonly browser: Browser; readonly at: string; readonly desk: string };
async function sent(): Promise<Person & { readonly document: string }> {
  const made = await registered();
  const browser = await signedIn(site, made.candidate.address, PASSWORD);
  const at = `/candidatures/${made.enrolment.id}/amenagement`;
  const desk = `/gestion/amenagements/${made.enrolment.id}`;
  await browser.get(at);
  await browser.upload(`${at}/fichiers`, { kind: 'medical' }, onePage(), 'bilan.pdf');
  await browser.post(at, { measures: 'extra-time', words: '', acte: 'envoyer' });
  const document = /fichiers\/([\w-]+)"/.exec((await browser.get(at)).body)?.[1] ?? '';
  return { ...made, browser, at, desk, document };
}
const keyOf = async (document: string): Promise<string> => {
  const { rows } = await sql<{ key: string }>`
    select file_key as key from accommodation_document where id = ${document}`.execute(db);
  return rows[0]?.key ?? '';
};

const inNoDispute = async () => new Set<string>();

describe('A document of health', () => {
  it('is opened by the service once the antivirus has found it clean, and never when infected', async () => {
    const [clean, bad] = [await sent(), await sent()];
    const waiting = await service.get(`${clean.desk}/fichiers/${clean.document}`);
    expect([waiting.status, waiting.body]).toEqual([409, expect.stringContaining('antivirus')]);
    expect((await service.get(`${clean.desk}/fichiers/${clean.document}/pages/1`)).status).toBe(409);
    expect((await clean.browser.get(`${clean.at}/fichiers/${clean.document}`)).status).toBe(200);
    await papers.files.write(await keyOf(bad.document), EICAR);
    await papers.jobs.run();
    for (const _ of [1, 2]) await scans.catchUp();
    const mailed = async ({ candidate }: TestEnrolment) =>
      (await mailsTo(db, candidate.address)).filter(({ subject }) => subject.includes('à donner de nouveau'));
    const [told, ...again] = await mailed(bad);
    expect([told?.template, again, await mailed(clean)]).toEqual(['space.message', [], []]);
    // A mailbox has other readers.
    expect(told?.body).not.toMatch(/aménagement|santé|médica|handicap/i);
    expect((await service.get(`${clean.desk}/fichiers/${clean.document}`)).status).toBe(200);
    expect((await service.get(`${bad.desk}/fichiers/${bad.document}`)).status).toBe(409);
    expect((await service.get(bad.desk)).body).toContain('logiciel malveillant');
    expect((await bad.browser.get(`${bad.at}/fichiers/${bad.document}`)).status).toBe(409);
    expect((await bad.browser.get(bad.at)).body).toContain('logiciel malveillant');
    // The antivirus learns of it on the third day.
    await papers.files.write(await keyOf(clean.document), EICAR);
    await scans.lookAgain();
    expect((await service.get(`${clean.desk}/fichiers/${clean.document}`)).status).toBe(409);
    expect(await mailed(clean)).toHaveLength(1);
  });

  it('is destroyed two months after it was taken back, else a year after the last correction, and its row stays', async () => {
    const [kept, gone] = [await sent(), await sent()];
    await gone.browser.get(`${gone.at}/retrait`);
    await gone.browser.post(`${gone.at}/retrait`, {});
    const { files } = papers;
    expect(await dueDocuments(papers, inNoDispute).erase()).toBe(0);
    await setClock('2024-01-20T10:00:00+01:00');
    const [goneKey, keptKey] = [await keyOf(gone.document), await keyOf(kept.document)];
    expect(await documentLedger(db).named([goneKey, keptKey])).toEqual(new Set([goneKey, keptKey]));
    expect(await dueDocuments(papers, inNoDispute).erase()).toBe(1);
    await expect(files.read(goneKey)).rejects.toThrow();
    expect((await files.read(keptKey)).length).toBeGreaterThan(0);
    expect(await documentLedger(db).named([goneKey, keptKey])).toEqual(new Set([keptKey]));
    await setClock('2026-01-01T10:00:00+01:00');
    expect(await dueDocuments(papers, inNoDispute).erase()).toBeGreaterThan(0);
    await expect(files.read(keptKey)).rejects.toThrow();
    expect((await kept.browser.get(`${kept.at}/fichiers/${kept.document}`)).status).not.toBe(200);
  });

  it('is looked at again each night, and one that changed or is gone is known', async () => {
    const [whole, changed, gone] = [await sent(), await sent(), await sent()];
    const { files } = papers;
    await files.write(await keyOf(changed.document), Buffer.from('something else'));
    await files.remove(await keyOf(gone.document));
    await checkFiles(files, documentLedger(db), silentLog, 60_000);
    const { rows } = await sql<{ id: string; fault: string | null }>`
      select id, fault from accommodation_document
      where id = any(${[whole, changed, gone].map(({ document }) => document)}::uuid[])`.execute(db);
    const faults = new Map(rows.map(({ id, fault }) => [id, fault]));
    expect([whole, changed, gone].map(({ document }) => faults.get(document))).toEqual([null, 'altered', 'missing']);
  });

  it('is of a key that no other room sweeps', async () => {
    const { document } = await sent();
    const key = await keyOf(document);
    expect(key).toMatch(documentLedger(db).makes);
    expect(key).toMatch(/^health\//);
  });
});

describe('Around a request', () => {
  it('nothing is left to the service once the enrolment is withdrawn', async () => {
    const person = await sent();
    await withdraw(db, { events: papers.events, catalogue }, person);
    expect((await service.get(person.desk)).status).toBe(404);
    expect((await service.get(`${person.desk}/fichiers/${person.document}`)).status).toBe(404);
    const page = await person.browser.get(person.at);
    expect(page.status).toBe(200);
    expect((await person.browser.post(`${person.at}/retrait`, {})).status).toBe(409);
    expect((await person.browser.post(person.at, { measures: 'room', acte: 'envoyer' })).status).toBe(409);
  });

  it('its paper is verified without a word of health, and superseded by the next', async () => {
    const person = await sent();
    const decide = async (percent: string): Promise<void> => {
      const version = async (): Promise<string> => fieldOn((await service.get(person.desk)).body, 'version');
      if (percent === '33') {
        const advice = { version: await version(), givenOn: '14/11/2023', 'avis-extra-time': 'favorable' };
        await service.post(`${person.desk}/avis`, advice);
      }
      const done = await service.post(`${person.desk}/decision`, {
        version: await version(),
        'mesure-extra-time': 'accordee',
        'temps-extra-time': percent,
        fondement: 'D351-27',
        certain: 'oui',
      });
      expect(done.location).toContain('decidee');
    };
    const verified = async () => {
      const { rows } = await sql<{ code: string }>`select code from paper
        where enrolment_id = ${person.enrolment.id} and kind = 'accommodation' order by version`.execute(db);
      return Promise.all(rows.map(({ code }) => publicVerification(db).verify({ code, name: '' })));
    };
    await decide('33');
    const [first] = await verified();
    expect(first).toMatchObject({ ok: true, value: { state: 'valid', title: 'Décision individuelle' } });
    expect(JSON.stringify(first)).not.toMatch(/aménag|handicap|D351/i);
    await decide('25');
    expect((await verified()).map((one) => one.ok && one.value.state)).toEqual(['superseded', 'valid']);
  });

  it('a double click on « Décider » is one decision, one paper, one mail', async () => {
    const person = await sent();
    const page = async (): Promise<string> => (await service.get(person.desk)).body;
    await service.post(`${person.desk}/avis`, {
      version: fieldOn(await page(), 'version'),
      givenOn: '14/11/2023',
      'avis-extra-time': 'favorable',
    });
    const html = await page();
    const fields = {
      cle: fieldOn(html, 'cle'),
      version: fieldOn(html, 'version'),
      'mesure-extra-time': 'accordee',
      'temps-extra-time': '33',
      fondement: 'D351-27',
      certain: 'oui',
    };
    const twice = await Promise.all([
      service.post(`${person.desk}/decision`, fields),
      service.post(`${person.desk}/decision`, fields),
    ]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    const { rows } =
      await sql`select 1 from accommodation_decision where enrolment_id = ${person.enrolment.id}`.execute(db);
    expect(rows).toHaveLength(1);
  });

  it('hostile and odd input gives a sentence, never a fault', async () => {
    const person = await sent();
    const version = fieldOn((await service.get(person.desk)).body, 'version');
    const long = 'é'.repeat(4001);
    for (const [act, fields] of [
      ['demande', { words: long, until: '30/11/2023' }],
      ['demande', { words: 'x', until: '01/01/1900' }],
      ['demande', { words: 'x', until: '31/02/2024' }],
      ['avis', { givenOn: '16/11/2023', 'avis-extra-time': 'favorable' }],
      ['avis', { givenOn: '14/11/2023', 'avis-extra-time': "x'; drop table mail" }],
      ['avis', { givenOn: '14/11/2023' }],
      ['decision', { 'mesure-extra-time': 'accordee', 'temps-extra-time': '101', fondement: 'x', certain: 'oui' }],
      ['decision', { 'mesure-extra-time': 'sans', fondement: 'x', certain: 'oui' }],
      ['decision', {}],
    ] as const) {
      const answer = await service.post(`${person.desk}/${act}`, { version, ...fields });
      expect([act, JSON.stringify(fields).slice(0, 60), answer.status]).toEqual([act, expect.any(String), 422]);
      expect(answer.body).toContain('id="erreurs"');
    }
    const { rows } = await sql`select 1 from accommodation_advice a join accommodation_case c on c.id = a.case_id
      where c.enrolment_id = ${person.enrolment.id}`.execute(db);
    expect(rows).toHaveLength(0);
  });
});
