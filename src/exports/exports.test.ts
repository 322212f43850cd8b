import { unzipSync } from 'fflate';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { enrolmentStream } from '../enrolment/index.ts';
import { createDownloads } from '../platform/http/downloads.ts';
import { readStream } from '../platform/journal.ts';
import { officeRoom } from '../testing/desk.ts';
import { type Browser, COIFFURE, MACON_WITH_HANDICAP, type TestEnrolment } from '../testing/enrolments.ts';
import { aStaffMember, giveFile, PDF, pieceOf, signIn } from '../testing/officeSite.ts';
import { stage } from '../testing/stage.ts';
import { plainSpaces, wordsIn } from '../testing/words.ts';
import { exportedFiles } from './store/files.ts';

const SESSION = 'bp-2024-clermont';
const LIST = `/gestion/exports/inscriptions?session=${SESSION}`;

const portfolioOf = (cfd: string): string => catalogue.portfolioOf({ cfd }, 'clermont')?.code ?? '';
const numberOf = ({ enrolment }: TestEnrolment): string => enrolment.number ?? '';
async function list(browser: Browser, more = '&format=csv'): Promise<readonly string[]> {
  const answer = await browser.get(`${LIST}${more}`);
  expect([answer.status, answer.body.slice(0, 300)]).toEqual([200, expect.any(String)]);
  return answer.body.split('\r\n');
}
const journaled = () => readStream(db, 'exports:clermont', 50);

const back = await stage(officeRoom);
const { db, catalogue, site, registered } = back;
const zoe = await registered({
  status: { birthName: '=Lefèvre;"Anaïs"', firstNames: 'Zoé', birthDate: Temporal.PlainDate.from('1995-05-03') },
  answers: { informations: { ...COIFFURE.informations, handicap: 'oui' } },
});
const mason = await registered({ answers: MACON_WITH_HANDICAP });
const enter = async (place: Parameters<typeof aStaffMember>[2]): Promise<Browser> => {
  const browser = site.browser();
  await signIn(browser, (await aStaffMember(db, site.accounts, place)).address);
  return browser;
};
const officer = await enter({ portfolios: [portfolioOf('45033608')] });
const other = await enter({ portfolios: [portfolioOf('45023216')] });
const head = await enter({ role: 'head' });

