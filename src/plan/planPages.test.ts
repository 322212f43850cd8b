import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readStream, verifyJournal } from '../platform/journal.ts';
import { ownDatabase } from '../testing/database.ts';
import {
  ORDINARY_DAY,
  registeredEnrolment,
  setClock,
  shippedCatalogue,
  type TestEnrolment,
  withdraw,
} from '../testing/enrolments.ts';
import { dueExams, watchExams } from '../testing/examRooms.ts';
import { aMember, aRoom, aSitting, openSpace, ROOMS, SESSION } from '../testing/examSite.ts';
import { wrongIn } from '../testing/planChecker.ts';
import { publishedPlans } from '../testing/publishedPlans.ts';
import { fieldOn, words } from '../testing/words.ts';

const people: TestEnrolment[] = [];
const AT = '/gestion/examen/plan';

const test = await ownDatabase(ROOMS);
const { db } = test;
const catalogue = await shippedCatalogue();
const space = await openSpace(db, catalogue);
const head = await aMember(db, space.site, 'head');
for (const birthName of ['Vernet', 'Arnaud', 'Michel'])
  people.push(
    await registeredEnrolment(db, {
      events: space.papers.events,
      catalogue,
      status: { birthName, usageName: null, firstNames: 'Zoé' },
    }),
  );
afterAll(async () => {
  await space.end();
});

let rooms: { readonly near: string; readonly small: string; readonly far: string };
let sittings: { readonly u20: string; readonly u30: string };
beforeEach(async () => {
  for (const table of ['exam_plan', 'exam_sitting', 'exam_room', 'exam_centre'])
    await sql`delete from ${sql.table(table)}`.execute(db);
  rooms = {
    near: await aRoom(db, 'AURILLAC', '15000', 9),
    small: await aRoom(db, 'AURILLAC', '15000', 1),
    far: await aRoom(db, 'PUY', '43000', 9),
  };
  sittings = {
    u20: await aSitting(db, 'U20', '2024-06-03T07:00Z'),
    u30: await aSitting(db, 'U30A', '2024-06-04T07:00Z'),
  };
});

const hidden = (html: string) => ({
  version: fieldOn(html, 'version'),
  cle: fieldOn(html, 'cle'),
});
async function send(path: string, fields: Record<string, string>, page = path, who = head) {
  return who.post(path, { ...hidden((await who.get(page)).body), ...fields });
}
async function drafted(mode = 'all'): Promise<void> {
  expect((await send(`${AT}/repartir`, { mode }, AT)).status).toBe(303);
  await space.papers.jobs.run();
}
const read = async (path: string, who = head): Promise<string> => words((await who.get(path)).body);
const pageOf = (index: number): string => `${AT}/candidats/${people[index]?.enrolment.id}`;
type Row = { readonly unit: string; readonly room: string; readonly frozen: boolean; readonly reason: string | null };
async function seats(index: number): Promise<readonly Row[]> {
  const { rows } =
    await sql<Row>`select s.unit, s.room_id as room, s.frozen, s.reason from exam_seat s join exam_plan p on p.id = s.plan_id
    where p.state = 'draft' and s.enrolment_id = ${people[index]?.enrolment.id} order by unit`.execute(db);
  return rows;
}

