import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EnrolmentId } from '../enrolment/index.ts';
import { checkFiles } from '../platform/files/checkFiles.ts';
import { readStream } from '../platform/journal.ts';
import { silentLog } from '../platform/log.ts';
import { openSeal } from '../platform/pdf/seal/seal.ts';
import { makeOwnCertificate } from '../platform/pdf/seal/selfMade.ts';
import { lockedBatch } from '../testing/results.ts';
import { broughtIn, nobodyBroughtIn } from '../testing/staff.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';
import { recordLedger } from './ledger.ts';
import { readVerdicts } from './store/verdicts.ts';
import { juryRoom } from './testing.ts';

const PLACE = { academy: 'clermont', session: 'bp-2024-clermont' };
const COIFFURE = '45033608';
const DAY = Temporal.Instant.from('2024-07-01T10:00:00+02:00');
/** U10 is kept at 12,5; with these 9,92: half a point at U20 isn't enough, one is. */
const MARKS = { U20: 8, U30A: 10, U41: 11, U42: 9.5, U51: 9, U52: 12, U60: 8, UF: 8 };

const { key, chain } = await makeOwnCertificate('Essai');
const seal = await openSeal({ key, chain, timeStamper: null, onTrouble: () => undefined });
if (!seal.ok) throw new Error(seal.error);
const {
  db,
  as,
  papers,
  staff,
  candidates: { near, far },
  setClock,
} = await stage(juryRoom(seal.value), {
  staff: { head: 'head', other: 'head', chair: 'jury', stranger: 'jury' },
  candidates: { near: 'Proche', far: 'Loin' },
});
type Name = Parameters<typeof as>[0];
const candidates = [near.enrolment.id, far.enrolment.id];
const numbers = [near, far].map(({ enrolment }) => enrolment.number ?? '');
await sql`update enrolment set status = 'validated', validated_at = business_now()`.execute(db);
beforeEach(() => setClock(DAY));

const read = async (name: Name, address: string): Promise<string> => words((await as(name).get(address)).body);

let at = '';
/** What the page says of the replacement test that is left open. */
const later = `${COIFFURE}/U60-R`;
async function act(who: Name, path: string, fields: Record<string, string | readonly string[]> = {}) {
  const version = fieldOn((await as(who).get(at)).body, 'version');
  return as(who).post(`${at}/${path}`, { version, ...fields } as Record<string, string>);
}

async function seat(quality: string, name: string, account = ''): Promise<string> {
  const done = await act('head', 'membres', { qualite: quality, membre: name, fonction: '', compte: account });
  expect(done.location).toBe(`${at}?message=membre`);
  const { rows } = await sql<{ id: string }>`select id from jury_member where name = ${name}`.execute(db);
  return rows[0]?.id ?? '';
}

async function lockAll(): Promise<void> {
  for (const [unit, mark] of Object.entries(MARKS))
    await lockedBatch(
      db,
      { ...PLACE, speciality: COIFFURE, unit },
      candidates.map((id, index) => [id, { code: 'mark', halfPoints: 2 * mark - 8 * index }] as const),
    );
}

/** Who chairs was brought in by somebody whom the head brought in: the button isn't there, and a form that is sent anyway is refused. */
async function expectNoPuppet(
  confirm: () => Promise<{ readonly status: number; readonly body: string }>,
  page: string,
): Promise<void> {
  const { head, other, chair } = staff;
  await broughtIn(db, chair.id, other.id);
  await broughtIn(db, other.id, head.id);
  expect((await as('chair').get(page)).body).not.toContain('/confirmation"');
  const refused = await confirm();
  expect([refused.status, words(refused.body)]).toEqual([
    403,
    expect.stringMatching(/accès donné à .* \(vous\) par .*accès donné à .* par /),
  ]);
  await nobodyBroughtIn(db);
  expect((await as('chair').get(page)).body).toContain('/confirmation"');
}

/** Who waits for a lock of another. */
async function waiting(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
  return rows[0]?.n ?? 0;
}

