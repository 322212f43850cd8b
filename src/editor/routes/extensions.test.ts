import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { listPieces } from '../../pieces/index.ts';
import { aDraft, registeredEnrolment, setClock } from '../../testing/enrolments.ts';
import { fieldOn, wordsIn } from '../../testing/words.ts';
import { openFormSite } from '../testing/formSite.ts';

const LIST = '/gestion/regles/prolongations';
const FORM = {
  incident: 'Le site a été hors service\nle 30 novembre.',
  sessions: ['bp-2024-clermont'],
  echeances: ['registration', 'pieces', 'corrections'],
  jours: '3',
  heures: '0',
} as const;

const told: { readonly enrolmentId: string; readonly reason: string; readonly sentences: readonly string[] }[] = [];
const site = await openFormSite();
const options = { events: site.events, catalogue: site.rules.current() };
const made = await registeredEnrolment(site.db, options);
const begun = await aDraft(site.db, options, 'informations');
for (const [code, group] of [
  ['DOMICIL', 'domicile'],
  ['DCSTID01', 'identite'],
])
  await sql`insert into piece (id, academy, session, enrolment_id, code, piece_group, mode, reasons, opens_at, due_at, counts_for_validation, rank)
      values (gen_random_uuid(), 'clermont', 'bp-2024-clermont', ${made.enrolment.id}, ${code}, ${group}, 'online', '["x"]',
        '2023-10-12T12:00:00Z', '2023-12-01T16:00:00Z', true, 1)`.execute(site.db);
