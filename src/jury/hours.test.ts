import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { lockedBatch } from '../testing/results.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';
import type { RecordContent } from './content.ts';
import { juryRoom } from './testing.ts';

const PLACE = { academy: 'clermont', session: 'bp-2024-clermont', speciality: '45033608' };
const MARKS = { U20: 8, U30A: 9, U41: 9, U42: 8, U51: 7, U52: 8, U60: 8, UF: 8 };

const { db, as, setClock, candidates } = await stage(juryRoom(), {
  staff: { head: 'head', second: 'head' },
  candidates: { one: 'Un', two: 'Deux', three: 'Trois', four: 'Quatre' },
});
await sql`update enrolment set status = 'validated', validated_at = business_now()`.execute(db);
const enrolments = [candidates.one, candidates.two, candidates.three, candidates.four].map(
  ({ enrolment }) => enrolment,
);
for (const [unit, mark] of Object.entries(MARKS))
  await lockedBatch(
    db,
    { ...PLACE, unit },
    enrolments.map(({ id }) => [id, { code: 'mark', halfPoints: 2 * mark }] as const),
  );

const to = (hour: string): Promise<void> => setClock(`2024-07-01T${hour}:00+02:00`);
await to('09:05');
const form = { session: PLACE.session, nom: 'Beauté', jour: '01/07/2024', lieu: '', specialites: PLACE.speciality };
const at = (await as('head').post('/gestion/deliberation/jurys', form)).location.replace(/\?.*/, '');

async function act(
  path: string,
  fields: Record<string, string | readonly string[]> = {},
  who: 'head' | 'second' = 'head',
) {
  const version = fieldOn((await as(who).get(at)).body, 'version');
  return as(who).post(`${at}/${path}`, { version, ...fields } as Record<string, string>);
}
const page = async (): Promise<string> => words((await as('head').get(at)).body);
const see = (index: number) => as('head').post(`${at}/candidats/${enrolments[index]?.id}/vu`, {});
const present = (presents: readonly string[], more: Record<string, string> = {}) =>
  act('seance', { presents, quorum: 'oui', ...more });

const members: Record<string, string> = {};
for (const [qualite, membre] of [
  ['president', 'Anne Présidente'],
  ['teacher', 'Tom Enseignant'],
  ['employer', 'Paula Patronne'],
] as const) {
  await act('membres', { qualite, membre, fonction: '', compte: '' });
  const { rows } = await sql<{ id: string }>`select id from jury_member where name = ${membre}`.execute(db);
  members[qualite] = rows[0]?.id ?? '';
}
const [chair = '', teacher = '', employer = ''] = Object.values(members);

