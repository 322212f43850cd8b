import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { xlsxOf } from '../../../platform/tables/xlsx.ts';
import { NATIONAL_COLUMNS } from '../../../scope/index.ts';
import { deskRoom, STRANGERS } from '../../../testing/desk.ts';
import { ORDINARY_DAY } from '../../../testing/enrolments.ts';
import { stage } from '../../../testing/stage.ts';
import { wordsIn } from '../../../testing/words.ts';
import { oldLists } from '../store/imports.ts';

const { db, registered, setClock, staff } = await stage(deskRoom(), {
  staff: { officer: 'officer', head: 'head', second: 'head', ...STRANGERS },
});
const { officer, head, second } = staff;
const HOME = '/gestion/reprise';
const LISTS = `${HOME}/listes`;
const ABOVE = ['Session;BP 2024', 'Titre;Candidats inscrits', 'Établissement;DEC 0631985X', ';', ';', ';', ';', ''];

type Line = {
  readonly number?: string;
  readonly name?: string;
  readonly first?: string;
  readonly born?: string;
  readonly state?: string;
  readonly code?: string;
};
/** The fifteen columns, as they leave the system in place. */
const line = ({
  number = '01216557741',
  name = 'Marchand',
  first = 'Zoé',
  born = '30/05/1998',
  state = 'Inscrit',
  code = '33608',
}: Line = {}): string =>
  `1A;${number};002 Version 2;;${name};;${first};${born};1A;123456789AB;INDIVIDUEL (411);${code};Coiffure;${state};U30A`;
const csv = (...lines: readonly string[]): Buffer =>
  Buffer.from(`\ufeff${[...ABOVE, Object.values(NATIONAL_COLUMNS).join(';'), ...lines].join('\r\n')}`);
async function send(content: Buffer, who = head, name = 'export.csv', session = 'bp-2024-clermont') {
  await who.get(LISTS);
  return who.upload(LISTS, { session }, content, name);
}
async function bring(...lines: readonly string[]) {
  const { location } = await send(csv(...lines));
  await head.get(location ?? '');
  return { location: location ?? '', done: await head.post(location ?? '', {}) };
}
const count = async (): Promise<number> =>
  Number((await sql<{ n: string }>`select count(*) as n from changeover_line where written`.execute(db)).rows[0]?.n);

beforeEach(async () => {
  await setClock(ORDINARY_DAY);
  await sql`delete from changeover_import`.execute(db);
});

