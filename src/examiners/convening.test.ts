import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { readStream } from '../platform/journal.ts';
import { aCentre } from '../testing/exam.ts';
import { mailsTo } from '../testing/mails.ts';
import { readPdf } from '../testing/pdf.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';
import { convenePeople } from './actions/convene.ts';
import { leftBoards } from './duties.ts';
import type { ExaminerWords } from './examiners.ts';
import { countBoards } from './ground.ts';
import { oldExaminers } from './store/convening.ts';
import { aPerson, boardIds, examinerRoom, heldBoards, lettersDue, publishAgain, SESSION } from './testing.ts';

const {
  db,
  deps,
  papers,
  setClock,
  staff: { head, gaelle },
  candidates: { camille, zoe },
} = await stage(examinerRoom, {
  staff: { head: 'head', gaelle: 'examiner' },
  candidates: { camille: 'Camille', zoe: 'Zola' },
});
const { rooms } = await aCentre(db, ['A', 'B']);
const AT = '/gestion/examen/examinateurs';
const both = [camille.enrolment.id, zoe.enrolment.id];
const oral = { held: 'oral', unit: 'U41', room: rooms.A ?? '', at: '2024-06-03T08:00', enrolments: both } as const;
const workshop = { ...oral, held: 'practical', unit: 'U10', at: '2024-06-04T13:30', minutes: 150 } as const;

const read = async (path: string): Promise<string> => words((await head.get(path)).body);
const boardAt = async (index: number): Promise<string> => (await boardIds(db))[index] ?? '';
const pageOf = async (index: number): Promise<string> => `${AT}/commissions/${await boardAt(index)}`;
const states = async (): Promise<readonly string[]> =>
  (
    await sql<{
      said: string;
    }>`select e.last_name || ' ' || m.state as said from board_member m join examiner e on e.id = m.examiner_id
      order by e.last_name, m.added_at, m.id`.execute(db)
  ).rows.map(({ said }) => said);

const printed = async () => head.post(`${AT}/lettres`, { acte: 'imprimer', choix: await lettersDue(db) });
async function convene(): Promise<string> {
  const { body } = await head.get(`${AT}/convoquer`);
  const done = await head.post(`${AT}/convoquer`, { vu: fieldOn(body, 'vu') });
  await papers.jobs.run();
  return done.location;
}

let serial = 0;
/** Seated on the first board, with a mail box of their own unless it is said otherwise. */
async function seated(name: string, more: Partial<ExaminerWords> = {}, board = 0): Promise<string> {
  serial += 1;
  const person = await aPerson(db, name, { mail: `${name.toLowerCase()}.${serial}@exemple.fr`, ...more });
  await head.post(`${await pageOf(board)}/ajouter`, { personne: person });
  return person;
}
const convocationsTo = async (address: string) =>
  (await mailsTo(db, address)).filter(({ template }) => template === 'examiner.convened');
const mailOf = async (person: string) => {
  const { rows } = await sql<{ mail: string }>`select mail from examiner where id = ${person}`.execute(db);
  return convocationsTo(rows[0]?.mail ?? '');
};
/** Gaëlle, who is signed in, on the first board and convened. */
async function gaelleConvened(): Promise<string> {
  const person = await aPerson(db, 'Murol', { firstName: 'Gaëlle', mail: 'gaelle@exemple.fr' });
  await sql`update examiner set account_id = ${gaelle.id} where id = ${person}`.execute(db);
  await head.post(`${await pageOf(0)}/ajouter`, { personne: person });
  await convene();
  return `/commission/${await boardAt(0)}`;
}
/** A jury of that day that somebody said no to. */
async function juryLeft(day: string): Promise<string> {
  const person = await aPerson(db, 'Jurée', { tasks: ['jury'] });
  const { rows } = await sql<{ id: string }>`with j as (
    insert into examiner_jury (id, academy, session, name, place, specialities, starts_at, ends_at)
    values (gen_random_uuid(), 'clermont', ${SESSION}, 'Beauté', 'Rectorat', '{}', ${`${day}T09:00+02:00`}, ${`${day}T23:59+02:00`}) returning id)
    insert into board_member (id, academy, session, board_id, examiner_id, state, told, told_at, added_by, answered_at)
    select gen_random_uuid(), 'clermont', ${SESSION}, j.id, ${person}, 'declined', jsonb_build_object('endsAt', ${`${day}T23:59+02:00`}::text),
      business_now(), gen_random_uuid(), business_now() from j returning board_id as id`.execute(db);
  return rows[0]?.id ?? '';
}
const answer = async (page: string, act: string, fields: Record<string, string> = {}) => {
  const version = fieldOn((await gaelle.get(page)).body, 'version');
  return gaelle.post(`${page}/${act}`, { version, ...fields });
};

