import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { answerNotice } from '../accounts/index.ts';
import { readDecided } from '../decisions/index.ts';
import { decideReserve, enrolmentStream, subjectOf } from '../enrolment/index.ts';
import { closingOf, listPieces, type PieceDecision, reviewPiece } from '../pieces/index.ts';
import { readStream, SYSTEM } from '../platform/journal.ts';
import { parisDay } from '../platform/time.ts';
import { delegated, neverTold } from '../testing/delegations.ts';
import {
  aDraft,
  COIFFURE,
  modifiedEnrolment,
  ORDINARY_DAY,
  register,
  registeredEnrolment,
  reread,
  type TestEnrolment,
  withdraw,
} from '../testing/enrolments.ts';
import { mailsTo, papersRoom } from '../testing/papers.ts';
import { stage } from '../testing/stage.ts';
import { plainSpaces } from '../testing/words.ts';
import { correctLetter, endLetter, postLetter } from './actions/noticeLetters.ts';
import { openPaper } from './actions/openPaper.ts';
import { holdDecision, settleUnread } from './actions/settleNotified.ts';
import { publicVerification } from './actions/verifyPaper.ts';
import { listNotices } from './store/notices.ts';
import { findLatest, findPaper, listPapers, readPaperId } from './store.ts';
import { PAPERS } from './texts.ts';
import { decisionsToldTo } from './toldDecisions.ts';

// Told as soon as the test runs the jobs; how long they wait is in decisions.test.ts.
const { db, catalogue, papers, registered, setClock } = await stage(papersRoom({ decisionDelaySeconds: 0 }));
const making = { events: papers.events, catalogue };

const begin = async (): Promise<TestEnrolment> => {
  const made = await registered();
  await papers.jobs.run();
  return made;
};
const KEY = '0b7a3f1e-2f64-4d0c-9b5e-6f1b7a3f1e2f';
const OTHER_TOWN = { identification: { ...COIFFURE.identification, city: 'Saint-Flour', postcode: '15100' } };
const templates = async ({ candidate }: TestEnrolment): Promise<readonly string[]> =>
  (await mailsTo(db, candidate.address)).map((mail) => mail.template).toSorted();
const mailOf = async ({ candidate }: TestEnrolment, template: string, nth = 0) => {
  const found = (await mailsTo(db, candidate.address)).filter((mail) => mail.template === template)[nth];
  if (found === undefined) throw new Error(`No mail ${template}`);
  return found;
};

async function decide(
  { enrolment }: TestEnrolment,
  code: string,
  decision: PieceDecision,
  comment: string | null = null,
) {
  const piece = (await listPieces(db, enrolment.id)).find((one) => one.code === code);
  if (piece === undefined) throw new Error(`${code} isn't asked`);
  // A piece on paper: no file is needed to decide on it.
  await sql`update piece set mode = 'post' where id = ${piece.id}`.execute(db);
  const order = {
    academy: 'clermont',
    mayDecide: () => true,
    mayUnvalidate: true,
    untold: neverTold,
    pieceId: piece.id,
    decision,
    comment,
    rowVersion: piece.rowVersion,
    officerId: '5a0c2d1e-7b7e-4a57-9d0f-0f3c3a1b2c4d',
    receivedOn: Temporal.PlainDate.from('2023-11-16'),
    onPaper: true,
  };
  const done = await reviewPiece({ ...papers, catalogue: () => catalogue }, SYSTEM, order);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
}

