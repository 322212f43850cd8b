import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { readCases } from '../../closing/index.ts';
import { findEnrolmentsOf } from '../../enrolment/index.ts';
import { listPapers } from '../../papers/index.ts';
import { listPieces, listReviews, type PieceWithFiles, pieceRoutes } from '../../pieces/index.ts';
import { readStream } from '../../platform/journal.ts';
import { postCatalogue } from '../../testing/catalogue.ts';
import { deskRoom } from '../../testing/desk.ts';
import { giveFile } from '../../testing/officeSite.ts';
import { mailsTo } from '../../testing/papers.ts';
import { stage } from '../../testing/stage.ts';
import { fieldOn, wordsIn } from '../../testing/words.ts';

/** A session whose proof of residence is sent by post: e2e/catalogues/poste. */
const { db, catalogue, files, papers, setClock, staff, candidates } = await stage(
  deskRoom({ own: pieceRoutes, decisionDelaySeconds: 0 }),
  { catalogue: await postCatalogue(), staff: { officer: 'officer' }, candidates: { camille: {} } },
);
const { officer } = staff;
const { camille } = candidates;
const made = camille;
for (const given of await listPieces(db, made.enrolment.id))
  if (given.code !== 'DOMICIL') await giveFile(db, files, given);

async function piece(): Promise<PieceWithFiles> {
  const found = (await listPieces(db, made.enrolment.id)).find(({ code }) => code === 'DOMICIL');
  if (found === undefined) throw new Error('not asked');
  return found;
}
const page = async () => `/gestion/pieces/${(await piece()).id}`;
const list = () => `/candidatures/${made.enrolment.id}/justificatifs`;
async function decide(decision: string, fields: Readonly<Record<string, string>>) {
  const { body } = await officer.get(await page());
  const seen = Object.fromEntries(
    ['version', 'decisions-vues', 'fichiers-vus', 'sur-papier'].map((name) => [name, fieldOn(body, name)]),
  );
  return officer.post(await page(), { ...seen, comment: '', decision, ...fields });
}
const missing = async () => {
  const enrolments = await findEnrolmentsOf(db, 'clermont', [made.enrolment.id]);
  const [file] = await readCases(db, catalogue, enrolments, papers.clock.now());
  return file?.found?.missing ?? [];
};

