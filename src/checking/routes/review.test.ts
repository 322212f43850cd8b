import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { enrolmentStream } from '../../enrolment/index.ts';
import { listReviews } from '../../pieces/index.ts';
import { readStream } from '../../platform/journal.ts';
import { officeRoom } from '../../testing/desk.ts';
import { onePage } from '../../testing/documents/pdfFile.ts';
import { seenByReader } from '../../testing/documents/seenByReader.ts';
import { type Browser, ORDINARY_DAY, openSite, type TestEnrolment, withdraw } from '../../testing/enrolments.ts';
import { aStaffMember, deskRoutes, giveFile, PDF, pieceOf, signIn } from '../../testing/officeSite.ts';
import { stage } from '../../testing/stage.ts';
import { fieldOn, plainSpaces, wordsIn } from '../../testing/words.ts';

let made: TestEnrolment;
const { db, catalogue, site, events, files, deps, registered, setClock } = await stage(officeRoom);
const officer = site.browser();
const colleague = site.browser();
await signIn(officer, (await aStaffMember(db, site.accounts, { name: 'Dominique Robert' })).address);
await signIn(colleague, (await aStaffMember(db, site.accounts, { name: 'Paul Roux' })).address);
beforeEach(async () => {
  // Each test has a file of its own, alone in the queue.
  await sql`update enrolment set status = 'set-aside', ended_at = business_now() where status in ('registered', 'validated')`.execute(
    db,
  );
  made = await registered({ status: { birthName: 'Lefèvre' } });
});

const piece = (code: string) => pieceOf(db, made.enrolment.id, code);
const give = async (code: string, gift: Parameters<typeof giveFile>[3] = {}): Promise<string> =>
  giveFile(db, files, await piece(code), gift);
const address = async (code: string, query = ''): Promise<string> =>
  `/gestion/pieces/${(await piece(code)).id}${query}`;

/** Opens the page, fills its form as it is and presses a button. */
async function decide(who: Browser, code: string, decision: string, fields: Record<string, string> = {}, query = '') {
  const form = await open(who, code, query);
  return send(who, form, decision, fields);
}
type Opened = Readonly<Record<'at' | 'version' | 'decisions-vues' | 'fichiers-vus' | 'sur-papier', string>>;
async function open(who: Browser, code: string, query = ''): Promise<Opened> {
  const at = await address(code, query);
  const { body } = await who.get(at);
  return {
    at,
    version: fieldOn(body, 'version'),
    'decisions-vues': fieldOn(body, 'decisions-vues'),
    'fichiers-vus': fieldOn(body, 'fichiers-vus'),
    'sur-papier': fieldOn(body, 'sur-papier'),
  };
}
const send = (who: Browser, { at, ...hidden }: Opened, decision: string, fields: Record<string, string> = {}) =>
  who.post(at, { ...hidden, decision, comment: '', ...fields });

describe('What a machine saw in a document', () => {
  it('is one line beside it, with the pages; the same file for another piece too, save of health', async () => {
    const deposit = await give('DOMICIL', { content: onePage({ text: 'Facture' }) });
    const body = async (): Promise<string> => (await officer.get(await address('DOMICIL'))).body;
    expect(await body()).not.toContain('Peut-être');
    const hints = [
      { page: 1, finding: 'dark' },
      { page: 2, finding: 'blurred' },
    ];
    await sql`update deposit set hints = ${JSON.stringify(hints)}::jsonb, pages = 2 where id = ${deposit}`.execute(db);
    expect(await body()).toContain('Peut-être trop sombre (page\u00a01), floue (page\u00a02).');
    expect(await body()).not.toContain('Le même fichier');
    await give('DCSTID01', { content: onePage({ text: 'Facture' }) });
    expect(await body()).toContain('Le même fichier est déposé pour ');
    await sql`update piece set confidential = true where enrolment_id = ${made.enrolment.id} and code = 'DCSTID01'`.execute(
      db,
    );
    expect(await body()).not.toContain('Le même fichier');
  });
});

describe('The pages of a document', () => {
  it('come as pictures, one by one, until there is none; each is on record, and only the first in the story', async () => {
    const deposit = await give('DOMICIL', { content: onePage({ text: 'Facture' }) });
    const at = `${await address('DOMICIL')}/fichiers/${deposit}/pages`;
    const first = await officer.get(`${at}/1`);
    expect([first.status, first.header('content-type')]).toEqual([200, 'image/jpeg']);
    for (const beyond of ['2', '0', 'x', '99999999'])
      expect([(await officer.get(`${at}/${beyond}`)).status, beyond]).toEqual([204, beyond]);
    const seen = await sql<{
      page: number;
    }>`select (data::jsonb ->> 'page')::int as page from journal where name = 'document.viewed' order by id`.execute(
      db,
    );
    expect(seen.rows.map(({ page }) => page)).toEqual([1]);
  });
});

