import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { enrolmentStream } from '../enrolment/index.ts';
import { listPieces } from '../pieces/index.ts';
import { readStream } from '../platform/journal.ts';
import { aDraft, answer, COIFFURE, PASSWORD, setClock, type TestEnrolment, withdraw } from '../testing/enrolments.ts';
import { givenRoutes, papersRoom } from '../testing/papers.ts';
import { signedIn } from '../testing/staff.ts';
import { type Enrolled, stage } from '../testing/stage.ts';
import { wordsIn } from '../testing/words.ts';
import { listPapers } from './store.ts';
import { readPdf } from './testingPdf.ts';

const { db, catalogue, papers, site, someone } = await stage(papersRoom({ routes: givenRoutes }));
const making = { events: papers.events, catalogue };

type Person = Enrolled & { readonly at: string };
const reachedAt = (made: Enrolled): Person => ({ ...made, at: `/candidatures/${made.enrolment.id}` });
const registered = async (): Promise<Person> => reachedAt(await someone());
const listOf = ({ enrolment }: TestEnrolment) => listPapers(db, null, enrolment.id);
const paperOf = async (person: TestEnrolment, kind: string, version = 1) => {
  const found = (await listOf(person)).find((paper) => paper.kind === kind && paper.version === version);
  if (found === undefined) throw new Error(`No ${kind}`);
  return found;
};
const openings = async ({ enrolment }: TestEnrolment): Promise<number> =>
  (await readStream(db, enrolmentStream(enrolment.id), 50)).filter((entry) => entry.name === 'paper.opened').length;
const set = (what: string, { enrolment }: TestEnrolment): Promise<unknown> =>
  sql`update piece set ${sql.raw(what)} where enrolment_id = ${enrolment.id} and code = 'CINSIG01'`.execute(db);

describe('A paper', () => {
  it.each(['confirmation', 'pieces-request', 'acknowledgement'])(
    'as a page says the words of its PDF: %s',
    async (kind) => {
      const person = await registered();
      const paper = await paperOf(person, kind);
      const page = await person.get(`${person.at}/documents/${paper.id}`);
      const { rawPayload } = await get(person, `${person.at}/documents/${paper.id}/pdf`);
      const pdf = await readPdf(rawPayload);
      const letters = wordsIn(page.body).replaceAll(' ', '');
      // The foot of the pages, the figures of a list and the heads of columns belong to the sheet of paper.
      const words = pdf.text.replace(/[^.]{15,40}, BP24-\d{5}-., version 1 page \d sur \d/g, ' ').split(/[\s…_]+/);
      const lost = words.filter((word) => !letters.includes(word) && !/^(Code|Pièce|\d\.)$/.test(word));
      expect(lost).toEqual([]);
      expect((page.body.match(/<h1/g) ?? []).length).toBe(1);
    },
  );

  it('as a PDF is shown under its own name, or saved', async () => {
    const person = await registered();
    const paper = await paperOf(person, 'confirmation');
    const shown = await get(person, `${person.at}/documents/${paper.id}/pdf`);
    expect(shown.statusCode).toBe(200);
    expect(shown.headers['content-type']).toBe('application/pdf');
    const name = `confirmation-${person.enrolment.number}-v1.pdf`;
    expect(shown.headers['content-disposition']).toContain(`inline; filename="${name}"`);
    const saved = await get(person, `${person.at}/documents/${paper.id}/pdf?telecharger=1`);
    expect(saved.headers['content-disposition']).toContain(`attachment; filename="${name}"`);
    expect(saved.rawPayload.equals(shown.rawPayload)).toBe(true);
    // Asked for before the job: printed on request, kept, and read.
    await papers.jobs.run();
    expect((await paperOf(person, 'confirmation')).pdf?.size).toBe(shown.rawPayload.length);
    expect(await openings(person)).toBe(1);
  });

  it('of somebody else, of another enrolment, or that is no paper, does not exist', async () => {
    const person = await registered();
    const other = await registered();
    const mine = await paperOf(person, 'confirmation');
    const theirs = await paperOf(other, 'confirmation');
    for (const address of [
      `${person.at}/documents/${theirs.id}`,
      `${person.at}/documents/${theirs.id}/pdf`,
      `${other.at}/documents/${theirs.id}`,
      `${other.at}/documents`,
      `${other.at}/confirmation`,
      `${other.at}/documents/${mine.id}/pdf`,
      `${person.at}/documents/1`,
      `${person.at}/documents/${'a'.repeat(36)}`,
    ])
      expect((await person.get(address)).status, address).toBe(404);
    expect(await openings(other)).toBe(0);
  });

  it('asks a visitor to sign in', async () => {
    const person = await registered();
    const page = await site.browser().get(`${person.at}/documents`);
    expect(page.status).toBe(303);
    expect(page.location).toContain('/connexion');
  });
});

