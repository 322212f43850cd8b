import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { enrolmentRoutes, enrolmentStream, listEntries } from '../../../enrolment/index.ts';
import { printAccessLetter } from '../../../papers/index.ts';
import { closingOf, endByMode, listPieces, standingsOf } from '../../../pieces/index.ts';
import { readStream } from '../../../platform/journal.ts';
import { keysOf } from '../../../platform/keys.ts';
import { deskRoom, STRANGERS } from '../../../testing/desk.ts';
import { onePage } from '../../../testing/documents/pdfFile.ts';
import {
  aDraft,
  COIFFURE,
  MACON_WITH_HANDICAP,
  ORDINARY_DAY,
  PASSWORD,
  reread,
  type TestEnrolment,
} from '../../../testing/enrolments.ts';
import { misplacedFaults } from '../../../testing/misplacedFaults.ts';
import { pieceOf, signIn } from '../../../testing/officeSite.ts';
import { mailsTo } from '../../../testing/papers.ts';
import { broughtIn, nobodyBroughtIn } from '../../../testing/staff.ts';
import { stage } from '../../../testing/stage.ts';
import { fieldOn, wordsIn } from '../../../testing/words.ts';

const PDF = onePage();
const AFTER_CLOSING = Temporal.Instant.from('2023-12-05T10:00:00+01:00');

/** Of the letters that were printed. */
const codes: string[] = [];
const room = deskRoom({
  own: enrolmentRoutes,
  more: (_, papers) => ({
    accessLetter: (enrolment, candidate, code) => {
      codes.push(code);
      return printAccessLetter(papers, { enrolment, candidate, code }, ORDINARY_DAY);
    },
  }),
});
const {
  db,
  catalogue,
  events,
  site,
  registered: enrolled,
  setClock,
  staff,
} = await stage(room, {
  staff: { officer: 'officer', colleague: 'officer', head: 'head', jury: 'jury', ...STRANGERS },
});
const { officer, colleague, head } = staff;
const elsewhere = [...keysOf(STRANGERS), 'jury'] as const;
beforeEach(() => setClock(ORDINARY_DAY));

const aFile = (answers = {}) => enrolled({ answers });
const at = ({ enrolment }: Pick<TestEnrolment, 'enrolment'>, step: string): string =>
  `/gestion/dossiers/${enrolment.id}/saisie/${step}`;
const CALL = { demande: 'telephone', jour: '15/11/2023', mots: 'Change de langue facultative. N a pas internet.' };
const LETTER = { ...CALL, demande: 'post' };

async function open(file: Pick<TestEnrolment, 'enrolment'>, fields = {}, who = officer, letter: Buffer | null = null) {
  await who.get('/gestion/dossiers');
  const path = `/gestion/dossiers/${file.enrolment.id}/saisir`;
  return who.upload(
    path,
    { ...CALL, cle: randomUUID(), ...fields },
    letter ?? Buffer.alloc(0),
    letter ? 'lettre.pdf' : '',
  );
}
/** One step, from its page, as a browser sends it. */
async function type(file: Pick<TestEnrolment, 'enrolment'>, step: string, answers: object, who = officer) {
  const page = await who.get(at(file, step));
  return who.post(at(file, step), { ...answers, version: fieldOn(page.body, 'version') } as Record<string, string>);
}
async function register(file: Pick<TestEnrolment, 'enrolment'>, more = {}, who = officer) {
  const page = await who.get(at(file, 'recapitulatif'));
  const fields = { cle: randomUUID(), version: fieldOn(page.body, 'version'), ...more };
  return who.post(at(file, 'recapitulatif'), fields);
}
const names = async (file: Pick<TestEnrolment, 'enrolment'>) =>
  (await readStream(db, enrolmentStream(file.enrolment.id), 50)).map(({ name }) => name);

