import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Role, whyNotSecond } from '../../accounts/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { latestMails } from '../../platform/mail/outbox.ts';
import { officeRoom } from '../../testing/desk.ts';
import { ORDINARY_DAY } from '../../testing/enrolments.ts';
import { aStaffMember } from '../../testing/officeSite.ts';
import { broughtIn, nobodyBroughtIn } from '../../testing/staff.ts';
import { type Colleague, stage } from '../../testing/stage.ts';
import { wordsIn } from '../../testing/words.ts';

/** Heads and administrators are named by two people, and every one of them is told: decision 100. */

const { db, site, enter } = await stage(officeRoom, { on: ORDINARY_DAY });

beforeEach(async () => {
  await sql`delete from staff_proposal`.execute(db);
  await sql`update staff set disabled_at = now()`.execute(db);
  await nobodyBroughtIn(db);
});

const someone = (role: Role, name: string, academy = 'clermont') => enter({ role, name, academy });
const STAFF = '/gestion/personnel';
let invited = 0;
async function invite(by: Colleague, role: Role, name: string) {
  invited += 1;
  const address = `nouveau.${invited}@ac-clermont.fr`;
  const done = await by.post(`${STAFF}/inviter`, {
    address,
    name,
    role,
    portfolios: role === 'officer' ? 'G2' : '',
  });
  return { address, location: done.location, status: done.status };
}
const requestOn = async (who: Colleague): Promise<string> =>
  /personnel\/demandes\/([0-9a-f-]{36})/.exec((await who.get(STAFF)).body)?.[1] ?? '';
const decide = (who: Colleague, request: string, acte = 'confirmer') =>
  who.post(`${STAFF}/demandes/${request}`, { acte });
const bearer = async (address: string) =>
  (await site.accounts.listStaff(db, 'clermont')).find((one) => one.address === address);
const told = async (address: string): Promise<readonly string[]> =>
  (await latestMails(db, 20, address)).map(({ template }) => template).filter((one) => one.startsWith('staff.'));

describe('A head or an administrator', () => {
  it('is named by two: no account and no mail before a second person, then every head and administrator is told', async () => {
    const [ada, bob, admin] = [
      await someone('head', 'Ada'),
      await someone('head', 'Bob'),
      await someone('admin', 'Ida'),
    ];
    const { address, location } = await invite(ada, 'head', 'Yann Sud');
    expect(location).toBe(`${STAFF}?message=demande`);
    expect([await bearer(address), await told(address)]).toEqual([undefined, []]);
    expect([await told(ada.address), await told(bob.address), await told(admin.address)]).toEqual([
      [],
      ['staff.proposed'],
      ['staff.proposed'],
    ]);
    const page = wordsIn((await bob.get(STAFF)).body);
    expect(page).toContain(`Ada demande : inviter Yann Sud, chef de bureau (${address})`);
    const request = await requestOn(ada);
    expect((await ada.get(STAFF)).body).not.toContain('value="confirmer"');
    const own = await decide(ada, request);
    expect([own.status, wordsIn(own.body)]).toEqual([403, expect.stringContaining('une autre personne')]);
    expect((await decide(bob, request)).location).toBe(`${STAFF}?message=confirmee`);
    expect(await bearer(address)).toMatchObject({ role: 'head', name: 'Yann Sud' });
    expect(await told(address)).toEqual(['staff.invitation']);
    for (const one of [ada, bob, admin]) expect((await told(one.address))[0]).toBe('staff.named');
    expect((await decide(admin, request)).status, 'done already').toBe(409);
    // Confirmed by two, it is no link: an act of Ada may be approved by Yann.
    const yann = await bearer(address);
    expect(await whyNotSecond(db, { by: yann?.accountId ?? '', wrote: [ada.id], days: 30 })).toBeNull();
  });

  it('isn’t named by a head and their puppet, whatever the chain', async () => {
    const [ada, puppet, other] = [
      await someone('head', 'Ada'),
      await someone('admin', 'Yann'),
      await someone('head', 'Zoé'),
    ];
    await broughtIn(db, puppet.id, ada.id);
    await broughtIn(db, other.id, puppet.id);
    const { address } = await invite(ada, 'head', 'Max');
    const request = await requestOn(ada);
    for (const one of [puppet, other]) {
      const refused = await decide(one, request);
      expect([refused.status, wordsIn(refused.body)]).toEqual([403, expect.stringContaining('par Ada')]);
    }
    expect(await bearer(address)).toBeUndefined();
  });

  it('is raised by two, from what was read; given up, nothing comes of it', async () => {
    const [ada, bob] = [await someone('head', 'Ada'), await someone('head', 'Bob')];
    const officer = await aStaffMember(db, site.accounts, { name: 'Cid' });
    const version = (await bearer(officer.address))?.rowVersion ?? 0;
    const raise = () => ada.post(`${STAFF}/${officer.id}`, { name: 'Cid', role: 'head', version: String(version) });
    expect((await raise()).location).toBe(`${STAFF}?message=demande`);
    expect((await raise()).status, 'one at a time').toBe(409);
    expect((await bearer(officer.address))?.role).toBe('officer');
    expect((await decide(bob, await requestOn(bob), 'abandonner')).location).toBe(
      `${STAFF}?message=demande-abandonnee`,
    );
    expect((await raise()).status).toBe(303);
    await sql`update staff set row_version = row_version + 1 where account_id = ${officer.id}`.execute(db);
    const changed = await decide(bob, await requestOn(bob));
    expect([changed.status, (await bearer(officer.address))?.role]).toEqual([409, 'officer']);
    await sql`update staff set row_version = row_version - 1 where account_id = ${officer.id}`.execute(db);
    expect((await decide(bob, await requestOn(bob))).status).toBe(303);
    expect((await bearer(officer.address))?.role).toBe('head');
    expect(await told(ada.address)).toContain('staff.named');
  });

  it('whose access is opened again is told of too', async () => {
    const [ada, bob, cid] = [await someone('head', 'Ada'), await someone('head', 'Bob'), await someone('head', 'Cid')];
    await ada.post(`${STAFF}/${cid.id}/acces`, { acces: 'fermer' });
    expect((await ada.post(`${STAFF}/${cid.id}/acces`, { acces: 'ouvrir' })).status).toBe(303);
    expect(await told(bob.address)).toEqual(['staff.named']);
  });
});

