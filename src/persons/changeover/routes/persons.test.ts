import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { enrolmentRoutes, listEntries } from '../../../enrolment/index.ts';
import { closingOf, listPieces } from '../../../pieces/index.ts';
import { NATIONAL_COLUMNS } from '../../../scope/index.ts';
import { deskRoom, STRANGERS } from '../../../testing/desk.ts';
import { COIFFURE, ORDINARY_DAY } from '../../../testing/enrolments.ts';
import { stage } from '../../../testing/stage.ts';
import { fieldOn } from '../../../testing/words.ts';

const { db, catalogue, registered, setClock, staff } = await stage(deskRoom({ own: enrolmentRoutes }), {
  staff: { officer: 'officer', colleague: 'officer', head: 'head', ...STRANGERS },
  candidates: { somebody: 'Proche' },
});
const { officer, colleague, head } = staff;
const HOME = '/gestion/reprise';
const IN_JANUARY = Temporal.Instant.from('2024-01-15T10:00:00+01:00');
const IDENTITY = { civility: 'MME', birthCountry: 'FR', address: '' };
let numbers = 0;

/** A list of one, brought in; gives the address of its line. */
async function bring({ name = 'Marchand', first = 'Zoé', born = '30/05/1998', category = 'INDIVIDUEL (411)' } = {}) {
  numbers += 1;
  const number = `0121655${String(numbers).padStart(4, '0')}`;
  const cells = `1A;${number};002 Version 2;;${name};;${first};${born};1A;123456789AB;${category};33608;Coiffure;Inscrit;U30A`;
  await head.get(`${HOME}/listes`);
  const content = Buffer.from(`${Object.values(NATIONAL_COLUMNS).join(';')}\n${cells}`);
  const { location = '' } = await head.upload(`${HOME}/listes`, { session: 'bp-2024-clermont' }, content, 'export.csv');
  const page = (await head.get(location ?? '')).body;
  const pairs = [...page.matchAll(/name="(paire-[0-9a-f-]+)"/g)].map(([, field = '']) => [field, 'autre']);
  await head.post(location ?? '', Object.fromEntries(pairs));
  const { rows } = await sql<{
    id: string;
  }>`select id from changeover_line where number = ${number} and written`.execute(db);
  return { number, path: `${HOME}/candidats/${rows[0]?.id}` };
}
type Who = typeof officer;
async function enrol(path: string, more: Readonly<Record<string, string>> = {}, who: Who = officer) {
  const { body } = await who.get(path);
  const listed = Object.fromEntries(
    ['birthName', 'firstNames', 'birthDate'].map((name) => [name, filledIn(body, name)]),
  );
  return who.post(path, { ...listed, ...IDENTITY, cle: fieldOn(body, 'cle'), ...more });
}
/** What a field of the page holds already. */
const filledIn = (page: string, name: string): string =>
  new RegExp(` name="${name}"[^>]* value="([^"]*)"`).exec(page)?.[1] ?? '';
const idIn = (location: string | null | undefined): string => /dossiers\/([0-9a-f-]+)/.exec(location ?? '')?.[1] ?? '';
async function type(id: string, step: string, answers: object, who: Who = officer) {
  const at = `/gestion/dossiers/${id}/saisie/${step}`;
  return who.post(at, { ...answers, cle: randomUUID(), version: fieldOn((await who.get(at)).body, 'version') });
}
async function register(id: string, who: Who = officer) {
  for (const step of ['identification', 'informations', 'qualification', 'acquis', 'epreuves'] as const)
    await type(id, step, COIFFURE[step], who);
  return type(id, 'recapitulatif', {}, who);
}
const files = async (): Promise<number> =>
  Number((await sql<{ n: string }>`select count(*) as n from enrolment`.execute(db)).rows[0]?.n);

beforeEach(() => setClock(ORDINARY_DAY));

