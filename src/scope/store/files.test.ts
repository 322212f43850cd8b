import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { foldName } from '../../accounts/index.ts';
import { officeRoom } from '../../testing/desk.ts';
import { aDraft, type TestEnrolment, withdraw } from '../../testing/enrolments.ts';
import { stage } from '../../testing/stage.ts';
import { readSearch } from '../rules/searchWords.ts';
import type { FileState, Scope } from '../scope.ts';
import { PAGE_SIZE, searchFiles } from './files.ts';

const made: TestEnrolment[] = [];
const SCOPE: Scope = { academy: 'clermont', sessions: ['bp-2024-clermont'], portfolios: ['G2'], pieces: 'ordinary' };
const PEOPLE = [
  { birthName: 'Lefèvre', usageName: 'Durand', firstNames: 'Camille Jeanne' },
  { birthName: "D'Ûrville-Nuñez", usageName: null, firstNames: 'Zoé, Anaïs' },
  { birthName: 'Œuvrard', usageName: null, firstNames: 'Éloïse' },
  { birthName: 'Martin', usageName: null, firstNames: 'Paul' },
];

const { db, catalogue, events, registered } = await stage(officeRoom);
for (const status of PEOPLE)
  made.push(await registered({ status, address: `${foldName(status.birthName).replaceAll(' ', '')}@domaine.fr` }));
await aDraft(db, { events: events, catalogue, status: { birthName: 'Brouillon' } });

const find = async (typed: string, scope = SCOPE, state: FileState | null = null) => {
  const found = await searchFiles(db, scope, { search: readSearch(typed, ['BP24']), state, session: null }, 1);
  return { ...found, names: found.files.map((file) => file.name) };
};
const names = async (typed: string): Promise<readonly string[]> => (await find(typed)).names;

describe('A file is found', () => {
  it('by name, whatever the accents, capitals, apostrophes, hyphens and ligatures', async () => {
    for (const typed of ['lefevre', 'LEFÈVRE', 'lefèv'])
      expect(await names(typed), typed).toEqual(['Lefèvre (Durand) Camille']);
    for (const typed of ["d'urville", 'D’Ûrville', 'durville nunez', 'zoe nuñez', 'Nunez Anais'])
      expect(await names(typed), typed).toEqual(["D'Ûrville-Nuñez Zoé"]);
    for (const typed of ['oeuvrard', 'ŒUVRARD', 'eloise'])
      expect(await names(typed), typed).toEqual(['Œuvrard Éloïse']);
  });
  it('by the name in use', async () => {
    expect(await names('durand')).toEqual(['Lefèvre (Durand) Camille']);
  });
  it('by its number, whole or as people read it out', async () => {
    const number = made[1]?.enrolment.number ?? '';
    expect(await names(number.toLowerCase().replaceAll('-', ' '))).toEqual(["D'Ûrville-Nuñez Zoé"]);
    expect(await names(String(Number(number.slice(5, 10))))).toEqual(["D'Ûrville-Nuñez Zoé"]);
    expect(await names(number.slice(0, -2))).toEqual(["D'Ûrville-Nuñez Zoé"]);
    expect(await names(`${number.slice(0, -1)}${number.endsWith('A') ? 'B' : 'A'}`)).toEqual([]);
  });
  it('by its mail, where % and _ are letters like others', async () => {
    expect(await names('LEFEVRE@domaine.fr')).toEqual(['Lefèvre (Durand) Camille']);
    expect(await names('%@domaine.fr')).toEqual([]);
  });
  it('by any part of its mail, where nobody bears that name', async () => {
    await sql`update auth_user set email = 'candidat.12_a@domaine.fr' where id = ${made[3]?.enrolment.candidateId ?? ''}`.execute(
      db,
    );
    for (const typed of ['candidat.12', 'Candidat.12_A', 'idat.12'])
      expect(await names(typed), typed).toEqual(['Martin Paul']);
    expect(await names('candidat.13')).toEqual([]);
  });
  it('by a phone, with or without its country, and by the day of birth', async () => {
    const one = made[0]?.enrolment.id ?? '';
    await sql`update enrolment set version = version + 1,
      registered = jsonb_set(registered, '{identification,otherPhone}', '"+33 7 98 76 54 32"') where id = ${one}`.execute(
      db,
    );
    for (const typed of ['07 98 76 54 32', '0798765432', '+33 798 765 432', '0033 7.98.76.54.32'])
      expect(await names(typed), typed).toEqual(['Lefèvre (Durand) Camille']);
    for (const typed of ['798765432', '76 54 32', '765432', '54 32', '54-32'])
      expect(await names(typed), typed).toEqual(['Lefèvre (Durand) Camille']);
    for (const typed of ['07 98 76 54 33', '54 33', '76 54']) expect(await names(typed), typed).toEqual([]);
    await sql`update candidate set birth_date = '1999-02-28' where account_id = ${made[0]?.enrolment.candidateId ?? ''}`.execute(
      db,
    );
    for (const typed of ['28/02/1999', '28021999', '1999-02-28', '02/28/1999', '28 février 1999'])
      expect(await names(typed), typed).toEqual(['Lefèvre (Durand) Camille']);
    expect(await names('29/02/1999')).toEqual([]);
  });
  it('with a typing mistake, and says that the name is only close', async () => {
    for (const typed of ['lefevr camile', 'Lefebvre', 'durvile'])
      expect((await find(typed)).approximate, typed).toBe(true);
    expect(await names('lefevr camile')).toEqual(['Lefèvre (Durand) Camille']);
    for (const typed of ['Durnad', 'Lefvere', 'Lefvere Camlile'])
      expect(await find(typed), typed).toMatchObject({ names: ['Lefèvre (Durand) Camille'], approximate: true });
    expect(await names('xyzw')).toEqual([]);
    expect(await names('Σωκράτης')).toEqual([]);
    expect((await find('martin')).approximate).toBe(false);
  });
});

