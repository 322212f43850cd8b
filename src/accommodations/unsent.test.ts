import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { enrolmentStream, healthSubjectOf } from '../enrolment/index.ts';
import { readStream, SYSTEM } from '../platform/journal.ts';
import { ORDINARY_DAY, setClock, withdraw } from '../testing/enrolments.ts';
import { fieldOn } from '../testing/words.ts';
import { recordPaperRequest } from './actions/serviceActs.ts';
import { tellUnsent } from './actions/tellUnsent.ts';
import { requestEndsAt } from './rules/calendar.ts';
import { planUnsent } from './store/unsent.ts';
import { openReminding, type Person } from './testingReminders.ts';

/** Whoever began a request and never sent it is told before the closing, by mails that don't say of what. */
const room = await openReminding();
afterAll(() => room.end());
beforeEach(async () => {
  await setClock(room.test.db, ORDINARY_DAY);
  await room.ask();
});

async function begun(): Promise<Person> {
  const person = await room.someone();
  const kept = await person.browser.post(person.at, {
    measures: 'extra-time',
    words: 'Je lis lentement.',
    acte: 'enregistrer',
  });
  expect(kept.location).toBe(`${person.at}?message=enregistree`);
  return person;
}

describe('A request that was begun and never sent', () => {
  it('is reminded of once at each step before its last day, by a mail that names nothing of health', async () => {
    const person = await begun();
    await room.at('2023-11-17T23:59:00+01:00');
    expect(await room.told(person)).toEqual([]);
    await room.at('2023-11-18T00:00:30+01:00');
    await room.at('2023-11-18T00:01:30+01:00');
    const [mail, ...others] = await room.told(person);
    expect([mail?.template, others]).toEqual(['space.message', []]);
    expect(mail?.body.replaceAll('\u00a0', ' ')).toContain("jusqu'au vendredi 1er décembre 2023 inclus");
    expect(mail?.body).toContain(`/candidatures/${person.enrolment.id}`);
    expect(`${mail?.subject} ${mail?.body}`).not.toMatch(/aménagement|amenagement|handicap|santé|médic/i);
    for (const instant of ['2023-11-25T00:00:30', '2023-11-29T00:00:30', '2023-12-01T00:00:30', '2023-12-01T21:00:30'])
      await room.at(`${instant}+01:00`);
    expect(await room.states(person)).toEqual(['P14D sent', 'P7D sent', 'P3D sent', 'P1D sent', 'PT3H sent']);
    expect(await room.told(person)).toHaveLength(5);
    // Its proof is in the chain that no officer reads, and in no other.
    const names = async (stream: string) => (await readStream(room.test.db, stream, 30)).map(({ name }) => name);
    expect(await names(healthSubjectOf(person.enrolment).stream)).toContain('accommodation.reminded');
    expect((await names(enrolmentStream(person.enrolment.id))).join()).not.toMatch(/accommodation/);
  });

  it('is no longer, once it is sent, abandoned, or came on paper; nor for an enrolment that has ended', async () => {
    const [sent, gone, paper, over] = [await begun(), await begun(), await begun(), await begun()];
    await setClock(room.test.db, Temporal.Instant.from('2023-11-18T00:00:30+01:00'));
    // Planned and ordered; what happens before the order is carried out counts.
    await room.ask();
    await sent.browser.post(sent.at, { version: await versionOn(sent), measures: 'room', words: 'x', acte: 'envoyer' });
    await gone.browser.post(`${gone.at}/retrait`, {});
    const order = { id: paper.enrolment.id, academy: 'clermont' };
    expect(
      await recordPaperRequest(room.space.papers, SYSTEM, order, Temporal.PlainDate.from('2023-11-16')),
    ).toMatchObject({
      ok: true,
    });
    await withdraw(room.test.db, room.making, over);
    await room.space.papers.jobs.run();
    expect(await Promise.all([sent, gone, paper, over].map(room.states))).toEqual([
      ['P14D solved'],
      ['P14D solved'],
      ['P14D solved'],
      ['P14D ended'],
    ]);
    await room.at('2023-11-25T00:00:30+01:00');
    for (const person of [sent, gone, over]) expect(await room.told(person)).toEqual([]);
    expect(await room.states(sent)).toHaveLength(1);
  });

  it('is no longer, once a signed decision sets them aside, though it is not notified yet', async () => {
    const person = await begun();
    await setClock(room.test.db, Temporal.Instant.from('2023-11-18T00:00:30+01:00'));
    await room.ask();
    await sql`update enrolment set reserve = 'upheld' where id = ${person.enrolment.id}`.execute(room.test.db);
    await room.space.papers.jobs.run();
    expect([await room.states(person), await room.told(person)]).toEqual([['P14D ended'], []]);
  });

  it('by a letter, which the tray of the service holds as over once nothing of it is left to do', async () => {
    const over = async ({ enrolment }: Person) =>
      (
        await sql`select from accommodation_letter_over o join told_by_post l on l.id = o.letter_id
          where l.about = ${enrolment.id}`.execute(room.test.db)
      ).rows.length;
    const people = [await begun(), await begun(), await begun()] as const;
    for (const { candidate } of people)
      await sql`update auth_user set email = id || '@sans-adresse.invalid' where id = ${candidate.accountId}`.execute(
        room.test.db,
      );
    await room.at('2023-11-18T00:00:30+01:00');
    for (const person of people) expect([await room.states(person), await over(person)]).toEqual([['P14D sent'], 0]);
    const [gone, aside, late] = people;
    await gone.browser.post(`${gone.at}/retrait`, {});
    await sql`update enrolment set reserve = 'upheld' where id = ${aside.enrolment.id}`.execute(room.test.db);
    expect([await over(gone), await over(aside), await over(late)]).toEqual([1, 1, 0]);
    await setClock(room.test.db, Temporal.Instant.from('2023-12-02T00:00:00+01:00'));
    expect(await over(late)).toBe(1);
  });

  it('is told once by two nodes, and never once its last day is over', async () => {
    const person = await begun();
    await setClock(room.test.db, Temporal.Instant.from('2023-11-25T00:00:30+01:00'));
    await Promise.all([room.ask(), room.ask()]);
    const orders = room.space.papers.jobs.orders.filter((order) => order.kind === 'accommodation.tellUnsent');
    room.space.papers.jobs.orders.push(...orders);
    await room.space.papers.jobs.run();
    expect(await room.told(person)).toHaveLength(1);
    await setClock(room.test.db, Temporal.Instant.from('2023-12-01T21:00:30+01:00'));
    await room.ask();
    await setClock(room.test.db, Temporal.Instant.from('2023-12-02T00:00:00+01:00'));
    await room.space.papers.jobs.run();
    expect(await room.states(person)).toEqual(['P7D sent', 'PT3H missed']);
    expect(await room.told(person)).toHaveLength(1);
    await tellUnsent(room.space.papers, '5a0c2d1e-7b7e-4a57-9d0f-0f3c3a1b2c4d');
  });

  it('stands a day before by the calendar, the day when the clocks change too', async () => {
    const [before, after] = [await begun(), await begun()];
    const beganAt = (person: Person, instant: string) =>
      sql`update accommodation_case set begun_at = ${instant}::timestamptz where enrolment_id = ${person.enrolment.id}`.execute(
        room.test.db,
      );
    await beganAt(before, '2024-03-30T23:59:00+01:00');
    await beganAt(after, '2024-03-31T00:01:00+01:00');
    const closesAt = Temporal.Instant.from('2024-03-31T17:00:00+02:00');
    const session = room.making.catalogue.session(before.enrolment.session);
    if (session === undefined) throw new Error('no session');
    const moved = { ...session, window: { ...session.window, closesAt } };
    const end = requestEndsAt(moved, null);
    const range = { step: 'P1D', after: end.subtract({ minutes: 1 }), until: end };
    await room.test.db.transaction().execute((tx) => planUnsent(tx, moved, range));
    expect([await room.states(before), await room.states(after)]).toEqual([['P1D planned'], []]);
    // The rules say another closing: nothing leaves for this one.
    const { rows } = await sql<{ id: string }>`select id from accommodation_reminder
      where enrolment_id = ${before.enrolment.id}`.execute(room.test.db);
    await tellUnsent(room.space.papers, rows[0]?.id ?? '');
    expect(await room.states(before)).toEqual(['P1D solved']);
    await expect(sql`delete from accommodation_reminder`.execute(room.test.db)).rejects.toThrow('kept');
  });
});

async function versionOn({ browser, at: address }: Person): Promise<string> {
  return fieldOn((await browser.get(address)).body, 'version');
}
