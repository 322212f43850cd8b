import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { officeRoom, UNDER_RESERVE } from '../../../testing/desk.ts';
import { reread, type TestEnrolment, withoutMailbox } from '../../../testing/enrolments.ts';
import { giveFile, pieceOf } from '../../../testing/officeSite.ts';
import { stage } from '../../../testing/stage.ts';
import { wordsIn } from '../../../testing/words.ts';

const { db, files, registered, staff } = await stage(officeRoom, { staff: { officer: { name: 'Dominique Robert' } } });
const { officer } = staff;

const file = ({ enrolment }: TestEnrolment): string => `/gestion/dossiers/${enrolment.id}`;
const send = (own: TestEnrolment, fields: Readonly<Record<string, string>>) =>
  officer.post(`${file(own)}/reserve`, { version: String(own.enrolment.version), ...fields });
const again = (own: TestEnrolment) => reread(db, own.candidate, own.enrolment.id);

describe('A file under reserve', () => {
  it('is counted on the first page, found by that count, marked in the queue, and leads to its decision', async () => {
    const own = await registered(UNDER_RESERVE);
    const piece = await pieceOf(db, own.enrolment.id, 'DOMICIL');
    await giveFile(db, files, piece);
    const home = await officer.get('/gestion');
    expect(wordsIn(home.body)).toContain('Sous réserve, à examiner');
    expect(home.body).toContain('href="/gestion/dossiers?etat=sous-reserve"');
    expect((await officer.get('/gestion/dossiers?etat=sous-reserve')).body).toContain(file(own));
    expect((await officer.get('/gestion/dossiers?etat=a-signer')).body).not.toContain(file(own));
    expect(wordsIn((await officer.get('/gestion/corbeille')).body)).toContain('sous réserve');
    for (const page of [file(own), `/gestion/pieces/${piece.id}`])
      expect((await officer.get(page)).body, page).toContain(`href="${file(own)}/reserve"`);
    const { body } = await officer.get(`${file(own)}/reserve`);
    expect(wordsIn(body)).toContain('Activité professionnelle : 2 mois déclarés, 2 années demandées.');
    expect(body, 'the ground is proposed').toMatch(/name="fondement"[^>]*>[^<]*D337-102/);
  });

  it('set aside without motives, ground or the box ticked is refused in words; nothing typed is lost', async () => {
    const own = await registered(UNDER_RESERVE);
    expect((await send(own, {})).status).toBe(422);
    const refused = await send(own, {
      decision: 'set-aside',
      motifs: 'Dix semaines au lieu de deux ans.',
      fondement: '',
    });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Dix semaines au lieu de deux ans.</textarea>');
    expect(wordsIn(refused.body)).toContain('Indiquez le texte sur lequel la décision se fonde.');
    expect(wordsIn(refused.body)).toContain("écarter une inscription est la décision d'une personne.");
    expect((await send(own, { decision: 'lifted', note: ' ' })).status).toBe(422);
    expect(await again(own)).toMatchObject({ status: 'registered', reserve: 'pending' });
  });

  it('of who has no mail box: words that only hold on line are named before they leave, once, and may be sent as they are', async () => {
    const own = await registered(UNDER_RESERVE);
    await withoutMailbox(db, own);
    const order = {
      decision: 'set-aside',
      motifs: 'Dix semaines au lieu de deux ans. Répondez-nous en ligne.',
      fondement: 'D337-102',
      certain: 'oui',
    };
    const told = await send(own, order);
    expect(told.status).toBe(422);
    expect(wordsIn(told.body)).toContain('« en ligne »');
    expect(told.body).toContain(`${order.motifs}</textarea>`);
    expect([...told.body.matchAll(/name="tel-quel"/g)], 'in the form that was sent alone').toHaveLength(1);
    expect(await again(own)).toMatchObject({ reserve: 'pending' });
    expect((await send(own, { ...order, 'tel-quel': 'oui' })).status).toBe(303);
    expect(await again(own)).toMatchObject({ reserve: 'upheld' });
  });

  it('set aside by a person shows by whom and why, and can be put back when a remedy is right', async () => {
    const own = await registered(UNDER_RESERVE);
    const order = {
      decision: 'set-aside',
      motifs: 'Dix semaines au lieu de deux ans.',
      fondement: 'D337-102',
      certain: 'oui',
    };
    const done = await send(own, order);
    expect([done.status, done.location]).toEqual([303, `${file(own)}?message=ecartee`]);
    expect(await again(own)).toMatchObject({ status: 'registered', reserve: 'upheld' });
    const { body } = await officer.get(`${file(own)}/reserve`);
    expect(wordsIn(body)).toContain('Inscription écartée : Dix semaines au lieu de deux ans. Fondement : D337-102.');
    expect(wordsIn(body)).toContain('vous');
    const stale = await send(own, { decision: 'lifted', note: 'Trop tard.' });
    expect(stale.status).toBe(409);
    expect(wordsIn(stale.body)).toContain("Votre décision n'est pas enregistrée.");
    expect((await send(own, { decision: 'reinstated', note: 'Second certificat.' })).status).toBe(303);
    expect(await again(own)).toMatchObject({ status: 'registered', reserve: 'lifted' });
    expect(wordsIn((await officer.get(file(own))).body)).toContain('Réserve levée');
  });

  it('says what an accepted appeal leaves to do, and keeps a decision that other answers outran, with why', async () => {
    const own = await registered(UNDER_RESERVE);
    const order = { motifs: 'Dix semaines au lieu de deux ans.', fondement: 'D337-102', certain: 'oui' };
    expect((await send(own, { ...order, decision: 'set-aside' })).status).toBe(303);
    await sql`insert into appealable_decision (decision_id, enrolment_id, academy, session, act, title, confidential, of_two, paper_id, event_id)
      select r.decision_id, e.id, e.academy, e.session, 'set-aside', 'Écartée', false, false, null, gen_random_uuid()
      from reserve_decision r join enrolment e on e.id = r.enrolment_id where e.id = ${own.enrolment.id} on conflict do nothing`.execute(
      db,
    );
    await sql`insert into decision_to_undo (decision_id, enrolment_id, academy)
      select decision_id, enrolment_id, academy from appealable_decision where enrolment_id = ${own.enrolment.id}`.execute(
      db,
    );
    const read = wordsIn((await officer.get(file(own))).body);
    expect(read).toContain('Un recours contre cette décision est accepté');
    expect(read).not.toContain('prend fin quand le candidat en est notifié');
    const other = await registered(UNDER_RESERVE);
    expect((await send(other, { ...order, decision: 'set-aside' })).status).toBe(303);
    await sql`insert into enrolment_reserve (enrolment_id, version, academy, session, reasons)
      select enrolment_id, 2, academy, session, reasons from enrolment_reserve where enrolment_id = ${other.enrolment.id}`.execute(
      db,
    );
    expect(wordsIn((await officer.get(`${file(other)}/reserve`)).body)).toContain(
      "Inscription écartée : Dix semaines au lieu de deux ans. Fondement : D337-102. Elle ne compte plus : d'autres réponses",
    );
  });
});