describe('« Enregistrer »', () => {
  it('makes the confirmation, the request for pieces and the acknowledgement, each with its order to print, and one mail of all', async () => {
    const made = await registered();
    const list = await listPapers(db, null, made.enrolment.id);
    expect(list.map(({ kind, version, title }) => [kind, version, title])).toEqual([
      ['confirmation', 1, "Confirmation d'inscription"],
      ['pieces-request', 1, 'Demande de pièces justificatives'],
      ['acknowledgement', 1, 'Accusé de réception'],
    ]);
    expect(list.map((paper) => paper.reference)).toEqual([
      `${made.enrolment.number}-C1`,
      `${made.enrolment.number}-P1`,
      `${made.enrolment.number}-E1`,
    ]);
    const hours = (order: { readonly afterSeconds: number }): number => order.afterSeconds / 3600;
    expect(papers.jobs.orders.map((order) => [order.kind, hours(order)])).toEqual([
      ['paper.render', 0],
      ['paper.render', 10],
      ['paper.render', 10],
    ]);
    expect(await templates(made)).toEqual(['enrolment.registered']);
    await papers.jobs.run();
    for (const paper of await listPapers(db, null, made.enrolment.id)) expect(paper.pdf).not.toBeNull();
  });

  it('writes in the journal of the enrolment what was issued', async () => {
    const made = await begin();
    const entries = await readStream(db, enrolmentStream(made.enrolment.id), 20);
    const issued = entries.filter((entry) => entry.name === 'paper.issued');
    expect(issued.map((entry) => entry.data)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'confirmation', version: 1 })]),
    );
    expect(issued).toHaveLength(3);
  });

  it('writes a mail with the number, the deadline in words and an absolute link', async () => {
    const made = await begin();
    const mail = await mailOf(made, 'enrolment.registered');
    expect(mail.subject).toBe(`Votre inscription ${made.enrolment.number} est enregistrée`);
    expect(mail.body).toContain('Bonjour Mme Martin,');
    expect(mail.body).toContain('brevet professionnel, spécialité Coiffure, session 2024');
    expect(mail.body.replaceAll('\u00a0', ' ')).toContain('vendredi 1er décembre 2023 à 17 h 00 (heure de Paris)');
    expect(mail.body).toContain(`\nhttps://registre.example/candidatures/${made.enrolment.id}\n`);
    expect(mail.body).toContain('gestionnaire G2, dec.exapro1@ac-clermont.fr, 04\u00a073\u00a099\u00a035\u00a050');
    expect(mail.body).not.toMatch(/[{}]/);
  });

  it('tells of each paper that asks for something and of all that remains, in the same mail', async () => {
    const made = await begin();
    const { body } = await mailOf(made, 'enrolment.registered');
    const asking = (await listPapers(db, null, made.enrolment.id)).filter(
      ({ kind }) => PAPERS[kind].asks !== 'nothing',
    );
    expect(asking).toHaveLength(2);
    for (const { title } of asking) expect(body.toLowerCase()).toContain(title.toLowerCase());
    expect(body).toContain("- Signer la confirmation d'inscription, sur papier ou en ligne (CINSIG01), jusqu'au");
    for (const { code } of await listPieces(db, made.enrolment.id)) expect(body).toContain(`(${code})`);
  });

  it.each([
    ['a double click', [KEY, KEY]],
    ['two tabs', [KEY, null]],
  ])('%s gives one of each', async (_, keys) => {
    const { candidate, enrolment } = await aDraft(db, making);
    await Promise.all(keys.map((key) => register(db, making, candidate, enrolment.id, key)));
    await register(db, making, candidate, enrolment.id, KEY);
    await papers.jobs.run();
    expect(await listPapers(db, null, enrolment.id)).toHaveLength(3);
    expect(await templates({ candidate, enrolment })).toEqual(['enrolment.registered']);
  });

  it('of a change makes version 2 beside the first, and says that the signature no longer counts', async () => {
    const made = await begin();
    const changed = await modifiedEnrolment(db, making, made, OTHER_TOWN);
    await papers.jobs.run();
    const list = await listPapers(db, null, made.enrolment.id);
    expect(list.map(({ kind, version }) => `${kind} ${version}`).toSorted()).toEqual([
      'acknowledgement 1',
      'acknowledgement 2',
      'confirmation 1',
      'confirmation 2',
      'pieces-request 1',
      'pieces-request 2',
    ]);
    const mail = await mailOf(changed, 'enrolment.modified');
    expect(mail.body).toContain("C'est maintenant la version 2.");
    expect(mail.body).toContain("La signature d'une version précédente ne compte plus");
    expect(mail.body).toContain('signez la version 2');
  });

  it('that fails leaves neither paper nor mail nor job', async () => {
    const made = await begin();
    let fail = true;
    papers.events.subscribe('enrolment.modified', 'tell', async () => {
      if (fail) throw new Error('the power went');
    });
    await expect(modifiedEnrolment(db, making, made, OTHER_TOWN)).rejects.toThrow('the power went');
    fail = false;
    papers.jobs.orders.splice(0);
    expect(await listPapers(db, null, made.enrolment.id)).toHaveLength(3);
    expect(await templates(made)).toHaveLength(1);
  });
});

