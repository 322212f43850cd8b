import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { readTable } from '../platform/tables/readTable.ts';
import { demonstrationCatalogue } from '../testing/catalogue.ts';
import type { Browser, TestEnrolment } from '../testing/enrolments.ts';
import { aCentre, aSeat, placedSeats } from '../testing/exam.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import { aVerdict, COIFFURE, publicationRoom, SESSION } from '../testing/publication.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';
import { renderPage } from '../ui/index.ts';
import { StatisticsPage } from './pages/statisticsPage.tsx';
import { readFigures } from './readFigures.ts';
import { statisticsRoutes } from './routes.ts';
import { sumOf } from './rules/counts.ts';

const AT = '/gestion/statistiques';
const SECOND = Temporal.Instant.from('2024-07-05T09:00:00+02:00');

const catalogue = await demonstrationCatalogue(Temporal.Instant.from('2025-11-15T10:00:00+01:00'));
const {
  db,
  verdicts,
  registered,
  enter,
  staff: { head, second },
  setClock,
} = await stage(publicationRoom(statisticsRoutes), { catalogue, staff: { head: 'head', second: 'head' } });
const made: TestEnrolment[] = [];
for (let rank = 0; rank < 6; rank++) made.push(await registered());
const people = made;
const { rooms } = await aCentre(db, ['A'], { code: 'RIOM', name: 'Lycée de Riom' });
await placedSeats(
  db,
  rooms,
  made.slice(0, 1).map((one) => aSeat(one, 'U10', '2024-06-03T09:00')),
);
const verdict = (rank: number, units: Parameters<typeof aVerdict>[1]) => {
  const one = made[rank];
  if (one !== undefined) verdicts.push(aVerdict(one.enrolment, units));
};
verdict(0, { U10: 12, U20: 10.5 });
verdict(1, { U10: 13, U20: 14 });
verdict(2, { U10: 12, U20: 5 });
verdict(3, { U10: { code: 'absent' }, U20: { code: 'absent' } });
verdict(4, { U10: 9, U20: { code: 'not-entered' } });
await setClock('2024-07-02T10:00:00+02:00');

/** Prepared, proposed, approved by somebody else, and reached. */
async function publish(): Promise<void> {
  const list = await head.get('/gestion/publication');
  const cle = fieldOn(list.body, 'cle');
  const fields = { session: SESSION, cle, specialites: COIFFURE, sans: 'oui' };
  const made = await head.post('/gestion/publication/preparer', fields);
  expect(made.status, words(made.body)).toBe(303);
  const address = made.location.split('?')[0] ?? '';
  const act = async (who: Browser, name: string, more: Record<string, string> = {}): Promise<void> => {
    const version = fieldOn((await who.get(address)).body, 'version');
    expect((await who.post(`${address}/${name}`, { version, ...more })).status).toBe(303);
  };
  await act(head, 'proposition', { jour: '05/07/2024', heure: '9 h' });
  await act(second, 'approbation');
}

