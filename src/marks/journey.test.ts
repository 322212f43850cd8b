import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EnrolmentId } from '../enrolment/index.ts';
import { readStream } from '../platform/journal.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';
import { readLockedMarks } from './lockedMarks.ts';
import { COIFFURE, manyEntrants, marksRoom, SESSION } from './testing.ts';

const AFTER_EXAM = Temporal.Instant.from('2024-06-20T10:00:00+02:00');
const PLACE = { academy: 'clermont', session: SESSION };

const space = await stage(marksRoom, {
  staff: { head: 'head', otherHead: 'head', ada: 'jury', bob: 'jury', cid: 'jury' },
});
const { db, as, catalogue, staff, entrants, sittings, seats, closed, setClock } = space;
type Name = keyof typeof staff;
const people = await manyEntrants(db, space, catalogue, 3);
beforeEach(() => setClock(AFTER_EXAM));

const idOf = (name: Name): string => staff[name].id;
const read = async (name: Parameters<typeof as>[0], address: string): Promise<string> =>
  words((await as(name).get(address)).body);
const numbersOn = (html: string): readonly string[] =>
  [...html.matchAll(/name="n-(\d{6}[A-Z])"/g)].map(([, number = '']) => number);

let units = 0;
type Lot = { readonly at: string; readonly id: string; readonly unit: string; readonly numbers: readonly string[] };

/** A batch of its own unit, which everybody sits, given to Ada and Bob. */
async function aBatch(): Promise<Lot> {
  units += 1;
  const unit = `T${units}`;
  entrants.push(...people.map((enrolmentId) => ({ enrolmentId, speciality: COIFFURE, unit })));
  await as('head').get('/gestion/notes');
  const opened = await as('head').post('/gestion/notes/lots', { session: SESSION });
  expect(opened.location).toBe(`/gestion/notes?session=${SESSION}&message=ouverts`);
  const { rows } = await sql<{ id: string }>`select id from mark_batch where unit = ${unit}`.execute(db);
  const id = rows[0]?.id ?? '';
  const n = await name(id, 'ada', 'bob');
  expect(n.status).toBe(303);
  const numbers = numbersOn((await as('ada').get(`/gestion/notes/${id}/saisie`)).body);
  return { at: `/gestion/notes/${id}`, id, unit, numbers };
}

function name(id: string, first: Name, second: Name) {
  return as('head').post('/gestion/notes/personnes', {
    lots: id,
    depuis: id,
    premiere: idOf(first),
    seconde: idOf(second),
  });
}

async function type(who: Name, { at, numbers }: Lot, marks: readonly string[], more: Record<string, string> = {}) {
  const version = fieldOn((await as(who).get(`${at}/saisie`)).body, 'version');
  const cells = Object.fromEntries(numbers.map((number, index) => [`n-${number}`, marks[index] ?? '']));
  const r = await as(who).post(`${at}/saisie`, { version, ...cells, ...more });
  return r;
}

const end = (who: Name, { at }: Lot) => as(who).post(`${at}/saisie/terminee`, {});

async function act(who: Name, { at }: Lot, address: string, fields: Record<string, string> = {}) {
  const version = fieldOn((await as(who).get(address === 'ecarts' ? `${at}/ecarts` : at)).body, 'version');
  return as(who).post(`${at}/${address}`, { version, ...fields });
}

/** Typed twice alike, unless the second says otherwise, and both ended. */
async function typedTwice(first: readonly string[], second: readonly string[] = first): Promise<Lot> {
  const lot = await aBatch();
  await type('ada', lot, first);
  await type('bob', lot, second);
  expect((await end('ada', lot)).location).toBe('/gestion/notes?message=terminee');
  expect((await end('bob', lot)).status).toBe(303);
  return lot;
}