describe('The consent to publish results, changed', () => {
  const change = (made: TestEnrolment, choice: { readonly online: boolean; readonly press: boolean }) =>
    db.transaction().execute(async (tx) => {
      const payload = { enrolmentId: made.enrolment.id, number: made.enrolment.number ?? '', ...choice };
      await papers.events.publish(tx, SYSTEM, 'enrolment.disclosureChanged', subjectOf(made.enrolment), payload);
    });
  it('is acknowledged by a mail, each time, without another paper to sign', async () => {
    const made = await begin();
    await change(made, { online: true, press: true });
    await change(made, { online: false, press: false });
    const [given, withdrawn] = [
      await mailOf(made, 'enrolment.disclosure'),
      await mailOf(made, 'enrolment.disclosure', 1),
    ];
    expect(given.body).toContain('est enregistré\u00a0: sur internet et à la presse et aux collectivités.');
    expect(withdrawn.body).toContain('est enregistré\u00a0: aucune.');
    expect(withdrawn.body).toContain(`\nhttps://registre.example/candidatures/${made.enrolment.id}/diffusion\n`);
    expect(await listPapers(db, null, made.enrolment.id)).toHaveLength(3);
  });
  it('stands on no sheet that is signed', async () => {
    const { enrolment } = await begin();
    const paper = await findLatest(db, enrolment.id, 'confirmation');
    expect(JSON.stringify(paper?.content)).not.toContain('Diffusion des résultats');
  });
});

describe('A withdrawal', () => {
  it('is confirmed by a mail that says until when one can enrol again', async () => {
    const made = await begin();
    await withdraw(db, making, made);
    await withdraw(db, making, made);
    const mail = await mailOf(made, 'enrolment.withdrawn');
    expect(mail.body.replaceAll('\u00a0', ' ')).toContain("jusqu'au vendredi 1er décembre 2023 à 17 h 00");
    expect(mail.body).toContain('\nhttps://registre.example/candidatures\n');
    expect((await templates(made)).filter((template) => template === 'enrolment.withdrawn')).toHaveLength(1);
  });

  it('after the closing says that nobody enrols any more, instead of a day that is past', async () => {
    const made = await begin();
    await setClock('2023-12-01T17:00:01+01:00');
    await withdraw(db, making, made);
    await setClock(ORDINARY_DAY);
    const { body } = await mailOf(made, 'enrolment.withdrawn');
    expect(body).toContain('Les inscriptions sont closes depuis le vendredi 1er');
    expect(body).not.toContain("jusqu'au");
  });
});