describe('The list', () => {
  it('holds every registered file by name, and never a draft', async () => {
    expect(await names('')).toEqual([
      "D'Ûrville-Nuñez Zoé",
      'Lefèvre (Durand) Camille',
      'Martin Paul',
      'Œuvrard Éloïse',
    ]);
    expect(await names('brouillon')).toEqual([]);
  });
  it('holds nothing of another group or academy', async () => {
    expect((await find('', { ...SCOPE, portfolios: ['G1'] })).total).toBe(0);
    expect((await find('', { ...SCOPE, portfolios: [] })).total).toBe(0);
    expect((await find('', { ...SCOPE, academy: 'lyon' })).total).toBe(0);
    expect((await find('', { ...SCOPE, portfolios: null })).total).toBe(4);
  });
  it('is narrowed by state', async () => {
    const [first, second] = made;
    if (first === undefined || second === undefined) throw new Error('nobody');
    await sql`update enrolment set signed_version = version, signed_at = business_now() where id = ${second.enrolment.id}`.execute(
      db,
    );
    await withdraw(db, { events: events, catalogue }, first);
    expect((await find('', SCOPE, 'withdrawn')).names).toEqual(['Lefèvre (Durand) Camille']);
    expect((await find('', SCOPE, 'signed')).names).toEqual(["D'Ûrville-Nuñez Zoé"]);
    expect((await find('', SCOPE, 'to-sign')).total).toBe(2);
  });
});

describe('Who bears two of the words that one typed may be', () => {
  it('is one file, counted once, in its place', async () => {
    const status = { birthName: 'Jeanneau', usageName: null, firstNames: 'Marie-Jeanne' };
    await registered({ status, address: 'mj@domaine.fr' });
    expect(await find('jeann')).toMatchObject({
      names: ['Jeanneau Marie-Jeanne', 'Lefèvre (Durand) Camille'],
      total: 2,
      approximate: false,
    });
    expect((await find('jeann', SCOPE, 'to-sign')).names).toEqual(['Jeanneau Marie-Jeanne']);
    expect((await find('jeann', { ...SCOPE, portfolios: ['G1'] })).total).toBe(0);
    expect((await find('jeann', { ...SCOPE, sessions: ['bp-demo'] })).total).toBe(0);
    expect((await find('jeann', { ...SCOPE, academy: 'lyon' })).total).toBe(0);
  });
  it('comes by how near the word is, then by name', async () => {
    expect(await find('Jaenneau')).toMatchObject({ names: ['Jeanneau Marie-Jeanne'], approximate: true });
    const near = await find('jeannea');
    expect([near.names, near.approximate]).toEqual([['Jeanneau Marie-Jeanne'], false]);
    const close = await find('janneau');
    expect(close.approximate).toBe(true);
    expect(close.names[0]).toBe('Jeanneau Marie-Jeanne');
  });
});

describe('Names that are only close', () => {
  it('go on to a second page', async () => {
    const status = { birthName: 'Chabannes', usageName: null, firstNames: 'Luc' };
    for (let n = 0; n <= PAGE_SIZE; n++) await registered({ status, address: `luc${n}@domaine.fr` });
    const on = (page: number, typed: string) =>
      searchFiles(db, SCOPE, { search: readSearch(typed, ['BP24']), state: null, session: null }, page);
    expect(await on(2, 'chabanes')).toMatchObject({ total: PAGE_SIZE + 1, approximate: true });
    expect((await on(2, 'chabanes')).files).toHaveLength(1);
    expect(await on(3, 'chabannes')).toMatchObject({ total: PAGE_SIZE + 1, files: [], approximate: false });
  }, 600_000);
});

describe('The database and the page fold names alike', () => {
  it.each(["D'Ûrville-Nuñez", 'ŒUVRE Æther', 'Straße', 'Łukasz Đỗ Ø', 'O’Neill', ' A.  B ', 'Nguyễn Thị', 'Jean–Paul'])(
    '%s',
    async (name) => {
      const { rows } = await sql<{ folded: string }>`select office_fold(${name}) as folded`.execute(db);
      expect(rows[0]?.folded).toBe(foldName(name));
    },
  );
});

describe('Without trigrams, on a PostgreSQL whose owner forbids extensions', () => {
  beforeAll(() => sql`drop extension pg_trgm cascade`.execute(db));
  it('the search is exact and nothing breaks', async () => {
    expect(await names('martin')).toEqual(['Martin Paul']);
    expect(await find('marten')).toMatchObject({ total: 0, approximate: false });
  });
});