describe('The page of a piece', () => {
  it('that is not handed over says so on its tab, and what can be done there', async () => {
    await give('DOMICIL', { handedOver: false });
    const { body } = await officer.get(await address('DOMICIL'));
    expect(plainSpaces(body)).toContain('déposée, pas encore remise');
    expect(plainSpaces(body)).toContain('Vous pouvez déjà la contrôler : conforme, il ne la changera plus.');
    await give('DCSTID01');
    expect((await officer.get(await address('DCSTID01'))).body).not.toContain('Vous pouvez déjà la contrôler');
  });
  it('shows the document, what it must prove and what was declared', async () => {
    const deposit = await give('DOMICIL');
    const { status, body } = await officer.get(await address('DOMICIL'));
    expect(status).toBe(200);
    expect(body).toContain(`/fichiers/${deposit}/pages/1"`);
    expect(body).toContain('Le document a moins de trois mois.');
    expect(body).toContain('12 rue des Volcans, 15000 Aurillac (Cantal)');
    expect(plainSpaces(body)).toContain('1 pièce à contrôler ici, 1 dans la liste');
  });
  it('has a link a file when there are several, and the one asked for', async () => {
    const first = await give('DCSTID01', { name: 'recto.pdf' });
    const second = await give('DCSTID01', { name: 'verso.jpg', type: 'image/jpeg' });
    const { body } = await officer.get(await address('DCSTID01', `?fichier=${second}`));
    expect(body).toContain(`<img src="/gestion/pieces/${(await piece('DCSTID01')).id}/fichiers/${second}/pages/1"`);
    expect(body).toContain(`?fichier=${first}`);
  });
  it('shows both sides of one document together, the one asked for first; what was replaced is a key away', async () => {
    const recto = await give('DCSTID01', { name: 'recto.pdf' });
    const verso = await give('DCSTID01', { name: 'verso.pdf' });
    const at = await address('DCSTID01');
    const pages = (body: string): readonly string[] =>
      [...body.matchAll(/<img src="[^"]*\/fichiers\/([^/"]+)\/pages\/1"/g)].map(([, id = '']) => id);
    const next = (body: string): string | undefined => /fichier=([^"&]+)" data-next-file/.exec(body)?.[1];
    const whole = (await officer.get(at)).body;
    expect([pages(whole), next(whole)]).toEqual([[recto, verso], verso]);
    expect(wordsIn(whole.replaceAll('alt="', '>'))).toContain(
      "Document justifiant l'identité, verso.pdf, fichier 2 sur 2",
    );
    const turned = (await officer.get(`${at}?fichier=${verso}`)).body;
    expect([pages(turned), next(turned)]).toEqual([[verso, recto], recto]);
    // The other side, given after a refusal: what is new first, beside what was there.
    await sql`update deposit set state = 'removed' where id = ${verso}`.execute(db);
    await decide(officer, 'DCSTID01', 'non-compliant', { comment: 'Il manque un côté.' });
    await sql`update deposit set state = 'stored' where id = ${verso}`.execute(db);
    await sql`update piece set status = 'none' where code = 'DCSTID01' and status = 'non-compliant'`.execute(db);
    const corrected = (await officer.get(at)).body;
    expect([pages(corrected), next(corrected)]).toEqual([[verso, recto], recto]);
    expect(wordsIn(corrected)).toMatch(/recto\.pdf \([^)]*\), [^,]*, [^,]*, déjà là au dernier refus/);
    // In the place of the first: both are still seen, one by one.
    await sql`update deposit set state = 'replaced', ended_at = business_now() where id = ${recto}`.execute(db);
    const other = (await officer.get(at)).body;
    expect([pages(other), next(other)]).toEqual([[verso], recto]);
    const before = (await officer.get(`${at}?fichier=${recto}`)).body;
    expect([pages(before), next(before)]).toEqual([[recto], verso]);
    expect(before).toContain("Fichier remplacé\u00a0: ce n'est plus celui de la pièce.");
  });
  it('opens what the antivirus found clean, and says why of all else', async () => {
    const scanning = await openSite(db, {}, (accounts) =>
      deskRoutes({ ...deps, accounts, guards: accounts.guards, scans: true }),
    );
    const careful = scanning.browser();
    await signIn(careful, (await aStaffMember(db, site.accounts, { name: 'Alix Morel' })).address);
    const deposit = await give('DOMICIL');
    const at = await address('DOMICIL');
    const scanned = (scan: string | null, finding: string | null = null) =>
      sql`update deposit set scan = ${scan}, finding = ${finding} where id = ${deposit}`.execute(db);
    // Without an antivirus, what it said before still stands.
    const seen = async (browser: Browser): Promise<readonly unknown[]> => {
      const { body } = await browser.get(at);
      const shown = /En cours de contrôle antivirus|Fichier infecté\u00a0: Trojan|Fichier détruit/.exec(body)?.[0];
      const file = await browser.get(`${at}/fichiers/${deposit}`);
      if (shown !== undefined) expect(file.body).toContain(shown);
      return [shown ?? body.includes(`/fichiers/${deposit}/pages/1"`), file.status];
    };
    expect([await seen(officer), await seen(careful)]).toEqual([
      [true, 200],
      ['En cours de contrôle antivirus', 409],
    ]);
    await scanned('waiting');
    expect([await seen(officer), await seen(careful)]).toEqual([
      [true, 200],
      ['En cours de contrôle antivirus', 409],
    ]);
    await scanned('clean');
    expect(await seen(careful)).toEqual([true, 200]);
    await scanned('infected', 'Trojan');
    for (const browser of [officer, careful])
      expect(await seen(browser)).toEqual(['Fichier infecté\u00a0: Trojan', 409]);
    await sql`update deposit set erased_at = business_now() where id = ${deposit}`.execute(db);
    for (const browser of [officer, careful]) expect(await seen(browser)).toEqual(['Fichier détruit', 409]);
    await scanning.server.close();
  });
  it('without any file is decided for a paper, and says so', async () => {
    const { body } = await officer.get(await address('DOMICIL'));
    expect(body).toContain('Votre décision vaudra pour une pièce reçue sur papier');
    const form = await open(officer, 'DOMICIL');
    expect((await send(officer, form, 'compliant', { receivedOn: '15/11/2023' })).status).toBe(303);
    expect(await piece('DOMICIL')).toMatchObject({
      status: 'compliant',
      receivedOn: Temporal.PlainDate.from('2023-11-15'),
    });
  });
  it('that came on paper after its file was taken back is decided too', async () => {
    await give('DOMICIL', { handedOver: false });
    const { id } = await piece('DOMICIL');
    await sql`update deposit set state = 'removed', ended_at = business_now() where piece_id = ${id}`.execute(db);
    expect((await officer.get(await address('DOMICIL'))).body).toContain('une pièce reçue sur papier');
    expect((await decide(officer, 'DOMICIL', 'compliant', { receivedOn: '13/11/2023' })).status).toBe(303);
    expect((await piece('DOMICIL')).status).toBe('compliant');
  });
  it('whose only file was taken back meanwhile is not decided on what is no longer there', async () => {
    await give('DOMICIL', { handedOver: false });
    const form = { ...(await open(officer, 'DOMICIL')), version: String((await piece('DOMICIL')).rowVersion) };
    await sql`update deposit set state = 'removed', ended_at = business_now() where piece_id = ${(await piece('DOMICIL')).id}`.execute(
      db,
    );
    const answer = await send(officer, { ...form, version: String((await piece('DOMICIL')).rowVersion) }, 'compliant');
    expect(answer.status).toBe(409);
    expect((await piece('DOMICIL')).status).toBe('none');
  });
  it('of an enrolment that ended says so and decides nothing', async () => {
    await give('DOMICIL');
    const form = await open(officer, 'DOMICIL');
    await withdraw(db, { events, catalogue }, made);
    expect((await officer.get(form.at)).body).toContain('Cette inscription a pris fin');
    expect((await send(officer, form, 'compliant')).status).toBe(409);
    expect((await piece('DOMICIL')).status).toBe('none');
  });
  it('says when the candidate may still change it, and when it was given again after a refusal', async () => {
    await give('DOMICIL', { handedOver: false });
    expect((await officer.get(await address('DOMICIL'))).body).toContain('peut encore changer cette pièce');
    await setClock('2023-12-01T17:00:00+01:00');
    expect((await officer.get(await address('DOMICIL'))).body).toContain('ne peut plus changer cette pièce');
    await setClock(ORDINARY_DAY);
    await decide(officer, 'DOMICIL', 'non-compliant', { comment: 'Trop ancien.' });
    // Its file stands in the table of its pieces: the file says why it isn't counted.
    const file = await officer.get(`/gestion/dossiers/${made.enrolment.id}`);
    expect(plainSpaces(wordsIn(file.body))).toMatch(/Pièces données \d sur \d, 1 refusée/);
    await give('DOMICIL');
    const { body } = await officer.get(await address('DOMICIL'));
    expect(body).toContain('corrigée');
    expect(body).toContain('Un fichier précédent, remplacé');
    // Of the same bytes: a hint, and nothing is refused for it.
    expect(body).toContain('Ce fichier est le même que celui qui a été refusé.');
    expect(body).toMatch(/Non conforme\u00a0: Trop ancien\./);
  });
});

describe('A decision', () => {
  it('leads to the next piece of the same list, says what was done and how to come back', async () => {
    await give('DOMICIL', { daysAgo: 9 });
    await give('DCSTID01', { daysAgo: 5 });
    await give('RELNOTES', { daysAgo: 1, handedOver: false });
    const first = (await piece('DOMICIL')).id;
    const done = await decide(officer, 'DOMICIL', 'compliant', {}, '?etat=remises');
    expect(done.status).toBe(303);
    expect(done.location).toBe(`${await address('DCSTID01')}?etat=remises&fait=${first}`);
    const { body } = await officer.get(done.location);
    expect(body).toContain('Conforme\u00a0: Justificatif de domicile, Lefèvre Camille');
    expect(body).toContain(`href="/gestion/pieces/${first}?etat=remises"`);
    expect(await piece('DOMICIL')).toMatchObject({ status: 'compliant' });
  });
  it('of the last piece leads back to the list, which says so', async () => {
    await give('DOMICIL');
    const done = await decide(officer, 'DOMICIL', 'received');
    expect(done.location).toMatch(/^\/gestion\/corbeille\?fait=/);
    expect((await officer.get(done.location)).body).toContain('Dernière pièce à contrôler de cette liste');
  });
  it('tells nobody else what was done, whatever stands in the address', async () => {
    await give('DOMICIL');
    await give('DCSTID01');
    const done = await decide(officer, 'DOMICIL', 'compliant');
    expect((await colleague.get(done.location)).body).not.toContain('Revenir à cette pièce');
    expect((await officer.get('/gestion/corbeille?fait=x')).status).toBe(200);
  });
  it('*Non conforme* needs a word to the candidate; what was typed stays', async () => {
    await give('DOMICIL');
    const refused = await decide(officer, 'DOMICIL', 'non-compliant', { comment: '  ' });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('href="#champ-reasons"');
    expect(refused.body).toContain('Motifs\u00a0: cochez ce qui ne va pas, ou écrivez-le');
    expect((await piece('DOMICIL')).status).toBe('none');
  });
  it('joins the canned reasons and what was typed', async () => {
    await give('DOMICIL');
    await decide(officer, 'DOMICIL', 'non-compliant', { reasons: 'too-old', comment: 'Celui de mai.' });
    expect((await piece('DOMICIL')).comment?.replaceAll('\u00a0', ' ')).toBe(
      'Le document a plus de trois mois : donnez-en un plus récent.\nCelui de mai.',
    );
  });
  it('of which a file came and could not be read says so, its second and its receipt, and no « aucun fichier »', async () => {
    const id = await give('DOMICIL');
    await sql`update deposit set state = 'refused', refusal = 'file-cut' where id = ${id}`.execute(db);
    const [{ receipt }] = (await sql<{ receipt: string }>`select receipt from deposit where id = ${id}`.execute(db))
      .rows as [{ receipt: string }];
    const pages = [await address('DOMICIL'), `/gestion/dossiers/${made.enrolment.id}`];
    for (const at of pages) {
      const page = plainSpaces(wordsIn((await officer.get(at)).body));
      expect([at, page]).toEqual([at, expect.stringMatching(`reçu ${receipt}\\) n'a pas pu être lu`)]);
      expect(page).not.toContain("Aucun fichier n'a été déposé");
    }
    // Another that stood before it stands still: it isn't the answer.
    await give('DOMICIL');
    await sql`update deposit set ended_at = business_now() + interval '1 minute', finished_at = finished_at + interval '1 minute' where id = ${id}`.execute(
      db,
    );
    for (const at of pages) {
      const page = plainSpaces(wordsIn((await officer.get(at)).body));
      expect([at, page]).toEqual([at, expect.stringMatching(`reçu ${receipt}\\) n'a pas pu être lu`)]);
    }
  });
  it('of which a file waits to be read cannot be taken: the page says so in place of its buttons, and keeps what was typed', async () => {
    const id = await give('DOMICIL');
    await give('DCSTID01', { handedOver: false });
    const waiting = (is: boolean) => sql`update deposit set unread = ${sql.lit(is)} where id = ${id}`.execute(db);
    const form = await open(officer, 'DOMICIL');
    await waiting(true);
    expect((await officer.get('/gestion/corbeille')).body).toMatch(/DOMICIL<\/span>.*?en cours de lecture/s);
    const begin = async () =>
      /href="(\/gestion\/pieces\/[^"]+)">Commencer/.exec((await officer.get('/gestion/corbeille')).body)?.[1];
    expect(await begin()).toBe(await address('DCSTID01'));
    const page = await officer.get(await address('DOMICIL'));
    expect(page.body).not.toContain('name="decision"');
    const beside = await give('DOMICIL');
    const both = plainSpaces(wordsIn((await officer.get(await address('DOMICIL'))).body));
    expect(both.match(/h \d\d, en cours de lecture/g)).toHaveLength(1);
    expect(both).toContain('Un fichier de cette pièce est en cours de lecture');
    await sql`update deposit set unread = true where id = ${beside}`.execute(db);
    const two = plainSpaces(wordsIn((await officer.get(await address('DOMICIL'))).body));
    expect(two).toContain('2 fichiers de cette pièce sont en cours de lecture');
    await sql`update deposit set state = 'replaced', ended_at = business_now() where id = ${beside}`.execute(db);
    expect(plainSpaces(wordsIn(page.body))).toContain("la décision se prendra dès qu'elle sera finie");
    // Its own page leads to the other; the other's to nothing, and says why.
    const bar = async (code: string) => {
      const { body } = await officer.get(await address(code));
      return [/rel="(prev|next)"/.test(body), body.includes('les autres sont en cours de lecture')];
    };
    expect([await bar('DOMICIL'), await bar('DCSTID01')]).toEqual([
      [true, false],
      [false, true],
    ]);
    const whole = plainSpaces(wordsIn((await officer.get(`/gestion/dossiers/${made.enrolment.id}`)).body));
    expect(whole).toContain('En cours de lecture : rien ne se décide avant');
    const refused = await send(officer, form, 'non-compliant', { comment: 'Celui de mai.' });
    expect([refused.status, refused.body]).toEqual([409, expect.stringContaining('Celui de mai.')]);
    expect(refused.body).not.toContain('name="decision"');
    expect(refused.body).not.toContain("Vous n'avez rien à faire");
    // Nothing leads to it: once the other is decided, the list is what is left.
    const done = await decide(officer, 'DCSTID01', 'compliant');
    expect(done.location).toMatch(/^\/gestion\/corbeille\?fait=/);
    expect(await begin()).toBeUndefined();
    const home = plainSpaces(wordsIn((await officer.get('/gestion')).body));
    expect(home).toContain("1 dépôt est en cours de lecture : rien ne s'y décide avant.");
    expect(home).not.toContain("Aucune pièce remise n'attend");
    expect((await officer.get('/gestion')).body).toContain('href="/gestion/corbeille?etat=en-lecture"');
    expect((await officer.get('/gestion/corbeille?etat=en-lecture')).body).toMatch(
      /DOMICIL<\/span>.*?en cours de lecture/s,
    );
    await waiting(false);
    expect((await officer.get('/gestion')).body).not.toContain('en-lecture');
    expect((await decide(officer, 'DOMICIL', 'compliant')).status).toBe(303);
  });
  it('of who reads on paper, warns of words that only hold on a screen, which it names; what was typed stays, and leaves as it is when that is wanted', async () => {
    const words = { comment: 'Déposez-le en ligne, dans votre espace.', receivedOn: '13/11/2023' };
    await sql`update auth_user set email = ${`${made.enrolment.id}@sans-adresse.invalid`} where id = ${made.candidate.accountId}`.execute(
      db,
    );
    const warned = await decide(officer, 'DOMICIL', 'non-compliant', words);
    expect(warned.status).toBe(422);
    for (const said of [
      '« Déposez », « en ligne », « votre espace »',
      'elle vous lira sur papier',
      'Déposez-le en ligne, dans',
    ])
      expect(plainSpaces(wordsIn(warned.body))).toContain(said);
    expect(warned.body).toContain('name="tel-quel"');
    expect((await piece('DOMICIL')).status).toBe('none');
    expect((await decide(officer, 'DOMICIL', 'non-compliant', { ...words, 'tel-quel': 'oui' })).status).toBe(303);
    expect((await piece('DOMICIL')).comment).toBe(words.comment);
    // Who has a mail box reads them where they say.
    made = await registered();
    expect((await officer.get(await address('DOMICIL'))).body).not.toContain('tel-quel');
    expect((await decide(officer, 'DOMICIL', 'non-compliant', words)).status).toBe(303);
  });
  it('refuses a reason that is not offered, an unknown decision, and a comment that would go nowhere', async () => {
    await give('DOMICIL');
    expect((await decide(officer, 'DOMICIL', 'non-compliant', { reasons: 'invented' })).status).toBe(422);
    expect((await decide(officer, 'DOMICIL', 'exempted')).status).toBe(422);
    const lost = await decide(officer, 'DOMICIL', 'compliant', { comment: 'Trop ancien.' });
    expect([lost.status, lost.body.includes('Trop ancien.')]).toEqual([422, true]);
    const code = catalogue.pieceType(await piece('DOMICIL'))?.cannedReasons[0]?.code ?? '';
    const said = async (comment: string): Promise<string> =>
      (await decide(officer, 'DOMICIL', 'compliant', { reasons: code, comment })).body;
    expect(await said('')).toContain('Vous avez coché un motif, qui ne part');
    expect(await said('Trop ancien.')).toContain('Vous avez coché un motif et écrit un commentaire');
    expect(await listReviews(db, (await piece('DOMICIL')).id)).toEqual([]);
  });
  it('on a piece by post takes the day of reception, and no file', async () => {
    await sql`update piece set mode = 'post' where id = ${(await piece('ATTFORM')).id}`.execute(db);
    expect((await officer.get(await address('ATTFORM'))).body).toContain('Date de réception');
    expect((await decide(officer, 'ATTFORM', 'received', { receivedOn: '31/12/2099' })).status).toBe(422);
    expect((await decide(officer, 'ATTFORM', 'received', { receivedOn: '13/11/2023' })).status).toBe(303);
    expect((await piece('ATTFORM')).receivedOn?.toString()).toBe('2023-11-13');
    expect((await decide(officer, 'ATTFORM', 'compliant')).status).toBe(303);
    expect(await piece('ATTFORM')).toMatchObject({
      status: 'compliant',
      receivedOn: Temporal.PlainDate.from('2023-11-13'),
    });
  });
  it('without a file says that a paper came and when, in words for paper; what was typed stays, nothing is written', async () => {
    expect((await officer.get(await address('DOMICIL'))).body).not.toMatch(/photo|fichier est/);
    const undated = await decide(officer, 'DOMICIL', 'non-compliant', { comment: 'Il manque le verso.' });
    expect([undated.status, undated.body.includes('Il manque le verso.')]).toEqual([422, true]);
    expect(undated.body).toContain('href="#champ-receivedOn"');
    expect(undated.body).toContain('Si un papier est arrivé, écrivez le jour de son arrivée');
    const day = { receivedOn: '13/11/2023' };
    expect(await piece('DOMICIL')).toMatchObject({ status: 'none', receivedOn: null, correctableUntil: null });
    expect((await decide(officer, 'DOMICIL', 'non-compliant', { ...day, reasons: 'too-old' })).status).toBe(303);
  });
  it('corrects the day of reception, and takes none before enrolments opened', async () => {
    const on = (receivedOn: string) => decide(officer, 'ATTFORM', 'received', { receivedOn });
    expect((await on('11/10/2023')).status).toBe(422);
    expect((await on('12/10/2023')).status).toBe(303);
    expect((await officer.get(await address('ATTFORM'))).body).toContain('value="12/10/2023"');
    expect((await on('13/11/2023')).status).toBe(303);
    expect((await piece('ATTFORM')).receivedOn?.toString()).toBe('2023-11-13');
  });
});

