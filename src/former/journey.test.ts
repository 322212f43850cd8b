import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { enrolmentRoutes } from '../enrolment/index.ts';
import { readStream } from '../platform/journal.ts';
import { csvOf } from '../platform/tables/csv.ts';
import { readTable } from '../platform/tables/readTable.ts';
import { xlsxOf } from '../platform/tables/xlsx.ts';
import {
  aDraft,
  type Browser,
  ORDINARY_DAY,
  PASSWORD,
  shippedCatalogue,
  type TestEnrolment,
} from '../testing/enrolments.ts';
import { mailsTo } from '../testing/papers.ts';
import { publicationRoom, ROOMS } from '../testing/publication.ts';
import { signedIn } from '../testing/staff.ts';
import { stage } from '../testing/stage.ts';
import { words } from '../testing/words.ts';
import { formerMigrations } from './migrations.ts';
import { formerRoutes } from './routes.ts';
import { COLUMNS } from './rules/columns.ts';
import { oldFormerResults } from './store/erase.ts';
import { createFormerReader } from './work/reader.ts';

const AT = '/gestion/resultats-anterieurs';
const HEAD = COLUMNS.map(({ headings }) => headings[0] ?? '');
const ZOE = ['01216557741', 'Durand', 'Zoé', '30/05/1995', '45033608', '2023', '05/07/2023'] as const;
const line = (unit: string, mark: string, who: readonly string[] = ZOE, decision = 'Ajourné'): readonly string[] => [
  ...who,
  unit,
  mark,
  decision,
];

const reader = createFormerReader();
let whileRead = async (): Promise<void> => {};
const formerReader: typeof reader = {
  ...reader,
  read: (bytes, rules, take) =>
    reader.read(bytes, rules, async (part) => {
      await whileRead();
      await take(part);
    }),
};
const events = () => papers.events;

const {
  db,
  papers,
  site,
  staff: { head, officer, stranger, elsewhere },
  enter,
  registered,
  setClock,
} = await stage(
  {
    ...publicationRoom((deps) => [
      ...enrolmentRoutes({ ...deps, chrome: deps.candidateChrome }),
      ...formerRoutes({ ...deps, formerReader }),
    ]),
    tables: [...ROOMS, formerMigrations],
  },
  {
    staff: { head: 'head', officer: 'officer', stranger: 'jury', elsewhere: { role: 'head', academy: 'lyon' } },
    on: ORDINARY_DAY,
  },
);
afterAll(async () => {
  await formerReader.close();
});

async function bytesOf(rows: readonly (readonly string[])[], format: 'csv' | 'xlsx' = 'csv'): Promise<Buffer> {
  const all = (async function* () {
    yield* rows;
  })();
  return Buffer.concat(await Array.fromAsync<Uint8Array>(format === 'csv' ? csvOf(all) : xlsxOf('a', all)));
}
async function send(content: Buffer, who: Browser = head) {
  await who.get(AT);
  return who.upload(AT, {}, content, 'resultats.csv');
}
/** Read, shown, confirmed; gives its address. */
async function bring(...rows: readonly (readonly string[])[]): Promise<string> {
  const sent = await send(await bytesOf([HEAD, ...rows]));
  expect([sent.status, words(sent.body)]).toEqual([303, expect.anything()]);
  await head.get(sent.location);
  expect((await head.post(sent.location, {})).location).toBe(`${AT}?message=enregistre`);
  return sent.location;
}
const count = async (table: string): Promise<number> =>
  (await sql`select from ${sql.table(table)}`.execute(db)).rows.length;
