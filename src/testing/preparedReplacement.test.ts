import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { keysOf } from '../platform/keys.ts';
import { replacementRoutes } from '../replacements/index.ts';
import { deskRoom, STRANGERS } from './desk.ts';
import type { Browser } from './enrolments.ts';
import { COIFFURE, SESSION } from './publication.ts';
import { lockedBatch } from './results.ts';
import { stage } from './stage.ts';
import { wordsIn } from './words.ts';

/** Whether an absence is excused, prepared by a head who has no delegation and signed by another; two units of one person at once. */
const AT = '/gestion/remplacements';
const LIST = '/gestion/a-signer';
const WHY = 'Le justificatif est arrivé dans les délais.';
const { db, registered, setClock, staff } = await stage(deskRoom({ own: replacementRoutes }), {
  staff: {
    officer: 'officer',
    head: { role: 'head', name: 'Alix Petit' },
    unsigned: { role: 'head', name: 'Claude Martin' },
    ...STRANGERS,
  },
});
const { head, unsigned } = staff;
await sql`update delegation set until_on = from_on - 1, ended_by = account_id where account_id = ${unsigned.id}`.execute(
  db,
);
const absent = await registered();
for (const unit of ['U20', 'U42'])
  await lockedBatch(db, { academy: 'clermont', session: SESSION, speciality: COIFFURE, unit }, [
    [absent.enrolment.id, { code: 'absent' }],
  ]);
await setClock('2024-06-20T10:00:00+02:00');
const decide = (who: Browser, more: Record<string, string> = {}) =>
  who.post(AT, {
    ...{ session: SESSION, dossier: absent.enrolment.id, unite: 'U20', vu: '0', decision: 'granted' },
    ...{ recu: '18/06/2024', motif: WHY, suite: 'preparer', ...more },
  });
const count = async (): Promise<number> => (await sql`select from replacement_decision`.execute(db)).rows.length;
const prepared = async (unit: string): Promise<string> => {
  const { rows } = await sql<{ id: string }>`select id from prepared_decision
    where about = ${unit} and state = 'waiting'`.execute(db);
  return `${LIST}/${rows[0]?.id}`;
};
const signing = { acte: 'signer', version: '1', motifs: WHY, certain: 'oui' };

it('is prepared on the page where it is taken, unit by unit, twice once; nothing is decided, and no officer sees it', async () => {
  const page = wordsIn((await unsigned.get(`${AT}?session=${SESSION}`)).body);
  expect(page).toContain('Préparer pour signature');
  expect(page).not.toContain('Décider et prévenir le candidat');
  expect((await decide(unsigned, { suite: '' })).status).toBe(403);
  const later = await decide(unsigned, { recu: '21/06/2024' });
  expect([later.status, wordsIn(later.body)]).toEqual([422, expect.stringContaining("après aujourd'hui")]);
  for (const _ of [1, 2]) expect((await decide(unsigned)).location).toContain('message=preparee');
  expect((await decide(unsigned, { unite: 'U42', decision: 'refused' })).location).toContain('message=preparee');
  const other = await decide(head, { decision: 'refused' });
  expect([other.status, wordsIn(other.body)]).toEqual([409, expect.stringContaining('déjà préparée')]);
  expect(await count()).toBe(0);
  const address = await prepared('U20');
  const said = wordsIn((await head.get(address)).body);
  for (const words of ['U20', 'Absence notée', 'Repasse cette unité', 'Justificatif reçu le 18/06/2024', 'D337-116'])
    expect(said).toContain(words);
  for (const who of [...keysOf(STRANGERS), 'officer'] as const) {
    const stranger = staff[who];
    expect((await stranger.get(address)).status, who).toBe(404);
    expect((await stranger.post(address, signing)).status, who).toBe(404);
    expect((await stranger.get(LIST)).body, who).not.toContain(absent.enrolment.number);
    expect((await stranger.get('/gestion')).body, who).not.toContain('votre signature');
  }
});

it('is signed once, in the words of whoever signs; the other unit still waits, and is sent back', async () => {
  const address = await prepared('U20');
  expect((await unsigned.post(address, signing)).status).toBe(403);
  expect((await head.post(address, { ...signing, motifs: 'x'.repeat(501) })).status).toBe(422);
  for (const { location } of await Promise.all([head.post(address, signing), head.post(address, signing)]))
    expect(location).toBe(`${LIST}?message=signee`);
  expect(await count()).toBe(1);
  const { rows } = await sql`select from message where enrolment_id = ${absent.enrolment.id}`.execute(db);
  expect(rows).toHaveLength(1);
  const second = await prepared('U42');
  expect((await head.post(second, { acte: 'renvoyer', version: '1', mot: 'Le justificatif manque.' })).status).toBe(
    303,
  );
  expect(wordsIn((await unsigned.get(LIST)).body)).toContain('Renvoyées, à reprendre');
  expect(await count()).toBe(1);
});

it('is not signed once somebody else decided of that absence, or a mark took its place', async () => {
  await decide(unsigned, { unite: 'U42', decision: 'refused' });
  const address = await prepared('U42');
  expect((await decide(head, { unite: 'U42', suite: '' })).status).toBe(303);
  const signed = await head.post(address, signing);
  expect([signed.status, wordsIn(signed.body)]).toEqual([409, expect.stringContaining('entre-temps')]);
  expect(await count()).toBe(2);
  const { rows } = await sql`select from prepared_decision where state = 'waiting'`.execute(db);
  expect(rows).toHaveLength(1);
});
