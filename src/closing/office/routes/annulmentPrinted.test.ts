import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { enrolmentRoutes } from '../../../enrolment/index.ts';
import { listPieces } from '../../../pieces/index.ts';
import { deskRoom } from '../../../testing/desk.ts';
import type { TestEnrolment } from '../../../testing/enrolments.ts';
import { giveFile } from '../../../testing/officeSite.ts';
import { mailsTo } from '../../../testing/papers.ts';
import { pagesOf, readPdf } from '../../../testing/pdf.ts';
import { stage } from '../../../testing/stage.ts';
import { fieldOn, fieldsOn, plainSpaces, wordsIn } from '../../../testing/words.ts';
import { subscribeClosing } from '../../subscribe.ts';

/** One annulment as each gets it: by the mail and the document, or by the letter that leaves by the post. Two people, a Sunday between. */
const WHY = "Le justificatif de domicile n'est pas parvenu, malgré l'invitation à régulariser.";
const { db, papers, site, registered, setClock, staff } = await stage(deskRoom({ own: enrolmentRoutes }), {
  staff: { head: { role: 'head', name: 'Claude Martin' }, second: { role: 'head', name: 'Alix Petit' } },
});
const { head, second } = staff;
subscribeClosing(papers);
const withMail = await registered({ status: { birthName: 'Arnaud' } });
const without = await registered({ status: { birthName: 'Blanc' }, mailbox: false });
for (const { enrolment } of [withMail, without])
  for (const piece of await listPieces(db, enrolment.id))
    if (piece.code !== 'DOMICIL') await giveFile(db, papers.files, piece);
const at = async (instant: string): Promise<void> => {
  await setClock(instant);
  await site.server.inject('/');
};
const FORM = { acte: 'proposer', motifs: WHY, fondement: "Code de l'éducation, article D337-95", certain: 'oui' };
/** The invitation's own letter: nothing is proposed before it is noted. */
async function handedOver(made: TestEnrolment): Promise<void> {
  const { enrolment } = made;
  const { body } = await head.get(page(made));
  expect(wordsIn(body)).toContain('Pas encore postée');
  const { rows } = await sql<{ id: string }>`select id from file_letter
    where enrolment_id = ${enrolment.id} and template = 'regularisation.invited'`.execute(db);
  const letter = `/gestion/dossiers/${enrolment.id}/courriers/${rows[0]?.id}`;
  const early = await head.post(page(made), FORM);
  expect([early.status, wordsIn(early.body)]).toEqual([409, expect.stringContaining('de la remise de sa lettre')]);
  expect((await head.post(letter, { suivi: '', jour: '02/12/2023' })).status).toBe(303);
  const lettre = fieldOn((await head.get(letter)).body, 'lettre');
  const end = { acte: 'devenue', lettre, devenir: 'received', presentee: '', le: '02/12/2023' };
  expect((await head.post(letter, end)).status).toBe(303);
}
const page = ({ enrolment }: TestEnrolment): string => `/gestion/cloture/${enrolment.id}`;

it('is proposed by one, approved by another, takes effect on a working day, and each of the two has it whole', async () => {
  for (const one of [withMail, without]) {
    await at('2023-12-02T10:00:00+01:00');
    expect((await head.post(page(one), { acte: 'inviter' })).status).toBe(303);
    await at('2023-12-23T10:00:00+01:00');
    if (one === without) await handedOver(one);
    if (one === without) {
      const refused = await head.post(page(one), { ...FORM, motifs: `${WHY} Répondez en ligne.` });
      expect([refused.status, wordsIn(refused.body)]).toEqual([422, expect.stringContaining('« en ligne »')]);
      expect(refused.body).toContain('name="tel-quel"');
    }
    expect((await head.post(page(one), FORM)).status).toBe(303);
    const annulation = fieldOn((await second.get(page(one))).body, 'annulation');
    const own = await head.post(page(one), { acte: 'approuver', annulation });
    expect([own.status, wordsIn(own.body)]).toEqual([403, expect.stringContaining('une autre personne')]);
    expect((await second.post(page(one), { acte: 'approuver', annulation })).status).toBe(303);
    // Approved on a Saturday: neither on the Sunday nor on Christmas Day.
    for (const early of ['2023-12-24T10:30:00+01:00', '2023-12-25T10:30:00+01:00']) {
      await at(early);
      await papers.jobs.minuteNow();
      expect(await statusOf(one)).toBe('registered');
    }
    await at('2023-12-26T10:30:00+01:00');
    await papers.jobs.minuteNow();
    expect(await statusOf(one)).toBe('cancelled');
  }
  await papers.jobs.run();
  const { rows } = await sql<{ id: string; key: string }>`select enrolment_id as id, pdf_key as key from paper
    where kind = 'cancellation'`.execute(db);
  for (const one of [withMail, without]) {
    const key = rows.find(({ id }) => id === one.enrolment.id)?.key ?? '';
    const { text } = await readPdf(await papers.files.read(key));
    for (const said of [...WHOLE, one.enrolment.number ?? '']) expect(text, said).toContain(said);
    if (one === without) expect(text).not.toMatch(/en ligne|par mail|votre page|votre espace|Mes documents/);
  }
});
const statusOf = async ({ enrolment }: TestEnrolment): Promise<string | undefined> =>
  (await sql<{ status: string }>`select status from enrolment where id = ${enrolment.id}`.execute(db)).rows[0]?.status;
/** Its author, the reason, the law, the ways to contest it and how long. */
const WHOLE = [
  'Anne Alix Petit',
  'cheffe de la division des examens',
  'DOMICIL',
  WHY,
  'article D337-95',
  'R421-1',
  'recours gracieux',
  'deux mois',
  'tribunal administratif',
];

it('the mail says the same to who has a box; who has none gets a letter that names no mail and no page', async () => {
  const [mail] = (await mailsTo(db, withMail.candidate.address)).filter(
    ({ template }) => template === 'enrolment.cancelled',
  );
  for (const said of ['Anne', 'Alix Petit', WHY, 'tribunal administratif'])
    expect(plainSpaces(mail?.body ?? ''), said).toContain(said);
  const { rows } = await sql`select from mail where recipient like '%.invalid'`.execute(db);
  expect(rows).toEqual([]);
  const { body } = await head.get('/gestion/courriers');
  expect(wordsIn(body)).toMatch(/Arnaud.*Blanc|Blanc.*Arnaud/);
  const choix = fieldsOn(body, 'choix');
  const printed = await head.post('/gestion/courriers', { acte: 'imprimer', choix });
  expect(printed.status).toBe(200);
  const text = plainSpaces((await pagesOf(printed.bytes)).join(' '));
  for (const said of [...WHOLE, 'Mme Camille Blanc']) expect(text, said).toContain(said);
});
