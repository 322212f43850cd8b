import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { readStreamFor } from '../platform/journal.ts';
import { aCentre } from '../testing/exam.ts';
import { stage } from '../testing/stage.ts';
import { words } from '../testing/words.ts';
import { aPerson, boardIds, examinerRoom, heldBoards } from './testing.ts';

const {
  db,
  staff: { head },
  candidates: { camille },
} = await stage(examinerRoom, {
  staff: { head: 'head' },
  candidates: { camille: 'Camille' },
  on: '2024-05-01T10:00+02:00',
});
const { rooms } = await aCentre(db, ['A']);
const AT = '/gestion/examen/examinateurs';
await heldBoards(db, [
  { held: 'oral', unit: 'U41', room: rooms.A ?? '', at: '2024-06-03T08:00', enrolments: [camille.enrolment.id] },
]);
const person = await aPerson(db, 'Arnal', { mail: 'arnal@exemple.fr' });
const page = `${AT}/personnes/${person}`;
const read = async (): Promise<string> => words((await head.get(page)).body);
const seat = async () => head.post(`${AT}/commissions/${(await boardIds(db))[0]}/ajouter`, { personne: person });
const number = camille.enrolment.number ?? '';
const link = (fields: Record<string, string>) =>
  head.post(`${page}/lien`, {
    numero: number,
    lien: 'family',
    motif: "Sa sœur, elle l'a dit au téléphone.",
    ...fields,
  });

describe('A link that the office knows of', () => {
  it('has a number, a kind, and who told it', async () => {
    expect(await read()).toContain("Aucun lien n'est dit");
    for (const [fields, said] of [
      [{ numero: '' }, 'Écrivez le numéro du candidat'],
      [{ numero: 'BP24-99999-Z' }, "Aucune inscription de l'académie n'a ce numéro"],
      [{ lien: '' }, 'Choisissez le lien'],
      [{ motif: '' }, 'Dites de qui vous le tenez'],
    ] as const) {
      const refused = await link(fields);
      expect([refused.status, words(refused.body)]).toEqual([422, expect.stringContaining(said)]);
      // The form of the person beside it still shows who they are.
      expect(refused.body).toContain('value="arnal@exemple.fr"');
    }
    expect((await link({ numero: number.toLowerCase() })).location).toContain('message=lien');
    expect(await read()).toMatch(
      new RegExp(`Camille .*${number} sa famille ou un proche Sa sœur.*le bureau des examens, .*Retirer le lien avec`),
    );
  });

  it('bars them from the board of that candidate until it is taken back, with why', async () => {
    const barred = await seat();
    expect([barred.status, words(barred.body)]).toEqual([409, expect.stringContaining('a déclaré un lien')]);
    const end = (fields: Record<string, string>) =>
      head.post(`${page}/lien/retrait`, { candidat: camille.enrolment.id, ...fields });
    const why = await end({});
    expect([why.status, words(why.body)]).toEqual([422, expect.stringContaining('Dites pourquoi ce lien')]);
    const motif = "C'était une homonyme.";
    expect((await end({ motif })).location).toContain('message=lien-repris');
    expect((await end({ motif })).status).toBe(409);
    expect((await end({ motif, candidat: 'personne' })).status).toBe(409);
    expect(await read()).toContain("Aucun lien n'est dit");
    expect((await seat()).status).toBe(303);
    const entries = await readStreamFor(db, `examiner:${person}`, ['board.linkDeclared', 'examiner.linkTakenBack'], 9);
    expect(entries.map(({ name }) => name)).toEqual(['examiner.linkTakenBack', 'board.linkDeclared']);
    expect(entries[0]?.data).toMatchObject({ enrolmentId: camille.enrolment.id, reason: motif });
  });

  it('said again stands again, and the board says it of who is on it', async () => {
    await link({});
    expect(await read()).toContain('Retirer le lien avec');
    const board = await head.get(`${AT}/commissions/${(await boardIds(db))[0]}`);
    expect(words(board.body)).toContain('lien déclaré avec un candidat');
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from examiner_link`.execute(db);
    expect(rows[0]?.n).toBe(1);
  });
});
