import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountMigrations } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { enrolmentMigrations } from '../enrolment/index.ts';
import { startClock } from '../platform/clock.ts';
import { createEventBus } from '../platform/events.ts';
import { openFileStore } from '../platform/files.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { emptyDatabase, type TestDatabase } from '../testing/database.ts';
import {
  type Browser,
  findCandidate,
  ORDINARY_DAY,
  openSite,
  PASSWORD,
  registeredEnrolment,
  type Site,
  setClock,
  shippedCatalogue,
  type TestEnrolment,
} from '../testing/enrolments.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import { askForPieces, listPieces, pieceMigrations, pieceRoutes } from './index.ts';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
/** Headers, a scan, its end: what a photo is at the least. */
const JPEG = Buffer.from('ffd8ffe00004000affda0004000a12345678ffd9', 'hex');
let test: TestDatabase;
let catalogue: Catalogue;
let site: Site;
let lookAtClock: () => Promise<void>;
const folder = mkdtempSync(path.join(tmpdir(), 'registre-pieces-'));
const events = createEventBus();
beforeAll(async () => {
  test = await emptyDatabase([platformMigrations, accountMigrations, enrolmentMigrations, pieceMigrations]);
  catalogue = await shippedCatalogue();
  const clock = await startClock(test.db);
  lookAtClock = clock.refresh;
  site = await openSite(test.db, {}, ({ guards }) =>
    pieceRoutes({
      db: test.db,
      events,
      catalogue: () => catalogue,
      clock,
      guards,
      files: openFileStore(pathToFileURL(folder)),
      chrome: async (visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf(), address: visit.address }),
    }),
  );
  clock.stop();
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await setClock(test.db, ORDINARY_DAY);
  await lookAtClock();
});

type Person = TestEnrolment & { readonly browser: Browser; readonly at: string };
async function someone(): Promise<Person> {
  const made = await registeredEnrolment(test.db, { events, catalogue });
  const person = await findCandidate(test.db, made.candidate.accountId);
  if (person === null) throw new Error('no candidate');
  await test.db.transaction().execute((tx) => askForPieces({ catalogue: () => catalogue }, tx, made.enrolment, person));
  const browser = site.browser();
  await browser.get('/connexion');
  await browser.post('/connexion', { address: made.candidate.address, password: PASSWORD });
  return { ...made, browser, at: `/candidatures/${made.enrolment.id}/justificatifs` };
}
const filesOf = async ({ enrolment }: TestEnrolment, code: string) =>
  (await listPieces(test.db, enrolment.id)).find((piece) => piece.code === code)?.files ?? [];
const words = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');
const give = async (person: Person, code: string, file: Buffer, name: string) => {
  const { body } = await person.browser.get(`${person.at}/${code}`);
  const cle = /name="cle" value="([^"]*)"/.exec(body)?.[1] ?? '';
  return person.browser.upload(`${person.at}/${code}`, { cle }, file, name);
};
const draftsLeft = (): number => readdirSync(path.join(folder, 'drafts')).length;

