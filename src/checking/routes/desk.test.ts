import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { enrolmentStream } from '../../enrolment/index.ts';
import { listPieces, progressOf, SIGNED_CONFIRMATION } from '../../pieces/index.ts';
import { readStream } from '../../platform/journal.ts';
import { sealJournal } from '../../platform/journalSeal.ts';
import { latestMails } from '../../platform/mail/outbox.ts';
import { endTrouble, noteTrouble } from '../../platform/trouble.ts';
import { deskRoom } from '../../testing/desk.ts';
import { COIFFURE, modifiedEnrolment, registeredEnrolment, type TestEnrolment } from '../../testing/enrolments.ts';
import { giveFile, pieceOf, signIn } from '../../testing/officeSite.ts';
import { stage } from '../../testing/stage.ts';
import { fieldOn, wordsIn } from '../../testing/words.ts';

let made: TestEnrolment;
const papers = async () => [
  {
    key: 'c1',
    title: "Confirmation d'inscription",
    issuedAt: Temporal.Instant.from('2023-11-15T10:00:00Z'),
    openedAt: null,
    withdrawn: null,
    withheld: null,
    notified: null,
    forExam: false,
    sealed: null,
  },
];
const { db, catalogue, events, files, site, registered, staff } = await stage(deskRoom({ more: () => ({ papers }) }), {
  staff: {
    colleague: { name: 'Paul Roux', portfolios: ['G1'] },
    officer: { name: 'Dominique Robert' },
    head: { role: 'head', name: 'Claude Arnaud' },
    admin: { role: 'admin', name: 'Sacha Blanc' },
  },
});
const { colleague, officer, head, admin } = staff;
const options = { events, catalogue };
made = await registered({ status: { birthName: "D'Ûrville", firstNames: 'Zoé' } });
const town = { identification: { ...COIFFURE.identification, city: 'Saint-Flour', postcode: '15100' } };
made = await modifiedEnrolment(db, options, made, town);
await giveFile(db, files, await pieceOf(db, made.enrolment.id, 'DOMICIL'));

const file = (rest = ''): string => `/gestion/dossiers/${made.enrolment.id}${rest}`;

describe('The first page', () => {
  it('counts what waits, says the next deadline and where to begin', async () => {
    const { body } = await officer.get('/gestion');
    expect(body).toContain('Groupe G2');
    expect(body).toMatch(/clôture des inscriptions, le vendredi 1er\u00a0décembre\u00a02023/);
    const start = /href="(\/gestion\/pieces\/[^"]+)">Commencer/.exec(body)?.[1] ?? '';
    expect((await officer.get(start)).status).toBe(200);
    expect(body).toContain('Corbeille\u00a0(1<span class="unseen"> à contrôler</span>)');
  });
  it('each of its links opens', async () => {
    for (const browser of [officer, head, admin]) {
      const { body } = await browser.get('/gestion');
      const links = [...body.matchAll(/href="(\/(?:gestion|compte)[^"]*)"/g)].map(([, href = '']) =>
        href.replaceAll('&amp;', '&'),
      );
      expect(links.length).toBeGreaterThan(3);
      // The rules, the exam, its marks, its juries and delegations have doors of their own.
      for (const href of links.filter(
        (one) =>
          !/^\/gestion\/(regles|examen|publication|notes|deliberation|recours|delegations|statistiques)/.test(one),
      ))
        expect((await browser.get(href)).status, href).toBe(200);
    }
  });
  it('tells everybody of a store that refuses files, whatever their role, and nobody when all is well', async () => {
    const words = "Le stockage des fichiers refuse d'écrire depuis le ";
    for (const browser of [officer, head, admin]) expect((await browser.get('/gestion')).body).not.toContain(words);
    await noteTrouble(db, 'files-unwritable', 'here');
    for (const browser of [officer, head, admin]) expect((await browser.get('/gestion')).body).toContain(words);
    await endTrouble(db, 'files-unwritable', 'here');
    expect((await head.get('/gestion')).body).not.toContain(words);
  });
  it('tells of a file that the nightly check no longer found as it came', async () => {
    const { rows } = await sql<{ receipt: string }>`update deposit set fault = 'altered' returning receipt`.execute(db);
    const { body } = await officer.get('/gestion');
    expect(body).toContain("fichier déposé n'est plus lisible ou a changé");
    expect(body).toContain(rows[0]?.receipt);
    await sql`update deposit set fault = null`.execute(db);
    expect((await officer.get('/gestion')).body).not.toContain('plus lisible');
  });
  it('says, to who copies them, that nobody can sign while no delegation is in force', async () => {
    const said = "aucune délégation de signature n'est en vigueur aujourd'hui";
    expect(wordsIn((await head.get('/gestion')).body)).not.toContain(said);
    const { rows } = await sql<{
      id: string;
      was: string | null;
    }>`select id, until_on::text as was from delegation`.execute(db);
    await sql`update delegation set until_on = '2015-12-31'`.execute(db);
    const home = await head.get('/gestion');
    expect(wordsIn(home.body)).toContain(said);
    expect(home.body).toContain('href="/gestion/delegations"');
    expect(wordsIn((await officer.get('/gestion')).body)).not.toContain(said);
    for (const { id, was } of rows)
      await sql`update delegation set until_on = ${was}::date where id = ${id}`.execute(db);
  });
  it('shows an administrator the configuration, and no file', async () => {
    const { body } = await admin.get('/gestion');
    expect(body).toContain('/gestion/personnel');
    expect(body).not.toMatch(/\/gestion\/(corbeille|dossiers)/);
  });
});

