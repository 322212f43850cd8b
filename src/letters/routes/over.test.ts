import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { enrolmentRoutes } from '../../enrolment/index.ts';
import { planReminders, subscribeReminders } from '../../reminders/index.ts';
import { deskRoom } from '../../testing/desk.ts';
import type { TestEnrolment } from '../../testing/enrolments.ts';
import { stage } from '../../testing/stage.ts';
import { wordsIn } from '../../testing/words.ts';

const TRAY = '/gestion/courriers';
const OVER = `${TRAY}?etat=sans-objet`;
const REMINDER = 'il vous reste à faire';

let made: TestEnrolment;
const { db, papers, registered, setClock, staff } = await stage(deskRoom({ own: enrolmentRoutes }), {
  staff: { officer: 'officer' },
});
const { officer } = staff;
subscribeReminders(papers);
beforeEach(async () => {
  made = await registered({ status: { birthName: 'Arnaud' }, mailbox: false });
  await setClock('2023-11-24T17:00:30+01:00');
  await sql`delete from reminder_sweep`.execute(db);
  await planReminders(papers);
  await papers.jobs.run();
});

const letter = async (): Promise<string> =>
  (
    await sql<{
      id: string;
    }>`select id from letter where about = ${made.enrolment.id} and template = 'pieces.reminder'`.execute(db)
  ).rows[0]?.id ?? '';
const page = async (): Promise<string> => `/gestion/dossiers/${made.enrolment.id}/courriers/${await letter()}`;
/** Is their reminder in that list? */
const isIn = async (list: string): Promise<boolean> => {
  expect(await letter()).not.toBe('');
  const { body } = await officer.get(list);
  return body.includes(await page());
};
const where = async (): Promise<readonly boolean[]> => [await isIn(TRAY), await isIn(OVER)];
const waiting = async (): Promise<string> =>
  /\d+ lettres? attend/.exec(wordsIn((await officer.get('/gestion')).body))?.[0] ?? '';

it('A reminder waits in the tray as long as something of its day is left to do', async () => {
  expect(await where()).toEqual([true, false]);
  expect(wordsIn((await officer.get(await page())).body)).toContain(REMINDER);
  // One piece of many came.
  await sql`update piece set status = 'received' where enrolment_id = ${made.enrolment.id} and code = 'DOMICIL'`.execute(
    db,
  );
  expect(await where()).toEqual([true, false]);
});

it.each([
  ['its pieces came', sql`update piece set status = 'received' where enrolment_id = `],
  ['a signed decision sets them aside', sql`update enrolment set reserve = 'upheld' where id = `],
  ['their enrolment ended', sql`update enrolment set status = 'withdrawn', ended_at = business_now() where id = `],
])(
  'A reminder leaves the tray by itself once %s: its letter, its file and the count of the home say it',
  async (_, act) => {
    const before = Number.parseInt(await waiting(), 10);
    await sql`${act}${made.enrolment.id}`.execute(db);
    expect(await where()).toEqual([false, true]);
    expect(Number.parseInt(await waiting(), 10)).toBe(before - 1);
    for (const one of [await page(), `/gestion/dossiers/${made.enrolment.id}`, OVER])
      expect(wordsIn((await officer.get(one)).body), one).toContain("Sans objet : ce qu'elle rappelle est donné");
  },
);

it('A reminder whose day has passed is not printed any more; one that had left is noted on its own page', async () => {
  await setClock('2023-12-04T10:00:00+01:00');
  expect(await where()).toEqual([false, true]);
  const printed = await officer.post(TRAY, { acte: 'imprimer', choix: await letter() });
  expect([printed.status, wordsIn(printed.body).includes("Rien n'a été imprimé")]).toEqual([422, true]);
  const noted = await officer.post(await page(), { acte: 'partie', jour: '27/11/2023' });
  expect(noted.status).toBe(303);
  expect(await isIn(`${TRAY}?etat=parties`)).toBe(true);
  expect(await where()).toEqual([false, false]);
});

it('A reminder is wanted again where the decision is taken back in time', async () => {
  const reserve = (state: string | null) =>
    sql`update enrolment set reserve = ${state} where id = ${made.enrolment.id}`.execute(db);
  await reserve('upheld');
  await reserve('lifted');
  expect(await where()).toEqual([true, false]);
});
