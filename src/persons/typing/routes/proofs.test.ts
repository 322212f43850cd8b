import { randomUUID } from 'node:crypto';
import { rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openScans } from '../../../keptFiles/index.ts';
import { connectClamd } from '../../../platform/antivirus.ts';
import { checkFiles } from '../../../platform/files/checkFiles.ts';
import { sweepOrphans } from '../../../platform/files/sweepOrphans.ts';
import { openFileStore } from '../../../platform/files.ts';
import { createLog, silentLog } from '../../../platform/log.ts';
import { EICAR, startClamd } from '../../../platform/testingClamd.ts';
import { ownDatabase } from '../../../testing/database.ts';
import { fileRefusalIn, nastySlice } from '../../../testing/documents/nastySlice.ts';
import { onePage } from '../../../testing/documents/pdfFile.ts';
import { seenByReader } from '../../../testing/documents/seenByReader.ts';
import {
  ORDINARY_DAY,
  openSite,
  registeredEnrolment,
  setClock,
  shippedCatalogue,
} from '../../../testing/enrolments.ts';
import { type HeldJobs, heldJobs } from '../../../testing/heldJobs.ts';
import { misplacedFaults } from '../../../testing/misplacedFaults.ts';
import { aStaffMember, deskRoutes, openBackstage, ROOMS, signIn } from '../../../testing/officeSite.ts';
import { temporaryFolder } from '../../../testing/temporaryFolder.ts';
import { proofFolder, proofLedger } from '../../store/entryProofs.ts';
import { scanProofs } from '../scans.ts';

const PDF = onePage();
const folder = temporaryFolder('proofs');
const jobs: HeldJobs = heldJobs();
const test = await ownDatabase(ROOMS);
await setClock(test.db, ORDINARY_DAY);
const catalogue = await shippedCatalogue();
const clamd = await startClamd();
const files = openFileStore(pathToFileURL(folder), folder);
const back = await openBackstage(test.db, catalogue);
const { db } = test;
const antivirus = connectClamd(clamd.url);
const node = { db, name: 'here', log: silentLog };
const scans = openScans({ files, antivirus, node });
scanProofs({ db, jobs }, scans);
const site = await openSite(db, {}, (accounts) => {
  const office = back.depsWith(accounts);
  return deskRoutes({ ...office, files, scans: true, letters: { ...office.letters, jobs } });
});
const officer = site.browser();
await signIn(officer, (await aStaffMember(db, site.accounts)).address);
beforeEach(() => void jobs.orders.splice(0));
afterEach(() => sql`delete from entry_proof`.execute(test.db));
afterAll(async () => {
  scans.stop();
  await site.server.close();
  await clamd.close();
  back.end();
  rmSync(folder, { recursive: true });
});

type Letter = { readonly entry: string; readonly key: string; readonly page: string; readonly address: string };