// Refused, with a correction time of its own.
await sql`update piece set status = 'non-compliant', correctable_until = '2023-12-10T23:00:00Z' where code = 'DOMICIL'`.execute(
  site.db,
);
site.events.subscribe('window.extended', 'tell', async (_tx, { payload }) => void told.push(payload));
afterAll(() => site.end());
const closing = () => site.rules.current().session('bp-2024-clermont')?.window.closesAt.toString();
const publications = async (): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from rule_publication`.execute(site.db)).rows[0]?.n ?? 0;
async function propose(changes = {}): Promise<string> {
  const seen = await site.head.post(LIST, { ...FORM, ...changes });
  expect(seen.status).toBe(200);
  const done = await site.head.post(LIST, { ...FORM, ...changes, confirme: 'oui', cle: fieldOn(seen.body, 'cle') });
  expect(done.status).toBe(303);
  return done.location.replace(/\?.*$/, '');
}

describe('An extension after an incident', () => {
  it('is refused in words where it says nothing, moves nothing or can’t hold; keeps what was typed, writes nothing', async () => {
    await site.head.get(LIST);
    const bare = await site.head.post(LIST, {});
    expect(bare.status).toBe(422);
    for (const said of ['Dites quel incident', 'Choisissez au moins une session', 'Indiquez un nombre de jours'])
      expect(wordsIn(bare.body)).toContain(said);
    const cases: readonly (readonly [Readonly<Record<string, unknown>>, string])[] = [
      [{ jours: '0' }, 'La prolongation est de zéro'],
      [{ jours: '61' }, '60'],
      [{ sessions: ['bp-2031'] }, 'proposé'],
      [{ echeances: ['registration'], jours: '25' }, 'Ces dates ne tiennent pas ensemble'],
    ];
    for (const [changes, why] of cases) {
      const refused = await site.head.post(LIST, { ...FORM, ...changes });
      expect([refused.status, wordsIn(refused.body).includes(why)], why).toEqual([422, true]);
      expect(refused.body).toContain('Le site a été hors service');
    }
    expect(await publications()).toBe(1);
    expect((await site.officer.get(LIST)).status).toBe(404);
  });

  it('is filled with what was measured before the closing, for whoever proposes to change; never with an instant that is past', async () => {
    const asked = async (session: string) => wordsIn((await site.head.get(`${LIST}?session=${session}`)).body);
    const value = async (name: string, session = 'bp-2024-clermont'): Promise<string> => {
      const { body } = await site.head.get(`${LIST}?session=${session}`);
      return (
        new RegExp(`name="${name}"[^>]* value="([^"]*)"|value="([^"]*)"[^>]* name="${name}"`)
          .exec(body)
          ?.slice(1)
          .join('') ?? ''
      );
    };
    const measured = async (): Promise<void> => {
      await sql`truncate service_minute`.execute(site.db);
      await sql`insert into service_minute (minute, node, requests, refused, faults, slow, lag_ms, away)
        select m - c.shift, 'a', 1, 0, 0, 0, 1, false from clock c
        cross join generate_series('2023-12-01T09:00:00+01:00'::timestamptz, '2023-12-01T16:30:00+01:00', interval '1 minute') m
        where m < '2023-12-01T10:00:00+01:00' or m >= '2023-12-01T15:30:00+01:00'`.execute(site.db);
    };
    await setClock(site.db, Temporal.Instant.from('2023-12-01T16:30:00+01:00'));
    await site.refreshClock();
    expect(await value('jours')).toBe('');
    await measured();
    expect([await value('jours'), await value('heures')]).toEqual(['0', '6']);
    expect(await asked('bp-2024-clermont')).toContain(
      "Le site n'a pas pu être utilisé du 1er décembre 2023, 10 h 00 au 1er décembre 2023, 15 h 30.",
    );
    // A day later the same loss asks for more: four hours from now.
    await setClock(site.db, Temporal.Instant.from('2023-12-02T16:30:00+01:00'));
    await site.refreshClock();
    await measured();
    expect([await value('jours'), await value('heures')]).toEqual(['1', '4']);
    for (const session of ['bp-2031', '%00', '']) expect(await value('jours', session)).toBe('');
    await sql`truncate service_minute`.execute(site.db);
    await setClock(site.db, Temporal.Instant.from('2023-11-15T10:42:00+01:00'));
    await site.refreshClock();
  });

  it('is shown before, with every date that follows, the corrections, the reminders and who gets a mail', async () => {
    const said = wordsIn((await site.head.post(LIST, FORM)).body);
    expect(said).toContain(
      'Clôture des inscriptions vendredi 1er décembre 2023 à 17 h 00 (heure de Paris) lundi 4 décembre 2023 à 17 h 00',
    );
    expect(said).toContain("1 délai de correction en cours est reporté d'autant");
    expect(said).toContain('Un mail part à 1 candidat inscrit et à 1 candidat dont');
    expect(said).toContain('14 jours avant');
    // The demonstration's session is made from it, and moves with it.
    expect(said.match(/Clôture des inscriptions/g)?.length).toBe(2);
    const back = await site.head.post(LIST, { ...FORM, confirme: ['oui', 'non'] });
    expect([back.status, back.body.includes('Le site a été hors service')]).toEqual([200, true]);
    expect(await publications()).toBe(1);
  });

  it('changes nothing before a second person; then register, pieces, corrections and everybody’s mail follow at once', async () => {
    const address = await propose();
    expect([closing(), await publications()]).toEqual(['2023-12-01T16:00:00Z', 1]);
    const mails = await sql<{
      recipient: string;
      body: string;
    }>`select recipient, body from mail where template = 'extension.proposed'`.execute(site.db);
    expect(mails.rows.map(({ recipient }) => recipient)).toEqual(['admin@ac-clermont.fr']);
    expect(mails.rows[0]?.body).toContain(address);
    const own = await site.head.post(address, { acte: 'prolonger', version: '1' });
    expect([own.status, wordsIn(own.body).includes("une autre personne doit l'approuver")]).toEqual([403, true]);
    expect((await site.officer.post(address, { acte: 'prolonger', version: '1' })).status).toBe(404);
    const { body } = await site.admin.get(address);
    expect(wordsIn(body)).toContain('Prolonger maintenant');
    const stale = await site.admin.post(address, { acte: 'prolonger', version: '99' });
    expect([stale.status, wordsIn(stale.body).includes('Les règles ont changé')]).toEqual([409, true]);
    const order = { acte: 'prolonger', version: fieldOn(body, 'version') };
    const twice = await Promise.all([site.admin.post(address, order), site.admin.post(address, order)]);
    // Two clicks are one: neither is told that nothing was written.
    expect(twice.map(({ location }) => location.split('?')[1])).toEqual(Array(2).fill('message=prolongation-faite'));
    expect((await site.head.post(address, { acte: 'abandonner' })).status).toBe(409);
    expect([closing(), await publications()]).toEqual(['2023-12-04T16:00:00Z', 2]);
    expect(site.rules.current().session('bp-2024-clermont')?.extended).toEqual({
      closedAt: Temporal.Instant.from('2023-12-01T16:00:00Z'),
      reason: FORM.incident,
    });
    const pieces = await listPieces(site.db, made.enrolment.id);
    expect(pieces.map(({ dueAt }) => dueAt.toString())).toEqual(['2023-12-04T16:00:00Z', '2023-12-04T16:00:00Z']);
    expect(pieces.find(({ code }) => code === 'DOMICIL')?.correctableUntil?.toString()).toBe('2023-12-13T23:00:00Z');
    expect(told).toEqual([]);
    await site.jobs.run();
    expect(told.map(({ enrolmentId }) => enrolmentId).toSorted()).toEqual(
      [made.enrolment.id, begun.enrolment.id].toSorted(),
    );
    expect(wordsIn(told[0]?.sentences.join(' ') ?? '')).toContain('passent du vendredi 1er décembre 2023');
    expect(wordsIn((await site.head.get(address)).body)).toContain('Faite');
    const { rows } =
      await sql`select name from journal where name in ('extension.proposed', 'session.extended')`.execute(site.db);
    expect(rows).toHaveLength(2);
  });

  it('may be given up before it is decided, never after; and a date that was announced stays', async () => {
    const address = await propose({ jours: '1' });
    expect((await site.admin.post(address, { acte: 'autre' })).status).toBe(422);
    for (let click = 1; click <= 2; click += 1)
      expect((await site.head.post(address, { acte: 'abandonner' })).status).toBe(303);
    expect((await site.admin.post(address, { acte: 'abandonner' })).status).toBe(409);
    const { body } = await site.admin.get(address);
    expect([wordsIn(body).includes('Abandonnée'), wordsIn(body).includes('Prolonger maintenant')]).toEqual([
      true,
      false,
    ]);
    expect(await publications()).toBe(2);
    await expect(
      sql`insert into extension (academy, sessions, deadlines, days, hours, reason, proposed_by, state, closed_by, publication)
        select 'clermont', '{x}', '{pieces}', 1, 0, 'x', a.id, 'approved', a.id, 9 from (select gen_random_uuid() as id) a`.execute(
        site.db,
      ),
    ).rejects.toThrow('check');
  });

  it('says what is no longer possible when the second person comes too late', async () => {
    const address = await propose({ jours: '1', echeances: ['registration', 'pieces'] });
    await setClock(site.db, Temporal.Instant.from('2024-01-20T10:00:00+01:00'));
    await site.refreshClock();
    const { body } = await site.admin.get(address);
    expect(wordsIn(body)).toContain('Même reportées, ces dates seraient déjà passées');
    expect((await site.admin.post(address, { acte: 'prolonger', version: fieldOn(body, 'version') })).status).toBe(422);
    expect(wordsIn((await site.admin.get('/gestion/regles/publications/2')).body)).toContain('bp-2024-clermont');
  });
});