describe('A list of the system in place', () => {
  it('is read, shown, then taken over whole; its people are found by name, number and birth date', async () => {
    const sent = await send(
      csv(line(), line({ number: '2', name: "O'Brien-Ñandú", first: 'Ana, Léa', born: '29/02/2000' })),
    );
    expect(sent.status).toBe(303);
    expect(await count()).toBe(0);
    const preview = (await head.get(sent.location ?? '')).body;
    expect(preview).toContain('Importer 2');
    expect(preview).toContain('01216557741');
    const tray = async () => wordsIn((await head.get('/gestion/travaux')).body);
    expect(await tray()).toMatch(/export\.csv, à relire et à confirmer .* En cours, 0 sur 2/);
    const done = await head.post(sent.location ?? '', {});
    expect(done.location).toBe(`${HOME}?message=liste-importee`);
    expect(await tray()).toMatch(/export\.csv .* Terminé, 2 sur 2/);
    expect(await count()).toBe(2);
    for (const asked of ['marchand', '01216557741', '30/05/1998', 'obrien nandu', '29/02/2000', 'ana', '2'])
      expect((await officer.get(`${HOME}?recherche=${encodeURIComponent(asked)}`)).body, asked).toContain('À inscrire');
    expect((await officer.get(`${HOME}?recherche=personne`)).body).toContain('ne correspond');
    const { rows } = await sql<{ data: string }>`select data from journal where name = 'changeover.imported'`.execute(
      db,
    );
    expect(JSON.parse(rows.at(-1)?.data ?? '')).toMatchObject({ lines: 2, known: 0, joined: 0 });
  });

  it('two clicks are one, and the same file again changes nothing', async () => {
    const { location } = await bring(line());
    expect((await head.post(location, {})).status).toBe(303);
    expect(await count()).toBe(1);
    const again = await send(csv(line()));
    expect(again.status).toBe(422);
    expect(again.body).toContain('déjà repris');
    const more = await send(csv(line(), line({ number: '2', first: 'Ana' })));
    expect((await head.get(more.location ?? '')).body).toContain('déjà reprises');
    expect((await send(csv(line({ name: 'Durand' })))).body).toContain('sous un autre nom');
  });

  it('of two heads who bring the same people, the second reads it again', async () => {
    const [one, other] = [await send(csv(line())), await send(csv(line()), second)];
    await head.get(one.location ?? '');
    await second.get(other.location ?? '');
    const done = await Promise.all([head.post(one.location ?? '', {}), second.post(other.location ?? '', {})]);
    expect(done.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await count()).toBe(1);
  });

  it('with thirty faults says each with its line, and keeps nothing', async () => {
    const lines = Array.from({ length: 30 }, (_, at) =>
      line({ number: `${at + 1}`, first: `Ana${'é'.repeat(at)}`, born: '30/02/1998' }),
    );
    const sent = await send(csv(...lines));
    expect(sent.status).toBe(422);
    expect(sent.body).toContain('30\u00a0défauts');
    expect(sent.body).toContain('Ligne\u00a010');
    expect(sent.body).toContain('Ligne\u00a039');
    const { rows } = await sql`select from changeover_import`.execute(db);
    expect(rows).toEqual([]);
  });

  it.each([
    ['no file', Buffer.alloc(0), '', 422, 'Choisissez le fichier'],
    ['an empty file', Buffer.alloc(0), 'a.csv', 422, 'vide'],
    ['a PDF', Buffer.from('%PDF-1.7\0'), 'a.pdf', 422, 'tableau'],
    ['a ZIP', Buffer.from('PK\u0003\u0004nothing'), 'a.xlsx', 422, 'Rien'],
    [
      '5,001 lines',
      csv(...Array.from({ length: 5_001 }, (_, at) => line({ number: `${at + 1}` }))),
      'a.csv',
      422,
      'lignes',
    ],
    ['more than 5 MB', Buffer.alloc(5_000_002, 'a'), 'a.csv', 413, '5\u00a0Mo'],
  ])('%s is refused with a sentence', async (_, content, name, status, words) => {
    const sent = await send(content, head, name);
    expect(sent.status).toBe(status);
    expect(sent.body).toContain(words);
  });

  it('of a hundred thousand lines is refused in words, before it is read', async () => {
    const many = csv(...Array.from({ length: 100_000 }, (_, at) => line({ number: `${at + 1}` })));
    const sent = await send(many);
    expect(sent.status).toBe(413);
    expect(sent.body).toContain('exportez un examen');
    expect(await count()).toBe(0);
  });

  it('without a column, or with one twice, says which by its name, and how it is put right', async () => {
    const names = Object.values(NATIONAL_COLUMNS);
    const sentWith = async (headings: readonly string[]) =>
      (await send(Buffer.from(`${headings.join(';')}\n${line()}`))).body;
    expect(await sentWith(names.map((name) => (name === NATIONAL_COLUMNS.birthDate ? 'Autre' : name)))).toContain(
      `Il manque la colonne «\u00a0${NATIONAL_COLUMNS.birthDate}\u00a0»`,
    );
    expect(await sentWith(names.map((name) => (name === 'INE' ? NATIONAL_COLUMNS.firstNames : name)))).toContain(
      'est là deux fois. Gardez-en une.',
    );
  });

  const AT_ONCE = [';', ',', '\t'].map((sign) => [sign === '\t' ? 'tabs' : sign, sign] as const);
  it.each(AT_ONCE)('separated by %s, under a title of words and commas, is read', async (_, sign) => {
    const above = [
      'Session;BP 2024',
      '"Candidats inscrits, par examen, par spécialité, par établissement, par division"',
    ];
    const lines = [...above, Object.values(NATIONAL_COLUMNS).join(';'), line({ born: '29/02/2000' })];
    const sent = await send(Buffer.from(lines.join('\r\n').replaceAll(';', sign)));
    expect(sent.status).toBe(303);
    expect((await head.get(sent.location ?? '')).body).toContain('29/02/2000');
  });

  it('as an old spreadsheet writes it, and as a workbook, is read the same', async () => {
    const rows = [Object.values(NATIONAL_COLUMNS), line({ name: 'Çağlar-Noël' }).replace('ğ', 'g').split(';')];
    const old = await send(Buffer.from(rows.map((row) => row.join(';')).join('\r\n'), 'latin1'));
    expect((await head.get(old.location ?? '')).body).toContain('Çaglar-Noël');
    const sheet = async function* () {
      yield* rows;
    };
    const book = Buffer.concat(await Array.fromAsync<Uint8Array>(xlsxOf('Candidats', sheet())));
    const sent = await send(book, head, 'export.xlsx');
    expect(sent.status).toBe(303);
    expect((await head.get(sent.location ?? '')).body).toContain('Çaglar-Noël');
  });

  it('born on a day that no year has is refused, and on the 29 February of a year that has one it isn t', async () => {
    expect((await send(csv(line({ born: '29/02/1999' })))).status).toBe(422);
    expect((await send(csv(line({ born: '29/02/2000' })))).status).toBe(303);
  });

  it('is of a session that can still be corrected', async () => {
    expect((await send(csv(line()), head, 'a.csv', 'bp-1999-nowhere')).body).toContain('Choisissez la session');
  });

  it('whoever may be registered here already is decided by a person, and joins their file', async () => {
    const file = await registered({});
    const { birthName, firstNames, birthDate } = file.candidate;
    const [year, month, day] = birthDate.toString().split('-');
    const sent = await send(
      csv(line({ name: birthName.toUpperCase(), first: firstNames, born: `${day}/${month}/${year}` })),
    );
    const at = sent.location ?? '';
    const preview = (await head.get(at)).body;
    expect(preview).toContain(file.enrolment.number);
    const [, field = ''] = /name="(paire-[0-9a-f-]+)"/.exec(preview) ?? [];
    const silent = await head.post(at, {});
    expect([silent.status, await count()]).toEqual([422, 0]);
    await head.get(at);
    expect((await head.post(at, { [field]: 'meme' })).status).toBe(303);
    expect((await officer.get(HOME)).body).toContain(`/gestion/dossiers/${file.enrolment.id}`);
    const { rows } = await sql`select from journal where name = 'changeover.joined'`.execute(db);
    expect(rows).toHaveLength(1);
    const lists = (await head.get(LISTS)).body;
    expect(lists).toContain('ne se retire plus');
  });

  it('is forgotten the day after where nobody confirms it, and a year after it was', async () => {
    await bring(line());
    await send(csv(line({ number: '2', name: 'Autre' })));
    const kept = { unconfirmed: Temporal.Duration.from({ days: 1 }), confirmed: Temporal.Duration.from({ days: 365 }) };
    const left = async (days: number): Promise<number> => {
      await setClock(Temporal.Instant.from(ORDINARY_DAY).add({ hours: 24 * days }));
      await db.transaction().execute(oldLists(kept).erase);
      return (await sql`select 1 from changeover_import`.execute(db)).rows.length;
    };
    expect([await left(0), await left(2), await left(364), await left(366)]).toEqual([2, 1, 1, 0]);
  });

  it('is taken back with a reason while nothing was begun from it', async () => {
    const { location } = await bring(line());
    await head.get(LISTS);
    const without = await head.post(`${location}/retrait`, {});
    expect(without.status).toBe(422);
    const taken = await head.post(`${location}/retrait`, { motif: 'Mauvais export.' });
    expect(taken.location).toBe(`${LISTS}?message=liste-retiree`);
    expect(await count()).toBe(0);
    expect((await head.get(LISTS)).body).toContain('Retirée');
    expect((await head.post(`${location}/retrait`, { motif: 'Encore.' })).status).toBe(409);
    expect((await send(csv(line()))).status).toBe(303);
  });

  it('is seen by who follows its specialities, and brought in by a head alone', async () => {
    const { location } = await bring(line());
    expect((await staff['another group'].get(HOME)).body).not.toContain('Marchand');
    expect((await staff['another academy'].get(location)).status).toBe(404);
    expect((await officer.get(LISTS)).status).toBe(404);
    expect((await staff.admin.get(HOME)).status).toBe(404);
    expect((await officer.get(HOME)).body).not.toContain(LISTS);
    expect((await head.get(`${LISTS}/modele.csv`)).body).toContain('Numéro candidat');
  });
});
