import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { readStream } from '../platform/journal.ts';
import { aCentre } from '../testing/exam.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, fieldsOn, words } from '../testing/words.ts';
import { PERSON_COLUMNS, personHeadings } from './rules/personLines.ts';
import { aPerson, boardIds, examinerRoom, heldBoards, SESSION } from './testing.ts';

const {
  db,
  deps,
  staff: { head, gaelle, keeper },
  setClock,
  candidates: { camille, zoe, lou },
} = await stage(examinerRoom, {
  staff: { head: 'head', gaelle: 'examiner', keeper: 'centre' },
  candidates: { camille: 'Camille', zoe: 'Zola', lou: 'Loubet' },
  on: '2024-05-01T10:00+02:00',
});
const { id: centre, rooms } = await aCentre(db, ['A', 'B', 'C']);
const far = await aCentre(db, ['Loin'], { code: 'LYC-2', name: 'Lycée du Velay' });
await sql`update exam_centre set postcode = '43000', city = 'Le Puy' where id = ${far.id}`.execute(db);

const AT = '/gestion/examen/examinateurs';
const both = [camille.enrolment.id, zoe.enrolment.id];
const BOARDS = [
  { held: 'oral', unit: 'U41', room: rooms.A ?? '', at: '2024-06-03T08:00', enrolments: both },
  { held: 'oral', unit: 'U41', room: far.rooms.Loin ?? '', at: '2024-06-03T09:00', enrolments: [lou.enrolment.id] },
  { held: 'practical', unit: 'U10', room: rooms.B ?? '', at: '2024-06-04T13:30', minutes: 150, enrolments: both },
  { held: 'written', unit: 'U20', room: rooms.C ?? '', at: '2024-06-05T08:00', minutes: 120, enrolments: both },
  { held: 'written', unit: 'U30', room: rooms.C ?? '', at: '2024-06-05T10:00', minutes: 60, enrolments: both },
] as const;
beforeEach(async () => {
  await sql`truncate board_member, examiner_link, examiner cascade`.execute(db);
  await sql`delete from exam_plan`.execute(db);
  await sql`delete from exam_sitting`.execute(db);
  await heldBoards(db, BOARDS);
});

const read = async (path: string): Promise<string> => words((await head.get(path)).body);
const boardPage = async (index: number): Promise<string> => `${AT}/commissions/${(await boardIds(db))[index]}`;
const act = (page: string, name: string, fields: Record<string, string>) => head.post(`${page}/${name}`, fields);
const seated = async (): Promise<readonly string[]> =>
  (
    await sql<{
      said: string;
    }>`select e.last_name || ' ' || m.state as said from board_member m join examiner e on e.id = m.examiner_id
      order by m.added_at, e.last_name`.execute(db)
  ).rows.map(({ said }) => said);

describe('Boards of the published plan', () => {
  it('are a test in a room, and of a hall all that is sat there in half a day', async () => {
    const { rows } =
      await sql`select held, units, candidates, to_char(starts_at at time zone 'Europe/Paris', 'DD HH24:MI') as "from",
      to_char(ends_at at time zone 'Europe/Paris', 'HH24:MI') as "to" from exam_board order by starts_at`.execute(db);
    expect(rows).toEqual(
      [
        { held: 'oral', units: ['U41'], candidates: 2n, from: '03 08:00', to: '08:40' },
        { held: 'oral', units: ['U41'], candidates: 1n, from: '03 09:00', to: '09:20' },
        { held: 'practical', units: ['U10'], candidates: 2n, from: '04 13:30', to: '16:00' },
        { held: 'written', units: ['U20', 'U30'], candidates: 2n, from: '05 08:00', to: '11:00' },
      ].map((row) => ({ ...row, candidates: expect.anything() })),
    );
  });

  it('keep who sits on them when the plan is corrected, where the test stays in its room', async () => {
    const person = await aPerson(db, 'Arnal');
    const page = await boardPage(0);
    await act(page, 'ajouter', { personne: person });
    await sql`insert into exam_plan (id, academy, session, number, state, ordered_by, ordered_at, published_by, published_at)
      select gen_random_uuid(), academy, session, number + 1, 'replaced', ordered_by, ordered_at, published_by, published_at from exam_plan`.execute(
      db,
    );
    expect(await read(page)).toContain('Alix Arnal');
  });

  it('are none before a plan is published, and say so', async () => {
    await sql`delete from exam_plan`.execute(db);
    expect(await read(AT)).toContain("Aucune répartition n'est publiée");
    const filled = await head.post(`${AT}/completer`, {});
    expect([filled.status, words(filled.body)]).toEqual([
      409,
      expect.stringContaining("Aucune répartition n'est publiée"),
    ]);
  });
});