describe('A jury', () => {
  const members: string[] = [];

  it('is added once for a speciality, with every fault said and what was typed kept', async () => {
    expect(await read('head', '/gestion/deliberation')).toContain('Aucun jury');
    const wrong = await as('head').post('/gestion/deliberation/jurys', {
      session: PLACE.session,
      nom: 'Beauté',
      jour: '31/02/2024',
      specialites: '99999999',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('value="Beauté"');
    expect(words(wrong.body)).toMatch(/Jour de la délibération.*Spécialités/s);
    const form = { session: PLACE.session, nom: 'Beauté', jour: '01/07/2024', lieu: 'Rectorat', specialites: COIFFURE };
    const made = await as('head').post('/gestion/deliberation/jurys', form);
    expect(made.location).toMatch(/^\/gestion\/deliberation\/[0-9a-f-]{36}\?message=ajoute$/);
    at = made.location.replace(/\?.*/, '');
    const again = await as('head').post('/gestion/deliberation/jurys', form);
    expect([again.status, words(again.body)]).toEqual([422, expect.stringContaining('Spécialités')]);
    expect((await as('head').post('/gestion/deliberation/jurys', { ...form, session: 'ailleurs' })).status).toBe(422);
    expect(await read('head', '/gestion/deliberation')).toContain('Beauté');
  });

  it('says all that keeps its record open', async () => {
    const page = await read('head', at);
    expect(page).toContain("Aucun président n'est noté présent");
    expect(page).toContain("Le nombre pour délibérer n'est pas constaté");
    expect(page).toContain(`2 candidats attendent une note : ${numbers.join(' et ')}`);
    expect(page).toContain('D337-123');
    const early = await act('head', 'cloture');
    expect([early.status, words(early.body)]).toEqual([
      409,
      expect.stringContaining('ne peut pas être clos : 3 points'),
    ]);
    await setClock(DAY.subtract({ hours: 48 }));
    expect(await read('head', at)).toContain("Le jour de la délibération n'est pas venu");
  });

  it('has members of whom some have an account, and a meeting at which who is there is ticked', async () => {
    const chair = staff.chair.id;
    expect(await read('chair', '/gestion/deliberation')).toContain("Vous n'êtes membre d'aucun jury");
    members.push(await seat('president', 'Anne Présidente', chair), await seat('teacher', 'Tom Enseignant'));
    expect(await read('chair', '/gestion/deliberation')).toContain('Beauté');
    for (const [fields, said] of [
      [{ qualite: 'roi', membre: 'X' }, 'Qualité'],
      [{ qualite: 'teacher', membre: '' }, 'Écrivez le nom du membre'],
      [{ qualite: 'teacher', membre: 'X', compte: staff.head.id }, 'Son compte'],
      [{ qualite: 'teacher', membre: 'X', compte: chair }, "Ce compte est déjà celui d'un autre membre"],
    ] as const) {
      const refused = await act('head', 'membres', fields);
      expect([refused.status, words(refused.body)]).toEqual([expect.any(Number), expect.stringContaining(said)]);
      expect([409, 422]).toContain(refused.status);
    }
    const gone = await seat('employee', 'Paul Parti');
    expect((await act('head', 'membres/retrait', { membre: gone })).location).toBe(`${at}?message=retire`);
    expect((await act('head', 'membres/retrait', { membre: gone })).status).toBe(404);
    const met = await act('head', 'seance', { presents: members, quorum: 'oui' });
    expect(met.location).toBe(`${at}?message=seance`);
    const page = await read('head', at);
    expect(page).toContain('Les deux moitiés nommées ne sont pas égales');
    expect(page).not.toContain('Aucun président');
    expect((await act('head', 'seance', { presents: 'personne' })).status).toBe(404);
  });

  it('wants every mark, and shows the candidates by the way to ten, by number alone', async () => {
    expect((await act('head', 'cloture')).status).toBe(409);
    await lockAll();
    expect(await read('head', at)).toContain("2 candidats refusés ou non jugés n'ont pas été vus");
    const list = await read('head', `${at}/candidats`);
    expect(list.indexOf(numbers[0] ?? '')).toBeLessThan(list.indexOf(numbers[1] ?? ''));
    expect(list).toContain('9,92');
    expect(list).toContain("à moins d'un point (1)");
    expect(list).not.toContain('Proche');
    expect(await read('head', `${at}/candidats?noms=1`)).toContain('Proche');
    // A member never sees a name.
    expect(await read('chair', `${at}/candidats?noms=1`)).not.toContain('Proche');
    expect(await read('head', `${at}/candidats?liste=admis`)).toContain('Personne dans cette liste');
    expect((await as('stranger').get(at)).status).toBe(404);
  });

  it('tells its chair which accommodations were granted, counted and without a name (D351-31)', async () => {
    const granted = [
      {
        code: 'extra-time',
        label: 'Temps majoré',
        granted: true,
        percent: 33,
        how: null,
        reasons: 'Dossier du médecin',
      },
      { code: 'helper', label: 'Aide humaine', granted: false, percent: null, how: null, reasons: 'Pas utile' },
    ];
    for (const id of candidates) {
      const { rows } = await sql<{ id: string }>`insert into accommodation_case
          (id, academy, session, enrolment_id, state, channel, submitted_at, waiting_since)
        values (gen_random_uuid(), ${PLACE.academy}, ${PLACE.session}, ${id}, 'decided', 'online', business_now(), business_now())
        returning id`.execute(db);
      await sql`insert into accommodation_decision (event_id, case_id, enrolment_id, rank, measures, ground, officer_id, paper_id)
        values (gen_random_uuid(), ${rows[0]?.id}, ${id}, 1, ${JSON.stringify(granted)}::jsonb, 'D351-27', gen_random_uuid(),
          gen_random_uuid())`.execute(db);
    }
    for (const who of ['chair', 'head'] as const) {
      const page = await read(who, at);
      expect(page).toContain('Temps majoré, un tiers de temps en plus : 2 candidats');
      expect(page).not.toMatch(/Aide humaine|médecin|Proche/);
    }
    // A member who doesn't chair learns it from the chair.
    const sat = await act('head', 'membres/retrait', { membre: members[0] ?? '' });
    expect([sat.status, words(sat.body)]).toEqual([409, expect.stringContaining('le procès-verbal le nomme')]);
    expect((await act('head', 'seance/retrait')).location).toBe(`${at}?message=heure`);
    expect((await act('head', 'seance/retrait')).status).toBe(409);
    await act('head', 'membres/retrait', { membre: members[0] ?? '' });
    members[0] = await seat('teacher', 'Anne Présidente', staff.chair.id);
    expect(await read('chair', at)).not.toContain('Temps majoré');
    await act('head', 'membres/retrait', { membre: members[0] ?? '' });
    members[0] = await seat('president', 'Anne Présidente', staff.chair.id);
    await act('head', 'seance', { presents: members, quorum: 'oui' });
  });

  it('explains the average line by line, and what would be enough', async () => {
    const page = await read('head', `${at}/candidats/${candidates[0]}`);
    expect(page).toContain('317,5 points pour 32 de coefficients : 9,92');
    expect(page).toContain('note gardée ; obtenue le 05/07/2022');
    expect(page).toContain('Il manque 2,5 points.');
    expect(page).toMatch(/U20 .* 8,5 \(\+0,5\) *voir l'effet à U20/);
    expect(await read('head', `${at}/candidats`)).toContain('9,92 U20 à 8,5 (+0,5) refusé');
    expect((await as('head').get(`${at}/candidats/${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`)).status).toBe(
      404,
    );
  });

  const on = (index: number): string => `${at}/candidats/${candidates[index]}`;
  const wanted = { unite: 'U20', note: '8,5', motif: 'Travail régulier' };

  it('sees what points would change before it keeps them', async () => {
    const asking = (fields: Record<string, string>): string =>
      `${on(0)}?${new URLSearchParams({ unite: 'U20', note: '8,5', acte: 'voir', ...fields })}`;
    for (const [fields, said] of [
      [{ note: '7' }, "Le jury relève une note, il ne l'abaisse pas"],
      [{ note: '10.25' }, 'Nouvelle note'],
      [{ note: '21' }, 'Nouvelle note'],
      [{ note: '' }, 'Nouvelle note'],
      [{ unite: 'U10' }, 'Unité'],
    ] as const) {
      const refused = await as('head').get(asking(fields));
      expect([refused.status, words(refused.body)]).toEqual([422, expect.stringContaining(said)]);
    }
    const seen = await as('head').get(asking({}));
    expect([seen.status, words(seen.body)]).toEqual([
      200,
      expect.stringContaining(
        'Avec 8,5 à U20 au lieu de 8 (+0,5), la moyenne passe de 9,92 à 10,00. La décision passe de « refusé » à « admis ».',
      ),
    ]);
    expect(await read('head', asking({ note: '8,5' }))).toContain('Retenir');
    expect(await read('chair', asking({}))).not.toContain('la moyenne passe');
    const bare = await as('head').post(`${on(0)}/points`, { ...wanted, motif: '', avant: '16', deja: '' });
    expect([bare.status, words(bare.body)]).toEqual([422, expect.stringMatching(/Écrivez le motif.*la moyenne passe/)]);
    const { rows } = await sql`select from jury_point`.execute(db);
    expect(rows).toHaveLength(0);
    expect((await as('chair').post(`${on(0)}/points`, wanted)).status).toBe(404);
  });

  it('knows who is left to examine: seen without points, by the marks that were seen', async () => {
    expect(await read('head', `${at}/candidats`)).toContain('à voir (2)');
    expect(await read('head', on(1))).toContain('encore 2 à voir');
    const seen = await as('head').post(`${on(1)}/vu`, { 'liste-liste': 'a-voir' });
    expect(seen.location).toBe(`${on(0)}?liste=a-voir&message=vu`);
    expect((await as('head').post(`${on(1)}/vu`, {})).status).toBe(303);
    expect((await as('chair').post(`${on(1)}/vu`, {})).status).toBe(404);
    expect(await read('head', on(1))).toContain('Vu par le jury');
    const left = await read('head', `${at}/candidats?liste=a-voir`);
    expect([left.includes(numbers[0] ?? ''), left.includes(numbers[1] ?? '')]).toEqual([true, false]);
    await sql`update jury_examined set marks = 'U20 mark 3'`.execute(db);
    expect(await read('head', `${at}/candidats`)).toContain('à voir (2)');
    await as('head').post(`${on(1)}/vu`, {});
    const last = await as('head').post(`${on(0)}/vu`, { 'liste-liste': 'proches', 'liste-noms': '1' });
    expect(last.location).toBe(`${at}/candidats?liste=proches&noms=1&message=vus`);
  });

  it('reads beside a mark what a centre said of who came, and decides nothing by it', async () => {
    await sql`insert into attendance_act (id, academy, session, centre_id, room_id, day, enrolment_id, unit, state, source, device, seen, said_at, "by")
      values (gen_random_uuid(), ${PLACE.academy}, ${PLACE.session}, gen_random_uuid(), gen_random_uuid(), '2024-06-03', ${candidates[0]}, 'U20', 'absent',
        'page', 'x', 0, business_now(), gen_random_uuid())`.execute(db);
    for (const who of ['head', 'chair'] as const) expect(await read(who, on(0))).toContain('absent selon le centre');
    expect(await read('head', `${at}/candidats`)).toContain('pointage du centre contraire à la note : U20');
    expect(await read('head', at)).toContain('Le procès-verbal peut être clos');
  });

  it('keeps them once, on the mark that was shown, and takes them back with a reason', async () => {
    const keep = { ...wanted, acte: 'retenir', avant: '16', deja: '' };
    expect((await as('head').post(`${on(0)}/points`, { ...keep, avant: '15' })).status).toBe(409);
    expect((await as('head').post(`${on(0)}/points`, keep)).location).toBe(`${on(0)}?message=points`);
    // The same click again, and the tab of a colleague that still shows no points.
    expect((await as('head').post(`${on(0)}/points`, keep)).status).toBe(303);
    const stale = await as('other').post(`${on(0)}/points`, { ...keep, note: '9' });
    expect([stale.status, words(stale.body)]).toEqual([409, expect.stringContaining('ont changé depuis')]);
    const given = (await as('head').get(on(0))).body;
    expect(words(given)).toContain('8 relevée à 8,5 par le jury');
    expect(words((await as('head').get(`${on(1)}?unite=U20&note=8,5&acte=voir`)).body)).toContain('La décision reste');
    expect((await as('head').get(`${on(1)}?unite=U20&note=8,5&acte=voir`)).body).toContain(
      '<option value="Travail régulier">',
    );
    expect(await read('head', `${at}/candidats?liste=admis`)).toContain('U20 : 8 → 8,5');
    const { rows } = await sql`select from jury_point`.execute(db);
    expect(rows).toHaveLength(1);
    expect((await as('head').post(`${on(0)}/retrait`, { unite: 'U20', deja: '17', motif: '' })).status).toBe(422);
    expect((await as('head').post(`${on(0)}/retrait`, { unite: 'U20', deja: '18', motif: 'x' })).status).toBe(409);
    const back = await as('head').post(`${on(0)}/retrait`, { unite: 'U20', deja: '17', motif: 'Erreur' });
    expect(back.location).toBe(`${on(0)}?message=pointsretires`);
    for (const [who, status] of [
      ['head', 303],
      ['other', 409],
    ] as const)
      expect((await as(who).post(`${on(0)}/retrait`, { unite: 'U20', deja: '17', motif: 'Erreur' })).status).toBe(
        status,
      );
    expect((await sql`select from jury_point`.execute(db)).rows).toHaveLength(2);
    expect(await read('head', `${at}/candidats?liste=admis`)).toContain('Personne');
    expect((await as('head').post(`${on(0)}/points`, keep)).status).toBe(303);
  });

  it('may be named anew, and keeps the specialities of whom it gave points to', async () => {
    const named = { nom: 'Beauté et bien-être', jour: '01/07/2024', lieu: 'Rectorat' };
    const without = await act('head', 'jury', { ...named, specialites: '45033609' });
    expect([without.status, words(without.body)]).toEqual([409, expect.stringContaining('points')]);
    expect((await act('head', 'jury', { ...named, specialites: COIFFURE })).status).toBe(303);
    expect(await read('head', '/gestion/deliberation')).toContain('Beauté et bien-être');
  });

  it('finds points stale whose mark was corrected, and closes only once they are given anew', async () => {
    await sql`insert into mark_entry (academy, session, batch_id, script_id, sort, outcome, half_points, reason, by)
      select b.academy, b.session, b.id, i.script_id, 'corrected', 'mark', 15, 'Le report était bien faux', gen_random_uuid()
      from mark_batch b join mark_identity i on i.batch_id = b.id where b.unit = 'U20' and i.enrolment_id = ${candidates[0]}`.execute(
      db,
    );
    const page = await read('head', at);
    expect(page).toContain('Des points du jury portent sur une note qui a changé');
    expect((await act('head', 'cloture')).status).toBe(409);
    expect(await read('head', on(0))).toContain('la note a changé depuis');
    const keep = { ...wanted, note: '8,5', acte: 'retenir', avant: '15', deja: '17' };
    expect((await as('head').post(`${on(0)}/points`, keep)).status).toBe(303);
    expect(await read('head', at)).toContain('Le procès-verbal peut être clos');
  });

  it('is not held up by a replacement test whose marks are still open: its page names it, and both persons say so', async () => {
    await sql`insert into mark_batch (id, academy, session, speciality, unit, title, step, opened_by)
      values (gen_random_uuid(), 'clermont', ${PLACE.session}, ${COIFFURE}, 'U60-R', 'U60', 'half-point', gen_random_uuid())`.execute(
      db,
    );
    const page = await read('head', at);
    expect(page).toContain('Le procès-verbal peut être clos');
    expect(page).toMatch(/1 lot d'épreuve de remplacement n'est pas verrouillé .*U60 \(remplacement\).*par un additif/);
    for (const sans of ['', `${COIFFURE}/U20-R`]) {
      const refused = await act('head', 'cloture', { sans });
      expect([refused.status, words(refused.body)]).toEqual([409, expect.stringContaining('ou cochez que')]);
    }
  });

  it('whose quorum is lost once it has deliberated isn’t closed; and nobody leaves once the closing is asked', async () => {
    await act('head', 'seance', { presents: members[1] ?? '' });
    const lost = await act('head', 'cloture', { sans: later });
    expect(lost.status).toBe(409);
    expect(await read('head', at)).toMatch(/Le nombre pour délibérer n'est pas constaté/);
    await act('head', 'seance', { presents: members, quorum: 'oui' });
    expect((await act('head', 'cloture', { sans: later })).status).toBe(303);
    expect((await act('head', 'seance', { presents: members[1] ?? '' })).status).toBe(409);
    expect((await act('other', 'reprise', { motif: 'Un membre est parti' })).status).toBe(303);
    await act('head', 'seance', { presents: members[1] ?? '', quorum: 'oui' });
    expect((await act('head', 'cloture', { sans: later })).status).toBe(409);
    expect(await read('head', at)).toContain('Aucun président');
    await act('head', 'seance', { presents: members, quorum: 'oui' });
  });

  it('waits for who unlocks a batch at that moment, and is then refused: nothing is closed on marks that move', async () => {
    expect((await act('head', 'cloture', { sans: later })).status).toBe(303);
    const version = fieldOn((await as('chair').get(at)).body, 'version');
    const closing = await db.transaction().execute(async (tx) => {
      await sql`update mark_batch set locked_at = null, locked_by = null where unit = 'U20'`.execute(tx);
      const pressed = as('chair').post(`${at}/confirmation`, { version, sans: later });
      await expect.poll(() => waiting(), { timeout: 60_000 }).toBeGreaterThan(0);
      return { pressed };
    });
    const refused = await closing.pressed;
    expect([refused.status, words(refused.body)]).toEqual([409, expect.stringContaining('U20')]);
    expect(await read('head', at)).not.toContain('clos par');
    await sql`update mark_batch set locked_at = business_now(), locked_by = gen_random_uuid() where unit = 'U20'`.execute(
      db,
    );
    expect((await act('other', 'reprise', { motif: 'Un lot était repris' })).status).toBe(303);
  });

  it('is closed by two persons, once, and then frozen', async () => {
    const asked = await act('head', 'cloture', { sans: later });
    expect(asked.location).toBe(`${at}?message=demandee`);
    expect((await act('head', 'cloture')).status).toBe(409);
    const frozen = await as('head').post(`${on(1)}/points`, { ...wanted, note: '12' });
    expect((await as('head').post(`${on(1)}/vu`, {})).status).toBe(409);
    expect([frozen.status, words(frozen.body)]).toEqual([409, expect.stringContaining('La clôture du procès-verbal')]);
    expect((await act('head', 'membres', { qualite: 'teacher', membre: 'Trop Tard' })).status).toBe(409);
    const alone = await act('head', 'confirmation', { sans: later });
    expect([alone.status, words(alone.body)]).toEqual([403, expect.stringContaining('une autre personne')]);
    const seen = fieldOn((await as('chair').get(at)).body, 'version');
    await expectNoPuppet(() => as('chair').post(`${at}/confirmation`, { version: seen, sans: later }), at);
    expect((await act('other', 'reprise', { motif: '' })).status).toBe(422);
    expect((await act('other', 'reprise', { motif: 'Un candidat à revoir' })).location).toBe(`${at}?message=reprise`);
    expect((await act('other', 'confirmation')).status).toBe(409);
    expect((await act('head', 'cloture', { sans: later })).status).toBe(303);
    const unsaid = await act('chair', 'confirmation');
    expect([unsaid.status, words(unsaid.body)]).toEqual([409, expect.stringContaining('ou cochez que')]);
    const version = fieldOn((await as('chair').get(at)).body, 'version');
    const [one, two] = await Promise.all([
      as('chair').post(`${at}/confirmation`, { version, sans: later }),
      as('other').post(`${at}/confirmation`, { version, sans: later }),
    ]);
    expect([one.status, two.status].toSorted()).toEqual([303, 409]);
    const [closer, again] = [one.status === 303 ? 'chair' : 'other', { version, sans: later }] as const;
    expect((await as(closer).post(`${at}/confirmation`, again)).location).toBe(`${at}?message=clos`);
    const { rows: sheets } = await sql<{
      content: string;
    }>`select content::text from jury_sheet where number = 0`.execute(db);
    expect(sheets[0]?.content).toMatch(/n'étaient pas verrouillées.*U60 \(remplacement\)/);
    const verdicts = await readVerdicts(db, PLACE, null);
    expect(verdicts.map(({ record, decision, addition }) => [record, decision, addition])).toEqual([
      ['PV 2024-001', 'ADMITTED', 0],
      ['PV 2024-001', 'REFUSED', 0],
    ]);
    expect(verdicts[0]?.juryPoints).toEqual([{ unit: 'U20', before: 15, after: 17, reason: 'Travail régulier' }]);
    const page = await read('head', at);
    expect(page).toContain('PV 2024-001, clos par');
    expect((await as('head').post(`${on(1)}/points`, { ...wanted, note: '12' })).status).toBe(409);
    expect((await act('head', 'jury', { nom: 'X', jour: '01/07/2024', specialites: COIFFURE })).status).toBe(409);
    expect((await act('head', 'reprise', { motif: 'x' })).status).toBe(409);
    const entries = await readStream(db, `jury:${at.split('/').at(-1)}`, 50);
    expect(entries.filter(({ name }) => name === 'jury.closed')).toMatchObject([
      { data: { record: 'PV 2024-001', admitted: 1, refused: 1, notJudged: 0 } },
    ]);
  });

  it('gives its record as a sealed file that names everybody', async () => {
    expect((await as('head').get(`${at}/pv/7`)).status).toBe(404);
    expect((await as('chair').get(`${at}/pv/0`)).status).toBe(404);
    await papers.jobs.run();
    const file = await as('head').get(`${at}/pv/0`);
    expect([file.status, file.body.slice(0, 5)]).toEqual([200, '%PDF-']);
    expect(file.body).toContain('/ByteRange');
    const { rows } = await sql<{ content: object; level: string; key: string }>`
      select content, seal_level as level, pdf_key as key from jury_sheet`.execute(db);
    expect(rows).toMatchObject([{ level: 'B-B', key: expect.stringMatching(/^records\/clermont\//) }]);
    const said = JSON.stringify(rows[0]?.content);
    for (const word of [
      'Proche',
      'Loin',
      ...numbers,
      'Anne Présidente',
      'Travail régulier',
      'PV 2024-001',
      'admis',
      'refusé',
    ])
      expect(said).toContain(word);
    expect(await read('head', at)).toContain('avec cachet B-B');
  });

  it('has its file checked each night: one that changed is noted until it is put back', async () => {
    const ledger = recordLedger(db);
    const { rows } = await sql<{ key: string }>`select pdf_key as key from jury_sheet`.execute(db);
    const key = rows[0]?.key ?? '';
    expect(key).toMatch(ledger.makes);
    expect(await ledger.named([key, `${key}.pdf`])).toEqual(new Set([key]));
    const check = async (): Promise<unknown> => {
      await sql`update jury_sheet set checked_at = checked_at - interval '13 hours'`.execute(db);
      expect(await checkFiles(papers.files, ledger, silentLog)).toBe(1);
      return (await sql<{ fault: string | null }>`select fault from jury_sheet`.execute(db)).rows;
    };
    expect(await check()).toEqual([{ fault: null }]);
    const bytes = await papers.files.read(key);
    await papers.files.write(key, Buffer.concat([bytes, Buffer.from('x')]));
    expect(await check()).toEqual([{ fault: expect.any(String) }]);
    await papers.files.write(key, bytes);
    expect(await check()).toEqual([{ fault: null }]);
  });

  it('is corrected by dated additions alone, by two persons, each with its own file', async () => {
    const useless = await as('head').post(`${on(1)}/additif`, { objet: 'mark', motif: 'Le report était bien faux' });
    expect([useless.status, words(useless.body)]).toEqual([409, expect.stringContaining('dit déjà cela')]);
    for (const [fields, said] of [
      [{ objet: 'decision', motif: 'x' }, 'Choisissez la nouvelle décision'],
      [{ objet: 'mark', decision: 'ADMITTED', motif: 'x' }, 'Ne choisissez pas de décision'],
      [{ objet: 'mark', motif: '' }, 'Écrivez le motif'],
    ] as const) {
      const refused = await as('head').post(`${on(1)}/additif`, fields);
      expect([refused.status, words(refused.body)]).toEqual([422, expect.stringContaining(said)]);
    }
    await sql`insert into mark_entry (academy, session, batch_id, script_id, sort, outcome, half_points, reason, by)
      select b.academy, b.session, b.id, i.script_id, 'corrected', 'mark', 40, 'Le total était mal compté', gen_random_uuid()
      from mark_batch b join mark_identity i on i.batch_id = b.id where b.unit in ('U51', 'U20', 'U30A') and i.enrolment_id = ${candidates[1]}`.execute(
      db,
    );
    expect(await read('head', at)).toContain("1 candidat a aujourd'hui une note différente");
    expect(await read('head', on(1))).toContain('Notes changées depuis la clôture');
    const proposed = await as('head').post(`${on(1)}/additif`, { objet: 'mark', motif: 'Le total était mal compté' });
    expect(proposed.location).toBe(`${on(1)}?message=propose`);
    for (const [who, status] of [
      ['head', 303],
      ['other', 409],
    ] as const)
      expect(
        (await as(who).post(`${on(1)}/additif`, { objet: 'mark', motif: 'Le total était mal compté' })).status,
      ).toBe(status);
    const page = (await as('other').get(on(1))).body;
    expect(words(page)).toMatch(/Décision refusé admis/);
    const path = /action="([^"]*\/confirmation)"/.exec(page)?.[1] ?? '';
    const version = fieldOn(page, 'version');
    const alone = await as('head').post(path, { version });
    expect([alone.status, words(alone.body)]).toEqual([403, expect.stringContaining('une autre personne')]);
    await expectNoPuppet(() => as('chair').post(path, { version }), on(1));
    const [one, two] = await Promise.all([as('other').post(path, { version }), as('chair').post(path, { version })]);
    expect([one.status, two.status].toSorted()).toEqual([303, 409]);
    const [verdict] = await readVerdicts(db, PLACE, [candidates[1] ?? ('' as EnrolmentId)]);
    expect(verdict).toMatchObject({
      addition: 1,
      decision: 'ADMITTED',
      record: 'PV 2024-001',
      reasons: [{ addition: 1, reason: 'Le total était mal compté' }],
    });
    const { rows } = await sql<{ decision: string }>`
      select decision from jury_verdict where enrolment_id = ${candidates[1]} order by addition`.execute(db);
    expect(rows.map(({ decision }) => decision)).toEqual(['REFUSED', 'ADMITTED']);
    await papers.jobs.run();
    expect((await as('head').get(`${at}/pv/1`)).body.slice(0, 5)).toBe('%PDF-');
    expect(await read('head', at)).toContain('Additif 1 (PDF)');
  });

  it('may change a decision on the same marks, and take a proposal back', async () => {
    const order = { objet: 'decision', decision: 'ADMITTED', motif: 'Le livret a été présenté' };
    expect((await as('head').post(`${on(0)}/additif`, order)).status).toBe(409);
    expect((await as('head').post(`${on(0)}/additif`, { ...order, decision: 'REFUSED' })).status).toBe(303);
    const page = (await as('head').get(on(0))).body;
    const path = /action="([^"]*\/retrait)"/.exec(page)?.[1] ?? '';
    expect((await as('head').post(path, { version: fieldOn(page, 'version'), motif: '' })).status).toBe(422);
    expect((await as('head').post(path, { version: fieldOn(page, 'version'), motif: 'Erreur' })).status).toBe(303);
    expect((await as('head').post(path, { version: fieldOn(page, 'version'), motif: 'Erreur' })).status).toBe(303);
    expect((await as('other').post(path, { version: fieldOn(page, 'version'), motif: 'Erreur' })).status).toBe(409);
    const [verdict] = await readVerdicts(db, PLACE, [candidates[0] ?? ('' as EnrolmentId)]);
    expect(verdict).toMatchObject({ addition: 0, decision: 'ADMITTED' });
  });

  it('takes no admission away after four months, not even what was proposed before, and says nobody of the globale form « non jugé »', async () => {
    const order = { objet: 'decision', decision: 'REFUSED', motif: 'Le livret présenté était un faux' };
    const unjudged = await as('head').post(`${on(0)}/additif`, { ...order, decision: 'NOT_JUDGED' });
    expect([unjudged.status, words(unjudged.body)]).toEqual([422, expect.stringContaining('forme progressive')]);
    expect(unjudged.body).toContain('Le livret présenté était un faux');
    expect((await as('head').post(`${on(0)}/additif`, order)).status).toBe(303);
    const page = (await as('other').get(on(0))).body;
    const [, path = ''] = /action="([^"]*\/confirmation)"/.exec(page) ?? [];
    await setClock(DAY.add({ hours: 24 * 130 }));
    const late = await as('other').post(path, { version: fieldOn(page, 'version') });
    expect([late.status, words(late.body)]).toEqual([409, expect.stringContaining('article L242-1')]);
    const [, back = ''] = /action="([^"]*\/retrait)"/.exec(page) ?? [];
    expect((await as('head').post(back, { version: fieldOn(page, 'version'), motif: 'Trop tard' })).status).toBe(303);
    const again = await as('head').post(`${on(0)}/additif`, order);
    expect([again.status, words(again.body)]).toEqual([409, expect.stringContaining('que lui être favorable')]);
    const [verdict] = await readVerdicts(db, PLACE, [candidates[0] ?? ('' as EnrolmentId)]);
    expect(verdict).toMatchObject({ addition: 0, decision: 'ADMITTED' });
  });
});
