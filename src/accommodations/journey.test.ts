import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerNotice } from '../accounts/index.ts';
import { enrolmentStream, healthSubjectOf } from '../enrolment/index.ts';
import { listNotices, listPapers, noticesForOffice } from '../papers/index.ts';
import { readStream, SYSTEM } from '../platform/journal.ts';
import { onePage } from '../testing/documents/pdfFile.ts';
import { type Browser, ORDINARY_DAY, PASSWORD, type TestEnrolment, withoutMailbox } from '../testing/enrolments.ts';
import { readBeforeItLeaves } from '../testing/noMailbox.ts';
import { mailsTo } from '../testing/papers.ts';
import { signedIn } from '../testing/staff.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';
import { decidedInParts } from './store/list.ts';
import { accommodationRoom } from './testing.ts';

const {
  db,
  site,
  setClock,
  registered,
  staff: { service },
} = await stage(accommodationRoom(), { staff: { service: 'accommodation' } });
beforeEach(() => setClock(ORDINARY_DAY));

type Person = TestEnrolment & { readonly browser: Browser; readonly at: string; readonly desk: string };
let names = 0;
async function someone(): Promise<Person> {
  names += 1;
  const birthName = `Aubrac ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[names] ?? ''}`;
  const made = await registered(birthName);
  const browser = await signedIn(site, made.candidate.address, PASSWORD);
  const at = `/candidatures/${made.enrolment.id}/amenagement`;
  await browser.get(at);
  return { ...made, browser, at, desk: `/gestion/amenagements/${made.enrolment.id}` };
}

const read = async (browser: Browser, address: string): Promise<string> => words((await browser.get(address)).body);

async function send({ browser, at }: Person, fields: Record<string, string | readonly string[]> = {}) {
  const version = fieldOn((await browser.get(at)).body, 'version');
  return browser.post(at, {
    version,
    measures: ['extra-time', 'helper'],
    words: 'Je lis lentement.',
    acte: 'envoyer',
    ...fields,
  });
}
async function serve(desk: string, act: string, fields: Record<string, string>) {
  const version = fieldOn((await service.get(desk)).body, 'version');
  const press = () => service.post(`${desk}/${act}`, { version, ...fields });
  const done = await press();
  // Pressed twice, each act of the service is done once and told done.
  if (done.status === 303) expect((await press()).location).toBe(done.location);
  return done;
}
const GIVEN = { 'mesure-extra-time': 'accordee', 'temps-extra-time': '33', certain: 'oui', fondement: 'D351-27' };
const REFUSED = { 'mesure-helper': 'refusee', 'motifs-helper': 'Le médecin ne la juge pas utile.' };
async function advised(person: Person): Promise<void> {
  await send(person);
  await serve(person.desk, 'avis', {
    givenOn: '14/11/2023',
    'avis-extra-time': 'favorable',
    'avis-helper': 'defavorable',
  });
}

