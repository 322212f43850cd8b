import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { enrolmentStream } from '../../../enrolment/index.ts';
import { listPieces } from '../../../pieces/index.ts';
import { SYSTEM } from '../../../platform/journal.ts';
import { officeRoom } from '../../../testing/desk.ts';
import type { TestEnrolment } from '../../../testing/enrolments.ts';
import { withoutMailbox } from '../../../testing/enrolments.ts';
import { answered } from '../../../testing/hearings.ts';
import { readBeforeItLeaves } from '../../../testing/noMailbox.ts';
import { giveFile } from '../../../testing/officeSite.ts';
import { stage } from '../../../testing/stage.ts';
import { fieldOn, wordsIn } from '../../../testing/words.ts';
import { startInvitations } from '../../actions/inviteLot.ts';

const files: TestEnrolment[] = [];
const back = await stage(officeRoom);
const { db, deps, enter, registered, setClock } = back;
const officer = await enter({ portfolios: ['G2'], name: 'Dominique Robert' });
const other = await enter({ portfolios: ['G1'] });
for (const birthName of ['Arnaud', 'Blanc', 'Carré', 'Denis']) files.push(await registered({ status: { birthName } }));
// The last one gave everything, and nobody looked at it yet.
for (const piece of await listPieces(db, own(3).enrolment.id)) await giveFile(db, back.files, piece);
for (const one of [0, 1, 2])
  for (const piece of await listPieces(db, own(one).enrolment.id))
    if (piece.code !== 'DOMICIL') await giveFile(db, back.files, piece);

function own(index: number): TestEnrolment {
  const found = files[index];
  if (found === undefined) throw new Error('nobody');
  return found;
}
const number = (index: number): string => own(index).enrolment.number ?? 'no number';
const page = (index: number): string => `/gestion/cloture/${own(index).enrolment.id}`;
async function at(instant: string): Promise<void> {
  await setClock(instant);
  await deps.clock.refresh();
}
/** What the form of an act sends of the annulment that is under the eyes. */
const seenBy = async (visitor: { get: (path: string) => Promise<{ readonly body: string }> }, address: string) => ({
  annulation: fieldOn((await visitor.get(address)).body, 'annulation'),
});
const LIST = '/gestion/cloture?session=bp-2024-clermont';
const DEADLINE = "jusqu'au vendredi 22 décembre 2023 à 17 h 00 (heure de Paris)";

