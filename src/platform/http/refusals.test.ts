import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { ownDatabase } from '../../testing/database.ts';
import { noteRefusal, oldRefusals, type RecordedRefusal } from './refusals.ts';

const { db } = await ownDatabase();
beforeEach(() => sql`truncate refusal`.execute(db));

const note = (changes: Partial<RecordedRefusal> = {}) =>
  noteRefusal(db, {
    kind: 'not-theirs',
    route: 'GET /gestion/dossiers/:id',
    accountId: 'a',
    academy: null,
    network: '192.0.2.7',
    requestId: 'one',
    ...changes,
  });
const rows = async (): Promise<readonly { who: string; times: number; request_id: string }[]> =>
  (
    await sql<{
      who: string;
      times: number;
      request_id: string;
    }>`select who, times, request_id from refusal order by who`.execute(db)
  ).rows;

describe('The trace of a refusal', () => {
  it('is one row for the same thing within an hour, with its count and the last request', async () => {
    await Promise.all(Array.from({ length: 30 }, () => note()));
    await note({ requestId: 'last', network: '192.0.2.8' });
    expect(await rows()).toEqual([{ who: 'account:a', times: 31, request_id: 'last' }]);
  });

  it('is with the account, or with the network of who is not signed in', async () => {
    await note();
    await note({ accountId: null, kind: 'forged' });
    expect((await rows()).map(({ who }) => who)).toEqual(['account:a', 'network:192.0.2.7']);
  });

  it('fills no disk: twenty rows an hour for one, five hundred in all, apart for those who are signed in', async () => {
    for (let index = 0; index < 30; index++) await note({ route: `GET /${index}` });
    expect(await rows()).toHaveLength(20);
    await sql`insert into refusal select hour, 'network:' || n, kind, route, null, null, network, 1, first_at, last_at, request_id
      from (select * from refusal limit 1) as one, generate_series(1, 500) as n`.execute(db);
    await note({ accountId: null });
    expect(await rows()).toHaveLength(520);
    await note({ accountId: 'b' });
    await note({ route: 'GET /3' });
    expect(await rows()).toHaveLength(521);
  });

  it('is kept half a year', async () => {
    await note();
    await note({ accountId: 'b' });
    await sql`update refusal set hour = hour - interval '181 days' where account_id = 'b'`.execute(db);
    await db.transaction().execute(oldRefusals(Temporal.Duration.from({ days: 180 })).erase);
    expect(await rows()).toHaveLength(1);
  });
});