describe('A file', () => {
  it('has where it stands, whom to call, its pieces, papers, versions and history', async () => {
    const { status, body } = await officer.get(file());
    expect(status).toBe(200);
    for (const words of [
      "D'Ûrville Zoé",
      'version 2',
      'Coiffure',
      '06\u00a012\u00a034\u00a056\u00a078',
      made.candidate.address,
    ])
      expect(body, words).toContain(words);
    expect(body).toContain(
      '12 rue des Volcans, 15000 Aurillac (Cantal) → 12 rue des Volcans, 15100 Saint-Flour (Cantal)',
    );
    expect(body).toContain('Inscription modifiée, version 2');
    expect(wordsIn(body)).toMatch(/\d\d\/\d\d\/\d{4} pas encore/);
    expect(body).toContain(`href="${file()}/documents/c1/pdf"`);
    expect(body).toContain('à signer');
    expect(body).not.toContain('/gestion/journal');
    expect((await head.get(file())).body).toContain(`/gestion/journal?numero=${made.enrolment.number}`);
  });
  it('counts its pieces as the candidate reads it, and says of a signed confirmation that it is still to be checked', async () => {
    const { given, counted } = progressOf(await listPieces(db, made.enrolment.id));
    expect(counted.map(({ code }) => code)).not.toContain(SIGNED_CONFIRMATION);
    const said = async (): Promise<string> => wordsIn((await officer.get(file())).body);
    expect(await said()).toMatch(
      new RegExp(`Pièces données ${given} sur ${counted.length} .*Pièces conformes 0 sur ${counted.length} `, 's'),
    );
    const sign = (version: number | null) =>
      sql`update enrolment set signed_version = ${version}::int, signed_at = case when ${version}::int is null then null else business_now() end
        where id = ${made.enrolment.id}`.execute(db);
    const remaining = /Ce que le candidat lit comme restant à faire \(\d\).*Signer la confirmation.*jusqu'au/s;
    expect(await said()).toMatch(remaining);
    await sign(made.enrolment.version);
    expect(await said()).toMatch(/Confirmation signée .{10,40}, à contrôler/);
    await sign(null);
  });
  it('is found by the search, with what was typed still there', async () => {
    const { body } = await officer.get('/gestion/dossiers?recherche=durville');
    expect(body).toContain(file());
    expect(body).toContain('value="durville"');
    expect((await officer.get('/gestion/dossiers?recherche=BP24-00001-Z')).body).toContain("Ce numéro n'existe pas");
    expect((await officer.get('/gestion/dossiers?recherche=durville&page=9')).location).toBe(
      '/gestion/dossiers?recherche=durville',
    );
    const long = await officer.get(`/gestion/dossiers?recherche=${'x'.repeat(3000)}`);
    expect([long.status, long.body.includes('200 signes au plus')]).toEqual([200, true]);
  });
});