describe('The way through the queue', () => {
  it('finishes a person, then goes on to whoever stood after them; the piece taken back comes before that again', async () => {
    const [second, third] = [await registered(), await registered()];
    await give('DCSTID01', { daysAgo: 9 });
    await give('RELNOTES', { daysAgo: 2 });
    const theirs = async (one: TestEnrolment, daysAgo: number): Promise<string> => {
      const asked = await pieceOf(db, one.enrolment.id, 'DOMICIL');
      await giveFile(db, files, asked, { daysAgo });
      return asked.id;
    };
    const [after, last] = [await theirs(second, 8), await theirs(third, 7)];
    const begin = /href="([^"]+)">Commencer/.exec((await officer.get('/gestion/corbeille')).body)?.[1];
    expect(begin).toBe(await address('DCSTID01'));
    const page = (await officer.get(await address('DCSTID01'))).body;
    expect(wordsIn(page)).toContain('2 pièces à contrôler ici, 4 dans la liste');
    expect(page).toMatch(/aria-label="Pièces de Lefèvre [^"]*"/);
    const went = (await decide(officer, 'DCSTID01', 'compliant')).location;
    const [own, puis] = [(await piece('RELNOTES')).id, second.enrolment.id];
    expect(went).toBe(`/gestion/pieces/${own}?fait=${(await piece('DCSTID01')).id}&puis=${puis}`);
    // Without its place in the address, the third, whose piece waits longer than what is left of the first, would come next.
    const done = (await decide(officer, 'RELNOTES', 'compliant', {}, `?puis=${puis}`)).location;
    expect(done).toBe(`/gestion/pieces/${after}?fait=${own}`);
    const there = (await officer.get(done)).body;
    expect(there).toContain(`href="/gestion/pieces/${last}" rel="next"`);
    expect(there).toContain(`action="/gestion/pieces/${own}/reprise?puis=${puis}"`);
    // Somebody else's enrolment in the address leads nowhere that isn't theirs to see.
    const odd = await officer.get(await address('RELNOTES', `?puis=${crypto.randomUUID()}`));
    expect([odd.status, odd.body.includes(`href="/gestion/pieces/${after}`)]).toEqual([200, true]);
  });
});