describe('A request for accommodations', () => {
  it('is made on its own page, which says that a tick is none, until the last day', async () => {
    const person = await someone();
    const page = await read(person.browser, person.at);
    expect(page).toContain('Cocher « Oui » à la rubrique « Handicap » ne suffit pas');
    expect(page).toContain("À envoyer jusqu'au vendredi 1er décembre 2023 inclus");
    expect(page).toContain('D351-28');
    const nothing = await send(person, { measures: [], words: 'Je lis lentement.' });
    expect([nothing.status, words(nothing.body)]).toEqual([422, expect.stringContaining('Cochez au moins un')]);
    expect(nothing.body).toContain('Je lis lentement.');
    const odd = await send(person, { measures: ['cure-thermale'] });
    expect(odd.status).toBe(422);
    expect((await service.get(person.desk)).status).toBe(404);
  });

  it('decided, is notified by a registered letter that its service alone sends; no officer s journal says so', async () => {
    const person = await someone();
    await advised(person);
    const decided = await serve(person.desk, 'decision', { ...GIVEN, ...REFUSED });
    expect(decided.location).toBe(`${person.desk}?message=decidee`);
    expect(await read(service, '/gestion/amenagements?liste=decided')).toContain('lettre recommandée');
    const letter = `${person.desk}/courrier`;
    expect((await service.get(person.desk)).body).toContain(letter);
    expect(await read(service, letter)).toContain('15000 AURILLAC');
    expect((await service.get('/gestion/amenagements?liste=decided')).body).toContain(
      '/gestion/amenagements/courriers',
    );
    // However many they are: they are read in parts, each once.
    const inParts = (await Array.fromAsync(decidedInParts(db, 'clermont', 1))).map((part) =>
      part.map(({ number }) => number),
    );
    expect(inParts.every(({ length }) => length === 1)).toBe(true);
    expect(inParts.flat()).toEqual(
      (await Array.fromAsync(decidedInParts(db, 'clermont'))).flat().map(({ number }) => number),
    );
    expect(inParts.flat()).toContain(person.enrolment.number);
    // Who was on the list is in the chain of the service, like any reading of it.
    const readings = await readStream(db, 'accommodations:clermont', 1);
    expect(JSON.stringify(readings)).toContain(person.enrolment.id);
    const wrong = await service.post(letter, { acte: 'partie', jour: '15/11/2023', suivi: '12' });
    expect([wrong.status, words(wrong.body)]).toEqual([422, expect.stringContaining('de 8 à 20 lettres')]);
    const posted = await service.post(letter, { acte: 'partie', jour: '15/11/2023', suivi: '1A 999 888 777 66' });
    expect(posted.location).toBe(`${letter}?message=lettre-partie`);
    expect(await read(service, letter)).toContain('Lettre 1A99988877766, partie le');
    expect(await read(service, person.desk)).toContain('numéro de suivi 1A99988877766');
    const named = async (stream: string): Promise<readonly string[]> =>
      (await readStream(db, stream, 100)).map(({ name }) => name);
    expect(await named(`enrolment:${person.enrolment.id}`)).not.toContain('letter.posted');
    expect(await named(`health:${person.enrolment.id}`)).toContain('letter.posted');
  });

  it('of who has no mail box: what the service asks for and why it refuses are read for what only holds on line', async () => {
    const person = await someone();
    await send(person);
    await withoutMailbox(db, person);
    const words = 'Le formulaire signé, en ligne.';
    const ask = (more: Record<string, string>) =>
      serve(person.desk, 'demande', { words, until: '30/11/2023', ...more });
    expect((await readBeforeItLeaves(ask, words)).status).toBe(303);
    await serve(person.desk, 'avis', {
      givenOn: '14/11/2023',
      'avis-extra-time': 'favorable',
      'avis-helper': 'defavorable',
    });
    const why = 'Le médecin ne la juge pas utile, lisez-le en ligne.';
    const decide = (more: Record<string, string>) =>
      serve(person.desk, 'decision', { ...GIVEN, ...REFUSED, 'motifs-helper': why, ...more });
    expect((await readBeforeItLeaves(decide, why)).status).toBe(303);
  });

  it('kept without being sent is read by its candidate alone', async () => {
    const person = await someone();
    const kept = await send(person, { acte: 'enregistrer' });
    expect(kept.location).toBe(`${person.at}?message=enregistree`);
    expect((await person.browser.get(person.at)).body).toMatch(/value="extra-time"[^>]*checked/);
    await person.browser.upload(`${person.at}/fichiers`, { kind: 'medical' }, onePage(), 'bilan.pdf');
    expect((await service.get(person.desk)).status).toBe(404);
    expect(await read(service, '/gestion/amenagements')).not.toContain(person.candidate.birthName);
  });

  it('of which more is asked stays so, whatever is noted of the doctor meanwhile, until its candidate answers', async () => {
    const person = await someone();
    const { browser, at, desk } = person;
    await send(person);
    await serve(desk, 'demande', { words: 'Le formulaire signé.', until: '30/11/2023' });
    const due = async () =>
      (await sql`select until from accommodation_deadline where enrolment_id = ${person.enrolment.id}`.execute(db))
        .rows;
    const advice = { givenOn: '14/11/2023', 'avis-extra-time': 'favorable', 'avis-helper': 'defavorable' };
    for (const [act, fields] of [
      ['medecin', {}],
      ['avis', advice],
    ] as const) {
      expect((await serve(desk, act, fields)).status).toBe(303);
      const page = await read(browser, at);
      expect([act, page]).toEqual([act, expect.stringContaining('Le formulaire signé.')]);
      expect(page).toContain("À donner jusqu'au jeudi 30 novembre 2023");
      expect(page).not.toMatch(/Il décide ensuite|puis le service décide/);
      expect(await read(service, desk)).toContain('Répondre au service des aménagements');
      expect(await due()).toHaveLength(1);
    }
    expect((await browser.post(`${at}/reponse`, { words: 'Le voici.' })).location).toBe(`${at}?message=repondu`);
    const page = await read(browser, at);
    expect(page).not.toContain('À donner jusqu');
    expect(page).toContain("Le service a l'avis du médecin. Il décide ensuite.");
    expect(await due()).toEqual([]);
    expect((await browser.post(`${at}/reponse`, {})).status).toBe(409);
  });

  it('goes from its documents to the notification, told by mails that name nothing', async () => {
    const person = await someone();
    const { browser, at, desk } = person;
    const given = await browser.upload(`${at}/fichiers`, { kind: 'medical' }, onePage(), 'bilan dys.pdf');
    expect(given.location).toBe(`${at}?message=ajoute#documents`);
    expect((await send(person)).location).toBe(`${at}?message=envoyee`);
    expect(await read(browser, at)).toContain('Demande envoyée');

    const page = (await service.get(desk)).body;
    expect(words(page)).toContain('Temps majoré');
    expect(words(page)).toContain('Je lis lentement.');
    const document = /amenagements\/[\w-]+\/fichiers\/([\w-]+)"/.exec(page)?.[1] ?? '';
    const shown = await service.get(`${desk}/fichiers/${document}`);
    expect([shown.status, shown.header('content-type'), shown.header('content-security-policy')]).toEqual([
      200,
      'application/pdf',
      expect.stringContaining("default-src 'none'"),
    ]);
    expect((await service.get(`${desk}/fichiers/${document}/pages/1`)).header('content-type')).toBe('image/jpeg');
    expect((await service.get(`${desk}/fichiers/${document}/pages/2`)).status).toBe(204);

    const asked = await serve(desk, 'demande', { words: 'Le formulaire signé.', until: '30/11/2023' });
    expect(asked.location).toBe(`${desk}?message=demande`);
    const toAnswer = await read(browser, at);
    expect(toAnswer).toContain('Le formulaire signé.');
    expect(toAnswer).toContain("À donner jusqu'au jeudi 30 novembre 2023");
    await browser.upload(`${at}/fichiers`, { kind: 'request-form' }, onePage({ version: '1.5' }), 'formulaire.pdf');
    expect((await browser.post(`${at}/reponse`, { words: 'Le voici.' })).location).toBe(`${at}?message=repondu`);
    expect(await read(service, desk)).toContain('Réponse du 15/11/2023 : Le voici.');

    const early = await serve(desk, 'decision', { ...GIVEN, ...REFUSED });
    expect([early.status, words(early.body)]).toEqual([
      409,
      expect.stringContaining("L'avis du médecin n'est pas noté"),
    ]);
    expect((await serve(desk, 'medecin', {})).location).toBe(`${desk}?message=medecin`);
    expect(await read(browser, at)).toContain("À l'avis du médecin");
    const opinions = { 'avis-extra-time': 'favorable', 'avis-helper': 'defavorable' };
    expect((await serve(desk, 'avis', { givenOn: '15/11/2023', ...opinions })).location).toBe(`${desk}?message=avis`);
    // It prepares the decision: it is read once that is taken (CRPA L311-2).
    expect(await read(browser, at)).not.toMatch(/[Ff]avorable/);

    const wordless = await serve(desk, 'decision', { ...GIVEN, 'mesure-helper': 'refusee' });
    expect([wordless.status, words(wordless.body)]).toEqual([
      422,
      expect.stringContaining("Écrivez pourquoi « Aide d'une personne » est refusé"),
    ]);
    const half = await serve(desk, 'decision', GIVEN);
    expect([half.status, words(half.body)]).toEqual([422, expect.stringContaining('cette mesure est demandée')]);
    expect((await serve(desk, 'decision', { ...GIVEN, ...REFUSED })).location).toBe(`${desk}?message=decidee`);

    const told = await read(browser, at);
    expect(told).toContain('un tiers de temps en plus');
    expect(told).toContain('Décision prise par ');
    expect(told).toContain('Le médecin ne la juge pas utile.');
    expect(told).toContain('tribunal administratif');
    expect(told).toMatch(
      /Avis du médecin du 15\/11\/2023 : favorable\..*Avis du médecin du 15\/11\/2023 : défavorable\./,
    );
    const mails = await mailsTo(db, person.candidate.address);
    const ours = mails.filter(({ template }) => template === 'space.message');
    expect(ours).toHaveLength(3);
    for (const { subject, body } of ours) {
      expect(`${subject} ${body}`).not.toMatch(
        /aménag|amenag|handicap|santé|médec|temps majoré|temps en plus|helper|D351/i,
      );
      expect(body).toContain(`/candidatures/${person.enrolment.id}`);
    }
  });

  it('sent twice by a double click is one request and one mail', async () => {
    const person = await someone();
    const { browser, at } = person;
    const page = (await browser.get(at)).body;
    const key = fieldOn(page, 'cle');
    const fields = { cle: key, measures: 'extra-time', words: '', acte: 'envoyer' };
    const twice = await Promise.all([browser.post(at, fields), browser.post(at, fields)]);
    expect(twice.map(({ location }) => location)).toEqual([`${at}?message=envoyee`, `${at}?message=envoyee`]);
    const mails = await mailsTo(db, person.candidate.address);
    expect(mails.filter(({ template }) => template === 'space.message')).toHaveLength(1);
    const again = await browser.post(at, { ...fields, cle: '', measures: 'room' });
    expect([again.status, words(again.body)]).toEqual([409, expect.stringContaining('déjà envoyée')]);
  });

  it('changed in another tab is not overwritten', async () => {
    const person = await someone();
    await send(person, { acte: 'enregistrer' });
    const version = fieldOn((await person.browser.get(person.at)).body, 'version');
    await send(person, { acte: 'enregistrer', measures: ['room'] });
    const late = await send(person, { version, acte: 'envoyer' });
    expect([late.status, words(late.body)]).toEqual([409, expect.stringContaining('dans un autre onglet')]);
  });

  it('taken back leaves the service, with its documents, and may be made again', async () => {
    const person = await someone();
    await person.browser.upload(`${person.at}/fichiers`, { kind: 'medical' }, onePage(), 'bilan.pdf');
    await send(person);
    const page = (await service.get(person.desk)).body;
    const document = /fichiers\/([\w-]+)"/.exec(page)?.[1] ?? '';
    await person.browser.get(`${person.at}/retrait`);
    expect((await person.browser.post(`${person.at}/retrait`, {})).location).toBe(`${person.at}?message=retiree`);
    expect((await person.browser.post(`${person.at}/retrait`, {})).location).toBe(`${person.at}?message=retiree`);
    expect((await service.get(person.desk)).status).toBe(404);
    expect((await service.get(`${person.desk}/fichiers/${document}`)).status).toBe(404);
    expect((await send(person, { version: '' })).location).toBe(`${person.at}?message=envoyee`);
    expect((await service.get(person.desk)).body).not.toContain(document);
  });

  it('after the last day is sent with its reason and judged by a person, never refused by the machine', async () => {
    const person = await someone();
    await setClock('2023-12-01T23:59:00+01:00');
    expect(await read(person.browser, person.at)).not.toContain('La date limite est passée');
    await setClock('2024-01-10T10:00:00+01:00');
    expect(await read(person.browser, person.at)).toContain('La date limite est passée');
    const unsaid = await send(person);
    expect([unsaid.status, words(unsaid.body)]).toEqual([422, expect.stringContaining('Dites pourquoi votre demande')]);
    const undated = await send(person, { revealed: 'oui', lateWords: 'Accident.' });
    expect([undated.status, words(undated.body)]).toEqual([422, expect.stringContaining('Dites quand')]);
    const sent = await send(person, { revealed: 'oui', revealedOn: '20/12/2023', lateWords: 'Accident.' });
    expect(sent.location).toBe(`${person.at}?message=envoyee`);
    expect(await read(service, '/gestion/amenagements')).toContain('Envoyée après la date limite');
    expect(await read(service, person.desk)).toContain('son handicap a été révélé le 20/12/2023');
    const refusals = {
      'mesure-extra-time': 'refusee',
      'motifs-extra-time': 'Rien ne montre un handicap révélé après.',
    };
    const law = { certain: 'oui', fondement: 'D351-28', ...REFUSED };
    expect((await serve(person.desk, 'decision', { ...GIVEN, ...REFUSED })).status).toBe(409);
    expect((await serve(person.desk, 'decision', { ...refusals, ...law })).location).toContain('message=decidee');
  });
});

