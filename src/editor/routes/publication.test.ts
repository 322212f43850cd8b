import { strToU8, unzipSync, zipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyJournal } from '../../platform/journal.ts';
import { aDraft, type Browser, registeredEnrolment, type TestEnrolment } from '../../testing/enrolments.ts';
import { broughtIn, nobodyBroughtIn } from '../../testing/staff.ts';
import { fieldOn } from '../../testing/words.ts';
import { countSubmitted } from '../store/drafts.ts';
import { openFormSite } from '../testing/formSite.ts';

const SESSION = 'sessions/bp-2024-clermont.yaml';
const PIECES = 'exams/bp/pieces.yaml';
const CASES = 'exams/bp/cases/moyennes.yaml';
const AN_ID = '11111111-1111-4111-8111-111111111111';

const site = await openFormSite();
afterAll(() => site.end());

const plain = (body: string): string =>
  body.replaceAll('\u00a0', ' ').replaceAll('&#39;', "'").replaceAll('&quot;', '"');

/** Changes one file of a draft by the file editor. */
async function edit(draft: string, file: string, change: (text: string) => string, by: Browser = site.head) {
  const address = `${draft}/fichiers/editer?fichier=${encodeURIComponent(file)}`;
  const { body } = await by.get(address);
  const text = (/<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(body)?.[1] ?? '')
    .replace(/^\n/, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  const changed = change(text);
  expect(changed).not.toBe(text);
  return by.post(address, { version: fieldOn(body, 'version'), text: changed });
}

async function act(by: Browser, draft: string, part: string, fields: Readonly<Record<string, string>> = {}) {
  const { body } = await by.get(draft);
  const version = await versionOf(draft);
  expect(body).toContain('</html>');
  return by.post(`${draft}/${part}`, { version: String(version), ...fields });
}

async function versionOf(draft: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select version from rule_draft where id = ${draft.split('/').at(-1)}`.execute(site.db);
  return rows[0]?.version ?? 0;
}

const submit = (draft: string, by = site.head) => act(by, draft, 'soumettre', { purpose: 'Une semaine de plus.' });
const publish = (draft: string, fields: Readonly<Record<string, string>> = {}, by = site.admin) =>
  act(by, draft, 'publier', fields);

/** As a draft that was submitted before what forbids it was there. */
async function waitsAllTheSame(draft: string): Promise<void> {
  await sql`update rule_draft set state = 'submitted', submitted_by = started_by
    where id = ${draft.split('/').at(-1)}`.execute(site.db);
}

/** A draft of the head with one change that touches nobody, submitted. */
async function submittedDraft(remark: string): Promise<string> {
  const draft = await site.aDraft();
  await edit(draft, SESSION, (text) => text.replace(/(correctionsEndAt:\n(?: .*\n)*? {2}note: ).*/, `$1${remark}`));
  expect((await submit(draft)).status).toBe(303);
  return draft;
}

describe('A draft on its way', () => {
  it('is published by nobody whom one of its authors brought in within thirty days', async () => {
    const draft = await submittedDraft('Relu par une personne venue depuis peu.');
    const { rows } = await sql<{ role: string; id: string }>`select role, account_id as id from staff`.execute(site.db);
    const idOf = (role: string) => rows.find((one) => one.role === role)?.id ?? '';
    await broughtIn(site.db, idOf('admin'), idOf('head'), 31);
    await broughtIn(site.db, idOf('admin'), idOf('head'), 29);
    const refused = await publish(draft);
    expect(refused.status).toBe(403);
    expect(plain(refused.body)).toMatch(
      /il y a moins de 30 jours : accès donné à Agent admin \(vous\) par Agent head le/,
    );
    await nobodyBroughtIn(site.db);
    await broughtIn(site.db, idOf('admin'), idOf('head'), 31);
    expect((await publish(draft)).location).toContain('message=publie');
  });

  it('is published by somebody else, and the rules are in force at once', async () => {
    const draft = await submittedDraft('Fixé par le bureau.');
    const own = await publish(draft, {}, site.head);
    expect([own.status, plain(own.body)]).toEqual([
      403,
      expect.stringContaining("une autre personne doit l'approuver"),
    ]);
    expect((await site.head.get(`${draft}/relire`)).status).toBe(303);
    const review = await site.admin.get(`${draft}/relire`);
    expect(plain(review.body)).toContain('Fixé par le bureau.');
    const done = await publish(draft);
    expect(done.location).toMatch(/^\/gestion\/regles\/publications\/\d+\?message=publie$/);
    expect(site.rules.current().session('bp-2024-clermont')?.correctionsEndAt.note).toBe('Fixé par le bureau.');
    expect(plain((await site.admin.get(done.location)).body)).toContain(
      'Écrite par Agent head, publiée par Agent admin.',
    );
    expect((await publish(draft)).status).toBe(409);
    expect((await edit(draft, SESSION, (text) => `${text}\n# trop tard\n`)).status).toBe(409);
  }, 600_000);

  it('that waits is told to whoever may publish it, and to its author with their names', async () => {
    const draft = await submittedDraft('Un mot à relire.');
    const { rows } = await sql<{ recipient: string; subject: string; body: string }>`
      select recipient, subject, body from mail where template = 'rules.submitted' and body like ${`%${draft}%`}
      order by recipient`.execute(site.db);
    expect(rows.map(({ recipient }) => recipient)).toEqual(['admin@ac-clermont.fr', 'head@ac-clermont.fr']);
    const [admin = '', head = ''] = rows.map(({ body }) => plain(body));
    expect(plain(rows[0]?.subject ?? '')).toBe('Un brouillon de règles attend une relecture : Essai');
    expect(admin).toContain('Agent head a soumis ce brouillon');
    expect(admin).toContain('Une semaine de plus.');
    expect(admin).toContain('vous pouvez le relire et le publier');
    expect(head).toContain('une autre personne doit le relire et le publier (Agent admin).');
    expect(await countSubmitted(site.db, 'clermont')).toBe(1);
    expect(plain((await site.head.get(draft)).body)).toContain('Peut le relire et le publier : Agent admin.');
    expect((await act(site.head, draft, 'reprendre')).status).toBe(303);
    expect(await countSubmitted(site.db, 'clermont')).toBe(0);
  });

  it('that everybody wrote in says that nobody may publish it', async () => {
    const draft = await site.aDraft();
    await edit(draft, SESSION, (text) => `${text}\n# un\n`);
    expect(plain((await site.head.get(draft)).body)).toContain('Peut le relire et le publier : Agent admin.');
    await edit(draft, SESSION, (text) => `${text}\n# deux\n`, site.admin);
    const { body } = await site.head.get(draft);
    expect(plain(body)).toContain("Personne ne peut le publier aujourd'hui");
    expect(body).not.toContain('>Soumettre<');
  });

  it('can begin by importing files, which every page of a draft leads to', async () => {
    await site.head.get('/gestion/regles');
    const begun = await site.head.post('/gestion/regles', { title: 'Essai', puis: 'importer' });
    expect(begun.location).toMatch(/\/importer\?message=commence$/);
    const draft = begun.location.replace(/\/importer.*$/, '');
    for (const page of [draft, `${draft}/fichiers`])
      expect((await site.head.get(page)).body).toContain(`href="${draft}/importer"`);
    expect((await site.head.get(begun.location)).status).toBe(200);
  });

  it('is not submitted with a fault, nor when it changes nothing, nor without its purpose', async () => {
    const draft = await site.aDraft();
    expect((await submit(draft)).status).toBe(422);
    await edit(draft, SESSION, (text) => text.replace('closesAt: 2023-12-01T17:00', 'closesAt: 2023-10-29T02:30'));
    const faulty = await submit(draft);
    expect([faulty.status, plain(faulty.body)]).toEqual([422, expect.stringContaining('Ce brouillon a des fautes')]);
    expect(plain(faulty.body)).toContain('sessions/bp-2024-clermont.yaml, ligne');
    expect((await act(site.head, draft, 'soumettre', { purpose: ' ' })).status).toBe(422);
  });

  it('goes back to its author with the reason, is taken back, undone and given up', async () => {
    const draft = await submittedDraft('Première idée.');
    expect((await act(site.admin, draft, 'renvoyer', { reason: '' })).status).toBe(422);
    expect((await act(site.admin, draft, 'renvoyer', { reason: 'La date\nest fausse.' })).status).toBe(303);
    expect(plain((await site.head.get(draft)).body)).toContain('La date\nest fausse.');
    await edit(draft, SESSION, (text) => text.replace('Première idée.', 'Seconde idée.'));
    const { rows } = await sql<{ version: number }>`select max(version) as version from rule_draft_save
      where draft = ${draft.split('/').at(-1)}`.execute(site.db);
    expect((await act(site.head, draft, `annuler?version=${rows[0]?.version}`)).status).toBe(303);
    expect(await site.written(draft, SESSION)).toContain('Première idée.');
    expect((await act(site.head, draft, 'annuler?version=zz')).status).toBe(409);
    expect((await submit(draft)).status).toBe(303);
    expect((await act(site.head, draft, 'reprendre')).status).toBe(303);
    expect((await act(site.head, draft, 'abandonner')).status).toBe(303);
    expect((await submit(draft)).status).toBe(409);
    expect((await act(site.head, draft, 'abandonner')).status).toBe(409);
  });

  it('refuses whoever holds an older page, and a second click publishes once', async () => {
    const draft = await submittedDraft('Deux clics.');
    const version = String(await versionOf(draft));
    await site.admin.get(draft);
    const both = await Promise.all([
      site.admin.post(`${draft}/publier`, { version }),
      site.admin.post(`${draft}/publier`, { version }),
    ]);
    const third = await site.admin.post(`${draft}/publier`, { version });
    expect([...both, third].map(({ location }) => location)).toEqual(Array(3).fill(both[0].location));
    expect(third.location).toMatch(/message=publie$/);
    const stale = await site.aDraft();
    await edit(stale, SESSION, (text) => `${text}\n# un\n`);
    const old = await site.head.post(`${stale}/fichiers/editer?fichier=${SESSION}`, { version: '1', text: 'code: x' });
    expect([old.status, plain(old.body)]).toEqual([409, expect.stringContaining("Quelqu'un a changé ce brouillon")]);
    expect(plain(old.body)).toContain('code: x');
  });

  it('that leans on older rules is brought up to date, with the files that both changed named', async () => {
    const [first, second] = [await site.aDraft(), await submittedDraft('Arrivée la première.')];
    await edit(first, SESSION, (text) => text.replace('correctionsEndAt:', '# ici\ncorrectionsEndAt:'));
    expect((await submit(first)).status).toBe(303);
    expect((await publish(second)).status).toBe(303);
    const refused = await publish(first);
    expect([refused.status, plain(refused.body)]).toEqual([
      409,
      expect.stringContaining("D'autres règles ont été publiées"),
    ]);
    expect(plain((await site.head.get(first)).body)).toContain(
      "votre texte l'emporte : sessions/bp-2024-clermont.yaml",
    );
    expect((await act(site.head, first, 'actualiser')).status).toBe(303);
    expect((await site.head.get(first)).body).not.toContain('actualiser');
  });

  it('with a case that fails asks for the reason in writing, which is kept', async () => {
    const draft = await site.aDraft();
    await edit(draft, CASES, (text) => text.replace("average: '10.00'", "average: '10.01'"));
    expect(plain((await site.head.get(draft)).body)).toContain('1 cas échoue');
    expect((await submit(draft)).status).toBe(303);
    const silent = await publish(draft);
    expect([silent.status, plain(silent.body)]).toEqual([
      422,
      expect.stringContaining('Moyenne : 10,01 attendu, 10,00 obtenu.'),
    ]);
    const done = await publish(draft, { despite: 'Le cas est faux, il sera corrigé.' });
    expect(plain((await site.admin.get(done.location)).body)).toContain('Le cas est faux, il sera corrigé.');
  });

  it('can put an earlier publication back', async () => {
    const { location } = await site.head.post('/gestion/regles/publications/1/reprendre', {});
    const draft = location.replace(/\?.*$/, '');
    expect(await site.written(draft, CASES)).toContain("average: '10.00'");
    expect((await submit(draft)).status).toBe(303);
    expect((await publish(draft)).status).toBe(303);
  });
});