describe('Who sits where, on its pages', () => {
  it('begins with nothing, is worked out beside the site, and is read: figures, centres, reasons, one candidate', async () => {
    expect(await read(AT)).toContain('Aucune répartition pour cette session');
    expect((await send(`${AT}/repartir`, { mode: 'all' }, AT)).status).toBe(303);
    expect(await read(AT)).toMatch(/en cours de calcul.*elle se calcule.*Abandonner ce calcul/);
    await space.papers.jobs.run();
    const page = await read(AT);
    expect(page).toMatch(/Candidats placés 3 6 places, une par épreuve ou par phase Sans place 3 18 unités concernées/);
    expect(page).toMatch(/Distance moyenne 0 km à vol d'oiseau/);
    expect(page).toContain('Plusieurs méthodes ont été comparées');
    expect(page).toMatch(/AURILLAC Ville 3 1 1 sur 2 10 PUY Ville 0 0 0 sur 1 9/);
    const centre = /href="([^"]+\/plan\/centres\/[^"]+)"/.exec((await head.get(AT)).body)?.[1] ?? '';
    expect(await read(centre.replaceAll('&amp;', '&'))).toMatch(/lundi 3 juin 2024.*Salle 9 3 sur 9, 9 h 00 à 11 h 00/);
    const without = await head.get(`${AT}/sans-place`);
    expect(words(without.body)).toMatch(
      /3 candidats.*Arnaud.*U41, U42, U51, U52, U60, UF : l'épreuve n'est pas au calendrier \( le calendrier \)/,
    );
    expect(without.body).toContain(`href="/gestion/examen/calendrier?session=${SESSION}"`);
    const one = await read(pageOf(0));
    expect(one).toContain('Lycée AURILLAC, Ville, à 0 km de son domicile à vol d');
    expect(one).toMatch(/U20 lundi 3 juin 2024 à 9 h 00.*, jusqu'à 11 h 00 AURILLAC, Salle 9 3 Déplacer/);
    expect(await read(`${AT}/candidats?q=ARNÀUD`)).toMatch(/1 candidat .*Arnaud.*AURILLAC 0 km/);
    expect(await read(`${AT}/candidats?q=${people[0]?.enrolment.number}`)).toContain('Vernet');
    expect(await read(`${AT}/candidats?q=zoe`)).toContain('3 candidats');
    expect(await read(`${AT}/candidats?q=%25_x%00`)).toContain("n'a ce numéro ou ce nom");
  });

  it('is changed by hand: what it costs is shown before, what cannot be is refused with the reason', async () => {
    await drafted();
    const unit = `${pageOf(0)}/unites/U20`;
    const shown = await read(unit);
    expect(shown).toContain('À 0 km de son domicile');
    expect(shown).toMatch(/Salle 1, 3 juin, 9 h 00 \(1 place libre sur 1/);
    const without = await send(unit, { place: `${sittings.u20}.${rooms.small}`, motif: '' });
    expect([without.status, words(without.body)]).toEqual([422, expect.stringContaining('Indiquez le motif')]);
    const moved = await send(unit, { place: `${sittings.u20}.${rooms.small}`, motif: 'Il demande une salle calme' });
    expect(moved.location).toContain('message=deplace');
    expect(await seats(0)).toEqual([
      { unit: 'U20', room: rooms.small, frozen: true, reason: 'Il demande une salle calme' },
      { unit: 'U30A', room: rooms.near, frozen: false, reason: null },
    ]);
    // Full now: it isn't offered, and who sends it all the same is refused.
    const other = `${pageOf(1)}/unites/U20`;
    expect(await read(other)).toMatch(/Les salles qui ne conviennent pas.*Salle 1 .*la salle est pleine/);
    expect((await send(other, { place: `${sittings.u20}.${rooms.small}`, motif: 'x' })).status).toBe(422);
    const centre = `${pageOf(1)}/centre?centre=${await centreOf('PUY')}`;
    expect(await read(centre)).toMatch(
      /Distance : 0 km aujourd'hui, 11\d km ensuite.*U20 lundi 3 juin 2024.*PUY, Salle 9/,
    );
    expect((await send(centre, { motif: 'Il déménage' })).location).toContain('message=deplace');
    expect((await seats(1)).map(({ room, frozen }) => [room, frozen])).toEqual([
      [rooms.far, true],
      [rooms.far, true],
    ]);
    expect(await read(pageOf(1))).toMatch(/Lycée PUY, Ville, à 11\d km.*place gardée, motif : Il déménage/);
    const takeAway = (motif: string) => send(`${pageOf(2)}/unites/U30A/enlever`, { motif }, `${pageOf(2)}/unites/U30A`);
    const wordless = await takeAway('');
    expect([wordless.status, wordless.body.match(/href="#enlever-motif"/g)]).toEqual([422, ['href="#enlever-motif"']]);
    expect(wordless.body).toContain('<title>Erreur\u00a0: ');
    const away = await takeAway('Il ne viendra pas');
    expect(away.location).toContain('message=enlevee');
    expect((await seats(2)).map((one) => one.unit)).toEqual(['U20']);
    // Placed again: what a person did stays, to the room.
    await drafted('all');
    expect((await seats(0))[0]).toMatchObject({ room: rooms.small, frozen: true });
    expect((await seats(1)).map(({ room }) => room)).toEqual([rooms.far, rooms.far]);
    expect((await seats(2)).map((one) => one.unit)).toEqual(['U20']);
    expect(await read(pageOf(2))).toContain(
      'U30A pas de place place enlevée à la main, motif : Il ne viendra pas Donner une place',
    );
    // Between two tests: the first is what it was, whoever moves the rest.
    await setClock(db, Temporal.Instant.from('2024-06-03T08:00:00Z'));
    expect(await read(pageOf(0))).toMatch(/U20 lundi 3 juin(?!.*Déplacer.*U30A mardi).*U30A mardi 4 juin.*Déplacer/);
    expect(await read(unit)).toContain('Cette épreuve a commencé, ou est passée');
    const version = fieldOn((await head.get(pageOf(0))).body, 'version');
    const late = await head.post(`${unit}/enlever`, { version, motif: 'x' });
    expect([late.status, words(late.body)]).toEqual([409, expect.stringContaining('a commencé, ou est passée')]);
    expect((await head.post(unit, { version, place: `${sittings.u20}.${rooms.near}`, motif: 'x' })).status).toBe(409);
    const half = `${pageOf(0)}/centre?centre=${await centreOf('PUY')}`;
    expect((await send(half, { motif: 'Elle déménage' })).location).toContain('message=deplace');
    expect((await seats(0)).map(({ unit: of, room }) => [of, room])).toEqual([
      ['U20', rooms.small],
      ['U30A', rooms.far],
    ]);
    await setClock(db, ORDINARY_DAY);
    // Let go, they are placed as anybody.
    for (const index of [0, 1, 2])
      expect((await send(`${pageOf(index)}/places`, { garder: 'non' }, pageOf(index))).location).toContain('liberees');
    await drafted('all');
    expect((await seats(1)).map(({ room }) => room)).toEqual([rooms.near, rooms.near]);
    expect((await seats(2)).map((one) => one.unit)).toEqual(['U20', 'U30A']);
    expect((await send(`${pageOf(0)}/places`, { garder: 'oui' }, pageOf(0))).location).toContain('gardees');
    expect((await seats(0)).every(({ frozen }) => frozen)).toBe(true);
    const [entry] = await readStream(db, `exam:clermont:${SESSION}`, 1);
    expect(entry).toMatchObject({ name: 'exam.seatChanged', actorKind: 'staff', data: { what: 'kept' } });
  });

  it('in two tabs: the one that is late is told so, and nothing is written', async () => {
    await drafted();
    const unit = `${pageOf(0)}/unites/U20`;
    const [one, two] = [(await head.get(unit)).body, (await head.get(unit)).body];
    const wanted = { place: `${sittings.u20}.${rooms.small}`, motif: 'x' };
    expect((await head.post(unit, { ...hidden(one), ...wanted })).status).toBe(303);
    const late = await head.post(`${pageOf(1)}/places`, { ...hidden(two), cle: '', garder: 'oui' });
    expect([late.status, words(late.body)]).toEqual([409, expect.stringContaining('La répartition a changé depuis')]);
    expect((await seats(1)).some(({ frozen }) => frozen)).toBe(false);
    // The same form twice is one act.
    expect((await head.post(unit, { ...hidden(one), ...wanted })).status).toBe(303);
    const anew = await head.post(unit, { ...hidden(one), ...wanted, motif: 'Un autre motif' });
    expect([anew.status, anew.body.includes('Un autre motif')]).toEqual([409, true]);
    const again = await head.post(`${AT}/repartir`, { ...hidden(two), cle: '', mode: 'all' });
    expect([again.status, words(again.body)]).toEqual([409, expect.stringContaining('La répartition a changé')]);
    expect(words((await head.post(`${AT}/repartir`, { mode: '' })).body)).toContain('Choisissez ce qui change');
  });

  it('is published after a page that says what it does; what is to be looked at is read first; then it is corrected', async () => {
    await drafted();
    const publication = `${AT}/publication`;
    expect(await read(publication)).toMatch(/Candidats convoqués 3 6 places.*Sans place 3 18 points à regarder/);
    const unread = await send(publication, {});
    expect([unread.status, words(unread.body)]).toEqual([422, expect.stringContaining('cochez que vous avez lu')]);
    expect((await send(publication, { lu: 'on' })).location).toContain('message=publiee');
    expect(await read(AT)).toMatch(/publiée.*Les convocations suivent cette répartition.*Corriger/);
    expect((await head.get(publication)).status).toBe(303);
    expect(await read(pageOf(0))).toContain('pour changer une place, ouvrez une correction');
    expect((await head.get(`${pageOf(0)}/unites/U20`)).status).toBe(409);
    // Somebody withdraws, a unit comes into the calendar: the machine says so.
    await sql`update enrolment set status = 'withdrawn', ended_at = business_now() where id = ${people[2]?.enrolment.id}`.execute(
      db,
    );
    expect(await read(AT)).toMatch(/2 candidats à qui il manque une place, 1 candidat à qui en retirer/);
    expect((await send(`${AT}/corriger`, {}, AT)).location).toContain('message=corrigee');
    expect(await read(publication)).toMatch(/a des fautes qui l'empêchent/);
    expect(await read(`${AT}/fautes`)).toMatch(
      /Michel.*a une place pour une unité qu'il ne présente pas, ou plus \(U20\)/,
    );
    await drafted('missing');
    await send(`${pageOf(0)}/unites/U20`, { place: `${sittings.u20}.${rooms.small}`, motif: 'x' });
    const changes = await read(publication);
    expect(changes).toMatch(/Convocations qui changent 2 depuis la répartition n° 1/);
    expect(changes).toMatch(/Vernet.*autre salle pour U20/);
    expect(changes).toMatch(/Michel.*place retirée pour U20 et U30A/);
    expect((await send(publication, { lu: 'on' })).location).toContain('message=publiee');
    expect(await read(`${AT}?numero=1`)).toContain('Une répartition plus récente');
    await sql`update enrolment set status = 'registered', ended_at = null where id = ${people[2]?.enrolment.id}`.execute(
      db,
    );
    expect(await verifyJournal(db)).toEqual([]);
  });

  it('is published once by a double click, by two tabs, by two heads; who came second is told', async () => {
    const other = await aMember(db, space.site, 'head');
    const publication = `${AT}/publication`;
    const published = async (): Promise<number> =>
      (await readStream(db, `exam:clermont:${SESSION}`, 50)).filter(({ name }) => name === 'sitting.published').length;
    const before = await published();
    for (const [people, expected] of [
      [
        [head, head, 'same form'],
        [303, 303],
      ],
      [
        [head, head, 'two tabs'],
        [303, 409],
      ],
      [
        [head, head, 'two tabs, one after the other'],
        [303, 409],
      ],
      [
        [head, other, 'two heads'],
        [303, 409],
      ],
    ] as const) {
      const [one, two, how] = people;
      await sql`delete from exam_plan`.execute(db);
      await drafted();
      const forms = [hidden((await one.get(publication)).body), hidden((await two.get(publication)).body)];
      space.papers.jobs.orders.splice(0);
      const first = one.post(publication, { ...forms[0], lu: 'on' });
      if (how.endsWith('one after the other')) await first;
      const second = two.post(publication, { ...forms[how === 'same form' ? 0 : 1], lu: 'on' });
      const answers = await Promise.all([first, second]);
      expect([how, answers.map(({ status }) => status).toSorted()]).toEqual([how, expected]);
      const late = answers.find(({ status }) => status === 409);
      if (late !== undefined) expect(words(late.body)).toContain("Cette répartition n'est plus un brouillon");
      expect(space.papers.jobs.orders.filter(({ kind }) => kind === 'summons.tell')).toHaveLength(1);
    }
    expect((await published()) - before).toBe(4);
  });

  it('is looked at each night: three weeks before the first test, whoever has no seat is said', async () => {
    const { db } = test;
    const catalogue = space.deps.catalogue();
    await watchExams(db, catalogue);
    expect(await dueExams(db, 'clermont')).toEqual([]);
    await setClock(db, Temporal.Instant.from('2024-05-12T12:00:00Z'));
    expect(await dueExams(db, 'clermont')).toEqual([]);
    await setClock(db, Temporal.Instant.from('2024-05-13T12:00:00Z'));
    expect(await dueExams(db, 'clermont')).toMatchObject([{ session: SESSION, isPublished: false, add: 3, away: 0 }]);
    expect(await read('/gestion/examen')).toContain(
      "les épreuves commencent le lundi 3 juin 2024, et aucune répartition n'est publiée. Il reste 3 candidats à qui il manque une place",
    );
    await drafted();
    await send(`${AT}/publication`, { lu: 'on' });
    await space.papers.jobs.run();
    // Units that the calendar doesn't have are lacking too.
    expect(await dueExams(db, 'clermont')).toMatchObject([{ isPublished: true, add: 3, away: 0 }]);
    await sql`delete from exam_watch`.execute(db);
    await sql`update enrolment set status = 'withdrawn', ended_at = business_now()`.execute(db);
    await watchExams(db, catalogue);
    expect(await dueExams(db, 'clermont')).toMatchObject([{ add: 0, away: 3 }]);
    await sql`update enrolment set status = 'registered', ended_at = null`.execute(db);
    await watchExams(db, catalogue);
    // Whoever leaves has it look again, once however many leave together.
    const [one, two] = people;
    if (one === undefined || two === undefined) throw new Error('Nobody is enrolled');
    for (const gone of [one, two]) await withdraw(db, { events: space.papers.events, catalogue }, gone);
    const looks = space.papers.jobs.orders.filter(({ kind }) => kind === 'exam.watch');
    expect(looks).toMatchObject([{ data: { academy: 'clermont', session: SESSION }, afterSeconds: 30 }]);
    expect(await dueExams(db, 'clermont')).toMatchObject([{ add: 3, away: 0 }]);
    await space.papers.jobs.run();
    expect(await dueExams(db, 'clermont')).toMatchObject([{ add: 1, away: 2 }]);
    await sql`update enrolment set status = 'registered', ended_at = null`.execute(db);
    await setClock(db, Temporal.Instant.from('2024-09-13T12:00:00Z'));
    await sql`delete from exam_watch`.execute(db);
    await watchExams(db, catalogue);
    expect(await dueExams(db, 'clermont')).toEqual([]);
    await setClock(db, ORDINARY_DAY);
  });

  it('before a board, by hand too, each has the first turn that is free; a board that has none left is full', async () => {
    await sql`update exam_sitting set held = 'oral', minutes = 10, until = starts_at + interval '1 hour', preparation = 10, rest = 5
      where id = ${sittings.u20}`.execute(db);
    await drafted();
    const hours = async () =>
      (
        await sql<{
          at: string;
          room: string;
        }>`select to_char(s.starts_at at time zone 'UTC', 'HH24:MI') as at, s.room_id as room
        from exam_seat s join exam_plan p on p.id = s.plan_id where p.state = 'draft' and s.unit = 'U20' order by 1`.execute(
          db,
        )
      ).rows;
    expect((await hours()).map(({ at }) => at)).toEqual(['07:10', '07:25', '07:40']);
    const board = (await hours())[0]?.room ?? '';
    const unit = `${pageOf(0)}/unites/U20`;
    const freed = await send(`${unit}/enlever`, { motif: 'Il vient plus tard' }, unit);
    expect(freed.status).toBe(303);
    const left = (await hours()).map(({ at }) => at);
    const turn = ['07:10', '07:25', '07:40'].find((hour) => !left.includes(hour)) ?? '';
    const shown = turn.replace('07:', '9 h ');
    expect(await read(unit)).toContain(`3 juin, ${shown}`);
    await send(unit, { place: `${sittings.u20}.${board}`, motif: 'Il peut venir' });
    expect((await hours()).map(({ at }) => at)).toEqual(['07:10', '07:25', '07:40']);
    await send(`${unit}/enlever`, { motif: 'Il vient plus tard' }, unit);
    await sql`update exam_sitting set until = starts_at + interval '20 minutes' where id = ${sittings.u20}`.execute(db);
    expect(await read(unit)).toContain('la salle est pleine');
  });

  it('is looked at when a room gets smaller or is closed after its publication, and what is to mend is said where one prepares', async () => {
    await drafted();
    await send(`${AT}/publication`, { lu: 'on' });
    await space.papers.jobs.run();
    const watched = async (): Promise<string> => {
      await watchExams(db, space.deps.catalogue());
      return read('/gestion/examen');
    };
    expect(await watched()).toMatch(/Répartition publiée, à corriger : 3 candidats à qui il manque une place/);
    const room = `/gestion/examen/salles/${rooms.near}`;
    await send(room, { room: 'Salle 9', capacity: '2' });
    // The machine looks by itself, once whatever is written meanwhile.
    expect(space.papers.jobs.orders.filter(({ kind }) => kind === 'exam.watch')).toHaveLength(1);
    await space.papers.jobs.run();
    expect(await read('/gestion/examen')).toMatch(
      /Répartition publiée, à corriger : .*, 2 fautes de salle ou de trajet/,
    );
    expect(await read(AT)).toContain('2 fautes de salle ou de trajet');
    expect(await read(`${AT}/fautes?numero=1`)).toMatch(/AURILLAC, Salle 9, .* plus de candidats que de places/);
    await send(room, { room: 'Salle 9', capacity: '9', closed: 'oui' });
    expect(await watched()).toContain("3 candidats dont l'heure, la salle ou l'aménagement a changé");
    expect(await read(`${AT}/fautes?numero=1`)).toContain('a une place dans une salle fermée');
    // What is placed again leaves it.
    await drafted();
    expect((await seats(0)).map((one) => one.room)).not.toContain(rooms.near);
    await send(room, { room: 'Salle 9', capacity: '9' });
  });

  it('holds for a checker written apart, which reads every published plan and tells a room that became too small', async () => {
    await drafted();
    await send(`${AT}/publication`, { lu: 'on' });
    const rows = await publishedPlans(db);
    expect(rows.seats).toHaveLength(6);
    expect(wrongIn(rows)).toEqual([]);
    await sql`update exam_room set capacity = 1 where id = ${rooms.near}`.execute(db);
    const wrong = wrongIn(await publishedPlans(db));
    expect(new Set(wrong.map((one) => one.wrong))).toEqual(new Set(['too-many']));
    expect(wrong).toHaveLength(6);
  });

  it('shares neither a room nor a person with the plan of another session: refused at its publication, watched after', async () => {
    await drafted();
    const publication = `${AT}/publication`;
    const form = hidden((await head.get(publication)).body);
    const [one] = people;
    const theirs = await anotherSession(one?.enrolment.id ?? '', rooms.small, '2024-06-03T07:30Z', '2024-06-03T10:00Z');
    const refused = await head.post(publication, { ...form, lu: 'on' });
    expect([refused.status, words(refused.body)]).toEqual([
      409,
      expect.stringContaining('a des fautes qui empêchent de la publier'),
    ]);
    expect(await read(`${AT}/fautes?numero=1`)).toMatch(/Vernet.* passe à cette heure une épreuve d'un autre examen/);
    // In the same room at the same hour, with somebody else.
    await sql`update exam_seat set room_id = ${rooms.near} where plan_id = ${theirs}`.execute(db);
    expect(await read(`${AT}/fautes?numero=1`)).toMatch(
      /AURILLAC, Salle 9, .* salle prise à cette heure par une autre session/,
    );
    // Far away, half an hour after.
    await sql`update exam_seat set room_id = ${rooms.far}, starts_at = '2024-06-03T09:30Z', ends_at = '2024-06-03T10:00Z'
      where plan_id = ${theirs}`.execute(db);
    expect(await read(`${AT}/fautes?numero=1`)).toMatch(
      /Vernet.* a trop peu de temps pour aller d'un centre à l'autre/,
    );
    // Replaced by another plan of theirs, it is nobody's hour any more.
    await sql`update exam_plan set state = 'replaced' where id = ${theirs}`.execute(db);
    expect((await send(publication, { lu: 'on' })).status).toBe(303);
    await sql`update exam_plan set state = 'published' where id = ${theirs}`.execute(db);
    await watchExams(db, space.deps.catalogue());
    expect(await read('/gestion/examen')).toMatch(/à corriger : .*1 faute de salle ou de trajet/);
    // Placed again, they are where they can be from there.
    await drafted();
    expect(await read(`${AT}/fautes`)).not.toMatch(/Vernet.* (trop peu de temps|à cette heure)/);
    await sql`delete from exam_plan where id = ${theirs}`.execute(db);
    await sql`delete from enrolment where session = 'cap-other'`.execute(db);
  });

  it('is looked at when the calendar moves, or more time is granted, after its publication', async () => {
    await drafted();
    await send(`${AT}/publication`, { lu: 'on' });
    await sql`update exam_sitting set starts_at = starts_at + interval '1 hour' where id = ${sittings.u20}`.execute(db);
    expect(await read(AT)).toContain("3 candidats dont l'heure, la salle ou l'aménagement a changé");
    await setClock(db, Temporal.Instant.from('2024-05-14T12:00:00Z'));
    await watchExams(db, space.deps.catalogue());
    expect(await dueExams(db, 'clermont')).toMatchObject([{ move: 3, away: 0 }]);
    expect(await read('/gestion/examen')).toContain("3 candidats dont l'heure, la salle ou l'aménagement a changé");
    // Those that began are what they were.
    await setClock(db, Temporal.Instant.from('2024-06-03T12:00:00Z'));
    expect(await read(AT)).not.toContain("l'heure ou l'aménagement a changé");
    await setClock(db, ORDINARY_DAY);
    await send(`${AT}/corriger`, {}, AT);
    await drafted('missing');
    await send(`${AT}/publication`, { lu: 'on' });
    expect(await read(AT)).not.toContain("l'heure ou l'aménagement a changé");
  });

  it('with a fault is not published: a room too full, a test moved or taken away, a Sunday; each leads to what mends it', async () => {
    await drafted();
    await sql`update exam_room set capacity = 1 where id = ${rooms.near}`.execute(db);
    await sql`delete from exam_sitting where id = ${sittings.u20}`.execute(db);
    await sql`update exam_sitting set starts_at = '2024-06-09T07:00Z' where id = ${sittings.u30}`.execute(db);
    const faults = await head.get(`${AT}/fautes`);
    for (const said of [
      'AURILLAC, Salle 9, 3 juin, 9 h 00 plus de candidats que de places',
      "Vernet Zoé a une place à une épreuve qui n'est plus au calendrier (U20)",
      "Vernet Zoé a une place à une heure qui n'est plus celle du calendrier (U30A)",
    ])
      expect(words(faults.body)).toContain(said);
    expect(faults.body).toContain(`href="${pageOf(0)}?session=${SESSION}&amp;numero=`);
    const refused = await send(`${AT}/publication`, { lu: 'on' }, AT);
    expect([refused.status, words(refused.body)]).toEqual([409, expect.stringContaining('elle a des fautes')]);
    // Placed again on what is there now: the Sunday is left to look at.
    await sql`update exam_room set capacity = 9 where id = ${rooms.near}`.execute(db);
    await drafted('missing');
    expect(await read(`${AT}/fautes`)).toMatch(
      /Ce qui est à regarder .*9 juin, 9 h 00 épreuve un jour où personne ne compose : un dimanche/,
    );
    // A room that a draft uses isn't taken away.
    const room = `/gestion/examen/salles/${rooms.near}`;
    const still = await send(`${room}/supprimer`, {}, room);
    expect([still.status, words(still.body)]).toEqual([409, expect.stringContaining("s'en sert encore")]);
    const dropped = await send(`${AT}/abandonner`, {}, AT);
    expect(dropped.location).toContain('message=abandonnee');
    expect((await send(`${room}/supprimer`, {}, room)).status).toBe(303);
  });

  it('is read by an officer within their groups, without who has more time, and changed by none', async () => {
    await sql`insert into accommodation_case (id, academy, session, enrolment_id, state, channel, submitted_at, waiting_since)
      values (gen_random_uuid(), 'clermont', ${SESSION}, ${people[0]?.enrolment.id}, 'decided', 'online', business_now(), business_now())`.execute(
      db,
    );
    await sql`insert into accommodation_decision (event_id, case_id, enrolment_id, rank, measures, ground, officer_id, paper_id)
      select gen_random_uuid(), id, enrolment_id, 1, '[{"code":"time","label":"Temps majoré","percent":33,"granted":true},{"code":"room","label":"Salle","granted":true}]',
        '', gen_random_uuid(), gen_random_uuid() from accommodation_case`.execute(db);
    await drafted();
    expect(await read(pageOf(0))).toMatch(/jusqu'à 11 h 40.*un tiers de temps en plus.*seul dans une salle/);
    expect((await seats(0)).every(({ room }) => room !== rooms.near)).toBe(true);
    const theirs = space.deps.catalogue().portfolioOf({ cfd: '45033608' }, 'clermont')?.code ?? '';
    const mine = await aMember(db, space.site, 'officer', { portfolios: [theirs] });
    expect(await read(AT, mine)).toContain('Candidats placés 3');
    expect(await read(`${AT}?numero=99`)).toMatch(/Cette répartition n'est plus là\..*Toutes les répartitions/);
    const page = await mine.get(pageOf(0));
    expect(words(page.body)).toContain('lundi 3 juin 2024 à 9 h 00');
    expect(words(page.body)).not.toMatch(/11 h 40|33 %|temps en plus|Déplacer|santé/);
    const other = await aMember(db, space.site, 'officer', { portfolios: [theirs === 'G1' ? 'G2' : 'G1'] });
    expect(await read(AT, other)).toContain('Candidats placés 0');
    expect(await read(`${AT}/candidats?q=vernet`, other)).toContain('0 candidat');
    expect((await other.get(pageOf(0))).status).toBe(404);
    expect((await mine.get(`${AT}/publication`)).status).toBe(404);
    // In the evening, a third more ends late: a person has to have seen it.
    await sql`update exam_sitting set starts_at = '2024-06-03T16:00Z' where id = ${sittings.u20}`.execute(db);
    await drafted('missing');
    expect(await read(`${AT}/fautes`)).toMatch(
      /Ce qui est à regarder .*Vernet Zoé finit après 20 h, temps en plus compris \(U20\)/,
    );
  });
});

async function centreOf(code: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from exam_centre where code = ${code}`.execute(db);
  return rows[0]?.id ?? '';
}

/** The same person in another exam, with a seat in its published plan. Gives the plan's id. */
async function anotherSession(enrolment: string, room: string, starts: string, ends: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`with other as (
      insert into enrolment select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'session', 'cap-other',
        'number', 'CAP24-00001'))).* from enrolment e where id = ${enrolment} returning id),
    plan as (
      insert into exam_plan (id, academy, session, number, state, ordered_by, ordered_at, published_by, published_at)
      values (gen_random_uuid(), 'clermont', 'cap-other', 1, 'published', gen_random_uuid(), business_now(), gen_random_uuid(), business_now())
      returning id),
    seat as (
      insert into exam_seat (plan_id, enrolment_id, unit, sitting_id, room_id, starts_at, ends_at)
      select plan.id, other.id, 'EP1', gen_random_uuid(), ${room}, ${starts}, ${ends} from plan, other)
    select id from plan`.execute(db);
  return rows[0]?.id ?? '';
}