describe('The credits of a file', () => {
  it('that only the office can judge are listed with why; a file without any says nothing of them', async () => {
    const carried = { 'choice-U20': 'carry', 'mark-U20': '8', 'date-U20': '05/07/2022' };
    const { enrolment } = await registeredEnrolment(db, {
      events,
      catalogue,
      answers: {
        informations: { ...COIFFURE.informations, handicap: 'oui' },
        acquis: { ...COIFFURE.acquis, ...carried },
      },
    });
    const { body } = await head.get(`/gestion/dossiers/${enrolment.id}`);
    expect(body).toContain('Acquis à juger');
    expect(body).toContain('U20\u00a0: note au-dessous de 10 conservée en forme globale, à confirmer par le rectorat.');
    expect((await officer.get(file())).body).not.toContain('Acquis à juger');
  });
});

describe('A correction of the civil status', () => {
  const fields = {
    civility: 'MME',
    birthName: "D'Urville",
    usageName: '',
    firstNames: 'Zoé',
    birthDate: '30/05/1998',
    birthCountry: 'FR',
  };
  const entries = async () =>
    (await readStream(db, enrolmentStream(made.enrolment.id), 50)).filter(
      ({ name }) => name === 'civilStatus.corrected',
    );

  it('asks for its reason and keeps what was typed', async () => {
    await officer.get(file('/etat-civil'));
    const refused = await officer.post(file('/etat-civil'), { ...fields, version: '1' });
    expect([refused.status, refused.body.includes('Choisissez le motif')]).toEqual([422, true]);
    expect(refused.body).toMatch(/value="D'Urville"/);
    const future = await officer.post(file('/etat-civil'), {
      ...fields,
      birthDate: '01/01/2030',
      reason: 'typing',
      version: '1',
    });
    expect(future.status).toBe(422);
    expect(await entries()).toEqual([]);
  });
  it('is written once, with its reason in the journal and no name', async () => {
    const { body } = await officer.get(file('/etat-civil'));
    const form = { ...fields, reason: 'identity-document', version: fieldOn(body, 'version') };
    const done = await officer.post(file('/etat-civil'), form);
    expect([done.status, done.location]).toEqual([303, file('?message=etat-civil')]);
    expect((await officer.get(done.location)).body).toMatch(/D'Urville Zoé/);
    expect(await entries()).toMatchObject([
      { actorKind: 'staff', data: { enrolmentId: made.enrolment.id, reason: 'identity-document' } },
    ]);
    // Pressed again: it is done. On the page as it stands now, nothing differs.
    const twice = await Promise.all([1, 2].map(() => officer.post(file('/etat-civil'), form)));
    expect(twice.map(({ location }) => location)).toEqual(Array(2).fill(file('?message=etat-civil')));
    const now = fieldOn((await officer.get(file('/etat-civil'))).body, 'version');
    expect((await officer.post(file('/etat-civil'), { ...form, version: now })).location).toBe(
      file('?message=inchange'),
    );
    expect(await entries()).toHaveLength(1);
    // Its owner is told once, which data and not what they say.
    const { rows } = await sql<{ body: string }>`select body from mail
      where account_id = ${made.candidate.accountId} and template = 'account.civil-status'`.execute(db);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.body).toContain('Nom de famille');
    expect(rows[0]?.body).not.toContain('Zoé');
  });
  it('over a newer one is refused, and shows what was typed', async () => {
    const late = await officer.post(file('/etat-civil'), {
      ...fields,
      birthName: 'Durville',
      reason: 'typing',
      version: '1',
    });
    expect([late.status, late.body.includes('value="Durville"')]).toEqual([409, true]);
  });
});