describe('A decision', () => {
  it('is of a person: measure by measure, unchanged page, and more than the usual time with reasons', async () => {
    const person = await someone();
    await advised(person);
    const unsure = await serve(person.desk, 'decision', { ...GIVEN, ...REFUSED, certain: '' });
    expect([unsure.status, words(unsure.body)]).toEqual([422, expect.stringContaining('une personne décide')]);
    const long = await serve(person.desk, 'decision', { ...GIVEN, ...REFUSED, 'temps-extra-time': '50' });
    expect([long.status, words(long.body)]).toEqual([422, expect.stringContaining('Plus de 33 % se motive')]);
    expect(long.body).toContain('value="50"');
    const stale = await service.post(`${person.desk}/decision`, { version: '1', ...GIVEN, ...REFUSED });
    expect([stale.status, words(stale.body)]).toEqual([409, expect.stringContaining('a changé depuis')]);
    const none = await sql`select 1 from accommodation_decision where enrolment_id = ${person.enrolment.id}`.execute(
      db,
    );
    expect(none.rows).toHaveLength(0);
  });

  it('gives a paper that its candidate has and the office has not, by list, id, journal or view', async () => {
    const person = await someone();
    const { id } = person.enrolment;
    await advised(person);
    await serve(person.desk, 'decision', { ...GIVEN, ...REFUSED });
    const paper = (await listPapers(db, null, id)).find(({ kind }) => kind === 'accommodation');
    if (paper === undefined) throw new Error('no notification');
    expect(paper.reference).toMatch(/-D1$/);
    expect((await listPapers(db, 'clermont', id)).map(({ kind }) => kind)).not.toContain('accommodation');
    expect((await listPapers(db, { serviceOf: 'clermont' }, id)).map(({ kind }) => kind)).toEqual(['accommodation']);
    expect(await listPapers(db, { serviceOf: 'lyon' }, id)).toHaveLength(0);
    const outcome = await sql`select 1 from paper_outcome where id = ${paper.id}`.execute(db);
    expect(outcome.rows).toHaveLength(0);
    const open = await readStream(db, enrolmentStream(id), 100);
    expect(JSON.stringify(open)).not.toMatch(/accommodation|aménag/i);
    const health = await readStream(db, healthSubjectOf(person.enrolment).stream, 100);
    expect(health.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['accommodation.submitted', 'accommodation.decided', 'paper.issued']),
    );
    const { rows } = await sql<{ academy: string | null }>`select distinct academy from journal_entry
      where stream = ${healthSubjectOf(person.enrolment).stream}`.execute(db);
    expect(rows).toEqual([{ academy: null }]);
    const printed = await service.get(`${person.desk}/notifications/${paper.id}/pdf`);
    expect([printed.status, printed.header('content-type')]).toEqual([200, 'application/pdf']);
    expect(printed.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const other = (await listPapers(db, null, id)).find(({ kind }) => kind === 'confirmation');
    expect((await service.get(`${person.desk}/notifications/${other?.id ?? ''}/pdf`)).status).toBe(404);
  });

  it('deposited under an agreement is told by a mail that names nothing of it, and counts from its first reading', async () => {
    const person = await someone();
    const { accountId, address } = person.candidate;
    await db.transaction().execute((tx) => answerNotice(tx, SYSTEM, accountId, { accepts: true, place: 'account' }));
    await advised(person);
    await serve(person.desk, 'decision', { ...GIVEN, ...REFUSED });
    const mail = (await mailsTo(db, address)).at(-1);
    expect(mail?.template).toBe('space.message');
    expect(mail?.body).toContain('Document\u00a0: Décision individuelle');
    for (const said of ['quinze jours', 'R112-20', '/documents']) expect(mail?.body).toContain(said);
    expect(`${mail?.subject} ${mail?.body}`).not.toMatch(/aménag|handicap|santé|médec/i);
    const desk = await read(service, person.desk);
    expect(desk).toContain('Déposée en ligne, pas encore ouverte');
    const [notice] = await listNotices(db, person.enrolment.id);
    expect(notice).toMatchObject({ kind: 'accommodation', electronic: true });
    expect(await noticesForOffice(db, 'clermont', person.enrolment.id)).toEqual([]);
  });

  it('taken again is told, and its paper replaces the last; the same again changes nothing', async () => {
    const person = await someone();
    await advised(person);
    await serve(person.desk, 'decision', { ...GIVEN, ...REFUSED });
    const same = await serve(person.desk, 'decision', { ...GIVEN, ...REFUSED });
    expect([same.status, words(same.body)]).toEqual([409, expect.stringContaining('déjà notifiée')]);
    const more = { ...GIVEN, 'mesure-helper': 'accordee', 'comment-helper': 'Un secrétaire' };
    expect((await serve(person.desk, 'decision', more)).location).toContain('decidee');
    const notices = (await listPapers(db, null, person.enrolment.id)).filter(({ kind }) => kind === 'accommodation');
    expect(notices.map(({ version }) => version)).toEqual([2, 1]);
    const mails = await mailsTo(db, person.candidate.address);
    expect(mails.at(-1)?.subject).toContain('remplace');
    const { rows } =
      await sql`select measure, percent, how from accommodation_effect where enrolment_id = ${person.enrolment.id} order by measure`.execute(
        db,
      );
    expect(rows).toEqual([
      { measure: 'extra-time', percent: 33, how: null },
      { measure: 'helper', percent: null, how: 'Un secrétaire' },
    ]);
  });

  it('no longer lets its request be changed, taken back or added to', async () => {
    const person = await someone();
    await advised(person);
    await serve(person.desk, 'decision', { ...GIVEN, ...REFUSED });
    await person.browser.get(person.at);
    expect((await send(person)).status).toBe(409);
    expect((await person.browser.post(`${person.at}/retrait`, {})).status).toBe(409);
    expect((await person.browser.post(`${person.at}/reponse`, {})).status).toBe(409);
    const late = await person.browser.upload(`${person.at}/fichiers`, { kind: 'medical' }, onePage(), 'x.pdf');
    expect(late.status).toBe(409);
  });
});

