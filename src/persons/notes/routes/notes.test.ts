import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { enrolmentStream } from '../../../enrolment/index.ts';
import { readStream } from '../../../platform/journal.ts';
import { officeRoom } from '../../../testing/desk.ts';
import type { Browser } from '../../../testing/enrolments.ts';
import { aStaffMember, signIn } from '../../../testing/officeSite.ts';
import { stage } from '../../../testing/stage.ts';
import { MOST_NOTES } from '../../actions/writeNote.ts';

const { db, site, registered } = await stage(officeRoom);
const enter = async (place: Parameters<typeof aStaffMember>[2]): Promise<Browser> => {
  const browser = site.browser();
  await signIn(browser, (await aStaffMember(db, site.accounts, place)).address);
  return browser;
};
const officer = await enter({ name: 'Dominique Robert' });
const head = await enter({ role: 'head' });
const elsewhere = await enter({ portfolios: ['G1'] });
const made = await registered();

const file = (rest = ''): string => `/gestion/dossiers/${made.enrolment.id}${rest}`;
const note = (words: string, who = officer, cle: string = randomUUID()) =>
  who.post(file('/notes'), { note: words, cle });
const kept = async (): Promise<number> =>
  (await sql`select from office_note where enrolment_id = ${made.enrolment.id}`.execute(db)).rows.length;

describe('A note of a telephone call', () => {
  it('is read on the file by colleagues of the scope, with who wrote it, and by nobody else', async () => {
    const { body: form } = await officer.get(file('/notes'));
    expect(form).toContain('Le candidat peut demander à lire cette note');
    const { location } = await note('A rappelé : <le relevé> arrive lundi.');
    const { body } = await head.get(location.replace(/#.*/, ''));
    expect(body).toContain('La note est gardée.');
    expect(body).toContain('A rappelé : &lt;le relevé> arrive lundi.');
    expect(body).toContain('Dominique Robert');
    expect((await elsewhere.get(file('/notes'))).status).toBe(404);
    expect((await note('Bonjour', elsewhere)).status).toBe(404);
  });
  it('leaves no word in the journal, and is never changed nor erased', async () => {
    const story = await readStream(db, enrolmentStream(made.enrolment.id), 20);
    const entry = story.find(({ name }) => name === 'note.written');
    expect(entry).toMatchObject({ name: 'note.written', data: { enrolmentId: made.enrolment.id } });
    expect(JSON.stringify(entry?.data)).not.toContain('relevé');
    await expect(sql`update office_note set words = 'x'`.execute(db)).rejects.toThrow('notes are kept');
    await expect(sql`delete from office_note`.execute(db)).rejects.toThrow('notes are kept');
  });
  it('needs words, not too many, keeps what was typed, and writes nothing', async () => {
    const before = await kept();
    expect((await note('   ')).body).toContain('Écrivez ce qui a été dit.');
    const long = await note('x'.repeat(2001));
    expect([long.status, long.body.includes('x'.repeat(2001))]).toEqual([422, true]);
    expect(await kept()).toBe(before);
  });
  it('sent twice is one', async () => {
    const [before, key] = [await kept(), randomUUID()];
    await Promise.all([note('Double clic', officer, key), note('Double clic', officer, key)]);
    expect(await kept()).toBe(before + 1);
    // Gone back to and written anew: another note.
    expect((await note('Après le double clic', officer, key)).location).toContain('message=note');
    expect([await kept(), (await officer.get(file('/notes'))).body]).toEqual([
      before + 2,
      expect.stringContaining('Après le double clic'),
    ]);
  });
  it('is a line of what happened; what is older than ten lines is folded, and said how many', async () => {
    for (let count = 0; count < 14; count += 1) await note(`Appel ${count}`, count % 2 === 0 ? head : officer);
    const { body } = await officer.get(file());
    const [, story = ''] = body.split('id="journal"');
    const [seen = '', folded = ''] = (story.split('</section>')[0] ?? '').split('<details');
    const lines = (html: string): number => html.match(/<time /g)?.length ?? 0;
    expect([lines(seen), lines(folded) > 1]).toEqual([10, true]);
    expect(folded).toContain(`Voir ce qui précède (${lines(folded)})`);
  });
  it(`ends at ${MOST_NOTES}`, async () => {
    await sql`insert into office_note (id, academy, session, enrolment_id, officer_id, words)
      select gen_random_uuid(), academy, session, id, gen_random_uuid(), 'x' from enrolment, generate_series(1, ${MOST_NOTES - (await kept())}::int) where id = ${made.enrolment.id}`.execute(
      db,
    );
    const full = await note('Une de trop');
    expect([full.status, full.body.includes('Une de trop</textarea>'), await kept()]).toEqual([409, true, MOST_NOTES]);
  });
});