describe('Somebody of a list of the system in place', () => {
  it('is enrolled with what the list says, and nothing that it does not say', async () => {
    const exam = catalogue.exam(catalogue.session('bp-2024-clermont')?.exam ?? '');
    const { code, label } = exam?.categories[0] ?? { code: '', label: '' };
    const { number, path } = await bring({ category: `${label.toUpperCase()} (411)` });
    const list = (await officer.get(`${HOME}?recherche=${number}`)).body;
    expect(list).toContain('À inscrire');
    expect(list).toContain(path);
    const page = (await officer.get(path)).body;
    expect(['birthName', 'firstNames', 'birthDate'].map((name) => filledIn(page, name))).toEqual([
      'Marchand',
      'Zoé',
      '30/05/1998',
    ]);
    const opened = await enrol(path);
    const id = idIn(opened.location);
    expect(opened.location).toBe(`/gestion/dossiers/${id}/saisie/identification`);
    const { rows } = await sql<{ working: object }>`select working from enrolment where id = ${id}`.execute(db);
    expect(rows[0]?.working, 'neither a form, nor an address').toEqual({
      informations: { category: code, brouillon: '1' },
      qualification: { speciality: '45033608', brouillon: '1' },
    });
    const steps = (await officer.get(opened.location ?? '')).body;
    expect(steps).toContain(
      `sous le numéro ${number}, inscription 002 Version 2, catégorie ${label.toUpperCase()} (411)`,
    );
    // A colleague finds the draft by the number that they say on the telephone, and reads it back; the number alone is one thing.
    const say = async (more: object) => {
      await colleague.get('/gestion/appels');
      return colleague.post('/gestion/appels', { former: ` ${number.slice(0, 4)} ${number.slice(4)}`, ...more });
    };
    expect([(await say({})).status, (await say({ name: 'Martin' })).status]).toEqual([422, 422]);
    const call = (await say({ name: 'marchand' })).location ?? '';
    expect(call).toBe(`/gestion/dossiers/${id}/appel`);
    expect((await colleague.get(call)).body).toContain(`numéro ${number} dans le système en place`);
    await type(id, 'identification', COIFFURE.identification);
    await type(id, 'informations', COIFFURE.informations);
    const asked = (await officer.get(`/gestion/dossiers/${id}/saisie/qualification`)).body;
    expect(asked).toMatch(/<option value="\d*33608"[^>]*selected/);
    const done = await register(id);
    expect(done.location).toContain(`/gestion/dossiers/${id}?message=saisie-papier`);
    const after = (await officer.get(`${HOME}?recherche=${number}`)).body;
    expect(after).toContain(`/gestion/dossiers/${id}`);
    expect(after).not.toContain('À inscrire');
    expect((await officer.get(path)).body).toContain('Déjà inscrit ici');
    expect((await officer.post(`${path}/suite`, {})).location).toBe(`/gestion/dossiers/${id}`);
    const [entry] = await listEntries(db, id);
    expect(entry).toMatchObject({ way: 'carried', outcome: 'registered', version: 1 });
    expect((await officer.get(`/gestion/dossiers/${id}`)).body).toContain(`numéro ${number} dans le système en place`);
    for (const typed of [number, `${number.slice(0, 4)} ${number.slice(4)}`])
      expect((await officer.get(`/gestion/dossiers?recherche=${encodeURIComponent(typed)}`)).body, typed).toContain(
        `/gestion/dossiers/${id}"`,
      );
    const elsewhere = await staff['another group'].get(`/gestion/dossiers?recherche=${number}`);
    expect(elsewhere.body).not.toContain(id);
  });

  it('is one file, clicked twice, from two tabs, by two officers', async () => {
    const { path } = await bring({ name: 'Double' });
    const SAME = { ...IDENTITY, birthName: 'Double', firstNames: 'Zoé', birthDate: '30/05/1998' };
    const before = await files();
    const cle = randomUUID();
    const twice = await Promise.all([officer.post(path, { ...SAME, cle }), officer.post(path, { ...SAME, cle })]);
    const again = await officer.post(path, { ...SAME, cle: randomUUID() });
    const ids = [...twice, again].map(({ location }) => idIn(location));
    expect(new Set(ids).size).toBe(1);
    expect(await files()).toBe(before + 1);
    expect(await listEntries(db, ids[0] ?? '')).toHaveLength(1);
    const other = await colleague.post(path, { ...SAME, cle: randomUUID() });
    expect(other.status).toBe(409);
    expect((await colleague.get(path)).body).toContain('Son inscription est commencée');
    expect((await colleague.post(`${path}/suite`, { cle: randomUUID() })).status).toBe(409);
    expect(await files()).toBe(before + 1);
  });

  it('of two officers at the same moment, one opens and the other reads who has it', async () => {
    const { path } = await bring({ name: 'Course' });
    const before = await files();
    const done = await Promise.all([enrol(path), enrol(path, {}, colleague)]);
    expect(done.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await files()).toBe(before + 1);
  });

  it('is gone on with from the line once it was left, in January too', async () => {
    const { path } = await bring({ name: 'Reprise' });
    const id = idIn((await enrol(path)).location);
    const [entry] = await listEntries(db, id);
    await officer.post(`/gestion/dossiers/${id}/saisie/laisser`, { saisie: entry?.id ?? '' });
    expect((await officer.get(`${HOME}?recherche=reprise`)).body).toContain('Commencé');
    await setClock(IN_JANUARY);
    const resumed = await colleague.post(`${path}/suite`, { cle: randomUUID() });
    expect(resumed.location).toBe(`/gestion/dossiers/${id}/saisie/identification`);
    expect((await register(id, colleague)).status).toBe(303);
    const { rows } = await sql<{ number: string | null }>`select number from enrolment where id = ${id}`.execute(db);
    expect(rows[0]?.number).not.toBeNull();
  });

  it('brought in once the register is closed, has the days that anybody has from then', async () => {
    await setClock(IN_JANUARY);
    const { path } = await bring({ name: 'Tardif' });
    const id = idIn((await enrol(path)).location);
    expect((await register(id)).status).toBe(303);
    const pieces = (await listPieces(db, id as Parameters<typeof listPieces>[1])).filter(
      ({ status }) => status === 'none',
    );
    expect(pieces.length).toBeGreaterThan(0);
    for (const piece of pieces) expect(Temporal.Instant.compare(closingOf(piece), IN_JANUARY)).toBe(1);
  });

  it('who is registered here already joins their file, and opens nothing', async () => {
    const { path, number } = await bring({ name: 'Bernard', first: 'Inès', born: '02/03/1999' });
    const file = await registered({
      status: { birthName: 'Bernard', firstNames: 'Inès', birthDate: Temporal.PlainDate.from('1999-03-02') },
    });
    const before = await files();
    const page = (await officer.get(path)).body;
    expect(page).toContain('a peut-être déjà un compte');
    expect((await enrol(path)).status).toBe(422);
    const joined = await enrol(path, { compte: file.candidate.accountId });
    expect(joined.location).toBe(`/gestion/dossiers/${file.enrolment.id}`);
    expect(await files()).toBe(before);
    expect((await officer.get(`${HOME}?recherche=${number}`)).body).toContain(file.enrolment.number ?? '');
  });

  it('is asked for what is missing, with what was typed kept; a line of others is nobody s', async () => {
    const { path } = await bring({ name: 'Manque' });
    const wrong = await enrol(path, { civility: '', address: 'pas une adresse' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('Indiquez la civilité du candidat.');
    expect(wrong.body).toContain('pas une adresse');
    expect((await staff['another group'].get(path)).status).toBe(404);
    expect((await staff['another academy'].get(path)).status).toBe(404);
    expect((await staff.admin.get(path)).status).toBe(404);
    expect((await officer.post(`${path}/suite`, {})).status).toBe(409);
  });
});
