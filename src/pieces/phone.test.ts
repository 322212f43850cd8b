import { sql } from 'kysely';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { enrolmentStream } from '../enrolment/index.ts';
import { readSquares } from '../platform/documents/readSquares.ts';
import { readStream } from '../platform/journal.ts';
import { takePhoto } from '../testing/documents/jpegFile.ts';
import { onePage } from '../testing/documents/pdfFile.ts';
import { type Browser, MACON_WITH_HANDICAP, ORDINARY_DAY } from '../testing/enrolments.ts';
import { misplacedFaults } from '../testing/misplacedFaults.ts';
import { type PieceOwner, pieceRoom, signInAs } from '../testing/pieceSite.ts';
import { stage } from '../testing/stage.ts';
import { wordsIn } from '../testing/words.ts';
import { PART } from './piece.ts';

/** « Continuer sur mon téléphone »: a computer where somebody is signed in, a telephone where nobody is. */
const pieces = await stage(pieceRoom());
const photo = await takePhoto({ width: 1200, height: 900, orientation: 6 });
beforeEach(() => pieces.setClock(ORDINARY_DAY));

const CODE = 'DOMICIL';
/** Its first bytes are a PDF's, and nothing else of it is. */
const BROKEN = Buffer.concat([onePage().subarray(0, 60), Buffer.alloc(400, 'x')]);
const wordIn = (html: string): string => /mêmes quatre signes : (\w{4})/.exec(wordsIn(html))?.[1] ?? '';
const handOffAt = (person: PieceOwner, code = CODE): string => `${person.at(code)}/telephone`;
const shownTo = async (person: PieceOwner, code = CODE): Promise<string> =>
  (await person.browser.get(handOffAt(person, code))).body;
const stateFor = async (person: PieceOwner): Promise<string> =>
  JSON.parse((await person.browser.get(`${handOffAt(person)}/etat`)).body).state;

/** What a telephone's camera reads on the computer's screen. */
async function readFromScreen(html: string): Promise<string> {
  const svg = /<svg[\s\S]*?<\/svg>/.exec(html)?.[0] ?? '';
  expect(svg).not.toBe('');
  const picture = await sharp(Buffer.from(svg), { density: 400 }).flatten({ background: '#fff' }).jpeg().toBuffer();
  const address = (await readSquares(picture, null)).squares[0] ?? '';
  expect(address).toMatch(/^http:\/\/registre\.example\/telephone\/[\w-]{38}\/\w+$/);
  return new URL(address).pathname;
}

async function shows(person: PieceOwner, code = CODE): Promise<string> {
  await person.browser.get(handOffAt(person, code));
  expect((await person.browser.post(handOffAt(person, code), {})).location).toBe(handOffAt(person, code));
  return readFromScreen(await shownTo(person, code));
}
async function opened(at: string): Promise<Browser> {
  const phone = pieces.site.browser();
  expect((await phone.get(at)).status).toBe(200);
  return phone;
}