describe('Enrolments under rules that change', () => {
  let registered: TestEnrolment;
  let begun: TestEnrolment;
  const told: { enrolmentId: string; sentences: readonly string[]; applied: boolean }[] = [];
  beforeAll(async () => {
    const options = { events: site.events, catalogue: site.rules.current() };
    registered = await registeredEnrolment(site.db, options);
    begun = await aDraft(site.db, options, 'informations');
    site.events.subscribe('rules.changed', 'tell', async (_tx, { payload }) => void told.push(payload));
  });

  it('are listed before and told after, once; whoever publishes says what happens to their pieces', async () => {
    const draft = await site.aDraft();
    await edit(draft, SESSION, (text) => text.replaceAll('2023-12-01T17:00', '2023-12-08T17:00'));
    const list = plain((await site.head.get(`${draft}/inscriptions`)).body);
    expect(list).toContain('2 inscriptions touchées');
    expect(list).toContain(registered.enrolment.number);
    expect(list).toContain('La clôture des inscriptions et la date limite des pièces');
    expect(list).toContain('passent du vendredi 1er décembre 2023 à 17 h 00');
    expect((await submit(draft)).status).toBe(303);
    const silent = await publish(draft);
    expect([silent.status, plain(silent.body)]).toEqual([
      422,
      expect.stringContaining('choisissez ce qui arrive aux pièces'),
    ]);
    const { location } = await publish(draft, { applied: 'oui' });
    expect(plain((await site.admin.get(location)).body)).toContain('La liste des inscriptions touchées est en cours');
    const [order] = site.jobs.orders.filter(({ kind }) => kind === 'rules.tell').slice(-1);
    await site.jobs.run();
    expect(told.map(({ enrolmentId, applied }) => [enrolmentId, applied]).sort()).toEqual(
      [
        [registered.enrolment.id, true],
        [begun.enrolment.id, false],
      ].sort(),
    );
    expect(plain((await site.head.get(location)).body)).toContain('2 candidats prévenus sur 2.');
    site.jobs.orders.push(order ?? { kind: 'rules.tell', data: {}, afterSeconds: 0 });
    await site.jobs.run();
    expect(told).toHaveLength(2);
  });

  it('are told too when the rules come back that they registered under, though not of pieces that stay', async () => {
    const toldOf = async (draft: string, applied: string): Promise<readonly string[]> => {
      expect((await submit(draft)).status).toBe(303);
      expect((await publish(draft, { applied, despite: 'Essai' })).status).toBe(303);
      const before = told.length;
      await site.jobs.run();
      const mine = told.slice(before).find(({ enrolmentId }) => enrolmentId === registered.enrolment.id);
      return (mine?.sentences ?? []).map(plain);
    };
    const { rows } = await sql<{ id: string }>`select max(id) as id from rule_publication`.execute(site.db);
    const other = await site.aDraft();
    await edit(other, PIECES, (text) =>
      text.replace(/(- code: VAE\n[\s\S]*?rules:\n {4}- when: ?)[^\n]*(?:\n {8}[^\n]*)*/, '$1{ always: true }'),
    );
    await edit(other, 'exams/bp/regulations/45033608-coiffure.yaml', (text) =>
      text.replace('coefficient: 6', 'coefficient: 7').replace(/totalCoefficient: \d+/, 'totalCoefficient: null'),
    );
    // Its list stays: nothing is said of a piece more.
    const unit = 'Épreuve U10 (Création, couleur, coupe, coiffage) : le coefficient passe de';
    expect(await toldOf(other, 'non')).toEqual([`${unit} 6 à 7.`]);
    const { location } = await site.head.post(`/gestion/regles/publications/${rows[0]?.id}/reprendre`, {});
    expect(await toldOf(location.replace(/\?.*$/, ''), 'non')).toEqual([`${unit} 7 à 6.`]);
  });

  it('hear of pieces, conditions and units that change', async () => {
    const draft = await site.aDraft();
    await edit(draft, PIECES, (text) =>
      text.replace(/(- code: VAE\n[\s\S]*?rules:\n {4}- when: ?)[^\n]*(?:\n {8}[^\n]*)*/, '$1{ always: true }'),
    );
    await edit(draft, 'exams/bp/regulations/45033608-coiffure.yaml', (text) =>
      text.replace('coefficient: 6', 'coefficient: 7').replace(/totalCoefficient: \d+/, 'totalCoefficient: null'),
    );
    const list = plain((await site.head.get(`${draft}/inscriptions`)).body);
    expect(list).toContain('Pièce de plus :');
    expect(list).toContain('le coefficient passe de 6 à 7.');
    expect(list).toContain('1 inscription touchée');
  });

  it('are never lost: what they name stays, and what they answered can still be read', async () => {
    const gone = await site.aDraft();
    await edit(gone, SESSION, (text) => text.replace('code: bp-2024-clermont', 'code: bp-2025-clermont'));
    await edit(gone, 'sessions/bp-demo.yaml', (text) => text.replace('bp-2024-clermont', 'bp-2025-clermont'));
    for (const file of [CASES, 'exams/bp/cases/admissibilite.yaml'])
      await edit(gone, file, (text) => text.replaceAll('bp-2024-clermont', 'bp-2025-clermont'));
    expect((await site.head.get(gone)).body).not.toContain('/soumettre');
    const refused = await submit(gone);
    expect([refused.status, plain(refused.body)]).toEqual([
      422,
      expect.stringContaining('La session « bp-2024-clermont » a des inscriptions'),
    ]);
    await waitsAllTheSame(gone);
    expect((await publish(gone, { applied: 'non' })).status).toBe(422);

    const unreadable = await site.aDraft();
    await edit(unreadable, 'exams/bp/specialities.yaml', (text) =>
      text.replace(/(cfd: '45033608'[\s\S]*?lastSession: )\w+/, '$12023'),
    );
    const list = plain((await site.head.get(`${unreadable}/inscriptions`)).body);
    expect(list).toContain('1 inscription ne pourrait plus être relue');
    const lost = await submit(unreadable);
    expect([lost.status, plain(lost.body)]).toEqual([
      422,
      expect.stringContaining('1 inscription ne pourrait plus être relue'),
    ]);
    expect((await site.head.get(unreadable)).body).not.toContain('/soumettre');
    await waitsAllTheSame(unreadable);
    expect((await publish(unreadable, { applied: 'non', despite: 'Essai', closes: 'oui' })).status).toBe(422);
  });

  it('keep the numbers and the days that were published for their session', async () => {
    const draft = await site.aDraft();
    const address = `${draft}/sessions/bp-2024-clermont`;
    for (const [field, value, says] of [
      ['numberPrefix', 'BP99', 'ce préfixe ne change plus'],
      ['window-closesAt', '08/12/2023 12:00', 'elle ne peut plus être avancée'],
    ] as const) {
      const refused = await site.submit(address, { [field]: value });
      expect([refused.status, plain(refused.body)], field).toEqual([422, expect.stringContaining(says)]);
      expect(refused.body).toContain(`id="champ-${field}-erreur"`);
    }
    await edit(draft, SESSION, (text) => text.replace('closesAt: 2023-12-08T17:00', 'closesAt: 2023-12-08T12:00'));
    for (const part of ['', '/inscriptions'])
      expect(plain((await site.head.get(draft + part)).body)).toContain('elle ne peut plus être avancée');
    expect((await submit(draft)).status).toBe(422);
    await waitsAllTheSame(draft);
    expect((await publish(draft, { applied: 'non' })).status).toBe(422);
  });

  it('are counted when something open closes by a date, which whoever publishes confirms', async () => {
    const draft = await site.aDraft();
    await edit(draft, SESSION, (text) => text.replaceAll('opensAt: 2023-10-12T14:00', 'opensAt: 2023-11-16T14:00'));
    const list = plain((await site.head.get(`${draft}/inscriptions`)).body);
    expect(list).toContain("La session 2024 est ouverte : ces règles la ferment jusqu'au jeudi 16 novembre 2023");
    expect(list).toContain('1 inscription enregistrée et 1 inscription en préparation');
    expect((await submit(draft)).status).toBe(303);
    const silent = await publish(draft, { applied: 'non' });
    expect([silent.status, plain(silent.body)]).toEqual([422, expect.stringContaining('puis cochez la case')]);
    expect(silent.body).toContain('id="champ-closes-erreur"');
    expect((await publish(draft, { applied: 'non', closes: 'oui' })).status).toBe(303);
  });

  it('go with their speciality to another officer, in the lists of the office too', async () => {
    const draft = await site.aDraft();
    const officers = async () =>
      (await sql`select portfolio from enrolment where id = ${registered.enrolment.id}`.execute(site.db)).rows;
    expect(await officers()).toEqual([{ portfolio: 'G2' }]);
    await edit(draft, 'academies/clermont.yaml', (text) => {
      const [coiffure = ''] = /^ *- \{ cfd: '45033608'.*\n/m.exec(text) ?? [];
      return text.replace(coiffure, '').replace(/^ *- \{ cfd: '45022108'/m, `${coiffure}$&`);
    });
    expect(plain((await site.head.get(`${draft}/inscriptions`)).body)).toContain("Votre gestionnaire change : c'est");
    expect((await submit(draft)).status).toBe(303);
    expect((await publish(draft, { applied: 'non' })).status).toBe(303);
    await site.jobs.run();
    expect(await officers()).toEqual([{ portfolio: 'G3' }]);
  });
});

describe('Files that come and go', () => {
  it('go as an archive and come back the same; a file alone is known by its name', async () => {
    const draft = await site.aDraft();
    const { server } = site;
    const answer = await server.inject({
      url: `${draft}/export.zip`,
      headers: { cookie: [...site.head.cookies].map((pair) => pair.join('=')).join('; ') },
    });
    expect(answer.headers['content-type']).toBe('application/zip');
    const entries = unzipSync(answer.rawPayload);
    expect(Object.keys(entries)).toContain(`catalogue/${SESSION}`);
    const changed = { ...entries, 'catalogue/texts/mails.yaml': strToU8('[]\n') };
    await site.head.get(`${draft}/importer`);
    const imported = await site.head.upload(
      `${draft}/importer`,
      { version: String(await versionOf(draft)) },
      Buffer.from(zipSync(changed)),
      'regles.zip',
    );
    expect(imported.status).toBe(303);
    expect(await site.written(draft, 'texts/mails.yaml')).toBe('[]\n');
    const version = { version: String(await versionOf(draft)) };
    const one = await site.head.upload(`${draft}/importer`, version, Buffer.from('[1]\r\n'), 'mails.yaml');
    expect(one.status).toBe(303);
    expect(await site.written(draft, 'texts/mails.yaml')).toBe('[1]\n');
  });

  it.each([
    ['notes.txt', 'x', /ni une archive ZIP/],
    ['inconnu.yaml', 'x', /Aucun fichier du brouillon ne s'appelle/],
    ['regles.zip', 'PK nothing', /ni une archive ZIP/],
  ])('%s is refused with the way out', async (name, content, says) => {
    const draft = await site.aDraft();
    await site.head.get(`${draft}/importer`);
    const refused = await site.head.upload(`${draft}/importer`, { version: '1' }, Buffer.from(content), name);
    expect([refused.status, plain(refused.body)]).toEqual([422, expect.stringMatching(says)]);
  });
});

describe('What no file may hold', () => {
  it.each([
    ['a null character', 'code: a\u0000b'],
    ['an escape', 'code: \u001b[31m'],
  ])('%s is refused, the text kept', async (_, text) => {
    const draft = await site.aDraft();
    await site.head.get(draft);
    const refused = await site.head.post(`${draft}/fichiers/editer?fichier=sessions/x.yaml`, { version: '1', text });
    expect([refused.status, plain(refused.body)]).toEqual([422, expect.stringContaining('caractère invisible')]);
  });

  it('a draft whose files are hostile can still be opened and mended', async () => {
    const draft = await site.aDraft();
    const letters = 'abcdefghi';
    const bomb = [...letters].map((letter, index) =>
      index === 0 ? 'a: &a [x, x]' : `${letter}: &${letter} [${`*${letters[index - 1]}, `.repeat(9)}]`,
    );
    const texts = ['['.repeat(20_000), bomb.join('\n'), '&a [*a]', '!!js/function "x"', '<<: 1\n__proto__: { b: 2 }'];
    for (const text of texts) {
      const version = String(await versionOf(draft));
      await site.head.post(`${draft}/fichiers/editer?fichier=texts/mails.yaml`, { version, text });
      for (const part of [
        '',
        '/differences',
        '/cas',
        '/inscriptions',
        '/sessions',
        '/specialites',
        '/pieces',
        '/textes',
      ])
        expect((await site.head.get(draft + part)).status, `${text.slice(0, 20)} ${part}`).toBe(200);
    }
  });
});

describe('Who may', () => {
  it('keep the rules: heads and administrators of the academy; for others they are not there', async () => {
    const draft = await site.aDraft();
    const parts = ['', '/cas', '/differences', '/inscriptions', '/apercu', '/fichiers', '/importer', '/export.zip'];
    for (const path of ['/gestion/regles', '/gestion/regles/publications/1', ...parts.map((part) => draft + part)])
      expect((await site.officer.get(path)).status, path).toBe(404);
    for (const path of [
      '/gestion/regles/publications/999',
      '/gestion/regles/publications/zz',
      `/gestion/regles/brouillons/${AN_ID}`,
    ])
      expect((await site.head.get(path)).status, path).toBe(404);
    expect((await site.officer.post(`${draft}/soumettre`, { purpose: 'x' })).status).toBe(404);
  });

  it('leaves a whole chain in the journal', async () => {
    expect(await verifyJournal(site.db)).toEqual([]);
  });
});
