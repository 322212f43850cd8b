import { expect, it } from 'vitest';
import { enrolmentStream } from '../enrolment/index.ts';
import { type JournalEntry, readStream } from '../platform/journal.ts';
import { officeRoom } from '../testing/desk.ts';
import type { Browser } from '../testing/enrolments.ts';
import { aStaffMember, giveFile, pieceOf, signIn } from '../testing/officeSite.ts';
import { stage } from '../testing/stage.ts';

/** Whatever page of a file the office opens, the candidate can read that somebody did. */
const { db, site, files, registered } = await stage(officeRoom);
const made = await registered();
const piece = await pieceOf(db, made.enrolment.id, 'DOMICIL');
const pieceId = piece.id;
const depositId = await giveFile(db, files, piece);

async function enter(role: 'officer' | 'head' = 'head'): Promise<{ browser: Browser; id: string }> {
  const browser = site.browser();
  const { id, address } = await aStaffMember(db, site.accounts, { role });
  await signIn(browser, address);
  return { browser, id };
}

async function readingsBy(id: string): Promise<readonly JournalEntry[]> {
  const all = await readStream(db, enrolmentStream(made.enrolment.id), 500);
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
  const stranger = await aStaffMember(db, site.accounts, { portfolios: ['G1'] });
  await signIn(other, stranger.address);
  expect((await other.get(page)).status).toBe(404);
  expect(await readingsBy(stranger.id)).toEqual([]);
});