describe('Answers changed on the telephone', () => {
  it('go through the steps, make a version that is not signed, and the candidate is told by mail and page', async () => {
    const file = await aFile();
    await sql`update enrolment set signed_version = 1, signed_at = now() where id = ${file.enrolment.id}`.execute(db);
    expect((await officer.get(`/gestion/dossiers/${file.enrolment.id}`)).body).toContain('Saisir des réponses');
    expect((await open(file)).location).toBe(at(file, 'recapitulatif'));
    const summary = (await officer.get(at(file, 'recapitulatif'))).body;
    expect(summary).toContain('Change de langue facultative');
    expect(summary).toContain(`${at(file, 'epreuves')}?changer=1`);
    expect(summary).not.toContain('/candidatures/');
    const sent = await type(file, 'epreuves', { ...COIFFURE.epreuves, optionalLanguage: 'espagnol', changer: '1' });
    expect(sent.location).toBe(at(file, 'recapitulatif'));
    const done = await register(file);
    expect(done.location).toBe(`/gestion/dossiers/${file.enrolment.id}?message=saisie-enregistree`);
    const after = await reread(db, file.candidate, file.enrolment.id);
    expect(after).toMatchObject({ version: 2, working: null, number: file.enrolment.number });
    expect(after.signature?.version, 'nobody signs in their place').toBe(1);
    expect(after.registered?.epreuves?.optionalLanguage).toBe('espagnol');
    const [entry] = await listEntries(db, file.enrolment.id);
    expect(entry).toMatchObject({ outcome: 'registered', version: 2, officerId: officer.id, way: 'telephone' });
    // Both persons are in the journal.
    const { rows } = await sql<{ name: string; actor_id: string; on_behalf_of: string }>`
      select name, actor_id, on_behalf_of from journal where stream = ${enrolmentStream(file.enrolment.id)}
        and name in ('entry.opened', 'enrolment.modified') order by id`.execute(db);
    const both = { actor_id: officer.id, on_behalf_of: file.candidate.accountId };
    expect(rows).toEqual([
      { name: 'entry.opened', ...both },
      { name: 'enrolment.modified', ...both },
    ]);
    const history = (await officer.get(`/gestion/dossiers/${file.enrolment.id}`)).body;
    expect(history).toContain('version 2, saisie pour le candidat (par téléphone)');
    const mails = await mailsTo(db, file.candidate.address);
    const mail = mails.find(({ template }) => template === 'enrolment.typed');
    expect(mail?.body).toContain('Réponses qui changent\u00a0: UF\u00a0: Langue vivante étrangère facultative.');
    expect(mail?.body).not.toContain('spagnol');
    expect(mails.filter(({ template }) => template === 'enrolment.modified')).toEqual([]);
  });

  it('are refused as the candidate s own would be, with what was typed kept', async () => {
    const file = await aFile();
    await open(file);
    const wrong = await type(file, 'identification', {
      ...COIFFURE.identification,
      postcode: '123',
      city: 'Nulle Part',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('Nulle Part');
    expect((await reread(db, file.candidate, file.enrolment.id)).working).toBeNull();
  });

  it('that differ in nothing make no version, no mail, and end the entry', async () => {
    const file = await aFile();
    await open(file);
    await type(file, 'epreuves', { ...COIFFURE.epreuves });
    expect((await register(file)).location).toContain('message=saisie-sans-effet');
    expect((await reread(db, file.candidate, file.enrolment.id)).version).toBe(1);
    expect(await listEntries(db, file.enrolment.id)).toMatchObject([{ outcome: 'left', version: null }]);
  });

  it('left without an Enregistrer, are as they were found; what the candidate wrote since stays', async () => {
    const file = await aFile();
    await open(file);
    await type(file, 'epreuves', { ...COIFFURE.epreuves, optionalLanguage: 'espagnol' });
    const entry = async () => (await listEntries(db, file.enrolment.id))[0]?.id ?? '';
    const stale = await officer.post(at(file, 'laisser'), { saisie: randomUUID() });
    expect(stale.status, 'another one').toBe(409);
    expect((await officer.post(at(file, 'laisser'), { saisie: await entry() })).location).toContain('saisie-laissee');
    expect((await reread(db, file.candidate, file.enrolment.id)).working).toBeNull();
    expect(await names(file)).toContain('entry.left');
    await open(file);
    await type(file, 'epreuves', { ...COIFFURE.epreuves, optionalLanguage: 'espagnol' });
    const own = site.browser();
    await signIn(own, file.candidate.address, PASSWORD);
    const page = await own.get(`/candidatures/${file.enrolment.id}/epreuves`);
    await own.post(`/candidatures/${file.enrolment.id}/epreuves`, {
      ...COIFFURE.epreuves,
      optionalLanguage: 'portugais',
      version: fieldOn(page.body, 'version'),
    } as Record<string, string>);
    await officer.post(at(file, 'laisser'), { saisie: await entry() });
    const after = await reread(db, file.candidate, file.enrolment.id);
    expect(after.working?.epreuves?.optionalLanguage).toBe('portugais');
  });
});

describe('Two at once', () => {
  it('the officer and the candidate: the second sees both answers and decides', async () => {
    const file = await aFile();
    await open(file);
    const page = await officer.get(at(file, 'epreuves'));
    const own = site.browser();
    await signIn(own, file.candidate.address, PASSWORD);
    const theirs = await own.get(`/candidatures/${file.enrolment.id}/epreuves`);
    const answers = (language: string, body: string) =>
      ({ ...COIFFURE.epreuves, optionalLanguage: language, version: fieldOn(body, 'version') }) as Record<
        string,
        string
      >;
    expect(
      (await own.post(`/candidatures/${file.enrolment.id}/epreuves`, answers('portugais', theirs.body))).status,
    ).toBe(303);
    const late = await officer.post(at(file, 'epreuves'), answers('espagnol', page.body));
    expect(late.status).toBe(409);
    for (const words of ['Portugais', 'Espagnol']) expect(late.body).toContain(words);
  });

  it('two officers: the second is told, and goes on where nobody did for two hours', async () => {
    const file = await aFile();
    await open(file);
    const held = await open(file, {}, colleague);
    expect(held.status).toBe(409);
    expect(held.body).toContain('Un collègue saisit en ce moment');
    expect((await colleague.get(at(file, 'epreuves'))).status).toBe(409);
    await setClock(ORDINARY_DAY.add({ hours: 3 }));
    expect((await open(file, {}, colleague)).status).toBe(303);
    const gone = await officer.get(at(file, 'epreuves'));
    expect([gone.status, gone.body.includes('Cette saisie est terminée')]).toEqual([409, true]);
    expect((await listEntries(db, file.enrolment.id)).map(({ outcome }) => outcome)).toEqual([null, 'replaced']);
  });

  it('two tabs: after the Enregistrer of one, the other says that the entry is over', async () => {
    const file = await aFile();
    await open(file);
    await type(file, 'epreuves', { ...COIFFURE.epreuves, optionalLanguage: 'espagnol' });
    const first = await officer.get(at(file, 'recapitulatif'));
    const fields = { cle: randomUUID(), version: fieldOn(first.body, 'version') };
    const twice = await Promise.all([1, 2].map(() => officer.post(at(file, 'recapitulatif'), fields)));
    const third = await officer.post(at(file, 'recapitulatif'), fields);
    expect([...twice, third].map(({ location }) => location)).toEqual(Array(3).fill(twice[0]?.location));
    expect(third.location).toContain('message=saisie-');
    expect((await reread(db, file.candidate, file.enrolment.id)).version).toBe(2);
    expect((await officer.post(at(file, 'recapitulatif'), { ...fields, cle: randomUUID() })).status).toBe(409);
  });

  it('a note as long as it may be, in a script of three bytes a letter, opens one entry for two clicks', async () => {
    const file = await aFile();
    const mots = Array.from({ length: 1000 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 7919) % 20_000))).join('');
    const cle = randomUUID();
    const twice = await Promise.all([1, 2].map(() => open(file, { mots, cle })));
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect((await listEntries(db, file.enrolment.id)).map(({ words }) => words)).toEqual([mots]);
  });

  it('two clicks open one entry and keep one letter', async () => {
    const file = await aFile();
    const cle = randomUUID();
    await Promise.all([1, 2].map(() => open(file, { ...LETTER, cle }, officer, PDF)));
    const entries = await listEntries(db, file.enrolment.id);
    expect(entries.length).toBe(1);
    const proof = await officer.get(`${at(file, 'preuves')}/${entries[0]?.id}`);
    expect([proof.status, proof.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    // Another candidate from the same page and letter is another entry.
    const other = await aFile();
    expect((await open(other, { ...LETTER, cle }, officer, PDF)).status).toBe(303);
    expect(await listEntries(db, other.enrolment.id)).toHaveLength(1);
  });
});

describe('The day on which it was asked decides', () => {
  it('posted in time and typed after the closing, it counts; a call does not, nor what was posted late', async () => {
    const file = await aFile();
    await setClock(AFTER_CLOSING);
    expect((await open(file, { ...CALL, jour: '30/11/2023' })).status).toBe(403);
    expect((await open(file, { ...LETTER, jour: '02/12/2023' }, officer, PDF)).status).toBe(403);
    expect((await open(file, { ...LETTER, jour: '01/12/2023' }, officer, PDF)).status).toBe(303);
    await type(file, 'epreuves', { ...COIFFURE.epreuves, optionalLanguage: 'espagnol' });
    expect((await register(file)).status).toBe(303);
    expect((await reread(db, file.candidate, file.enrolment.id)).version).toBe(2);
    const { rows } = await sql<{ late: boolean }>`select begun_at >= '2023-12-01T17:00:00+01:00' as late
      from enrolment_version where enrolment_id = ${file.enrolment.id} and version = 2`.execute(db);
    expect(rows).toEqual([{ late: false }]);
  });

  it('never lets through what the candidate had not saved by the closing', async () => {
    const file = await aFile();
    const own = site.browser();
    await signIn(own, file.candidate.address, PASSWORD);
    const page = await own.get(`/candidatures/${file.enrolment.id}/epreuves`);
    const path = `/candidatures/${file.enrolment.id}/epreuves`;
    await own.post(path, {
      ...COIFFURE.epreuves,
      optionalLanguage: 'portugais',
      version: fieldOn(page.body, 'version'),
    } as Record<string, string>);
    await setClock(AFTER_CLOSING);
    await open(file, { ...LETTER, jour: '30/11/2023' }, officer, PDF);
    expect((await reread(db, file.candidate, file.enrolment.id)).working).toBeNull();
  });

  it.each([
    ['a day to come', { jour: '16/11/2023' }, 'pas encore venu'],
    ['a day before the opening', { jour: '01/10/2023' }, "avant l'ouverture"],
    ['no words', { mots: '' }, 'Écrivez ce que le candidat demande'],
    ['no way', { demande: '' }, 'Dites comment'],
    ['a letter that nobody scanned', { demande: 'post' }, 'Joignez la lettre'],
  ])('with %s is refused in words and opens nothing', async (_, changes, words) => {
    const file = await aFile();
    const refused = await open(file, changes);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain(words);
    expect(misplacedFaults(refused.body)).toEqual([]);
    expect(await listEntries(db, file.enrolment.id)).toEqual([]);
  });

  it('refuses a letter that is no document, and one of somebody else s file', async () => {
    const file = await aFile();
    expect((await open(file, LETTER, officer, Buffer.from('rien'))).status).toBe(415);
    const other = await aFile();
    await open(other, LETTER, officer, PDF);
    const [entry] = await listEntries(db, other.enrolment.id);
    expect((await officer.get(`${at(file, 'preuves')}/${entry?.id}`)).status).toBe(404);
  });
});

describe('Who may', () => {
  it('is whoever reads the file: no other group, academy or service', async () => {
    const file = await aFile();
    for (const who of elsewhere) {
      const browser = staff[who];
      expect((await open(file, {}, browser)).status, who).toBe(404);
      expect((await browser.get(at(file, 'epreuves'))).status, who).toBe(404);
      expect((await browser.get(`/gestion/dossiers/${file.enrolment.id}/saisir`)).status, who).toBe(404);
    }
    expect((await open(file, {}, head)).status).toBe(303);
  });

  it('never moves a file to a group that isn t theirs; the head of office may', async () => {
    const elsewhereSpeciality = catalogue
      .specialities()
      .find((one) => catalogue.portfolioOf(one, 'clermont')?.code === 'G1');
    const file = await aFile();
    await open(file);
    const answers = { ...COIFFURE.qualification, speciality: elsewhereSpeciality?.cfd ?? '' };
    const refused = await type(file, 'qualification', answers);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('suivie par le groupe G1');
    const [entry] = await listEntries(db, file.enrolment.id);
    await officer.post(at(file, 'laisser'), { saisie: entry?.id ?? '' });
    await open(file, {}, head);
    expect((await type(file, 'qualification', answers, head)).status).toBe(303);
  });

  it('sees and changes nothing of what the candidate says of their health', async () => {
    const file = await enrolled({ answers: MACON_WITH_HANDICAP, reserveRead: [] });
    // Every group of Maçon is the head's to read.
    expect((await open(file, {}, head)).status).toBe(303);
    for (const step of ['identification', 'informations', 'qualification', 'acquis', 'epreuves', 'recapitulatif']) {
      const { status, body } = await head.get(at(file, step));
      expect(status, step).toBe(200);
      expect(body, step).not.toMatch(/handicap|disabledWorker|travailleur|santé/i);
    }
    const { handicap: _asked, ...informations } = MACON_WITH_HANDICAP.informations;
    // What is smuggled in changes nothing either.
    await type(file, 'informations', { ...informations, job1: 'Maçon coffreur', handicap: 'non' }, head);
    await type(file, 'qualification', { speciality: '45023216', form: 'GLOBAL', formFinal: 'oui' }, head);
    expect((await register(file, {}, head)).status).toBe(303);
    const { registered, version } = await reread(db, file.candidate, file.enrolment.id);
    expect(version).toBe(2);
    expect(registered?.informations).toMatchObject({ handicap: 'oui', job1: 'Maçon coffreur' });
    expect(registered?.qualification).toMatchObject({ disabledWorker: 'oui' });
  });
});

const PERSON = {
  session: 'bp-2024-clermont',
  civility: 'M',
  birthName: 'Chastagnier',
  usageName: '',
  firstNames: 'Antonin',
  birthDate: '02/03/1990',
  birthCountry: 'FR',
};
let papersMade = 0;
async function onPaper(changes: Readonly<Record<string, string>> = {}, who = officer, letter: Buffer | null = PDF) {
  await who.get('/gestion/inscrire');
  papersMade += 1;
  const birthName = `Chastagnier ${'abcdefghijklmnopqrstuvwxyz'[papersMade]}`;
  const fields = { ...PERSON, birthName, address: '', ...LETTER, cle: randomUUID(), ...changes };
  return who.upload('/gestion/inscrire', fields, letter ?? Buffer.alloc(0), letter ? 'formulaire.pdf' : '');
}
const idIn = (location: string): string => location.split('/')[3] ?? '';

describe('An enrolment on paper', () => {
  it('opens an account by mail, goes through the steps, gives a number and waits for the candidate s signature', async () => {
    const address = `antonin.${randomUUID().slice(0, 8)}@domaine.fr`;
    const opened = await onPaper({ address });
    expect([opened.status, opened.location]).toEqual([303, expect.stringMatching(/saisie\/identification$/)]);
    const id = idIn(opened.location);
    const file = { enrolment: { id } } as TestEnrolment;
    expect((await officer.get('/gestion/inscrire')).body).toContain(`${at(file, 'recapitulatif')}"`);
    const { handicap: _unasked, ...informations } = COIFFURE.informations;
    const answers = { ...COIFFURE, informations };
    for (const step of ['identification', 'informations', 'qualification', 'acquis', 'epreuves'] as const) {
      const sent = await type(file, step, answers[step]);
      expect([step, sent.status], sent.body.slice(0, 200)).toEqual([step, 303]);
    }
    const done = await register(file);
    expect(done.location).toBe(`/gestion/dossiers/${id}?message=saisie-enregistree`);
    const page = (await officer.get(`/gestion/dossiers/${id}`)).body;
    expect(page).toContain('Chastagnier');
    const mails = await mailsTo(db, address);
    expect(mails.map(({ template }) => template)).toEqual(['enrolment.typed']);
    const { rows: opening } = await sql<{ body: string }>`select body from mail
      where recipient = ${address} and template = 'account.opened'`.execute(db);
    const { rows } = await sql<{ signed: number | null; number: string }>`
      select signed_version as signed, number from enrolment where id = ${id}`.execute(db);
    expect(rows).toEqual([{ signed: null, number: expect.stringMatching(/^BP24-/) }]);
    // The candidate takes it over by the link of the mail.
    const own = site.browser();
    const link = /(\/mot-de-passe-oublie\?jeton=\w+)/.exec(opening[0]?.body ?? '');
    await own.get(link?.[1] ?? '');
    const chosen = await own.post('/mot-de-passe-oublie', {
      lien: link?.[1]?.split('=')[1] ?? '',
      password: PASSWORD,
      passwordAgain: PASSWORD,
    });
    expect([200, 303]).toContain(chosen.status);
    const theirs = site.browser();
    await signIn(theirs, address, PASSWORD);
    expect((await theirs.get(`/candidatures/${id}/recapitulatif`)).body).toContain('Chastagnier');
  });

  it('without a mail box sends no mail, says so on the file, and asks for letters', async () => {
    const opened = await onPaper();
    const id = idIn(opened.location);
    const file = { enrolment: { id } } as TestEnrolment;
    for (const step of ['identification', 'informations', 'qualification', 'acquis', 'epreuves'] as const)
      expect((await type(file, step, COIFFURE[step])).status, step).toBe(303);
    await register(file);
    const page = (await officer.get(`/gestion/dossiers/${id}`)).body;
    expect(page).not.toContain('.invalid');
    const { rows } = await sql`select m.template from mail m join enrolment e
      on e.candidate_id = m.account_id::uuid where e.id = ${id}`.execute(db);
    expect(rows, 'nothing leaves for it, nor was to').toEqual([]);
    const tray = wordsIn((await officer.get('/gestion/courriers')).body);
    expect(tray).toContain('Le rectorat a saisi votre inscription');
    expect(wordsIn((await officer.get('/gestion')).body)).toContain("lettre attend d'être imprimée et postée");
    expect(wordsIn(page)).toContain('À imprimer, à signer et à poster.');
    // What their letter says, and not what a screen would.
    const [asked = ''] = /Ce que le candidat lit comme restant à faire.*?<\/details>/s.exec(page) ?? [];
    expect(wordsIn(asked)).toContain('Envoyer par la poste jusqu');
    expect(wordsIn(asked)).not.toMatch(/en ligne|à 17 h|Déposer/);
    expect((await pieceOf(db, id, 'CINSIG01')).status).toBe('none');
  });

  it('posted in time and typed after the closing has days of its own, from the day its letter is handed over', async () => {
    await setClock('2024-01-09T10:00:00+01:00');
    const opened = await onPaper({ jour: '30/11/2023' });
    const id = idIn(opened.location);
    const file = { enrolment: { id } } as TestEnrolment;
    for (const step of ['identification', 'informations', 'qualification', 'acquis', 'epreuves'] as const)
      expect((await type(file, step, COIFFURE[step])).status, step).toBe(303);
    await register(file);
    const number = (await officer.get(`/gestion/dossiers/${id}`)).body.match(/BP24-\d+-[A-Z]/)?.[0] ?? '';
    const until = async (): Promise<string> =>
      closingOf(await pieceOf(db, id, 'DOMICIL'))
        .toZonedDateTimeISO('Europe/Paris')
        .toPlainDateTime()
        .toString();
    const at17 = catalogue.session('bp-2024-clermont')?.lastCorrectionAt ?? Temporal.Instant.from('2024-01-01T00:00Z');
    const last = endByMode('post', at17);
    expect(closingOf(await pieceOf(db, id, 'DOMICIL'))).toEqual(last);
    // Nobody's lateness: not listed, and what it asks for is a day to come, by the post.
    expect((await officer.get('/gestion/cloture?session=bp-2024-clermont')).body).not.toContain(number);
    const { rows } = await sql<{ words: string }>`select content::text as words from paper where enrolment_id = ${id}
      and kind in ('pieces-request', 'confirmation', 'acknowledgement')`.execute(db);
    const words = rows.map((row) => row.words.replaceAll('\u00a0', ' ')).join(' ');
    for (const said of ['À envoyer par la poste', 'Envoyez le tout par courrier à', 'reçue sur papier, par la poste'])
      expect(words, said).toContain(said);
    // The day of receipt, and that of its typing (CRPA R112-5).
    expect(words).toContain('elle compte du 30 novembre 2023, jour du cachet. Le rectorat l');
    expect(words).toContain('saisie pour vous le 9 janvier 2024.');
    // No day that would be moved nearer once the letter is handed over: the same words on all four.
    const FROM_LETTER = 'quinze jours à partir du lendemain du jour où cette lettre vous est remise';
    const { rows: told } = await sql<{
      words: string;
    }>`select body as words from letter where about = ${id}`.execute(db);
    const four = [...rows, ...told].map((row) => row.words.replaceAll('\u00a0', ' '));
    expect(four.map((one) => [one.includes(FROM_LETTER), one.includes('3 mai 2024')])).toEqual(
      Array(4).fill([true, false]),
    );
    for (const never of ['1er décembre 2023 à 17', 'en ligne', 'Mes justificatifs', 'un mail'])
      expect(words, never).not.toContain(never);
    // Handed over on the 12th: fifteen whole days from the day after, which a correction of the entry takes back.
    const tray = `/gestion/dossiers/${id}/courriers`;
    const letter =
      (await officer.get(`/gestion/dossiers/${id}`)).body.match(new RegExp(`${tray}/([0-9a-f-]{36})`))?.[1] ?? '';
    await setClock('2024-01-15T10:00:00+01:00');
    await officer.get('/gestion');
    const untracked = await officer.post(`${tray}/${letter}`, { acte: 'partie', jour: '10/01/2024', suivi: '' });
    expect([untracked.status, untracked.body.includes('10/01/2024')]).toEqual([422, true]);
    expect(wordsIn(untracked.body)).toContain('Numéro de suivi : il en faut un pour cette lettre');
    await officer.post(`${tray}/${letter}`, { acte: 'partie', jour: '10/01/2024', suivi: '1A12345678999' });
    const lettre = fieldOn((await officer.get(`${tray}/${letter}`)).body, 'lettre');
    await officer.post(`${tray}/${letter}`, { acte: 'devenue', lettre, devenir: 'received', le: '12/01/2024' });
    expect(await until()).toBe('2024-01-28T00:00:00');
    await officer.post(`${tray}/${letter}`, { acte: 'reprendre', lettre });
    expect(closingOf(await pieceOf(db, id, 'DOMICIL'))).toEqual(last);
    await officer.post(`${tray}/${letter}`, {
      ...{ acte: 'devenue', lettre, devenir: 'unclaimed', presentee: '11/01/2024', le: '15/01/2024' },
    });
    expect(await until()).toBe('2024-01-27T00:00:00');
  });

  it('handed over in late April gives the fifteen days that its letter says, past the last correction; before it is known, nothing is late', async () => {
    await setClock('2024-04-20T10:00:00+02:00');
    await officer.get('/gestion');
    const opened = await onPaper({ jour: '30/11/2023' });
    const id = idIn(opened.location);
    const file = { enrolment: { id } } as TestEnrolment;
    for (const step of ['identification', 'informations', 'qualification', 'acquis', 'epreuves'] as const)
      expect((await type(file, step, COIFFURE[step])).status, step).toBe(303);
    await register(file);
    const standing = async (now: string) =>
      standingsOf(await listPieces(db, id), Temporal.Instant.from(now)).get('DOMICIL');
    const page = (await officer.get(`/gestion/dossiers/${id}`)).body;
    const number = page.match(/BP24-\d+-[A-Z]/)?.[0] ?? '';
    const tray = `/gestion/dossiers/${id}/courriers`;
    const letter = page.match(new RegExp(`${tray}/([0-9a-f-]{36})`))?.[1] ?? '';
    await officer.post(`${tray}/${letter}`, { acte: 'partie', jour: '20/04/2024', suivi: '1A12345678998' });
    // The office's last correction is over, and the post has said nothing.
    await setClock('2024-05-06T10:00:00+02:00');
    await officer.get('/gestion');
    expect(await standing('2024-05-06T10:00:00+02:00')).toBe('to-give');
    expect((await officer.get('/gestion/cloture?session=bp-2024-clermont')).body).not.toContain(number);
    const lettre = fieldOn((await officer.get(`${tray}/${letter}`)).body, 'lettre');
    await officer.post(`${tray}/${letter}`, { acte: 'devenue', lettre, devenir: 'received', le: '29/04/2024' });
    expect(await standing('2024-05-14T23:59:59+02:00')).toBe('to-give');
    expect(await standing('2024-05-15T00:00:00+02:00')).toBe('late');
  });

  it('typed after the closing for who has a mail box has its days from the mail', async () => {
    await setClock('2024-01-09T10:00:00+01:00');
    const opened = await onPaper({ jour: '30/11/2023', address: `antonin.${randomUUID().slice(0, 8)}@domaine.fr` });
    const id = idIn(opened.location);
    const file = { enrolment: { id } } as TestEnrolment;
    for (const step of ['identification', 'informations', 'qualification', 'acquis', 'epreuves'] as const)
      expect((await type(file, step, COIFFURE[step])).status, step).toBe(303);
    await register(file);
    const ends = closingOf(await pieceOf(db, id, 'DOMICIL')).toZonedDateTimeISO('Europe/Paris');
    expect(ends.toPlainDateTime().toString()).toBe('2024-01-25T00:00:00');
  });

  it('without a mail box is taken over later, with the code of the last letter and the birth date', async () => {
    const opened = await onPaper();
    const id = idIn(opened.location);
    const file = { enrolment: { id } } as TestEnrolment;
    for (const step of ['identification', 'informations', 'qualification', 'acquis', 'epreuves'] as const)
      await type(file, step, COIFFURE[step]);
    await register(file);
    const letter = `/gestion/dossiers/${id}/lettre-acces`;
    expect((await officer.get(`/gestion/dossiers/${id}`)).body).toContain(letter);
    for (const who of elsewhere) expect((await staff[who].post(letter, {})).status, who).toBe(404);
    codes.length = 0;
    for (const _ of [1, 2]) {
      const asked = await officer.post(letter, { acte: 'demander' });
      expect(asked.location).toBe(`/gestion/dossiers/${id}?message=lettre-demandee`);
      const printed = await colleague.post(letter, { acte: 'imprimer' });
      expect(printed.header('content-type')).toBe('application/pdf');
    }
    const [former = '', code = ''] = codes;
    expect(former).not.toBe(code);
    const address = `plus.tard.${randomUUID().slice(0, 8)}@domaine.fr`;
    const visitor = site.browser();
    await visitor.get('/connexion');
    const ask = (fields = {}) =>
      visitor.post('/compte/courrier', { code, naissance: '02/03/1990', address, cle: randomUUID(), ...fields });
    for (const wrong of [{ code: former }, { code: 'AAAA-AAAA-AAAA' }, { naissance: '03/03/1990' }, { code: 'x' }]) {
      const refused = await ask(wrong);
      expect([refused.status, refused.body.includes('ne vont pas ensemble')]).toEqual([422, true]);
    }
    expect((await ask({ code: code.toLowerCase().replaceAll('-', ' ') })).location).toBe('/compte/courrier?envoye=1');
    const { rows } = await sql<{ body: string }>`select body from mail where recipient = ${address}`.execute(db);
    const link = /\/compte\/courrier\/suivre\?jeton=([\w-]+)/.exec(rows[0]?.body ?? '');
    expect((await visitor.get(link?.[0] ?? '')).body).toContain(address);
    const followed = await visitor.post('/compte/courrier/suivre', { lien: link?.[1] ?? '' });
    expect(followed.location).toMatch(/^\/mot-de-passe-oublie\?jeton=/);
    await visitor.get(followed.location);
    const lien = followed.location.split('=')[1] ?? '';
    await visitor.post('/mot-de-passe-oublie', { lien, password: PASSWORD, passwordAgain: PASSWORD });
    const own = site.browser();
    await signIn(own, address, PASSWORD);
    expect((await own.get(`/candidatures/${id}/recapitulatif`)).status).toBe(200);
    // Used once: nobody else comes in by it, and no other letter is printed.
    expect((await visitor.post('/compte/courrier/suivre', { lien: link?.[1] ?? '' })).status).not.toBe(303);
    expect((await ask()).status).toBe(422);
    expect((await officer.post(letter, {})).status).toBe(409);
  });

  it('one person asks for the letter with the code, and only another prints it, once', async () => {
    const id = idIn((await onPaper()).location);
    const file = { enrolment: { id } } as TestEnrolment;
    for (const step of ['identification', 'informations', 'qualification', 'acquis', 'epreuves'] as const)
      await type(file, step, COIFFURE[step]);
    expect((await register(file)).location).toBe(`/gestion/dossiers/${id}?message=saisie-papier`);
    const letter = `/gestion/dossiers/${id}/lettre-acces`;
    codes.length = 0;
    const unasked = await colleague.post(letter, { acte: 'imprimer' });
    expect([unasked.status, unasked.body.includes('Personne ne demande cette lettre')]).toEqual([409, true]);
    await officer.post(letter, { acte: 'demander' });
    expect((await colleague.post(letter, { acte: 'demander' })).status, 'one at a time').toBe(409);
    const own = await officer.get(letter);
    expect([own.body.includes('value="imprimer"'), own.body.includes('value="abandonner"')]).toEqual([false, true]);
    const refused = await officer.post(letter, { acte: 'imprimer' });
    expect([refused.status, refused.body.includes('une autre personne')]).toEqual([403, true]);
    expect((await officer.get('/gestion')).body, 'waits for another').not.toMatch(/1.lettre d.{1,5}accès attend/);
    expect((await colleague.get('/gestion')).body).toMatch(/1.lettre d.{1,5}accès attend/);
    expect((await colleague.get('/gestion/courriers')).body).toContain(letter);
    // Brought in by who asked, lately: not a second person.
    await broughtIn(db, colleague.id, officer.id);
    const placed = await colleague.post(letter, { acte: 'imprimer' });
    expect([placed.status, placed.body.includes('accès donné à')]).toEqual([403, true]);
    await nobodyBroughtIn(db);
    const twice = await Promise.all([1, 2].map(() => colleague.post(letter, { acte: 'imprimer' })));
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(codes, 'a double click is one letter').toHaveLength(1);
    await head.post(letter, { acte: 'demander' });
    expect((await officer.post(letter, { acte: 'abandonner' })).location).toContain('lettre-abandonnee');
    expect((await officer.get('/gestion/courriers')).body).not.toContain(letter);
    const { rows } = await sql<{ name: string }>`select name from journal where name like 'account.accessLetter%'
      and on_behalf_of = (select candidate_id::text from enrolment where id = ${id}) order by id`.execute(db);
    expect(rows.map(({ name }) => name.slice('account.accessLetter'.length))).toEqual([
      'Asked',
      '',
      'Asked',
      'Dropped',
    ]);
  });

  it('of somebody who has an account of that name and day asks whose it is, and goes on with theirs', async () => {
    const status = { birthName: 'Puy-Vert', birthDate: Temporal.PlainDate.from('1991-04-05') };
    const draft = await aDraft(db, { events: events, catalogue, status });
    const { birthName, birthDate } = draft.candidate;
    const same = { birthName, birthDate: birthDate.toLocaleString('fr-FR') };
    const asked = await onPaper(same);
    expect(asked.status).toBe(422);
    expect(asked.body).toContain('a peut-être déjà un compte');
    expect(asked.body).toContain(draft.candidate.accountId);
    expect(asked.body).not.toContain(draft.candidate.address);
    const own = await onPaper({ ...same, compte: draft.candidate.accountId });
    expect([own.status, idIn(own.location)]).toEqual([303, draft.enrolment.id]);
    const other = await onPaper({ ...same, compte: 'autre' });
    expect(other.status).toBe(303);
    expect(idIn(other.location)).not.toBe(draft.enrolment.id);
  });

  it('of somebody who is enrolled already is refused, and of an address that is somebody s', async () => {
    const status = { birthName: 'Roche-Blanche', birthDate: Temporal.PlainDate.from('1991-04-05') };
    const file = await enrolled({ status });
    const { birthName, birthDate, accountId, address } = file.candidate;
    const fields = { birthName, birthDate: birthDate.toLocaleString('fr-FR'), compte: accountId };
    expect((await onPaper(fields)).status).toBe(409);
    const taken = await onPaper({ address });
    expect(taken.status).toBe(409);
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from candidate
      where birth_name = ${`Chastagnier ${'abcdefghijklmnopqrstuvwxyz'[papersMade]}`}`.execute(db);
    expect(rows, 'nothing is left behind').toEqual([{ count: 0 }]);
  });

  it('is a draft of its officer and of the head of office until it has a number', async () => {
    const opened = await onPaper();
    expect((await colleague.get(opened.location)).status).toBe(404);
    expect((await head.get(opened.location)).status, 'reads that it is held').toBe(409);
    for (const who of elsewhere) expect((await staff[who].get(opened.location)).status, who).toBe(404);
    for (const who of ['accommodation', 'jury', 'admin'] as const)
      expect((await staff[who].get('/gestion/inscrire')).status, who).toBe(404);
  });

  it.each([
    ['no letter', {}, null, 422, 'Joignez la lettre'],
    ['no name', { birthName: '' }, PDF, 422, 'nom'],
    ['a session of nobody', { session: 'x' }, PDF, 422, 'session'],
  ])('with %s is refused in words', async (_, changes, letter, status, words) => {
    const refused = await onPaper(changes, officer, letter);
    expect(refused.status).toBe(status);
    expect(refused.body).toContain(words);
    expect(refused.body).toContain('Antonin');
    expect(misplacedFaults(refused.body)).toEqual([]);
  });
});
