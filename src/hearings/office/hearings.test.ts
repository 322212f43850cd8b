import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { answerNotice } from '../../accounts/index.ts';
import { createCatalogue } from '../../catalogue/index.ts';
import { readDecided } from '../../decisions/index.ts';
import { decisionsToldTo, holdDecision, listPapers, openPaper, settleUnread } from '../../papers/index.ts';
import { listPieces, pieceRoutes, reviewPiece, untilOf } from '../../pieces/index.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { deskRoom } from '../../testing/desk.ts';
import { onePage } from '../../testing/documents/pdfFile.ts';
import {
  type Answered,
  type Browser,
  MACON_WITH_HANDICAP,
  reread,
  shippedCatalogue,
  type TestEnrolment,
  withoutMailbox,
} from '../../testing/enrolments.ts';
import { handedOver, readSitters } from '../../testing/hearings.ts';
import { ownHub } from '../../testing/ownHub.ts';
import { type Enrolled, stage } from '../../testing/stage.ts';
import { fieldOn, fieldsOn, hiddenOn, words } from '../../testing/words.ts';
import { hearingRoutes } from '../routes.ts';
import { subscribeHearings } from '../subscribe.ts';
import { countToInvite, linesOf } from './certificateLines.ts';

const MACON = '45023216';
const PLACE = { academy: 'clermont', session: 'bp-2024-clermont' };
/** Peinture: the rules name no unit of it that needs the certificate. */
const UNNAMED = '45023315';
const LIST = '/gestion/attestations';

const shipped = await shippedCatalogue();
// The same rules, in which somebody wrote down the unit that needs the certificate.
const specialities = shipped.pack.specialities.map((one) =>
  one.cfd === MACON && one.scaffolding !== null && one.scaffolding !== undefined
    ? { ...one, scaffolding: { ...one.scaffolding, units: ['U20'] } }
    : one,
);
const catalogue = createCatalogue({ ...shipped.pack, specialities }, shipped.anchors);
const {
  db,
  papers,
  setClock,
  told,
  enter,
  someone: enrolled,
  staff,
} = await stage(
  deskRoom({
    decisionDelaySeconds: 0,
    own: (deps) => [...hearingRoutes(deps), ...pieceRoutes(deps), ...ownHub(deps)],
  }),
  { catalogue, staff: { head: 'head' } },
);
const { head } = staff;
subscribeHearings(papers);