describe('Documents of health', () => {
  it('are those of every file: read by content, named, and refused with a sentence', async () => {
    const person = await someone();
    const { browser, at } = person;
    for (const [kind, content, name, status, says] of [
      ['', onePage(), 'a.pdf', 422, "Dites ce qu'est ce document"],
      ['medical', Buffer.from('MZ\u0000'), 'a.pdf', 415, "n'est ni un PDF ni une photo"],
      ['medical', Buffer.alloc(0), 'a.pdf', 422, 'vide'],
    ] as const) {
      const answer = await browser.upload(`${at}/fichiers`, { kind }, content, name);
      expect([answer.status, words(answer.body)], name).toEqual([status, expect.stringContaining(says)]);
    }
    const left = await sql`select 1 from accommodation_document where enrolment_id = ${person.enrolment.id}`.execute(
      db,
    );
    expect(left.rows).toHaveLength(0);
  });

  it('are taken back while nobody reads them, and opened by nobody else', async () => {
    const [one, other] = [await someone(), await someone()];
    await one.browser.upload(`${one.at}/fichiers`, { kind: 'medical' }, onePage(), 'bilan.pdf');
    const page = (await one.browser.get(one.at)).body;
    const document = /fichiers\/([\w-]+)"/.exec(page)?.[1] ?? '';
    expect((await one.browser.get(`${one.at}/fichiers/${document}`)).status).toBe(200);
    expect((await other.browser.get(`${other.at}/fichiers/${document}`)).status).toBe(404);
    expect((await other.browser.get(`${one.at}/fichiers/${document}`)).status).toBe(404);
    expect((await one.browser.get(`${one.at}/fichiers/${document}/supprimer`)).status).toBe(200);
    const removed = await one.browser.post(`${one.at}/fichiers/${document}/supprimer`, {});
    expect(removed.location).toBe(`${one.at}?message=supprime`);
    expect((await one.browser.get(`${one.at}/fichiers/${document}`)).status).toBe(404);
    await one.browser.upload(`${one.at}/fichiers`, { kind: 'medical' }, onePage(), 'bilan.pdf');
    await send(one);
    const sent = /fichiers\/([\w-]+)"/.exec((await one.browser.get(one.at)).body)?.[1] ?? '';
    expect((await one.browser.post(`${one.at}/fichiers/${sent}/supprimer`, {})).status).toBe(409);
  });
});
