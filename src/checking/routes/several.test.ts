import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { enrolmentStream } from '../../enrolment/index.ts';
import { readStream } from '../../platform/journal.ts';
import { officeRoom } from '../../testing/desk.ts';
import { type Browser, MACON_WITH_HANDICAP, ORDINARY_DAY, type TestEnrolment } from '../../testing/enrolments.ts';
import { aStaffMember, giveFile, pieceOf, signIn } from '../../testing/officeSite.ts';
import { stage } from '../../testing/stage.ts';
import { fieldOn } from '../../testing/words.ts';
import { MOST_FILTERS } from '../store/savedFilters.ts';

/** Several at one desk: presence, claims, an absent colleague's groups, filters of one's own. */
const people = {} as Record<'officer' | 'colleague' | 'other' | 'head' | 'admin' | 'accommodation', Browser>;
const ids = {} as Record<keyof typeof people, string>;
let made: TestEnrolment;
const { db, site, files, registered, setClock } = await stage(officeRoom);
const enter = async (who: keyof typeof people, place: Parameters<typeof aStaffMember>[2]): Promise<void> => {
  const { id, address } = await aStaffMember(db, site.accounts, place);
  people[who] = site.browser();
  ids[who] = id;
  await signIn(people[who], address);
};
await enter('officer', { name: 'Dominique Robert' });
await enter('colleague', { name: 'Paul Roux' });
await enter('other', { name: 'Inès Faure', portfolios: ['G1'] });
await enter('head', { role: 'head', name: 'Claude Arnaud' });
await enter('admin', { role: 'admin' });
await enter('accommodation', { role: 'accommodation', name: 'Claude Rivet' });
const enrol = (birthName: string) => registered({ status: { birthName } });
beforeEach(async () => {
  await setClock(ORDINARY_DAY);
  await sql`update enrolment set status = 'set-aside', ended_at = business_now() where status in ('registered', 'validated')`.execute(
    db,
  );
  await sql`delete from office_presence`.execute(db);
  made = await enrol('Lefèvre');
});

const file = (rest = ''): string => `/gestion/dossiers/${made.enrolment.id}${rest}`;
const piece = (code: string, of = made) => pieceOf(db, of.enrolment.id, code);
const give = async (code: string, of = made, daysAgo = 0): Promise<string> =>
  giveFile(db, files, await piece(code, of), { daysAgo });
const pieceAt = async (code: string, of = made): Promise<string> => `/gestion/pieces/${(await piece(code, of)).id}`;
const rowOf = (body: string, name: string): string =>
  body.match(/<tr.*?<\/tr>/gs)?.find((row) => row.includes(name)) ?? '';
const minutesLater = (minutes: number): Promise<unknown> =>
  sql`update office_presence set seen_at = seen_at - ${minutes} * interval '1 minute', since = since - ${minutes} * interval '1 minute'`.execute(
    db,
  );
async function claim(who: Browser, at: string): Promise<{ status: number; body: string; location: string }> {
  const { body } = await who.get(at);
  return who.post(`${at.replace(/\?.*/, '')}/prise`, {
    acte: fieldOn(body, 'acte'),
    'tenu-par': fieldOn(body, 'tenu-par'),
  });
}