describe('The batches of a session', () => {
  it('are opened once, each script with a number that says nothing of its candidate', async () => {
    const before = await read('head', '/gestion/notes');
    expect(before).toContain('Lots à ouvrir');
    const lot = await aBatch();
    expect(lot.numbers).toHaveLength(3);
    const again = await as('head').post('/gestion/notes/lots', { session: SESSION });
    expect([again.status, words(again.body)]).toEqual([409, expect.stringContaining('Tous les lots')]);
    expect((await as('head').post('/gestion/notes/lots', { session: 'ailleurs' })).status).toBe(404);
    const { rows } = await sql<{ number: string }>`select number from mark_script`.execute(db);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
    for (const address of ['/gestion/notes', lot.at, `${lot.at}/saisie`])
      for (const who of ['head', 'ada'] as const) {
        const html = (await as(who).get(address)).body;
        expect(html, address).not.toMatch(/Candidat [A-C]\b|BP24-/);
        for (const id of people) expect(html).not.toContain(id);
      }
    expect(await read('ada', '/gestion/notes')).toContain('0 sur 3 copies');
  });

  it('are given to two persons, never one twice, never to somebody who doesn’t type marks', async () => {
    const { id, at } = await aBatch();
    const twice = await name(id, 'ada', 'ada');
    expect([twice.status, words(twice.body)]).toEqual([422, expect.stringContaining('deux personnes différentes')]);
    const wrong = await name(id, 'head', 'bob');
    expect(wrong.status).toBe(422);
    const none = await as('head').post('/gestion/notes/personnes', { session: SESSION, premiere: idOf('ada') });
    expect([none.status, words(none.body)]).toEqual([422, expect.stringContaining('Cochez au moins un lot')]);
    expect((await name(id, 'cid', 'bob')).location).toBe(`${at}?message=attribues`);
    expect((await as('ada').get(`${at}/saisie`)).status).toBe(404);
    expect((await as('cid').get(`${at}/saisie`)).status).toBe(200);
  });

  it("aren't opened before their test has begun, and the page says when", async () => {
    const startsAt = AFTER_EXAM.add({ hours: 24 });
    const [enrolmentId] = people;
    if (enrolmentId === undefined) throw new Error('Nobody');
    entrants.push({ enrolmentId, speciality: COIFFURE, unit: 'TARD' });
    sittings.push({ speciality: COIFFURE, unit: 'TARD', startsAt, held: 'written' });
    expect(await read('head', '/gestion/notes')).toContain(
      "1 lot s'ouvrira une fois son épreuve commencée : la prochaine commence le",
    );
    await as('head').post('/gestion/notes/lots', { session: SESSION });
    const early = await as('head').post('/gestion/notes/lots', { session: SESSION });
    expect([early.status, words(early.body)]).toEqual([
      409,
      expect.stringContaining("un lot s'ouvre une fois son épreuve commencée"),
    ]);
    const batches = sql<{ unit: string }>`select unit from mark_batch where unit = 'TARD'`;
    expect((await batches.execute(db)).rows).toHaveLength(0);
    await setClock(startsAt);
    expect((await as('head').post('/gestion/notes/lots', { session: SESSION })).status).toBe(303);
    expect((await batches.execute(db)).rows).toHaveLength(1);
    entrants.pop();
    sittings.pop();
  });
});