describe('A list of enrolments as CSV', () => {
  it('is UTF-8 that says so, has its names on line 9 and a file a line from line 10 on; those that a program counts on where it asks', async () => {
    expect((await head.get('/gestion/exports')).body).not.toMatch(/santé/i);
    const answer = await head.get(`${LIST}&format=csv&colonnes=toutes`);
    expect(answer.bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(answer.header('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.header('content-disposition')).toMatch(
      /^attachment; filename="inscriptions-bp-2024-clermont-.*\.csv"/,
    );
    expect(answer.header('cache-control')).toContain('no-store');
    const lines = answer.body.split('\r\n');
    expect(lines[0]).toMatch(/Session;session 2024/);
    expect(lines[8]?.split(';')).toHaveLength(15);
    const found = lines.find((line) => line.includes(numberOf(zoe))) ?? '';
    expect(lines.indexOf(found)).toBeGreaterThanOrEqual(9);
    expect(found).toBe(
      `;;${numberOf(zoe)};;"'=Lefèvre;""Anaïs""";;Zoé;03/05/1995;;;${label('previous-candidate')};33608;Coiffure;Enregistrée, à signer;U30A`,
    );
    expect(lines.at(-1)).toBe('');
    const known = await list(head);
    expect(known[8]?.split(';')).toHaveLength(10);
    expect(known.join()).toContain(
      `${numberOf(zoe)};"'=Lefèvre;""Anaïs""";;Zoé;03/05/1995;${label('previous-candidate')};33608`,
    );
  });

  it('holds what is of the reader’s groups and of no other', async () => {
    const [theirs, others, all] = [await list(officer), await list(other), await list(head)];
    expect(theirs.join()).toContain(numberOf(zoe));
    expect(theirs.join()).not.toContain(numberOf(mason));
    expect(others.join()).not.toContain(numberOf(zoe));
    for (const one of [zoe, mason]) expect(all.join()).toContain(numberOf(one));
  });

  it('is narrowed by speciality and by state', async () => {
    expect((await list(head, '&format=csv&specialite=45023216')).slice(9, -1)).toHaveLength(1);
    expect((await list(head, '&format=csv&etat=validees')).slice(9, -1)).toEqual([]);
  });

  it('says the same of two people of whom one asks for arrangements', async () => {
    const line = (lines: readonly string[], number: string): string =>
      lines.find((one) => one.includes(number))?.replace(number, '') ?? '';
    const status = { birthName: 'Martin', firstNames: 'Camille', birthDate: Temporal.PlainDate.from('1998-05-30') };
    const handicap = { informations: { ...COIFFURE.informations, handicap: 'oui' } };
    const plain = await registered({ status });
    const helped = await registered({ status, answers: handicap });
    const lines = await list(officer);
    expect(line(lines, numberOf(plain))).toBe(line(lines, numberOf(helped)));
    expect(line(lines, numberOf(plain))).not.toBe('');
  });

  it('is written in the journal before it leaves: who, which session, what', async () => {
    await list(head, '&format=csv&specialite=45023216&etat=a-signer');
    const [last] = await journaled();
    expect(last).toMatchObject({
      name: 'files.exported',
      actorKind: 'staff',
      data: { format: 'csv', speciality: '45023216', state: 'to-sign' },
    });
  });

  it('gives every file once, in the order of the numbers, over many pages', async () => {
    const scope = { academy: 'clermont', sessions: [SESSION], portfolios: null, pieces: 'ordinary' as const };
    await addFiles(2_500);
    const found = await Array.fromAsync(exportedFiles(db, scope, { speciality: null, state: null }));
    const numbers = found.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBeGreaterThan(2500);
    expect(numbers).toEqual(numbers.toSorted());
    await removeFiles();
  });
});

/** As many files again as these, under numbers that nobody has. */
const addFiles = (count: number) =>
  sql`insert into office_file (enrolment_id, candidate_id, academy, session,
      portfolio, speciality, state, number, birth_name, usage_name, first_names, address, sort_name, names)
    select gen_random_uuid(), candidate_id, academy, session, portfolio, speciality, state,
      'BP24-' || lpad((50000 + n)::text, 5, '0') || '-Z', birth_name, usage_name, first_names, address, sort_name, names
    from office_file f, generate_series(1, ${count}::int) n where f.number = ${numberOf(zoe)}`.execute(db);
const removeFiles = () => sql`delete from office_file where number like '%-Z' and number > 'BP24-50000'`.execute(db);

function label(code: string): string {
  return catalogue.exam('bp')?.categories.find((one) => one.code === code)?.label ?? '';
}

describe('A list that was asked for wrongly', () => {
  it.each([
    '&format=pdf',
    '',
    '&format=csv&specialite=1',
    '&format=csv&etat=heureux',
    '&format=csv&specialite=45033608%27--',
  ])('is not given, and the page says why: « %s »', async (more) => {
    const before = (await journaled()).length;
    const answer = await head.get(`${LIST}${more}`);
    expect([answer.status, answer.header('content-disposition')]).toEqual([422, undefined]);
    expect(answer.body).toContain('Choisissez-le dans la liste.');
    expect((await journaled()).length).toBe(before);
  });
  it('of another session or of another group is not given either', async () => {
    expect((await head.get('/gestion/exports/inscriptions?session=bp-1999-lyon&format=csv')).status).toBe(422);
    expect((await other.get(`${LIST}&format=csv&specialite=45033608`)).status).toBe(422);
  });
});

describe('A list for a spreadsheet', () => {
  it('is a workbook with the same cells', async () => {
    const answer = await head.get(`${LIST}&format=xlsx`);
    expect(answer.status).toBe(200);
    const sheet = Buffer.from(unzipSync(answer.bytes)['xl/worksheets/sheet1.xml'] ?? []).toString();
    expect(sheet).toContain('=Lefèvre;&quot;Anaïs&quot;');
    expect(sheet).toContain(numberOf(mason));
  });
});

describe('The files of a candidate', () => {
  it('are taken together, under names of ours, without those of health, and the journal says by whom', async () => {
    const at = `/gestion/dossiers/${mason.enrolment.id}`;
    expect((await other.get(at)).body).not.toContain(`${at}/fichiers`);
    expect((await other.get(`${at}/fichiers`)).status).toBe(404);
    const piece = await pieceOf(db, mason.enrolment.id, 'DOMICIL');
    for (const name of ['../../etc/passwd', 'même nom.pdf', 'même nom.pdf'])
      await giveFile(db, back.files, piece, { name });
    await giveFile(db, back.files, await pieceOf(db, mason.enrolment.id, 'R408DISP'));
    expect((await other.get(at)).body).toContain(`${at}/fichiers`);
    const answer = await other.get(`${at}/fichiers`);
    expect([answer.status, answer.header('content-type')]).toEqual([200, 'application/zip']);
    const files = unzipSync(answer.bytes);
    expect(Object.keys(files)).toEqual(['DOMICIL-1.pdf', 'DOMICIL-2.pdf', 'DOMICIL-3.pdf']);
    for (const content of Object.values(files)) expect(Buffer.from(content)).toEqual(PDF);
    const [last] = await readStream(db, enrolmentStream(mason.enrolment.id), 1);
    expect(last).toMatchObject({ name: 'pieces.exported', actorKind: 'staff' });
    expect((await officer.get(`${at}/fichiers`)).status).toBe(404);
  });

  it('that wait to be read are named with why, before it is taken and in it; the others are there', async () => {
    const at = `/gestion/dossiers/${mason.enrolment.id}`;
    const waiting = (which: string, is: boolean) =>
      sql`update deposit set unread = ${sql.lit(is)} where piece_id = (select id from piece where enrolment_id = ${mason.enrolment.id} and code = 'DOMICIL')
        and (name = ${which} or ${which} = '')`.execute(db);
    await waiting('../../etc/passwd', true);
    expect(plainSpaces(wordsIn((await other.get(at)).body))).toContain(
      "1 fichier est en cours de lecture : l'archive ne le contient pas encore, et le nomme.",
    );
    const files = unzipSync((await other.get(`${at}/fichiers`)).bytes);
    expect(Object.keys(files)).toEqual(['DOMICIL-2.pdf', 'DOMICIL-3.pdf', 'fichiers-non-joints.txt']);
    const text = plainSpaces(Buffer.from(files['fichiers-non-joints.txt'] ?? []).toString());
    expect(text).toMatch(/DOMICIL-1\.pdf \(reçu D-[^)]+\) : reçu, en cours de lecture/);
    // Of none that can be opened, it says which they are.
    await waiting('', true);
    const none = await other.get(`${at}/fichiers`);
    expect([none.status, Object.keys(unzipSync(none.bytes))]).toEqual([200, ['fichiers-non-joints.txt']]);
    await waiting('', false);
    expect((await other.get(at)).body).not.toContain('en cours de lecture');
  });

  it('that are lost are named at the end, and hold up no other', async () => {
    await back.files.remove(await firstKey());
    const files = unzipSync((await other.get(`/gestion/dossiers/${mason.enrolment.id}/fichiers`)).bytes);
    expect(Object.keys(files)).toEqual(['DOMICIL-2.pdf', 'DOMICIL-3.pdf', 'fichiers-non-joints.txt']);
    expect(Buffer.from(files['fichiers-non-joints.txt'] ?? []).toString()).toContain('DOMICIL-1.pdf');
  });
});

async function firstKey(): Promise<string> {
  return (await pieceOf(db, mason.enrolment.id, 'DOMICIL')).files[0]?.fileKey ?? '';
}

describe('Downloads', () => {
  // More than the buffers of a connection hold. Each has its counts kept: what takes long is to write and to remove them.
  beforeAll(() => addFiles(40_000), 300_000);

  it.each(['identity', 'gzip'])(
    'that are cut on their way make room for the next (%s)',
    async (encoding) => {
      const url = await site.server.listen({ host: '127.0.0.1', port: 0 }).catch(() => site.server.listeningOrigin);
      const cookie = [...head.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const cut = new AbortController();
      const answer = await fetch(new URL(`${LIST}&format=csv`, url), {
        headers: { cookie, 'accept-encoding': encoding },
        signal: cut.signal,
      });
      await answer.body?.getReader().read();
      const again = () => head.get(`${LIST}&format=csv&specialite=45023216`);
      expect((await again()).status).toBe(429);
      cut.abort();
      await vi.waitFor(async () => expect((await again()).status).toBe(200), { timeout: 60_000, interval: 50 });
    },
    300_000,
  );

  it('are one a person and few in all; one that is cut makes room', async () => {
    const downloads = createDownloads();
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      for (;;) yield new Uint8Array(1);
    };
    const first = downloads.start('0', endless());
    expect(downloads.start('0', endless())).toEqual({ ok: false, error: 'busy' });
    const others = Array.from({ length: 9 }, (_, index) => downloads.start(String(index + 1), endless()));
    expect(others.every(({ ok }) => ok)).toBe(true);
    expect(downloads.start('10', endless())).toEqual({ ok: false, error: 'crowded' });
    if (!first.ok) throw new Error(first.error);
    first.value.destroy();
    await new Promise((resolve) => first.value.once('close', resolve));
    const again = downloads.start('10', endless());
    expect(again.ok).toBe(true);
    for (const one of [...others, again]) if (one.ok) one.value.destroy();
  });
});