describe('A jury by the hour', () => {
  it('decides of nobody before its sitting is open, and says what to do', async () => {
    const early = await see(0);
    expect([early.status, words(early.body)]).toEqual([
      409,
      expect.stringMatching(/La séance n'est pas ouverte : le jury ne décide de personne.*Membres et présence/),
    ]);
    for (const [fields, said] of [
      [{ heure: '25 h' }, "Écrivez l'heure avec des chiffres, de 0 h 00 à 23 h 59, par exemple 10 h 40"],
      [{ heure: '9 h 30' }, "Cette heure n'est pas venue"],
    ] as const) {
      const refused = await present([chair], fields);
      expect([refused.status, words(refused.body)]).toEqual([422, expect.stringContaining(said)]);
    }
    await setClock('2024-06-30T18:00:00+02:00');
    expect((await present([chair])).status).toBe(422);
    await to('09:05');
    expect((await present([chair, teacher, employer], { heure: '9 h 00' })).location).toBe(`${at}?message=seance`);
    expect((await see(0)).status).toBe(303);
  });

  it('stops deciding when who chairs leaves midway, and goes on when they are back', async () => {
    await to('10:45');
    await present([teacher, employer], { heure: '10 h 30' });
    const without = await see(1);
    expect([without.status, words(without.body)]).toEqual([
      409,
      expect.stringMatching(/Depuis 10 h 30, aucun président n'est noté présent.*notez qui est revenu/),
    ]);
    const points = await as('head').post(`${at}/candidats/${enrolments[1]?.id}/points`, {
      unite: 'U20',
      note: '9',
      motif: 'x',
      avant: '16',
      deja: '',
    });
    expect(points.status).toBe(409);
    const earlier = await present([chair, teacher, employer], { heure: '10 h 00' });
    expect([earlier.status, words(earlier.body)]).toEqual([
      422,
      expect.stringContaining("avant la dernière notée, 10 h 30. Rien n'a été enregistré : écrivez une heure d'après"),
    ]);
    await to('11:00');
    await present([chair, teacher, employer]);
    expect((await see(1)).status).toBe(303);
    expect(await page()).toMatch(
      /10 h 30 ouverte Tom Enseignant, Paula Patronne|10 h 30 ouverte Paula Patronne, Tom Enseignant/,
    );
  });

  it('finds again who was decided at an hour that turns out to lack somebody: they are seen once more', async () => {
    await to('12:00');
    // It was learned at noon that the chair had left at 10:55, before the second candidate was decided.
    expect((await act('seance/retrait')).location).toBe(`${at}?message=heure`);
    await present([chair, teacher, employer], { heure: '11 h 30' });
    expect(await page()).toContain("1 candidat a été décidé à un moment où le jury n'était pas en nombre");
    expect(words((await as('head').get(`${at}/candidats/${enrolments[1]?.id}`)).body)).toContain(
      'décidé à 11 h 00, quand',
    );
    expect((await act('cloture')).status).toBe(409);
    expect((await see(1)).status).toBe(303);
    expect(await page()).not.toContain("n'était pas en nombre");
  });

  it('is suspended and taken up again', async () => {
    await to('12:30');
    await present([chair, teacher, employer], { etat: 'paused' });
    expect(words((await see(2)).body)).toContain('La séance est suspendue');
    await to('14:00');
    await present([chair, teacher]);
  });

  it('closes once whoever is left is kept with a reason, and not before; the asking ends its sitting', async () => {
    await to('15:30');
    const refused = await act('cloture');
    expect([refused.status, words(refused.body)]).toEqual([
      409,
      expect.stringContaining("2 candidats refusés ou non jugés n'ont pas été vus"),
    ]);
    expect((await act('garder', { motif: '' })).status).toBe(422);
    expect((await act('garder', { motif: 'Loin de la moyenne' })).location).toBe(`${at}?message=gardes`);
    expect(words((await as('head').get(`${at}/candidats/${enrolments[3]?.id}`)).body)).toContain(
      'gardé tel quel : Loin de la moyenne',
    );
    await to('16:10');
    expect((await act('cloture')).location).toBe(`${at}?message=demandee`);
    await act('reprise', { motif: 'Une erreur' });
    expect(words((await see(2)).body)).toContain('La séance est levée');
    await act('cloture');
    expect((await act('confirmation', {}, 'second')).location).toBe(`${at}?message=clos`);
    const { rows } = await sql<{ content: RecordContent }>`select content from jury_sheet`.execute(db);
    const said = words(JSON.stringify(rows[0]?.content.sections)).replaceAll('\u00a0', ' ');
    expect(said).toContain('"Séance","de 9 h 00 à 12 h 30 et de 14 h 00 à 16 h 10"');
    expect(said).toContain('"Anne Présidente","de 9 h 00 à 10 h 30 et de 11 h 30 à 16 h 10"');
    expect(said).toContain('"Paula Patronne","de 9 h 00 à 14 h 00"');
    const number = (index: number): string => enrolments[index]?.number ?? '';
    expect(said).toContain(`"de 9 h 00 à 10 h 30","3 membres, dont 1 enseignant et 1 professionnel","${number(0)}"`);
    expect(said).toContain(`"de 11 h 30 à 12 h 30","3 membres, dont 1 enseignant et 1 professionnel","${number(1)}"`);
    expect(said).toContain(
      `"de 14 h 00 à 16 h 10","2 membres, dont 1 enseignant et 0 professionnel","${number(2)}, ${number(3)}"`,
    );
    expect(said).toContain(`"Loin de la moyenne","${number(2)}, ${number(3)}"`);
    await expect(sql`update jury_moment set quorum = false`.execute(db)).rejects.toThrow(/not open/);
    await expect(sql`delete from jury_moment`.execute(db)).rejects.toThrow(/is kept/);
  });
});
