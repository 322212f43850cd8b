import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { readStream } from '../platform/journal.ts';
import { deskRoom } from '../testing/desk.ts';
import { COIFFURE } from '../testing/enrolments.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';
import { keyedRoutes, readingsByKeys } from './index.ts';

const SESSION = 'bp-2024-clermont';
const FILES = `/api/v1/files?session=${SESSION}`;

const stood = await stage(deskRoom({ own: (deps) => keyedRoutes(deps) }), {
  staff: { head: 'head', elsewhere: { role: 'head', academy: 'lyon' } },
  candidates: {
    camille: { answers: { informations: { ...COIFFURE.informations, handicap: 'oui' } } },
    lea: 'Martinet',
  },
});
const { db, site, staff, candidates } = stood;
const { head, elsewhere } = staff;
const { camille, lea } = candidates;

/** The key that the page of a new one shows, once. */
async function make(who: typeof head, nom: string, ouvre: readonly string[], jours = '365'): Promise<string> {
  const form = await who.get('/gestion/logiciels/cles/nouvelle');
  const made = await who.post('/gestion/logiciels/cles/nouvelle', {
    ...{ nom, jours, cle: fieldOn(form.body, 'cle') },
    ...(ouvre.length > 0 && { ouvre: [...ouvre] }),
  });
  expect(made.status).toBe(200);
  return /registre_[\w-]{43}/.exec(made.body)?.[0] ?? '';
}

async function ask(url: string, key: string | null) {
  const answer = await site.server.inject({ url, headers: key === null ? {} : { authorization: `Bearer ${key}` } });
  return { status: answer.statusCode, headers: answer.headers, json: answer.json(), body: answer.body };
}

const all = await make(head, 'ENT de test', ['files', 'identity', 'results']);
const plain = await make(head, 'Tableau de bord', ['files']);
const lyon = await make(elsewhere, 'ENT de Lyon', ['files', 'identity', 'results']);

