import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readStream } from '../platform/journal.ts';
import { ownAntivirus } from '../testing/antivirus.ts';
import { takePhoto } from '../testing/documents/jpegFile.ts';
import { fileRefusalIn, nastySlice } from '../testing/documents/nastySlice.ts';
import { onePage } from '../testing/documents/pdfFile.ts';
import { seenByReader } from '../testing/documents/seenByReader.ts';
import { type Browser, ORDINARY_DAY, PASSWORD, type TestEnrolment } from '../testing/enrolments.ts';
import { mailsTo } from '../testing/papers.ts';
import { busyInspector, readerOf } from '../testing/readApart.ts';
import { signedIn } from '../testing/staff.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, wordsIn } from '../testing/words.ts';
import { dueDocuments } from './actions/eraseDocuments.ts';
import { unreadDocuments } from './actions/readDocument.ts';
import { accommodationMigrations } from './migrations.ts';
import { scanDocuments } from './scans.ts';
import { documentLedger } from './store/ledger.ts';
import { accommodationRoom } from './testing.ts';

/** Documents of health that are received while others are read: through the real forms, read when their turn comes. */
const PDF = onePage();
/** Its first bytes are a PDF's, and nothing else of it is. */
const BROKEN = Buffer.concat([PDF.subarray(0, 60), Buffer.alloc(400, 'x')]);
const inspector = busyInspector();

const {
  db,
  papers,
  registered,
  site,
  staff: { service },
  setClock,
} = await stage(accommodationRoom({ scans: true, reads: inspector }), { staff: { service: 'accommodation' } });
const reader = readerOf(db, papers.files);
reader.follow(unreadDocuments(papers));
const scans = await ownAntivirus(papers);
scanDocuments(papers, scans);
const photo = await takePhoto({ width: 1200, height: 900 });
afterAll(() => reader.stop());
beforeEach(async () => {
  await setClock(ORDINARY_DAY);
  await sql`delete from unread_file`.execute(db);
  inspector.busy(true);
});

type Person = TestEnrolment & { readonly browser: Browser; readonly at: string; readonly desk: string };
async function someone(): Promise<Person> {
  const made = await registered();
  const browser = await signedIn(site, made.candidate.address, PASSWORD);
  const at = `/candidatures/${made.enrolment.id}/amenagement`;
  await browser.get(at);
  return { ...made, browser, at, desk: `/gestion/amenagements/${made.enrolment.id}` };
}
const give = ({ browser, at }: Person, content: Buffer, name = 'bilan.pdf') =>
  browser.upload(`${at}/fichiers`, { kind: 'medical' }, content, name);
const send = ({ browser, at }: Person) => browser.post(at, { measures: 'extra-time', words: '', acte: 'envoyer' });
const page = async ({ browser, at }: Person) => wordsIn((await browser.get(at)).body);
const desk = async (person: Person) => (await service.get(person.desk)).body;
type Row = { id: string; key: string; unread: boolean; refusal: string | null; scan: string | null; size: number };
const rows = async ({ enrolment }: Person): Promise<readonly Row[]> =>
  (
    await sql<Row>`select id, file_key as key, unread, refusal, scan, size from accommodation_document
      where enrolment_id = ${enrolment.id} order by finished_at`.execute(db)
  ).rows;
/** As a page that was opened before the document came has it. */
const kept = async ({ enrolment }: Person): Promise<string> =>
  (
    await sql<{
      at: string;
    }>`select row_version::text as at from accommodation_case where enrolment_id = ${enrolment.id}`.execute(db)
  ).rows[0]?.at ?? '';
const names = async ({ enrolment }: Person) =>
  (await readStream(db, `health:${enrolment.id}`, 50)).map(({ name }) => name);
const jobs = async (): Promise<void> => {
  await papers.jobs.run();
  await scans.catchUp();
};

const inNoDispute = async () => new Set<string>();