const read = async (browser: Browser, address: string): Promise<string> => words((await browser.get(address)).body);
type Made = Enrolled & { readonly page: string };
async function someone(answers: Answered = MACON_WITH_HANDICAP, byPost = false): Promise<Made> {
  const made = await enrolled({ answers });
  if (byPost) await withoutMailbox(db, made);
  return { ...made, page: `/gestion/dossiers/${made.enrolment.id}/procedures` };
}
async function give({ enrolment }: TestEnrolment, code: string): Promise<void> {
  await sql`insert into deposit (id, academy, session, enrolment_id, piece_id, state, name, type, size, sha256, file_key, receipt, enrolment_version, begun_at, finished_at)
    select gen_random_uuid(), academy, session, enrolment_id, id, 'stored', 'x.pdf', 'application/pdf', 1000, 'x', gen_random_uuid()::text, gen_random_uuid()::text, 1, business_now(), business_now()
    from piece where enrolment_id = ${enrolment.id} and code = ${code}`.execute(db);
}
async function accept({ enrolment }: TestEnrolment, which: (code: string) => boolean): Promise<void> {
  for (const { id } of (await listPieces(db, enrolment.id)).filter(({ code }) => which(code))) {
    const piece = (await listPieces(db, enrolment.id)).find((one) => one.id === id);
    const done = await reviewPiece({ ...papers, catalogue: () => catalogue }, SYSTEM, {
      ...{ academy: 'clermont', mayDecide: () => true, mayUnvalidate: false, pieceId: id, decision: 'compliant' },
      ...{ comment: null, rowVersion: piece?.rowVersion ?? 0, officerId: head.id, receivedOn: null, onPaper: true },
    });
    expect(done.ok).toBe(true);
  }
}
const sat = async ({ enrolment }: TestEnrolment) => {
  const found = (await readSitters(db, catalogue, PLACE)).find(({ enrolmentId }) => enrolmentId === enrolment.id);
  return { sits: found?.units.includes('U20'), withheld: found?.withheld, doubts: found?.doubts };
};
async function withoutDelegation(name: string, role: 'officer' | 'head'): Promise<Browser> {
  const groups = role === 'officer' ? { portfolios: ['G1', 'G2', 'G3', 'G4'] } : {};
  const member = await enter({ name, role, ...groups });
  await sql`update delegation set until_on = greatest(from_on - 1, date '2023-11-01'), ended_by = account_id where account_id = ${member.id}`.execute(
    db,
  );
  return member;
}
/** The address of the one that waits. */
async function preparedOf({ enrolment }: TestEnrolment): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from prepared_decision
    where enrolment_id = ${enrolment.id} and state = 'waiting'`.execute(db);
  return `/gestion/a-signer/${rows[0]?.id}`;
}
const post = async ({ page }: Made, fields: Record<string, string | readonly string[]>) => {
  const seen = await head.get(page);
  return head.post(page, { procedure: fieldOn(seen.body, 'procedure'), ...fields } as Record<string, string>);
};
const THINKS = { acte: 'unites', unites: 'U20', texte: "L'attestation R.408 n'est pas parvenue au rectorat." };
const REASON = "Aucune attestation n'est parvenue, et votre réponse n'en annonce pas.";

/** What the home page counts in few statements is what the list says line by line. */
async function agrees(): Promise<void> {
  const deps = { db, catalogue: () => catalogue };
  const [session, now] = [catalogue.session('bp-2024-clermont'), papers.clock.now()];
  if (session === undefined) throw new Error('no session');
  const scope = { academy: 'clermont', portfolios: null, pieces: 'ordinary', sessions: [session.code] } as const;
  const lines = (await linesOf(deps, scope, session, now)).filter(({ isToInvite }) => isToInvite);
  const isBefore =
    Temporal.PlainDate.compare(now.toZonedDateTimeISO('Europe/Paris').toPlainDate(), session.examStartsOn.on) < 0;
  expect(await countToInvite(deps, scope, now)).toBe(isBefore ? lines.length : 0);
}

describe('Left out of a unit for want of a certificate (R.408)', () => {
  afterEach(agrees);

  it('to who has no mail box: an invitation that speaks of what is on line is named before it leaves', async () => {
    const made = await someone(MACON_WITH_HANDICAP, true);
    await setClock('2024-03-08T00:00:01+01:00');
    const online = { ...THINKS, texte: `${THINKS.texte} Répondez-nous en ligne.` };
    const refused = await post(made, online);
    expect([refused.status, words(refused.body)]).toEqual([422, expect.stringContaining('« en ligne »')]);
    expect(refused.body).toContain('Répondez-nous en ligne.</textarea>');
    expect(refused.body).toContain('name="tel-quel"');
    const { rows } =
      await sql`select from letter where about = ${made.enrolment.id} and template = 'hearing.opened'`.execute(db);
    expect(rows, 'nothing has left').toEqual([]);
    expect((await post(made, { ...online, 'tel-quel': 'oui' })).location).toContain('message=invite-a-repondre');
  });

  it('goes from the list to an answer, a signed decision, its paper and its mail; the seat is kept until then', async () => {
    const made = await someone();
    await setClock('2024-03-07T22:00:00+01:00');
    expect(await read(head, LIST)).not.toContain(made.enrolment.number);
    expect((await post(made, THINKS)).status).toBe(409);
    expect((await head.get('/gestion')).body).not.toContain(LIST);
    await setClock('2024-03-08T00:00:01+01:00');
    const home = await head.get('/gestion');
    expect(words(home.body)).toMatch(
      /il manque une attestation de travail en hauteur, délai passé : (il est|ils sont) à inviter/,
    );
    expect(home.body).toContain(`href="${LIST}"`);
    expect(await read(head, LIST)).toMatch(new RegExp(`${made.enrolment.number} .*R408A3.* à inviter à répondre`));
    expect(await sat(made)).toMatchObject({ sits: true, withheld: [], doubts: ['not-decided', 'certificate-owed'] });
    expect((await head.get(made.page)).body).toMatch(/value="U20"[^>]*checked/);
    const none = await head.post(made.page, { acte: 'unites', texte: 'x' });
    expect([none.status, words(none.body)]).toEqual([422, expect.stringContaining('Cochez au moins une unité')]);
    expect((await post(made, THINKS)).location).toContain('message=invite-a-repondre');
    const again = await post(made, THINKS);
    expect(again.status).toBe(409);
    const [mail, ...others] = await told(made, 'hearing.opened');
    expect(others).toEqual([]);
    for (const said of ['U20', 'R408A3', 'votre place est gardée', 'L122-1', 'samedi 23 mars 2024', THINKS.texte])
      expect(mail?.body.replaceAll('\u00a0', ' ')).toContain(said);
    expect(await sat(made)).toMatchObject({ sits: true });
    expect(await read(head, LIST)).toContain("peut répondre jusqu'au");
    expect(await read(head, made.page)).toContain("son document, dans « Mes documents », n'est pas ouvert");
    const early = await post(made, { acte: 'decider', unites: 'U20', motifs: REASON });
    expect([early.status, words(early.body)]).toEqual([409, expect.stringContaining('peut encore répondre')]);

    const own = /https?:\/\/[^/]+(\/candidatures\/[^\s]+\/procedures\/[^\s]+)/.exec(mail?.body ?? '')?.[1] ?? '';
    expect(await read(made, own)).toContain('Le rectorat envisage de vous laisser hors de cette unité');
    const answer = { reponse: "J'ai la formation la semaine prochaine." };
    expect((await made.post(own, answer)).status).toBe(303);
    expect((await made.post(own, answer)).status).toBe(303);
    expect((await (await someone()).get(own)).status).toBe(404);

    await setClock('2024-03-24T10:00:00+01:00');
    const answered = await read(head, made.page);
    expect(answered).toMatch(/Envisagé par vous le 8 mars 2024\. +Le temps de répondre est passé/);
    expect(answered).not.toMatch(/pas ouvert|pas encore lue/);
    const late = await made.post(own, { reponse: 'Autre chose.' });
    expect([late.status, words(late.body)]).toEqual([409, expect.stringContaining('Le temps de répondre est passé')]);
    expect(await read(head, made.page)).toMatch(/la semaine prochaine\. .*Vous signez cette décision/);
    const short = await post(made, { acte: 'decider', unites: 'U20', motifs: 'Pas de papier' });
    expect([short.status, words(short.body)]).toEqual([422, expect.stringContaining('une phrase')]);
    expect(await sat(made)).toMatchObject({ sits: true });
    const done = await post(made, { acte: 'decider', unites: 'U20', motifs: REASON });
    expect([done.status, done.location]).toEqual([303, expect.stringContaining('decision-prise')]);
    const [decision] = await told(made, 'unit.leftOut');
    for (const said of [
      'Anne',
      'cheffe de la division',
      REASON,
      'L211-2',
      '20 juillet 2015',
      'référés',
      'tribunal',
      'Votre réponse a été lue',
    ])
      expect(decision?.body.replaceAll('\u00a0', ' ')).toContain(said);
    const paper = (await listPapers(db, null, made.enrolment.id)).find(({ kind }) => kind === 'left-out');
    expect(paper).toMatchObject({ reference: `${made.enrolment.number}-X1` });
    // It is notified by a registered letter: it waits where those are posted, and has a page of its own.
    expect((await head.get('/gestion/courriers?nature=decisions')).body).toContain(`${made.enrolment.number}-X1`);
    const notified = `/gestion/dossiers/${made.enrolment.id}/courriers/${paper?.id}`;
    expect(await read(head, notified)).toContain('Elle part par lettre recommandée');
    // It counts from its notification (CRPA L221-8): in a tray, it takes no seat.
    expect(await sat(made)).toMatchObject({ sits: true, withheld: [] });
    await handedOver(db, made.enrolment.id);
    expect(await sat(made)).toMatchObject({ sits: false, withheld: ['U20'], doubts: ['not-decided'] });
    const twice = await post(made, { acte: 'decider', unites: 'U20', motifs: REASON });
    expect(twice.status).toBeGreaterThanOrEqual(404);
    // Not among those of whom « chacun garde sa place » is said.
    const [theirs, ...out] = (await read(head, LIST)).split("Laissés hors d'une unité");
    expect(theirs).not.toContain(made.enrolment.number);
    expect(out.join(' ')).toMatch(new RegExp(`Une personne a décidé.*${made.enrolment.number} .*ne passe pas`));

    // Their page says that a decision came, who took it, why and on what, and no longer what could be decided.
    const hub = await made.get(`/candidatures/${made.enrolment.id}`);
    expect(words(hub.body)).toMatch(/^[^.]* une décision vous laisse hors d'une unité/);
    expect(words(hub.body)).toMatch(
      new RegExp(
        `vous ne passez pas : .*U20.*Motifs : ${REASON} Fondement : .*L211-5\\. Décision prise par Anne.*Notifiée`,
      ),
    );
    expect(hub.body).toContain(`href="/candidatures/${made.enrolment.id}/documents"`);
    expect(words(hub.body)).not.toContain('peut ensuite décider');
    expect(await read(made, '/candidatures')).toContain("Une décision vous laisse hors d'une unité");

    // The paper comes at last: the decision falls, the seat is theirs again.
    await accept(made, (code) => code.startsWith('R408A'));
    expect(await sat(made)).toMatchObject({ sits: true, withheld: [] });
    expect(await told(made, 'unit.readmitted')).toHaveLength(1);
    expect(await read(head, LIST)).not.toContain(made.enrolment.number);
  });

  it('keeps what ends the matter open from the invitation until the tests, on line and at the counter, whatever was decided', async () => {
    const made = await someone();
    await made.get('/compte');
    const own = (code: string): string => `/candidatures/${made.enrolment.id}/justificatifs/${code}`;
    const given = (code: string) => made.upload(own(code), {}, onePage(), `${code}.pdf`);
    const pieceOf = async (code: string) =>
      (await listPieces(db, made.enrolment.id)).find((piece) => piece.code === code);
    const counter = async (code: string, jour: string) => {
      const fields = { arrivee: 'counter', jour, cle: randomUUID() };
      return head.upload(`/gestion/pieces/${(await pieceOf(code))?.id}/deposer`, fields, onePage(), `${code}.pdf`);
    };
    await setClock('2024-03-08T10:00:00+01:00');
    expect((await given('R408A3')).status, 'its own time is over').toBe(403);
    const shut = await read(head, `/gestion/pieces/${(await pieceOf('R408A3'))?.id}/deposer`);
    expect(shut).toContain('seule une pièce apportée ou postée avant');
    const refused = await counter('R408A3', '08/03/2024');
    expect([refused.status, words(refused.body)]).toEqual([403, expect.stringContaining('sans fichier, à la page')]);
    expect(words(refused.body)).not.toContain('votre gestionnaire');
    const uninvited = await pieceOf('DOMICIL');

    await post(made, THINKS);
    expect((await told(made, 'hearing.opened'))[0]?.body.replaceAll('\u00a0', ' ')).toMatch(
      /donnée avant les épreuves, qui commencent le lundi 3 juin 2024, suffit/,
    );
    expect(await pieceOf('DOMICIL')).toEqual(uninvited);
    expect(await read(made, own('R408A3'))).not.toMatch(/ne peut plus être changée|clos depuis/);
    expect((await given('R408A3')).status).toBe(303);
    await setClock('2024-03-26T10:00:00+01:00');
    // To the office its time was over: what may still be given keeps nobody from deciding, nor from reading that it is missing.
    expect(await read(head, `/gestion/dossiers/${made.enrolment.id}`)).toMatch(
      /Des attestations manquent.*à donner jusqu'au jeudi 7 mars 2024 inclus.*peut encore en donner jusqu'au dimanche 2 juin 2024 inclus/,
    );
    await post(made, { acte: 'decider', unites: 'U20', motifs: REASON });
    await handedOver(db, made.enrolment.id);
    expect(await sat(made)).toMatchObject({ sits: false });
    const left = (await told(made, 'unit.leftOut'))[0]?.body.replaceAll('\u00a0', ' ');
    expect(left).toMatch(/met fin à cette décision, si vous la donnez avant les épreuves/);
    expect(left).toContain("Vous n'avez pas répondu");
    expect(left).not.toContain('invité');
    await setClock('2024-05-01T10:00:00+02:00');
    expect((await given('R408A4')).status).toBe(303);
    const form = await read(head, `/gestion/pieces/${(await pieceOf('R408A5'))?.id}/deposer`);
    expect(form).not.toContain('seule une pièce apportée ou postée avant');
    expect((await counter('R408A5', '01/05/2024')).status).toBe(303);
    await accept(made, (code) => code.startsWith('R408A'));
    expect(await sat(made)).toMatchObject({ sits: true, withheld: [] });
  });

  it('is given back by a signed decision after an appeal: told, sat again, listed so, once; who has no delegation reads who may', async () => {
    const made = await someone();
    await setClock('2024-03-08T10:00:00+01:00');
    await post(made, THINKS);
    await setClock('2024-03-26T10:00:00+01:00');
    await post(made, { acte: 'decider', unites: 'U20', motifs: REASON });
    await handedOver(db, made.enrolment.id);
    expect(await sat(made)).toMatchObject({ sits: false, withheld: ['U20'] });
    const own = /https?:\/\/[^/]+(\/candidatures\/[^\s]+\/procedures\/[^\s]+)/.exec(
      (await told(made, 'hearing.opened'))[0]?.body ?? '',
    )?.[1];
    const decided = await read(made, own ?? '');
    expect(decided).toContain('La décision est prise');
    expect(decided).not.toContain('Le rectorat envisage');
    expect((await told(made, 'unit.leftOut'))[0]?.subject).toContain("vous laisse hors d'une unité");

    await setClock('2024-04-28T10:00:00+02:00');
    const note = 'Votre attestation nous était parvenue par un autre service.';
    const bare = await head.post(made.page, { acte: 'rendre', note: '' });
    expect([bare.status, words(bare.body)]).toEqual([
      422,
      expect.stringMatching(/Cochez au moins une unité.*pourquoi/),
    ]);
    // An appeal that is accepted holds the decision at once: the seat is theirs before somebody gives the unit back in writing.
    const [contested] = await decisionsToldTo(db, made.enrolment, papers.clock.now());
    expect(contested).toMatchObject({ act: 'unit-left-out', paperId: expect.any(String) });
    if (contested !== undefined)
      await db.transaction().execute(async (tx) => {
        const decided = await readDecided(tx, contested.id);
        await holdDecision(papers, tx, SYSTEM, contested, { decided, by: made.enrolment.candidateId });
      });
    expect(await sat(made)).toMatchObject({ sits: true, withheld: [] });
    const [toDo = '', leftOut = ''] = (await read(head, LIST)).split("Laissés hors d'une unité");
    expect(toDo).toMatch(new RegExp(`${made.enrolment.number} .*recours accepté .*l'unité reste à rendre`));
    expect(leftOut).not.toContain(made.enrolment.number);
    const unsigned = await withoutDelegation('Claude Blanc', 'head');
    const nobody = await unsigned.post(made.page, { acte: 'rendre', rendues: 'U20', note });
    expect([nobody.status, words(nobody.body)]).toEqual([403, expect.stringContaining('Anne')]);
    expect((await head.post(made.page, { acte: 'rendre', rendues: 'U20', note })).location).toContain('unites-rendues');
    expect(await sat(made)).toMatchObject({ sits: true, withheld: [] });
    const [mail, ...others] = await told(made, 'unit.givenBack');
    expect(others).toEqual([]);
    for (const said of ['U20', note, 'Décision prise par', 'Anne', 'une nouvelle suivra'])
      expect(mail?.body.replaceAll('\u00a0', ' ')).toContain(said);
    const again = await head.post(made.page, { acte: 'rendre', rendues: 'U20', note });
    expect([again.status, words(again.body)]).toEqual([409, expect.stringContaining('déjà rendue au candidat')]);
    expect(await told(made, 'unit.givenBack')).toHaveLength(1);
    expect(await read(made, own ?? '')).toContain('est revenu sur cette décision');
    expect(await read(head, LIST)).toMatch(new RegExp(`${made.enrolment.number} .*décision levée le 28 avr`));
    const { rows } = await sql<{ act: string; undone: boolean }>`select act, undoes is not null as undone from decision
      where enrolment_id = ${made.enrolment.id} order by taken_at`.execute(db);
    expect(rows).toEqual([
      { act: 'unit-left-out', undone: false },
      { act: 'unit-left-out-reversed', undone: true },
    ]);
  });

  it('is prepared by who has no delegation, with its units, and signed once: a decision each, its preparer on record', async () => {
    const made = await someone();
    await setClock('2024-03-08T10:00:00+01:00');
    await post(made, THINKS);
    const clerk = await withoutDelegation('Dominique Robert', 'officer');
    const prepares = async (fields: Record<string, string>) => {
      const { body } = await clerk.get(made.page);
      const version = /name="version" value="([^"]+)"/.exec(body)?.[1] ?? String(made.enrolment.version);
      return clerk.post(made.page, { procedure: fieldOn(body, 'procedure'), version, suite: 'preparer', ...fields });
    };
    const decision = { acte: 'decider', unites: 'U20', motifs: REASON };
    expect((await prepares(decision)).status, 'still heard').toBe(409);
    await setClock('2024-03-26T10:00:00+01:00');
    expect(await read(clerk, made.page)).toContain('Préparer pour signature');
    expect((await clerk.get(made.page)).body).not.toContain('Laisser hors de ces unités</button>');
    for (const _ of [1, 2]) expect((await prepares(decision)).location).toBe('/gestion/a-signer?message=preparee');
    expect(await sat(made)).toMatchObject({ sits: true });
    expect(await told(made, 'unit.leftOut')).toEqual([]);
    const prepared = await preparedOf(made);
    const signs = { acte: 'signer', version: '1', motifs: `${REASON} Rien n'est parvenu.`, certain: 'oui' };
    expect(await read(head, prepared)).toMatch(/Ce qui est relevé dans le dossier .*U20.*R408A3/);
    const twice = await Promise.all([head.post(prepared, signs), head.post(prepared, signs)]);
    for (const { location } of twice) expect(location).toBe('/gestion/a-signer?message=signee');
    const otherwise = await head.post(prepared, { ...signs, motifs: "D'autres motifs que ceux de la première fois." });
    expect(otherwise.status, 'other words are no second click').toBe(409);
    await handedOver(db, made.enrolment.id);
    expect(await sat(made)).toMatchObject({ sits: false, withheld: ['U20'] });
    expect(await told(made, 'unit.leftOut')).toHaveLength(1);

    const note = 'Votre attestation nous était parvenue par un autre service.';
    expect((await prepares({ acte: 'rendre', rendues: 'U20', note })).location).toContain('preparee');
    const back = await preparedOf(made);
    expect((await head.post(back, { ...signs, motifs: note })).location).toContain('signee');
    expect(await sat(made)).toMatchObject({ sits: true, withheld: [] });
    const { rows } = await sql<{
      act: string;
      prepared: boolean;
    }>`select act, prepared_by is not null as prepared from decision
      where enrolment_id = ${made.enrolment.id} order by taken_at`.execute(db);
    expect(rows).toEqual([
      { act: 'unit-left-out', prepared: true },
      { act: 'unit-left-out-reversed', prepared: true },
    ]);
  });

  it('what comes once it is prepared stops its signature, and nothing is half done', async () => {
    const made = await someone();
    await setClock('2024-03-08T10:00:00+01:00');
    await post(made, THINKS);
    await setClock('2024-03-26T10:00:00+01:00');
    const clerk = await withoutDelegation('Sacha Petit', 'officer');
    const { body } = await clerk.get(made.page);
    const form = { acte: 'decider', procedure: fieldOn(body, 'procedure'), version: String(made.enrolment.version) };
    const done = await clerk.post(made.page, { ...form, suite: 'preparer', unites: 'U20', motifs: REASON });
    expect(done.location).toContain('preparee');
    for (const code of ['R408A3', 'R408A4', 'R408A5']) await give(made, code);
    const prepared = await preparedOf(made);
    const signed = await head.post(prepared, { acte: 'signer', version: '1', motifs: REASON, certain: 'oui' });
    expect([signed.status, words(signed.body)]).toEqual([409, expect.stringContaining('garde sa place')]);
    expect(await sat(made)).toMatchObject({ sits: true });
    const { rows } = await sql`select from decision where enrolment_id = ${made.enrolment.id}`.execute(db);
    expect(rows).toEqual([]);
    expect((await post(made, { acte: 'abandonner' })).location).toContain('sans-decision');
    expect(await read(head, prepared)).toContain('Le dossier a changé');
    expect(
      (await head.post(prepared, { acte: 'renvoyer', version: '1', mot: 'Les attestations sont là.' })).status,
    ).toBe(303);
  });

  it('lists nobody whose waiver waits, nor whose paper came to be looked at; what comes meanwhile stops the decision', async () => {
    const [waits, came] = [await someone(), await someone()];
    await give(waits, 'R408DISP');
    await setClock('2024-03-09T10:00:00+01:00');
    const list = await read(head, LIST);
    expect(list).not.toContain(waits.enrolment.number);
    expect(list).toContain(came.enrolment.number);
    const refused = await post(waits, THINKS);
    expect([refused.status, words(refused.body)]).toEqual([409, expect.stringContaining('quelque chose à examiner')]);
    expect(words(refused.body)).not.toMatch(/dispense|handicap|santé|RQTH/i);
    await post(came, THINKS);
    for (const code of ['R408A3', 'R408A4', 'R408A5']) await give(came, code);
    await setClock('2024-03-26T10:00:00+01:00');
    const stopped = await post(came, { acte: 'decider', unites: 'U20', motifs: REASON });
    expect([stopped.status, words(stopped.body)]).toEqual([409, expect.stringContaining('garde sa place')]);
    expect((await post(came, { acte: 'abandonner' })).location).toContain('sans-decision');
    expect((await told(came, 'hearing.dropped'))[0]?.body).toContain('vous gardez votre place');
    expect(await sat(came)).toMatchObject({ sits: true });
  });

  it('offers only the units that the rules name; where they name none, the text that names one is cited, and printed', async () => {
    const named = await someone();
    await setClock('2024-03-08T10:00:00+01:00');
    const known = await head.get(named.page);
    expect([fieldsOn(known.body, 'unites'), known.body.includes('name="loi"')]).toEqual([['U20'], false]);
    const made = await someone({
      ...MACON_WITH_HANDICAP,
      qualification: { ...MACON_WITH_HANDICAP.qualification, speciality: UNNAMED },
      acquis: Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`choice-U${at + 10}`, 'sit'])),
    });
    await setClock('2024-03-08T10:00:00+01:00');
    const page = await head.get(made.page);
    const [unit = ''] = fieldsOn(page.body, 'unites');
    expect(words(page.body)).toContain("ne disent pas quelles unités demandent l'attestation");
    expect(page.body).not.toMatch(/name="unites"[^>]*checked/);
    const bare = await post(made, { ...THINKS, unites: unit });
    expect([bare.status, words(bare.body)]).toEqual([422, expect.stringContaining("Citez le texte qui demande l'")]);
    expect(await told(made, 'hearing.opened')).toEqual([]);
    const loi = 'Arrêté du 20 juillet 2015, article 3';
    expect((await post(made, { ...THINKS, unites: unit, loi })).status).toBe(303);
    expect((await told(made, 'hearing.opened'))[0]?.body).toContain(loi);
    await setClock('2024-03-25T10:00:00+01:00');
    expect((await post(made, { acte: 'decider', unites: unit, motifs: REASON })).status).toBe(303);
    expect((await told(made, 'unit.leftOut'))[0]?.body).toMatch(new RegExp(`Fondement\u00a0: ${loi}`));
    const printed = await sql<{ content: string }>`select content::text from paper
      where enrolment_id = ${made.enrolment.id} and kind = 'left-out'`.execute(db);
    expect(printed.rows[0]?.content).toContain(loi);
  });

  it('waits for the letter of who has no mail box: nothing is decided before it is noted, and its time runs from that day', async () => {
    const made = await someone(MACON_WITH_HANDICAP, true);
    await setClock('2024-03-08T10:00:00+01:00');
    expect((await post(made, THINKS)).status).toBe(303);
    const { rows } = await sql<{ id: string; body: string }>`select id, body from file_letter
      where enrolment_id = ${made.enrolment.id} and template = 'hearing.opened'`.execute(db);
    const letter = `/gestion/dossiers/${made.enrolment.id}/courriers/${rows[0]?.id}`;
    expect(rows[0]?.body).toContain('autant de jours pour répondre');
    await setClock('2024-03-25T10:00:00+01:00');
    const waiting = await head.get(made.page);
    expect(words(waiting.body)).toContain("L'invitation n'est pas encore postée");
    expect(words(waiting.body)).not.toMatch(/temps de répondre est passé|Vous signez/);
    expect(waiting.body).toContain(`href="${letter}"`);
    expect(await read(head, LIST)).toMatch(new RegExp(`${made.enrolment.number} .*lettre qui n'est pas notée remise`));
    const decide = { acte: 'decider', unites: 'U20', motifs: REASON };
    const unposted = await post(made, decide);
    expect([unposted.status, words(unposted.body)]).toEqual([409, expect.stringContaining('pas encore postée')]);
    expect((await head.post(letter, { suivi: '', jour: '25/03/2024' })).status).toBe(303);
    const posted = await post(made, decide);
    expect([posted.status, words(posted.body)]).toEqual([409, expect.stringContaining('pas encore notée présentée')]);
    await setClock('2024-03-27T10:00:00+01:00');
    const lettre = fieldOn((await head.get(letter)).body, 'lettre');
    const end = { acte: 'devenue', lettre, devenir: 'received', presentee: '', le: '27/03/2024' };
    expect((await head.post(letter, end)).status).toBe(303);
    // Fifteen days and those between the invitation and its letter.
    await setClock('2024-04-11T23:00:00+02:00');
    expect((await post(made, decide)).status).toBe(409);
    expect(await read(head, made.page)).toContain('11 avr');
    await setClock('2024-04-12T00:00:01+02:00');
    expect((await post(made, decide)).status).toBe(303);
    await handedOver(db, made.enrolment.id);
    expect(await sat(made)).toMatchObject({ sits: false });
  });

  it('is never begun too late to be heard before the convocations', async () => {
    const made = await someone();
    await setClock('2024-04-20T10:00:00+02:00');
    const late = await post(made, THINKS);
    expect([late.status, words(late.body)]).toEqual([409, expect.stringContaining('il garde sa place')]);
  });
});