beforeEach(async () => {
  await setClock('2024-05-01T10:00+02:00');
  await sql`truncate board_member, examiner_link, examiner_code, examiner_letter, examiner cascade`.execute(db);
  await sql`delete from exam_plan`.execute(db);
  await sql`delete from exam_sitting`.execute(db);
  await heldBoards(db, [oral, workshop]);
});

describe('Convening', () => {
  it('is one order where its form is sent twice before anybody is told', async () => {
    await seated('Roche');
    const { body } = await head.get(`${AT}/convoquer`);
    const form = { vu: fieldOn(body, 'vu'), cle: fieldOn(body, 'cle') };
    const ordered = async (): Promise<number> =>
      (await readStream(db, `exam:clermont:${SESSION}`, 500)).filter(({ name }) => name === 'board.convening').length;
    const before = await ordered();
    const sent = [await head.post(`${AT}/convoquer`, form), await head.post(`${AT}/convoquer`, form)];
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    expect((await ordered()) - before).toBe(1);
    await papers.jobs.run();
  });

  it('tells each of all their boards in one mail, once, with an access; who has no mail box has a letter', async () => {
    const roche = await seated('Roche', { side: 'employee', title: 'coiffeuse', employer: 'Salon du Lac' });
    await head.post(`${await pageOf(1)}/ajouter`, { personne: roche });
    await seated('Vernet', { mail: null });
    const before = await read(`${AT}/convoquer`);
    expect(before).toContain('2 personnes : 1 par mail, 1 par lettre');
    expect(before).toMatch(/Roche Alix mail 2 convocations .*Vernet Alix lettre à poster 1 convocation/);
    const pending = await head.post(`${AT}/convoquer`, { vu: fieldOn((await head.get(`${AT}/convoquer`)).body, 'vu') });
    expect(await read(pending.location)).toMatch(/L'envoi est en cours(?!.*à imprimer plus bas)/);
    await papers.jobs.run();
    const { location } = pending;
    expect(await read(location)).toMatch(
      /2 personnes sont convoquées.*Il ne reste que les lettres plus bas.*1 personne convoquée sans adresse mail, ou dont l'adresse a refusé le mail : rien ne la prévient/,
    );
    expect(await states()).toEqual(['Roche convened', 'Roche convened', 'Vernet convened']);
    const [mail, ...more] = await mailOf(roche);
    expect([mail?.subject, more]).toEqual([expect.stringContaining('Votre convocation, '), []]);
    const body = words(mail?.body ?? '');
    expect(body).toContain(
      'lundi 3 juin 2024, de 8 h 00 à 8 h 40 : Coiffure, U41. Commission, oral. A, Lycée des Puys, 1 rue du Lac, 63000 Riom.',
    );
    expect(body).toMatch(
      /mardi 4 juin 2024, de 13 h 30 à 16 h 00 .*Un autre mail vous invite à choisir un mot de passe\..*\/commission/,
    );
    const { rows } = await sql<{
      role: string;
      by: string;
    }>`select s.role, p.by_id::text as by from examiner e join staff s on s.account_id = e.account_id
      join staff_placing p on p.account_id = s.account_id where e.id = ${roche}`.execute(db);
    // Who brought them in is the head who convened.
    expect(rows).toEqual([{ role: 'examiner', by: head.id }]);
    await convene();
    expect(await mailOf(roche)).toHaveLength(1);
    const again = await head.post(`${AT}/convoquer`, { vu: 'autre' });
    expect([again.status, words(again.body)]).toEqual([409, expect.stringContaining("Personne n'a été convoqué")]);
  });

  it('says late to an employer, and is asked anew where something changed since it was read', async () => {
    await setClock('2024-05-20T10:00+02:00');
    await seated('Roche', { side: 'employee' });
    const { body } = await head.get(`${AT}/convoquer`);
    expect(words(body)).toMatch(/1 salarié est convoqué moins de 30 jours avant.*tard pour un employeur/);
    await seated('Arnal');
    const late = await head.post(`${AT}/convoquer`, { vu: fieldOn(body, 'vu') });
    expect([late.status, words(late.body)]).toEqual([
      409,
      expect.stringContaining('a changé depuis que vous avez ouvert'),
    ]);
    expect(await states()).toEqual(['Arnal proposed', 'Roche proposed']);
  });

  it('tells what moved and what is gone, and who was taken off at once; an answer of before is asked again', async () => {
    const [roche, arnal] = [await seated('Roche'), await seated('Arnal')];
    await convene();
    await sql`update board_member set state = 'accepted'`.execute(db);
    expect(await read(`${AT}?voir=toutes`)).not.toMatch(/Convoquer \d/);
    await publishAgain(db, sql`update exam_seat set ends_at = ends_at + interval '1 hour' where unit = 'U41'`);
    // Who must learn a new hour is to be convened too.
    expect(await read(`${AT}?voir=toutes`)).toContain('Convoquer 2 personnes');
    const count = () => countBoards(db, deps.catalogue(), { academy: 'clermont', session: SESSION }, deps.clock.now());
    expect(await count()).toMatchObject({ toConvene: 2 });
    await convene();
    const waiting = await read(`${AT}?voir=reponses`);
    expect(waiting).toMatch(/Alix (Roche, Alix Arnal|Arnal, Alix Roche)/);
    expect(waiting).toContain('il manque 1 professionnel 2 réponses attendues');
    expect(waiting).not.toContain('Personne il manque');
    expect(await count()).toMatchObject({ toConvene: 0, waiting: 2 });
    const moved = (await mailOf(roche)).at(-1);
    expect(moved?.subject).toContain('Votre convocation change');
    expect(words(moved?.body ?? '')).toContain(
      'de 8 h 00 à 9 h 40 : Coiffure, U41. Commission, oral. A, Lycée des Puys, 1 rue du Lac, 63000 Riom. Avant : lundi 3 juin 2024, de 8 h 00 à 8 h 40',
    );
    expect(await states()).toEqual(['Arnal convened', 'Roche convened']);
    const board = (await head.get(await pageOf(0))).body;
    const [member, version] = [fieldOn(board, 'membre'), fieldOn(board, 'version')];
    await head.post(`${await pageOf(0)}/retirer`, { membre: member, version, motif: 'Trop nombreux', par: '' });
    expect((await states()).toSorted()).toEqual(['Arnal convened', 'Roche released']);
    expect((await mailOf(roche)).at(-1)?.subject).toContain("Vous n'avez plus à venir");
    await heldBoards(db, [{ ...oral, room: rooms.B ?? '' }]);
    await convene();
    expect((await mailOf(arnal)).at(-1)?.subject).toContain("Vous n'avez plus à venir");
    expect(await states()).toEqual(['Arnal released', 'Roche released']);
    expect([(await mailOf(roche)).length, (await mailOf(arnal)).length]).toEqual([3, 3]);
  });

  it('goes all the same where an address is another account’s: it is said, and the head notes the answers', async () => {
    const taken = await seated('Roche', { mail: head.address });
    await convene();
    const page = await read(`${AT}/convoquer`);
    expect(page).toMatch(/Convoqués sans accès .*celle d'un autre compte.*Roche Alix/);
    const mail = (await convocationsTo(head.address)).at(-1);
    expect(words(mail?.body ?? '')).toContain('Dites dès maintenant si vous venez : ');
    const opened = await head.post(`${AT}/personnes/${taken}/acces`, {});
    expect([opened.status, words(opened.body)]).toEqual([409, expect.stringContaining("déjà celle d'un autre compte")]);
    const board = await pageOf(0);
    const { body } = await head.get(board);
    expect(body).toMatch(new RegExp(`${taken}\\?session=[^"]*#liens`));
    const said = { membre: fieldOn(body, 'membre'), version: fieldOn(body, 'version') };
    const noted = await head.post(`${board}/reponse`, { ...said, reponse: 'non', pourquoi: 'Au téléphone' });
    expect(noted.location).toContain('message=reponse');
    expect(await read(board)).toMatch(/Alix Roche ne peut pas venir Au téléphone/);
    // Who was let in by hand before is that account's person, once.
    const [own, namesake] = [
      await aPerson(db, 'Murol', { mail: gaelle.address }),
      await aPerson(db, 'Homonyme', { mail: gaelle.address }),
    ];
    expect((await head.post(`${AT}/personnes/${own}/acces`, {})).status).toBe(303);
    expect(words((await gaelle.get('/commission')).body)).toContain('Aucune convocation');
    expect((await head.post(`${AT}/personnes/${namesake}/acces`, {})).status).toBe(409);
    const free = await aPerson(db, 'Sans');
    expect((await head.post(`${AT}/personnes/${free}/acces`, {})).status).toBe(409);
    const mailed = await aPerson(db, 'Avec', { mail: 'avec@exemple.fr' });
    expect((await head.post(`${AT}/personnes/${mailed}/acces`, {})).location).toContain('message=acces');
    expect(await read(`${AT}/personnes/${mailed}`)).toContain('Elle a un accès');
  });

  it('is done again by a job that was killed, for whoever it had not told; one who can’t be told holds up nobody', async () => {
    const [roche, arnal] = [await seated('Roche'), await seated('Arnal')];
    const { body } = await head.get(`${AT}/convoquer`);
    await head.post(`${AT}/convoquer`, { vu: fieldOn(body, 'vu') });
    const order = { academy: 'clermont', session: SESSION, by: head.id, people: [roche, arnal] };
    await sql`update examiner set mail = 'nul' where id = ${roche}`.execute(db);
    await expect(convenePeople(deps, order)).rejects.toThrow('email');
    expect(await states()).toEqual(['Arnal convened', 'Roche proposed']);
    await sql`update examiner set mail = 'roche@exemple.fr' where id = ${roche}`.execute(db);
    await papers.jobs.run();
    await convenePeople(deps, order);
    expect(await states()).toEqual(['Arnal convened', 'Roche convened']);
    expect([(await mailOf(roche)).length, (await mailOf(arnal)).length]).toEqual([1, 1]);
  });

  it('is a paper: one page a person, with what they were told, their code, and what an employer is asked', async () => {
    const roche = await seated('Roche', { side: 'employee', employer: 'Salon du Lac', mail: null });
    await seated('Vernet', { mail: null, employer: 'Lycée', postal: '3 rue Haute, 63100 Clermont-Ferrand' });
    await convene();
    const { rows } = await sql<{
      code: string;
      signing: string;
    }>`select code, signing from examiner_code order by examiner_id = ${roche} desc`.execute(db);
    const [theirs, other] = rows;
    const codes = [theirs?.signing, theirs?.code, other?.signing, other?.code];
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(new Set(codes).size).toBe(4);
    const one = await readPdf((await head.get(`${AT}/personnes/${roche}/convocation.pdf`)).bytes);
    expect([one.pages, one.tagged, one.language]).toEqual([1, true, 'fr']);
    const text = words(one.text).replace(/\s+/g, ' ');
    expect(text).toContain('Alix Roche');
    expect(text).toContain('Salon du Lac');
    expect(text).toMatch(/lundi 3 juin 2024, de 8 h 00 à 8 h 40/);
    expect(text).toContain(`Code de signature ${theirs?.signing} Gardez-le pour vous`);
    // Nothing is said at the door but a name.
    expect(text).not.toMatch(new RegExp(`${theirs?.code}|${other?.signing}|Code d'accueil`));
    expect(text).toContain('au moins 15 jours avant, cette convocation jointe. Un refus est motivé. (à confirmer)');
    const all = await readPdf((await printed()).bytes);
    expect(all.pages).toBe(2);
    expect(words(all.text)).toMatch(/Alix Vernet\s+3 rue Haute\s+63100 Clermont-Ferrand\s/);
    // Who said no is asked nothing more; who needn't come reads it.
    await sql`update board_member set state = 'declined' where examiner_id = ${roche}`.execute(db);
    await heldBoards(db, []);
    await convene();
    const last = await readPdf((await printed()).bytes);
    expect([last.pages, words(last.text).replace(/\s+/g, ' ')]).toEqual([
      1,
      expect.stringMatching(/Alix Vernet.*Vous n'avez plus à venir.*lundi 3 juin 2024/),
    ]);
  });
});

describe('An examiner at their door', () => {
  it('reads what comes next, takes it home, and says that they come, once', async () => {
    const page = await gaelleConvened();
    const home = words((await gaelle.get('/commission')).body);
    expect(home).toMatch(
      /1 réponse attendue de vous.*lundi 3 juin 2024, de 8 h 00 à 8 h 40 A, Lycée des Puys, 1 rue du Lac, 63000 Riom/,
    );
    expect((await gaelle.get('/commission/convocation.pdf')).header('content-type')).toBe('application/pdf');
    const shown = words((await gaelle.get(page)).body);
    expect(shown).toContain('Les noms sont là 7 jours avant');
    expect((await gaelle.get(page)).body).toContain('href="tel:+33473993550"');
    expect(shown).not.toContain('Zola');
    const version = fieldOn((await gaelle.get(page)).body, 'version');
    const [one, two] = await Promise.all([1, 2].map(() => gaelle.post(`${page}/venir`, { version })));
    expect([one?.status, two?.status]).toEqual([303, 303]);
    expect(await states()).toEqual(['Murol accepted']);
    const calendar = (await gaelle.get('/commission/convocations.ics')).body;
    expect(calendar).toMatch(/DTSTART:20240603T060000Z[\s\S]*STATUS:CONFIRMED/);
    const sequence = Number(/SEQUENCE:(\d+)/.exec(calendar)?.[1]);
    await answer(page, 'refuser', { motif: 'Malade' });
    const after = (await gaelle.get('/commission/convocations.ics')).body;
    expect(after).toContain('STATUS:CANCELLED');
    expect(Number(/SEQUENCE:(\d+)/.exec(after)?.[1])).toBeGreaterThan(sequence);
  });

  it('says that they can’t come, with a reason; the head reads it and their home page counts the board', async () => {
    const page = await gaelleConvened();
    const bare = await answer(page, 'refuser');
    expect([bare.status, words(bare.body)]).toEqual([
      422,
      expect.stringContaining('Dites pourquoi, en quelques mots.'),
    ]);
    expect((await answer(page, 'refuser', { motif: 'Formation' })).location).toContain('message=ne-vient-pas');
    expect(await read(await pageOf(0))).toMatch(/Gaëlle Murol ne peut pas venir Formation/);
    const waiting = (now: string) =>
      leftBoards.read(deps as never, { scope: { academy: 'clermont' }, now: Temporal.Instant.from(now) } as never);
    expect(words((await waiting('2024-05-01T10:00+02:00'))?.words ?? '')).toContain(
      "1 commission où quelqu'un ne peut pas venir, sans remplaçant",
    );
    expect(await waiting('2024-06-02T08:01+02:00')).toMatchObject({
      href: `${await pageOf(0)}?session=${SESSION}`,
      tone: 'warn',
    });
    expect(await waiting('2024-06-02T08:00+02:00')).not.toHaveProperty('tone');
    // Whoever leaves a jury is counted beside, and what is nearest is opened.
    const jury = await juryLeft('2024-06-01');
    expect(await waiting('2024-05-01T10:00+02:00')).toMatchObject({
      words: expect.stringMatching(/^1\scommission et 1\sjury où quelqu'un ne peut pas venir/),
      href: `/gestion/deliberation/${jury}`,
    });
    await sql`delete from board_member where board_id = ${jury}`.execute(db);
    await setClock('2024-05-01T11:00+02:00');
    await seated('Arnal');
    expect(await waiting('2024-05-01T11:00+02:00')).toBeNull();
    expect(words((await gaelle.get(page)).body)).toContain('vous ne venez pas');
    // Another tab still has the button: it speaks to them, not of them.
    const late = await gaelle.post(`${page}/venir`, { version: '9' });
    expect([late.status, words(late.body)]).toEqual([
      409,
      expect.stringMatching(/Vous avez déjà dit que vous ne venez pas.*appelez .*04 /),
    ]);
    expect(words(late.body)).not.toContain('Cette personne');
  });

  it('declares a link with a candidate by name, from a week before; neither the candidate nor others read it', async () => {
    const page = await gaelleConvened();
    await setClock('2024-05-28T10:00+02:00');
    const { body } = await gaelle.get(page);
    expect(words(body)).toMatch(/8 h 00 .*Camille.* U41 8 h 20 .*Zola.* U41/);
    const other = await answer(page, 'lien', { candidat: zoe.enrolment.id, lien: 'other', precision: '' });
    expect([other.status, words(other.body)]).toEqual([422, expect.stringContaining('Dites quel lien')]);
    const unknown = await answer(page, 'lien', { candidat: gaelle.id, lien: 'family', precision: '' });
    expect(unknown.status).toBe(422);
    const done = await answer(page, 'lien', { candidat: zoe.enrolment.id, lien: 'teaches', precision: '' });
    expect(done.location).toContain('message=lien');
    const { rows } = await sql`select kind, enrolment_id from examiner_link`.execute(db);
    expect(rows).toEqual([{ kind: 'teaches', enrolment_id: zoe.enrolment.id }]);
    const board = await pageOf(0);
    // The head reads with whom it is, and on the person's page too.
    expect(await read(board)).toMatch(/Lien avec un candidat : son élève ou son apprenti \([^)]*Zola[^)]*\)/);
    const [, gone] = (await head.get(board)).body.split('id="partis"');
    const [, personPage] = /href="([^"]*\/personnes\/[^"]*)"/.exec(gone ?? '') ?? [];
    expect(await read(personPage?.replaceAll('&amp;', '&') ?? '')).toContain('Zola');
    const after = words((await gaelle.get(page)).body);
    expect(after).toContain('Les noms ne sont plus montrés');
    expect(after).not.toContain('Zola');
  });

  it('is too late once it began, moved, or taken off: words, and nothing is written', async () => {
    const page = await gaelleConvened();
    const version = fieldOn((await gaelle.get(page)).body, 'version');
    await publishAgain(db, sql`update exam_seat set ends_at = ends_at + interval '1 hour'`);
    const moved = await gaelle.post(`${page}/venir`, { version });
    expect([moved.status, words(moved.body)]).toEqual([409, expect.stringContaining("a changé d'heure ou de lieu")]);
    await publishAgain(db, sql`update exam_seat set ends_at = ends_at - interval '1 hour'`);
    await setClock('2024-06-03T08:00+02:00');
    const begun = await gaelle.post(`${page}/venir`, { version });
    expect([begun.status, words(begun.body)]).toEqual([409, expect.stringMatching(/a commencé\. .*appelez .*04 /)]);
    expect(words((await gaelle.get(page)).body)).not.toContain('Je viendrai');
    for (const at of [page, '/commission'])
      expect(words((await gaelle.get(at)).body)).toMatch(/^(?!.*à vous de répondre).*ous n'avez pas répondu/is);
    await setClock('2024-06-02T08:00+02:00');
    const board = (await head.get(await pageOf(0))).body;
    const leaving = { membre: fieldOn(board, 'membre'), version: fieldOn(board, 'version') };
    await head.post(`${await pageOf(0)}/retirer`, { ...leaving, motif: 'Erreur', par: '' });
    const released = await gaelle.post(`${page}/venir`, { version });
    expect([released.status, words(released.body)]).toEqual([409, expect.stringContaining("Vous n'avez plus à venir")]);
    expect(await states()).toEqual(['Murol released']);
  });

  it('says the days on which they can’t, which the office reads', async () => {
    await gaelleConvened();
    const wrong = await gaelle.post('/commission/jours', { jours: 'lundi\n12/06/2027\n29/02/2027' });
    expect([wrong.status, words(wrong.body)]).toEqual([
      422,
      expect.stringContaining('« lundi ; 29/02/2027 » ne se lit pas comme un jour'),
    ]);
    expect((await gaelle.post('/commission/jours', { jours: '12/06/2024 matin' })).location).toContain('message=jours');
    expect((await gaelle.get('/commission/jours')).body).toContain('12/06/2024 matin');
  });
});

describe('On the same morning', () => {
  it('the board leads with who could come now, and one act seats, convenes and tells them', async () => {
    const page = await gaelleConvened();
    const near = await aPerson(db, 'Proche', { mail: 'proche@exemple.fr', phone: '0612345678' });
    await aPerson(db, 'Absent', { away: ['2024-06-03 am'] });
    await setClock('2024-06-02T20:00+02:00');
    await answer(page, 'refuser', { motif: 'Malade' });
    const board = await pageOf(0);
    const shown = await head.get(board);
    expect(shown.body).toContain('href="tel:+33612345678"');
    const part = words(shown.body).split('Qui en est')[0] ?? '';
    expect(part).toMatch(/Qui peut venir maintenant .*Alix Proche 06 12 34 56 78 \d+ km enseignant Faire venir/);
    expect(part).not.toMatch(/Absent|Murol/);
    // They may still be added by hand, after everybody else.
    expect(words(shown.body)).toMatch(/Absent Alix \(.*Murol Gaëlle \([^)]*, a répondu ne pas pouvoir venir\)/);
    expect(words(shown.body)).not.toContain('vient en plus');
    // Two tabs read that two are missing; each brings somebody.
    const vu = fieldOn(shown.body, 'vu');
    expect((await head.post(`${board}/faire-venir`, { personne: near, vu })).location).toContain('message=venue');
    expect(await states()).toEqual(['Murol declined', 'Proche convened']);
    expect((await convocationsTo('proche@exemple.fr')).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Votre convocation, '),
    ]);
    expect((await head.post(`${board}/faire-venir`, { personne: near, vu })).status).toBe(409);
    const late = await aPerson(db, 'Tardif', { side: 'employer', mail: 'tardif@exemple.fr' });
    const bring = async (seen: string) => {
      const { status, body } = await head.post(`${board}/faire-venir`, { personne: late, vu: seen });
      return [status, words(body)];
    };
    expect(await bring(vu)).toEqual([409, expect.stringContaining('a changé depuis que vous avez ouvert')]);
    const now = fieldOn((await head.get(board)).body, 'vu');
    await seated('Patronne', { side: 'employer' });
    expect(await bring(now)).toEqual([409, expect.stringContaining('est complète depuis')]);
    expect(await read(board)).toContain('une personne ajoutée vient en plus');
    expect(await convocationsTo('tardif@exemple.fr')).toEqual([]);
    expect((await states()).filter((one) => one.startsWith('Tardif'))).toEqual([]);
  });
});

describe('Once a test has begun', () => {
  it('who could come stands on its page until it ends, of the side that is missing first: whoever did not come is', async () => {
    await seated('Arnal');
    await seated('Patronne', { side: 'employer' });
    await aPerson(db, 'Proche');
    await aPerson(db, 'Gérante', { side: 'employer' });
    await setClock('2024-06-03T08:10+02:00');
    const board = await pageOf(0);
    expect(await read(board)).not.toContain('Qui peut venir maintenant');
    await sql`update board_member set came = false where examiner_id in (select id from examiner where last_name = 'Patronne')`.execute(
      db,
    );
    expect(await read(board)).toMatch(
      /Il manque 1 professionnel.*Qui peut venir maintenant .*Alix Gérante .*1 autre personne libre, d'une qualité qui ne manque pas .*Alix Proche .*Qui en est/,
    );
    expect(await read(board)).toMatch(/Alix Patronne employeur n'est pas venu/);
    const vu = fieldOn((await head.get(board)).body, 'vu');
    const { rows } = await sql<{ id: string }>`select id from examiner where last_name = 'Gérante'`.execute(db);
    const brought = await head.post(`${board}/faire-venir`, { personne: rows[0]?.id ?? '', vu });
    expect(brought.location).toContain('message=venue');
    expect(await read(board)).not.toContain('Qui peut venir maintenant');
    await setClock('2024-06-03T08:40+02:00');
    await sql`update board_member set came = false`.execute(db);
    expect(await read(board)).not.toContain('Qui peut venir maintenant');
  });
});

describe('What is kept of them', () => {
  it('goes a year after they are no longer asked, with their places, links and codes', async () => {
    const [gone, back] = [await seated('Partie'), await seated('Revenue')];
    const kept = await seated('Restante');
    await convene();
    await sql`update examiner set retired = true where id in (${gone}, ${back})`.execute(db);
    const { rows: accounts } = await sql<{
      id: string;
    }>`select account_id::text as id from examiner where id = ${gone}`.execute(db);
    const closed: string[] = [];
    const { count, erase } = oldExaminers(Temporal.Duration.from({ years: 1 }), async (_, __, account) =>
      closed.push(account),
    );
    const erased = () => db.transaction().execute(erase);
    expect(await erased()).toBe(0);
    await sql`update examiner set retired = false where id = ${back}`.execute(db);
    await setClock('2025-05-01T10:00+02:00');
    expect(await erased()).toBe(0);
    await sql`update examiner set retired = true where id = ${back}`.execute(db);
    await setClock('2025-05-02T10:00+02:00');
    expect([await count(db), await erased(), await count(db)]).toEqual([1, 1, 0]);
    const { rows } = await sql<{ id: string }>`select id from examiner order by last_name`.execute(db);
    expect(rows.map(({ id }) => id)).toEqual([kept, back]);
    expect(await states()).toEqual(['Restante convened', 'Revenue convened']);
    // And their access is closed.
    expect(closed).toEqual(accounts.map(({ id }) => id));
  });
});
