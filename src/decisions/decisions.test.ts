import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { accountMigrations } from '../accounts/index.ts';
import { createCatalogue } from '../catalogue/index.ts';
import { transact } from '../platform/database/transact.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import { readStream, SYSTEM } from '../platform/journal.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { ok } from '../platform/result.ts';
import { followedClock } from '../testing/clock.ts';
import { ownDatabase } from '../testing/database.ts';
import { delegated } from '../testing/delegations.ts';
import { openSite, setClock, shippedCatalogue } from '../testing/enrolments.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import { aStaffMember, signedIn } from '../testing/staff.ts';
import { fieldOn, plainSpaces, wordsIn } from '../testing/words.ts';
import { type DecideOrder, decide } from './actions/decide.ts';
import { prepareDecision } from './actions/prepareDecision.ts';
import type { DeclaredAct } from './decision.ts';
import { decisionMigrations } from './migrations.ts';
import { decisionRefusals } from './refusals.ts';
import { delegationRoutes } from './routes.ts';
import { isInForce } from './rules/signing.ts';
import { lastDecided, listDelegations } from './store.ts';

const ACT: DeclaredAct = {
  code: 'test-act',
  title: 'Écarter une inscription',
  by: 'delegate',
  people: 1,
  readers: 'office',
  heard: null,
  law: ['CRPA, article L211-2'],
  reasoned: true,
  notified: 'lettre',
  effect: 'à la notification',
  remedies: { words: 'deux mois', door: 'decision' },
  undone: 'la rétablir',
};

const { db } = await ownDatabase([platformMigrations, accountMigrations, decisionMigrations]);
const catalogue = await shippedCatalogue();
const clock = await followedClock(db);
await setClock(db, Temporal.Instant.from('2023-12-05T10:00:00+01:00'));
const site = await openSite(db, {}, (accounts) =>
  delegationRoutes({
    db,
    clock,
    acts: [ACT, { ...ACT, code: 'result', title: 'Admettre', by: 'jury' }],
    accounts,
    guards: accounts.guards,
    catalogue: () => catalogue,
    chrome: async (visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf(), address: visit.address }),
  }),
);
const head = await aStaffMember(db, site.accounts, 'head');
const browser = await signedIn(site, head.address);
afterAll(async () => {
  await site.server.close();
});

const take = (by: DecideOrder['by'], more: Partial<DecideOrder> = {}, act: DeclaredAct = ACT, rules = catalogue) =>
  transact(db, (tx) =>
    decide({ catalogue: () => rules }, tx, SYSTEM, act, {
      of: { id: randomUUID(), academy: 'clermont', session: 'bp-2024-clermont' },
      by,
      facts: ['Deux mois déclarés.'],
      reason: 'Deux mois de travail où deux ans sont demandés.',
      ground: "code de l'éducation, article D337-102",
      ...more,
    }),
  );

const typed = {
  personne: '',
  prenom: 'Anne',
  nom: 'Martin',
  qualite: 'cheffe de la division des examens',
  de: 'la rectrice',
  texte: 'arrêté du 30 novembre 2023',
  publie: '04/12/2023',
  premier: '05/12/2023',
  dernier: '',
  actes: ['test-act'],
};