describe('A deposit', () => {
  it('is taken with its receipt, shown on the page, and given back as it came', async () => {
    const person = await someone();
    const answer = await give(person, 'DOMICIL', PDF, "Facture d'août (1).PDF");
    expect(answer.status).toBe(303);
    expect(answer.location).toMatch(/\?recu=D-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    const list = await person.browser.get(answer.location);
    expect(words(list.body)).toContain("Facture d'août (1).PDF");
    const href = new RegExp(`href="(${person.at}/DOMICIL/fichiers/[0-9a-f-]+)"`).exec(list.body)?.[1] ?? '';
    const file = await person.browser.get(href);
    expect(file.body).toBe(PDF.toString());
    expect(file.header('content-type')).toBe('application/pdf');
    expect(file.header('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'self'");
  });

  it('of a photo is known by its content, whatever its name', async () => {
    const person = await someone();
    expect((await give(person, 'DOMICIL', JPEG, 'photo')).status).toBe(303);
    expect(await filesOf(person, 'DOMICIL')).toMatchObject([{ type: 'image/jpeg' }]);
  });

  it.each([
    ['nothing chosen', Buffer.alloc(0), '', 422, 'Choisissez un fichier'],
    ['an empty file', Buffer.alloc(0), 'vide.pdf', 422, 'vide'],
    ['a file over 5 MB', Buffer.concat([PDF, Buffer.alloc(5 * 1024 * 1024)]), 'gros.pdf', 413, '5 Mo'],
    ['a text named .pdf', Buffer.from('Bonjour'), 'lettre.pdf', 415, 'PDF ou JPEG'],
    ['a PDF cut off', PDF.subarray(0, 20), 'coupé.pdf', 422, 'incomplet'],
  ])(
    'of %s is refused with the rule and the way out, and leaves nothing behind',
    async (_, file, name, status, word) => {
      const person = await someone();
      const answer = await give(person, 'DOMICIL', file, name);
      expect(answer.status).toBe(status);
      expect(words(answer.body)).toContain(word);
      expect(await filesOf(person, 'DOMICIL')).toEqual([]);
      expect(draftsLeft()).toBe(0);
    },
  );

  it('of somebody else’s piece, of a piece not asked for, or by a forged form, is refused', async () => {
    const [owner, other] = [await someone(), await someone()];
    await other.browser.get(`${other.at}/DOMICIL`);
    expect((await other.browser.upload(`${owner.at}/DOMICIL`, {}, PDF, 'a.pdf')).status).toBe(404);
    expect((await other.browser.upload(`${other.at}/SNATJDC`, {}, PDF, 'a.pdf')).status).toBe(404);
    expect((await other.browser.upload(`${other.at}/DOMICIL`, { jeton: 'faux' }, PDF, 'a.pdf')).status).toBe(403);
    expect(await filesOf(owner, 'DOMICIL')).toEqual([]);
    expect(await filesOf(other, 'DOMICIL')).toEqual([]);
  });

  it('after the closing says when it was, and writes nothing', async () => {
    const person = await someone();
    await setClock(test.db, Temporal.Instant.from('2023-12-01T17:00:00+01:00'));
    await lookAtClock();
    const answer = await give(person, 'DOMICIL', PDF, 'a.pdf');
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(words(answer.body)).toContain('1er décembre 2023 à 17 h 00');
    expect(await filesOf(person, 'DOMICIL')).toEqual([]);
  });
});

describe('A file', () => {
  it('is nobody else’s to read, and no id finds one that is not there', async () => {
    const [owner, other] = [await someone(), await someone()];
    await give(owner, 'DOMICIL', PDF, 'a.pdf');
    const [file] = await filesOf(owner, 'DOMICIL');
    for (const address of [
      `${owner.at}/DOMICIL/fichiers/${file?.id}`,
      `${other.at}/DOMICIL/fichiers/${file?.id}`,
      `${other.at}/DOMICIL/fichiers/..%2F..%2Fetc%2Fpasswd`,
      `${other.at}/DOMICIL/fichiers/${file?.id}/supprimer`,
    ])
      expect((await other.browser.get(address)).status, address).toBe(404);
    expect((await other.browser.post(`${owner.at}/DOMICIL/fichiers/${file?.id}/supprimer`, {})).status).toBe(404);
    expect(await filesOf(owner, 'DOMICIL')).toHaveLength(1);
  });

  it('is deleted after a question, until the group is handed over', async () => {
    const person = await someone();
    for (const code of ['DCSTID01', '1NATID01']) await give(person, code, PDF, `${code}.pdf`);
    await give(person, 'DCSTID01', JPEG, 'de trop.jpg');
    const [, extra] = await filesOf(person, 'DCSTID01');
    const address = `${person.at}/DCSTID01/fichiers/${extra?.id}/supprimer`;
    expect(words((await person.browser.get(address)).body)).toContain('de trop.jpg');
    expect((await person.browser.post(address, {})).status).toBe(303);
    expect(await filesOf(person, 'DCSTID01')).toHaveLength(1);
    const list = await person.browser.get(person.at);
    const group = /action="([^"]*\/remettre\/[^"]*)"/.exec(list.body)?.[1] ?? '';
    expect((await person.browser.post(group, {})).location).toContain('?message=remis');
    const [kept] = await filesOf(person, 'DCSTID01');
    const late = await person.browser.post(`${person.at}/DCSTID01/fichiers/${kept?.id}/supprimer`, {});
    expect(late.status).toBe(409);
    expect(await filesOf(person, 'DCSTID01')).toHaveLength(1);
  });
});

describe('« J’ai fourni toutes mes pièces »', () => {
  it('is there only for a whole group; asked too early or of an unknown group, it is refused', async () => {
    const person = await someone();
    await give(person, 'DCSTID01', PDF, 'a.pdf');
    const { body } = await person.browser.get(person.at);
    const groups = [...body.matchAll(/action="[^"]*\/remettre\/([^"]*)"/g)].map(([, group]) => group);
    expect(groups).toEqual([]);
    for (const group of ['identity', 'inconnu', '__proto__']) {
      const answer = await person.browser.post(`${person.at}/remettre/${group}`, {});
      expect(answer.status, group).toBeGreaterThanOrEqual(400);
      expect(answer.status, group).toBeLessThan(500);
    }
  });
});