describe('An office with a single head', () => {
  it('asks the heads of another academy, who alone see it; those of the academy come first where they can', async () => {
    const [ada, far] = [await someone('head', 'Ada'), await someone('head', 'Loin', 'lyon')];
    const { address } = await invite(ada, 'head', 'Bob');
    expect(await told(far.address)).toEqual(['staff.proposed']);
    const page = wordsIn((await far.get(STAFF)).body);
    expect(page).toMatch(
      /inviter Bob, chef de bureau .*Académie : Clermont-Ferrand, où personne d'autre ne peut confirmer/,
    );
    const request = await requestOn(far);
    const near = await someone('admin', 'Ida');
    expect((await far.get(STAFF)).body, 'somebody there can now').not.toContain(request);
    expect((await decide(far, request)).status).toBe(409);
    expect((await decide(far, request, 'abandonner')).status).toBe(409);
    await sql`update staff set disabled_at = now() where account_id = ${near.id}`.execute(db);
    expect((await decide(far, request)).status).toBe(303);
    expect((await bearer(address))?.role).toBe('head');
  });

  it('or the operator, by the list of the installation; a list names nobody whom nobody proposed', async () => {
    const ada = await someone('head', 'Ada');
    const { address } = await invite(ada, 'head', 'Bob');
    const follow = (role: 'head' | 'admin', of: string) =>
      transact(db, (tx) => site.accounts.followList(tx, SYSTEM, { academy: 'clermont', role, address: of }));
    expect(await follow('admin', address), 'another role').toEqual({ ok: true, value: false });
    expect(await follow('head', 'personne@ac-clermont.fr')).toEqual({ ok: true, value: false });
    expect(await bearer(address)).toBeUndefined();
    expect(await follow('head', address)).toEqual({ ok: true, value: true });
    expect((await bearer(address))?.role).toBe('head');
    expect(await told(ada.address)).toEqual(['staff.named']);
    expect(await follow('head', address), 'again at the next start').toEqual({ ok: true, value: true });
    const { rows } = await sql`select from staff_placing p where p.by_id = ${ada.id}
      and not exists (select from staff_placing_confirmed c where c.placing_id = p.id)`.execute(db);
    expect(rows).toEqual([]);
  });
});

describe('A second proof', () => {
  it('is taken away by two, and its loss is no link between them', async () => {
    const [ada, bob, cid] = [
      await someone('head', 'Ada'),
      await someone('head', 'Bob'),
      await someone('officer', 'Cid'),
    ];
    const address = `${STAFF}/${cid.id}/double-authentification`;
    expect((await ada.post(address, {})).status, 'there is none').toBe(422);
    await sql`insert into second_factor (account_id, secret, last_step) values (${cid.id}, 'x', 0)`.execute(db);
    expect((await ada.post(address, {})).location).toBe(`${STAFF}?message=demande`);
    expect((await bearer(cid.address))?.secondFactorSince).not.toBeNull();
    expect((await cid.get('/gestion')).status).toBe(200);
    expect(wordsIn((await bob.get(STAFF)).body)).toContain(
      'Ada demande : réinitialiser la double authentification de Cid',
    );
    expect((await decide(bob, await requestOn(bob))).status).toBe(303);
    expect((await bearer(cid.address))?.secondFactorSince).toBeNull();
    expect((await cid.get('/gestion')).status).toBe(303);
    const { rows } = await sql<{ kind: string; by: string }>`select p.kind, c.by_id as by from staff_placing p
      join staff_placing_confirmed c on c.placing_id = p.id where p.account_id = ${cid.id} and p.kind = 'second-proof'`.execute(
      db,
    );
    expect(rows).toEqual([{ kind: 'second-proof', by: bob.id }]);
  });
});

describe('An access that one person opened', () => {
  it('is confirmed by another, who isn’t bound to either; then they are two people', async () => {
    const [ada, bob] = [await someone('head', 'Ada'), await someone('head', 'Bob')];
    const { address } = await invite(ada, 'officer', 'Max Roy');
    const max = (await bearer(address))?.accountId ?? '';
    expect(wordsIn((await ada.get(`${STAFF}/${max}`)).body)).toContain('accès donné à Max Roy par Ada');
    expect((await ada.post(`${STAFF}/${max}/confirmation`, {})).status).toBe(403);
    const page = (await bob.get(`${STAFF}/${max}`)).body;
    expect(page).toContain(`${STAFF}/${max}/confirmation`);
    expect((await bob.post(`${STAFF}/${max}/confirmation`, {})).location).toBe(`${STAFF}?message=acces-confirme`);
    expect((await bob.post(`${STAFF}/${max}/confirmation`, {})).status, 'twice').toBe(303);
    expect((await bob.get(`${STAFF}/${max}`)).body).not.toContain('/confirmation');
  });
});
