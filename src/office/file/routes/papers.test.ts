import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { enrolmentRoutes } from '../../../enrolment/index.ts';
import { issuePaper, summonsContent } from '../../../papers/index.ts';
import { SYSTEM } from '../../../platform/journal.ts';
import { keysOf } from '../../../platform/keys.ts';
import { post, readAbout } from '../../../post/index.ts';
import { summonsMails } from '../../../summonses/index.ts';
import { deskRoom, STRANGERS } from '../../../testing/desk.ts';
import { type TestEnrolment, withoutMailbox } from '../../../testing/enrolments.ts';
import { stage } from '../../../testing/stage.ts';
import { wordsIn } from '../../../testing/words.ts';
import { renderPage } from '../../../ui/index.ts';
import { Papers } from '../pages/fileRecord.tsx';

/** A summons says how somebody sits the exam: at the office its head alone opens one, and nobody's looks otherwise than another's. */

const { db, papers, registered, staff } = await stage(deskRoom({ own: enrolmentRoutes }), {
  staff: { officer: 'officer', head: 'head', ...STRANGERS },
});
const { officer, head } = staff;
const [plain, longer] = [await summoned(0), await summoned(33)];
/** Somebody without a mail box, so that their summons goes by the post. */
async function summoned(percent: number): Promise<TestEnrolment> {
  const made = await registered();
  await withoutMailbox(db, made);
  await db.transaction().execute(async (tx) => {
    const about = await readAbout(papers, tx, made.enrolment.id);
    const startsAt = Temporal.Instant.from('2024-06-03T09:00:00+02:00');
    const one = {
      title: 'U20',
      startsAt,
      endsAt: startsAt.add({ minutes: 120 + percent }),
      callsAt: null,
      percent,
      alone: percent > 0,
    };
    const where = { centre: ['Lycée des Puys'], room: '12', table: 7, material: '' };
    const said = { arranged: [], notSat: [], toCome: [], changes: [], replacement: false, replaces: null };
    const content = summonsContent(
      about,
      { tests: [{ ...one, ...where }], ...said, checkin: '7K2MQ4ZT', words: undefined },
      papers.clock.now(),
    );
    await issuePaper(papers, tx, SYSTEM, about, 'summons', content);
    await post(
      papers,
      tx,
      about,
      { eventId: randomUUID() },
      { mail: summonsMails.issued, subject: 'Votre convocation', body: 'Votre convocation est jointe.' },
    );
  });
  return made;
}

const fileOf = ({ enrolment }: TestEnrolment): string => `/gestion/dossiers/${enrolment.id}`;
async function summonsOf({ enrolment }: TestEnrolment): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from paper
    where enrolment_id = ${enrolment.id} and kind = 'summons'`.execute(db);
  return `/gestion/dossiers/${enrolment.id}/documents/${rows[0]?.id}/pdf`;
}

it('is listed in every file and opened from none by an officer; its head opens it; other papers open as before', async () => {
  for (const one of [plain, longer]) {
    const { body } = await officer.get(fileOf(one));
    const address = await summonsOf(one);
    expect(wordsIn(body)).toMatch(/Convocation, n° 1 .*S'ouvre par son candidat et par le chef de bureau/);
    expect(body).not.toContain(address);
    expect((await officer.get(address)).status).toBe(404);
    expect((await head.get(fileOf(one))).body).toContain(address);
    const opened = await head.get(address);
    expect([opened.status, opened.header('content-type')]).toEqual([200, 'application/pdf']);
    for (const who of keysOf(STRANGERS)) expect((await staff[who].get(address)).status, who).toBe(404);
    const another = /href="(\/gestion\/dossiers\/[^"]+\/documents\/[^"]+)"/.exec(body)?.[1] ?? '';
    expect((await officer.get(another)).status).toBe(200);
  }
});

it('is in no letter that an officer prints, whoever’s it is: they read whose to leave; its head prints it', async () => {
  const { rows } = await sql<{ id: string; template: string }>`select id, template from file_letter
    where enrolment_id in (${plain.enrolment.id}, ${longer.enrolment.id})`.execute(db);
  const choix = rows.map(({ id }) => id);
  const refused = await officer.post('/gestion/courriers', { acte: 'imprimer', choix });
  expect([refused.status, wordsIn(refused.body)]).toEqual([409, expect.stringContaining('le chef de bureau l')]);
  for (const { enrolment } of [plain, longer]) expect(wordsIn(refused.body)).toContain(enrolment.number);
  const noted = await sql`select from letter_print`.execute(db);
  expect(noted.rows).toEqual([]);
  const printed = await head.post('/gestion/courriers', { acte: 'imprimer', choix });
  expect([printed.status, printed.header('content-type')]).toEqual([200, 'application/pdf']);
});

it('past ten the papers of a file are folded, the newest in sight: the page keeps to two screens', () => {
  const paper = (n: number) => ({
    key: `p${n}`,
    title: `Relevé, n° ${n}`,
    issuedAt: Temporal.Instant.from('2024-01-10T10:00:00Z'),
    openedAt: null,
    withdrawn: null,
    withheld: null,
    notified: null,
    forExam: false,
    sealed: null,
  });
  const shown = (count: number): string => {
    const papers = Array.from({ length: count }, (_, rank) => paper(count - rank));
    return renderPage(Papers({ enrolmentId: 'e', papers, staff: { role: 'head' } }));
  };
  expect(shown(10)).not.toContain('<details');
  const [sight = '', folded = ''] = shown(12).split('<details');
  expect([sight.includes('Relevé, n° 3<'), sight.includes('Relevé, n° 2<')]).toEqual([true, false]);
  expect(wordsIn(folded)).toMatch(/2 autres lignes .*Relevé, n° 2 .*Relevé, n° 1 /);
});