describe('« Non conforme »', () => {
  const refusals = async (made: TestEnrolment): Promise<number> =>
    (await templates(made)).filter((template) => template === 'piece.refused').length;

  it('is told once with the comment, until when to correct it and a link to the piece', async () => {
    const made = await begin();
    await decide(made, 'DOMICIL', 'non-compliant', 'Le document a plus de trois mois {link}.');
    const [order] = papers.jobs.orders;
    await papers.jobs.run();
    // The same job once more: a crash between the work and its receipt.
    if (order !== undefined) papers.jobs.orders.push(order);
    await papers.jobs.run();
    expect(await refusals(made)).toBe(1);
    const mail = await mailOf(made, 'piece.refused');
    expect(mail.body).toContain("n'est pas conforme\u00a0: Justificatif de domicile (DOMICIL).");
    expect(mail.body).toContain('Information du gestionnaire\u00a0: Le document a plus de trois mois {link}.');
    // Refused before the closing: it may be corrected until the end of corrections.
    expect(mail.body.replaceAll('\u00a0', ' ')).toContain(
      "jusqu'au vendredi 22 décembre 2023 inclus, le cachet de la poste faisant foi",
    );
    expect(mail.body).toContain(`\nhttps://registre.example/candidatures/${made.enrolment.id}/justificatifs/DOMICIL\n`);
  });

  it('is no decision on the enrolment: says what to do again and until when, never a tribunal', async () => {
    const made = await begin();
    await decide(made, 'DOMICIL', 'non-compliant', 'La photo est floue.');
    await papers.jobs.run();
    await decide(made, 'DOMICIL', 'non-compliant', 'La photo est encore floue.');
    await decide(made, 'DCSTID01', 'compliant');
    await papers.jobs.run();
    const alone = await mailOf(made, 'piece.refused');
    const several = await mailOf(made, 'pieces.decided');
    for (const { body } of [alone, several]) {
      expect(body.replaceAll('\u00a0', ' ')).toContain(
        "Votre inscription n'est pas refusée : cette pièce est seulement à refaire.",
      );
      expect(body).toContain('de nouveau par la poste');
      expect(body).not.toMatch(/tribunal|recours|notifiée|contester|a décidé/);
    }
  });

  it('that takes back a validation says so, and how to contest it', async () => {
    const made = await begin();
    for (const { code } of await listPieces(db, made.enrolment.id)) await decide(made, code, 'compliant');
    await papers.jobs.run();
    await decide(made, 'DOMICIL', 'non-compliant', 'Le nom est celui de votre frère.');
    await papers.jobs.run();
    const { body } = await mailOf(made, 'piece.refused');
    expect(body).toContain('ce refus annule sa validation');
    for (const said of [
      'notifiée par ce mail',
      ' inclus, vous pouvez demander au recteur',
      'recours gracieux',
      'recours hiérarchique',
      'tribunal administratif',
      'R421-1',
      'L411-2',
    ])
      expect(body).toContain(said);
    await decide(made, 'DOMICIL', 'non-compliant', 'Le nom est celui de votre sœur.');
    await papers.jobs.run();
    expect((await mailOf(made, 'piece.refused', 1)).body).not.toContain('annule sa validation');
  });

  it('of several pieces takes back a validation once, and says each way out once', async () => {
    const made = await begin();
    for (const { code } of await listPieces(db, made.enrolment.id)) await decide(made, code, 'compliant');
    await papers.jobs.run();
    await decide(made, 'DOMICIL', 'non-compliant', 'Le nom est celui de votre frère.');
    await decide(made, 'DCSTID01', 'non-compliant', 'Elle est périmée.');
    await papers.jobs.run();
    const { body } = await mailOf(made, 'pieces.decided');
    const said = body.split('\n\n');
    expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([]);
    for (const once of ['ce refus annule sa validation', 'recours gracieux', 'notifiée par ce mail'])
      expect(body.split(once)).toHaveLength(2);
  });

  it('said again later is told again', async () => {
    const made = await begin();
    await decide(made, 'DOMICIL', 'non-compliant', 'Trop ancien.');
    await papers.jobs.run();
    await decide(made, 'DOMICIL', 'non-compliant', 'Toujours trop ancien.');
    await papers.jobs.run();
    expect((await mailOf(made, 'piece.refused', 1)).body).toContain('Toujours trop ancien.');
  });

  it('decided long after the closing leaves fifteen days, and says until when', async () => {
    const made = await begin();
    await setClock('2023-12-23T10:00:00+01:00');
    await decide(made, 'DOMICIL', 'non-compliant', 'Trop ancien.');
    await papers.jobs.run();
    await setClock(ORDINARY_DAY);
    const { body } = await mailOf(made, 'piece.refused');
    expect(body.replaceAll('\u00a0', ' ')).toContain("jusqu'au dimanche 7 janvier 2024 inclus");
  });

  it('after the last correction of the session promises no other deposit', async () => {
    const made = await begin();
    await setClock('2024-05-04T00:00:01+02:00');
    await decide(made, 'DOMICIL', 'non-compliant', 'Trop ancien.');
    await papers.jobs.run();
    await setClock(ORDINARY_DAY);
    const { body } = await mailOf(made, 'piece.refused');
    expect(body).toContain('est passé depuis le vendredi 3');
    expect(body).not.toMatch(/Vous pouvez la déposer|seulement à refaire/);
  });

  it('taken back at once is not told', async () => {
    const made = await begin();
    await decide(made, 'DOMICIL', 'non-compliant', 'Trop ancien.');
    await decide(made, 'DOMICIL', 'compliant');
    await papers.jobs.run();
    expect(await refusals(made)).toBe(0);
  });

  it('whose comment was corrected at once is told once, with the second', async () => {
    const made = await begin();
    await decide(made, 'DOMICIL', 'non-compliant', 'Trop vieux.');
    await decide(made, 'DOMICIL', 'non-compliant', 'Le document a plus de trois mois.');
    await papers.jobs.run();
    expect(await refusals(made)).toBe(1);
    expect((await mailOf(made, 'piece.refused')).body).toContain('plus de trois mois');
  });

  it('of an enrolment withdrawn meanwhile is not told', async () => {
    const made = await begin();
    await decide(made, 'DOMICIL', 'non-compliant', 'Trop ancien.');
    await withdraw(db, making, made);
    await papers.jobs.run();
    expect(await refusals(made)).toBe(0);
  });
});

