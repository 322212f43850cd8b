import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { enrolmentStream } from '../enrolment/index.ts';
import { fileNameOf, listPapers } from '../papers/index.ts';
import { readStream } from '../platform/journal.ts';
import { COIFFURE, modifiedEnrolment, type TestEnrolment } from '../testing/enrolments.ts';
import { givenRoutes, papersRoom } from '../testing/papers.ts';
import { type Enrolled, stage } from '../testing/stage.ts';
import { wordsIn } from '../testing/words.ts';
import { readPaperFile } from './actions/readPaperFile.ts';
import { countUnread } from './store/unread.ts';

const { db, catalogue, papers, site, someone } = await stage(papersRoom({ routes: givenRoutes }));
const making = { events: papers.events, catalogue };

type Person = Enrolled & { readonly at: string };
const registered = async (): Promise<Person> => {
  const made = await someone();
  return { ...made, at: `/candidatures/${made.enrolment.id}` };
};
const listOf = ({ enrolment }: TestEnrolment) => listPapers(db, null, enrolment.id);
const paperOf = async (person: TestEnrolment, kind: string, version = 1) => {
  const found = (await listOf(person)).find((paper) => paper.kind === kind && paper.version === version);
  if (found === undefined) throw new Error(`No ${kind}`);
  return found;
};
const openings = async ({ enrolment }: TestEnrolment): Promise<number> =>
  (await readStream(db, enrolmentStream(enrolment.id), 50)).filter((entry) => entry.name === 'paper.opened').length;

describe('« Mes documents »', () => {
  it('lists each paper with its version, its day, what to do with it, and marks those never opened', async () => {
    const person = await registered();
    const page = await person.get(`${person.at}/documents`);
    expect(page.status).toBe(200);
    const words = wordsIn(page.body);
    expect(words).toContain("Confirmation d'inscription");
    expect(words).toContain('Demande de pièces justificatives');
    expect(words).toContain('Version 1, mis à disposition le 15 novembre 2023, 10 h 42');
    expect(words).toContain(
      "À signer jusqu'au vendredi 1er décembre 2023 à 17 h 00 (heure de Paris), sur papier ou en ligne.",
    );
    expect(page.body.match(/Non lu</g)).toHaveLength(3);
    for (const paper of await listOf(person)) {
      expect(page.body).toContain(`href="${person.at}/documents/${paper.id}"`);
      expect(page.body).toContain(`href="${person.at}/documents/${paper.id}/pdf?telecharger=1"`);
    }
  });

  it('counts as unread what nobody opened, once, without what was replaced', async () => {
    const person = await registered();
    expect(await countUnread(db, person.enrolment.id)).toBe(3);
    const first = await paperOf(person, 'confirmation');
    for (const _ of [1, 2]) await person.get(`${person.at}/documents/${first.id}`);
    expect(await countUnread(db, person.enrolment.id)).toBe(2);
    expect(await openings(person)).toBe(1);
    await modifiedEnrolment(db, making, person, {
      identification: { ...COIFFURE.identification, city: 'Saint-Flour' },
    });
    expect(await countUnread(db, person.enrolment.id)).toBe(3);
  });

  it('keeps the older versions, said to be replaced', async () => {
    const person = await registered();
    await modifiedEnrolment(db, making, person, {
      identification: { ...COIFFURE.identification, city: 'Saint-Flour' },
    });
    const page = await person.get(`${person.at}/documents`);
    expect(page.body.match(/Remplacée</g)).toHaveLength(3);
    const old = await paperOf(person, 'confirmation');
    const sheet = await person.get(`${person.at}/documents/${old.id}`);
    expect(wordsIn(sheet.body)).toContain('Une version plus récente le remplace');
    expect(wordsIn(sheet.body)).toContain('12 rue des Volcans, 15000 Aurillac');
    expect(sheet.body).toContain(`/documents/${(await paperOf(person, 'confirmation', 2)).id}"`);
  });
});

describe('« Tout télécharger »', () => {
  it('gives every version of every paper in one ZIP, under names of their own, and each has then been opened', async () => {
    const person = await registered();
    await modifiedEnrolment(db, making, person, {
      identification: { ...COIFFURE.identification, city: 'Saint-Flour' },
    });
    const page = await person.get(`${person.at}/documents`);
    expect(page.body).toMatch(new RegExp(`href="${person.at}/documents.zip"[^>]* download`));
    const saved = await get(person, `${person.at}/documents.zip`);
    expect(saved.headers['content-disposition']).toContain(`filename="documents-${person.enrolment.number}.zip"`);
    const files = unzipSync(saved.rawPayload);
    const number = person.enrolment.number ?? '';
    const names = ['accuse-de-reception', 'confirmation', 'demande-de-pieces'].flatMap((kind) =>
      [1, 2].map((version) => `${kind}-${number}-v${version}.pdf`),
    );
    expect(Object.keys(files).sort()).toEqual(names);
    for (const paper of await listOf(person)) {
      const { rawPayload } = await get(person, `${person.at}/documents/${paper.id}/pdf`);
      expect(rawPayload.equals(files[fileNameOf(paper)] ?? new Uint8Array())).toBe(true);
    }
    expect(await openings(person)).toBe(6);
    expect(await countUnread(db, person.enrolment.id)).toBe(0);
  });

  it('is nobody else’s', async () => {
    const [person, other] = [await registered(), await registered()];
    expect((await other.get(`${person.at}/documents.zip`)).status).toBe(404);
    expect(await openings(person)).toBe(0);
  });
});

describe('The office', () => {
  it('reads a paper as its candidate has it, of its own academy, and that is no reading by the candidate', async () => {
    const person = await registered();
    const { id } = await paperOf(person, 'confirmation');
    const { id: enrolment, number } = person.enrolment;
    const found = await readPaperFile(papers, 'clermont', enrolment, id);
    expect(found?.name).toBe(`confirmation-${number}-v1.pdf`);
    expect(found?.content.equals((await get(person, `${person.at}/documents/${id}/pdf`)).rawPayload)).toBe(true);
    const other = await registered();
    expect(await readPaperFile(papers, 'lyon', enrolment, id)).toBeNull();
    expect(await readPaperFile(papers, 'clermont', other.enrolment.id, id)).toBeNull();
    expect(await readPaperFile(papers, 'clermont', enrolment, '../x')).toBeNull();
    await readPaperFile(papers, 'clermont', other.enrolment.id, (await paperOf(other, 'confirmation')).id);
    expect(await openings(other)).toBe(0);
  });
});

function get({ cookies }: Person, url: string) {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return site.server.inject({ method: 'GET', url, headers: { cookie } });
}