describe('« Visualiser/Imprimer »', () => {
  it('leads from the three steps to the PDF and to the piece, with the deadline and every datum', async () => {
    const person = await registered();
    const paper = await paperOf(person, 'confirmation');
    const page = await person.get(`${person.at}/confirmation`);
    expect(page.body).toMatch(
      new RegExp(`<a class="button primary" href="${person.at}/documents/${paper.id}/pdf">Visualiser/Imprimer</a>`),
    );
    expect(page.body).toContain(`href="${person.at}/justificatifs/CINSIG01"`);
    const words = wordsIn(page.body);
    expect(words).toContain("À déposer jusqu'au vendredi 1er décembre 2023 à 17 h 00 (heure de Paris), dans 16 jours.");
    for (const step of ['1. Imprimez-la', '2. Datez-la et signez-la', '3. Déposez-la']) expect(words).toContain(step);
    for (const word of ['Martin', 'Camille Jeanne', '12,5 sur 20', 'U30A', 'italien', person.enrolment.number ?? ''])
      expect(words).toContain(word);
    expect(page.body.match(/<h1/g)).toHaveLength(1);
    expect(await openings(person)).toBe(1);
  });

  it('says which version it shows while a change is not registered', async () => {
    const person = await registered();
    const before = await person.get(`${person.at}/confirmation`);
    expect(wordsIn(before.body)).not.toContain('ne sont pas enregistrées');
    const changed = { ...COIFFURE.identification, city: 'Saint-Flour' };
    await answer(db, making, person.candidate, person.enrolment.id, 'identification', changed);
    const page = await person.get(`${person.at}/confirmation`);
    expect(wordsIn(page.body)).toContain('est celle de la version 1, la dernière enregistrée');
    expect(wordsIn(page.body)).toContain('Aurillac');
    expect(wordsIn(page.body)).not.toContain('Saint-Flour');
  });

  it('says that nothing is left to do once signed, then compliant', async () => {
    const person = await registered();
    const { id } = person.enrolment;
    await sql`update enrolment set signed_version = 1, signed_at = business_now() where id = ${id}`.execute(db);
    await set("status = 'received', handed_over_at = business_now()", person);
    const signed = wordsIn((await person.get(`${person.at}/confirmation`)).body);
    expect(signed).toContain('Votre confirmation signée est déposée');
    expect(signed).not.toContain('1. Imprimez-la');
    await set("status = 'compliant'", person);
    expect(wordsIn((await person.get(`${person.at}/confirmation`)).body)).toContain('est conforme');
    expect(wordsIn((await person.get(`${person.at}/documents`)).body)).toContain("vous n'avez plus rien à faire");
  });

  it('says why it was refused, and until when to do it again', async () => {
    const person = await registered();
    await set(
      "status = 'non-compliant', comment = 'Il manque votre signature page 2.', correctable_until = '2023-12-22T16:00:00Z'",
      person,
    );
    const words = wordsIn((await person.get(`${person.at}/confirmation`)).body);
    expect(words).toContain('Il manque votre signature page 2.');
    expect(words).toContain("jusqu'au vendredi 22 décembre 2023 à 17 h 00");
    expect(words).toContain('1. Imprimez-la');
  });

  it('sends by post what is asked by post', async () => {
    const person = await registered();
    await set("mode = 'post'", person);
    expect(wordsIn((await person.get(`${person.at}/confirmation`)).body)).toContain('3. Envoyez-la');
  });

  it('says at once that it is too late', async () => {
    const person = await registered();
    await setClock(db, Temporal.Instant.from('2023-12-01T17:00:00+01:00'));
    await papers.clock.refresh();
    const words = wordsIn((await person.get(`${person.at}/confirmation`)).body);
    expect(words).toContain('Le dépôt est clos depuis le vendredi 1er décembre 2023 à 17 h 00');
    expect(words).not.toContain('1. Imprimez-la');
    expect(words).toContain('Visualiser/Imprimer');
    // Nor does the list of documents offer a signature that the page would turn back.
    const documents = await person.get(`${person.at}/documents`);
    expect(wordsIn(documents.body)).toContain('Le dépôt est clos depuis le vendredi 1er décembre 2023');
    expect(documents.body).not.toContain(`href="${person.at}/confirmation"`);
  });

  it('asks for nothing of an enrolment withdrawn, and still shows it', async () => {
    const person = await registered();
    await withdraw(db, making, person);
    const words = wordsIn((await person.get(`${person.at}/confirmation`)).body);
    expect(words).toContain("n'a plus à être signée");
    expect(words).toContain('Martin');
  });

  it('comes after « Enregistrer »: until then the page leads to the next step', async () => {
    await setClock(db, Temporal.Instant.from('2023-11-15T10:42:00+01:00'));
    const draft = await aDraft(db, making, 'informations');
    const person = reachedAt({ ...draft, ...(await signedIn(site, draft.candidate.address, PASSWORD)) });
    for (const page of ['confirmation', 'documents']) {
      const { status, body } = await person.get(`${person.at}/${page}`);
      expect(status).toBe(200);
      expect(wordsIn(body)).toContain('« Enregistrer »');
      expect(body).toContain(`href="${person.at}/qualification"`);
    }
    expect(await listPieces(db, person.enrolment.id)).toEqual([]);
    await withdraw(db, making, person);
    const { body } = await person.get(`${person.at}/confirmation`);
    expect(wordsIn(body)).toContain('abandonnée');
  });
});

function get({ cookies }: Person, url: string) {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return site.server.inject({ method: 'GET', url, headers: { cookie } });
}