describe('Who sits on them', () => {
  it('is proposed by the machine, a teacher and somebody of the trade; nobody is at two places; what nobody suits stays short', async () => {
    await aPerson(db, 'Enseignant');
    await aPerson(db, 'Patronne', { side: 'employer' });
    await aPerson(db, 'Surveillante', { tasks: ['invigilation'], specialities: [] });
    await aPerson(db, 'Retirée', { side: 'employee', retired: true });
    expect(await read(AT)).toContain('4 commissions et salles, 4 incomplètes');
    const filled = await head.post(`${AT}/completer`, {});
    expect(filled.location).toBe(`${AT}?session=${SESSION}&complete=5-2`);
    expect(await seated()).toEqual([
      'Enseignant proposed',
      'Enseignant proposed',
      'Patronne proposed',
      'Patronne proposed',
      'Surveillante proposed',
    ]);
    const page = await read(filled.location);
    expect(page).toContain('5 places proposées. 2 commissions restent incomplètes.');
    expect(page).toMatch(/Lycée du Velay, Loin Coiffure, U41 Personne il manque 1 enseignant et 1 professionnel/);
    const again = await head.post(`${AT}/completer`, {});
    expect(await read(again.location)).toContain('Personne de plus ne convient : 2 commissions restent incomplètes');
    const [last] = await readStream(db, `exam:clermont:${SESSION}`, 1);
    expect(last).toMatchObject({ name: 'board.proposed', data: { seats: 5, short: 2 } });
  });

  it('is added by hand: who suits comes first, what speaks against somebody is said, what bars them is refused', async () => {
    const [near, other] = [await aPerson(db, 'Proche'), await aPerson(db, 'Autre', { specialities: ['45022108'] })];
    const linked = await aPerson(db, 'Liée', { side: 'employer' });
    await sql`insert into examiner_link (id, academy, examiner_id, enrolment_id, kind, said_by)
      values (gen_random_uuid(), 'clermont', ${linked}, ${camille.enrolment.id}, 'employs', gen_random_uuid())`.execute(
      db,
    );
    const [page, elsewhere] = [await boardPage(0), await boardPage(1)];
    const shown = await read(page);
    expect(shown).toMatch(
      /Proche Alix \(enseignant, \d+ km\).*Autre Alix \(enseignant, \d+ km, pas de cette spécialité\)/,
    );
    expect(shown).not.toContain('Liée');
    expect(shown).toContain('Il manque 1 enseignant et 1 professionnel.');
    expect(words((await act(page, 'ajouter', { personne: linked })).body)).toContain('a déclaré un lien');
    const gone = await act(page, 'ajouter', { personne: 'personne' });
    expect([gone.status, words(gone.body)]).toEqual([422, expect.stringContaining("n'est pas dans les fiches")]);
    expect((await act(page, 'ajouter', { personne: near })).location).toContain('message=ajoute');
    // The two boards are an hour apart, and the way takes longer.
    expect(await read(elsewhere)).not.toContain('Proche Alix');
    expect((await act(page, 'ajouter', { personne: other })).status).toBe(303);
    const twice = await act(page, 'ajouter', { personne: other });
    const late = await act(elsewhere, 'ajouter', { personne: near });
    expect(words(late.body)).toContain('lundi 3 juin 2024, de 8 h 00 à 8 h 40, Lycée des Puys');
    expect([twice.status, late.status, await seated()]).toEqual([409, 409, ['Proche proposed', 'Autre proposed']]);
    const [entry] = await readStream(db, `exam:clermont:${SESSION}`, 1);
    expect(entry).toMatchObject({ name: 'board.seated', data: { despite: ['speciality'], insteadOf: null } });
    expect(await read(page)).toMatch(/Alix Autre enseignant pas encore convoqué pas de cette spécialité/);
  });

  it('is taken off or replaced with a reason, once, whatever two people click', async () => {
    const [first, second] = [await aPerson(db, 'Arnal'), await aPerson(db, 'Blanc')];
    const page = await boardPage(0);
    await act(page, 'ajouter', { personne: first });
    const { body } = await head.get(page);
    const leaving = { membre: fieldOn(body, 'membre'), version: fieldOn(body, 'version') };
    const bare = await act(page, 'retirer', leaving);
    expect([bare.status, words(bare.body)]).toEqual([422, expect.stringContaining('Dites pourquoi.')]);
    const replacing = { ...leaving, motif: 'Souffrante', par: second };
    const [one, other] = await Promise.all([act(page, 'retirer', replacing), act(page, 'retirer', replacing)]);
    expect([one.status, other.status].toSorted()).toEqual([303, 409]);
    expect(await seated()).toEqual(['Arnal released', 'Blanc proposed']);
    expect(await read(page)).toMatch(/Qui n'en est plus.*Alix Arnal retiré Souffrante/);
    const now = (await head.get(page)).body;
    const member = { membre: fieldOn(now, 'membre'), motif: 'Plus besoin', par: '' };
    expect((await act(page, 'retirer', { ...member, version: '7' })).status).toBe(409);
    expect((await act(page, 'retirer', { ...member, version: fieldOn(now, 'version') })).status).toBe(303);
    // Who left isn't proposed again for that board.
    await head.post(`${AT}/completer`, {});
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from board_member
      where board_id = ${page.split('/').at(-1)} and state = 'proposed'`.execute(db);
    expect(rows[0]?.n).toBe(0);
  });
});

describe('Who came', () => {
  const DAY = '2024-06-03T10:00+02:00';
  const saying = (html: string, said: Readonly<Record<string, string>>): Record<string, string> => {
    const id = /name="version-([\w-]+)"/.exec(html)?.[1] ?? '';
    const fields = Object.entries(said).map(([name, value]) => [`${name}-${id}`, value]);
    return { [`version-${id}`]: fieldOn(html, `version-${id}`), ...Object.fromEntries(fields) };
  };

  it('is said once the test has begun, by the head or at the centre; hours that can’t be are said, and what was typed stays', async () => {
    await aPerson(db, 'Arnal', { postcode: '43000' });
    const [page] = [await boardPage(0)];
    await head.post(`${AT}/completer`, {});
    await sql`insert into attendance_keeper (account_id, academy, session, centre_id, named_by)
      values (${keeper.id}, 'clermont', ${SESSION}, ${centre}, gen_random_uuid()) on conflict do nothing`.execute(db);
    expect(await read(page)).not.toContain('Présence des examinateurs');
    expect(words((await keeper.get('/centre/examinateurs')).body)).toContain(
      "Aucune épreuve aujourd'hui dans votre centre",
    );
    await setClock('2024-06-03T07:59+02:00');
    expect(words((await keeper.get('/centre/examinateurs')).body)).toMatch(
      /A, de 8 h 00 à 8 h 40 Coiffure, U41 Alix Arnal/,
    );
    await setClock(DAY);
    const board = page.split('/').at(-1) ?? '';
    const { body } = await keeper.get('/centre/examinateurs');
    const wrong = await keeper.post(
      `/centre/examinateurs/${board}`,
      saying(body, { venu: 'oui', de: 'tôt', a: '12 h' }),
    );
    expect([wrong.status, words(wrong.body)]).toEqual([422, expect.stringContaining('Cette heure ne se lit pas')]);
    expect(wrong.body).toContain('value="tôt"');
    const done = await keeper.post(
      `/centre/examinateurs/${board}`,
      saying(body, { venu: 'oui', de: '8 h', a: '8 h 45' }),
    );
    expect(done.location).toContain('message=presence');
    const late = await keeper.post(`/centre/examinateurs/${board}`, saying(body, { venu: 'non' }));
    expect(late.status).toBe(409);
    const elsewhere = (await boardIds(db))[1] ?? '';
    expect((await keeper.post(`/centre/examinateurs/${elsewhere}`, {})).status).toBe(404);
    const again = await head.post(
      `${page}/presences`,
      saying((await head.get(page)).body, { venu: 'oui', de: '8 h', a: '9 h' }),
    );
    expect(again.status).toBe(303);
    const { body: csv } = await head.get(`${AT}/presences.csv`);
    expect(csv.replaceAll('\u00a0', ' ')).toMatch(
      /Arnal;Alix;enseignant;;;43000;03\/06\/2024;commission;Coiffure, U41;Lycée des Puys;Riom;8 h 00;8 h 40;oui;8 h 00;9 h 00;60;\d+/,
    );
    const { rows } = await sql<{ id: string }>`select id from examiner where last_name = 'Arnal'`.execute(db);
    const [from, to] = ['2024-07-01T09:30+02:00', '2024-07-01T11:00+02:00'].map((at) => Temporal.Instant.from(at));
    const jury = { name: 'Beauté', place: 'Rectorat', meetsOn: Temporal.PlainDate.from('2024-07-01'), hour: '09:30' };
    const sat = [{ examinerId: rows[0]?.id, jury, came: true, hours: [{ from, to }] }];
    Object.assign(deps, { juryPresences: async () => sat });
    expect((await head.get(`${AT}/presences.csv`)).body.replaceAll('\u00a0', ' ')).toMatch(
      /Arnal;Alix;enseignant;;;43000;01\/07\/2024;jury;Beauté;Rectorat;;9 h 30;;oui;9 h 30;11 h 00;90;/,
    );
    const entries = await readStream(db, `exam:clermont:${SESSION}`, 2);
    expect(entries.map(({ name, actorKind }) => [name, actorKind])).toEqual([
      ['board.came', 'staff'],
      ['board.came', 'staff'],
    ]);
    await setClock('2024-05-01T10:00+02:00');
    const early = await head.post(`${page}/presences`, saying((await head.get(page)).body, { venu: 'non' }));
    expect([early.status, early.location]).toEqual([409, '']);
  });
});

describe('People of the academy', () => {
  const WORDS = {
    lastName: 'Murol',
    firstName: 'Gaëlle',
    side: 'employee',
    title: 'coiffeuse',
    employer: 'Salon du Lac',
    postcode: '63 200',
    postal: '12 rue du Lac, 63200 Riom',
    mail: 'gaelle@exemple.fr',
    phone: '06 12 34 56 78',
    tasks: 'board',
    specialities: 'Coiffure',
    kmMost: '40',
    away: '03/06/2024 matin',
  };
  const FRESH = `${AT}/personnes/nouvelle`;

  it('are written, found, changed; a colleague who changed them meanwhile is not written over', async () => {
    const made = await head.post(FRESH, WORDS);
    expect(made.location).toMatch(/personnes\/[\w-]{36}\?session=bp-2024-clermont&message=enregistre$/);
    const page = made.location.split('?')[0] ?? '';
    const { body } = await head.get(page);
    expect(body).toMatch(/value="63200"[\s\S]*value="12 rue du Lac, 63200 Riom"[\s\S]*value="0612345678"/);
    expect(words(body)).toContain('03/06/2024 matin');
    expect(await read(`${AT}/personnes?recherche=salon`)).toMatch(
      /1 personne.*Murol Gaëlle salarié, coiffeuse Salon du Lac Commission Coiffure/,
    );
    expect(await read(`${AT}/personnes?recherche=zzz`)).toContain('Personne ne correspond');
    const version = fieldOn(body, 'version');
    expect((await head.post(page, { ...WORDS, employer: 'Autre', version })).status).toBe(303);
    const late = await head.post(page, { ...WORDS, employer: 'Perdu', version });
    expect([late.status, late.body.includes('value="Perdu"')]).toEqual([409, true]);
    expect(await read(`${await boardPage(0)}`)).toContain('Murol Gaëlle (salarié');
  });

  it('bear one name at a postcode; what is wrong is said at its field, and what was typed stays', async () => {
    await head.post(FRESH, WORDS);
    const twice = await head.post(FRESH, { ...WORDS, lastName: 'MUROL', firstName: 'Gaelle' });
    expect([twice.status, words(twice.body)]).toEqual([422, expect.stringContaining('a déjà une personne de ce nom')]);
    const wrong = await head.post(FRESH, { ...WORDS, away: 'lundi', specialities: 'Poterie', postcode: '63' });
    expect(wrong.status).toBe(422);
    expect(words(wrong.body)).toMatch(
      /« Poterie » n'est pas une spécialité connue.*« lundi » ne se lit pas comme un jour/,
    );
    expect(words(wrong.body)).toContain('Le code postal a cinq chiffres.');
    expect(wrong.body).toContain('value="Salon du Lac"');
  });

  it('come in a table, whole or not at all, and go out as they came', async () => {
    const line = [
      'Roche',
      'Léa',
      'enseignant',
      'PLP',
      'Lycée des Puys',
      '63000',
      'lea@exemple.fr',
      '0612345678',
      'commission',
      'Coiffure',
      '',
      '',
    ];
    const table = (...lines: readonly (readonly string[])[]) =>
      head.upload(
        '/gestion/examen/importer/examinateurs',
        {},
        Buffer.from(
          [PERSON_COLUMNS.map((column) => personHeadings.names[column]), ...lines]
            .map((cells) => cells.join(';'))
            .join('\r\n'),
        ),
        'tableau.csv',
      );
    const wrong = await table(line, [...line.slice(0, 2), 'patron', ...line.slice(3)]);
    expect(wrong.status).toBe(422);
    expect(words(wrong.body)).toMatch(
      /2 fautes dans le tableau.*Ligne 3, Qualité : la qualité est l'une de.*déjà à la ligne 2/,
    );
    expect(await read(`${AT}/personnes`)).toContain("L'académie n'a encore personne");
    expect((await table(line, ['Brun', ...line.slice(1)])).location).toContain('importe=2-0-0');
    expect((await table(line, ['Brun', ...line.slice(1)])).location).toContain('importe=0-0-0');
    const changed = await table([...line.slice(0, 4), 'Autre lycée', ...line.slice(5)]);
    expect(await read(changed.location)).toContain('1 ligne modifiée');
    const given = (await head.get('/gestion/examen/exporter/examinateurs?format=csv')).body.replace('\uFEFF', '');
    expect(given).toContain(
      'Roche;Léa;enseignant;PLP;Autre lycée;63000;lea@exemple.fr;0612345678;commission;Coiffure;;',
    );
    const back = await head.upload('/gestion/examen/importer/examinateurs', {}, Buffer.from(given), 'tableau.csv');
    expect(back.location).toContain('importe=0-0-0');
    const none = await head.upload(
      '/gestion/examen/importer/examinateurs',
      {},
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]),
      'photo.png',
    );
    expect([none.status, words(none.body)]).toEqual([422, expect.stringContaining("Ce fichier n'est pas un tableau")]);
  });
});

describe('An examiner at their door', () => {
  it('is told whom to ask where the office knows no person of their account; else that nobody asks for them yet', async () => {
    expect(words((await gaelle.get('/commission')).body)).toContain('Aucune fiche ne correspond à votre compte');
    const person = await aPerson(db, 'Murol');
    await sql`update examiner set account_id = ${gaelle.id} where id = ${person}`.execute(db);
    await act(await boardPage(0), 'ajouter', { personne: person });
    const page = words((await gaelle.get('/commission')).body);
    // Proposed is the office's own matter.
    expect(page).toContain('Aucune convocation');
    expect(fieldsOn(page, 'x')).toEqual([]);
  });
});