describe('« Conforme »', () => {
  const digests = async (made: TestEnrolment): Promise<number> =>
    (await templates(made)).filter((template) => template === 'pieces.accepted').length;

  it('is told once for all the pieces accepted in a while', async () => {
    const made = await begin();
    await decide(made, 'DCSTID01', 'compliant');
    await decide(made, 'DOMICIL', 'compliant');
    expect(await digests(made)).toBe(0);
    const [order] = papers.jobs.orders;
    await papers.jobs.run();
    expect((await mailOf(made, 'pieces.accepted')).body).toContain(
      "conformes\u00a0: Document justifiant l'identité (DCSTID01) et Justificatif de domicile (DOMICIL).",
    );
    // The same job once more: a crash between the work and its receipt.
    if (order !== undefined) papers.jobs.orders.push(order);
    await papers.jobs.run();
    expect(await digests(made)).toBe(1);
  });

  it('said later makes another digest, of what is new', async () => {
    const made = await begin();
    await decide(made, 'DCSTID01', 'compliant');
    await papers.jobs.run();
    await decide(made, 'DOMICIL', 'compliant');
    await papers.jobs.run();
    const second = await mailOf(made, 'pieces.accepted', 1);
    expect(second.body).toContain('Justificatif de domicile');
    expect(second.body).not.toContain('identité');
  });

  it('taken back meanwhile is not told', async () => {
    const made = await begin();
    await decide(made, 'DCSTID01', 'compliant');
    await decide(made, 'DCSTID01', 'non-compliant', 'Illisible.');
    await papers.jobs.run();
    expect(await digests(made)).toBe(0);
  });

  it('of an enrolment withdrawn meanwhile is not told', async () => {
    const made = await begin();
    await decide(made, 'DCSTID01', 'compliant');
    await withdraw(db, making, made);
    await papers.jobs.run();
    expect(await digests(made)).toBe(0);
  });

  it('for all that count makes one mail: validated, without a digest of the same pieces', async () => {
    const made = await begin();
    for (const { code } of await listPieces(db, made.enrolment.id)) await decide(made, code, 'compliant');
    await papers.jobs.run();
    const sent = await templates(made);
    expect(sent.filter((template) => template === 'enrolment.validated')).toHaveLength(1);
    expect(await digests(made)).toBe(0);
    expect((await mailOf(made, 'enrolment.validated')).body).toContain(`${made.enrolment.number} est validée`);
  });

  it('that validated and was taken back at once tells of no validation, and of one when it comes for good', async () => {
    const made = await begin();
    const validations = async (): Promise<number> =>
      (await templates(made)).filter((template) => template === 'enrolment.validated').length;
    for (const { code } of await listPieces(db, made.enrolment.id)) await decide(made, code, 'compliant');
    await decide(made, 'DOMICIL', 'non-compliant', 'Trop ancien.');
    await papers.jobs.run();
    expect(await validations()).toBe(0);
    await decide(made, 'DOMICIL', 'compliant');
    await decide(made, 'DOMICIL', 'non-compliant', 'Toujours trop ancien.');
    await decide(made, 'DOMICIL', 'compliant');
    await papers.jobs.run();
    expect(await validations()).toBe(1);
  });
});

describe('Papers', () => {
  it('bear the hour of the exam, not that of the machine', async () => {
    const made = await begin();
    const [paper] = await listPapers(db, null, made.enrolment.id);
    expect(paper?.issuedAt.since(ORDINARY_DAY).total('seconds')).toBeLessThan(60);
    await setClock(ORDINARY_DAY);
  });

  it('never change once issued, and stay', async () => {
    const made = await begin();
    const change = (what: string): Promise<unknown> =>
      sql`update paper set ${sql.raw(what)} where enrolment_id = ${made.enrolment.id}`.execute(db);
    for (const what of ["content = '{}'", "title = 'autre'", 'version = 9', 'issued_at = now()', "pdf_sha256 = 'x'"])
      await expect(change(what), what).rejects.toThrow('does not change');
    await expect(sql`delete from paper where enrolment_id = ${made.enrolment.id}`.execute(db)).rejects.toThrow(
      'are kept',
    );
  });

  it('of an enrolment are seen by its academy only', async () => {
    const made = await begin();
    expect(await listPapers(db, 'clermont', made.enrolment.id)).toHaveLength(3);
    expect(await listPapers(db, 'lyon', made.enrolment.id)).toHaveLength(0);
  });
});

