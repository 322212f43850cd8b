import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { platformMigrations } from '../../platform/migrations.ts';
import { setClock } from '../../testing/clock.ts';
import { ownDatabase } from '../../testing/database.ts';
import { wordsIn } from '../../testing/words.ts';
import { accountMigrations } from '../migrations.ts';
import { NOTICE_WORDING, noticeTexts } from '../noticeTexts.ts';
import { listNoticeAnswers, noticeAgreementOf } from '../store/notices.ts';
import { type Browser, enter, makeAccount, openSite } from '../testingSite.ts';

const { db } = await ownDatabase([platformMigrations, accountMigrations]);
const site = await openSite(db);
afterAll(async () => {
  await site.server.close();
});

const PAGE = '/compte/notifications';
let people = 0;
type Person = { readonly browser: Browser; readonly id: string };
async function someone(): Promise<Person> {
  const address = `avis${++people}@domaine.fr`;
  await makeAccount(db, site, address);
  const browser = site.browser();
  await enter(browser, address);
  const { rows } = await sql<{ id: string }>`select id from auth_user where email = ${address}`.execute(db);
  return { browser, id: rows[0]?.id ?? '' };
}
const give = ({ browser }: Person) => browser.post(PAGE, { notificationEnLigne: 'oui' });

describe('An agreement to electronic notices (CRPA L112-15)', () => {
  it('is asked apart and unticked, given only by the box, kept with its instant and its words, and withdrawn at once', async () => {
    const person = await someone();
    const page = (await person.browser.get('/compte')).body;
    expect(/<input[^>]*name="notificationEnLigne"[^>]*>/.exec(page)?.[0]).not.toContain('checked');
    for (const said of ['quinze jours', 'deux mois', 'retirer quand vous voulez', 'R112-17 à R112-20'])
      expect(wordsIn(page)).toContain(said);
    const unticked = await person.browser.post(PAGE, {});
    expect([unticked.status, wordsIn(unticked.body).includes('Cochez la case pour donner votre accord')]).toEqual([
      422,
      true,
    ]);
    expect(await noticeAgreementOf(db, person.id)).toBeNull();
    await setClock(db, Temporal.Instant.from('2023-11-15T09:42:00Z'));
    expect((await give(person)).location).toBe('/compte?message=accord-donne#notifications');
    expect(await noticeAgreementOf(db, person.id)).toMatchObject({
      accepts: true,
      wording: NOTICE_WORDING,
      place: 'account',
      at: Temporal.Instant.from('2023-11-15T09:42:00Z'),
    });
    await person.browser.post(PAGE, { acte: 'retirer' });
    expect(await noticeAgreementOf(db, person.id)).toBeNull();
    const after = wordsIn((await person.browser.get('/compte')).body);
    expect(after).toMatch(/Accord retiré dans « Mon compte »[\s\S]*Accord donné dans « Mon compte »/);
  });

  it('given twice at once in two tabs, or withdrawn where there is none, is one answer or no answer', async () => {
    const person = await someone();
    await person.browser.get('/compte');
    await person.browser.post(PAGE, { acte: 'retirer' });
    expect(await listNoticeAnswers(db, person.id)).toEqual([]);
    await Promise.all(Array.from({ length: 6 }, () => give(person)));
    expect(await listNoticeAnswers(db, person.id)).toHaveLength(1);
  });

  it('is never changed afterwards, and is nobody else’s', async () => {
    const [person, other] = [await someone(), await someone()];
    await person.browser.get('/compte');
    await give(person);
    expect(await listNoticeAnswers(db, other.id)).toEqual([]);
    await expect(sql`update notice_answer set accepts = false`.execute(db)).rejects.toThrow('kept as they came');
    expect((await site.browser().post(PAGE, { notificationEnLigne: 'oui' })).status).toBeGreaterThanOrEqual(300);
  });

  it('bears the number of its words: other words are another number', () => {
    const read = JSON.stringify([noticeTexts.explained, noticeTexts.source, noticeTexts.accept]);
    expect([NOTICE_WORDING, createHash('sha256').update(read).digest('hex').slice(0, 16)]).toEqual([
      2,
      '880b3480f50ebefa',
    ]);
  });
});
