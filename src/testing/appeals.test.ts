import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { UNSAID } from '../accommodations/index.ts';
import { ACTS } from '../acts.ts';
import { type DecisionId, type DeclaredAct, decide } from '../decisions/index.ts';
import { messageMails } from '../messages/index.ts';
import { endLetter } from '../papers/actions/noticeLetters.ts';
import { contestBlock, decisionsToldTo, findNotices, postLetter, toldByMail } from '../papers/index.ts';
import { transact } from '../platform/database/transact.ts';
import { SYSTEM } from '../platform/journal.ts';
import { keysOf } from '../platform/keys.ts';
import { ok } from '../platform/result.ts';
import { post, readAbout } from '../post/index.ts';
import { healthRemediesDue, publicationRoutes, remediesDue } from '../publication/index.ts';
import { AN_AUTHOR } from './delegations.ts';
import { deskRoom, STRANGERS } from './desk.ts';
import { onePage } from './documents/pdfFile.ts';
import type { Browser, TestEnrolment } from './enrolments.ts';
import { readBeforeItLeaves } from './noMailbox.ts';
import { mailsTo } from './papers.ts';
import { broughtIn } from './staff.ts';
import { type Enrolled, stage } from './stage.ts';
import { plainSpaces, wordsIn } from './words.ts';

/** Told by mail on Monday 4 March 2024: contested until Monday 6 May (5 May is a Sunday). */
const TOLD = '2024-03-04T10:00:00+01:00';
const LAST = '2024-05-06T23:59:00+02:00';
const AFTER = '2024-05-07T00:00:00+02:00';
const SERVICE = sql`select account_id from staff_open where role = 'accommodation'`;
const TITLE = 'Décision inventée';

const { db, catalogue, papers, someone, enter, setClock, staff, candidates } = await stage(
  deskRoom({ own: publicationRoutes }),
  {
    staff: { officer: 'officer', head: 'head', other: 'head', service: 'accommodation', ...STRANGERS },
    candidates: { own: {}, stranger: {} },
    on: TOLD,
  },
);
const { officer, head, other, service } = staff;
const { own, stranger } = candidates;

/** A decision of this kind, told by mail as its room does. Gives its id. */
async function decided(
  of: TestEnrolment,
  act: DeclaredAct,
  by = head.id,
  undoes: string | null = null,
): Promise<string> {
  const deps = { ...papers, catalogue: () => catalogue };
  const done = await transact<string, never>(db, async (tx) => {
    const about = await readAbout(deps, tx, of.enrolment.id);
    const taken = await decide(deps, tx, SYSTEM, act, {
      of: about.enrolment,
      by: act.by === 'jury' ? { ...AN_AUTHOR, delegated: null } : by,
      facts: ['un fait'],
      reason: 'Voici un motif écrit par une personne.',
      ground: 'un texte',
      undoes: undoes as DecisionId | null,
    });
    if (!taken.ok) throw new Error(taken.error.code);
    const telling = { declared: act, title: TITLE, eventId: randomUUID() };
    await toldByMail(tx, taken.value, about.enrolment, telling);
    const mail = act.readers === 'health' ? UNSAID : messageMails.available;
    const { eventId } = telling;
    await post(deps, tx, about, { eventId }, { mail, subject: 'Un message vous attend', body: 'Bonjour,' });
    return ok(taken.value.id);
  });
  return done.ok ? done.value : '';
}
const actOf = (code: string): DeclaredAct => ACTS.find((one) => one.code === code) ?? never();
const never = (): never => {
  throw new Error('no such act');
};
const door = ({ enrolment }: TestEnrolment, id: string): string => `/candidatures/${enrolment.id}/recours/${id}`;
const said = async (browser: Browser, address: string): Promise<string> =>
  plainSpaces(wordsIn((await browser.get(address)).body));
const WHY = 'Mes bulletins de salaire disent le contraire.';
const contest = (of: Enrolled, id: string, form: Readonly<Record<string, string>> = {}) =>
  of.post(door(of, id), { precisions: WHY, cle: randomUUID(), ...form });
const casesOf = async (id: string) =>
  (await sql<{ words: string }>`select words from result_case where contested_id = ${id}`.execute(db)).rows;
