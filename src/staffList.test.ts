import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { whyNotSecond } from './accounts/index.ts';
import type { ListedStaff } from './configuration.ts';
import { migrations } from './migrations.ts';
import { followStaffList } from './staffList.ts';
import { ownDatabase } from './testing/database.ts';
import { openSite, shippedCatalogue } from './testing/enrolments.ts';

const { db } = await ownDatabase(migrations);
const catalogue = await shippedCatalogue();
const site = await openSite(db, {}, () => []);
afterAll(async () => {
  await site.server.close();
});

const admin: ListedStaff = { role: 'admin', academy: null, address: 'admin@rectorat.example' };
const head = (n: number): ListedStaff => ({ role: 'head', academy: 'clermont', address: `chef.${n}@rectorat.example` });
async function start(listed: readonly ListedStaff[]): Promise<readonly string[]> {
  const said: string[] = [];
  await followStaffList(db, site.accounts, catalogue, { listed }, (line) => said.push(line));
  return said;
}
const staff = () => site.accounts.listStaff(db, 'clermont');

it('An academy that begins has its administrator and its first two heads by the list, who are two people at once', async () => {
  expect(await start([admin, head(1), head(2)])).toEqual([
    'The first administrator is invited by mail.',
    'A first head of office is invited by mail.',
    'A first head of office is invited by mail.',
  ]);
  const heads = (await staff()).filter(({ role }) => role === 'head').map(({ accountId }) => accountId);
  expect(heads).toHaveLength(2);
  // Three weeks later, on the evening of the closing: one proposes the extension, the other approves it.
  expect(await whyNotSecond(db, { by: heads[0] ?? '', wrote: [heads[1] ?? ''], days: 30 })).toBeNull();
  const { rows } = await sql<{
    recipient: string;
  }>`select recipient from mail where template = 'staff.named' order by recipient`.execute(db);
  expect(
    rows.map(({ recipient }) => recipient),
    'each is told of those after them',
  ).toEqual(['admin@rectorat.example', 'admin@rectorat.example', 'chef.1@rectorat.example']);
  // All are named as their office: each is told apart by their address.
  const { rows: bodies } = await sql<{
    body: string;
  }>`select body from mail where template = 'staff.named' order by id`.execute(db);
  for (const address of ['chef.1@rectorat.example', 'chef.2@rectorat.example'])
    expect(
      bodies.some(({ body }) => body.includes(`(${address}) a maintenant la fonction`)),
      address,
    ).toBe(true);
});

it('The list invites nobody later, says whom it doesn’t find, and names an academy that isn’t there', async () => {
  expect(await start([admin, head(1), head(2), head(3), { ...head(4), academy: 'ailleurs' }])).toEqual([
    'REGISTRE_HEADS names somebody whom nobody of clermont has proposed with that role: propose them at /gestion/personnel first.',
    "REGISTRE_HEADS names the academy ailleurs, which isn't there: clermont.",
  ]);
  expect(await staff()).toHaveLength(3);
});
