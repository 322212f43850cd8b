import { createHash, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { declareDisabledWorker } from '../enrolment/index.ts';
import { SYSTEM } from '../platform/journal.ts';
import { heicPhoto } from '../testing/documents/heicFile.ts';
import { takePhoto } from '../testing/documents/jpegFile.ts';
import { onePage } from '../testing/documents/pdfFile.ts';
import {
  type Answered,
  findCandidate,
  MACON_WITH_HANDICAP,
  ORDINARY_DAY,
  type TestEnrolment,
} from '../testing/enrolments.ts';
import { misplacedFaults } from '../testing/misplacedFaults.ts';
import { type PieceOwner, pieceRoom } from '../testing/pieceSite.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, wordsIn } from '../testing/words.ts';
import { reviewPiece } from './actions/reviewPiece.ts';
import { openDues } from './due.ts';
import type { PieceDecision } from './piece.ts';
import type { Contribution } from './rules/remaining.ts';
import { listFiles } from './store/deposits.ts';
import { listPieces } from './store/pieces.ts';

const PDF = onePage();
const JPEG = await takePhoto();
/** What another room says of a sheet. */
let doubts: readonly Contribution[] = [];
const due = openDues([{ readers: 'office', read: async () => doubts, lines: () => doubts }]);
const pieces = await stage(pieceRoom({ due }));
beforeEach(() => pieces.setClock(ORDINARY_DAY));

type Person = Omit<PieceOwner, 'at'> & { readonly at: string };
async function someone(answers: Answered = {}): Promise<Person> {
  const made = await pieces.owner(answers);
  return { ...made, at: made.at() };
}
const acting = () => ({ db: pieces.db, events: pieces.events, catalogue: () => pieces.catalogue });
const filesOf = async ({ enrolment }: TestEnrolment, code: string) =>
  (await listPieces(pieces.db, enrolment.id)).find((piece) => piece.code === code)?.files ?? [];
const give = async (person: Person, code: string, file: Buffer, name: string) => {
  const { body } = await person.browser.get(`${person.at}/${code}`);
  const cle = fieldOn(body, 'cle');
  return person.browser.upload(`${person.at}/${code}`, { cle }, file, name);
};
const draftsLeft = (): number => readdirSync(path.join(pieces.folder, 'drafts')).length;

describe('A deposit', () => {
  it('is taken with its receipt, shown on the page, and shown as we rendered it, where it can run nothing', async () => {
    const person = await someone();
    const answer = await give(person, 'DOMICIL', PDF, "Facture d'août (1).PDF");
    expect(answer.status).toBe(303);
    expect(answer.location).toMatch(/\?recu=D-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    const list = await person.browser.get(answer.location);
    expect(wordsIn(list.body)).toContain("Facture d'août (1).PDF");
    const href = new RegExp(`href="(${person.at}/DOMICIL/fichiers/[0-9a-f-]+)"`).exec(list.body)?.[1] ?? '';
    const [kept] = await filesOf(person, 'DOMICIL');
    const page = wordsIn((await person.browser.get(`${person.at}/DOMICIL`)).body);
    const sent = createHash('sha256').update(PDF).digest('hex');
    expect(page).toMatch(
      new RegExp(
        `Fichier que vous avez envoyé.* empreinte, .* : ${sent} .* empreinte : ${kept?.sha256} .*Envoi commencé le .* s \\(heure de Paris\\), terminé le`,
      ),
    );
    expect(kept).toMatchObject({ pages: 1, sent: { type: 'application/pdf', size: PDF.length } });
    const file = await person.browser.get(href);
    expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(kept?.sha256);
    expect(file.body.slice(0, 5)).toBe('%PDF-');
    expect(file.body).not.toBe(PDF.toString());
    expect(file.header('content-type')).toBe('application/pdf');
    expect(file.header('content-security-policy')).toBe("default-src 'none'; sandbox; frame-ancestors 'self'");
    expect(file.header('x-content-type-options')).toBe('nosniff');
  });

  it('of a photo of an iPhone is kept as a JPEG that anybody opens, and says what it was', async () => {
    const person = await someone();
    const sent = heicPhoto({ exif: 'Exif\0\0secret-marker' });
    expect((await give(person, 'DOMICIL', sent, 'IMG_0412.HEIC')).status).toBe(303);
    const [kept] = await filesOf(person, 'DOMICIL');
    expect(kept).toMatchObject({ name: 'IMG_0412.jpg', type: 'image/jpeg', pages: 1 });
    // What it looks like is kept for whoever judges it: a hint, of which its candidate was told by their browser.
    const piece = (await listPieces(pieces.db, person.enrolment.id)).find(({ code }) => code === 'DOMICIL');
    const [seen] = await listFiles(pieces.db, piece?.academy ?? '', piece?.id ?? '');
    expect(seen?.hints).toContainEqual({ page: 1, finding: 'small' });
    expect(kept?.sent).toEqual({
      type: 'image/heic',
      size: sent.length,
      sha256: createHash('sha256').update(sent).digest('hex'),
    });
    expect(wordsIn((await person.browser.get(`${person.at}/DOMICIL`)).body)).toMatch(
      /envoyé, HEIC, .* ko\. .*, 1 page\./,
    );
  });

  it('of a photo is known by its content, whatever its name', async () => {
    const person = await someone();
    expect((await give(person, 'DOMICIL', JPEG, 'photo')).status).toBe(303);
    expect(await filesOf(person, 'DOMICIL')).toMatchObject([{ type: 'image/jpeg' }]);
  });

  it.each([
    ['nothing chosen', Buffer.alloc(0), '', 422, 'Choisissez un fichier'],
    ['an empty file', Buffer.alloc(0), 'vide.pdf', 422, 'vide'],
    ['a file over 25 MB', Buffer.concat([PDF, Buffer.alloc(25 * 1024 * 1024)]), 'gros.pdf', 413, '25 Mo'],
    ['a text named .pdf', Buffer.from('Bonjour'), 'lettre.pdf', 415, 'JPEG, PNG, WebP ou HEIC'],
    ['a PDF cut off', PDF.subarray(0, 20), 'coupé.pdf', 422, 'incomplet'],
  ])(
    'of %s is refused with the rule and the way out, and leaves nothing behind',
    async (_, file, name, status, word) => {
      const person = await someone();
      const answer = await give(person, 'DOMICIL', file, name);
      expect(answer.status).toBe(status);
      expect(wordsIn(answer.body)).toContain(word);
      expect(misplacedFaults(answer.body)).toEqual([]);
      expect(await filesOf(person, 'DOMICIL')).toEqual([]);
      expect(draftsLeft()).toBe(0);
    },
  );

  it('that was destroyed, or is infected, says so instead of opening', async () => {
    const person = await someone();
    await give(person, 'DOMICIL', PDF, 'a.pdf');
    const [file] = await filesOf(person, 'DOMICIL');
    const open = () => person.browser.get(`${person.at}/DOMICIL/fichiers/${file?.id}`);
    expect((await open()).status).toBe(200);
    await sql`update deposit set scan = 'infected', finding = 'Trojan' where id = ${file?.id}`.execute(pieces.db);
    const infected = await open();
    expect([infected.status, wordsIn(infected.body).includes('logiciel malveillant')]).toEqual([409, true]);
    expect(wordsIn((await person.browser.get(person.at)).body)).toContain(
      'Fichier infecté, déposez-en un autre : a.pdf',
    );
    await sql`update deposit set erased_at = business_now() where id = ${file?.id}`.execute(pieces.db);
    const erased = await open();
    expect([erased.status, wordsIn(erased.body).includes('durée de conservation')]).toEqual([410, true]);
  });

  it('of somebody else’s piece, of a piece not asked for, or by a forged form, is refused', async () => {
    const [owner, other] = [await someone(), await someone()];
    await other.browser.get(`${other.at}/DOMICIL`);
    expect((await other.browser.upload(`${owner.at}/DOMICIL`, {}, PDF, 'a.pdf')).status).toBe(404);
    expect((await other.browser.upload(`${other.at}/SNATJDC`, {}, PDF, 'a.pdf')).status).toBe(404);
    expect((await other.browser.upload(`${other.at}/DOMICIL`, { jeton: 'faux' }, PDF, 'a.pdf')).status).toBe(403);
    expect(await filesOf(owner, 'DOMICIL')).toEqual([]);
    expect(await filesOf(other, 'DOMICIL')).toEqual([]);
  });

  it('after the closing says when it was, and writes nothing', async () => {
    const person = await someone();
    await pieces.setClock('2023-12-01T17:00:01+01:00');
    const answer = await give(person, 'DOMICIL', PDF, 'a.pdf');
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(wordsIn(answer.body)).toContain('1er décembre 2023 à 17 h 00');
    expect(await filesOf(person, 'DOMICIL')).toEqual([]);
  });

  it('that is missing says after the closing, in the list and on its own page alike, that the office alone can take it; one that is in doesn’t', async () => {
    const person = await someone();
    await give(person, 'DCSTID01', PDF, 'carte.pdf');
    const shut = async (code: string): Promise<readonly string[]> => {
      const page = await person.browser.get(`${person.at}/${code}`);
      const list = new RegExp(`<li id="piece-${code}"[^>]*>.*?</li>`, 's').exec(
        (await person.browser.get(person.at)).body,
      );
      return [page.body, list?.[0] ?? ''].map(
        (html) => /Le dépôt de cette pièce .*?gestionnaire[^.]*\./.exec(wordsIn(html))?.[0] ?? '',
      );
    };
    expect(await shut('DOMICIL')).toEqual(['', '']);
    await pieces.setClock('2023-12-01T17:00:01+01:00');
    const [onPage, inList] = await shut('DOMICIL');
    expect(onPage).toMatch(
      /est clos depuis le vendredi 1er décembre 2023 à 17 h 00.*Écrivez tout de suite .* lui seul peut encore la prendre\./,
    );
    expect(inList).toBe(onPage);
    expect(await shut('DCSTID01')).toEqual([expect.stringContaining('Pour toute question'), '']);
  });
});

describe('The list', () => {
  const rowOf = (html: string, code: string): string =>
    new RegExp(`<li id="piece-${code}"[^>]*>.*?</li>`, 's').exec(html)?.[0] ?? '';
  const titles = (html: string): readonly string[] => [...html.matchAll(/<h2>([^<]*)/g)].map(([, title = '']) => title);

  it('of an enrolment that has ended asks for nothing: what was given stays, and what was said of it', async () => {
    const person = await someone();
    await give(person, 'DOMICIL', PDF, 'quittance.pdf');
    await sql`update piece set status = 'non-compliant', comment = 'Illisible.', reviewed_at = business_now()
      where enrolment_id = ${person.enrolment.id} and code = 'CINSIG01'`.execute(pieces.db);
    const running = await person.browser.get(`/candidatures/${person.enrolment.id}/justificatifs`);
    expect(titles(running.body)).toContain('Reste à faire');
    expect(wordsIn(running.body)).toMatch(/sur \d+, confirmation/);
    await sql`update enrolment set status = 'withdrawn', ended_at = business_now() where id = ${person.enrolment.id}`.execute(
      pieces.db,
    );
    const { body } = await person.browser.get(`/candidatures/${person.enrolment.id}/justificatifs`);
    expect(titles(body)).not.toContain('Reste à faire');
    expect(wordsIn(body)).toContain('aucune pièce ne vous est plus demandée');
    expect(wordsIn(body)).not.toMatch(/à fournir|à signer|sur \d+, confirmation/);
    for (const [code, stays] of [
      ['DOMICIL', 'quittance.pdf'],
      ['CINSIG01', 'Illisible.'],
    ] as const)
      expect(wordsIn(rowOf(body, code))).toContain(stays);
    expect(rowOf(body, 'DCSTID01')).toBe('');
  });

  it('has one form in each row that is open, each with a key of its own, and goes where the piece’s page goes', async () => {
    const person = await someone();
    const { body } = await person.browser.get(person.at);
    expect(titles(body)).toContain('Reste à faire');
    expect(titles(body)).not.toContain('Déposées');
    const rows = [...body.matchAll(/<li id="piece-([0-9A-Z]+)"/g)].map(([, code = '']) => code);
    const keys = rows.map((code) => fieldOn(rowOf(body, code), 'cle'));
    expect(new Set(keys).size).toBe(rows.length);
    for (const code of rows) {
      expect(rowOf(body, code)).toContain(`action="${person.at}/${code}"`);
      expect(rowOf(body, code)).toContain('aria-describedby="formats"');
    }
    const given = await person.browser.upload(`${person.at}/DOMICIL`, { cle: keys[0] ?? '' }, PDF, 'a.pdf');
    expect(given.location).toMatch(/\?recu=D-\w{4}-\w{4}#piece-DOMICIL$/);
    const after = await person.browser.get(given.location);
    const row = rowOf(after.body, 'DOMICIL');
    // The row itself takes the focus, as the address leads to it, and says the receipt before all else.
    expect(row).toContain('tabindex="-1"');
    expect(wordsIn(row)).toMatch(/Fichier déposé\. Reçu D-\w{4}-\w{4} \. Pièce suivante : Confirmation/);
    expect(titles(after.body)).toContain('Déposées');
    const [kept] = await filesOf(person, 'DOMICIL');
    await person.browser.get(`${person.at}/DOMICIL/fichiers/${kept?.id}/supprimer`);
    const removed = await person.browser.post(`${person.at}/DOMICIL/fichiers/${kept?.id}/supprimer`, {});
    expect(wordsIn(rowOf((await person.browser.get(removed.location)).body, 'DOMICIL'))).toContain(
      'Le fichier est supprimé.',
    );
  });

  it('hands over in one act on top once nothing is missing, and folds a group alone', async () => {
    const person = await someone();
    const { body } = await person.browser.get(person.at);
    const codes = [...body.matchAll(/<li id="piece-([0-9A-Z]+)"/g)].map(([, code = '']) => code);
    let last = '';
    for (const code of codes) last = (await give(person, code, PDF, `${code}.pdf`)).location;
    const whole = await person.browser.get(last);
    expect(titles(whole.body)).toContain('Vos pièces sont toutes là');
    expect(titles(whole.body)).not.toContain('Reste à faire');
    expect(rowOf(whole.body, codes.at(-1) ?? '')).toContain('href="#remettre"');
    expect(wordsIn(whole.body)).toContain(`${codes.length - 1} pièces déposées sur ${codes.length - 1}`);
    expect(whole.body.match(/class="button primary"/g)).toHaveLength(1);
    // One page of the identity card: asked before anything is sent, whatever browser it is.
    expect(wordsIn(/<section[^>]*id="remettre".*?<\/section>/s.exec(whole.body)?.[0] ?? '')).toMatch(
      /Il manque peut-être un côté : « Document justifiant l'identité » n'a qu'une page\. .*Tout est sur cette page \?/,
    );
    const all = `${codes.length - 1} sur ${codes.length - 1}`;
    expect(wordsIn(whole.body)).toContain(`J'ai fourni toutes mes pièces, ${all}`);
    expect((await person.browser.post(`${person.at}/remettre`, {})).location).toBe(
      `${person.at.replace('/justificatifs', '')}?message=remis`,
    );
    const locked = await person.browser.get(person.at);
    expect(wordsIn(locked.body)).toContain('Remis au gestionnaire le');
    expect(locked.body).not.toContain('type="file"');
    expect(locked.body).not.toContain('/remettre"');
  });

  it('asks for the other side of a card in its row and on its page; it joins the first, and nothing is asked any more', async () => {
    const person = await someone();
    const asked = 'Il manque peut-être un côté';
    const said = async (): Promise<readonly string[]> => {
      const row = rowOf((await person.browser.get(person.at)).body, 'DCSTID01');
      return [row, (await person.browser.get(`${person.at}/DCSTID01`)).body].map(wordsIn);
    };
    for (const words of await said()) expect(words).not.toContain(asked);
    await give(person, 'DCSTID01', JPEG, 'recto.jpg');
    for (const words of await said()) {
      expect(words).toContain(asked);
      expect(words).toContain("Ajouter l'autre côté");
    }
    const row = rowOf((await person.browser.get(person.at)).body, 'DCSTID01');
    expect(row.indexOf('type="file"')).toBeLessThan(row.indexOf('<details'));
    const cle = fieldOn(row, 'cle');
    const verso = await person.browser.upload(`${person.at}/DCSTID01`, { cle }, JPEG, 'verso.jpg');
    expect(verso.status).toBe(303);
    expect((await filesOf(person, 'DCSTID01')).map(({ name }) => name)).toEqual(['recto.jpg', 'verso.jpg']);
    for (const words of await said()) expect(words).not.toContain(asked);
    // Another piece of one page lacks nothing.
    await give(person, 'DOMICIL', JPEG, 'facture.jpg');
    expect(wordsIn((await person.browser.get(person.at)).body)).not.toContain(asked);
  });

  it('keeps R.408 apart with its own day, and says nothing of « all » when it alone is there', async () => {
    const person = await someone(MACON_WITH_HANDICAP);
    for (const code of ['R408A3', 'R408A4', 'R408A5']) await give(person, code, PDF, `${code}.pdf`);
    const { body } = await person.browser.get(person.at);
    expect(titles(body)).toContain('Travail en hauteur');
    expect(titles(body)).not.toContain('Vos pièces sont toutes là');
    expect(body).toMatch(/id="remettre".*remettre\/travail-en-hauteur/s);
    expect(wordsIn(body)).toContain("À déposer jusqu'au jeudi 7 mars 2024 inclus");
  });
});

describe('One document for identity and nationality', () => {
  const both = (person: Person, more: Readonly<Record<string, string>> = {}, cle: string = randomUUID()) =>
    person.browser.upload(`${person.at}/DCSTID01`, { cle, aussi: '1NATID01', ...more }, PDF, 'carte.pdf');

  it('is offered unticked, filed for both in one act with a receipt each, and each goes back alone', async () => {
    const person = await someone();
    const { body } = await person.browser.get(person.at);
    expect(body).toMatch(/<input type="checkbox" id="aussi-DCSTID01-1NATID01" name="aussi" value="1NATID01"\/?>/);
    expect((await person.browser.get(`${person.at}/DCSTID01`)).body).toContain('name="aussi"');
    const cle = randomUUID();
    const answers = await Promise.all([both(person, {}, cle), both(person, {}, cle)]);
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    const [first] = await filesOf(person, 'DCSTID01');
    const [second, ...others] = await filesOf(person, '1NATID01');
    expect(others).toEqual([]);
    expect(answers[0]?.location).toBe(`${person.at}?recu=${first?.receipt}&aussi=${second?.receipt}#piece-DCSTID01`);
    expect(first?.sha256).toBe(second?.sha256);
    expect(first?.fileKey).not.toBe(second?.fileKey);
    const said = wordsIn((await person.browser.get(answers[0]?.location ?? '')).body);
    expect(said).toContain(
      `Le même fichier est donné aussi pour « Document justifiant la nationalité ». Reçu ${second?.receipt}`,
    );
    await person.browser.get(`${person.at}/1NATID01/fichiers/${second?.id}/supprimer`);
    expect((await person.browser.post(`${person.at}/1NATID01/fichiers/${second?.id}/supprimer`, {})).status).toBe(303);
    expect(await filesOf(person, '1NATID01')).toEqual([]);
    const kept = await person.browser.get(`${person.at}/DCSTID01/fichiers/${first?.id}`);
    expect([kept.status, kept.body.slice(0, 5)]).toEqual([200, '%PDF-']);
  });

  it('goes on for the back of the card, and is refused whole over another document or another piece', async () => {
    const person = await someone();
    await both(person);
    const back = await person.browser.upload(
      `${person.at}/DCSTID01`,
      { cle: randomUUID(), aussi: '1NATID01' },
      JPEG,
      'verso.jpg',
    );
    expect(back.status).toBe(303);
    expect(await filesOf(person, '1NATID01')).toHaveLength(2);
    const other = await someone();
    await give(other, '1NATID01', JPEG, 'certificat.jpg');
    const before = readdirSync(path.join(pieces.folder, other.enrolment.id)).length;
    for (const aussi of ['1NATID01', 'DOMICIL', 'DCSTID01', 'R408DISP', '__proto__', 'x'.repeat(500)]) {
      const refused = await both(other, { aussi });
      expect([aussi, refused.status]).toEqual([aussi, 409]);
      expect(wordsIn(refused.body)).toContain("Rien n'a été déposé");
    }
    expect(await filesOf(other, 'DCSTID01')).toEqual([]);
    expect(readdirSync(path.join(pieces.folder, other.enrolment.id))).toHaveLength(before);
    const page = await other.browser.get(`${other.at}/DCSTID01`);
    expect(page.body).not.toContain('name="aussi"');
  });

  it('is given so of pages put together too, each copy with its list of files', async () => {
    const person = await someone();
    const at = `${person.at}/DCSTID01/feuilles?aussi=1NATID01`;
    await person.browser.get(at);
    for (const [content, name] of [
      [JPEG, 'recto.jpg'],
      [PDF, 'verso.pdf'],
    ] as const)
      expect((await person.browser.upload(at, {}, content, name)).location).toBe(at);
    const { body } = await person.browser.get(at);
    expect(body).toMatch(/name="aussi" value="1NATID01" checked/);
    const sent = { cle: fieldOn(body, 'cle'), aussi: '1NATID01' };
    const deposited = await person.browser.post(`${person.at}/DCSTID01/feuilles/deposer`, sent);
    const [[first], [second]] = [await filesOf(person, 'DCSTID01'), await filesOf(person, '1NATID01')];
    expect(deposited.location).toBe(`${person.at}?recu=${first?.receipt}&aussi=${second?.receipt}#piece-DCSTID01`);
    expect([second?.sha256, second?.sent]).toEqual([first?.sha256, first?.sent]);
    expect(second?.begunAt.toString()).toBe(first?.begunAt.toString());
    for (const code of ['DCSTID01', '1NATID01'])
      expect(wordsIn((await person.browser.get(`${person.at}/${code}`)).body)).toContain(
        'Les 2 fichiers que vous avez',
      );
  }, 60_000);

  it('serves afterwards in one act, whole and once; not once it is refused, nor for what it proves nothing of', async () => {
    const person = await someone();
    const serve = (code: string) => person.browser.post(`${person.at}/${code}/deja-donne`, {});
    const offers = async () =>
      (await Promise.all(['/1NATID01', ''].map((page) => person.browser.get(person.at + page)))).map(({ body }) =>
        body.includes('/1NATID01/deja-donne'),
      );
    expect(await offers()).toEqual([false, false]);
    await give(person, 'DCSTID01', PDF, 'recto.pdf');
    await give(person, 'DCSTID01', JPEG, 'verso.jpg');
    expect(await offers()).toEqual([true, true]);
    for (const code of ['DOMICIL', 'DCSTID01']) expect((await serve(code)).location).toBe(`${person.at}/${code}`);
    const answers = await Promise.all([serve('1NATID01'), serve('1NATID01')]);
    const [own, copies] = [await filesOf(person, 'DCSTID01'), await filesOf(person, '1NATID01')];
    const shown = copies.map(({ receipt }) => `${person.at}?recu=${receipt}#piece-1NATID01`);
    const [again, served] = answers.map(({ location }) => location).toSorted();
    expect([again, shown.includes(served ?? '')]).toEqual([`${person.at}/1NATID01`, true]);
    expect(copies.map(({ sha256 }) => sha256).toSorted()).toEqual(own.map(({ sha256 }) => sha256).toSorted());
    expect(new Set([...own, ...copies].flatMap(({ fileKey, receipt }) => [fileKey, receipt])).size).toBe(8);
    expect(readdirSync(path.join(pieces.folder, person.enrolment.id))).toHaveLength(4);
    expect(await offers()).toEqual([false, false]);
    const other = await someone();
    await give(other, 'DCSTID01', PDF, 'recto.pdf');
    await sql`update piece set status = 'non-compliant' where enrolment_id = ${other.enrolment.id} and code = 'DCSTID01'`.execute(
      pieces.db,
    );
    await other.browser.post(`${other.at}/1NATID01/deja-donne`, {});
    expect(await filesOf(other, '1NATID01')).toEqual([]);
  });
});

describe('A thumbnail', () => {
  it('of a photo and of a PDF is small, kept by their owner’s browser, and nobody else’s', async () => {
    const [owner, other] = [await someone(), await someone()];
    await give(owner, 'DOMICIL', PDF, 'a.pdf');
    await give(owner, 'DCSTID01', JPEG, 'carte.jpg');
    const { body } = await owner.browser.get(owner.at);
    const [inRow = ''] = /[^"]+\/DOMICIL\/fichiers\/[^"]+\/vignette/.exec(body) ?? [];
    const [photo] = await filesOf(owner, 'DCSTID01');
    for (const address of [inRow, `${owner.at}/DCSTID01/fichiers/${photo?.id}/vignette`]) {
      const seen = await owner.browser.get(address);
      expect([seen.status, seen.header('content-type')]).toEqual([200, 'image/jpeg']);
      expect(seen.header('cache-control')).toBe('private, max-age=3600, immutable');
      expect(seen.header('vary')).toContain('cookie');
      const { width, height } = await sharp(seen.bytes).metadata();
      expect(Math.max(width, height)).toBe(160);
      expect((await other.browser.get(address)).status).toBe(404);
    }
    expect((await other.browser.get(inRow.replace(owner.enrolment.id, other.enrolment.id))).status).toBe(404);
    for (const id of [randomUUID(), 'x', '%00'])
      expect((await owner.browser.get(`${owner.at}/DOMICIL/fichiers/${id}/vignette`)).status).toBe(404);
  });

  it('of what may not be opened is not drawn', async () => {
    const person = await someone();
    await give(person, 'DOMICIL', PDF, 'a.pdf');
    const [file] = await filesOf(person, 'DOMICIL');
    const thumbnail = () => person.browser.get(`${person.at}/DOMICIL/fichiers/${file?.id}/vignette`);
    await sql`update deposit set scan = 'infected', finding = 'Trojan' where id = ${file?.id}`.execute(pieces.db);
    expect((await thumbnail()).status).toBe(409);
    expect((await person.browser.get(person.at)).body).not.toContain('/vignette');
    await sql`update deposit set erased_at = business_now() where id = ${file?.id}`.execute(pieces.db);
    expect((await thumbnail()).status).toBe(410);
  });
});

describe('A file', () => {
  it('is nobody else’s to read, and no id finds one that is not there', async () => {
    const [owner, other] = [await someone(), await someone()];
    await give(owner, 'DOMICIL', PDF, 'a.pdf');
    const [file] = await filesOf(owner, 'DOMICIL');
    for (const address of [
      `${owner.at}/DOMICIL/fichiers/${file?.id}`,
      `${other.at}/DOMICIL/fichiers/${file?.id}`,
      `${other.at}/DOMICIL/fichiers/..%2F..%2Fetc%2Fpasswd`,
      `${other.at}/DOMICIL/fichiers/${file?.id}/supprimer`,
    ])
      expect((await other.browser.get(address)).status, address).toBe(404);
    expect((await other.browser.post(`${owner.at}/DOMICIL/fichiers/${file?.id}/supprimer`, {})).status).toBe(404);
    await give(other, 'DOMICIL', PDF, 'b.pdf');
    await give(other, 'DCSTID01', PDF, 'c.pdf');
    const [elsewhere] = await filesOf(other, 'DCSTID01');
    for (const id of [file?.id, elsewhere?.id, randomUUID(), 'x', '%00'])
      expect((await other.browser.post(`${other.at}/DOMICIL/fichiers/${id}/supprimer`, {})).status, id).toBe(404);
    expect(await filesOf(other, 'DOMICIL')).toHaveLength(1);
    expect(await filesOf(other, 'DCSTID01')).toHaveLength(1);
    expect(await filesOf(owner, 'DOMICIL')).toHaveLength(1);
  });

  it('is deleted after a question, until the group is handed over', async () => {
    const person = await someone();
    for (const code of ['DCSTID01', '1NATID01']) await give(person, code, PDF, `${code}.pdf`);
    await give(person, 'DCSTID01', JPEG, 'de trop.jpg');
    const [, extra] = await filesOf(person, 'DCSTID01');
    const address = `${person.at}/DCSTID01/fichiers/${extra?.id}/supprimer`;
    expect(wordsIn((await person.browser.get(address)).body)).toContain('de trop.jpg');
    for (let click = 0; click < 2; click++) expect((await person.browser.post(address, {})).status).toBe(303);
    expect(await filesOf(person, 'DCSTID01')).toHaveLength(1);
    const list = await person.browser.get(person.at);
    const group = /action="([^"]*\/remettre\/[^"]*)"/.exec(list.body)?.[1] ?? '';
    expect((await person.browser.post(group, {})).location).toContain('?message=remis');
    const [kept] = await filesOf(person, 'DCSTID01');
    const late = await person.browser.post(`${person.at}/DCSTID01/fichiers/${kept?.id}/supprimer`, {});
    expect(late.status).toBe(409);
    expect(await filesOf(person, 'DCSTID01')).toHaveLength(1);
  });

  it('of a sheet handed over and doubted another may be given, and the first is not offered to be deleted', async () => {
    const person = await someone();
    const row = async (): Promise<string> =>
      /id="piece-CINSIG01"(?:(?!id="piece-).)*/s.exec((await person.browser.get(person.at)).body)?.[0] ?? '';
    await give(person, 'CINSIG01', PDF, 'signee.pdf');
    expect(await row()).toContain('/supprimer"');
    await sql`update piece set handed_over_at = business_now() where enrolment_id = ${person.enrolment.id} and code = 'CINSIG01'`.execute(
      pieces.db,
    );
    const line = {
      act: 'other',
      who: 'candidate',
      state: 'problem',
      piece: 'CINSIG01',
      href: '/x',
      mail: null,
    } as const;
    doubts = [
      { ...line, label: 'À vérifier', title: '', detail: null, otherwise: '', until: ORDINARY_DAY.add({ hours: 9 }) },
    ];
    const doubted = await row().finally(() => {
      doubts = [];
    });
    expect(doubted).toContain('À vérifier');
    expect(doubted).toContain('type="file"');
    expect(doubted).not.toContain('/supprimer"');
  });
});

describe('« J’ai fourni toutes mes pièces »', () => {
  it('is there only for a whole group; asked too early or of an unknown group, it is refused', async () => {
    const person = await someone();
    await give(person, 'RELNOTES', PDF, 'a.pdf');
    const { body } = await person.browser.get(person.at);
    const groups = [...body.matchAll(/action="[^"]*\/remettre\/([^"]*)"/g)].map(([, group]) => group);
    expect(groups).toEqual([]);
    for (const group of ['identity', 'inconnu', '__proto__']) {
      const answer = await person.browser.post(`${person.at}/remettre/${group}`, {});
      expect(answer.status, group).toBeGreaterThanOrEqual(400);
      expect(answer.status, group).toBeLessThan(500);
    }
  });
});

const decide = async ({ enrolment }: Person, decision: PieceDecision, of = 'R408DISP'): Promise<void> => {
  const piece = (await listPieces(pieces.db, enrolment.id)).find(({ code }) => code === of);
  const done = await reviewPiece(acting(), SYSTEM, {
    academy: 'clermont',
    mayDecide: () => true,
    mayUnvalidate: true,
    pieceId: piece?.id ?? '',
    decision,
    comment: 'Le certificat manque.',
    rowVersion: piece?.rowVersion ?? 0,
    officerId: '5a0c2d1e-7b7e-4a57-9d0f-0f3c3a1b2c4d',
    receivedOn: null,
    onPaper: false,
  });
  if (!done.ok) throw new Error(done.error.code);
};
const row = (html: string, code: string): string =>
  wordsIn(new RegExp(`<li id="piece-${code}"[^>]*>.*?</li>`, 's').exec(html)?.[0] ?? '');

describe('The words of the notice on « Mes justificatifs »', () => {
  it('« Ajouter » in each row, the instant since when it may be, and « Statut : » once somebody has set one', async () => {
    const person = await someone();
    const before = await person.browser.get(person.at);
    expect(wordsIn(before.body)).toContain('Le dépôt est ouvert depuis le 12 octobre 2023 à 14 h 00');
    const files = before.body.match(/<input type="file"/g) ?? [];
    expect(files.length).toBeGreaterThan(3);
    expect(before.body.match(/>Ajouter</g)).toHaveLength(files.length);
    await give(person, 'DOMICIL', PDF, 'a.pdf');
    expect(row((await person.browser.get(person.at)).body, 'DOMICIL')).not.toContain('Statut');
    for (const [decision, said] of [
      ['received', 'Statut : Reçue'],
      ['non-compliant', 'Statut : Non conforme'],
      ['compliant', 'Statut : Conforme'],
    ] as const) {
      await decide(person, decision, 'DOMICIL');
      expect(row((await person.browser.get(person.at)).body, 'DOMICIL')).toContain(said);
      expect(wordsIn((await person.browser.get(`${person.at}/DOMICIL`)).body)).toContain(said);
    }
  });

  it('the recommendation R.408 by its whole name, its orders, and that it is due at the confirmation', async () => {
    const person = await someone(MACON_WITH_HANDICAP);
    const list = wordsIn((await person.browser.get(person.at)).body);
    expect(list).toContain("recommandation R.408 de la Caisse nationale d'assurance maladie des travailleurs salariés");
    expect(list).toContain('arrêtés du 20 juillet 2015 et du 22 juillet 2019 modifiés');
    expect(list).toContain("lors de la confirmation d'inscription");
  });

  it('« Nationalité » is handed over as a group; one that was given « Identité » before goes on with it', async () => {
    const person = await someone();
    const of = (group: string) => `action="${person.at}/remettre/${group}"`;
    for (const code of ['DCSTID01', '1NATID01']) await give(person, code, PDF, `${code}.pdf`);
    const now = (await person.browser.get(person.at)).body;
    expect([now.includes(of('identite')), now.includes(of('nationalite'))]).toEqual([true, true]);
    await sql`update piece set piece_group = 'identite' where enrolment_id = ${person.enrolment.id}
      and piece_group = 'nationalite'`.execute(pieces.db);
    const then = (await person.browser.get(person.at)).body;
    expect([then.includes(of('identite')), then.includes(of('nationalite'))]).toEqual([true, false]);
    expect(row(then, '1NATID01')).toContain('1NATID01.pdf');
    expect((await person.browser.post(`${person.at}/remettre/identite`, {})).status).toBe(303);
    const handed = (await listPieces(pieces.db, person.enrolment.id)).filter(
      ({ handedOverAt }) => handedOverAt !== null,
    );
    expect(handed.map(({ code }) => code)).toEqual(['DCSTID01', '1NATID01']);
  });
});

describe('La dispense R.408 dans « Mes justificatifs »', () => {
  it('is offered, counted nowhere, and deposited like another; the certificates then wait', async () => {
    const person = await someone(MACON_WITH_HANDICAP);
    const before = await person.browser.get(person.at);
    expect(row(before.body, 'R408DISP')).toMatch(/Facultatif .*Ajouter .*Facultatif : vous avez dit/);
    expect(row(before.body, 'R408DISP')).not.toContain('Manquante');
    expect(wordsIn(before.body)).toContain('0 pièce déposée sur 5');
    expect((await give(person, 'R408DISP', PDF, 'rqth.pdf')).status).toBe(303);
    const { body } = await person.browser.get(person.at);
    expect(wordsIn(body)).toContain('0 pièce déposée sur 5');
    expect(row(body, 'R408DISP')).toContain('rqth.pdf');
    expect(row(body, 'R408A3')).toContain('Vous avez déposé un document de dispense.');
    expect(wordsIn(body)).toContain("c'est alors qu'il sera examiné");
    expect((await person.browser.post(`${person.at}/remettre/travail-en-hauteur`, {})).status).toBe(303);
    expect(wordsIn((await person.browser.get(person.at)).body)).toContain(
      'Seul le service des aménagements ouvre votre document de dispense.',
    );
  });

  it('accepted, says on each certificate why it is no longer to be given; refused, what to do', async () => {
    const person = await someone(MACON_WITH_HANDICAP);
    await give(person, 'R408DISP', PDF, 'rqth.pdf');
    await decide(person, 'compliant');
    const accepted = await person.browser.get(person.at);
    expect(row(accepted.body, 'R408A4')).toMatch(
      /Dispensé.*Vous n'avez pas à donner cette pièce : votre dispense a été acceptée le 15 novembre 2023/,
    );
    expect(row(accepted.body, 'R408A4')).not.toContain('Ajouter');
    const page = wordsIn((await person.browser.get(`${person.at}/R408A4`)).body);
    expect(page).toContain("Une dispense est accordée pour cette pièce : elle n'est plus à donner");
    expect((await give(person, 'R408A4', PDF, 'a.pdf')).status).toBe(409);
    await decide(person, 'non-compliant');
    const refused = await person.browser.get(person.at);
    expect(row(refused.body, 'R408DISP')).toMatch(
      /Le certificat manque\..*ou donnez les pièces qu'il devait remplacer/,
    );
    expect(row(refused.body, 'R408A4')).toContain('Ajouter');
    const own = wordsIn((await person.browser.get(`${person.at}/R408DISP`)).body);
    expect(own).toContain('Le certificat manque.');
    expect(own).not.toMatch(/contester|tribunal|recours/);
  });

  it('is named to everybody who is asked for the certificates, with the way to it', async () => {
    const { informations, qualification } = MACON_WITH_HANDICAP;
    const nobody = await someone({
      ...MACON_WITH_HANDICAP,
      informations: { ...informations, handicap: 'non' },
      qualification: { ...qualification, disabledWorker: 'non' },
    });
    const { body } = await nobody.browser.get(nobody.at);
    expect(wordsIn(body)).toContain("Vous y avez droit, que vous demandiez ou non un aménagement d'épreuves.");
    expect(body).toContain(`action="/candidatures/${nobody.enrolment.id}/declaration"`);
    const declared = await someone(MACON_WITH_HANDICAP);
    expect((await declared.browser.get(declared.at)).body).toContain('Ne plus proposer la dispense');
    const hairdresser = await someone();
    expect((await hairdresser.browser.get(hairdresser.at)).body).not.toContain('/declaration"');
  });

  it('that nobody gave is not among the pieces that are no longer asked', async () => {
    const person = await someone(MACON_WITH_HANDICAP);
    const { id, candidateId } = person.enrolment;
    const deps = { ...acting(), findCandidate };
    await declareDisabledWorker(deps, SYSTEM, { id, candidateId, declared: false });
    expect(row((await person.browser.get(person.at)).body, 'R408DISP')).toBe('');
  });
});
