import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { deskRoom } from '../../../testing/desk.ts';
import { MACON_WITH_HANDICAP, ORDINARY_DAY } from '../../../testing/enrolments.ts';
import { stage } from '../../../testing/stage.ts';
import { plainSpaces, wordsIn } from '../../../testing/words.ts';
import { planReminders } from '../../actions/planReminders.ts';
import { tellReminders } from '../../actions/tellReminder.ts';

const { db, papers, registered, enter, setClock, staff } = await stage(deskRoom(), {
  staff: { officer: 'officer', other: { portfolios: ['G1'] } },
});
const { officer, other } = staff;
const made = await registered();
const page = (): string => `/gestion/relances/${made.enrolment.id}`;

describe('« Relances »', () => {
  it('says who will be told what, when and why, within a portfolio', async () => {
    await setClock(ORDINARY_DAY);
    const { body, status } = await officer.get('/gestion/relances');
    expect(status).toBe(200);
    expect(wordsIn(body)).toContain('Avant la clôture, vendredi 1er décembre 2023 à 17 h 00 (heure de Paris)');
    expect(wordsIn(body)).toContain('14 jours avant 17 novembre 2023');
    expect(body).toContain(page());
    expect(wordsIn(body)).toContain('CINSIG01, DCSTID01, 1NATID01, DOMICIL');
    expect(wordsIn(body)).toMatch(/17 novembre 2023, 17 h 00, 14 jours avant/);
    const theirs = await other.get('/gestion/relances');
    expect(theirs.body).not.toContain(made.enrolment.number);
    expect(wordsIn(theirs.body)).toContain('Personne à relancer');
    expect((await other.get(page())).status).toBe(404);
    expect((await other.post(page(), { acte: 'retirer', motif: 'x' })).status).toBe(404);
  });

  it('shows the mail as it would leave now, and its proof once it has left', async () => {
    const { body } = await officer.get(page());
    expect(wordsIn(body)).toContain(`Objet : Inscription ${made.enrolment.number} : il vous reste à faire`);
    expect(wordsIn(body)).toContain('Aucune pour le moment.');
    await setClock('2023-11-24T17:00:30+01:00');
    await planReminders(papers);
    const orders = papers.jobs.orders.filter((one) => one.kind === 'reminder.tell');
    for (const { data } of orders)
      await tellReminders(papers, (data as { reminderIds: readonly string[] }).reminderIds);
    await sql`update mail set state = 'failed', smtp_reply = '550 <script>' where template = 'pieces.reminder'`.execute(
      db,
    );
    const after = await officer.get(page());
    expect(wordsIn(after.body)).toContain('7 jours avant Envoyée');
    expect(wordsIn(after.body)).toContain(`${made.enrolment.number}-R1, pas ouvert`);
    expect(after.body).toContain('Refusé\u00a0: 550 &lt;script>');
    const list = wordsIn((await officer.get('/gestion/relances')).body);
    expect(list).toMatch(/7 jours avant 24 novembre 2023, 17 h 00 1 0 0 0/);
    expect(list).toContain(', pas ouverte');
    const { rows } = await sql<{
      until: string;
    }>`select to_char(until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as until
      from reminder where state = 'sent' and enrolment_id = ${made.enrolment.id}`.execute(db);
    const sent = `/gestion/relances?session=bp-2024-clermont&echeance=${rows[0]?.until}&etape=P7D`;
    expect(plainSpaces(wordsIn((await officer.get(sent)).body))).toMatch(
      new RegExp(
        `Relance envoyée 7 jours avant .* 1 dossier .*${made.enrolment.number} .* Pas encore .*Confirmation d'inscription signée, .*Justificatif de domicile`,
      ),
    );
    expect((await other.get(sent)).status, 'of another portfolio').toBe(303);
    // Of them, who opened it, and who has nothing left to give: each number of the dashboard opens as many.
    const among = `${sent}&parmi=`;
    expect((await officer.get(`${among}ouvertes`)).location).toContain('&etape=P7D');
    await sql`update paper set opened_at = business_now() where reference = ${`${made.enrolment.number}-R1`}`.execute(
      db,
    );
    expect(plainSpaces(wordsIn((await officer.get(`${among}ouvertes`)).body))).toMatch(
      /Relance envoyée 7 jours avant .* : ouverte 1 dossier /,
    );
    expect((await officer.get(`${among}rien-a-donner`)).status).toBe(303);
    // The plan opens the same lists; who gives by the post is told of another end, and counted apart.
    await sql`insert into reminder (academy, session, enrolment_id, until, step, state, settled_at, event_id)
      select academy, session, enrolment_id, '2023-12-02T00:00:00+01:00', step, 'excluded', settled_at, gen_random_uuid()
        from reminder where state = 'sent' and enrolment_id = ${made.enrolment.id}`.execute(db);
    const plan = (await officer.get('/gestion/relances')).body;
    for (const address of [sent, `${among}ouvertes`])
      expect(plan).toContain(`<a href="${address.replaceAll('&', '&amp;').replaceAll(':', '%3A')}">1</a>`);
    expect(plainSpaces(wordsIn(plan))).toMatch(/7 jours avant le 1er déc\.[^\d]* 25 novembre 2023, 0 h 00 0 0 0 1/);
  });

  it('takes a file out for a reason, which nobody forgets to give, and back in', async () => {
    const refused = await officer.post(page(), { acte: 'retirer', motif: '  ' });
    expect([refused.status, wordsIn(refused.body).includes("Dites pourquoi ce dossier n'est plus relancé")]).toEqual([
      422,
      true,
    ]);
    const done = await officer.post(page(), { acte: 'retirer', motif: 'Sa pièce arrive <b>par la poste</b>.' });
    expect([done.status, done.location]).toEqual([303, `${page()}?message=relances-retirees`]);
    const { body } = await officer.get(page());
    expect(body).toContain('Sa pièce arrive &lt;b>par la poste&lt;/b>.');
    expect(wordsIn((await officer.get('/gestion/relances')).body)).toContain('Retiré des relances');
    const again = await officer.post(page(), { acte: 'retirer', motif: 'Autre chose' });
    expect([again.status, wordsIn(again.body).includes('lisez le sien ci-dessous')]).toEqual([409, true]);
    expect((await officer.post(page(), { acte: 'remettre' })).location).toBe(`${page()}?message=relances-remises`);
    expect((await officer.post(page(), { acte: 'remettre' })).status).toBe(409);
  });

  it('says the same dates once, whoever has them', async () => {
    await setClock(ORDINARY_DAY);
    for (let more = 0; more < 2; more += 1) await registered();
    const { body } = await officer.get('/gestion/relances');
    expect(
      plainSpaces(body).match(/<h3>[^<]*Relance le 17 novembre 2023, 17 h 00, 14 jours avant \(3 dossiers\)/g),
    ).toHaveLength(1);
  });

  it('takes nonsense in its address for nothing', async () => {
    for (const query of [
      'session=x',
      'page=999',
      'page=-1',
      'session[]=a',
      'session=bp-2024-clermont&echeance=hier&etape=P7D',
      'session=x&echeance=2023-12-01T16:00Z&etape=%00',
    ])
      expect([200, 303], query).toContain((await officer.get(`/gestion/relances?${query}`)).status);
  });

  it('says apart what is due after the nearest deadline', async () => {
    await setClock(ORDINARY_DAY);
    await registered({ answers: MACON_WITH_HANDICAP });
    const head = await enter('head');
    expect(wordsIn((await head.get('/gestion/relances')).body)).toMatch(
      /À donner jusqu'au 1er décembre 2023 .*ATTEMPLOI\s; plus tard\s: R408A3, R408A4, R408A5/,
    );
  });
});