describe('A square code', () => {
  it('opens on a telephone without sign-in a page that deposits, and the computer shows what came', async () => {
    const person = await pieces.owner();
    const at = await shows(person);
    const before = await stateFor(person);
    const phone = pieces.site.browser();
    const page = await phone.get(at);
    expect(wordIn(page.body)).toBe(wordIn(await shownTo(person)));
    for (const secret of [person.candidate.birthName, person.candidate.address, person.enrolment.number ?? '?'])
      expect(page.body).not.toContain(secret);
    expect(await stateFor(person)).not.toBe(before);
    expect(wordsIn(await shownTo(person))).toContain("Un téléphone l'a ouvert");
    expect((await phone.upload(at, {}, photo, 'IMG_1.jpg')).location).toBe(at);
    const [kept] = (await person.piece(CODE)).files;
    expect(wordsIn((await phone.get(at)).body)).toContain(`Reçu ${kept?.receipt}`);
    const screen = await shownTo(person);
    expect(wordsIn(screen)).toContain(`Reçu ${kept?.receipt}`);
    expect(screen).toContain(`/fichiers/${kept?.id}/vignette`);
    const [entry] = (await readStream(pieces.db, enrolmentStream(person.enrolment.id), 5)).filter(
      ({ name }) => name === 'piece.deposited',
    );
    expect(entry?.data).toMatchObject({ road: 'phone' });
  });

  it('says when what waits to be read came, as the computer does, and later that it could not be read', async () => {
    const person = await pieces.owner();
    const at = await shows(person);
    const phone = await opened(at);
    pieces.busy(true);
    await phone.upload(at, {}, BROKEN, 'a.pdf');
    pieces.busy(false);
    const said = async () => [wordsIn((await phone.get(at)).body), wordsIn(await shownTo(person))];
    const [kept] = (await person.piece(CODE)).files;
    const second = /Fichier reçu le 15 novembre 2023 à \d+ h \d\d min \d\d s \(heure de Paris\)\. Reçu (D-\S+)/;
    for (const page of await said()) {
      expect(second.exec(page)?.[1]).toBe(kept?.receipt);
      expect(page).toContain('est lu ensuite, à son tour');
    }
    expect(await shownTo(person)).not.toContain('/vignette');
    await pieces.reader.readAll();
    for (const page of await said()) {
      expect(page).toContain("n'a pas pu être lu");
      expect(page).not.toContain('Fichier déposé');
    }
  });

  it('takes one file for a piece: another is said not to be kept, and of which the receipt is', async () => {
    const person = await pieces.owner();
    const at = await shows(person);
    const phone = await opened(at);
    await phone.upload(at, {}, photo, 'IMG_1.jpg');
    const [first] = (await person.piece(CODE)).files;
    for (const again of [
      await phone.upload(at, {}, onePage(), 'autre.pdf'),
      await phone.upload(`${at}/feuilles`, {}, onePage(), 'autre.pdf'),
      await phone.post(`${at}/deposer`, {}),
    ]) {
      expect([again.status, wordsIn(again.body)]).toEqual([409, expect.stringContaining("n'a pas été gardé")]);
      expect(again.body).toContain(first?.receipt);
    }
    const begun = await phone.post(`${at}/envois`, { nom: 'a.jpg', taille: '10' });
    expect(begun.status).toBe(410);
    expect((await person.piece(CODE)).files).toHaveLength(1);
    expect(wordsIn((await phone.get(at)).body)).not.toContain("n'a pas été gardé");
  });

  it('belongs to the first telephone that opens it', async () => {
    const person = await pieces.owner();
    const at = await shows(person);
    const phone = await opened(at);
    const other = pieces.site.browser();
    const refused = await other.get(at);
    expect([refused.status, wordsIn(refused.body)]).toEqual([410, expect.stringContaining('déjà ouvert sur un autre')]);
    await other.get('/connexion');
    await other.upload(at, {}, photo, 'IMG_1.jpg');
    expect((await person.piece(CODE)).files).toEqual([]);
    expect((await phone.upload(at, {}, photo, 'IMG_1.jpg')).status).toBe(303);
  });

  const endings: readonly (readonly [string, (person: PieceOwner) => Promise<unknown>])[] = [
    ['another one is shown', (person) => person.browser.post(handOffAt(person), {})],
    ['it is revoked', (person) => person.browser.post(`${handOffAt(person)}/retirer`, {})],
    ['the computer signs out', (person) => person.browser.post('/deconnexion', {})],
    [
      'its ten minutes are over',
      ({ enrolment }) =>
        sql`update phone_code set ends_at = now() where enrolment_id = ${enrolment.id}`.execute(pieces.db),
    ],
  ];
  it.each(endings)('opens nothing any more once %s, not even what was under way', async (_, end) => {
    const person = await pieces.owner();
    const at = await shows(person);
    const phone = await opened(at);
    const fields = { nom: 'a.jpg', taille: String(photo.length) };
    const { id } = JSON.parse((await phone.post(`${at}/envois`, fields)).body);
    const part = (start: number) =>
      phone.upload(`${at}/envois/${id}`, { debut: String(start) }, photo.subarray(start, start + PART.most), 'm');
    expect((await part(0)).status).toBe(200);
    await end(person);
    expect((await part(0)).status).toBe(410);
    expect((await phone.post(`${at}/envois/${id}/terminer`, {})).status).toBe(410);
    expect((await phone.get(at)).status).toBe(410);
    expect((await phone.upload(at, {}, photo, 'IMG_1.jpg')).status).toBe(410);
    expect((await phone.upload(`${at}/feuilles`, {}, photo, 'IMG_1.jpg')).status).toBe(410);
    expect((await phone.post(`${at}/deposer`, {})).status).toBe(410);
    expect((await person.piece(CODE)).files).toEqual([]);
  });

  it('serves the other pieces once one is given, longer each time: those that are asked now, by the telephone that was paired', async () => {
    const person = await pieces.owner();
    const at = await shows(person);
    const phone = await opened(at);
    await pieces.db
      .updateTable('phone_code')
      .set({ ends_at: Temporal.Now.instant().add({ minutes: 1 }) })
      .execute();
    await phone.upload(at, {}, photo, 'IMG_1.jpg');
    const { rows } = await sql<{
      lives: boolean;
    }>`select ends_at > now() + interval '9 minutes' as lives from phone_code
      where enrolment_id = ${person.enrolment.id}`.execute(pieces.db);
    expect(rows).toEqual([{ lives: true }]);
    const offered = [...(await phone.get(at)).body.matchAll(/href="(\/telephone\/[^"]+)"/g)].map(([, to]) => to ?? '');
    const next = at.replace(CODE, 'DCSTID01');
    expect(offered).toContain(next);
    expect(offered).not.toContain(at);
    expect((await pieces.site.browser().get(next)).status).toBe(410);
    // The computer shows the same code for that piece, and this telephone may aim at it too.
    expect(await readFromScreen(await shownTo(person, 'DCSTID01'))).toBe(next);
    expect(wordsIn(await shownTo(person, 'DCSTID01'))).toContain('visez ce code avec lui');
    expect((await phone.upload(next, {}, photo, 'IMG_2.jpg')).location).toBe(next);
    expect((await person.piece('DCSTID01')).files).toHaveLength(1);
    expect(wordsIn((await phone.get(next)).body)).toContain("C'est déposé");
    // The first stays given, on both: no form that would take it twice, no square code, and the pairing can still be ended there.
    expect(wordsIn((await phone.get(at)).body)).toContain("C'est déposé");
    expect((await phone.upload(at, {}, photo, 'IMG_1.jpg')).status).toBe(409);
    const first = await shownTo(person);
    expect(wordsIn(first)).toContain('Reçu de votre téléphone et déposé');
    expect(wordsIn(first)).toContain('reste relié');
    expect(first).not.toContain('square-code');
    expect(first).toContain(`action="${handOffAt(person)}/retirer"`);
    expect((await phone.get(at.replace(CODE, 'INCONNU'))).status).toBe(404);
    await person.browser.post(`${handOffAt(person)}/retirer`, {});
    for (const path of offered) expect((await phone.upload(path, {}, photo, 'IMG_3.jpg')).status).not.toBe(303);
  });

  it('takes pages one by one, joined into one document', async () => {
    const person = await pieces.owner();
    const at = await shows(person);
    const phone = await opened(at);
    expect((await phone.get(`${at}?pages=une-a-une`)).body).toContain(`action="${at}/feuilles"`);
    for (const name of ['a.jpg', 'b.jpg'])
      expect((await phone.upload(`${at}/feuilles`, {}, photo, name)).location).toBe(at);
    expect(wordsIn((await phone.get(at)).body)).toContain('Déposer ces 2 pages');
    expect(wordsIn(await shownTo(person))).toContain('2 pages reçues');
    expect((await phone.post(`${at}/deposer`, {})).location).toBe(at);
    expect((await person.piece(CODE)).files).toMatchObject([{ pages: 2, type: 'application/pdf' }]);
    expect(wordsIn((await phone.get(at)).body)).toContain("C'est déposé");
  });

  it('counts no page that could not be read among those that came, and deposits none before it is replaced', async () => {
    const person = await pieces.owner();
    const at = await shows(person);
    const phone = await opened(at);
    await phone.upload(`${at}/feuilles`, {}, photo, 'a.jpg');
    pieces.busy(true);
    await phone.upload(`${at}/feuilles`, {}, BROKEN, 'b.pdf');
    pieces.busy(false);
    const both = async () => [wordsIn((await phone.get(at)).body), wordsIn(await shownTo(person))];
    for (const page of await both()) expect(page).toContain('2 pages reçues');
    const before = await stateFor(person);
    await pieces.reader.readAll();
    for (const page of await both()) {
      expect(page).toContain("1 page reçue, 1 page n'a pas pu être lue");
      expect(page).toMatch(/remplacer/);
    }
    expect(await stateFor(person)).not.toBe(before);
    expect((await phone.get(at)).body).not.toContain(`action="${at}/deposer"`);
  });

  it('takes a file in parts as the computer does, for that piece alone', async () => {
    const person = await pieces.owner();
    const at = await shows(person);
    const phone = await opened(at);
    const begun = JSON.parse((await phone.post(`${at}/envois`, { nom: 'a.jpg', taille: String(photo.length) })).body);
    for (let start = 0; start < photo.length; start += PART.most)
      await phone.upload(
        `${at}/envois/${begun.id}`,
        { debut: String(start) },
        photo.subarray(start, start + PART.most),
        'm',
      );
    const done = await phone.post(`${at}/envois/${begun.id}/terminer`, { aussi: 'DCSTID01' });
    expect(JSON.parse(done.body)).toEqual({ to: at });
    // The answer was lost on the way: it is the same, though the code is used up.
    const again = await phone.post(`${at}/envois/${begun.id}/terminer`, {});
    expect([again.status, JSON.parse(again.body)]).toEqual([200, { to: at }]);
    expect((await person.piece(CODE)).files).toHaveLength(1);
    expect((await person.piece('DCSTID01')).files).toEqual([]);
  });

  it('says why a file is refused, and takes another', async () => {
    const person = await pieces.owner();
    const at = await shows(person);
    const phone = await opened(at);
    const refused = await phone.upload(at, {}, Buffer.from('Bonjour'), 'lettre.pdf');
    expect([refused.status, wordsIn(refused.body)]).toEqual([415, expect.stringContaining('JPEG, PNG, WebP ou HEIC')]);
    expect(misplacedFaults(refused.body)).toEqual([]);
    expect((await phone.upload(at, {}, photo, 'a.jpg')).status).toBe(303);
  });

  it('names no document of health on the telephone', async () => {
    const person = await pieces.owner(MACON_WITH_HANDICAP);
    const { rows } = await sql<{
      code: string;
    }>`select code from piece where enrolment_id = ${person.enrolment.id} and confidential`.execute(pieces.db);
    const [health] = rows;
    if (health === undefined) throw new Error('no piece of health');
    const label = pieces.catalogue.pieceType({ session: person.enrolment.session, code: health.code })?.label ?? '?';
    const at = await shows(person, health.code);
    const page = wordsIn((await pieces.site.browser().get(at)).body);
    expect(page).toContain('Pour la pièce ouverte sur votre ordinateur');
    expect(page).not.toContain(label);
    expect(page).not.toMatch(/handicap|santé|R\. ?408/i);
    // A telephone that was paired for another piece hears nothing of it, on its pages nor by its address.
    const paired = await shows(person);
    const phone = await opened(paired);
    await phone.upload(paired, {}, photo, 'IMG_1.jpg');
    const done = (await phone.get(paired)).body;
    expect(done).toContain('/DCSTID01"');
    expect(wordsIn(done)).not.toContain(label);
    expect((await phone.get(paired.replace(CODE, health.code))).status).toBe(404);
    expect((await phone.upload(paired.replace(CODE, health.code), {}, photo, 'a.jpg')).status).toBe(404);
    expect(await shownTo(person, health.code)).not.toContain('<svg viewBox');
  });
});

