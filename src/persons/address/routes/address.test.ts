import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { enrolmentStream } from '../../../enrolment/index.ts';
import { readStream } from '../../../platform/journal.ts';
import { keysOf } from '../../../platform/keys.ts';
import { officeRoom, STRANGERS } from '../../../testing/desk.ts';
import {
  type Browser,
  lastMailTo,
  mailsTo,
  ORDINARY_DAY,
  PASSWORD,
  type TestEnrolment,
} from '../../../testing/enrolments.ts';
import { signIn } from '../../../testing/officeSite.ts';
import { broughtIn } from '../../../testing/staff.ts';
import { stage } from '../../../testing/stage.ts';

const { db, site, registered, enter, setClock, staff } = await stage(officeRoom, {
  staff: { officer: { name: 'Dominique Robert' }, head: 'head', jury: 'jury', ...STRANGERS },
  on: ORDINARY_DAY,
});
const { officer, head } = staff;
let people = 0;
const aFile = async (): Promise<TestEnrolment & { readonly path: string; readonly fresh: string }> => {
  people += 1;
  const made = await registered({ address: `perdue.${people}@domaine.fr` });
  return { ...made, path: `/gestion/dossiers/${made.enrolment.id}`, fresh: `nouvelle.${people}@domaine.fr` };
};
type File = Awaited<ReturnType<typeof aFile>>;

const form = (address: string, changes: Readonly<Record<string, string>> = {}) => ({
  acte: 'proposer',
  address,
  addressAgain: address,
  proof: 'passport',
  seenOn: '14/11/2023',
  cle: randomUUID(),
  ...changes,
});
const propose = (file: File, who = officer, changes: Readonly<Record<string, string>> = {}) =>
  who.post(`${file.path}/adresse`, form(file.fresh, changes));
const standing = async (file: File): Promise<{ id: string; state: string }> => {
  const { rows } = await sql<{ id: string; state: string }>`select id, state from address_recovery
    where account_id = ${file.candidate.accountId} order by proposed_at desc limit 1`.execute(db);
  return rows[0] ?? { id: '', state: 'none' };
};
const decide = async (file: File, acte: 'approuver' | 'arreter', who = head) =>
  who.post(`${file.path}/adresse`, { acte, changement: (await standing(file)).id });
const approved = async (): Promise<File> => {
  const file = await aFile();
  expect((await propose(file)).status).toBe(303);
  expect((await decide(file, 'approuver')).location).toBe(`${file.path}?message=adresse-approuvee`);
  return file;
};
const later = (hours: number): Promise<void> => setClock(ORDINARY_DAY.add({ hours }));
const pathOf = async (address: string): Promise<string> => {
  const { link } = await lastMailTo(db, address);
  return `${link.pathname}${link.search}`;
};
const follow = async (visitor: Browser, path: string) => {
  await visitor.get('/connexion'); // for the token: the page of a link that is ended has no form
  return visitor.post(path.replace(/\?.*/, ''), { lien: path.replace(/.*jeton=/, '') });
};
const story = async (file: File): Promise<readonly string[]> =>
  (await readStream(db, enrolmentStream(file.enrolment.id), 50))
    .map(({ name }) => name)
    .filter((name) => name.startsWith('addressRecovery'))
    .toReversed();