describe('Typing marks', () => {
  it('refuses with every fault, keeps all that was typed and writes nothing', async () => {
    const lot = await aBatch();
    const seen = await type('ada', lot, ['10.25', '21', 'bof']);
    expect(seen.status).toBe(422);
    expect(words(seen.body)).toMatch(/demi-point.*de 0 à 20.*Ce n'est pas une note/);
    for (const typed of ['10.25', '21', 'bof']) expect(seen.body).toContain(`value="${typed}"`);
    const mixed = await type('ada', lot, ['12,5', '21', '']);
    expect(mixed.status).toBe(422);
    expect(mixed.body).toContain('value="12,5"');
    expect(await read('ada', '/gestion/notes')).toContain('0 sur 3 copies');
  });

  it('is kept in part, taken away again, and the same sent twice is written once', async () => {
    const lot = await aBatch();
    expect((await type('ada', lot, ['12,5', 'a', ''])).location).toBe(`${lot.at}/saisie?page=1&message=enregistrees`);
    const page = await as('ada').get(`${lot.at}/saisie`);
    expect(page.body).toContain('value="12,5"');
    expect(page.body).toContain('value="absent"');
    expect(words(page.body)).toContain("1 numéro n'a pas encore de note");
    expect((await type('ada', lot, ['12,5', 'absent', ''])).location).toContain('message=inchangees');
    const early = await end('ada', lot);
    expect([early.status, words(early.body)]).toEqual([409, expect.stringContaining('Il manque 1 note')]);
    await type('ada', lot, ['', 'a', '']);
    expect((await as('ada').get(`${lot.at}/saisie`)).body).not.toContain('value="12,5"');
    const { rows } = await sql`select 1 from mark_entry where batch_id = ${lot.id}`.execute(db);
    expect(rows).toHaveLength(3);
  });

  it('in two tabs loses nothing: what changed meanwhile is named, what did not is saved', async () => {
    const lot = await aBatch();
    const [one = '', two = '', three = ''] = lot.numbers;
    const version = fieldOn((await as('ada').get(`${lot.at}/saisie`)).body, 'version');
    const save = (cells: Record<string, string>) => as('ada').post(`${lot.at}/saisie`, { version, ...cells });
    expect((await save({ [`n-${one}`]: '8' })).status).toBe(303);
    expect((await save({ [`n-${two}`]: '9' })).status).toBe(303);
    const clash = await save({ [`n-${one}`]: '18', [`n-${three}`]: '7,5' });
    expect([clash.status, words(clash.body)]).toEqual([409, expect.stringContaining('dans un autre onglet')]);
    expect(clash.body).toContain('value="18"');
    expect(clash.body).toContain('value="7,5"');
    const again = await as('ada').post(`${lot.at}/saisie`, {
      version: fieldOn(clash.body, 'version'),
      [`n-${one}`]: '18',
      [`n-${three}`]: '7,5',
    });
    expect(again.status).toBe(303);
  });

  it('is blind: the second person sees nothing of the first, and the head no difference before both have ended', async () => {
    const lot = await aBatch();
    await type('ada', lot, ['12', '13', '14']);
    await end('ada', lot);
    expect((await as('bob').get(`${lot.at}/saisie`)).body).not.toMatch(/value="1[234]"/);
    await type('bob', lot, ['12', '3', '14']);
    expect(await read('head', lot.at)).toContain('Écarts – après les deux saisies');
    expect(await read('head', `${lot.at}/ecarts`)).toContain('Aucun écart');
    const late = await type('ada', lot, ['1', '1', '1']);
    expect([late.status, words(late.body)]).toEqual([409, expect.stringContaining('Cette saisie est terminée')]);
    const entries = await readStream(db, `marks:${lot.id}`, 20);
    expect(JSON.stringify(entries.map(({ data }) => data))).not.toMatch(/halfPoints|"12"/);
  });
});

describe('Settling and locking', () => {
  it('two equal entries are locked, and results read them by enrolment only then', async () => {
    const lot = await typedTwice(['12,5', 'a', 'j']);
    expect((await readLockedMarks(db, PLACE, null)).length).toBe(0);
    expect(await read('head', lot.at)).toContain('À verrouiller');
    expect((await act('head', lot, 'verrou')).location).toBe(`${lot.at}?message=verrouille`);
    const marks = await readLockedMarks(db, PLACE, null);
    expect(marks.map(({ mark }) => JSON.stringify(mark)).toSorted()).toEqual([
      '{"code":"absent"}',
      '{"code":"excused"}',
      '{"code":"mark","halfPoints":25}',
    ]);
    expect(new Set(marks.map(({ enrolmentId }) => enrolmentId))).toEqual(new Set(people));
    const [someone = people[0]] = people;
    expect(await readLockedMarks(db, PLACE, someone === undefined ? [] : [someone])).toHaveLength(1);
    const twice = await as('head').post(`${lot.at}/verrou`, { version: '1' });
    expect(twice.status).toBe(409);
  });

  it('differences are settled on the scripts by a third person, all or some', async () => {
    const lot = await typedTwice(['12', '13', '14'], ['12', '3', '4']);
    const [, two = '', three = ''] = lot.numbers;
    const page = await as('head').get(`${lot.at}/ecarts`);
    expect(numbersOn(page.body)).toEqual([two, three]);
    expect(words(page.body)).toContain('13 puis 3');
    const early = await act('head', lot, 'verrou');
    expect([early.status, words(early.body)]).toEqual([409, expect.stringContaining('Des écarts restent')]);
    const empty = await act('head', lot, 'ecarts', { motif: 'Copie relue en salle' });
    expect([empty.status, words(empty.body)]).toEqual([422, expect.stringContaining('au moins un écart')]);
    const wrong = await act('head', lot, 'ecarts', { [`n-${two}`]: '99', [`n-${three}`]: '14', motif: '' });
    expect(words(wrong.body)).toMatch(/de 0 à 20.*Écrivez le motif/);
    expect(wrong.body).toContain('value="14"');
    expect((await act('head', lot, 'ecarts', { [`n-${two}`]: '13', motif: 'Copie relue en salle' })).status).toBe(303);
    expect(numbersOn((await as('head').get(`${lot.at}/ecarts`)).body)).toEqual([three]);
    expect((await act('head', lot, 'ecarts', { [`n-${three}`]: '14,5', motif: 'Copie relue en salle' })).status).toBe(
      303,
    );
    expect((await act('head', lot, 'verrou')).status).toBe(303);
    expect(await read('head', lot.at)).toMatch(/14,5 \(écart\).*Copie relue en salle/);
  });

  it('whoever typed a batch settles nothing of it, even once they have become head', async () => {
    const lot = await typedTwice(['12', '13', '14'], ['12', '13', '4']);
    await sql`update staff set role = 'head' where account_id = ${idOf('ada')}`.execute(db);
    try {
      const [, , three = ''] = lot.numbers;
      const own = await act('ada', lot, 'ecarts', { [`n-${three}`]: '14', motif: 'Je me souviens bien' });
      expect([own.status, words(own.body)]).toEqual([409, expect.stringContaining('a saisi ce lot')]);
      expect((await act('head', lot, 'ecarts', { [`n-${three}`]: '14', motif: 'Copie relue' })).status).toBe(303);
      expect((await act('ada', lot, 'verrou')).status).toBe(409);
      expect((await act('head', lot, 'verrou')).status).toBe(303);
      const correction = { numero: lot.numbers[0] ?? '', note: '20', motif: 'Pour rendre service' };
      expect((await act('ada', lot, 'correction', correction)).status).toBe(409);
    } finally {
      await sql`update staff set role = 'jury' where account_id = ${idOf('ada')}`.execute(db);
    }
  });

  it('an ended round is reopened with a reason, and a decision falls where it is typed again', async () => {
    const lot = await typedTwice(['12', '13', '14'], ['12', '13', '4']);
    const [, , three = ''] = lot.numbers;
    await act('head', lot, 'ecarts', { [`n-${three}`]: '14', motif: 'Copie relue' });
    const mute = await act('head', lot, 'reouverture', { saisie: 'seconde', motif: ' ' });
    expect([mute.status, words(mute.body)]).toEqual([422, expect.stringContaining('Écrivez le motif')]);
    expect((await act('head', lot, 'reouverture', { saisie: 'seconde', motif: 'Colonne décalée' })).status).toBe(303);
    await type('bob', lot, ['12', '13', '5']);
    await end('bob', lot);
    expect(numbersOn((await as('head').get(`${lot.at}/ecarts`)).body)).toEqual([three]);
    expect(await name(lot.id, 'bob', 'ada').then(({ status }) => status)).toBe(409);
  });

  it('after the lock only a dated correction changes a mark; unlocking wants a reason', async () => {
    const lot = await typedTwice(['12', '13', '14']);
    await act('head', lot, 'verrou');
    const [one = ''] = lot.numbers;
    expect((await type('ada', lot, ['1', '1', '1'])).status).toBe(409);
    expect((await act('head', lot, 'reouverture', { saisie: 'premiere', motif: 'Encore une fois' })).status).toBe(409);
    const refusedCorrections = [
      [{ numero: '123', note: '12,5', motif: 'Report erroné' }, 422, "Ce numéro n'existe pas"],
      [{ numero: '000127S', note: '12,5', motif: 'Report erroné' }, 422, "n'est pas dans ce lot"],
      [{ numero: one, note: '21', motif: 'Report erroné' }, 422, 'de 0 à 20'],
      [{ numero: one, note: '12', motif: 'Report erroné' }, 409, 'déjà la note'],
      [{ numero: one, note: '12,5', motif: '' }, 422, 'Écrivez le motif'],
    ] as const;
    for (const [fields, status, says] of refusedCorrections) {
      const seen = await act('head', lot, 'correction', fields);
      expect([seen.status, words(seen.body)]).toEqual([status, expect.stringContaining(says)]);
      expect(seen.body).toContain(`value="${fields.numero}"`);
    }
    // Read before, so that what is remembered of the batch has to be read anew.
    const before = await readLockedMarks(db, PLACE, null);
    expect(before.some(({ mark }) => JSON.stringify(mark).includes(':30'))).toBe(false);
    const corrected = await act('head', lot, 'correction', { numero: one, note: '15', motif: 'Report erroné' });
    expect(corrected.location).toBe(`${lot.at}?message=corrigee`);
    expect(await read('head', lot.at)).toMatch(/15 \(correction\).*Report erroné/);
    const marks = await readLockedMarks(db, PLACE, null);
    expect(marks.filter(({ mark }) => JSON.stringify(mark).includes(':30')).length).toBe(1);
    expect((await act('head', lot, 'deverrouillage', { motif: '' })).status).toBe(422);
    expect((await act('head', lot, 'deverrouillage', { motif: 'Lot entier à reprendre' })).status).toBe(303);
    const history = (await readStream(db, `marks:${lot.id}`, 20)).map((entry) => entry.name);
    expect(history).toEqual([
      'marks.unlocked',
      'marks.corrected',
      'marks.locked',
      'marks.done',
      'marks.done',
      'marks.entered',
      'marks.entered',
      'marks.named',
      'marks.opened',
    ]);
  });

  it('each act pressed twice is done once and told done; of two heads at the same moment, the other is told', async () => {
    const lot = await typedTwice(['12', '13', '14']);
    const both = async (who: readonly [Name, Name], address: string, fields: Record<string, string> = {}) => {
      const version = fieldOn((await as(who[0]).get(lot.at)).body, 'version');
      await as(who[1]).get(lot.at);
      const press = (one: Parameters<typeof as>[0]) => as(one).post(`${lot.at}/${address}`, { version, ...fields });
      const answers = await Promise.all(who.map(press));
      const late = who[0] === who[1] ? 303 : 409;
      expect([address, answers.map(({ status }) => status).toSorted()]).toEqual([address, [303, late]]);
      if (late === 409) expect(words(answers.find(({ status }) => status === 409)?.body ?? '')).toContain('a changé');
      const first = answers.findIndex(({ status }) => status === 303);
      expect((await press(who[first] ?? 'visitor')).location).toBe(answers[first]?.location);
    };
    await both(['head', 'head'], 'verrou');
    expect(await readLockedMarks(db, PLACE, null).then((all) => all.length)).toBeGreaterThanOrEqual(3);
    await both(['head', 'otherHead'], 'deverrouillage', { motif: 'Lot entier à reprendre' });
    await both(['otherHead', 'head'], 'verrou');
    await both(['head', 'otherHead'], 'correction', {
      numero: lot.numbers[0] ?? '',
      note: '15',
      motif: 'Report erroné',
    });
    const told = (await readStream(db, `marks:${lot.id}`, 20)).map((entry) => entry.name);
    expect(told.slice(0, 4)).toEqual(['marks.corrected', 'marks.locked', 'marks.unlocked', 'marks.locked']);
    expect(told.filter((one) => one === 'marks.locked')).toHaveLength(2);
  });

  it('a page made before is told; another head’s act isn’t undone', async () => {
    const lot = await typedTwice(['12', '13', '14']);
    const old = fieldOn((await as('otherHead').get(lot.at)).body, 'version');
    await act('head', lot, 'reouverture', { saisie: 'premiere', motif: 'Colonne décalée' });
    const late = await as('otherHead').post(`${lot.at}/verrou`, { version: old });
    expect([late.status, words(late.body)]).toEqual([409, expect.stringContaining('Ce lot a changé')]);
  });

  it('the database itself refuses what the rules forget', async () => {
    const lot = await typedTwice(['12', '13', '14']);
    const write = (sort: string, by: string) =>
      sql`insert into mark_entry (academy, session, batch_id, script_id, sort, outcome, half_points, version, reason, by)
        select academy, session, batch_id, id, ${sort}, 'mark', 2, ${sort === 'first' || sort === 'second' ? 1 : null}::integer,
          ${sort === 'first' || sort === 'second' ? null : 'x'}, ${by} from mark_script where batch_id = ${lot.id} limit 1`.execute(
        db,
      );
    await expect(write('first', idOf('ada'))).rejects.toThrow('not the round');
    await expect(write('second', idOf('cid'))).rejects.toThrow('not the round');
    await expect(write('decided', idOf('bob'))).rejects.toThrow('typed the other round');
    await expect(write('corrected', idOf('head'))).rejects.toThrow('locked');
    await act('head', lot, 'verrou');
    await expect(write('decided', idOf('head'))).rejects.toThrow('locked');
    for (const statement of [
      sql`delete from mark_entry where batch_id = ${lot.id}`,
      sql`update mark_entry set half_points = 40 where batch_id = ${lot.id}`,
      sql`update mark_identity set enrolment_id = enrolment_id where batch_id = ${lot.id}`,
      sql`delete from mark_batch where id = ${lot.id}`,
    ])
      await expect(statement.execute(db)).rejects.toThrow('kept');
  });
});

describe('Who sits', () => {
  it('is compared with the list before the lock: who came gets a number, who left is out of it', async () => {
    const lot = await typedTwice(['12', '13', '14']);
    const unit = entrants.at(-1)?.unit ?? '';
    const gone = entrants.findIndex((one) => one.unit === unit);
    const [removed] = entrants.splice(gone, 1);
    const [fourth] = await manyEntrants(db, space, catalogue, 1, [unit]);
    await setClock(AFTER_EXAM);
    expect(await read('head', lot.at)).toContain('2 candidats ont changé');
    const early = await act('head', lot, 'verrou');
    expect([early.status, words(early.body)]).toEqual([409, expect.stringContaining('mettez')]);
    expect((await act('head', lot, 'liste')).location).toBe(`${lot.at}?message=liste`);
    const missing = await act('head', lot, 'verrou');
    expect([missing.status, words(missing.body)]).toEqual([409, expect.stringContaining('Il manque 1 note')]);
    for (const [who, round] of [
      ['ada', 'premiere'],
      ['bob', 'seconde'],
    ] as const) {
      await act('head', lot, 'reouverture', { saisie: round, motif: 'Un candidat de plus' });
      const page = (await as(who).get(`${lot.at}/saisie`)).body;
      const numbers = numbersOn(page);
      expect(numbers).toHaveLength(3);
      const left = lot.numbers.find((number) => !numbers.includes(number)) ?? '';
      const stale = await as(who).post(`${lot.at}/saisie`, { version: fieldOn(page, 'version'), [`n-${left}`]: '9' });
      expect(stale.status).toBe(409);
      const added = numbers.find((number) => !lot.numbers.includes(number)) ?? '';
      await as(who).post(`${lot.at}/saisie`, { version: fieldOn(page, 'version'), [`n-${added}`]: '9,5' });
      await end(who, lot);
    }
    expect((await act('head', lot, 'verrou')).status).toBe(303);
    const marks = (await readLockedMarks(db, PLACE, null)).filter((one) => one.unit === unit);
    expect(marks).toHaveLength(3);
    expect(marks.find(({ enrolmentId }) => enrolmentId === fourth)?.mark).toEqual({ code: 'mark', halfPoints: 19 });
    expect(marks.some(({ enrolmentId }) => enrolmentId === removed?.enrolmentId)).toBe(false);
    // Who comes back finds their number and their mark again.
    if (removed !== undefined) entrants.push(removed);
    await act('head', lot, 'deverrouillage', { motif: 'Un candidat revient' });
    await act('head', lot, 'liste');
    expect((await act('head', lot, 'verrou')).status).toBe(303);
    expect((await readLockedMarks(db, PLACE, null)).filter((one) => one.unit === unit)).toHaveLength(4);
  });

  it('whoever is cancelled while marks are typed takes no mark any more, typed, sent or corrected; the others stand', async () => {
    const lot = await aBatch();
    const [gone] = people;
    const { rows } = await sql<{
      number: string;
    }>`select s.number from mark_identity i join mark_script s on s.id = i.script_id
      where i.batch_id = ${lot.id} and i.enrolment_id = ${gone}`.execute(db);
    const theirs = rows[0]?.number ?? '';
    const others = lot.numbers.filter((number) => number !== theirs);
    expect(others).toHaveLength(2);
    await type('ada', lot, ['12', '13', '14']);
    const before = fieldOn((await as('ada').get(`${lot.at}/saisie`)).body, 'version');
    entrants.splice(
      entrants.findIndex(({ enrolmentId, unit }) => enrolmentId === gone && lot.unit === unit),
      1,
    );
    expect((await act('head', lot, 'liste')).status).toBe(303);
    const late = await as('ada').post(`${lot.at}/saisie`, { version: before, [`n-${theirs}`]: '18' });
    expect(late.status).toBe(409);
    const file = [
      'Session;Spécialité;Unité;Numéro;Note',
      ...lot.numbers.map((number) => `${SESSION};${COIFFURE};${lot.unit};${number};15`),
    ];
    const sent = await as('ada').upload(`${lot.at}/fichier`, {}, Buffer.from(file.join('\r\n')), 'notes.csv');
    expect([sent.status, words(sent.body)]).toEqual([422, expect.stringMatching(/1 défaut .*n'est pas dans ce lot/)]);
    for (const who of ['ada', 'bob'] as const) {
      const version = fieldOn((await as(who).get(`${lot.at}/saisie`)).body, 'version');
      await as(who).post(`${lot.at}/saisie`, {
        version,
        ...Object.fromEntries(others.map((number) => [`n-${number}`, '11'])),
      });
      expect((await end(who, lot)).status).toBe(303);
    }
    expect((await act('head', lot, 'verrou')).status).toBe(303);
    const corrected = await act('head', lot, 'correction', { numero: theirs, note: '18', motif: 'Report erroné' });
    expect([corrected.status, words(corrected.body)]).toEqual([422, expect.stringContaining("n'est pas dans ce lot")]);
    const marks = (await readLockedMarks(db, PLACE, null)).filter(({ unit }) => unit === lot.unit);
    expect(marks.map(({ enrolmentId }) => enrolmentId)).not.toContain(gone);
    expect(marks).toHaveLength(2);
  });
});

describe('Who has a seat', () => {
  it('has a script; who sits without one, or came all the same, is told to the head and added with a reason', async () => {
    const lot = await typedTwice(['12', '13', '14']);
    const unit = entrants.at(-1)?.unit ?? '';
    const seat = (enrolmentId: EnrolmentId | undefined) =>
      enrolmentId === undefined ? [] : [{ enrolmentId, speciality: COIFFURE, unit }];
    const [late] = await manyEntrants(db, space, catalogue, 1, [unit]);
    seats.push(...seat(people[0]), ...seat(people[1]), ...seat(people[2]));
    const one = await read('head', lot.at);
    expect(one).toMatch(/1 candidat n'a pas de copie dans ce lot .*passe l'unité, sans place au plan publié/);
    expect(one).not.toContain('ont changé');
    // Withdrew since the plan: their seat is empty, and their script goes.
    const gone = entrants.findIndex((entrant) => entrant.unit === unit && entrant.enrolmentId === people[2]);
    entrants.splice(gone, 1);
    expect(await read('head', lot.at)).toMatch(/1 candidat a changé .* 1 place du plan est vide/);
    await act('head', lot, 'liste');
    await tell(people[2], unit, 'present');
    expect(await read('head', lot.at)).toMatch(/2 candidats n'ont pas de copie .*pointé présent dans un centre/);
    const add = (fields: Record<string, string>) => act('head', lot, 'ajout', fields);
    const numberOf = async (id: EnrolmentId | undefined): Promise<string> =>
      (await sql<{ number: string }>`select number from enrolment where id = ${id}`.execute(db)).rows[0]?.number ?? '';
    for (const [fields, status, said] of [
      [{ candidat: '', motif: '' }, 422, 'Écrivez le numéro'],
      [{ candidat: 'BP24-00127-X', motif: 'x' }, 422, "n'existe pas"],
      [{ candidat: 'BP24-99999-W', motif: 'x' }, 422, 'Aucun candidat inscrit'],
      [{ candidat: await numberOf(people[0]), motif: 'x' }, 409, 'déjà une copie'],
    ] as const) {
      const refused = await add(fields);
      expect([refused.status, words(refused.body)]).toEqual([status, expect.stringContaining(said)]);
    }
    for (const id of [late, people[2]])
      expect((await add({ candidat: (await numberOf(id)).toLowerCase(), motif: 'Venu, place oubliée' })).location).toBe(
        `${lot.at}?message=ajoute`,
      );
    const whole = await read('head', lot.at);
    expect(whole).not.toMatch(/pas de copie|a changé|ont changé/);
    expect(whole).toContain('3 sur 4');
    expect((await readStream(db, `marks:${lot.id}`, 1))[0]?.data).toMatchObject({ reason: 'Venu, place oubliée' });
    seats.splice(0);
  });
});

describe('After the jury', () => {
  it('a batch isn’t unlocked any more: the refusal names the record and the way out', async () => {
    const lot = await typedTwice(['12', '13', '14']);
    await act('head', lot, 'verrou');
    const before = (await as('head').get(lot.at)).body;
    closed.record = 'PV 2024-001';
    const page = await read('head', lot.at);
    expect(page).toContain('Le jury a clos son procès-verbal sur ces notes (PV 2024-001)');
    const refused = await as('head').post(`${lot.at}/deverrouillage`, {
      version: fieldOn(before, 'version'),
      motif: 'Colonne',
    });
    expect([refused.status, words(refused.body)]).toEqual([409, expect.stringContaining('additif daté')]);
    expect(
      (await act('head', lot, 'correction', { numero: lot.numbers[0] ?? '', note: '15', motif: 'x' })).status,
    ).toBe(303);
    closed.record = null;
  });
});

describe('Lifting the anonymity', () => {
  it('wants a reason, is open to who asked for it alone, for a while, and is in the journal', async () => {
    const lot = await typedTwice(['12', '13', '14']);
    expect((await act('head', lot, 'anonymat', { motif: '' })).status).toBe(422);
    const asked = await act('head', lot, 'anonymat', { motif: 'Étiquettes des copies' });
    // Two clicks are one.
    expect((await act('head', lot, 'anonymat', { motif: 'Étiquettes des copies' })).location).toBe(asked.location);
    const table = await read('head', asked.location);
    for (const name of ['Candidat A', 'Candidat B', 'Candidat C']) expect(table).toContain(name);
    expect(table).toContain('Étiquettes des copies');
    // No mark stands beside a name before the lock.
    expect(table).not.toContain('Note');
    expect((await as('otherHead').get(asked.location)).status).toBe(404);
    expect((await as('ada').get(asked.location)).status).toBe(404);
    await act('head', lot, 'verrou');
    expect(await read('head', asked.location)).toMatch(/Note .*Candidat A .* 1[234] /);
    await setClock(AFTER_EXAM.add({ minutes: 31 }));
    const closed = await as('head').get(asked.location);
    expect([closed.status, words(closed.body)]).toEqual([404, expect.stringContaining('refermée')]);
    const [entry] = (await readStream(db, `marks:${lot.id}`, 20)).filter(({ name }) => name === 'marks.lifted');
    expect([entry?.actorId, entry?.data]).toEqual([idOf('head'), { batchId: lot.id, reason: 'Étiquettes des copies' }]);
  });
});

describe('What the centres said of who came', () => {
  it('stands beside the absences of the scripts, for the head alone, and decides nothing', async () => {
    const lot = await typedTwice(['A', '12', '8']);
    expect(await read('head', lot.at)).toContain('Absences (A ou J) 1 pas de pointage des centres');
    const { rows } = await sql<{ unit: string }>`select unit from mark_batch where id = ${lot.id}`.execute(db);
    const say = (enrolment: string | undefined, state: string) => tell(enrolment, rows[0]?.unit ?? '', state);
    await say(people[0], 'absent');
    await say(people[1], 'present');
    expect(await read('head', lot.at)).toMatch(/Absences \(A ou J\) 1 1 absent pointé dans les centres(?! :)/);
    await say(people[1], 'absent');
    expect(await read('head', lot.at)).toContain("1 2 absents pointés dans les centres : à comparer, rien n'en dépend");
    expect(await read('ada', `${lot.at}/saisie`)).not.toContain('pointé');
  });
});

/** What a centre said of somebody. */
function tell(enrolment: string | undefined, unit: string, state: string): Promise<unknown> {
  return sql`insert into attendance_act (id, academy, session, centre_id, room_id, day, enrolment_id, unit, state, source, device, seen, said_at, "by")
    values (gen_random_uuid(), 'clermont', ${SESSION}, gen_random_uuid(), gen_random_uuid(), '2024-06-03', ${enrolment}, ${unit}, ${state},
      'page', 'x', 0, business_now(), gen_random_uuid())`.execute(db);
}
