import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { readStreamFor } from '../platform/journal.ts';
import { aPerson } from '../testing/examiners.ts';
import { lockedBatch } from '../testing/results.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';
import type { RecordContent } from './content.ts';
import { juryPresences } from './presences.ts';
import { juryRoom } from './testing.ts';

const PLACE = { academy: 'clermont', session: 'bp-2024-clermont', speciality: '45033608' };
const MARKS = { U20: 8, U30A: 9, U41: 9, U42: 8, U51: 7, U52: 8, U60: 8, UF: 8 };

const {
  db,
  as,
  setClock,
  candidates: { one, two },
} = await stage(juryRoom(), {
  staff: { head: 'head', second: 'head', reader: 'jury' },
  candidates: { one: 'Un', two: 'Deux' },
});
await sql`update enrolment set status = 'validated', validated_at = business_now()`.execute(db);
for (const [unit, mark] of Object.entries(MARKS))
  await lockedBatch(
    db,
    { ...PLACE, unit },
    [one, two].map(({ enrolment }) => [enrolment.id, { code: 'mark', halfPoints: 2 * mark }] as const),
  );
await setClock('2024-06-01T10:00+02:00');
const arnal = await aPerson(db, 'Arnal', { tasks: ['jury'], title: 'professeur' });
const vernet = await aPerson(db, 'Vernet', { tasks: ['jury'], specialities: [], away: ['2024-07-01'] });
const form = { session: PLACE.session, nom: 'Beauté', jour: '01/07/2024', heure: '9 h 30', lieu: 'Rectorat' };
const made = await as('head').post('/gestion/deliberation/jurys', { ...form, specialites: PLACE.speciality });
const at = made.location.replace(/\?.*/, '');

async function act(
  path: string,
  fields: Record<string, string | readonly string[]> = {},
  who: 'head' | 'second' = 'head',
) {
  const version = fieldOn((await as(who).get(at)).body, 'version');
  return as(who).post(`${at}/${path}`, { version, ...fields } as Record<string, string>);
}
const page = async (): Promise<string> => words((await as('head').get(at)).body);
const places = async (): Promise<readonly unknown[]> =>
  (
    await sql`select m.state, to_char(j.starts_at at time zone 'Europe/Paris', 'DD HH24:MI') as "from" from board_member m
      join examiner_jury j on j.id = m.board_id order by m.added_at`.execute(db)
  ).rows;

describe('A jury of people of the academy', () => {
  it('chooses among those whose tasks hold it, with what speaks against them; or somebody by name', async () => {
    expect(await page()).toMatch(/Arnal Alix, professeur .*Vernet Alix, pas de cette spécialité, absent ce jour-là/);
    const neither = await act('membres', { qualite: 'teacher', personne: '', membre: '' });
    expect([neither.status, words(neither.body)]).toEqual([422, expect.stringContaining('ou choisissez une personne')]);
    const both = await act('membres', { qualite: 'teacher', personne: arnal, membre: 'Tom Enseignant' });
    expect([both.status, words(both.body)]).toEqual([422, expect.stringContaining('Gardez un des deux')]);
    expect((await act('membres', { qualite: 'teacher', personne: arnal })).location).toBe(`${at}?message=membre`);
    await act('membres', { qualite: 'employer', personne: vernet, fonction: 'gérante' });
    await act('membres', { qualite: 'president', membre: 'Anne Présidente' });
    const shown = await page();
    expect(shown).toMatch(/Alix Arnal, professeur Enseignant pas encore convoqué/);
    expect(shown).toMatch(
      /Alix Vernet, gérante Employeur pas encore convoqué ; compte pour une autre moitié, dans sa fiche ; pas de cette spécialité ; absent ce jour-là/,
    );
    expect(shown).not.toMatch(/Arnal Alix, professeur/);
    const again = await act('membres', { qualite: 'teacher', personne: arnal });
    expect([again.status, words(again.body)]).toEqual([409, expect.stringContaining('déjà membre de ce jury')]);
    expect((await act('membres', { qualite: 'teacher', personne: at.slice(-36) })).status).toBe(422);
    const seated = await readStreamFor(db, `jury:${at.slice(-36)}`, ['jury.seated'], 9);
    expect(seated.map(({ data }) => data)).toEqual(
      [[], ['speciality', 'away'], []].map((despite) => expect.objectContaining({ despite })),
    );
  });

  it('is convened for the hour that it has, and leaves whoever is taken off', async () => {
    expect(await places()).toEqual([
      { state: 'proposed', from: '01 09:30' },
      { state: 'proposed', from: '01 09:30' },
    ]);
    await act('jury', { nom: 'Beauté', jour: '02/07/2024', heure: '', lieu: '', specialites: PLACE.speciality });
    expect((await places())[0]).toEqual({ state: 'proposed', from: '02 00:00' });
    expect(await page()).not.toContain('à 9 h 30');
    await act('jury', { ...form, specialites: PLACE.speciality });
    const { body } = await as('head').get(at);
    expect(words(body)).toContain('lundi 1er juillet 2024, à 9 h 30, Rectorat');
    expect(body).toContain('value="9\u00a0h\u00a030"');
    const { rows } = await sql<{ id: string }>`select id from jury_member where examiner_id = ${vernet}`.execute(db);
    await act('membres/retrait', { membre: rows[0]?.id ?? '' });
    expect(await places()).toEqual([
      { state: 'proposed', from: '01 09:30' },
      { state: 'released', from: '01 09:30' },
    ]);
    expect(await page()).toContain('Convoquer les membres et les examinateurs');
  });

  it('deliberates without whoever has a link with a candidate: the head is told, the record says who left', async () => {
    await sql`insert into examiner_link (id, academy, examiner_id, enrolment_id, kind, said_by)
      values (gen_random_uuid(), 'clermont', ${arnal}, ${one.enrolment.id}, 'teaches', ${arnal})`.execute(db);
    await setClock('2024-07-01T10:00+02:00');
    expect(await page()).toContain('lien avec Un Camille : hors de la salle pour ce candidat');
    const candidate = (id: string) => as('head').get(`${at}/candidats/${id}`);
    const note = 'Alix Arnal : lien déclaré avec ce candidat';
    expect(words((await candidate(one.enrolment.id)).body)).toContain(note);
    expect(words((await candidate(two.enrolment.id)).body)).not.toContain(note);
    const { rows } = await sql<{ id: string }>`select id from jury_member order by name`.execute(db);
    await act('seance', { presents: rows.map(({ id }) => id), quorum: 'oui' });
    await act('garder', { motif: 'vus ensemble' });
    await act('cloture');
    await act('confirmation', {}, 'second');
    const sheet = await sql<{ content: RecordContent }>`select content from jury_sheet`.execute(db);
    const left = sheet.rows[0]?.content.sections.find(({ title }) => title?.startsWith("Membres qui n'ont pas"));
    expect(left).toMatchObject({ rows: [['Alix Arnal', one.enrolment.number]] });
    // What a payment is made from says when they were there; whoever was written by name is nobody of the academy.
    const from = Temporal.Instant.from('2024-07-01T10:00+02:00');
    expect(await juryPresences(db, PLACE)).toEqual([
      expect.objectContaining({ examinerId: arnal, came: true, hours: [{ from, to: expect.anything() }] }),
    ]);
  });
});