describe('A decision', () => {
  it('is taken by nobody without a delegation in force: the refusal says who can', async () => {
    const other = randomUUID();
    await delegated(db, other, { acts: ['another-act'] });
    const refused = await take(other);
    expect(refused).toMatchObject({ ok: false, error: { code: 'no-delegation', ended: null } });
    expect(decisionRefusals['no-delegation'][0]).toBe(403);
  });

  it('wants a reason that a person can understand: three words are refused', async () => {
    await delegated(db, head.id, { acts: ['test-act'] });
    for (const reason of ['', 'Dossier pas complet', '. . . . . .'])
      expect(await take(head.id, { reason }), reason).toMatchObject({ ok: false, error: { code: 'reason-short' } });
    expect(await take(head.id, { reason: '' }, { ...ACT, reasoned: false })).toMatchObject({ ok: true });
  });

  it('is signed by nobody in production while the rules don’t say where it is contested; a demonstration prints what is invented', async () => {
    await delegated(db, head.id, { acts: ['test-act'] });
    const serving = (mode: 'demonstration' | 'production') => createCatalogue(catalogue.pack, new Map(), mode);
    const refused = await take(head.id, {}, ACT, serving('production'));
    const what = ['Recteur, pour un recours', 'Tribunal administratif'];
    expect(refused).toEqual({ ok: false, error: { code: 'unsaid', what } });
    // Whoever prepares it is told so at once, before somebody else reads it.
    const order = {
      ...{
        academy: 'clermont',
        session: 'bp-2024-clermont',
        enrolmentId: randomUUID(),
        version: 1,
        preparedBy: head.id,
      },
      ...{ facts: [], reason: 'Deux mois de travail où deux ans sont demandés.', ground: '' },
    };
    const production = { db, catalogue: () => serving('production') };
    expect(await prepareDecision(production, SYSTEM, ACT, order)).toEqual(refused);
    const said = refusalTable(decisionRefusals);
    expect(said.status({ code: 'unsaid' })).toBe(409);
    expect(plainSpaces(said.inWords({ code: 'unsaid', what }))).toContain(
      'ne le disent pas encore : « Recteur, pour un recours » et « Tribunal administratif ». Le chef de bureau ou un administrateur',
    );
    // What nobody contests prints no place, and an academy that has said it all signs.
    expect(await take(head.id, {}, { ...ACT, remedies: null }, serving('production'))).toMatchObject({ ok: true });
    const academies = catalogue.pack.academies.map((one) => ({
      ...one,
      legal: { ...one.legal, rector: ['Recteur', '3 avenue Vercingétorix'], court: ['Tribunal', '6 cours Sablon'] },
    }));
    const whole = createCatalogue({ ...catalogue.pack, academies }, new Map(), 'production');
    expect(await take(head.id, {}, ACT, whole)).toMatchObject({ ok: true });
    expect(await take(head.id, {}, ACT, serving('demonstration'))).toMatchObject({ ok: true });
    expect(serving('demonstration').academy('clermont')?.legal.court.join(', ')).toMatch(
      /SPÉCIMEN \(adresse inventée\)/,
    );
  });

  it('has its author on record as that day, is never changed, and the journal names ids alone', async () => {
    const of = { id: randomUUID(), academy: 'clermont', session: 'bp-2024-clermont' };
    const done = await take(head.id, { of });
    if (!done.ok) throw new Error(done.error.code);
    expect(await lastDecided(db, of.id, 'test-act')).toMatchObject({
      id: done.value.id,
      author: { firstName: 'Anne', service: catalogue.academy('clermont')?.letterhead.bureau },
      reason: 'Deux mois de travail où deux ans sont demandés.',
    });
    const [entry] = await readStream(db, `decision:${done.value.id}`, 5);
    expect(entry?.name).toBe('decision.taken');
    expect(JSON.stringify(entry?.data)).not.toMatch(/Anne|mois/);
    await expect(db.updateTable('decision').set({ reason: 'Autre' }).execute()).rejects.toThrow('as it was taken');
  });

  it('of health keeps neither facts nor reason here', async () => {
    const of = { id: randomUUID(), academy: 'clermont', session: 'bp-2024-clermont' };
    expect(await take(head.id, { of }, { ...ACT, readers: 'health' })).toMatchObject({ ok: true });
    const row = await db
      .selectFrom('decision')
      .select(['facts', 'reason'])
      .where('enrolment_id', '=', of.id)
      .executeTakeFirst();
    expect(row).toEqual({ facts: [], reason: '' });
    const { rows } = await sql`select from journal where data like ${`%${of.id}%`}`.execute(db);
    expect(rows, 'nor does the journal of the office say it').toEqual([]);
  });
});