describe('Two officers on one piece', () => {
  it('never decide contradictorily: the second is told what happened and keeps the comment', async () => {
    await give('DOMICIL');
    const [mine, theirs] = [await open(officer, 'DOMICIL'), await open(colleague, 'DOMICIL')];
    expect((await send(colleague, theirs, 'compliant')).status).toBe(303);
    const late = await send(officer, mine, 'non-compliant', { comment: 'Trop ancien, je crois.' });
    expect(late.status).toBe(409);
    expect(late.body).toContain('Conforme, par Paul Roux');
    expect(late.body).toContain('Trop ancien, je crois.</textarea>');
    expect((await piece('DOMICIL')).status).toBe('compliant');
  });
  it('also when both say the same, so that the second knows whose word it is', async () => {
    await give('DOMICIL');
    const [mine, theirs] = [await open(officer, 'DOMICIL'), await open(colleague, 'DOMICIL')];
    expect((await send(colleague, theirs, 'compliant')).status).toBe(303);
    expect((await send(officer, mine, 'compliant')).status).toBe(409);
  });
  it('at the very same moment: exactly one decision', async () => {
    await give('DOMICIL');
    const [mine, theirs] = [await open(officer, 'DOMICIL'), await open(colleague, 'DOMICIL')];
    const both = await Promise.all([
      send(officer, mine, 'non-compliant', { comment: 'Trop ancien.' }),
      send(colleague, theirs, 'compliant'),
    ]);
    expect(both.map((answer) => answer.status).toSorted()).toEqual([303, 409]);
    expect(await listReviews(db, (await piece('DOMICIL')).id)).toHaveLength(1);
  });
  it('a file given meanwhile makes a decision void too', async () => {
    await give('DOMICIL', { handedOver: false });
    const form = await open(officer, 'DOMICIL');
    await give('DOMICIL', { name: 'nouveau.pdf' });
    const late = await send(officer, form, 'compliant');
    expect(late.status).toBe(409);
    expect(late.body).toContain('Nouveau fichier, nouveau.pdf');
  });
  it('but a double click of one officer is one decision', async () => {
    await give('DOMICIL');
    await give('DCSTID01');
    const form = await open(officer, 'DOMICIL');
    const fields = { comment: 'Trop ancien.' };
    const both = await Promise.all([
      send(officer, form, 'non-compliant', fields),
      send(officer, form, 'non-compliant', fields),
    ]);
    expect(both.map((answer) => answer.status)).toEqual([303, 303]);
    expect(await listReviews(db, (await piece('DOMICIL')).id)).toHaveLength(1);
  });
  it('nor is the same decision twice, of who went back in the browser and pressed again; another word is another', async () => {
    await give('DOMICIL');
    await give('DCSTID01');
    const before = await open(officer, 'DOMICIL');
    const count = async (): Promise<number> => (await listReviews(db, (await piece('DOMICIL')).id)).length;
    for (const form of [before, before, await open(officer, 'DOMICIL')]) {
      const again = await send(officer, form, 'compliant');
      expect([again.status, again.location]).toEqual([303, expect.stringContaining('fait=')]);
    }
    expect(await count()).toBe(1);
    // The page was asked for anew.
    for (const _ of [1, 2]) expect((await decide(officer, 'DOMICIL', 'compliant')).status).toBe(303);
    expect(await count()).toBe(1);
    for (const comment of ['Trop ancien.', 'Trop ancien.', 'Trop ancien, et flou.'])
      expect((await decide(officer, 'DOMICIL', 'non-compliant', { comment })).status).toBe(303);
    expect(await count()).toBe(3);
  });
});