const status = (birthName: string, firstNames: string, born = '1995-05-30') => ({
  birthName,
  usageName: null,
  firstNames,
  birthDate: Temporal.PlainDate.from(born),
});
async function someone(birthName = 'Durand', firstNames = 'Zoé', born?: string) {
  const made = await aDraft(
    db,
    { events: events(), catalogue: await shippedCatalogue(), status: status(birthName, firstNames, born) },
    'qualification',
  );
  const browser = await signedIn(site, made.candidate.address, PASSWORD);
  return {
    ...made,
    browser,
    own: `/candidatures/${made.enrolment.id}/resultats-anterieurs`,
    file: `${AT}/candidats/${made.enrolment.id}`,
  };
}
async function ask({ browser, own }: { readonly browser: Browser; readonly own: string }, numero = '') {
  await browser.get(own);
  return browser.post(own, { numero });
}
async function recognise(file: string, more: Record<string, string> = {}, who = officer) {
  await who.get(file);
  return who.post(`${file}/lien`, { numero: ZOE[0], preuve: 'number', vu: '', ...more });
}
const acquis = async ({ browser, enrolment }: { readonly browser: Browser } & TestEnrolment): Promise<string> =>
  (await browser.get(`/candidatures/${enrolment.id}/acquis`)).body;