describe('The page of delegations', () => {
  it('is the head’s alone', async () => {
    const officer = await signedIn(site, (await aStaffMember(db, site.accounts, 'officer')).address);
    expect((await officer.get('/gestion/delegations')).status).toBe(404);
  });

  it('keeps one as the arrêté says it; only acts that are signed can be ticked', async () => {
    const member = await aStaffMember(db, site.accounts, 'officer');
    const page = await browser.get('/gestion/delegations');
    expect(page.body).toContain('value="test-act"');
    expect(page.body).not.toContain('value="result"');
    const done = await browser.post('/gestion/delegations', { ...typed, personne: member.id });
    expect([done.status, done.location]).toEqual([303, '/gestion/delegations?message=enregistree']);
    expect((await listDelegations(db, 'clermont'))[0]).toMatchObject({
      accountId: member.id,
      capacity: typed.qualite,
    });
    expect(await take(member.id)).toMatchObject({ ok: true });
  });

  it('keeps two clicks as one; nobody holds two for one act on one day: the first is ended, then another is kept', async () => {
    const member = await aStaffMember(db, site.accounts, 'officer');
    const ofTheirs = async () =>
      (await listDelegations(db, 'clermont')).filter((one) => one.accountId === member.id && one.grantor === typed.de);
    const page = await browser.get('/gestion/delegations');
    const form = { ...typed, personne: member.id, cle: fieldOn(page.body, 'cle') };
    const sent = await Promise.all([1, 2].map(() => browser.post('/gestion/delegations', form)));
    expect(sent.map(({ location }) => location)).toEqual(Array(2).fill('/gestion/delegations?message=enregistree'));
    expect(await ofTheirs()).toHaveLength(1);
    const twice = await browser.post('/gestion/delegations', { ...form, qualite: 'secrétaire générale' });
    expect([twice.status, await ofTheirs()]).toEqual([409, [expect.anything()]]);
    expect(wordsIn(twice.body)).toContain('a déjà une délégation ces jours-là');
    expect(twice.body).toContain('secrétaire générale');
    const [{ id } = { id: '' }] = await ofTheirs();
    await browser.post(`/gestion/delegations/${id}/fin`, {});
    await browser.post('/gestion/delegations', { ...form, qualite: 'secrétaire générale' });
    expect((await ofTheirs()).map(({ capacity }) => capacity)).toContain('secrétaire générale');
  });

  it('of two heads, or two tabs, at the same instant, one is kept; the other reads which', async () => {
    for (let round = 0; round < 5; round += 1) {
      const member = await aStaffMember(db, site.accounts, 'officer');
      const forms = ['cheffe de bureau', 'secrétaire générale', 'adjointe'].map((qualite) => ({
        ...typed,
        personne: member.id,
        qualite,
        cle: randomUUID(),
      }));
      const sent = await Promise.all(forms.map((form) => browser.post('/gestion/delegations', form)));
      expect(sent.map(({ status }) => status).toSorted()).toEqual([303, 409, 409]);
      const mine = (await listDelegations(db, 'clermont')).filter(
        (one) => one.accountId === member.id && one.grantor === typed.de,
      );
      expect(mine).toHaveLength(1);
    }
  });

  it('one that ended before it served, or on the day before, holds up no other', async () => {
    const member = await aStaffMember(db, site.accounts, 'officer');
    const keep = (premier: string, dernier: string) =>
      browser.post('/gestion/delegations', { ...typed, personne: member.id, premier, dernier });
    expect((await keep('01/03/2024', '31/03/2024')).status).toBe(303);
    expect((await keep('05/12/2023', '01/03/2024')).status).toBe(409);
    expect((await keep('05/12/2023', '29/02/2024')).status).toBe(303);
    expect((await keep('01/04/2024', '')).status).toBe(303);
    const [first] = (await listDelegations(db, 'clermont')).filter(
      (one) => one.accountId === member.id && one.from.toString() === '2024-03-01',
    );
    await browser.post(`/gestion/delegations/${first?.id}/fin`, {});
    expect((await keep('01/03/2024', '31/03/2024')).status).toBe(303);
  });

  it('takes a first name without its civility: « Prénom : Mme Ève » says so, and keeps what was typed', async () => {
    for (const [prenom, nom] of [
      ['Mme Ève', 'Martin'],
      ['M. Paul', 'Martin'],
      ['Ève', 'Madame Martin'],
    ] as const) {
      const refused = await browser.post('/gestion/delegations', { ...typed, personne: head.id, prenom, nom });
      expect(refused.status, prenom).toBe(422);
      expect(wordsIn(refused.body)).toContain('sans «');
      expect(refused.body).toContain(prenom);
    }
  });

  it('folds its form under the list; refused, it stands open with what was typed', async () => {
    const folded = /<details open[^>]*><summary>Enregistrer une délégation/;
    const list = await browser.get('/gestion/delegations');
    expect(list.body).toContain('<summary>Enregistrer une délégation');
    expect(wordsIn(list.body), 'whose account signs').toMatch(/Compte\s*: /);
    expect(list.body).not.toMatch(folded);
    expect((await browser.post('/gestion/delegations', { ...typed, actes: [] })).body).toMatch(folded);
  });

  it('refuses a first day that is not after the publication, a last day before it, somebody who is not of the staff; nothing typed is lost', async () => {
    for (const [change, said] of [
      [{ premier: '04/12/2023' }, 'le lendemain de sa publication'],
      [{ dernier: '01/12/2023' }, 'Le dernier jour vient avant le premier.'],
      [{ publie: '01/09/2023', premier: '02/09/2023', dernier: '03/09/2023' }, "ne peut pas être avant aujourd'hui"],
      [{ personne: randomUUID() }, ''],
      [{ actes: [] }, 'Cochez au moins un acte.'],
    ] as const) {
      const refused = await browser.post('/gestion/delegations', { ...typed, personne: head.id, ...change });
      expect(refused.status, said).toBe(422);
      expect(wordsIn(refused.body)).toContain(said);
      expect(refused.body).toContain('cheffe de la division des examens');
    }
  });

  it('ended, it signs nothing more from that day on; what it signed stands; a second click says so', async () => {
    const member = await aStaffMember(db, site.accounts, 'officer');
    await transact(db, async (tx) => {
      await tx.deleteFrom('auth_session').where('user_id', '=', member.id).execute();
      return ok(null);
    });
    const mine = (await listDelegations(db, 'clermont')).find(({ accountId }) => accountId === member.id);
    expect(wordsIn((await browser.get(`/gestion/delegations/${mine?.id}/fin`)).body)).toContain(
      'ce qui est signé reste signé',
    );
    expect((await browser.post(`/gestion/delegations/${mine?.id}/fin`, {})).location).toBe(
      '/gestion/delegations?message=terminee',
    );
    expect((await browser.post(`/gestion/delegations/${mine?.id}/fin`, {})).location, 'two clicks are one end').toBe(
      '/gestion/delegations?message=terminee',
    );
    const ended = (await readStream(db, `delegation:${mine?.id}`, 5)).filter(({ name }) => name === 'delegation.ended');
    expect(ended).toHaveLength(1);
    expect((await browser.get(`/gestion/delegations/${randomUUID()}/fin`)).status).toBe(404);
    expect(wordsIn((await browser.get('/gestion/delegations')).body)).toMatch(
      /a pris fin le 5 décembre 2023 à 10 h \d\d/,
    );
  });

  it('ended today, it is in force until that instant: who signed this morning signed under it, and signs nothing after', async () => {
    const member = await aStaffMember(db, site.accounts, 'officer');
    await delegated(db, member.id, { acts: ['test-act'] });
    const signed = await take(member.id);
    if (!signed.ok) throw new Error(signed.error.code);
    const mine = (await listDelegations(db, 'clermont')).find(({ accountId }) => accountId === member.id);
    await browser.post(`/gestion/delegations/${mine?.id}/fin`, {});
    const over = (await listDelegations(db, 'clermont')).find(({ id }) => id === mine?.id);
    if (over?.endedAt == null) throw new Error('Ended, and nobody knows when');
    expect(isInForce(over, signed.value.takenAt)).toBe(true);
    expect(await take(member.id)).toMatchObject({ ok: false, error: { code: 'no-delegation', ended: over.endedAt } });
  });
});