describe('A piece by post', () => {
  it('says where to send it and until when, that the postmark decides, and takes no file', async () => {
    const { body } = await camille.get(list());
    for (const said of [
      "À envoyer par voie postale jusqu'au vendredi 1er décembre 2023 inclus",
      "1 rue de l'Essai, 63000 Clermont-Ferrand",
      "Le cachet de la poste fait foi : un envoi posté jusqu'au vendredi 1er décembre 2023 inclus est à temps",
      'article L112-1',
    ])
      expect(wordsIn(body)).toContain(said);
    expect(body).not.toContain(`${list()}/DOMICIL"`);
    expect((await piece()).mode).toBe('post');
    const asked = (await listPapers(db, null, made.enrolment.id)).find(({ kind }) => kind === 'pieces-request');
    const { rows } = await sql<{ content: string }>`select content::text from paper where id = ${asked?.id}`.execute(
      db,
    );
    expect(rows[0]?.content).toContain("1 rue de l'Essai");
    expect(rows[0]?.content).toContain('Le cachet de la poste fait foi');
  });

  it('not in when its time is over stands among what is missing, and the page says that a letter may be on its way', async () => {
    await setClock('2023-12-02T10:00:00+01:00');
    expect(await missing()).toEqual(['DOMICIL']);
    const closing = wordsIn((await officer.get(`/gestion/cloture/${made.enrolment.id}`)).body);
    expect(closing).toContain('un pli posté à temps peut être en chemin');
  });

  it('posted after it came, or sent back though it is taken, is refused in words; what was typed stays, nothing is written', async () => {
    await setClock('2023-12-05T10:00:00+01:00');
    for (const [decision, fields, said] of [
      ['received', { postedOn: '04/12/2023', receivedOn: '01/12/2023' }, "avant d'être postée"],
      [
        'received',
        { postedOn: '01/12/2023', receivedOn: '04/12/2023', returnedOn: '05/12/2023' },
        'Seule une pièce non conforme',
      ],
      [
        'non-compliant',
        { comment: 'Trop ancien', receivedOn: '04/12/2023', returnedOn: '02/12/2023' },
        "avant d'être reçue",
      ],
      ['received', { postedOn: '06/12/2023' }, 'date'],
      ['received', { postedOn: '31/02/2023' }, 'date'],
    ] as const) {
      const answer = await decide(decision, fields);
      expect([answer.status, wordsIn(answer.body).includes(said)], said).toEqual([422, true]);
      for (const typed of Object.values(fields)) expect(answer.body).toContain(typed);
    }
    expect(await piece()).toMatchObject({ status: 'none', postedOn: null, receivedOn: null });
  });

  it('posted in time and received late is not late: nothing is missing any more, and both sides read why', async () => {
    const seen = await decide('received', { postedOn: '01/12/2023', receivedOn: '04/12/2023' });
    expect(seen.status).toBe(303);
    expect(await missing()).toEqual([]);
    expect(wordsIn((await officer.get(await page())).body)).toContain(
      'Cachet de la poste du 1er décembre 2023 : à temps',
    );
    expect(wordsIn((await officer.get(`/gestion/dossiers/${made.enrolment.id}`)).body)).toContain(
      'Cachet de la poste du 1er décembre 2023',
    );
    const own = wordsIn((await camille.get(list())).body);
    expect(own).toMatch(/Postée le 1er décembre 2023, dans le délai.*Date de réception 4 décembre 2023/);
  });

  it('refused and sent back is told with its reason, the day and the way to send another', async () => {
    await setClock('2023-12-06T10:00:00+01:00');
    const done = await decide('non-compliant', { comment: 'La facture est trop ancienne.', returnedOn: '06/12/2023' });
    expect(done.status).toBe(303);
    await papers.jobs.run();
    const mail = (await mailsTo(db, made.candidate.address)).at(-1)?.body.replaceAll('\u00a0', ' ') ?? '';
    for (const said of [
      'La facture est trop ancienne.',
      'Elle vous est renvoyée par la poste, le mercredi 6 décembre 2023.',
      "Vous pouvez l'envoyer de nouveau par la poste",
    ])
      expect(mail).toContain(said);
    expect(mail).not.toMatch(/[Dd]épos(er|ez)/);
    const own = wordsIn((await camille.get(list())).body);
    for (const said of [
      'Renvoyée à votre adresse le 6 décembre 2023',
      'Envoyez-la de nouveau par la poste',
      'À corriger',
    ])
      expect(own).toContain(said);
    expect(await missing()).toEqual([]);
  });

  it('sent again after its own time is shown as late and refused by nobody but a person; the old postmark isn’t taken for the new', async () => {
    await setClock('2024-01-04T10:00:00+01:00');
    const { body } = await officer.get(await page());
    expect(/name="postedOn"[^>]*value="([^"]*)"/.exec(body)?.[1] ?? '').toBe('');
    expect((await decide('received', { postedOn: '02/01/2024', receivedOn: '04/01/2024' })).status).toBe(303);
    expect(await piece()).toMatchObject({
      status: 'received',
      returnedOn: null,
      postedOn: Temporal.PlainDate.from('2024-01-02'),
    });
    expect(wordsIn((await officer.get(await page())).body)).toMatch(
      /Cachet de la poste du 2 janvier 2024 : après le dernier jour.*C'est à vous d'en décider/,
    );
    expect(wordsIn((await camille.get(list())).body)).toContain("Postée le 2 janvier 2024, après l'échéance");
  });

  it('decided by mistake goes back to what it was, postmark and all', async () => {
    expect((await decide('compliant', { postedOn: '03/01/2024' })).status).toBe(303);
    expect((await piece()).postedOn?.toString()).toBe('2024-01-03');
    const [last] = await listReviews(db, (await piece()).id);
    const taken = await officer.post(`${await page()}/reprise`, { 'decision-prise': last?.id ?? '' });
    expect(taken.status).toBe(303);
    expect(await piece()).toMatchObject({ status: 'received', postedOn: Temporal.PlainDate.from('2024-01-02') });
  });

  it('stands in the history with its days', async () => {
    const entries = await readStream(db, `enrolment:${made.enrolment.id}`, 50);
    const reviewed = entries.filter(({ name }) => name === 'piece.reviewed').map(({ data }) => data);
    expect(reviewed.some((data) => JSON.stringify(data).includes('"postedOn":"2023-12-01"'))).toBe(true);
    expect(wordsIn((await officer.get(`/gestion/dossiers/${made.enrolment.id}`)).body)).toContain(
      'postée le 1er décembre 2023',
    );
  });
});