describe('Who has a file open', () => {
  it('is said to a colleague, on the queue, the piece and the file, and to nobody of themselves', async () => {
    await give('DOMICIL');
    await people.officer.get(await pieceAt('DOMICIL'));
    expect(rowOf((await people.colleague.get('/gestion/corbeille')).body, 'Lefèvre')).toContain(
      'ouvert\u00a0: Dominique Robert',
    );
    expect(rowOf((await people.officer.get('/gestion/corbeille')).body, 'Lefèvre')).not.toContain('ouvert');
    // What isn't handed over waits here too, and the menu doesn't count it: it is said.
    const counts = 'Le menu compte les pièces à contrôler';
    expect((await people.officer.get('/gestion/corbeille')).body).not.toContain(counts);
    await sql`update piece set handed_over_at = null where code = 'DOMICIL'`.execute(db);
    expect((await people.officer.get('/gestion/corbeille')).body).toContain(counts);
    expect((await people.officer.get('/gestion/corbeille?groupe=G2')).body).not.toContain(counts);
    await sql`update piece set handed_over_at = business_now() where code = 'DOMICIL'`.execute(db);
    await minutesLater(2);
    for (const at of [await pieceAt('DOMICIL'), file()])
      expect((await people.colleague.get(at)).body).toContain(
        'Dominique Robert a ce dossier ouvert depuis 2\u00a0minutes.',
      );
    expect((await people.officer.get(file())).body).toContain('Paul Roux a ce dossier ouvert.');
  });
  it('ends after five minutes, at the decision, and when they open another', async () => {
    const other = await enrol('Martin');
    await give('DOMICIL');
    await give('DOMICIL', other);
    const seen = async (): Promise<boolean> =>
      rowOf((await people.colleague.get('/gestion/corbeille')).body, 'Lefèvre').includes('ouvert');
    await people.officer.get(file());
    expect(await seen()).toBe(true);
    await minutesLater(5);
    expect(await seen()).toBe(false);
    await people.officer.get(file());
    await people.officer.get(`/gestion/dossiers/${other.enrolment.id}`);
    expect(await seen()).toBe(false);
    const at = await pieceAt('DOMICIL');
    const { body } = await people.officer.get(at);
    const seenFields = ['version', 'decisions-vues', 'fichiers-vus', 'sur-papier'].map((name) => [
      name,
      fieldOn(body, name),
    ]);
    await people.officer.post(at, { ...Object.fromEntries(seenFields), decision: 'received', comment: '' });
    expect(await seen()).toBe(false);
  });
  it('leads whoever begins, or goes on, past it: two who start together do not meet', async () => {
    const other = await enrol('Martin');
    const last = await enrol('Petit');
    await give('DOMICIL', made, 9);
    await give('DOMICIL', other, 5);
    await give('DOMICIL', last, 1);
    const begin = async (who: Browser): Promise<string> => {
      const [home, queue] = [await who.get('/gestion'), await who.get('/gestion/corbeille')].map(
        ({ body }) => /href="(\/gestion\/pieces\/[^"?]+)[^"]*">Commencer/.exec(body)?.[1] ?? '',
      );
      expect(queue).toBe(home);
      return home ?? '';
    };
    expect(await begin(people.officer)).toBe(await pieceAt('DOMICIL'));
    await people.officer.get(await pieceAt('DOMICIL'));
    expect(await begin(people.colleague)).toBe(await pieceAt('DOMICIL', other));
    await people.colleague.get(await pieceAt('DOMICIL', other));
    const { body } = await people.officer.get(await pieceAt('DOMICIL'));
    expect(body).toContain(`href="${await pieceAt('DOMICIL', last)}" rel="next"`);
  });
  it('tells officers nothing of who examines a document of health, nor the other way round', async () => {
    made = await registered({ answers: MACON_WITH_HANDICAP, status: { birthName: 'Rivière' } });
    await give('R408DISP');
    await claim(people.accommodation, await pieceAt('R408DISP'));
    const at = (
      await sql<{
        name: string;
      }>`select name from journal where stream = ${enrolmentStream(made.enrolment.id)}`.execute(db)
    ).rows;
    expect(at.map(({ name }) => name)).not.toContain('file.claimed');
    for (const page of ['/gestion/corbeille', file()])
      expect((await people.head.get(page)).body).not.toContain('Claude Rivet');
    await people.head.get(file());
    expect((await people.accommodation.get(await pieceAt('R408DISP'))).body).not.toContain('Claude Arnaud');
  });
});