async function sheet(query: string): Promise<readonly (readonly string[])[]> {
  const answer = await head.get(`${AT}/fichier?session=${SESSION}&${query}`);
  expect(answer.header('content-disposition')).toMatch(/^attachment; filename="statistiques-/);
  const read = await readTable(Buffer.from(answer.body));
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

it('nothing is counted before the announced second, then the whole session is, drawn and in a table', async () => {
  expect(words((await head.get(AT)).body)).toContain("Aucun résultat n'est publié");
  await publish();
  expect(words((await head.get(AT)).body)).toContain("Aucun résultat n'est publié");
  await setClock(SECOND);
  const { body } = await head.get(AT);
  const page = words(body);
  expect(page).toContain('Inscrits 6 1 sans résultat publié');
  expect(page).toContain('Présents 4 1 absent');
  expect(page).toContain('Admis 2 1 non admis, 1 non jugé');
  expect(page).toContain("Taux de réussite – moins de 5 jugés : aucun taux n'en est dit");
  expect(page).toMatch(/Coiffure 6 1 1 4 2 1 1 1 –/);
  expect(page).toMatch(/Lycée de Riom 1 0 0 1 1 0 0 0 – Sans place au plan 5 1 1 3 1 1 1 1 –/);
  expect(page).toMatch(/Par département .* 6 1 1 4 2 1 1 1 –/);
  expect(body, 'no bar of a few').not.toContain('class="bars"');
});

it('each unit shows its marks, with the same numbers beside the drawing', async () => {
  const { body } = await head.get(`${AT}/notes?session=${SESSION}&specialite=${COIFFURE}`);
  const page = words(body);
  expect(page).toMatch(/E10 Épreuve U10 4 11,50 12 1 3 1 0 0 0 1/);
  expect(page).toMatch(/copies par note Note Copies 9 à moins de 10 1 12 à moins de 13 2 13 à moins de 14 1/);
  expect(body).toMatch(/<svg class="chart"[^>]* role="img" aria-label="E10 Épreuve U10, 4.copies/);
});

it('a file for the office has every number, one for others none of fewer than five persons', async () => {
  const office = await sheet('tableau=specialites&format=csv');
  expect(office[0]?.slice(0, 4)).toEqual(['CFD', 'Spécialité', 'Inscrits', 'Sans résultat']);
  expect(office[1]).toEqual([COIFFURE, 'Coiffure', '6', '1', '1', '4', '2', '1', '1', '1', '']);
  const others = await sheet('tableau=centres&format=csv&pour=diffusion');
  expect(others.slice(1).map((line) => line.slice(2))).toEqual([
    ['< 5', '0', '0', '< 5', '< 5', '0', '0', '0', ''],
    ['s', '< 5', '< 5', '< 5', '< 5', '< 5', '< 5', '< 5', ''],
    ['6', '< 5', '< 5', '< 5', '< 5', '< 5', '< 5', '< 5', ''],
  ]);
  const units = await sheet('tableau=unites&format=csv&pour=diffusion');
  expect(units[1]?.slice(3)).toEqual(['Épreuve U10', '< 5', '< 5', '< 5', '< 5', '0', '0', '0', '< 5', '', '']);
  const marks = await sheet('tableau=notes&format=csv');
  expect(marks[1]?.[4 + 24]).toBe('2');
  for (const wrong of ['tableau=notes&format=csv&pour=diffusion', 'tableau=x&format=csv', 'tableau=notes&format=pdf'])
    expect((await head.get(`${AT}/fichier?session=${SESSION}&${wrong}`)).header('content-disposition')).toBeUndefined();
});

it('the session before is compared, where the register has one', async () => {
  const later = catalogue.session('bp-demo');
  if (later === undefined) throw new Error('No later session');
  const { before, lines } = await readFigures(db, catalogue, later);
  expect(before).toMatchObject({ label: catalogue.session(SESSION)?.label, all: { enrolled: 5, admitted: 2 } });
  expect(lines.speciality).toEqual([]);
  await sql`update enrolment set session = 'bp-demo' where id = ${people[5]?.enrolment.id ?? ''}`.execute(db);
  expect((await readFigures(db, catalogue, later)).lines.speciality).toMatchObject([
    { name: 'Coiffure', counts: { enrolled: 1, withoutResult: 1 }, before: { enrolled: 5, admitted: 2 } },
  ]);
});

it('the head of another academy counts nobody of this one', async () => {
  const elsewhere = await enter({ role: 'head', academy: 'lyon' });
  for (const address of [`${AT}?session=${SESSION}`, `${AT}/notes?session=${SESSION}`]) {
    const { status, body } = await elsewhere.get(address);
    expect([status, /Coiffure/.test(body)]).toEqual([200, false]);
  }
  expect(people).toHaveLength(6);
});

it('a rate of five and more is drawn, and says whom it leaves out', () => {
  const line = (name: string, admitted: number, refused: number) => ({
    key: name,
    name,
    before: null,
    counts: { enrolled: 9, withoutResult: 0, absent: 1, present: 8, admitted, refused, notJudged: 2, blocks: 0 },
  });
  const lines = [line('Riom', 3, 3), line('Vichy', 6, 0), line('Thiers', 1, 0)];
  const all = sumOf(lines.map(({ counts }) => counts));
  const figures = { all, before: null, lines: { speciality: [], centre: lines, department: [] } };
  const frame = { chrome: PLAIN_CHROME, flash: null, csrf: '' };
  const session = { session: SESSION, sessions: [], sessionName: '', results: '/' };
  const page = renderPage(StatisticsPage({ ...frame, ...session, figures }));
  expect(page).toMatch(/<div class="bars" role="img" aria-label="Taux de réussite par centre[^"]*dans le tableau/);
  expect([...page.matchAll(/<rect class="value" width="([^"]+)"/g)].map(([, width]) => width)).toEqual(['50%', '100%']);
  expect(words(page)).toContain('76,9 % sur 13 jugés, sans 6 non jugés ni 3 absents');
});