describe('A lost mail box', () => {
  it('is changed on a proof seen by one, approved by another, after the old address could object', async () => {
    const file = await aFile();
    const candidate = site.browser();
    await signIn(candidate, file.candidate.address, PASSWORD);
    expect((await officer.get(file.path)).body).toContain(`${file.path}/adresse`);
    expect((await propose(file)).location).toBe(`${file.path}?message=adresse-proposee`);
    expect(await mailsTo(db, file.fresh)).toEqual([]);
    // Who proposed sees where it stands, and doesn't approve; a colleague is told at their home.
    expect((await officer.get(`${file.path}/adresse`)).body).not.toContain('Approuver le changement');
    expect((await decide(file, 'approuver', officer)).status).toBe(403);
    expect((await officer.get('/gestion')).body).not.toContain('une seconde personne');
    expect((await head.get('/gestion')).body).toMatch(/1\u00a0changement d'adresse attend une seconde personne/);
    expect((await head.get('/gestion/injoignables')).body).toContain(`${file.path}/adresse`);
    const page = await head.get(`${file.path}/adresse`);
    for (const words of [file.fresh, 'Passeport, pièce vue le 14\u00a0novembre\u00a02023', 'Dominique Robert'])
      expect(page.body).toContain(words);
    const agreed = await decide(file, 'approuver');
    expect([agreed.status, agreed.body]).toEqual([303, '']);
    expect((await lastMailTo(db, file.candidate.address)).template).toBe('account.recovery-told');

    const way = await pathOf(file.fresh);
    const visitor = site.browser();
    const early = await follow(visitor, way);
    expect([early.status, early.body.includes('Ce lien servira à partir du vendredi 17\u00a0novembre')]).toEqual([
      409,
      true,
    ]);
    expect((await candidate.get('/compte')).status).toBe(200);
    await later(48);
    expect((await visitor.get(way)).body).toContain(file.fresh);
    const done = await follow(visitor, way);
    expect(done.location).toMatch(/^\/mot-de-passe-oublie\?jeton=/);
    // Every session is ended, the password that was known serves no more, and another is chosen at once.
    expect((await candidate.get('/compte')).location).toMatch(/^\/connexion/);
    await expect(signIn(site.browser(), file.fresh, PASSWORD)).rejects.toThrow('could not sign in');
    const next = 'Sancy*1886m';
    await visitor.get(done.location);
    const chosen = await visitor.post('/mot-de-passe-oublie', {
      lien: done.location.replace(/.*jeton=/, ''),
      password: next,
      passwordAgain: next,
    });
    expect(chosen.location).toContain('mot-de-passe-choisi');
    await signIn(site.browser(), file.fresh, next);
    await expect(signIn(site.browser(), file.candidate.address, next)).rejects.toThrow('could not sign in');
    expect((await lastMailTo(db, file.candidate.address)).template).toBe('account.address-changed');
    expect((await follow(visitor, way)).status).toBe(410);
    expect(await story(file)).toEqual(['addressRecovery.proposed', 'addressRecovery.approved', 'addressRecovery.done']);
    expect((await officer.get(file.path)).body).toContain('Adresse mail changée sur preuve');
    await setClock(ORDINARY_DAY);
  });

  it('is kept when the old address objects: the new link dies, and the office reads it', async () => {
    const file = await approved();
    const visitor = site.browser();
    const objection = await pathOf(file.candidate.address);
    expect((await visitor.get(objection)).body).toContain("M'opposer au changement");
    expect((await standing(file)).state).toBe('approved');
    expect((await follow(visitor, objection)).body).toContain('votre compte garde son adresse');
    await later(49);
    expect((await follow(visitor, await pathOf(file.fresh))).status).toBe(410);
    expect((await follow(visitor, objection)).status).toBe(410);
    await signIn(site.browser(), file.candidate.address, PASSWORD);
    expect((await officer.get(`${file.path}/adresse`)).body).toContain("s'est opposée à un changement");
    expect((await story(file)).at(-1)).toBe('addressRecovery.objected');
    await setClock(ORDINARY_DAY);
  });

  it('waits for nobody where the old address refuses our mails already', async () => {
    const file = await aFile();
    await propose(file);
    await sql`insert into mail (id, event_id, template, recipient, account_id, subject, body, state, created_at)
      values (gen_random_uuid(), ${randomUUID()}, 'test', 'x@y.fr', ${file.candidate.accountId}, 'Objet', '', 'failed', clock_timestamp())`.execute(
      db,
    );
    await decide(file, 'approuver');
    expect((await follow(site.browser(), await pathOf(file.fresh))).status).toBe(303);
  });

  it('is nothing that another group, academy or role may ask for, read or approve', async () => {
    const file = await aFile();
    await propose(file);
    for (const who of [...keysOf(STRANGERS), 'jury'] as const) {
      const browser = staff[who];
      expect((await browser.get(`${file.path}/adresse`)).status, who).toBe(404);
      expect((await decide(file, 'approuver', browser)).status, who).toBe(404);
      expect((await browser.get('/gestion')).body, who).not.toContain('une seconde personne');
    }
    expect(await standing(file)).toMatchObject({ state: 'proposed' });
    // An officer who may read the file, with the change of another file.
    const other = await aFile();
    const mixed = await head.post(`${other.path}/adresse`, {
      acte: 'approuver',
      changement: (await standing(file)).id,
    });
    expect(mixed.status).toBe(409);
    expect((await head.post(`${file.path}/adresse`, { acte: 'arreter', changement: 'x' })).status).toBe(409);
  });

  it('is not approved by whom the proposer brought in', async () => {
    const file = await aFile();
    await propose(file);
    const friend = await enter();
    await broughtIn(db, friend.id, officer.id);
    const refused = await decide(file, 'approuver', friend);
    expect([refused.status, (await standing(file)).state]).toEqual([403, 'proposed']);
    expect((await decide(file, 'arreter', friend)).status).toBe(303);
  });
});

describe('A proposal', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, number, string])[] = [
    ['malformed', { address: 'camille@', addressAgain: 'camille@' }, 422, 'address'],
    ['typed otherwise the second time', { addressAgain: 'autre@domaine.fr' }, 422, 'addressAgain'],
    ['without a proof', { proof: '' }, 422, "pièce d&#39;identité|pièce d'identité"],
    ['of a day to come', { seenOn: '16/11/2023' }, 422, 'pas encore venu'],
    ['of an old proof', { seenOn: '01/10/2023' }, 422, 'il y a plus de 30'],
  ];
  it.each(cases)('%s is refused, keeps what was typed and writes nothing', async (_, changes, status, words) => {
    const file = await aFile();
    const refused = await propose(file, officer, changes);
    expect([refused.status, (await standing(file)).state]).toEqual([status, 'none']);
    expect(refused.body).toMatch(new RegExp(words));
    expect(refused.body).toContain(changes.address ?? file.fresh);
  });

  it('of the same address, or of an account that exists, is refused, also in other letters', async () => {
    const [file, other] = [await aFile(), await aFile()];
    const same = file.candidate.address.toUpperCase();
    expect((await propose(file, officer, { address: same, addressAgain: same })).status).toBe(422);
    const taken = other.candidate.address;
    const refused = await propose(file, officer, { address: taken, addressAgain: taken });
    expect([refused.status, (await standing(file)).state]).toEqual([409, 'none']);
    expect(refused.body).toContain("déjà celle d'un compte");
  });

  it('sent twice is one, of two officers one stands', async () => {
    const [file, cle] = [await aFile(), randomUUID()];
    const twins = await Promise.all([propose(file, officer, { cle }), propose(file, officer, { cle })]);
    expect(twins.map(({ status }) => status)).toEqual([303, 303]);
    expect((await propose(file, head)).status).toBe(409);
    const anew = await officer.post(`${file.path}/adresse`, form(`autre.${file.fresh}`, { cle }));
    expect([anew.status, anew.body.includes(`autre.${file.fresh}`)]).toEqual([409, true]);
    expect(await story(file)).toEqual(['addressRecovery.proposed']);
    const both = await Promise.all([decide(file, 'approuver'), decide(file, 'approuver')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await mailsTo(db, file.fresh)).toHaveLength(1);
  });

  it('falls when the address was taken, or the candidate changed theirs, in the meantime', async () => {
    const [taken, moved] = [await approved(), await approved()];
    const [first, second] = [await pathOf(taken.fresh), await pathOf(moved.fresh)];
    await later(48);
    await registered({ address: taken.fresh });
    await sql`update auth_user set email = 'moi@domaine.fr' where id = ${moved.candidate.accountId}`.execute(db);
    await later(48);
    expect((await follow(site.browser(), first)).status).toBe(409);
    expect((await follow(site.browser(), second)).status).toBe(410);
    await setClock(ORDINARY_DAY);
  });

  it('whose link was never followed makes room for another', async () => {
    const file = await approved();
    const way = await pathOf(file.fresh);
    await later(48 + 14 * 24);
    expect((await follow(site.browser(), way)).status).toBe(410);
    expect((await officer.get(`${file.path}/adresse`)).body).toContain('sans que le lien ait été suivi');
    expect((await propose(file, officer, { seenOn: '30/11/2023' })).status).toBe(303);
    await setClock(ORDINARY_DAY);
  });

  it('leaves no address in the journal', async () => {
    const file = await approved();
    const told = JSON.stringify(await readStream(db, enrolmentStream(file.enrolment.id), 50));
    expect(told).not.toContain('@domaine.fr');
  });
});
