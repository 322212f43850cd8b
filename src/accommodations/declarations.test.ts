import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { healthSubjectOf } from '../enrolment/index.ts';
import { listPieces } from '../pieces/index.ts';
import { readStream } from '../platform/journal.ts';
import { MACON_WITH_HANDICAP, PASSWORD, type TestEnrolment } from '../testing/enrolments.ts';
import { signedIn } from '../testing/staff.ts';
import { stage } from '../testing/stage.ts';
import { words } from '../testing/words.ts';
import { accommodationRoom } from './testing.ts';

const {
  db,
  site,
  staff: { service },
  registered,
} = await stage(accommodationRoom(), { staff: { service: 'accommodation' } });
const { informations } = MACON_WITH_HANDICAP;
const person = (birthName: string) => ({ birthName, usageName: null });
const nothing = await registered('Anémone');
const status = await registered({
  status: person('Bleuet'),
  answers: { ...MACON_WITH_HANDICAP, informations: { ...informations, handicap: 'non' } },
});
const both = await registered({ status: person('Cytise'), answers: MACON_WITH_HANDICAP });

const LIST = '/gestion/amenagements';
const one = ({ enrolment }: TestEnrolment): string => `${LIST}/${enrolment.id}`;
const list = async (name = ''): Promise<string> => words((await service.get(`${LIST}?liste=${name}`)).body);

describe('The lists of those who said something of their health', () => {
  it('tell who made the request from who only ticked the box, and who declares the status alone', async () => {
    const before = await list('no-request');
    expect(before).toMatch(/1 candidat .*Cytise.*Demande pas reçue/);
    expect(await list('waiver')).toMatch(/Bleuet.*Dispense R\.408 seulement/);
    for (const name of ['waiting', 'decided', 'no-request', 'waiver'])
      expect(await list(name)).not.toContain('Anémone');
    expect((await service.get(one(nothing))).status).toBe(404);
    const page = words((await service.get(one(both))).body);
    expect(page).toContain("Envoyer ma demande d'aménagements d'épreuves, jusqu'au vendredi 1er décembre 2023 inclus");
    expect((await service.post(one(both), { receivedOn: '14/11/2023' })).location).toBe(
      `${one(both)}?message=demande-notee`,
    );
    expect(await list()).toMatch(/Cytise.*À examiner/);
    expect(words((await service.get(one(both))).body)).toContain('Demande reçue le 14/11/2023 (sur papier)');
    await service.post(one(both), { receivedOn: '13/11/2023' });
    expect(words((await service.get(one(both))).body)).toContain('Demande reçue le 13/11/2023 (sur papier)');
    await service.post(one(both), { retirer: '1' });
    expect(await list()).not.toContain('Cytise');
    expect(await list('no-request')).toContain('Demande pas reçue');
  });

  it('refuse a day that is not there yet, or no day, with a sentence', async () => {
    for (const [receivedOn, says] of [
      ['16/11/2023', "Écrivez une date jusqu'au mercredi 15 novembre 2023."],
      ['', 'Indiquez le jour'],
      ['hier', 'date'],
    ] as const) {
      const answer = await service.post(one(both), { receivedOn });
      expect([answer.status, words(answer.body)], receivedOn).toEqual([422, expect.stringContaining(says)]);
    }
    expect(await list('no-request')).toContain('Demande pas reçue');
  });

  it('lead to the document of the waiver once it was given', async () => {
    expect((await service.get(one(status))).body).not.toContain('/gestion/pieces/');
    const waiver = (await listPieces(db, status.enrolment.id)).find(({ code }) => code === 'R408DISP');
    if (waiver === undefined) throw new Error('no waiver is offered');
    await sql`insert into deposit (id, academy, session, enrolment_id, piece_id, state, name, type, size, sha256, file_key, receipt, enrolment_version, begun_at, finished_at)
      values (${randomUUID()}, ${waiver.academy}, ${waiver.session}, ${waiver.enrolmentId}, ${waiver.id}, 'stored', 'rqth.pdf', 'application/pdf', 1000, 'x', ${randomUUID()}, ${randomUUID()}, 1, business_now(), business_now())`.execute(
      db,
    );
    await sql`update piece set handed_over_at = business_now() where id = ${waiver.id}`.execute(db);
    expect((await service.get(one(status))).body).toContain(`/gestion/pieces/${waiver.id}`);
  });

  it('note each reading with who was read, and each request in a chain that the office does not read', async () => {
    const [listed] = await readStream(db, 'accommodations:clermont', 1);
    expect(listed?.name).toBe('accommodations.read');
    const opened = await readStream(db, healthSubjectOf(status.enrolment).stream, 10);
    expect(opened.filter(({ name }) => name === 'accommodation.read')).toMatchObject([
      { data: { enrolmentId: status.enrolment.id } },
    ]);
    const noted = await readStream(db, healthSubjectOf(both.enrolment).stream, 10);
    expect(noted.filter(({ name }) => name === 'accommodation.recorded')).toHaveLength(3);
  });

  it('keep a request on paper beside a draft that nobody but its candidate reads', async () => {
    const { candidate, enrolment } = both;
    const browser = await signedIn(site, candidate.address, PASSWORD);
    const at = `/candidatures/${enrolment.id}/amenagement`;
    await browser.get(at);
    await browser.post(at, { measures: ['room'], words: 'Un secret.', acte: 'enregistrer' });
    await service.post(one(both), { receivedOn: '14/11/2023' });
    expect((await service.get(one(both))).body).not.toContain('Un secret.');
    expect(words((await browser.get(at)).body)).toContain('Reçue sur papier le 14/11/2023');
    expect((await browser.post(at, { measures: ['room'], words: 'Un secret.', acte: 'envoyer' })).status).toBe(409);
    await service.post(one(both), { retirer: '1' });
    expect((await browser.get(at)).body).toContain('Un secret.');
  });
});