describe("« Je m'en occupe »", () => {
  it('puts a name on the row, is found by a filter, keeps nobody from deciding, and is given back', async () => {
    await give('DOMICIL');
    expect((await claim(people.officer, await pieceAt('DOMICIL'))).status).toBe(303);
    expect(rowOf((await people.officer.get('/gestion/corbeille')).body, 'Lefèvre')).toContain('à moi');
    expect(rowOf((await people.colleague.get('/gestion/corbeille')).body, 'Lefèvre')).toContain('Dominique Robert');
    const listed = async (who: Browser, which: string): Promise<boolean> =>
      (await who.get(`/gestion/corbeille?qui=${which}`)).body.includes('Lefèvre Camille');
    expect([await listed(people.officer, 'a-moi'), await listed(people.colleague, 'a-moi')]).toEqual([true, false]);
    expect([await listed(people.officer, 'libres'), await listed(people.colleague, 'libres')]).toEqual([true, false]);
    expect((await people.colleague.get(await pieceAt('DOMICIL'))).body).toContain(
      "Dominique Robert s'occupe de ce dossier. Vous pouvez décider quand même.",
    );
    await claim(people.officer, file());
    expect(await listed(people.colleague, 'libres')).toBe(true);
    const story = await readStream(db, enrolmentStream(made.enrolment.id), 20);
    const claims = story.map(({ name }) => name).filter((name) => /claimed|released/.test(name));
    expect(claims).toEqual(['file.released', 'file.claimed']);
  });
  it('is taken over by whoever saw whose it was, and by nobody who did not', async () => {
    const { body } = await people.colleague.get(file());
    await claim(people.officer, file());
    const late = await people.colleague.post(file('/prise'), {
      acte: 'prendre',
      'tenu-par': fieldOn(body, 'tenu-par'),
    });
    expect([late.status, late.body.includes('Dominique Robert vient de prendre ce dossier')]).toEqual([409, true]);
    expect((await claim(people.colleague, file())).status).toBe(303);
    expect((await people.officer.get(file())).body).toContain("Paul Roux s'occupe de ce dossier");
    const [entry] = await readStream(db, enrolmentStream(made.enrolment.id), 1);
    expect(entry).toMatchObject({ name: 'file.claimed', data: { from: ids.officer } });
  });
  it('pressed twice is once, and at the same moment by two is of one', async () => {
    const { body } = await people.officer.get(file());
    const form = { acte: 'prendre', 'tenu-par': fieldOn(body, 'tenu-par') };
    const twice = await Promise.all([
      people.officer.post(file('/prise'), form),
      people.officer.post(file('/prise'), form),
    ]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    const entries = await readStream(db, enrolmentStream(made.enrolment.id), 9);
    expect(entries.filter(({ name }) => name === 'file.claimed')).toHaveLength(1);
    await claim(people.officer, file());
    const both = await Promise.all([
      people.officer.post(file('/prise'), form),
      people.colleague.post(file('/prise'), form),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  });
  it("of another group's file doesn't exist", async () => {
    expect((await people.other.post(file('/prise'), { acte: 'prendre' })).status).toBe(404);
  });
});

describe('An absence', () => {
  const absence = (): string => `/gestion/personnel/${ids.officer}/absence`;
  const plan = (fields: Record<string, string> = {}, who = people.head) =>
    who.post(absence(), { du: '15/11/2023', au: '17/11/2023', remplacant: ids.other, groupes: 'G2', ...fields });
  beforeEach(() =>
    sql`update office_cover set ended_at = business_now(), ended_by = set_by where ended_at is null`.execute(db),
  );

  it('gives the files of these groups to the colleague for these days, says so, and ends by itself', async () => {
    await give('DOMICIL');
    const at = await pieceAt('DOMICIL');
    expect((await people.other.get(file())).status).toBe(404);
    const { location } = await plan();
    expect((await people.head.get(location)).body).toContain('Inès Faure remplace (groupe G2)');
    for (const page of [file(), at]) expect((await people.other.get(page)).status).toBe(200);
    expect((await people.other.get('/gestion/corbeille')).body).toContain('Lefèvre');
    const { body } = await people.other.get('/gestion');
    expect(body).toContain('Vous remplacez Dominique Robert jusqu');
    expect(body).toContain('Corbeille\u00a0(1<span');
    await setClock('2023-11-17T23:59:00+01:00');
    expect((await people.other.get(file())).status).toBe(200);
    await setClock('2023-11-18T00:00:00+01:00');
    expect((await people.other.get(file())).status).toBe(404);
    expect((await people.other.get('/gestion')).body).not.toContain('Vous remplacez');
  });
  it('does not begin before its first day', async () => {
    await plan({ du: '16/11/2023' });
    expect((await people.other.get(file())).status).toBe(404);
    await setClock('2023-11-16T00:00:00+01:00');
    expect((await people.other.get(file())).status).toBe(200);
  });
  it('ends at once when the person is back, and both are in the journal', async () => {
    await plan();
    const id = fieldOn((await people.head.get(absence())).body, 'absence');
    expect((await people.head.post(absence(), { acte: 'finir', absence: id })).status).toBe(303);
    expect((await people.other.get(file())).status).toBe(404);
    const story = await readStream(db, `account:${ids.officer}`, 2);
    expect(story.map(({ name }) => name)).toEqual(['absence.ended', 'absence.covered']);
  });
  it.each([
    ['a day that is none', { du: '31/02/2024' }, 'champ-du'],
    ['the last day before the first', { du: '17/11/2023', au: '16/11/2023' }, 'Le dernier jour vient avant le premier'],
    ['days that are over', { du: '01/11/2023', au: '02/11/2023' }, 'Ces jours sont passés'],
    ['more than a year', { au: '17/11/2024' }, 'un an au plus'],
    ['no group', { groupes: '' }, 'Cochez un groupe au moins'],
    ["a group that isn't theirs", { groupes: 'G1' }, 'champ-groupes'],
    ['nobody', { remplacant: '' }, 'Choisissez qui remplace'],
    ['somebody who is no officer', { remplacant: 'admin' }, 'champ-remplacant'],
  ])('is refused with %s, and keeps what was typed', async (_, fields, words) => {
    const named = 'remplacant' in fields && fields.remplacant === 'admin' ? { remplacant: ids.admin } : fields;
    const { status, body } = await plan(named);
    expect([status, body.includes(words)]).toEqual([422, true]);
    expect((await people.other.get(file())).status).toBe(404);
  });
  it('is said once, however often it is sent; the same group twice at once is refused', async () => {
    expect([(await plan()).status, (await plan()).status]).toEqual([303, 303]);
    expect((await people.head.get(absence())).body.match(/Finir maintenant/g)).toHaveLength(1);
    expect((await plan({ au: '20/11/2023' })).status).toBe(422);
  });
  it("is nobody's to plan but of who says who works here", async () => {
    expect((await plan({}, people.officer)).status).toBe(404);
    expect((await people.colleague.get(absence())).status).toBe(404);
  });
});

describe('A filter that is kept', () => {
  const keep = (nom: string, query = '?etat=remises', who = people.officer) =>
    who.post(`/gestion/corbeille${query}`, { acte: 'garder', nom });
  it('is a link with a name, of its owner alone, until it is forgotten', async () => {
    expect((await keep('Coiffure <remises>')).status).toBe(303);
    const { body } = await people.officer.get('/gestion/corbeille');
    expect(body).toContain('href="/gestion/corbeille?etat=remises"');
    expect(body).toContain('Coiffure &lt;remises></a>');
    expect((await people.colleague.get('/gestion/corbeille')).body).not.toContain('Coiffure &lt;');
    const on = await people.officer.get('/gestion/corbeille?etat=remises');
    const filtre = fieldOn(on.body, 'filtre');
    await people.colleague.post('/gestion/corbeille', { acte: 'oublier', filtre });
    expect((await people.officer.get('/gestion/corbeille')).body).toContain('Coiffure &lt;');
    await people.officer.post('/gestion/corbeille', { acte: 'oublier', filtre });
    expect((await people.officer.get('/gestion/corbeille')).body).not.toContain('Coiffure &lt;');
  });
  it('needs a filter, a name, and room for it', async () => {
    expect((await keep('Tout', '')).status).toBe(422);
    const unnamed = await keep('   ');
    expect([unnamed.status, unnamed.body.includes('Donnez un nom au filtre')]).toEqual([422, true]);
    expect((await keep('x'.repeat(41))).status).toBe(422);
    for (let n = 0; n < MOST_FILTERS; n++) expect((await keep(`Filtre ${n}`)).status).toBe(303);
    const full = await keep('Un de trop');
    expect([full.status, full.body.includes('Un de trop')]).toEqual([422, true]);
    expect((await keep('Filtre 3', '?etat=recues')).status).toBe(303);
  });
});

describe('The identity document', () => {
  it('stands beside another piece, closed, and its reading is on record as one', async () => {
    await give('DOMICIL');
    await give('DCSTID01');
    const { body } = await people.officer.get(await pieceAt('DOMICIL'));
    const beside = /<img class="beside" src="([^"]+)"[^>]*loading="lazy"/.exec(body)?.[1] ?? '';
    expect(beside).toContain(await pieceAt('DCSTID01'));
    expect((await people.officer.get(await pieceAt('DCSTID01'))).body).not.toContain('class="beside"');
  });
});