describe('An enrolment under reserve', () => {
  const informations = { ...COIFFURE.informations, from1: '01/09/2023' };
  const OFFICER = '5a0c2d1e-7b7e-4a57-9d0f-0f3c3a1b2c4d';
  const underReserve = async (): Promise<TestEnrolment> => {
    const made = { ...making, answers: { informations }, reserveRead: ['experience-two-years'] };
    const own = await registeredEnrolment(db, made);
    await papers.jobs.run();
    return own;
  };
  const judge = async (
    { enrolment }: TestEnrolment,
    decision: 'lifted' | 'set-aside' | 'reinstated',
    words: string,
  ): Promise<void> => {
    const ground = decision === 'set-aside' ? "code de l'éducation, article D337-102" : null;
    const order = { academy: 'clermont', version: 1, decision, words, ground, officerId: OFFICER };
    await delegated(db, OFFICER);
    const done = await decideReserve(papers, SYSTEM, { ...order, id: enrolment.id });
    if (!done.ok) throw new Error(done.error.code);
  };

  it('says so, and why, in the one mail of its « Enregistrer »; that the reserve is gone, in that of the change', async () => {
    const own = await underReserve();
    const { body } = await mailOf(own, 'enrolment.registered');
    expect(plainSpaces(body)).toContain(
      "une condition n'est pas remplie :\n- Activité professionnelle : 2 mois déclarés",
    );
    expect(plainSpaces(body)).toContain("L'inscription ne peut pas être validée avant cette décision.");
    const changed = await modifiedEnrolment(db, making, own, { informations: COIFFURE.informations });
    const modified = plainSpaces((await mailOf(changed, 'enrolment.modified')).body);
    expect(modified).toContain('La réserve sur votre inscription est levée');
    expect(await templates(changed)).not.toContain('reserve.lifted');
  });

  it('set aside is told with its motives, its ground and the ways to contest; reinstated, with why', async () => {
    const own = await underReserve();
    await judge(own, 'set-aside', 'Le certificat du salon dit dix semaines.');
    const { subject, body } = await mailOf(own, 'enrolment.setAside');
    expect(subject).toBe(`Votre inscription ${own.enrolment.number} est écartée`);
    expect(plainSpaces(body)).toContain('Motifs : Le certificat du salon dit dix semaines.');
    expect(plainSpaces(body)).toContain("Fondement : code de l'éducation, article D337-102.");
    // Of a registered letter it runs from the day it is handed over; whom to write to is said.
    for (const word of [
      'les deux mois qui suivent le jour où elle vous est notifiée',
      'Adresse',
      'recours gracieux',
      'recours hiérarchique',
      'deux mois',
      'tribunal administratif',
      'médiateur',
    ])
      expect(body).toContain(word);
    const issued = (await listPapers(db, 'clermont', own.enrolment.id)).find(({ kind }) => kind === 'set-aside');
    expect(issued?.reference).toBe(`${own.enrolment.number}-B1`);
    const code = issued?.code ?? '';
    const { rows } = await sql<{ content: string }>`select content::text from paper where id = ${issued?.id}`.execute(
      db,
    );
    for (const said of [
      'Le certificat du salon dit dix semaines.',
      'D337-102',
      'lettre recommandée',
      'R421-1',
      '2 mois déclarés',
    ])
      expect(plainSpaces(rows[0]?.content ?? '')).toContain(said);
    const verified = () => publicVerification(db).verify({ code, name: '' });
    expect(await verified()).toMatchObject({ value: { state: 'valid' } });
    const waiting = sql<{
      id: string;
    }>`select paper_id as id from set_aside_notice where enrolment_id = ${own.enrolment.id}`;
    expect((await waiting.execute(db)).rows).toEqual([{ id: issued?.id }]);
    await judge(own, 'reinstated', 'Un second certificat complète la durée.');
    expect(await verified()).toMatchObject({ value: { state: 'cancelled' } });
    expect((await waiting.execute(db)).rows).toEqual([]);
    expect((await mailOf(own, 'enrolment.reinstated')).body).toContain('Un second certificat complète la durée.');
  });

  it('reinstated after the closing has days of its own for what could not be given meanwhile', async () => {
    const own = await underReserve();
    await judge(own, 'set-aside', 'Le certificat du salon dit dix semaines.');
    await setClock('2023-12-30T10:00:00+01:00');
    await judge(own, 'reinstated', 'Un second certificat complète la durée.');
    await setClock(ORDINARY_DAY);
    const asked = (await listPieces(db, own.enrolment.id)).filter((piece) => piece.status === 'none');
    expect(asked.length).toBeGreaterThan(3);
    const end = Temporal.Instant.from('2024-01-15T00:00:00+01:00');
    for (const piece of asked)
      expect(Temporal.Instant.compare(closingOf(piece), end), piece.code).toBeGreaterThanOrEqual(0);
  });

  it('set aside under an agreement to electronic notices is deposited, and the mail says so instead', async () => {
    const own = await underReserve();
    const accepts = { accepts: true, place: 'account' } as const;
    await db.transaction().execute((tx) => answerNotice(tx, SYSTEM, own.candidate.accountId, accepts));
    await judge(own, 'set-aside', 'Le certificat du salon dit dix semaines.');
    const { body } = await mailOf(own, 'enrolment.setAside');
    expect(plainSpaces(body)).toContain("Document : Notification d'inscription écartée");
    expect(plainSpaces(body)).toContain("quinze jours pour l'ouvrir");
    expect(body).not.toContain('dix semaines');
    const [notice] = await listNotices(db, own.enrolment.id);
    expect(notice).toMatchObject({ kind: 'set-aside', electronic: true });
    // It counts from its reading, or from the end of the fifteen days: until then the enrolment goes on.
    const status = async () => (await reread(db, own.candidate, own.enrolment.id)).status;
    await settleUnread(papers);
    expect(await status()).toBe('registered');
    // It is contested from then on; its delay runs from the notification.
    const contested = async () =>
      (await decisionsToldTo(db, await reread(db, own.candidate, own.enrolment.id), ORDINARY_DAY)).map(
        ({ act, paperId, notifiedOn }) => [act, paperId, notifiedOn?.toString() ?? null],
      );
    expect(await contested()).toEqual([['set-aside', notice?.id, null]]);
    const id = readPaperId(notice?.id);
    const paper = id === null ? null : await findPaper(db, null, own.enrolment.id, id);
    if (paper !== null) await openPaper(papers, SYSTEM, paper);
    expect(await status()).toBe('set-aside');
    expect(await contested()).toEqual([['set-aside', notice?.id, expect.stringMatching(/^2023-/)]]);
    await judge(own, 'reinstated', 'Un second certificat complète la durée.');
    expect(await contested()).toEqual([]);
  });

  it('set aside by a letter, it ends when that is handed over, and goes on where it was noted by mistake', async () => {
    const own = await underReserve();
    await judge(own, 'set-aside', 'Le certificat du salon dit dix semaines.');
    const status = async () => (await reread(db, own.candidate, own.enrolment.id)).status;
    const [notice] = await listNotices(db, own.enrolment.id);
    const order = { paperId: notice?.id ?? '', academy: 'clermont', officerId: OFFICER, sender: 'office' } as const;
    const day = parisDay(notice?.issuedAt ?? Temporal.Now.instant());
    expect(await postLetter(papers, SYSTEM, { ...order, tracking: '1A77777777777', postedOn: day })).toMatchObject({
      ok: true,
    });
    expect(await status()).toBe('registered');
    const letterId = (await listNotices(db, own.enrolment.id))[0]?.letters[0]?.id ?? '';
    const end = { outcome: 'received', outcomeOn: day, presentedOn: null } as const;
    for (const handedOver of [true, false, true]) {
      const done = await (handedOver
        ? endLetter(papers, SYSTEM, { ...order, letterId, end })
        : correctLetter(papers, SYSTEM, { ...order, letterId, what: 'end' }));
      expect(done).toMatchObject({ ok: true });
      expect(await status()).toBe(handedOver ? 'set-aside' : 'registered');
    }
  });

  it('set aside by what nobody reads, it ends on the sixteenth day, if the mail that told of it left', async () => {
    const own = await underReserve();
    const accepts = { accepts: true, place: 'account' } as const;
    await db.transaction().execute((tx) => answerNotice(tx, SYSTEM, own.candidate.accountId, accepts));
    await judge(own, 'set-aside', 'Le certificat du salon dit dix semaines.');
    const status = async () => (await reread(db, own.candidate, own.enrolment.id)).status;
    await setClock('2023-12-20T10:00:00+01:00');
    for (const state of ['failed', 'sent']) {
      expect(await status()).toBe('registered');
      await sql`update mail set state = ${state} where template = 'enrolment.setAside'`.execute(db);
      await settleUnread(papers);
    }
    await setClock(ORDINARY_DAY);
    expect(await status()).toBe('set-aside');
  });

  /** Set aside by a decision deposited on line, opened where it ended. */
  const setAsideOnLine = async (opened: boolean): Promise<TestEnrolment> => {
    const own = await underReserve();
    const accepts = { accepts: true, place: 'account' } as const;
    await db.transaction().execute((tx) => answerNotice(tx, SYSTEM, own.candidate.accountId, accepts));
    await judge(own, 'set-aside', 'Le certificat du salon dit dix semaines.');
    const id = readPaperId((await listNotices(db, own.enrolment.id))[0]?.id);
    const paper = id === null ? null : await findPaper(db, null, own.enrolment.id, id);
    if (opened && paper !== null) await openPaper(papers, SYSTEM, paper);
    return own;
  };
  const accept = async (own: TestEnrolment): Promise<void> => {
    const [told] = await decisionsToldTo(db, own.enrolment, ORDINARY_DAY);
    if (told === undefined) throw new Error('nothing was told');
    await db.transaction().execute(async (tx) => {
      const decided = await readDecided(tx, told.id);
      await holdDecision(papers, tx, SYSTEM, told, { decided, by: OFFICER });
    });
  };

  it.each([
    ['not told yet', false],
    ['that ended', true],
  ])('set aside, %s: an appeal that is accepted gives it back at once, with what is left to do', async (_, opened) => {
    const own = await setAsideOnLine(opened);
    const now = () => reread(db, own.candidate, own.enrolment.id);
    expect(await now()).toMatchObject({ status: opened ? 'set-aside' : 'registered', reserve: 'upheld' });
    await setClock('2023-12-30T10:00:00+01:00');
    await accept(own);
    expect(await now()).toMatchObject({ status: 'registered', reserve: 'lifted', endedAt: null });
    // Nothing stands of it: what somebody notes of its notification ends nothing, and nobody has to undo it.
    expect(await decisionsToldTo(db, own.enrolment, ORDINARY_DAY)).toEqual([]);
    await setClock('2024-01-04T10:00:00+01:00');
    await sql`update mail set state = 'sent' where template = 'enrolment.setAside'`.execute(db);
    await settleUnread(papers);
    expect(await now()).toMatchObject({ status: 'registered', reserve: 'lifted' });
    const mail = plainSpaces((await mailOf(own, 'enrolment.reinstated')).body);
    expect(mail).toContain("Ce qu'a écrit le rectorat : Le certificat du salon dit dix semaines.");
    expect(mail).toContain('Il vous reste à faire');
    // The time of everybody had run out on 1 December, and its corrections on the 22nd.
    const domicile = (await listPieces(db, own.enrolment.id)).find(({ code }) => code === 'DOMICIL');
    expect(domicile && closingOf(domicile).toString()).toBe('2024-01-14T23:00:00Z');
    await setClock(ORDINARY_DAY);
  });

  it('set aside is not given back beside another that was begun meanwhile: it counts no more all the same', async () => {
    const own = await setAsideOnLine(true);
    const [told] = await decisionsToldTo(db, own.enrolment, ORDINARY_DAY);
    const twin = await sql`insert into enrolment (id, academy, session, exam, candidate_id, status, working)
      select gen_random_uuid(), academy, session, exam, candidate_id, 'draft', '{}' from enrolment where id = ${own.enrolment.id}`.execute(
      db,
    );
    expect(twin.numAffectedRows).toBe(1n);
    await accept(own);
    expect(await reread(db, own.candidate, own.enrolment.id)).toMatchObject({ status: 'set-aside' });
    expect(await decisionsToldTo(db, own.enrolment, ORDINARY_DAY)).toMatchObject([
      { id: told?.id, toUndo: true, notifiedOn: told?.notifiedOn, countsFrom: null },
    ]);
  });

  it('settles the others where one of them fails', async () => {
    const deposited = async () => {
      const own = await underReserve();
      const accepts = { accepts: true, place: 'account' } as const;
      await db.transaction().execute((tx) => answerNotice(tx, SYSTEM, own.candidate.accountId, accepts));
      await judge(own, 'set-aside', 'Le certificat du salon dit dix semaines.');
      return own;
    };
    const all = [await deposited(), await deposited(), await deposited()];
    await sql`update mail set state = 'sent' where template = 'enrolment.setAside'`.execute(db);
    const broken = all[1]?.enrolment.id ?? 'nobody';
    const faulty = {
      ...papers,
      events: {
        ...papers.events,
        publish: ((tx, act, name, subject, payload, ...carried) => {
          if (JSON.stringify(payload).includes(broken)) throw new Error('not this one');
          return papers.events.publish(tx, act, name, subject, payload, ...carried);
        }) as typeof papers.events.publish,
      },
    };
    await setClock('2023-12-20T10:00:00+01:00');
    await expect(settleUnread(faulty)).rejects.toThrow('not this one');
    await setClock(ORDINARY_DAY);
    const states = await Promise.all(all.map((own) => reread(db, own.candidate, own.enrolment.id)));
    expect(states.map((one) => one.status)).toEqual(['set-aside', 'registered', 'set-aside']);
  });

  it('is never told to be validated before a person lifted the reserve; then, all in order, it is at once', async () => {
    const own = await underReserve();
    for (const { code } of await listPieces(db, own.enrolment.id)) await decide(own, code, 'compliant');
    await papers.jobs.run();
    expect((await reread(db, own.candidate, own.enrolment.id)).status).toBe('registered');
    expect(await templates(own)).not.toContain('enrolment.validated');
    await judge(own, 'lifted', 'Vu le certificat.');
    await papers.jobs.run();
    expect((await reread(db, own.candidate, own.enrolment.id)).status).toBe('validated');
    expect(await templates(own)).toContain('enrolment.validated');
    expect(await templates(own), 'one mail for one act').not.toContain('reserve.lifted');
  });

  it('lifted while pieces are missing is told by its own mail, with the note', async () => {
    const own = await underReserve();
    await judge(own, 'lifted', 'Vu le certificat du salon.');
    const { body } = await mailOf(own, 'reserve.lifted');
    expect(plainSpaces(body)).toContain("Ce qu'a écrit le rectorat : Vu le certificat du salon.");
  });
});