describe('The page of what is thought of', () => {
  const fileOf = ({ enrolment }: Made) => `/gestion/dossiers/${enrolment.id}`;
  it('is linked where something may be thought of; opened anyway, it says what it is for and where to go', async () => {
    const made = await someone();
    expect((await head.get(fileOf(made))).body).not.toContain(`href="${made.page}"`);
    const page = await head.get(made.page);
    expect(words(page.body)).toContain("Rien n'est envisagé pour ce dossier, et rien ne peut l'être aujourd'hui");
    expect(words(page.body)).toMatch(/sert à inviter un candidat à répondre.*se refuse sur sa propre page/);
    expect(page.body).toContain('href="/gestion/cloture"');
    await setClock('2024-03-08T00:00:01+01:00');
    expect((await head.get(fileOf(made))).body).toContain(`href="${made.page}"`);
  });

  it('with two forms has a label and an id for each field, and says the faults of the one that was sent', async () => {
    const made = await someone();
    await accept(made, (code) => !code.startsWith('R408'));
    await papers.jobs.run();
    await setClock('2024-03-08T00:00:01+01:00');
    const sent = await head.post(made.page, { acte: 'validation', piece: '', texte: 'Écrit ici.' });
    expect(sent.status).toBe(422);
    const labels = [...sent.body.matchAll(/<label[^>]*for="([^"]+)"[^>]*>(.*?)<\/label>/gs)];
    expect(labels.filter(([, id]) => id?.endsWith('texte'))).toHaveLength(2);
    for (const at of [1, 2]) {
      const said = labels.map((label) => words(label[at] ?? ''));
      expect(new Set(said).size).toBe(said.length);
    }
    expect(sent.body.match(/Écrit ici\./g)).toHaveLength(1);
    const faulty = [...sent.body.matchAll(/<(?:input|select|textarea)[^>]*aria-invalid="true"[^>]*>/g)].map(
      ([tag]) => tag,
    );
    expect(faulty.length).toBeGreaterThan(0);
    for (const tag of faulty) expect(tag).toContain('id="validation-');
  });
});