const answered = async (of: TestEnrolment, suite: 'granted' | 'refused', reponse: string) => {
  const { rows } = await sql<{
    id: string;
  }>`select id from result_case where enrolment_id = ${of.enrolment.id}`.execute(db);
  expect((await other.post(`/gestion/recours/${rows[0]?.id}`, { suite, reponse, session: '' })).status).toBe(303);
};
const linesOf = async (of: TestEnrolment, source = remediesDue({ catalogue: () => catalogue })) => {
  const file = { enrolment: of.enrolment, session: never, pieces: [] } as unknown as Parameters<typeof source.read>[1];
  const now = papers.clock.now();
  const facts = await source.read(db, file, now);
  return facts === null ? [] : source.lines(facts, file, now, 'candidate');
};

describe('An appeal against a decision', () => {
  it('has a door for each act whose declaration gives one, and for no other', async () => {
    for (const act of ACTS) {
      const id = await decided(own, act, act.readers === 'health' ? service.id : head.id);
      const wanted = act.remedies?.door === 'decision';
      expect((await own.get(door(own, id))).status, act.code).toBe(wanted ? 200 : 404);
      expect((await contest(stranger, id)).status, act.code).toBe(404);
      expect((await stranger.get(door(own, id))).status, act.code).toBe(404);
    }
  });

  it('names the decision and its last day, is taken at 23:59 of it, once for two clicks and two tabs', async () => {
    await setClock(TOLD);
    const id = await decided(own, actOf('set-aside'));
    const page = await said(own, door(own, id));
    expect(page).toContain('Décision du lundi 4 mars 2024');
    expect(page).toContain("jusqu'au lundi 6 mai 2024 inclus");
    expect((await linesOf(own)).some(({ href, until }) => href === door(own, id) && until !== null)).toBe(true);
    await setClock(LAST);
    const empty = await contest(own, id, { precisions: '' });
    expect([empty.status, wordsIn(empty.body).includes('Écrivez pourquoi vous la contestez')]).toEqual([422, true]);
    const cle = randomUUID();
    const twice = await Promise.all([contest(own, id, { cle }), contest(own, id, { cle })]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    const tab = await contest(own, id, { precisions: 'Autre chose.' });
    expect([tab.status, wordsIn(tab.body).includes('est déjà reçu')]).toEqual([409, true]);
    // The page that was sent, gone back to and written anew: nothing of it is said to be sent, nor lost.
    const anew = await contest(own, id, { cle, precisions: 'Un mot que je viens de récrire.' });
    const back = plainSpaces(wordsIn(anew.body));
    expect(anew.status).toBe(409);
    expect(back).toContain('est déjà reçu, le lundi 6 mai 2024 à 23 h 59');
    expect(back).toContain("Ce que vous veniez d'écrire, et qui n'est pas envoyé Un mot que je viens de récrire.");
    expect((await contest(own, id, { cle })).status, 'the first again').toBe(303);
    expect(await casesOf(id)).toEqual([{ words: WHY }]);
    const mail = (await mailsTo(db, own.candidate.address)).findLast(({ template }) => template === 'appeal.opened');
    expect(plainSpaces(mail?.body)).toContain("Sans réponse le samedi 6 juillet 2024, c'est un refus");
    const waits = (await linesOf(own)).find(({ href }) => href === door(own, id));
    expect(plainSpaces(waits?.detail ?? '')).toContain(
      "Votre recours est en cours d'examen, réponse au plus tard le samedi 6 juillet 2024.",
    );
  });

  it('the day after is taken as by post, after words that say so; a person reads both days, and its answer stays on the hub', async () => {
    const late = await someone();
    await setClock(TOLD);
    const id = await decided(late, actOf('validation-undone'));
    const line = async () => (await linesOf(late)).find(({ href }) => href === door(late, id));
    await setClock(AFTER);
    const page = await said(late, door(late, id));
    expect(page).toContain('Le délai est passé');
    expect(page).toContain(
      "allait jusqu'au lundi 6 mai 2024 inclus. Vous pouvez encore envoyer votre recours : une personne dira s'il est recevable.",
    );
    expect(page).not.toMatch(/jusqu'au lundi 6 mai 2024 inclus, vous pouvez/i);
    expect(await line()).toMatchObject({ until: null, detail: expect.stringContaining('une personne dira') });
    expect((await contest(late, id)).status).toBe(303);
    expect(await casesOf(id)).toEqual([{ words: WHY }]);
    expect(await said(head, '/gestion/recours')).toContain(
      "Date de réception : le mardi 7 mai 2024 à 0 h 00 (heure de Paris). Reçu après le délai, qui allait jusqu'au lundi 6 mai 2024 inclus.",
    );
    // Its silence is told as what it is, and no day that is past as one to come.
    await setClock('2024-07-09T10:00:00+02:00');
    const silent = await said(late, door(late, id));
    expect(silent).toContain("Personne n'a répondu le dimanche 7 juillet 2024 : c'est un refus.");
    expect(silent).not.toContain("en cours d'examen");
    expect((await line())?.detail).toContain("c'est un refus");
    await answered(late, 'refused', 'Votre recours est venu après le délai, il est irrecevable.');
    expect(await said(late, door(late, id))).toContain("Le délai pour saisir le tribunal n'est pas prolongé");
    expect(plainSpaces((await line())?.detail ?? '')).toContain(
      'Le rectorat a répondu le mardi 9 juillet 2024. Lisez sa réponse.',
    );
  });

  it('is answered once, by a delegation; of a decision of two people, by neither of who took it; and leads to what undoes it', async () => {
    await setClock(TOLD);
    const id = await decided(own, actOf('annulment'));
    expect((await contest(own, id)).status).toBe(303);
    const list = await said(head, '/gestion/recours?session=bp-2024-clermont');
    expect(list).toContain('Recours contre la décision du lundi 4 mars 2024');
    expect(list).toContain('Motifs de la décision contestée : Voici un motif écrit par une personne.');
    expect(list).toContain('Ce qui défait cette décision : les pièces arrivées avant son effet');
    const { rows } = await sql<{ id: string }>`select id from result_case where contested_id = ${id}`.execute(db);
    const address = `/gestion/recours/${rows[0]?.id}`;
    const answer = { suite: 'refused', reponse: 'Les pièces demandées ne sont jamais arrivées.', session: '' };
    // Whoever signed it reads who can answer, in the place of the form, and in the refusal.
    expect(list).toContain('Vous avez signé la décision contestée : une autre personne répond à ce recours.');
    expect((await head.get('/gestion/recours?session=bp-2024-clermont')).body).not.toContain(`action="${address}"`);
    const same = await head.post(address, answer);
    expect([same.status, wordsIn(same.body).includes('Vous avez signé la décision contestée')]).toEqual([403, true]);
    for (const who of keysOf(STRANGERS)) expect((await staff[who].post(address, answer)).status, who).toBe(404);
    const done = await other.post(address, answer);
    expect(done.status).toBe(303);
    expect((await other.post(address, answer)).status).toBe(409);
    const page = await said(own, door(own, id));
    expect(page).toContain('Les pièces demandées ne sont jamais arrivées.');
    expect(page).toContain('Pour contester ce refus, vous avez');
    const answered = (await mailsTo(db, own.candidate.address)).filter(
      ({ template }) => template === 'appeal.answered',
    );
    expect(answered).toHaveLength(1);
  });

  it('of one person with three accounts stays with each of them; of two, whoever came by its signer answers with none of theirs', async () => {
    await setClock(TOLD);
    const three = [await someone(), await someone(), await someone()];
    const ids: string[] = [];
    for (const one of three) ids.push(await decided(one, actOf('annulment')));
    for (const [index, one] of three.entries())
      for (const [of, id] of ids.entries()) {
        expect((await one.get(door(one, id))).status, `${index} ${of}`).toBe(index === of ? 200 : 404);
        expect((await contest(one, id)).status, `${index} ${of}`).toBe(index === of ? 303 : 404);
      }
    for (const id of ids) expect(await casesOf(id)).toEqual([{ words: WHY }]);
    // By post too: a decision told to one account isn't contested from the file of another.
    const page = `/gestion/dossiers/${three[0]?.enrolment.id}/recours`;
    const letter = { demande: ids[1] ?? '', poste: '', arrivee: '04/03/2024', precisions: WHY, cle: randomUUID() };
    expect((await officer.upload(page, letter, onePage(), 'lettre.pdf')).status).toBe(409);
    // The signer's second and third accounts, one by the other.
    const second = await enter('head');
    const third = await enter('head');
    await broughtIn(db, second.id, head.id);
    await broughtIn(db, third.id, second.id);
    const { rows } = await sql<{ id: string }>`select id from result_case where contested_id = ${ids[0]}`.execute(db);
    const address = `/gestion/recours/${rows[0]?.id}`;
    const answer = { suite: 'refused', reponse: 'Les pièces ne sont pas arrivées dans les délais.', session: '' };
    for (const browser of [head, second, third]) {
      expect((await browser.get('/gestion/recours')).body).not.toContain(`action="${address}"`);
      expect((await browser.post(address, answer)).status).toBe(403);
    }
    expect(await said(third, '/gestion/recours')).toContain('ne comptent que pour une personne');
    expect((await other.post(address, answer)).status).toBe(303);
  });

  it('accepted, is due until its decision is undone: on the home of the head, in the list, on the hub with its answer', async () => {
    await setClock(TOLD);
    const asked = await someone();
    const act = actOf('replacement-test');
    const id = await decided(asked, act);
    expect((await contest(asked, id)).status).toBe(303);
    const home = () => said(head, '/gestion');
    const line = async () => (await linesOf(asked)).find(({ href }) => href === door(asked, id));
    expect(await home()).not.toContain('à exécuter');
    await answered(asked, 'granted', 'Votre certificat est recevable, nous allons revenir sur cette décision.');
    expect(await home()).toContain('1 recours accepté à exécuter');
    const list = async () => (await said(head, '/gestion/recours')).split('À exécuter')[1] ?? '';
    expect(await list()).toContain(asked.candidate.birthName);
    expect(await list()).toContain('Ce qui défait cette décision');
    expect(await line()).toMatchObject({ who: 'office', detail: expect.stringContaining('est accepté') });
    await decided(asked, act, head.id, id);
    expect(await list()).toBe('');
    // An answer is read: it isn't a right that one may leave.
    expect(await line()).toMatchObject({
      who: 'candidate',
      detail: expect.stringContaining('Lisez sa réponse'),
      otherwise: "Ce recours n'attend plus rien de vous.",
    });
    expect(await said(asked, door(asked, id))).toContain('Accepté , mercredi 15 novembre 2023');
    expect(await home()).not.toContain('à exécuter');
    expect((await asked.get(door(asked, id))).status).toBe(200);
  });

  it('by post is in time by its postmark, with the scan of the letter, which its candidate reads and a stranger does not', async () => {
    await setClock(TOLD);
    const id = await decided(own, actOf('replacement-test'));
    await setClock('2024-05-10T10:00:00+02:00');
    const page = `/gestion/dossiers/${own.enrolment.id}/recours`;
    expect(await said(officer, page)).toContain('Recours contre la décision du lundi 4 mars 2024');
    const letter = { demande: id, poste: '06/05/2024', arrivee: '10/05/2024', precisions: WHY, cle: randomUUID() };
    const kept = await officer.upload(page, letter, onePage(), 'lettre.pdf');
    expect(kept.status).toBe(303);
    // Sent again it is one; another letter is not kept, and its words come back.
    expect((await officer.upload(page, letter, onePage(), 'lettre.pdf')).status).toBe(303);
    const again = await officer.upload(page, { ...letter, precisions: 'Une autre lettre.' }, onePage(), 'l.pdf');
    expect([again.status, again.body.includes('Une autre lettre.')]).toEqual([409, true]);
    expect(plainSpaces(wordsIn(again.body))).toContain('est déjà reçu, le vendredi 10 mai 2024, par la poste');
    expect(await casesOf(id)).toEqual([{ words: WHY }]);
    const { rows } = await sql<{ id: string }>`select id from result_case where contested_id = ${id}`.execute(db);
    const scan = `/candidatures/${own.enrolment.id}/demandes/${rows[0]?.id}/lettre`;
    expect((await own.get(scan)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await stranger.get(scan)).status).toBe(404);
    expect((await stranger.get(scan.replace(own.enrolment.id, stranger.enrolment.id))).status).toBe(404);
    expect((await head.get(`/gestion/recours/${rows[0]?.id}/lettre`)).status).toBe(200);
    expect((await service.get(`/gestion/amenagements/recours/${rows[0]?.id}/lettre`)).status).toBe(404);
    expect(await said(own, door(own, id))).toContain('par la poste (cachet du lundi 6 mai 2024)');
  });

  it('told by a letter runs from the day it was handed over, whenever that is noted; its receipt is a letter too', async () => {
    await setClock(TOLD);
    const posted = await someone();
    const { accountId } = posted.candidate;
    await sql`update auth_user set email = ${`${randomUUID()}@sans-adresse.invalid`} where id = ${accountId}`.execute(
      db,
    );
    const id = await decided(posted, actOf('replacement-test'));
    const told = async () => (await decisionsToldTo(db, posted.enrolment, papers.clock.now()))[0]?.notifiedOn;
    expect(await told()).toBeNull();
    await sql`insert into notice_letter (id, academy, session, enrolment_id, letter_id, address, posted_on, posted_by, outcome, outcome_on, outcome_by)
      select gen_random_uuid(), e.academy, e.session, e.id, l.id, '{x}', '2024-03-05', e.candidate_id, 'received', '2024-03-11', e.candidate_id
      from enrolment e join letter l on l.account_id = e.candidate_id::text and l.template = 'message.available' where e.id = ${posted.enrolment.id}`.execute(
      db,
    );
    expect(String(await told())).toBe('2024-03-11');
    await setClock('2024-05-14T10:00:00+02:00');
    const letter = { demande: id, poste: '13/05/2024', arrivee: '14/05/2024', precisions: WHY, cle: randomUUID() };
    const page = `/gestion/dossiers/${posted.enrolment.id}/recours`;
    expect((await officer.upload(page, letter, onePage(), 'lettre.pdf')).status).toBe(303);
    const { rows } = await sql<{ id: string; body: string }>`select id, body from letter
      where account_id = ${accountId} and template = 'appeal.opened'`.execute(db);
    expect(plainSpaces(rows[0]?.body)).toContain("Sans réponse le dimanche 14 juillet 2024, c'est un refus");
    const list = await said(head, '/gestion/recours');
    expect(list).toContain('Lire la lettre');
    expect(list.split('Avec réponse')[0]).not.toContain('après le délai');
    // Its receipt waits for the post until it is answered: « sans réponse » doesn't leave beside the answer.
    const tray = async (list: string) => (await head.get(`/gestion/courriers${list}`)).body;
    const receipt = `courriers/${rows[0]?.id}`;
    expect(await tray('')).toContain(receipt);
    await setClock('2024-05-14T15:00:00+02:00');
    // Its refusal is a decision that a letter tells: no last day before that is handed over, and a number of the post.
    const why = 'Le certificat ne dit pas que vous étiez malade, lisez-le en ligne.';
    const cases = await sql<{ id: string }>`select id from result_case where contested_id = ${id}`.execute(db);
    const reply = (more: Readonly<Record<string, string>>) =>
      other.post(`/gestion/recours/${cases.rows[0]?.id}`, {
        suite: 'refused',
        reponse: why,
        session: '',
        ...more,
      });
    expect((await readBeforeItLeaves(reply, why)).status).toBe(303);
    const answers = await sql<{ id: string; body: string }>`select id, body from letter
      where account_id = ${accountId} and template = 'appeal.answered'`.execute(db);
    const [refusal] = answers.rows;
    expect(await tray('')).not.toContain(receipt);
    expect(await tray('')).toContain(`courriers/${refusal?.id}`);
    expect(plainSpaces(wordsIn(await tray('?etat=sans-objet')))).toContain(
      'ce dont elle accuse réception a sa réponse',
    );
    expect(await tray('?etat=sans-objet')).toContain(receipt);
    expect(plainSpaces(refusal?.body)).toContain('deux mois à partir du jour où la lettre qui le dit vous est remise');
    expect(plainSpaces(refusal?.body)).not.toContain("jusqu'au");
    // Of which decision, on which days, and where a judge is found: the day of printing is none of these.
    expect(plainSpaces(refusal?.body)).toMatch(
      /Votre recours contre « Décision inventée », du 15 novembre 2023, est refusé par une décision du 14 mai 2024\./,
    );
    expect(plainSpaces(refusal?.body)).toMatch(/Le tribunal à saisir : .*Clermont-Ferrand/);
    const [line] = (await linesOf(posted)).filter(({ label }) => label.startsWith('Contester le refus'));
    expect(line?.until).toBeNull();
    const order = { paperId: refusal?.id ?? '', academy: 'clermont', officerId: head.id, sender: 'office' } as const;
    const postedOn = Temporal.PlainDate.from('2024-05-14');
    const left = (tracking: string | null) => postLetter(papers, SYSTEM, { ...order, tracking, postedOn });
    expect(await left(null)).toMatchObject({ ok: false, error: { code: 'tracking-of-answer' } });
    expect((await left('1A55555555555')).ok).toBe(true);
    // Once somebody noted when it was handed over, its last day is that of this letter: on the hub, and on the page of the appeal.
    await setClock('2024-05-22T10:00:00+02:00');
    const [sent] = await findNotices(db, 'clermont', [order.paperId]);
    const end = { outcome: 'received', presentedOn: null, outcomeOn: Temporal.PlainDate.from('2024-05-16') } as const;
    const noted = await endLetter(papers, SYSTEM, { ...order, letterId: sent?.letters[0]?.id ?? '', end });
    expect(noted.ok).toBe(true);
    const [known] = (await linesOf(posted)).filter(({ label }) => label.startsWith('Contester le refus'));
    expect(String(known?.until)).toBe('2024-07-17T22:00:00Z');
    expect(await said(posted, door(posted, id))).toContain("jusqu'au mercredi 17 juillet 2024");
  });

  it('of health is the service s alone: no list, count, journal, mail or line of the office has it', async () => {
    await setClock(TOLD);
    const health = await someone();
    const id = await decided(health, actOf('accommodation'), service.id);
    // Who contests it by post writes to that service, not to the office that opens the rectorat's letters.
    const about = await db
      .transaction()
      .execute((tx) => readAbout({ ...papers, catalogue: () => catalogue }, tx, health.enrolment.id));
    const [gracious = ''] = contestBlock(about, { health: true }).paragraphs;
    const place = plainSpaces(gracious).split('Adresse : ')[1] ?? 'none';
    expect(place).not.toBe(plainSpaces(contestBlock(about).paragraphs[0]).split('Adresse : ')[1]);
    expect(place).toMatch(/aménagements/);
    expect(await said(health, door(health, id))).toContain(place);
    expect((await contest(health, id)).status).toBe(303);
    const { rows } = await sql<{ id: string }>`select id from result_case where contested_id = ${id}`.execute(db);
    const request = rows[0]?.id ?? '';
    for (const browser of [head, officer]) {
      const file = await browser.get(`/gestion/dossiers/${health.enrolment.id}`);
      expect(wordsIn(file.body)).not.toMatch(/recours|aménagement/i);
      const posted = await browser.get(`/gestion/dossiers/${health.enrolment.id}/recours`);
      expect(posted.body).not.toContain(id);
      // The same of everybody's file.
      for (const file of [health, own])
        expect(await said(browser, `/gestion/dossiers/${file.enrolment.id}/recours`)).toContain('sous pli fermé');
      expect((await browser.get(`/gestion/amenagements/${health.enrolment.id}/recours`)).status).toBe(404);
      expect((await browser.get('/gestion/amenagements/recours')).status).toBe(404);
    }
    expect((await head.get('/gestion/recours?session=bp-2024-clermont')).body).not.toContain(request);
    const answer = { suite: 'granted', reponse: 'Votre demande sera examinée de nouveau.' };
    expect((await head.post(`/gestion/recours/${request}`, answer)).status).toBe(404);
    const after = await sql<{ n: string }>`select count(*)::text as n from journal
      where academy is not null and data::text like ${`%${health.enrolment.id}%`} and (name like 'appeal%' or name like 'decision%' or name like 'resultCase%')`.execute(
      db,
    );
    expect(after.rows[0]?.n).toBe('0');
    expect(await linesOf(health)).toEqual([]);
    expect(await linesOf(health, healthRemediesDue({ catalogue: () => catalogue }))).toHaveLength(1);
    expect(await said(service, '/gestion')).toContain('1 recours ou demande attend une réponse');
    const list = await said(service, '/gestion/amenagements/recours');
    expect(list).toContain(WHY);
    // Once nobody of the service has one in force, no head is named: none may read it.
    await sql`update delegation set until_on = '2015-12-31' where account_id in (${SERVICE})`.execute(db);
    const nobody = await said(service, '/gestion/amenagements/recours');
    expect(nobody).toContain("demandez au chef du bureau d'en enregistrer une");
    expect(nobody).not.toContain('Peut signer');
    await sql`update delegation set until_on = null where account_id in (${SERVICE})`.execute(db);
    expect(list).not.toContain('Les pièces demandées');
    expect((await service.post(`/gestion/amenagements/recours/${request}`, answer)).status).toBe(303);
    for (const { template, subject, body } of await mailsTo(db, health.candidate.address))
      if (template === 'space.message') expect(`${subject} ${body}`).not.toMatch(/recours|aménagement|handicap/i);
    expect(await said(health, door(health, id))).toContain('Votre demande sera examinée de nouveau.');
    const { rows: decisions } = await sql<{
      reason: string;
      facts: readonly string[];
    }>`select reason, facts from decision
      where enrolment_id = ${health.enrolment.id} and act = 'result-case-answer'`.execute(db);
    expect(decisions).toEqual([{ reason: '', facts: [] }]);
  });
});