describe('A document', () => {
  const views = async () =>
    (await readStream(db, enrolmentStream(made.enrolment.id), 50)).filter((entry) => entry.name === 'document.viewed');

  it('is served as it is kept, can run nothing, stays in no cache, and the journal says who was sent it', async () => {
    const deposit = await give('DOMICIL');
    const answer = await officer.get(`${await address('DOMICIL')}/fichiers/${deposit}`);
    expect([answer.status, answer.body]).toEqual([200, PDF.toString()]);
    expect(answer.header('content-security-policy')).toBe("default-src 'none'; sandbox; frame-ancestors 'self'");
    expect(answer.header('cache-control')).toBe('private, no-store');
    expect(await views()).toMatchObject([
      { actorKind: 'staff', data: { code: 'DOMICIL', depositId: deposit, ahead: false } },
    ]);
  });
  it('of before files were read whole is shown as we render it; what would be refused today is not shown, in words', async () => {
    const harmless = await give('DOMICIL', {
      asItCame: true,
      content: onePage({ text: 'Ancienne facture', catalog: '/OpenAction << /S /URI /URI (https://192.0.2.7) >>' }),
    });
    const shown = await officer.get(`${await address('DOMICIL')}/fichiers/${harmless}`);
    expect(shown.status).toBe(200);
    expect(shown.header('content-length')).toBe(String(shown.bytes.length));
    expect(await seenByReader(shown.bytes)).toMatchObject({ text: 'Ancienne facture ', active: [] });
    const harmful = await give('DCSTID01', {
      asItCame: true,
      content: onePage({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }),
    });
    const refused = await officer.get(`${await address('DCSTID01')}/fichiers/${harmful}`);
    expect([refused.status, refused.header('content-type')]).toEqual([422, 'text/plain; charset=utf-8']);
    expect(refused.body).toContain("demandez au candidat de l'imprimer en PDF");
    expect((await views()).map(({ data }) => data)).toMatchObject([{ depositId: harmless }]);
  });
  it('sent ahead is recorded as such, and kept for five minutes', async () => {
    const deposit = await give('DOMICIL');
    const url = `${await address('DOMICIL')}/fichiers/${deposit}`;
    const cookie = [...officer.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const ask = (headers: Record<string, string>) =>
      site.server.inject({ method: 'GET', url, headers: { cookie, ...headers } });
    const prefetched = await ask({ 'sec-purpose': 'prefetch' });
    expect(prefetched.headers['cache-control']).toBe('private, max-age=300');
    await ask({ referer: `http://registre.example${await address('DCSTID01')}` });
    const shown = await ask({ referer: `http://registre.example${await address('DOMICIL')}` });
    expect(shown.headers['cache-control']).toBe('private, no-store');
    expect((await views()).map((entry) => entry.data)).toMatchObject([
      { ahead: false },
      { ahead: true },
      { ahead: true },
    ]);
  });
  it('of another piece, or taken back by the candidate, is not there', async () => {
    const deposit = await give('DOMICIL');
    await give('DCSTID01');
    expect((await officer.get(`${await address('DCSTID01')}/fichiers/${deposit}`)).status).toBe(404);
    expect((await officer.get(`${await address('DOMICIL')}/fichiers/x`)).status).toBe(404);
    await sql`update deposit set state = 'removed' where id = ${deposit}`.execute(db);
    expect((await officer.get(`${await address('DOMICIL')}/fichiers/${deposit}`)).status).toBe(404);
    expect(await views()).toEqual([]);
  });
});

describe('The last piece in order', () => {
  it('validates the enrolment, and the file says so', async () => {
    await sql`update piece set status = 'compliant' where enrolment_id = ${made.enrolment.id} and code not in ('DOMICIL', 'CINSIG01')`.execute(
      db,
    );
    await give('CINSIG01');
    await give('DOMICIL');
    await decide(officer, 'CINSIG01', 'compliant');
    await decide(officer, 'DOMICIL', 'compliant');
    const { body } = await officer.get(`/gestion/dossiers/${made.enrolment.id}`);
    expect(body).toContain('Validée\u00a0: elle est définitive.');
    expect(body).toContain('Inscription validée, version 1');
    for (const decision of ['received', 'non-compliant']) {
      const comment = decision === 'received' ? {} : { comment: 'Erreur de ma part.' };
      const unasked = await decide(officer, 'DOMICIL', decision, comment);
      expect([unasked.status, (await piece('DOMICIL')).status], decision).toEqual([409, 'compliant']);
      expect(unasked.body).toContain('href="#champ-unvalidate"');
      expect(unasked.body).toContain('Pour revenir dessus, refusez la pièce avec un motif');
    }
    const refusal = { comment: 'Erreur de ma part.', unvalidate: 'oui' };
    expect((await decide(officer, 'DOMICIL', 'non-compliant', refusal)).status).toBe(303);
    expect((await officer.get(`/gestion/dossiers/${made.enrolment.id}`)).body).not.toContain('elle est définitive');
    expect((await officer.get(await address('DOMICIL'))).body).not.toContain('Annuler la validation');
  });
});