/** An officer opens the steps from a letter; `content` then stands in its place, as no form would take it. */
async function aLetter(content?: Buffer): Promise<Letter> {
  const { enrolment } = await registeredEnrolment(test.db, { events: back.events, catalogue });
  const page = `/gestion/dossiers/${enrolment.id}/saisir`;
  const fields = { demande: 'post', jour: '15/11/2023', mots: 'Change de langue facultative.', cle: randomUUID() };
  await officer.get(page);
  expect((await officer.upload(page, fields, PDF, 'lettre.pdf')).status).toBe(303);
  const { rows } = await sql<{ entry: string; key: string }>`select p.entry_id as entry, p.file_key as key
    from entry_proof p join enrolment_entry e on e.id = p.entry_id where e.enrolment_id = ${enrolment.id}`.execute(
    test.db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('no letter was kept');
  if (content !== undefined) await files.write(row.key, content);
  return { ...row, page, address: `/gestion/dossiers/${enrolment.id}/saisie/preuves/${row.entry}` };
}
async function of<Value>({ entry }: Letter, column: 'scan' | 'fault'): Promise<Value | undefined> {
  const { rows } = await sql<{ value: Value }>`select ${sql.ref(column)} as value
    from entry_proof where entry_id = ${entry}`.execute(test.db);
  return rows[0]?.value;
}
const linkTo = ({ address }: Letter): string => `href="${address}"`;
const scansOf = (letters: readonly Letter[]) => Promise.all(letters.map((letter) => of(letter, 'scan')));
const wasBeforeTheAntivirus = ({ entry }: Letter) =>
  sql`update entry_proof set scan = null where entry_id = ${entry}`.execute(test.db);

it('A nasty scan of an officer is refused with the reason, or made harmless', async () => {
  for (const { name, make, expected } of nastySlice(47, 4)) {
    const { enrolment } = await registeredEnrolment(test.db, { events: back.events, catalogue });
    const page = `/gestion/dossiers/${enrolment.id}/saisir`;
    const fields = { demande: 'post', jour: '15/11/2023', mots: 'Change de langue facultative.', cle: randomUUID() };
    await officer.get(page);
    const answer = await officer.upload(page, fields, await make(), 'lettre.pdf');
    expect(answer.status, name).toBeLessThan(500);
    const { rows } = await sql<{ key: string }>`select p.file_key as key
      from entry_proof p join enrolment_entry e on e.id = p.entry_id where e.enrolment_id = ${enrolment.id}`.execute(
      test.db,
    );
    if (answer.status >= 400) {
      expect(expected, name).toContain(fileRefusalIn(answer.body));
      expect(rows, name).toEqual([]);
      continue;
    }
    expect(expected, name).toContain('rewritten');
    const kept = await files.read(rows[0]?.key ?? '');
    if (kept.subarray(0, 4).toString() === '%PDF') expect((await seenByReader(kept)).active, name).toEqual([]);
  }
}, 900_000);

describe('The letter that an officer types from', () => {
  it('is given once it was found clean', async () => {
    const letter = await aLetter();
    expect((await officer.get(letter.address)).status).toBe(404);
    expect((await officer.get(letter.page)).body).not.toContain(linkTo(letter));
    await jobs.run();
    expect(await of(letter, 'scan')).toBe('clean');
    const given = await officer.get(letter.address);
    expect([given.status, given.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect((await officer.get(letter.page)).body).toContain(linkTo(letter));
  });

  it('and infected is given to nobody, and its page says why; no later verdict opens it', async () => {
    const letter = await aLetter(EICAR);
    const orders = [...jobs.orders];
    await jobs.run();
    const refused = async () => {
      expect(await of(letter, 'scan')).toBe('infected');
      const page = await officer.get(letter.address);
      expect([page.status, page.body.includes('Refusée par l')]).toEqual([404, true]);
      expect(page.body).not.toContain(linkTo(letter));
    };
    await refused();
    await files.write(letter.key, PDF);
    jobs.orders.push(...orders);
    await jobs.run();
    await scans.catchUp();
    await refused();
  });

  it('is scanned later where there was no antivirus or no job came to its end; one that is lost holds up no other', async () => {
    const letters = [await aLetter(), await aLetter(EICAR), await aLetter(), await aLetter()];
    const [former, infected, lost, waiting] = letters as [Letter, Letter, Letter, Letter];
    await wasBeforeTheAntivirus(former);
    await wasBeforeTheAntivirus(infected);
    await files.remove(lost.key);
    const before = clamd.scanned.length;
    await scans.catchUp();
    expect(await scansOf([former, infected, lost, waiting])).toEqual(['clean', 'infected', 'waiting', 'clean']);
    await scans.catchUp();
    expect(clamd.scanned.length - before, 'each once').toBe(3);
    await files.write(former.key, EICAR);
    await scans.lookAgain();
    expect(await scansOf([former, waiting]), 'learnt of on the third day').toEqual(['infected', 'clean']);
  });
});

describe('Each night', () => {
  const ledger = () => proofLedger(test.db);

  it('a letter that is missing or altered is told until it is put back', async () => {
    const [whole, missing, altered] = [await aLetter(), await aLetter(), await aLetter()];
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line).msg) });
    const check = async () => {
      lines.length = 0;
      expect(await checkFiles(files, ledger(), log)).toBe(3);
      expect(await checkFiles(files, ledger(), log), 'not again the same night').toBe(0);
      await sql`update entry_proof set checked_at = checked_at - interval '13 hours'`.execute(test.db);
      return Promise.all([whole, missing, altered].map((letter) => of(letter, 'fault')));
    };
    expect([await check(), lines]).toEqual([[null, null, null], []]);
    const bytes = await files.read(missing.key);
    const former = await files.read(altered.key);
    await files.remove(missing.key);
    await files.write(altered.key, Buffer.concat([former, Buffer.from('x')]));
    expect(await check()).toEqual([null, 'missing', 'altered']);
    expect(lines).toHaveLength(2);
    for (const words of [`${missing.key} is missing`, `${altered.key} is altered`])
      expect(lines.join('\n')).toContain(words);
    const home = (await officer.get('/gestion')).body;
    expect(home).toMatch(/2.lettres d.{1,5}après lesquelles vous avez saisi/);
    for (const [letter, words] of [
      [missing, 'Introuvable'],
      [altered, 'A changé depuis'],
    ] as const) {
      const page = (await officer.get(letter.page)).body;
      expect([page.includes(words), page.includes(linkTo(letter))]).toEqual([true, false]);
      expect((await officer.get(letter.address)).status).toBe(404);
    }
    await files.write(missing.key, bytes);
    await files.write(altered.key, former);
    expect([await check(), lines]).toEqual([[null, null, null], []]);
  });

  it('what is lost is scanned again by who has the paper, once, and nothing else takes its place', async () => {
    const [whole, lost] = [await aLetter(), await aLetter()];
    await files.remove(lost.key);
    await checkFiles(files, ledger(), silentLog);
    await officer.get(lost.page);
    const again = (letter: Letter, content: Buffer) => officer.upload(letter.address, {}, content, 'lettre.pdf');
    const none = await officer.upload(lost.address, {}, Buffer.alloc(0), '');
    expect([none.status, none.body.includes('Aucun fichier')]).toEqual([422, true]);
    expect(misplacedFaults(none.body)).toEqual([]);
    expect((await again(whole, PDF)).status, 'is what it was').toBe(409);
    expect((await again(lost, PDF)).location).toBe(`${lost.page}?message=preuve-remplacee`);
    expect((await again(lost, PDF)).status, 'done').toBe(409);
    expect([await of(lost, 'fault'), await of(lost, 'scan')]).toEqual([null, 'waiting']);
    await jobs.run();
    expect((await officer.get(lost.address)).status).toBe(200);
    const file = (await officer.get(lost.page.replace('/saisir', ''))).body;
    expect(file).toContain('une saisie jointe de nouveau');
  });

  it('the sweep keeps the letters that a row names, and removes those of nobody', async () => {
    const letter = await aLetter();
    const orphan = `${proofFolder('clermont')}/${randomUUID()}`;
    await files.write(orphan, PDF);
    for (const key of [letter.key, orphan]) {
      expect(key).toMatch(ledger().makes);
      const old = Temporal.Now.instant().subtract({ hours: 48 }).epochMilliseconds / 1000;
      utimesSync(path.join(folder, key), old, old);
    }
    expect(await ledger().named([letter.key, orphan])).toEqual(new Set([letter.key]));
    const noted = async () => {
      const { rows } = await sql<{ key: string }>`select key from orphan_file`.execute(test.db);
      return rows.map(({ key }) => key);
    };
    const sweep = () => sweepOrphans(test.db, files, [ledger()], silentLog);
    expect(await sweep()).toBe(0);
    expect(await noted()).toEqual([orphan]);
    await sql`update orphan_file set found_at = found_at - interval '8 days'`.execute(test.db);
    expect(await sweep()).toBe(1);
    await expect(files.read(orphan)).rejects.toThrow();
    expect(await files.read(letter.key)).not.toHaveLength(0);
  });
});