describe('« Clôture »', () => {
  it('says before the closing who would be incomplete, and lets nothing be done', async () => {
    await at('2023-11-30T10:00:00+01:00');
    const { body } = await officer.get(LIST);
    expect(wordsIn(body)).toContain('Voici qui serait incomplet');
    // That each one's time still runs is said once, above them; a column that would say nothing of anybody isn't there.
    expect(wordsIn(body)).toMatch(/Numéro Nom Ce qui manque (?!Où en est le dossier)/);
    expect(wordsIn(body)).not.toMatch(/À inviter(?! \()/);
    for (const one of [0, 1, 2]) expect(body).toContain(page(one));
    expect(body).not.toContain(number(3));
    expect(body).not.toContain('name="dossiers"');
    expect((await officer.post(page(0), { acte: 'inviter' })).status).toBe(409);
  });

  it('says for half an hour that the list is not final, then lists each with what is missing and its evidence, within a portfolio', async () => {
    await at('2023-12-01T17:10:00+01:00');
    const inGrace = (await officer.get(LIST)).body;
    expect(wordsIn(inGrace)).toContain("peut encore arriver jusqu'au vendredi 1er décembre 2023 à 17 h 30");
    expect(wordsIn(inGrace)).toContain("personne n'est invité à régulariser avant");
    expect(inGrace).not.toContain('name="dossiers"');
    // Nor does the page of one file offer it.
    const early = (await officer.get(page(0))).body;
    expect(wordsIn(early)).toContain("personne n'est invité à régulariser avant");
    expect(early).not.toContain('value="inviter"');
    await at('2023-12-01T17:30:00+01:00');
    expect((await officer.get(LIST)).body).toContain('name="dossiers"');
    await at('2023-12-02T10:00:00+01:00');
    const { body } = await officer.get(LIST);
    expect(wordsIn(body)).toContain(`${number(0)} Arnaud Camille Justificatif de domicile À inviter`);
    expect(body).not.toContain(number(3));
    // Nor while a file of theirs waits to be read.
    const reading = (is: boolean) =>
      sql`update deposit set unread = ${is} where enrolment_id = ${own(0).enrolment.id} and state = 'stored'`.execute(
        db,
      );
    await reading(true);
    const unread = (await officer.get(page(0))).body;
    expect(wordsIn(unread)).toContain('reçu et pas encore lu');
    expect(unread).not.toContain('value="inviter"');
    await reading(false);
    expect((await officer.get(page(0))).body).toContain('value="inviter"');
    expect(wordsIn((await other.get(LIST)).body)).toContain('Aucun dossier incomplet');
    expect((await other.get(page(0))).status).toBe(404);
    expect((await other.post(page(0), {})).status).toBe(404);
  });

  it('invites those who are chosen after a look at what will and what won’t be done', async () => {
    const chosen = [0, 3].map((one) => own(one).enrolment.id);
    expect(wordsIn((await officer.post(LIST, {})).body)).toContain('Choisissez au moins un dossier.');
    const seen = await officer.post(LIST, { dossiers: chosen });
    expect(wordsIn(seen.body)).toContain(`${number(0)} Arnaud Camille Justificatif de domicile`);
    expect(wordsIn(seen.body)).toContain(`1 candidat sera invité à régulariser ${DEADLINE}.`);
    expect(wordsIn(seen.body)).toMatch(new RegExp(`${number(3)} Denis Camille Plus rien ne manque`));
    const { rows } = await sql`select * from hearing`.execute(db);
    expect(rows).toEqual([]);
    const sent = { dossiers: chosen, confirme: 'oui', cle: fieldOn(seen.body, 'cle') };
    const [done, twice] = await Promise.all([officer.post(LIST, sent), officer.post(LIST, sent)]);
    expect(done.location).toMatch(/^\/gestion\/cloture\/invitations\/[0-9a-f-]{36}$/);
    expect(twice.location).toBe(done.location);
    const report = wordsIn((await officer.get(done.location)).body);
    expect(report).toContain('1 candidat est invité à régulariser.');
    expect(report).toContain(`${number(0)} Arnaud Camille Justificatif de domicile`);
    expect(report).toContain(`${number(3)} Denis Camille Plus rien ne manquait, ou son délai courait de nouveau.`);
    const again = await officer.post(LIST, { dossiers: chosen, confirme: 'oui', cle: 'x' });
    const nobody = wordsIn((await officer.get(again.location)).body);
    expect(nobody).toContain("Aucune invitation n'est partie.");
    expect(nobody).toContain(`${number(0)} Arnaud Camille Ce candidat était déjà invité.`);
    const all = await officer.post(LIST, { tous: 'oui' });
    expect(wordsIn(all.body)).toContain('1 dossier laissé de côté : 1 déjà invité. Chacun est plus bas');
    expect(wordsIn(all.body)).toContain(`Ce candidat est déjà invité à régulariser, ${DEADLINE}.`);
    expect(wordsIn((await officer.get(LIST)).body)).toContain("Invité à régulariser, jusqu'au 22 décembre 2023");
    const theirs = await other.post(LIST, { dossiers: [own(1).enrolment.id], confirme: 'oui' });
    expect([theirs.status, wordsIn(theirs.body).includes('Choisissez au moins un dossier.')]).toEqual([422, true]);
  });

  it('finds what was sent in the tray of who sent it, and goes on with whom the time of a page left', async () => {
    const tray = async (who: typeof officer) => wordsIn((await who.get('/gestion/travaux')).body);
    expect(await tray(officer)).toMatch(/Invitations à régulariser 2 candidats .* Terminé, 2 sur 2/);
    expect(await tray(other)).toContain('Aucun travail demandé');
    // A stop came before anybody was reached.
    const whose = { academy: 'clermont', session: 'bp-2024-clermont', officerId: officer.id };
    const enrolments = [0, 3].map((one) => own(one).enrolment.id);
    const id = await startInvitations(deps, { ...whose, enrolments, key: null });
    expect(await tray(officer)).toContain('En cours, 0 sur 2');
    const left = `/gestion/cloture/invitations/${id}`;
    expect(wordsIn((await officer.get(left)).body)).toContain('2 candidats restent à inviter');
    for (const address of [left, '/gestion/cloture/invitations/x'])
      for (const asked of [other.get(address), other.post(address, {})]) expect((await asked).status).toBe(404);
    expect((await officer.post(left, {})).location).toBe(left);
    expect(wordsIn((await officer.get(left)).body)).not.toContain('à inviter');
    expect(await tray(officer)).not.toContain('En cours');
    // Files that were shared out to somebody else since are theirs to invite.
    const gone = await startInvitations(deps, { ...whose, officerId: other.id, enrolments, key: null });
    await other.post(`/gestion/cloture/invitations/${gone}`, {});
    const { body } = await other.get(`/gestion/cloture/invitations/${gone}`);
    expect(wordsIn(body)).toContain("Ce dossier n'est plus des vôtres.");
    expect(body).not.toContain(number(0));
  });

  it('has a list for each thing to do, with filters; all of a list are chosen together, whatever its page, within a portfolio', async () => {
    const list = async (more: string) => wordsIn((await officer.get(`${LIST}&${more}`)).body);
    expect(await list('')).toContain('Tous À inviter (2) Invités (1)');
    expect(await list('etat=invites')).toMatch(new RegExp(`${number(0)} Arnaud(?!.*${number(1)})`));
    const toInvite = await officer.get(`${LIST}&etat=a-inviter`);
    expect(wordsIn(toInvite.body)).toContain('Choisir les 2 dossiers de cette liste, sur toutes ses pages');
    expect(toInvite.body).not.toContain(number(0));
    expect(await list('piece=CINSIG01')).toContain('Aucun dossier incomplet');
    expect(await list('etat=invites&observations=oui')).toContain('Aucun dossier dans cette liste');
    expect(await list('etat=invites&observations=non&piece=DOMICIL')).toContain(number(0));
    expect(await list('specialite=45033608')).toContain('À inviter (2)');
    expect(await list('specialite=45022108')).toContain('Aucun dossier incomplet');
    const whole = await officer.post(`${LIST}&etat=a-inviter`, { tous: 'oui' });
    expect(wordsIn(whole.body)).toContain('2 candidats seront invités');
    expect(whole.body).toContain(`/gestion/cloture?etat=a-inviter&amp;session=bp-2024-clermont`);
    for (const one of [1, 2]) expect(whole.body).toContain(own(one).enrolment.id);
    expect((await officer.post(`${LIST}&etat=a-inviter&piece=CINSIG01`, { tous: 'oui' })).status).toBe(422);
    expect((await other.post(`${LIST}&etat=a-inviter`, { tous: 'oui' })).status).toBe(422);
  });

  it('sets apart whoever tried in time what the service could not take, and nobody whose other piece it was', async () => {
    const tried = (one: number, code: string, begunAt: string) => {
      const { enrolment } = own(one);
      const told = { enrolmentId: enrolment.id, pieceId: enrolment.id, code, begunAt, confidential: false };
      const subject = { stream: enrolmentStream(enrolment.id), academy: 'clermont', session: enrolment.session };
      return db.transaction().execute((tx) => deps.events.publish(tx, SYSTEM, 'piece.turnedAway', subject, told));
    };
    const lists = async () => wordsIn((await officer.get(LIST)).body);
    await tried(2, 'CINSIG01', '2023-12-01T15:00:00Z');
    await tried(2, 'DOMICIL', '2023-12-01T16:00:01Z');
    expect(await lists()).toContain('Tous À inviter (2) Invités (1)');
    await tried(2, 'DOMICIL', '2023-12-01T15:59:00Z');
    expect(await lists()).toContain('Tous À regarder (1) À inviter (1) Invités (1)');
    const apart = (await officer.get(`${LIST}&etat=a-regarder`)).body;
    expect(wordsIn(apart)).toContain(
      `${number(2)} Carré Camille Justificatif de domicile À part : envoi commencé à temps`,
    );
    expect(apart).not.toContain('name="dossiers"');
  });

  it('shows one file whole, with the invitation, whether it was opened, and what the candidate wrote', async () => {
    expect((await officer.post(page(1), { acte: 'inviter' })).location).toBe(`${page(1)}?message=invite-a-regulariser`);
    const refused = await officer.post(page(1), { acte: 'inviter' });
    expect([refused.status, wordsIn(refused.body).includes('déjà invité')]).toEqual([409, true]);
    await answered(db, own(1).enrolment.id, 'Bail <i>perdu</i>');
    const { body } = await officer.get(page(1));
    expect(wordsIn(body)).toContain('Justificatif de domicile (DOMICIL)');
    expect(wordsIn(body)).toContain(
      `${number(1)}-I1, par vous, ${DEADLINE} : DOMICIL. Pas ouverte dans « Mes documents ».`,
    );
    expect(body).toContain('Bail &lt;i>perdu');
    expect(wordsIn((await officer.get(LIST)).body)).toContain('1 texte');
    expect(wordsIn((await officer.get(page(3))).body)).toContain("Rien n'est retenu contre ce dossier");
  });

  it('of who has no mail box: why time is granted, or an annulment proposed, is read for what only holds on line', async () => {
    const posted = await registered();
    await withoutMailbox(db, posted);
    const address = `/gestion/cloture/${posted.enrolment.id}`;
    const raison = 'Vous étiez souffrant, donnez-les en ligne.';
    const grant = (more: Record<string, string>) =>
      officer.post(address, { acte: 'delai', jour: '05/01/2024', raison, ...more });
    expect((await readBeforeItLeaves(grant, raison)).status).toBe(303);
  });

  it('says which missing pieces no invitation named, on which no motive stands', async () => {
    await at('2023-12-23T10:00:00+01:00');
    const theirs = sql`code = 'RELNOTES' and enrolment_id = ${own(0).enrolment.id}`;
    const { rows } = await sql<{ status: string }>`select status from piece where ${theirs}`.execute(db);
    await sql`update piece set status = 'non-compliant' where ${theirs}`.execute(db);
    expect(wordsIn((await officer.get(page(0))).body)).toContain(
      'Hors des motifs : Relevé de notes du brevet professionnel. Aucune invitation dont la date est passée ne la nommait.',
    );
    await sql`update piece set status = ${rows[0]?.status} where ${theirs}`.execute(db);
    expect(wordsIn((await officer.get(page(0))).body)).not.toContain('Hors des motifs');
  });

  it('lets one person propose an annulment with facts and law, and only a head who is another approve it', async () => {
    await at('2023-12-23T10:00:00+01:00');
    const empty = await officer.post(page(0), { acte: 'proposer', motifs: 'Un bail se redemande.' });
    expect([empty.status, empty.body.includes('Un bail se redemande.</textarea>')]).toEqual([422, true]);
    expect(wordsIn(empty.body)).toContain('Indiquez le texte sur lequel la décision se fonde');
    const form = { acte: 'proposer', motifs: 'Un bail se redemande.', fondement: 'Notice', certain: 'oui' };
    expect((await officer.post(page(0), form)).location).toBe(`${page(0)}?message=annulation-proposee`);
    expect(wordsIn((await officer.get(page(0))).body)).toContain(
      "Une autre personne, qui dirige le bureau, doit l'approuver",
    );
    // Nobody is invited again while their annulment is proposed: not alone, nor with others.
    expect((await officer.post(page(0), { acte: 'inviter' })).status).toBe(409);
    const lot = wordsIn((await officer.post(LIST, { dossiers: [own(0).enrolment.id] })).body);
    expect(lot).toContain('1 dossier laissé de côté : 1 dont une annulation est proposée ou décidée.');
    expect(wordsIn((await officer.get(LIST)).body)).toMatch(
      new RegExp(`${number(0)} Arnaud Camille .* Annulation proposée`),
    );
    const seen = await seenBy(officer, page(0));
    expect((await officer.post(page(0), { acte: 'approuver', ...seen })).status).toBe(403);
    expect((await other.post(page(0), { acte: 'approuver' })).status).toBe(404);
    const head = await enter({ role: 'head' });
    expect(wordsIn((await head.get(`${LIST}&etat=proposees`)).body)).toContain(
      `${number(0)} Arnaud Camille Annulation proposée`,
    );
    expect((await head.post(page(0), { acte: 'approuver' })).status).toBe(409);
    const twice = await Promise.all([1, 2].map(() => head.post(page(0), { acte: 'approuver', ...seen })));
    for (const { location } of twice) expect(location).toBe(`${page(0)}?message=annulation-approuvee`);
    expect(wordsIn((await officer.get(page(0))).body)).toContain(
      'Elle prend effet le mardi 26 décembre 2023 à 10 h 00 (heure de Paris)',
    );
    expect((await officer.post(page(0), { acte: 'revenir', ...seen })).location).toBe(
      `${page(0)}?message=annulation-retiree`,
    );
    expect((await officer.post(page(0), { acte: 'abandonner', ...seen })).status).toBe(409);
    expect((await officer.post(page(0), { acte: 'retablir', note: ' ' })).status).toBe(422);
    expect((await officer.post(page(0), { acte: 'retablir', note: 'x' })).status).toBe(409);
  });

  it('does to a proposal only what was read: in another tab it was dropped and written anew', async () => {
    const form = { acte: 'proposer', motifs: 'Un bail se redemande.', fondement: 'Notice', certain: 'oui' };
    await officer.post(page(0), form);
    const head = await enter({ role: 'head' });
    const read = await seenBy(head, page(0));
    await officer.post(page(0), { acte: 'abandonner', ...(await seenBy(officer, page(0))) });
    await officer.post(page(0), { ...form, motifs: 'Tout autre chose.\r\nEt encore.' });
    const stale = await head.post(page(0), { acte: 'approuver', ...read });
    expect([stale.status, wordsIn(stale.body).includes('Tout autre chose.')]).toEqual([409, true]);
    // The lines of who wrote are kept.
    expect(stale.body).toMatch(/<p class="typed">[^<]*Tout autre chose\.\nEt encore\./);
    expect(wordsIn(stale.body)).toContain('Cette annulation a changé depuis que vous avez ouvert la page.');
    await officer.post(page(0), { acte: 'abandonner', ...(await seenBy(officer, page(0))) });
  });

  it('does nothing that no button of the page sends', async () => {
    for (const body of [{}, { acte: 'x' }, { acte: ['inviter', 'delai'] }, { acte: '__proto__' }]) {
      const seen = await officer.post(page(0), body);
      expect([seen.status, wordsIn(seen.body).includes("choisissez l'un des boutons")]).toEqual([422, true]);
    }
  });

  it('takes nonsense for nothing: unknown files, too many, another session', async () => {
    const many = Array.from({ length: 501 }, (_, n) => `00000000-0000-0000-0000-${String(n).padStart(12, '0')}`);
    expect(wordsIn((await officer.post(LIST, { dossiers: many })).body)).toContain('Choisissez 500 dossiers au plus');
    for (const dossiers of ['x', many[0] ?? '', "'"])
      expect((await officer.post(LIST, { dossiers })).status, dossiers).toBe(422);
    for (const query of ['session=x', 'page=99', 'page=x'])
      expect([200, 303], query).toContain((await officer.get(`/gestion/cloture?${query}`)).status);
  });
});