describe('A document of health that comes while others are read', () => {
  it('is received at its second and counts; nobody opens, scans or erases it before it is read', async () => {
    const person = await someone();
    expect((await give(person, photo, 'photo.jpg')).status).toBe(303);
    await send(person);
    const [row] = await rows(person);
    expect(row).toMatchObject({ unread: true, refusal: null, scan: null, size: photo.length });
    const html = (await person.browser.get(person.at)).body;
    expect(wordsIn(html)).toMatch(
      /Reçu le 15 novembre 2023 à \d+ h \d\d min \d\d s \(heure de Paris\), en cours de lecture/,
    );
    expect(wordsIn(html)).toContain('Voir où en est la lecture');
    expect(wordsIn(html)).toContain("compte à l'heure de sa réception");
    expect(wordsIn(html)).toContain('vous pouvez fermer cette page');
    expect(html).toMatch(/type="file"[^>]*accept="[^"]*image\/heic[^"]*\.heic/);
    expect(html).not.toContain(`/fichiers/${row?.id}"`);
    const own = await person.browser.get(`${person.at}/fichiers/${row?.id}`);
    expect([own.status, wordsIn(own.body)]).toEqual([409, expect.stringContaining('en cours de lecture')]);
    const served = await service.get(`${person.desk}/fichiers/${row?.id}`);
    expect([served.status, served.body]).toEqual([409, expect.stringContaining("n'est pas encore lu")]);
    expect(wordsIn(await desk(person))).toContain("n'est pas encore lu");
    await jobs();
    await setClock('2027-01-01T10:00:00Z');
    await dueDocuments(papers, inNoDispute).erase();
    await setClock(ORDINARY_DAY);
    const ledger = documentLedger(db);
    expect((await ledger.due(1000)).map(({ id }) => id)).not.toContain(row?.id);
    const kept = await papers.files.read(row?.key ?? '');
    expect(kept.includes(photo.subarray(200, 232))).toBe(false);

    expect(await reader.readAll()).toBe(1);
    const [read] = await rows(person);
    expect(read).toMatchObject({ unread: false, scan: 'waiting' });
    expect(read?.key).toMatch(/^health\//);
    await expect(papers.files.read(row?.key ?? '')).rejects.toThrow();
    await jobs();
    expect((await rows(person))[0]?.scan).toBe('clean');
    expect((await service.get(`${person.desk}/fichiers/${row?.id}`)).status).toBe(200);
    expect((await person.browser.get(`${person.at}/fichiers/${row?.id}`)).status).toBe(200);
    expect(await names(person)).toEqual(
      expect.arrayContaining(['accommodation.documentGiven', 'accommodation.documentRead']),
    );
  });

  it('is read first for whoever looks at its page', async () => {
    const [first, second] = [await someone(), await someone()];
    await give(first, PDF);
    await give(second, PDF);
    await page(second);
    const order: string[] = [];
    papers.events.subscribe('accommodation.documentRead', 'tell', async (_, { payload }) => {
      order.push(payload.enrolmentId);
    });
    await reader.readAll();
    expect(order).toEqual([second.enrolment.id, first.enrolment.id]);
  });

  it('keeps anybody from deciding before it is read, and what was written for that stays', async () => {
    const person = await someone();
    await give(person, PDF);
    await send(person);
    const act = async (name: string, fields: Record<string, string>) =>
      service.post(`${person.desk}/${name}`, { version: await kept(person), ...fields });
    const asked = { words: 'Le bilan, signé.', until: '30/11/2023' };
    const advice = { givenOn: '14/11/2023', 'avis-extra-time': 'favorable' };
    for (const [name, fields] of [
      ['demande', asked],
      ['medecin', {}],
      ['avis', advice],
    ] as const) {
      const refused = await act(name, fields);
      expect([name, refused.status, wordsIn(refused.body)]).toEqual([
        name,
        409,
        expect.stringContaining('rien ne se décide avant'),
      ]);
      for (const typed of Object.values(fields))
        expect([name, refused.body]).toEqual([name, expect.stringContaining(typed)]);
    }
    const listed = wordsIn((await service.get('/gestion/amenagements')).body);
    expect(listed).toContain('Un document est en cours de lecture : rien ne se décide avant');
    const waiting = await desk(person);
    expect(wordsIn(waiting)).toContain('viendra après');
    for (const name of ['demande', 'medecin', 'avis', 'decision'])
      expect(waiting).not.toContain(`${person.desk}/${name}"`);
    await reader.readAll();
    expect((await act('avis', advice)).status).toBe(303);
    expect(wordsIn((await service.get('/gestion/amenagements')).body)).not.toContain(
      'Un document est en cours de lecture',
    );
    await give(person, PDF);
    const invited = await desk(person);
    expect(wordsIn(invited)).toContain('viendra après');
    expect(wordsIn(invited)).toMatch(/bilan\.pdf, [^<]*?, en cours de lecture/);
    expect(invited).not.toContain('name="mesure-extra-time"');
    const decide = async () =>
      service.post(`${person.desk}/decision`, {
        version: await kept(person),
        'mesure-extra-time': 'accordee',
        'temps-extra-time': '33',
        fondement: 'D351-27',
        certain: 'oui',
      });
    const early = await decide();
    expect([early.status, wordsIn(early.body)]).toEqual([409, expect.stringContaining('rien ne se décide avant')]);
    expect(early.body).toContain('value="33"');
    await reader.readAll();
    expect((await decide()).location).toContain('decidee');
  });

  it("taken back meanwhile is nobody's, whether it can be read or not", async () => {
    const person = await someone();
    await give(person, Buffer.concat([BROKEN, Buffer.alloc(6 * 1024 * 1024, 'x')]));
    const [row] = await rows(person);
    await person.browser.get(`${person.at}/fichiers/${row?.id}/supprimer`);
    await person.browser.post(`${person.at}/fichiers/${row?.id}/supprimer`, {});
    expect(await reader.readAll()).toBe(1);
    expect(await page(person)).not.toContain("n'a pas pu être lu");
    expect(await names(person)).not.toContain('accommodation.documentUnreadable');
    await expect(papers.files.read(row?.key ?? '')).rejects.toThrow();
  });
});

describe('A nasty document of health', () => {
  it.each([
    ['to wait', true, 31],
    ['read at once', false, 37],
  ] as const)(
    'is refused with the reason, or made harmless; nobody is served it before: %s',
    async (_, waits, seed) => {
      let person = await someone();
      for (const [index, { name, make, expected }] of nastySlice(seed, 4).entries()) {
        if (index % 15 === 14) person = await someone();
        inspector.busy(waits);
        const answer = await give(person, await make());
        expect(answer.status, name).toBeLessThan(500);
        if (answer.status >= 400) {
          expect(expected, name).toContain(fileRefusalIn(answer.body));
          continue;
        }
        const given = (await rows(person)).at(-1);
        expect(given?.unread, name).toBe(waits);
        if (waits) expect((await person.browser.get(`${person.at}/fichiers/${given?.id}`)).status, name).toBe(409);
        await reader.readAll();
        const read = (await rows(person)).at(-1);
        if (read?.refusal != null) {
          expect(expected, name).toContain(read.refusal.replace('file-', ''));
          // Their page says it from now on: nothing else that is refused could be told from it.
          person = await someone();
        } else {
          expect(expected, name).toContain('rewritten');
          const kept = await papers.files.read(read?.key ?? '');
          if (kept.subarray(0, 4).toString() === '%PDF') expect((await seenByReader(kept)).active, name).toEqual([]);
        }
      }
    },
    900_000,
  );
});

describe("A document of health that can't be read", () => {
  it('is told to its candidate and to their service alone, and to no mailbox what it is; another of its kind answers it', async () => {
    const person = await someone();
    await give(person, BROKEN, 'bilan-secret.pdf');
    await send(person);
    await reader.readAll();
    const shown = await page(person);
    expect(shown).toMatch(/« bilan-secret\.pdf » \(reçu D-[^)]+\) n'a pas pu être lu/);
    expect(shown).toContain('Donnez-en un autre dès que possible');
    expect(shown).toContain('La décision peut être prise à tout moment');
    const mail = (await mailsTo(db, person.candidate.address)).at(-1);
    expect([mail?.template, mail?.subject]).toEqual([
      'space.message',
      expect.stringContaining('un document est à donner de nouveau'),
    ]);
    expect(JSON.stringify(mail)).not.toMatch(/bilan|aménagement|santé|médica|handicap/i);
    expect(wordsIn(await desk(person))).toMatch(/bilan-secret\.pdf, reçu le .*n'a pas pu être lu/);
    const office = (await readStream(db, `enrolment:${person.enrolment.id}`, 50)).map(({ name }) => name);
    expect(office.filter((name) => name.startsWith('accommodation'))).toEqual([]);
    inspector.busy(false);
    expect((await give(person, PDF)).status).toBe(303);
    expect(await page(person)).not.toContain("n'a pas pu être lu");
    expect(wordsIn(await desk(person))).not.toContain("n'a pas pu être lu");
  });

  it('gives its candidate time again where what the service asked for was due meanwhile; what was sent stays until then', async () => {
    const person = await someone();
    await send(person);
    const asked = { version: fieldOn(await desk(person), 'version'), words: 'Le bilan.', until: '30/11/2023' };
    expect((await service.post(`${person.desk}/demande`, asked)).status).toBe(303);
    await setClock('2023-11-30T22:59:58Z');
    await give(person, BROKEN);
    const [row] = await rows(person);
    await setClock('2023-11-30T23:10:00Z');
    await papers.clock.refresh();
    expect(await page(person)).toContain('Cette date est passée');
    await reader.readAll();
    const shown = await page(person);
    expect(shown).toMatch(/Donnez-en un autre (avant|jusqu'au)/);
    expect(shown).not.toContain('Cette date est passée');
    const until = await sql<{ until: Temporal.Instant }>`select asked_until as until from accommodation_case
      where enrolment_id = ${person.enrolment.id}`.execute(db);
    expect(until.rows[0]?.until.toString()).toMatch(/^2023-12-/);
    expect((await papers.files.read(row?.key ?? '')).length).toBeGreaterThan(0);
    await setClock('2024-03-01T10:00:00Z');
    await reader.originals.erase();
    await expect(papers.files.read(row?.key ?? '')).rejects.toThrow();
  });
});

it('What was asked for while that was a state of its own is asked for by its day alone, and shown as before', async () => {
  const person = await someone();
  await send(person);
  const asked = { version: fieldOn(await desk(person), 'version'), words: 'Le bilan.', until: '30/11/2023' };
  expect((await service.post(`${person.desk}/demande`, asked)).status).toBe(303);
  await db.transaction().execute(async (tx) => {
    await sql`alter table accommodation_case drop constraint accommodation_case_state_check,
      add constraint accommodation_case_state_check check (true),
      add constraint accommodation_case_check3 check (state <> 'asked' or asked_until is not null)`.execute(tx);
    await sql`alter table accommodation_case disable trigger accommodation_asked_by_its_day`.execute(tx);
    await sql`update accommodation_case set state = 'asked' where enrolment_id = ${person.enrolment.id}`.execute(tx);
    await sql`alter table accommodation_case enable trigger accommodation_asked_by_its_day`.execute(tx);
    await accommodationMigrations['999-zzz-asked-is-its-day']?.up(tx);
  });
  expect(await page(person)).toContain('Complément attendu');
  // A node of the version before, for the seconds until it restarts.
  await sql`update accommodation_case set state = 'asked' where enrolment_id = ${person.enrolment.id}`.execute(db);
  expect(await page(person)).toContain('Complément attendu');
  expect(wordsIn(await desk(person))).toContain('Complément demandé');
});