describe('The staff', () => {
  const member = (rest = ''): string => `/gestion/personnel/${colleague.id}${rest}`;
  const invitation = { address: 'lou.faure@ac-clermont.fr', name: 'Lou Faure', role: 'officer', portfolios: 'G3' };

  it('is invited once, by mail, also with two clicks', async () => {
    const { body } = await head.get('/gestion/personnel/inviter');
    const cle = fieldOn(body, 'cle');
    const both = await Promise.all([1, 2].map(() => head.post('/gestion/personnel/inviter', { ...invitation, cle })));
    expect(both.map(({ status, location }) => [status, location])).toEqual([
      [303, '/gestion/personnel?message=invite'],
      [303, '/gestion/personnel?message=invite'],
    ]);
    expect((await latestMails(db, 10, invitation.address)).map((mail) => mail.template)).toEqual(['staff.invitation']);
    expect((await head.get('/gestion/personnel')).body).toContain('Invitation envoyée');
    // Back to the page as it was, for a colleague: not the same act.
    const next = { ...invitation, address: 'sam.morel@ac-clermont.fr', name: 'Sam Morel', cle };
    expect((await head.post('/gestion/personnel/inviter', next)).status).toBe(303);
    expect(await latestMails(db, 10, next.address)).toHaveLength(1);
  });
  it('refusals are said in words, at their field', async () => {
    const taken = await head.post('/gestion/personnel/inviter', invitation);
    expect([taken.status, taken.body.includes('href="#champ-address"')]).toEqual([409, true]);
    const idle = await head.post('/gestion/personnel/inviter', {
      address: 'x@y.fr',
      name: 'Nadia Benali',
      role: 'officer',
    });
    expect([idle.status, idle.body.includes('href="#champ-portfolios"')]).toEqual([422, true]);
    expect(
      (await head.post('/gestion/personnel/inviter', { ...invitation, address: 'x@y.fr', portfolios: 'G99' })).status,
    ).toBe(422);
  });
  it('a head of office makes no administrator and changes none; an administrator does', async () => {
    const wanted = { ...invitation, address: 'nouvel.admin@ac-clermont.fr', role: 'admin' };
    expect((await head.post('/gestion/personnel/inviter', wanted)).status).toBe(422);
    const asked = await admin.post('/gestion/personnel/inviter', wanted);
    expect(asked.location).toBe('/gestion/personnel?message=demande');
    const [, request = ''] =
      /personnel\/demandes\/([0-9a-f-]{36})/.exec((await head.get('/gestion/personnel')).body) ?? [];
    expect((await admin.post(`/gestion/personnel/demandes/${request}`, { acte: 'confirmer' })).status).toBe(403);
    expect((await head.post(`/gestion/personnel/demandes/${request}`, { acte: 'confirmer' })).location).toBe(
      '/gestion/personnel?message=confirmee',
    );
    const [made] = (await site.accounts.listStaff(db, 'clermont')).filter((one) => one.address === wanted.address);
    expect((await head.get(`/gestion/personnel/${made?.accountId}`)).status).toBe(404);
    expect((await admin.get(`/gestion/personnel/${made?.accountId}`)).status).toBe(200);
  });
  it('nobody changes their own role or access', async () => {
    const [me] = (await site.accounts.listStaff(db, 'clermont')).filter((one) => one.name === 'Claude Arnaud');
    expect((await head.get(`/gestion/personnel/${me?.accountId}`)).status).toBe(404);
    expect((await head.post(`/gestion/personnel/${me?.accountId}/acces`, { acces: 'fermer' })).status).toBe(404);
  });
  it('a change of groups opens other files at the next page; a version behind is refused', async () => {
    const browser = site.browser();
    await signIn(browser, colleague.address);
    expect((await browser.get(file())).status).toBe(404);
    const { body } = await head.get(member());
    const change = { name: 'Paul Roux', role: 'officer', portfolios: 'G2', version: fieldOn(body, 'version') };
    expect((await head.post(member(), change)).location).toBe('/gestion/personnel?message=change');
    expect((await browser.get(file())).status).toBe(200);
    expect((await head.post(member(), { ...change, portfolios: 'G5' })).status).toBe(409);
    expect((await browser.get(file())).status).toBe(200);
  });
  it('a closed access ends at once and can be opened again', async () => {
    const browser = site.browser();
    await signIn(browser, colleague.address);
    await head.get(member('/acces'));
    expect((await head.post(member('/acces'), { acces: 'fermer' })).location).toBe('/gestion/personnel?message=ferme');
    expect((await browser.get('/gestion')).status).toBe(303);
    expect((await head.get(member('/acces'))).body).toContain("Rouvrir l'accès");
    expect((await head.post(member('/acces'), { acces: 'ouvrir' })).location).toBe('/gestion/personnel?message=ouvert');
    await signIn(browser, colleague.address);
    expect((await browser.get('/gestion')).status).toBe(200);
  });
});