describe('A head brings in former results', () => {
  it('begins with a template of the columns, each with where its heading comes from', async () => {
    const read = await readTable((await head.get(`${AT}/modele.xlsx`)).bytes);
    expect(read.ok && read.value).toEqual([HEAD]);
    expect((await head.get(`${AT}/modele.csv`)).body).toContain('Numéro candidat;Nom de naissance;');
    const page = words((await head.get(AT)).body);
    expect(page).toContain("aucun fichier de résultats de Cyclades n'a pu être lu. À confirmer.");
    expect(page).toContain('Aucun fichier enregistré');
  });

  it('is refused whole, every fault with its line, and nothing is written', async () => {
    const sent = await send(
      await bytesOf([
        HEAD,
        line('U10', '10.25'),
        line('U10', '21'),
        line('U99', '12'),
        line('U20', '12'),
        line('U20', '13'),
      ]),
    );
    expect(sent.status).toBe(422);
    expect(words(sent.body)).toMatch(
      /4 défauts Rien n'a été enregistré.* 2 Écrivez la note au demi-point.* 3 La note va de 0 à 20.* 4 L'unité « U99 ».* 6 L'unité U20 .* déjà à la ligne 5/,
    );
    for (const [content, says, code] of [
      [Buffer.alloc(0), 'Ce fichier est vide', 422],
      [Buffer.from([0x89, 0x50, 0, 1]), "n'est pas un tableau", 422],
      [Buffer.from('PK\u0003\u0004rien'), 'ne se lit pas', 422],
      [Buffer.from(`${HEAD.join(';')}\r\n"x`.padEnd(70_000, 'y')), 'ne se lit pas', 422],
      [Buffer.from('a;b\r\n1;2\r\n'), 'Il manque les colonnes', 422],
      [Buffer.alloc(20_000_001, 97), 'dépasse 20 Mo', 413],
      [Buffer.concat([Buffer.from('PK'), Buffer.alloc(5_000_000)]), 'Ce classeur dépasse 5 Mo', 413],
    ] as const) {
      const wrong = await send(content);
      expect([wrong.status, words(wrong.body)]).toEqual([code, expect.stringContaining(says)]);
    }
    expect([await count('former_import'), await count('former_line')]).toEqual([0, 0]);
  });

  it('is nobody’s but a head’s, of their academy', async () => {
    for (const who of [officer, stranger]) expect((await who.get(AT)).status).toBe(404);
    expect((await site.browser().get(AT)).status).not.toBe(200);
    const { location } = await send(await bytesOf([HEAD, line('U10', '12')], 'xlsx'));
    expect((await elsewhere.get(location)).status).toBe(404);
    await elsewhere.get(AT);
    expect((await elsewhere.post(location, {})).status).toBe(404);
    await head.get(location);
  });

  it('is shown before it is written, then written once; a second file shows what it changes', async () => {
    const sent = await send(
      await bytesOf([
        HEAD,
        line('U10', '12,5'),
        line('U20', '8'),
        line('U10', '12', ['9', 'Vieux', 'Jean', '01/01/1980', '33608', '2017', '05/07/2017']),
      ]),
    );
    const page = words((await head.get(sent.location)).body);
    expect(page).toMatch(
      /Lignes nouvelles 2 .*trop anciennes pour servir, qui ne seront pas gardées 1 .*2023 Coiffure 1 2/,
    );
    expect(await count('former_result')).toBe(0);
    const clicks = await Promise.all([head.post(sent.location, {}), head.post(sent.location, {})]);
    clicks.push(await head.post(sent.location, {}));
    expect(clicks.map(({ location }) => location)).toEqual(Array(3).fill(`${AT}?message=enregistre`));
    expect(await count('former_result')).toBe(2);
    const { rows } = await sql`select from journal where name = 'former.imported'`.execute(db);
    expect(rows).toHaveLength(1);
    expect((await head.get(sent.location)).location).toBe(AT);

    const again = await send(await bytesOf([HEAD, line('U10', '13'), line('U20', '8'), line('U41', 'A')]));
    const shown = words((await head.get(again.location)).body);
    expect(shown).toMatch(/Lignes nouvelles 1 Lignes changées 1 Lignes déjà enregistrées à l'identique 1/);
    expect(shown).toMatch(
      /Durand Zoé \(30\/05\/1995\) 01216557741 2023, Coiffure U10 12,5 sur 20 le 05\/07\/2023, ajourné 13 sur 20/,
    );
    const other = await send(await bytesOf([HEAD, line('U10', '14')]), head);
    // Their second file took the place of the first, which nobody confirmed.
    expect((await head.post(again.location, {})).status).toBe(404);
    await head.get(other.location);
    await head.post(other.location, {});
    const same = await send(await bytesOf([HEAD, line('U10', '14')]));
    expect([same.status, words(same.body)]).toEqual([422, expect.stringContaining('Le fichier ne change rien')]);
  });

  it('two heads: what was compared with what stood before isn’t written over a file of meanwhile', async () => {
    const second = await enter('head');
    const mine = await send(await bytesOf([HEAD, line('U42', '11')]));
    const theirs = await send(await bytesOf([HEAD, line('U42', '9')]), second);
    expect((await second.post(theirs.location, {})).status).toBe(303);
    const late = await head.post(mine.location, {});
    expect([late.status, words(late.body)]).toEqual([409, expect.stringContaining('entre-temps')]);
  });

  it('is taken back with a reason while nobody has marks of it, the last first: what stood before stands again', async () => {
    const [last] = (
      await sql<{ id: string }>`select id from former_import where rank is not null order by rank desc`.execute(db)
    ).rows;
    const first = (await sql<{ id: string }>`select id from former_import where rank = 1`.execute(db)).rows[0];
    const undo = (id = '', motif = 'Mauvais fichier') => head.post(`${AT}/fichiers/${id}/retrait`, { motif });
    await head.get(AT);
    expect((await undo(first?.id)).status).toBe(409);
    expect(words((await undo(last?.id, '')).body)).toContain('Écrivez pourquoi ce fichier est retiré');
    expect((await undo(last?.id)).location).toBe(`${AT}?message=retire`);
    expect((await undo(last?.id)).status).toBe(409);
    expect((await undo('x')).status).toBe(404);
    expect(words((await head.get(AT)).body)).toContain('Retiré : Mauvais fichier');
    const marks = await sql<{
      unit: string;
      mark: number;
    }>`select unit, half_points as mark from former_result order by unit`.execute(db);
    expect(marks.rows).toEqual([
      { unit: 'U10', mark: 28 },
      { unit: 'U20', mark: 16 },
    ]);
    const entries = await readStream(db, 'former:clermont', 20);
    expect(entries.map(({ name }) => name)).toContain('former.takenBack');
    expect(JSON.stringify(entries)).not.toMatch(/Durand|halfPoints|"28"/);
  });
});

describe('Whose they are', () => {
  it('the answer to a request is the same, whether there is something or not; nothing is shown, nor filled in', async () => {
    const [zoe, nobody] = [await someone(), await someone('Personne', 'Paul')];
    const pages: string[] = [];
    for (const one of [zoe, nobody]) {
      expect((await ask(one, ZOE[0])).location).toBe(`${one.own}?message=demande`);
      pages.push(words((await one.browser.get(one.own)).body));
    }
    expect(pages[0]).toBe(pages[1]);
    expect(pages[0]).toContain('Votre demande est enregistrée');
    expect(await acquis(zoe)).not.toContain('value="14"');
    expect((await ask(zoe)).status).toBe(409);
    // Another's page doesn't exist.
    expect((await nobody.browser.get(zoe.own)).status).toBe(404);
    expect((await zoe.browser.get(zoe.file)).status).toBe(404);

    // Who gave the number, and isn't that person: it proves nothing.
    const page = words((await officer.get(nobody.file)).body);
    expect(page).toContain("L'état civil n'est pas le même");
    expect(page).not.toContain("qu'il a donné, avec le même état civil");
    expect((await recognise(nobody.file)).status).toBe(422);
    const seen = await recognise(nobody.file, { preuve: 'seen' });
    expect([seen.status, words(seen.body)]).toEqual([422, expect.stringContaining('Écrivez ce que vous avez vu')]);
    expect((await recognise(nobody.file, { preuve: 'identity', vu: 'CNI' })).status).toBe(422);
    expect(await count('former_link')).toBe(0);
    const no = await officer.post(`${nobody.file}/refus`, { reponse: 'Aucun résultat à votre nom.' });
    expect(no.location).toBe(`${nobody.file}?message=refuse`);
    expect((await officer.post(`${nobody.file}/refus`, { reponse: 'Encore.' })).status).toBe(409);
    expect(words((await nobody.browser.get(nobody.own)).body)).toContain('Aucun résultat à votre nom.');
  });

  it('an officer recognises them by the number with the same civil status; step Acquis is filled, said and told without a mark', async () => {
    const { rows } = await sql<{
      id: string;
    }>`select enrolment_id as id from former_claim where state = 'waiting'`.execute(db);
    const zoe = rows[0]?.id ?? '';
    const file = `${AT}/candidats/${zoe}`;
    expect(words((await officer.get(`${AT}/demandes`)).body)).toMatch(
      /Durand .*inscription en préparation 30\/05\/1995 01216557741 15\/11\/2023/,
    );
    expect((await stranger.get(file)).status).toBe(404);
    expect((await elsewhere.get(file)).status).toBe(404);
    const page = words((await officer.get(file)).body);
    expect(page).toMatch(/Numéro 01216557741 .*numéro donné par le candidat, même date de naissance et mêmes noms/);
    // No text of the database holds it, and no form of ours sends it.
    expect((await recognise(file, { numero: `${ZOE[0]}\0` })).status).toBe(400);
    expect((await recognise(file)).location).toBe(`${file}?message=reconnu`);
    // Pressed twice, it is said once.
    expect((await recognise(file)).status).toBe(303);
    expect(await count('former_link')).toBe(1);
    const [{ address, account } = { address: '', account: '' }] = (
      await sql<{
        address: string;
        account: string;
      }>`select c.address, c.account_id as account from candidate_identity c
        join enrolment_file e on e.candidate_id = c.account_id where e.id = ${zoe}`.execute(db)
    ).rows;
    const browser = await signedIn(site, address, PASSWORD);
    const step = (await browser.get(`/candidatures/${zoe}/acquis`)).body;
    expect(words(step)).toContain("D'après le relevé de la session 2023 : 14 sur 20, obtenue le 05/07/2023.");
    expect(step).toMatch(/name="mark-U10"[^>]*value="14"|value="14"[^>]*name="mark-U10"/);
    const mail = (await mailsTo(db, address)).at(-1);
    const said = `${mail?.subject}\n${mail?.body}`;
    expect(said).toContain('/resultats-anterieurs');
    expect(said.replaceAll(zoe, '')).not.toMatch(/14|Ajourné/);
    const entries = await readStream(db, `enrolment:${zoe}`, 20);
    expect(entries.filter(({ name }) => name === 'former.read')).toHaveLength(1);
    expect(entries.find(({ name }) => name === 'former.confirmed')?.data).toMatchObject({ proof: 'number', marks: 2 });
    expect(account).not.toBe('');
  });

  it('the file can’t be taken back any more; another account can’t have them; one of another name is refused', async () => {
    expect(words((await head.get(AT)).body)).toMatch(/1 candidat a repris ces notes : le fichier ne se retire plus/);
    const [last] = (
      await sql<{
        id: string;
      }>`select id from former_import where rank is not null and taken_back_at is null order by rank desc`.execute(db)
    ).rows;
    expect((await head.post(`${AT}/fichiers/${last?.id}/retrait`, { motif: 'x' })).status).toBe(409);
    const twin = await someone();
    await ask(twin, ZOE[0]);
    expect(words((await officer.get(twin.file)).body)).toContain("Déjà reconnus comme ceux d'un autre compte");
    expect(words((await officer.get(twin.file)).body)).not.toContain('14 sur 20');
    expect((await recognise(twin.file)).status).toBe(409);
    const renamed = await send(await bytesOf([HEAD, line('U10', '14', ZOE.map(String).with(1, 'Dupont'))]));
    expect([renamed.status, words(renamed.body)]).toEqual([422, expect.stringContaining('déjà reconnu comme celui')]);
  });

  it('a later file that says otherwise is written into the ledger, and its candidate told', async () => {
    const { rows } = await sql<{
      enrolment: string;
      address: string;
    }>`select k.enrolment_id as enrolment, c.address from former_link k
      join candidate_identity c on c.account_id = k.candidate_id`.execute(db);
    const [{ enrolment, address } = { enrolment: '', address: '' }] = rows;
    const before = (await mailsTo(db, address)).length;
    await bring(line('U10', '15'));
    const marks = await sql<{ mark: number }>`select half_points as mark from former_mark where unit = 'U10'`.execute(
      db,
    );
    expect(marks.rows).toEqual([{ mark: 30 }]);
    expect((await mailsTo(db, address)).length).toBe(before + 1);
    expect((await readStream(db, `enrolment:${enrolment}`, 20)).map(({ name }) => name)).toContain('former.changed');
  });

  it('recognised by mistake, they leave the ledger, and the candidate reads why', async () => {
    const { rows } = await sql<{
      enrolment: string;
      address: string;
    }>`select k.enrolment_id as enrolment, c.address from former_link k
      join candidate_identity c on c.account_id = k.candidate_id`.execute(db);
    const [{ enrolment, address } = { enrolment: '', address: '' }] = rows;
    const file = `${AT}/candidats/${enrolment}`;
    await officer.get(file);
    expect((await officer.post(`${file}/retrait`, { numero: ZOE[0], pourquoi: '' })).status).toBe(422);
    const undone = await officer.post(`${file}/retrait`, { numero: ZOE[0], pourquoi: 'Confondue avec une homonyme.' });
    expect(undone.location).toBe(`${file}?message=retire`);
    expect((await officer.post(`${file}/retrait`, { numero: ZOE[0], pourquoi: 'x' })).status).toBe(409);
    expect(await count('former_mark')).toBe(0);
    const browser = await signedIn(site, address, PASSWORD);
    const page = words((await browser.get(`/candidatures/${enrolment}/resultats-anterieurs`)).body);
    expect(page).toContain('« Confondue avec une homonyme. »');
    expect(page).not.toContain('15 sur 20');
  });

  it('somebody who guesses is slowed down, and stopped after three refusals', async () => {
    const guesser = await someone('Devin', 'Luc');
    for (let at = 0; at < 3; at += 1) {
      expect((await ask(guesser, `${at}`)).status).toBe(303);
      await officer.get(guesser.file);
      await officer.post(`${guesser.file}/refus`, { reponse: 'Rien à ce numéro.' });
    }
    const stopped = await ask(guesser, '4');
    expect([stopped.status, words(stopped.body)]).toEqual([409, expect.stringContaining('écrivez-lui')]);
    expect(stopped.body).toContain('value="4"');
    await ask(guesser, '5');
    const slowed = await ask(guesser, '6');
    expect([slowed.status, words(slowed.body)]).toEqual([429, expect.stringContaining('réessayez dans une heure')]);
    expect((await ask(await someone('Autre', 'Lia'), 'é è')).status).toBe(422);
  });

  it('a name to a letter near is proposed, and recognised by an identity document judged conforme, with words', async () => {
    const made = await registered({ status: status('Durant', 'Zoé') });
    const file = `${AT}/candidats/${made.enrolment.id}`;
    // Officers of other groups don't see it; a head does.
    expect(words((await head.get(file)).body)).toMatch(/noms à une lettre près.*L'état civil n'est pas le même/);
    expect((await recognise(file, { preuve: 'identity' }, head)).status).toBe(422);
    await sql`insert into piece (id, academy, session, enrolment_id, code, piece_group, mode, reasons, opens_at, due_at, counts_for_validation, rank, status, reviewed_at)
      select gen_random_uuid(), 'clermont', 'bp-2024-clermont', ${made.enrolment.id}, 'DCSTID01', 'a', 'online', '[]', now(), now(), true, 1, 'compliant', now()
      on conflict (academy, session, enrolment_id, code) do update set status = 'compliant', reviewed_at = now()`.execute(
      db,
    );
    expect((await recognise(file, { preuve: 'identity' }, head)).status).toBe(422);
    const done = await recognise(
      file,
      { preuve: 'identity', vu: "Faute d'une lettre dans l'ancien relevé, même pièce." },
      head,
    );
    expect(done.status).toBe(303);
    expect(await count('former_mark')).toBe(2);
  });
});

it('what can be kept no longer is erased, with the links and requests that leant on it', async () => {
  const { count: due, erase } = oldFormerResults({
    unconfirmed: Temporal.Duration.from({ days: 1 }),
    refused: Temporal.Duration.from({ years: 1 }),
  });
  const forget = () => db.transaction().execute(erase);
  expect([await due(db), await forget()]).toEqual([0, 0]);
  await setClock('2028-07-05T12:00:00+02:00');
  await forget();
  expect(await count('former_mark')).toBe(2);
  await setClock('2028-07-06T12:00:00+02:00');
  const announced = await due(db);
  expect(announced).toBeGreaterThan(0);
  expect([await forget(), await due(db)]).toEqual([announced, 0]);
  expect([await count('former_mark'), await count('former_line'), await count('former_link')]).toEqual([0, 0, 0]);
  expect((await sql`select from former_claim where state = 'refused'`.execute(db)).rows).toEqual([]);
  await setClock(ORDINARY_DAY);
});

it('a file keeps nobody waiting while it is read; what was confirmed meanwhile is what it is compared with', async () => {
  const second = await enter('head');
  const other = ZOE.map(String).with(0, '01216557799').with(1, 'Ferrand');
  const theirs = await send(await bytesOf([HEAD, line('U10', '9', other)]), second);
  let done = 0;
  whileRead = async () => {
    whileRead = async () => {};
    done = (await second.post(theirs.location, {})).status;
  };
  const mine = await send(await bytesOf([HEAD, line('U10', '11', other)]));
  expect([done, mine.status]).toEqual([303, 303]);
  expect(words((await head.get(mine.location)).body)).toMatch(/Lignes nouvelles 0 Lignes changées 1/);
  expect((await head.post(mine.location, {})).status).toBe(303);
});
