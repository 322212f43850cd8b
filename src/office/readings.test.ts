import { afterAll, beforeAll, expect, it } from 'vitest';
import { enrolmentStream } from '../enrolment/index.ts';
import { type Entry, readStream } from '../platform/journal.ts';
import { emptyDatabase, type TestDatabase } from '../testing/database.ts';
import {
  type Browser,
  openSite,
  registeredEnrolment,
  type Site,
  shippedCatalogue,
  type TestEnrolment,
} from '../testing/enrolments.ts';
import {
  aStaffMember,
  type Backstage,
  deskRoutes,
  giveFile,
  openBackstage,
  pieceOf,
  ROOMS,
  signIn,
} from '../testing/officeSite.ts';

/** Whatever page of a file the office opens, the candidate can read that somebody did. */
let test: TestDatabase;
let back: Backstage;
let site: Site;
let made: TestEnrolment;
let pieceId: string;
let depositId: string;
beforeAll(async () => {
  test = await emptyDatabase(ROOMS);
  const catalogue = await shippedCatalogue();
  back = await openBackstage(test.db, catalogue);
  site = await openSite(test.db, {}, (accounts) => deskRoutes(back.depsWith(accounts)));
  made = await registeredEnrolment(test.db, { events: back.events, catalogue });
  const piece = await pieceOf(test.db, made.enrolment.id, 'DOMICIL');
  pieceId = piece.id;
  depositId = await giveFile(test.db, back.files, piece);
});
afterAll(async () => {
  await site.server.close();
  back.end();
  await test.close();
});

async function enter(role: 'officer' | 'head' = 'head'): Promise<{ browser: Browser; id: string }> {
  const browser = site.browser();
  const { id, address } = await aStaffMember(test.db, site.accounts, { role });
  await signIn(browser, address);
  return { browser, id };
}

async function readingsBy(id: string): Promise<readonly Entry[]> {
  const all = await readStream(test.db, enrolmentStream(made.enrolment.id), 500);
  return all.filter(({ name, actorId }) => name === 'file.read' && actorId === id);
}

it('each page of a file is a reading, the second page of the same hour none', async () => {
  const id = made.enrolment.id;
  for (const page of [
    `/gestion/dossiers/${id}`,
    `/gestion/dossiers/${id}/etat-civil`,
    `/gestion/dossiers/${id}/notes`,
    `/gestion/messages/${id}`,
    `/gestion/relances/${id}`,
    `/gestion/cloture/${id}`,
    `/gestion/pieces/${pieceId}`,
  ]) {
    const { browser, id: reader } = await enter();
    expect((await browser.get(page)).status, page).toBe(200);
    expect(await readingsBy(reader), page).toHaveLength(1);
    await browser.get(`/gestion/dossiers/${id}/notes`);
    expect(await readingsBy(reader), page).toHaveLength(1);
  }
});

it('a document alone, fetched ahead, is no reading of the file; its own act says it', async () => {
  const { browser, id } = await enter();
  expect((await browser.get(`/gestion/pieces/${pieceId}/fichiers/${depositId}`)).status).toBe(200);
  expect(await readingsBy(id)).toEqual([]);
});

it('two pages asked for at once are one reading; a page that is refused is none', async () => {
  const { browser, id } = await enter();
  const page = `/gestion/dossiers/${made.enrolment.id}/notes`;
  await Promise.all([browser.get(page), browser.get(page), browser.get(page)]);
  expect(await readingsBy(id)).toHaveLength(1);
  const other = site.browser();
  const stranger = await aStaffMember(test.db, site.accounts, { portfolios: ['G1'] });
  await signIn(other, stranger.address);
  expect((await other.get(page)).status).toBe(404);
  expect(await readingsBy(stranger.id)).toEqual([]);
});