describe('Whoever has no code', () => {
  it("finds nothing by a guess, a change or somebody else's page", async () => {
    const person = await pieces.owner();
    const at = await shows(person);
    const stranger = pieces.site.browser();
    const changed = at.slice(0, -1) + (at.endsWith('A') ? 'B' : 'A');
    for (const address of [changed, '/telephone/x', `/telephone/${'A'.repeat(38)}`])
      expect((await stranger.get(address)).status).toBe(404);
    const other = await pieces.owner();
    const theirs = handOffAt(person);
    expect((await other.browser.get(theirs)).status).toBe(404);
    expect((await other.browser.post(theirs, {})).status).toBe(404);
    expect((await other.browser.get(`${theirs}/etat`)).status).toBe(404);
    expect((await other.browser.post(`${theirs}/retirer`, {})).status).toBe(404);
    expect((await opened(at)).cookies.size).toBeGreaterThan(0);
  });

  it('sees it in no other browser of the same person, and makes no more codes than a person needs', async () => {
    const person = await pieces.owner();
    await shows(person);
    const elsewhere = { ...person, browser: pieces.site.browser() };
    await signInAs(elsewhere.browser, person);
    expect(await shownTo(elsewhere)).not.toContain('<svg viewBox');
    const made = [];
    for (let one = 0; one < 14; one++) made.push((await person.browser.post(handOffAt(person), {})).status);
    expect(made).toContain(429);
  });

  it('after the closing gets none, and by one of before deposits nothing', async () => {
    const person = await pieces.owner();
    const at = await shows(person);
    const phone = await opened(at);
    await pieces.setClock('2023-12-01T16:00:01Z');
    expect((await phone.upload(at, {}, photo, 'a.jpg')).status).toBe(403);
    await person.browser.get(person.at());
    expect((await person.browser.post(handOffAt(person), {})).status).toBe(403);
    expect((await person.piece(CODE)).files).toEqual([]);
  });
});