describe('A key', () => {
  it('is shown once: the database has its hash alone, a form sent twice makes one', async () => {
    const form = await head.get('/gestion/logiciels/cles/nouvelle');
    const sent = { nom: 'Deux clics', jours: '30', ouvre: ['files'], cle: fieldOn(form.body, 'cle') };
    const [first, second] = [
      await head.post('/gestion/logiciels/cles/nouvelle', sent),
      await head.post('/gestion/logiciels/cles/nouvelle', sent),
    ];
    const key = /registre_[\w-]{43}/.exec(first.body)?.[0] ?? '';
    expect(first.header('cache-control')).toContain('no-store');
    expect(second.body).not.toMatch(/registre_[\w-]{43}/);
    expect(words(second.body)).toContain('Elle ne peut plus être montrée');
    const { rows } = await sql<{ row: string }>`select to_jsonb(k)::text as row from api_key k`.execute(db);
    expect(rows.filter(({ row }) => row.includes('Deux clics'))).toHaveLength(1);
    expect(rows.some(({ row }) => row.includes(key.slice(20)))).toBe(false);
    expect(JSON.stringify(await readStream(db, 'integrations:clermont', 50))).not.toContain(key.slice(20));
    expect(words((await head.get('/gestion/logiciels')).body)).toContain('Deux clics');
  });

  it('asks which program, what for and for how long, and keeps what was typed', async () => {
    const form = await head.get('/gestion/logiciels/cles/nouvelle');
    const cle = fieldOn(form.body, 'cle');
    const refused = await head.post('/gestion/logiciels/cles/nouvelle', {
      cle,
      nom: 'ENT',
      ouvre: ['identity'],
      jours: '30',
    });
    expect([refused.status, refused.body]).toEqual([422, expect.stringContaining('value="ENT"')]);
    expect(words(refused.body)).toContain('Cochez aussi « Dossiers »');
    const none = await head.post('/gestion/logiciels/cles/nouvelle', { cle });
    expect(none.status).toBe(422);
    for (const fault of ['quel logiciel', 'Cochez ce que', 'combien de temps'])
      expect(words(none.body)).toContain(fault);
    const forever = await head.post('/gestion/logiciels/cles/nouvelle', {
      cle,
      nom: 'ENT',
      ouvre: ['files'],
      jours: '9999',
    });
    expect(forever.status).toBe(422);
  });

  it('opens the sessions and the files of its academy, and says nothing of health', async () => {
    const sessions = await ask('/api/v1/sessions', plain);
    expect(sessions.json.items.map(({ code }: { code: string }) => code)).toContain(SESSION);
    const { json, body, headers } = await ask(FILES, plain);
    expect(headers['cache-control']).toContain('no-store');
    const found = json.items.map(({ id }: { id: string }) => id);
    expect(found).toEqual(expect.arrayContaining([camille.enrolment.id, lea.enrolment.id]));
    expect(json.items[0]).toMatchObject({ session: SESSION, state: 'to-sign', pieces: expect.any(Array) });
    expect(json.items[0]).not.toHaveProperty('identity');
    expect(body).not.toMatch(/handicap|R408DISP|Martinet|@/);
    // A declared handicap changes no word of it but what names the file.
    const shape = (id: string) => {
      const {
        number: _,
        id: __,
        registeredAt: ___,
        changedAt: ____,
        ...rest
      } = json.items.find((one: { id: string }) => one.id === id);
      return rest;
    };
    expect(shape(camille.enrolment.id)).toEqual(shape(lea.enrolment.id));
  });

  it('opens identities only where it was made for them', async () => {
    const { json } = await ask(`/api/v1/files/${lea.enrolment.id}`, all);
    expect(json.identity).toMatchObject({ birthName: 'Martinet', usageName: null });
    expect((await ask(`/api/v1/files/${lea.enrolment.id}`, plain)).json).not.toHaveProperty('identity');
    const refused = await ask(`/api/v1/results?session=${SESSION}`, plain);
    expect([refused.status, refused.headers['content-type']]).toEqual([
      403,
      expect.stringContaining('application/problem+json'),
    ]);
    expect((await ask(`/api/v1/results?session=${SESSION}`, all)).json).toEqual({ items: [], next: null });
  });

  it('of another academy finds nothing here, and nothing says that it exists', async () => {
    expect((await ask(`/api/v1/files/${lea.enrolment.id}`, lyon)).status).toBe(404);
    expect((await ask(FILES, lyon)).json.faults).toEqual([expect.objectContaining({ path: 'session' })]);
    const { rows } = await sql<{ id: string }>`select id from api_key where name = 'ENT de test'`.execute(db);
    expect((await elsewhere.get(`/gestion/logiciels/cles/${rows[0]?.id}`)).status).toBe(404);
    expect((await elsewhere.post(`/gestion/logiciels/cles/${rows[0]?.id}`, {})).status).toBe(404);
    expect((await ask('/api/v1/sessions', all)).status).toBe(200);
  });

  it('is asked for, and one that is revoked or past its day opens no more than one that never was', async () => {
    const none = await ask(FILES, null);
    expect([none.status, none.headers['www-authenticate']]).toEqual([401, 'Bearer realm="registre"']);
    const never = await ask(FILES, `registre_${'A'.repeat(43)}`);
    const revoked = await make(head, 'Retirée', ['files']);
    const past = await make(head, 'Finie', ['files']);
    const { rows } = await sql<{ id: string }>`select id from api_key where name = 'Retirée'`.execute(db);
    expect((await ask(FILES, revoked)).status).toBe(200);
    expect((await head.post(`/gestion/logiciels/cles/${rows[0]?.id}`, {})).location).toContain('message=cle-retiree');
    await sql`update api_key set made_at = now() - interval '2 days', expires_at = now() - interval '1 second' where name = 'Finie'`.execute(
      db,
    );
    for (const key of [revoked, past]) expect((await ask(FILES, key)).body).toBe(never.body);
    for (const odd of ['', 'x', 'registre_', `registre_${'é'.repeat(43)}`, 'a'.repeat(5_000)])
      expect((await ask(FILES, odd)).status, odd.slice(0, 30)).toBe(401);
    expect(words((await head.get(`/gestion/logiciels/cles/${rows[0]?.id}`)).body)).not.toContain('Retirer la clé');
  });

  it('says what is wrong with a question, by its name', async () => {
    for (const [query, path] of [
      ['limit=101', 'limit'],
      ['limit=0', 'limit'],
      ['limit=1e9', 'limit'],
      ['limit=x', 'limit'],
      ['cursor=%27--', 'cursor'],
      ['cursor=AAAA', 'cursor'],
      [`cursor=${'A'.repeat(3_000)}`, 'cursor'],
      ['state=heureux', 'state'],
      ['changedSince=hier', 'changedSince'],
      ['changedSince=2026-01-01T00:00:00', 'changedSince'],
      ['sort=name', ''],
    ] as const) {
      const answer = await ask(`${FILES}&${query}`, plain);
      expect([answer.status, answer.json.faults[0]?.path], query).toEqual([422, path]);
    }
    expect((await ask('/api/v1/files', plain)).json.faults[0]).toEqual({
      path: 'session',
      message: expect.stringContaining('/api/v1/sessions'),
    });
    const nowhere = await ask('/api/v1/candidates', plain);
    expect([nowhere.status, nowhere.json.title]).toEqual([404, expect.stringContaining('openapi.json')]);
    for (const id of ['x', '%00', '00000000-0000-4000-8000-000000000000'])
      expect((await ask(`/api/v1/files/${id}`, plain)).status, id).toBe(404);
  });

  it('turns pages by a cursor, each file once; and gives those of a state, and those that changed since', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await ask(`${FILES}&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`, plain);
      seen.push(...page.json.items.map(({ id }: { id: string }) => id));
      cursor = page.json.next;
    }
    expect(seen.toSorted()).toEqual([camille.enrolment.id, lea.enrolment.id].toSorted());
    expect((await ask(`${FILES}&state=validated`, plain)).json).toEqual({ items: [], next: null });
    const [{ changedAt }] = (await ask(FILES, plain)).json.items.toSorted(
      (a: { changedAt: string }, b: { changedAt: string }) => (a.changedAt < b.changedAt ? 1 : -1),
    );
    const since = (at: string) => ask(`${FILES}&changedSince=${encodeURIComponent(at)}`, plain);
    expect((await since(changedAt)).json.items.length).toBeGreaterThan(0);
    expect((await since('2031-01-01T00:00:00Z')).json.items).toEqual([]);
  });
});

describe('What a key read', () => {
  it('is in the journal once an hour, and kept for each candidate, by day, with the name of the program', async () => {
    const { rows } = await sql<{ id: string }>`select id from api_key where name = 'Tableau de bord'`.execute(db);
    const entries = await readStream(db, `key:${rows[0]?.id}:${SESSION}`, 50);
    expect(entries).toMatchObject([
      {
        name: 'key.readFiles',
        actorKind: 'system',
        actorId: rows[0]?.id,
        data: { name: 'Tableau de bord', identity: false },
      },
    ]);
    const today = Temporal.PlainDate.from('2023-11-15');
    expect(await readingsByKeys(db, lea.enrolment.id, 10)).toMatchObject([
      { name: 'ENT de test', identity: true, result: false },
      { name: 'Retirée', identity: false },
      { name: 'Tableau de bord', identity: false, result: false },
    ]);
    expect((await readingsByKeys(db, lea.enrolment.id, 10)).every(({ day }) => day.equals(today))).toBe(true);
  });
});