describe('A validation that was told', () => {
  const validated = async (): Promise<Made & { readonly piece: string }> => {
    const made = await someone();
    await accept(made, (code) => !code.startsWith('R408'));
    await papers.jobs.run();
    expect((await reread(db, made.candidate, made.enrolment.id)).status).toBe('validated');
    expect((await told(made, 'enrolment.validated')).length).toBe(1);
    const piece = (await listPieces(db, made.enrolment.id)).find(({ code }) => code === 'DOMICIL')?.id ?? '';
    return { ...made, piece };
  };
  const thinks = (piece: string, droit = 'unlawful') => ({
    acte: 'validation',
    piece,
    droit,
    texte: "La facture n'est pas à votre nom.",
  });
  const WHY = 'La facture est au nom de votre frère, et vous ne dites pas y habiter.';

  it('is never undone by looking at a piece again: the candidate is heard, a decision with an author undoes it, its mail says what it is', async () => {
    const made = await validated();
    await setClock('2024-01-10T10:00:00+01:00');
    const review = `/gestion/pieces/${made.piece}`;
    const { body } = await head.get(review);
    expect(body).not.toContain('name="unvalidate"');
    expect(body).toContain(`href="${made.page}">Ouvrir une procédure</a>`);
    const hidden = hiddenOn(body);
    for (const knowing of [{}, { unvalidate: 'oui' }]) {
      const direct = await head.post(review, { ...hidden, decision: 'non-compliant', comment: WHY, ...knowing });
      expect([direct.status, words(direct.body)]).toEqual([409, expect.stringContaining('Le candidat sait que')]);
      expect(direct.body).not.toContain('champ-unvalidate');
    }
    expect((await post(made, thinks(made.piece))).status).toBe(303);
    expect((await told(made, 'hearing.opened'))[0]?.body).toContain('votre inscription reste validée');
    await setClock('2024-01-26T10:00:00+01:00');
    expect((await post(made, { acte: 'decider', motifs: WHY })).status).toBe(303);
    expect((await reread(db, made.candidate, made.enrolment.id)).status).toBe('registered');
    const hub = await read(made, `/candidatures/${made.enrolment.id}`);
    expect(hub).toMatch(/^[^.]* validation annulée par une décision, une pièce à corriger/);
    expect(hub).toMatch(new RegExp(`est annulée .*Motifs : ${WHY} Fondement : .*L242-1.*Décision prise par Anne`));
    expect(await read(made, '/candidatures')).toContain('Validation annulée par une décision');
    const [mail] = await told(made, 'enrolment.unvalidated');
    expect(mail?.subject).toBe(`La validation de votre inscription ${made.enrolment.number} est annulée`);
    for (const said of ['Anne', WHY, 'L242-1', 'tribunal', 'DOMICIL']) expect(mail?.body).toContain(said);
    await papers.jobs.run();
    const piece = (await told(made, 'piece.refused'))[0]?.body ?? '';
    expect(piece).toContain("n'est pas refusée");
    expect(piece).not.toMatch(/validation|tribunal/);
  });

  const undoneOf = async (): Promise<Made & { readonly piece: string }> => {
    const made = await validated();
    await setClock('2024-01-10T10:00:00+01:00');
    await post(made, thinks(made.piece));
    await setClock('2024-01-26T10:00:00+01:00');
    expect((await post(made, { acte: 'decider', motifs: WHY })).status).toBe(303);
    return made;
  };
  const again = async ({ enrolment }: Made) => {
    const piece = (await listPieces(db, enrolment.id)).find(({ code }) => code === 'DOMICIL');
    if (piece === undefined) throw new Error('no piece');
    return { until: untilOf(piece)?.toString() ?? null, status: piece.status };
  };

  it('leaves its days to give the piece again from the letter that brings the decision; before, nothing is late', async () => {
    const made = await undoneOf();
    const [told_] = await told(made, 'enrolment.unvalidated');
    expect(told_?.body.replaceAll('\u00a0', ' ')).toContain(
      'Vous avez quinze jours pour la refaire, à partir du lendemain du jour où cette décision vous est notifiée',
    );
    await papers.jobs.run();
    const refused = (await told(made, 'piece.refused'))[0]?.body ?? '';
    expect(refused).toContain('ne courent que du jour où la décision vous est notifiée');
    expect(refused).not.toMatch(/jusqu'au|délai .* est passé/);
    const own = `/candidatures/${made.enrolment.id}/justificatifs/DOMICIL`;
    // Longer after the signature than its days, and past the last correction of the session, with its letter still in the tray.
    for (const late of ['2024-02-20T10:00:00+01:00', '2024-05-10T10:00:00+02:00']) {
      await setClock(late);
      expect(await again(made)).toEqual({ until: null, status: 'non-compliant' });
      expect(await read(made, own)).toContain("ne courent qu'à partir de la notification");
      expect(await read(made, own)).not.toMatch(/clos depuis|À corriger/);
    }
    await setClock('2024-02-20T10:00:00+01:00');
    const paper = (await listPapers(db, null, made.enrolment.id)).find(({ kind }) => kind === 'unvalidated');
    const letter = `/gestion/dossiers/${made.enrolment.id}/courriers/${paper?.id}`;
    expect((await head.post(letter, { suivi: '1A88888888888', jour: '20/02/2024' })).status).toBe(303);
    expect(await again(made)).toMatchObject({ until: null });
    await setClock('2024-02-22T10:00:00+01:00');
    const lettre = fieldOn((await head.get(letter)).body, 'lettre');
    const end = { acte: 'devenue', lettre, devenir: 'received', presentee: '', le: '22/02/2024' };
    const run = { until: '2024-03-08T23:00:00Z', status: 'non-compliant' };
    for (const _ of [1, 2]) {
      expect((await head.post(letter, end)).status).toBe(303);
      expect(await again(made)).toEqual(run);
      expect(await read(made, own)).toContain('À corriger');
      // Noted by mistake: nothing runs any more.
      expect((await head.post(letter, { acte: 'reprendre', lettre })).status).toBe(303);
      expect(await again(made)).toMatchObject({ until: null });
    }
    await head.post(letter, end);
    // Time that was granted since stands, whatever else is then known of papers.
    await sql`update piece set correctable_until = '2024-03-20T00:00:00+01:00' where id = ${made.piece}`.execute(db);
    if (paper !== undefined) await openPaper(papers, SYSTEM, paper);
    expect(await again(made)).toMatchObject({ until: '2024-03-19T23:00:00Z' });
    expect((await made.upload(own, {}, onePage(), 'facture.pdf')).status).toBe(303);
    expect((await again(made)).status).toBe('none');
  });

  it('deposited on line and never read, its days run from the last for reading it', async () => {
    const made = await validated();
    const accepts = { accepts: true, place: 'account' } as const;
    await db.transaction().execute((tx) => answerNotice(tx, SYSTEM, made.candidate.accountId, accepts));
    await setClock('2024-01-10T10:00:00+01:00');
    await post(made, thinks(made.piece));
    await setClock('2024-01-26T10:00:00+01:00');
    expect((await post(made, { acte: 'decider', motifs: WHY })).status).toBe(303);
    await sql`update mail set state = 'sent' where template = 'enrolment.unvalidated'`.execute(db);
    const settled = async (): Promise<string | null> => {
      await settleUnread(papers);
      return (await again(made)).until;
    };
    await setClock('2024-02-09T10:00:00+01:00');
    expect(await settled()).toBeNull();
    await setClock('2024-02-12T10:00:00+01:00');
    expect(await settled()).toBe('2024-02-25T23:00:00Z');
  });

  it('is undone within four months alone, where it was unlawful; later the reason is said (CRPA L242-1)', async () => {
    const made = await validated();
    await setClock('2024-03-10T10:00:00+01:00');
    const late = await post(made, thinks(made.piece));
    expect([late.status, words(late.body)]).toEqual([
      409,
      expect.stringContaining('au plus tard le vendredi 15 mars 2024'),
    ]);
    expect(await told(made, 'hearing.opened')).toEqual([]);
    expect((await post(made, thinks(made.piece, 'fraud'))).status).toBe(303);
    await setClock('2024-04-02T10:00:00+02:00');
    const clerk = await withoutDelegation('Camille Roux', 'officer');
    const { body } = await clerk.get(made.page);
    const version = fieldOn(body, 'version');
    const form = { acte: 'decider', procedure: fieldOn(body, 'procedure'), version, suite: 'preparer', motifs: WHY };
    expect((await clerk.post(made.page, form)).location).toContain('preparee');
    const signs = { acte: 'signer', version: '1', motifs: WHY, certain: 'oui' };
    expect((await head.post(await preparedOf(made), signs)).location).toContain('signee');
    expect((await told(made, 'enrolment.unvalidated'))[0]?.body).toContain('L241-2');
  });
});
