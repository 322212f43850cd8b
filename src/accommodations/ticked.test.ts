import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { decideReserve } from '../enrolment/index.ts';
import { SYSTEM } from '../platform/journal.ts';
import { delegated } from '../testing/delegations.ts';
import { COIFFURE, MACON_WITH_HANDICAP, modifiedEnrolment, ORDINARY_DAY, setClock } from '../testing/enrolments.ts';
import { mailsTo } from '../testing/papers.ts';
import { aStaffMember, signedIn } from '../testing/staff.ts';
import { words } from '../testing/words.ts';
import { openReminding, type Person } from './testingReminders.ts';

/** Whoever ticked « Oui » and sent nothing is told until it is sent, sent by the academy's own way, or given up. */
const room = await openReminding();
afterAll(() => room.end());
beforeEach(async () => {
  await setClock(room.test.db, ORDINARY_DAY);
  await room.ask();
});

const ticked = (): Promise<Person> => room.someone(MACON_WITH_HANDICAP);
const plain = (text: string | undefined): string => (text ?? '').replaceAll('\u00a0', ' ');

describe('Whoever ticked « Oui » and sent nothing', () => {
  it('is told in the mail of the registration, of a new version, and at each step, never of what', async () => {
    const person = await ticked();
    const [registered] = await mailsTo(room.test.db, person.candidate.address);
    expect(plain(registered?.body)).toContain(
      "- Une démarche reste à faire dans votre espace, jusqu'au vendredi 1er décembre",
    );
    const identification = { ...COIFFURE.identification, city: 'Saint-Flour', postcode: '15100' };
    await modifiedEnrolment(room.test.db, room.making, person, { identification });
    expect(plain((await mailsTo(room.test.db, person.candidate.address)).at(-1)?.body)).toContain(
      '- Une démarche reste à faire',
    );
    for (const instant of ['2023-11-18', '2023-11-25', '2023-11-29', '2023-12-01'])
      await room.at(`${instant}T00:00:30+01:00`);
    expect(await room.states(person)).toEqual(['P14D sent', 'P7D sent', 'P3D sent', 'P1D sent']);
    for (const { subject, body } of await room.told(person)) {
      expect(plain(`${subject} ${body}`)).not.toMatch(/aménagement|amenagement|handicap|santé|médic/i);
      expect(body).toContain(`/candidatures/${person.enrolment.id}#a-faire`);
    }
  });

  it('has one last day, the same for them, for the service and in each mail, which counts whole once the register is closed', async () => {
    const person = await ticked();
    const service = await signedIn(
      room.space.site,
      (await aStaffMember(room.test.db, room.space.site.accounts, 'accommodation')).address,
    );
    const readers: readonly (() => Promise<string>)[] = [
      async () => words((await person.browser.get(person.at)).body),
      async () => words((await service.get(`/gestion/amenagements/${person.enrolment.id}`)).body),
      async () => plain((await room.told(person)).at(-1)?.body),
    ];
    await room.at('2023-12-01T00:00:30+01:00');
    for (const evening of ['2023-12-01T16:00:00+01:00', '2023-12-01T21:00:30+01:00']) {
      await room.at(evening);
      for (const read of readers) {
        expect(await read()).toContain("jusqu'au vendredi 1er décembre 2023 inclus");
        expect(await read()).not.toContain('1er décembre 2023 à 17 h 00');
      }
    }
    expect(await room.states(person)).toContain('PT3H sent');
    const sent = await person.browser.post(person.at, { measures: 'room', words: 'x', acte: 'envoyer' });
    expect(sent.location).toContain('message=envoyee');
  });

  it('has days of their own for it too, once a decision that kept them from it is taken back after its last day', async () => {
    const informations = { ...COIFFURE.informations, from1: '01/09/2023', handicap: 'oui' };
    const under = () => room.someone({ informations }, ['experience-two-years']);
    const [before, after, within] = [await under(), await under(), await under()];
    const officerId = after.enrolment.id;
    await delegated(room.test.db, officerId);
    const judge = async ({ enrolment }: Person, decision: 'set-aside' | 'reinstated'): Promise<void> => {
      const ground = decision === 'set-aside' ? 'D337-102' : null;
      const order = { academy: 'clermont', version: 1, decision, words: 'Dix mois au lieu de deux ans.', ground };
      const done = await decideReserve(room.space.papers, SYSTEM, { ...order, officerId, id: enrolment.id });
      expect(done).toMatchObject({ ok: true });
    };
    await room.at('2023-11-28T10:00:00+01:00');
    await judge(before, 'set-aside');
    await judge(within, 'set-aside');
    await room.at('2023-11-30T10:00:00+01:00');
    await judge(within, 'reinstated');
    await room.at('2023-12-11T10:00:00+01:00');
    await judge(after, 'set-aside');
    await room.at('2024-01-22T10:00:00+01:00');
    await judge(before, 'reinstated');
    await judge(after, 'reinstated');
    const day = "jusqu'au mardi 6 février 2024 inclus";
    const { address } = await aStaffMember(room.test.db, room.space.site.accounts, 'accommodation');
    const service = await signedIn(room.space.site, address);
    const readers = async ({ browser, at, enrolment }: Person): Promise<readonly string[]> => [
      words((await browser.get(at)).body),
      words((await service.get(`/gestion/amenagements/${enrolment.id}`)).body),
      words((await service.get('/gestion/amenagements?liste=no-request')).body),
    ];
    const reinstated = (await mailsTo(room.test.db, before.candidate.address)).at(-1);
    expect(plain(reinstated?.body)).toContain(day);
    for (const read of await readers(before)) expect(read).toContain(day);
    const [own, file] = await readers(after);
    for (const read of [own, file]) expect(read).not.toContain(day);
    expect(own).toContain('La date limite est passée');
    await room.at('2024-01-24T00:00:30+01:00');
    expect(plain((await room.told(before)).at(-1)?.body)).toContain(day);
    expect((await room.told(after)).some(({ body }) => plain(body).includes(day))).toBe(false);
    expect(
      (await before.browser.post(before.at, { measures: 'room', words: 'x', acte: 'envoyer' })).location,
    ).toContain('message=envoyee');
    const late = await after.browser.post(after.at, { measures: 'room', words: 'x', acte: 'envoyer' });
    expect(late.status).toBe(422);
  });

  it('has no line of it on a paper, which the office reads', async () => {
    const person = await ticked();
    const { rows } = await sql<{ content: string }>`select content::text as content from paper
      where enrolment_id = ${person.enrolment.id}`.execute(room.test.db);
    expect(rows.length).toBeGreaterThan(2);
    for (const { content } of rows) expect(content).not.toMatch(/démarche reste|aménagement|handicap/i);
  });

  it('is no longer once they say that it went by the academy’s own way, and its service reads so', async () => {
    const person = await ticked();
    const undated = await person.browser.post(`${person.at}/ailleurs`, { what: 'sent-elsewhere' });
    expect([undated.status, words(undated.body)]).toEqual([
      422,
      expect.stringContaining('Dites quand vous avez envoyé'),
    ]);
    const nothing = await person.browser.post(`${person.at}/ailleurs`, {});
    expect([nothing.status, words(nothing.body)]).toEqual([
      422,
      expect.stringContaining('Dites où en est votre demande'),
    ]);
    const said = { what: 'sent-elsewhere', sentOn: '14/11/2023' };
    for (const _ of ['once', 'twice'])
      expect((await person.browser.post(`${person.at}/ailleurs`, said)).location).toBe(`${person.at}?message=dite`);
    expect(words((await person.browser.get(person.at)).body)).toContain(
      "par la procédure de l'académie, le 14/11/2023",
    );
    const { address } = await aStaffMember(room.test.db, room.space.site.accounts, 'accommodation');
    const service = await signedIn(room.space.site, address);
    const list = words((await service.get('/gestion/amenagements?liste=no-request')).body);
    expect(list).toContain("Dit l'avoir envoyée par la procédure de l'académie le 14/11/2023");
    await room.at('2023-11-18T00:00:30+01:00');
    expect([await room.states(person), await room.told(person)]).toEqual([['P14D solved'], []]);
    // They change their mind: the next step tells again.
    await person.browser.post(`${person.at}/ailleurs`, { acte: 'reprendre' });
    await room.at('2023-11-25T00:00:30+01:00');
    expect(await room.states(person)).toEqual(['P14D solved', 'P7D sent']);
  });

  it('is no longer once they give it up, here or by withdrawing what they sent', async () => {
    const [givesUp, withdraws] = [await ticked(), await ticked()];
    await givesUp.browser.post(`${givesUp.at}/ailleurs`, { what: 'given-up' });
    await withdraws.browser.post(withdraws.at, { measures: 'room', words: 'x', acte: 'envoyer' });
    const sent = await withdraws.browser.post(`${withdraws.at}/ailleurs`, { what: 'given-up' });
    expect([sent.status, words(sent.body)]).toEqual([409, expect.stringContaining('déjà envoyée')]);
    await withdraws.browser.post(`${withdraws.at}/retrait`, {});
    await room.at('2023-11-18T00:00:30+01:00');
    for (const person of [givesUp, withdraws]) expect(await room.told(person)).toEqual([]);
    // Begun again, it is to be sent.
    await givesUp.browser.post(givesUp.at, { measures: 'room', words: 'x', acte: 'enregistrer' });
    await room.at('2023-11-25T00:00:30+01:00');
    expect(await room.states(givesUp)).toEqual(['P14D solved', 'P7D sent']);
  });
});