describe('The journal', () => {
  it('says that nothing fits its filters, not that nothing was ever done', async () => {
    const { body } = await head.get('/gestion/journal?jour=01/01/2020');
    expect(body).toContain('Rien ne répond à ces filtres');
    expect(body).not.toContain('Le premier acte');
    expect(body).toContain('jour=01%2F01%2F2020&amp;connexions=1');
    const wrong = await head.get('/gestion/journal?numero=BP24-99999-Z');
    expect(wrong.body).not.toMatch(/Rien ne répond|Le premier acte/);
    expect((await head.get('/gestion/journal?avant=1')).body).toContain('Rien ne répond');
  });
  it('tells what was done and by whom, without who came and went unless asked', async () => {
    const { body } = await head.get('/gestion/journal');
    expect(body).toContain('Accès rouvert');
    expect(body).toContain('mise en accord avec la pièce d');
    expect(body).not.toContain('>Connexion<');
    expect((await head.get('/gestion/journal?connexions=1')).body).toContain('>Connexion<');
  });
  it('is that of one file when its number is given', async () => {
    const number = made.enrolment.number ?? '';
    const { body } = await head.get(`/gestion/journal?numero=${number.toLowerCase()}`);
    expect(body).toContain('Inscription modifiée, version 2');
    expect(body).not.toContain('Accès rouvert');
    expect((await head.get('/gestion/journal?numero=BP24-99999-X')).body).toContain('aucun dossier de l');
  });
  it('names the colleague or the file that an act is about', async () => {
    const { body } = await head.get('/gestion/journal');
    const line = (what: string): string => body.split('<tr').find((row) => row.includes(what)) ?? '';
    expect(line('Accès rouvert')).toContain(`<a href="/gestion/personnel/${colleague.id}">Paul Roux</a>`);
    expect(line('mise en accord avec la pièce')).toContain(made.enrolment.number);
  });
  it('is that of one person and of one day', async () => {
    const staff = await sql<{ id: string }>`select account_id as id from staff where name = 'Dominique Robert'`.execute(
      db,
    );
    const theirs = (await head.get(`/gestion/journal?par=${staff.rows[0]?.id}&connexions=1`)).body;
    expect(theirs).toContain('>Connexion<');
    expect(theirs).not.toContain('Inscription modifiée');
    expect((await head.get('/gestion/journal?jour=15/11/2023')).body).toContain('Inscription modifiée');
    expect((await head.get('/gestion/journal?jour=14/11/2023')).body).toContain('Rien ne répond');
    for (const [query, said] of [
      ['jour=31/02/2023', 'Écrivez-le comme 15/11/2023.'],
      ["par=1'x", 'Choisissez un nom de la liste.'],
      ["acte=toString'", "n'est pas de la liste"],
    ] as const) {
      const { status, body } = await head.get(`/gestion/journal?${query}`);
      expect([status, body.includes(said)], query).toEqual([200, true]);
      expect(body).not.toContain('Inscription modifiée');
    }
  });
  it('is that of one kind of act, with any other wish beside it', async () => {
    const staff = (await head.get('/gestion/journal?acte=staff')).body;
    expect(staff).toContain('Accès rouvert');
    expect(staff).not.toContain('Inscription modifiée');
    const number = made.enrolment.number ?? '';
    const one = (await head.get(`/gestion/journal?acte=enrolments&numero=${number}&jour=15/11/2023`)).body;
    expect(one).toContain('Inscription modifiée, version 2');
    expect(one).not.toContain('Dossier consulté');
    expect(one).toContain('value="enrolments" selected');
  });
  it('says who read a file, once a sitting, and the history of the file says what was done', async () => {
    const readings = async (): Promise<number> =>
      (await readStream(db, enrolmentStream(made.enrolment.id), 500)).filter(({ name }) => name === 'file.read').length;
    await officer.get(file());
    await head.get(file());
    const before = await readings();
    await officer.get(file());
    expect(await readings()).toBe(before);
    const { body } = await head.get(`/gestion/journal?acte=readings&numero=${made.enrolment.number}`);
    expect(body).toContain('Dossier consulté');
    expect(body).toContain('Dominique Robert');
    expect((await head.get(file())).body).not.toContain('Dossier consulté');
  });
  it('shows the seal of the last night, to be kept elsewhere', async () => {
    const before = (await head.get('/gestion/journal')).body;
    expect(before).toContain('Le premier scellé se fait au démarrage du serveur');
    expect(before).not.toContain('Empreinte');
    const seal = await sealJournal(db);
    const { body } = await head.get('/gestion/journal');
    expect(body).toContain(seal?.hash.toString('hex'));
    expect(body).toContain('que le service informatique garde ailleurs');
    expect(body).not.toContain('Le premier scellé');
  });
  it('gives an administrator the lines and no way into a file', async () => {
    const { body } = await admin.get('/gestion/journal');
    expect(body).toContain(made.enrolment.number);
    expect(body).not.toContain('/gestion/dossiers/');
    expect(body).not.toContain('Urville');
  });
  it('goes back page by page, each line once', async () => {
    const lines = (body: string): readonly string[] =>
      [...body.matchAll(/<tr role="row"><th scope="row"/g)].map(String);
    let address = '/gestion/journal?connexions=1';
    let count = 0;
    for (let page = 0; page < 20 && address !== ''; page += 1) {
      const { body } = await head.get(address);
      count += lines(body).length;
      address = /href="([^"]+)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    }
    const { rows } = await sql<{
      count: number;
    }>`select count(*) as count from journal where academy = 'clermont'`.execute(db);
    expect(count).toBe(rows[0]?.count);
    expect((await head.get("/gestion/journal?avant=1'x")).status).toBe(200);
  });
  it('recomputes the chains of the page on demand, and sees a line that was changed behind its back', async () => {
    const number = made.enrolment.number ?? '';
    expect((await head.get(`/gestion/journal?numero=${number}&verifier=1`)).body).toContain('est intacte');
    await sql`alter table journal disable trigger journal_append_only`.execute(db);
    await sql`update journal set actor_id = 'somebody else' where name = 'civilStatus.corrected'`.execute(db);
    await sql`alter table journal enable trigger journal_append_only`.execute(db);
    expect((await head.get(`/gestion/journal?numero=${number}&verifier=1`)).body).toContain(
      'Attention\u00a0: 1\u00a0ligne',
    );
  });
});
