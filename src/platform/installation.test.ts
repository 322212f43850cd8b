import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../testing/database.ts';
import { keepToMode } from './installation.ts';

let test: TestDatabase;
beforeEach(async () => {
  test = await emptyDatabase();
});
afterEach(() => test.close());
const nobody = async (): Promise<null> => null;

describe('A database', () => {
  it('is what its first start made it, for ever, whatever is guessed later', async () => {
    await keepToMode(test.db, 'demonstration', nobody);
    await keepToMode(test.db, 'demonstration', async () => 'production');
    await expect(keepToMode(test.db, 'production', nobody)).rejects.toThrow(/has been a demonstration/);
  });

  it("that is an office's is no demonstration", async () => {
    await keepToMode(test.db, 'production', nobody);
    await expect(keepToMode(test.db, 'demonstration', nobody)).rejects.toThrow(/REGISTRE_MODE=production/);
  });

  it('from before the mark is what its accounts say', async () => {
    await expect(keepToMode(test.db, 'production', async () => 'demonstration')).rejects.toThrow(/demonstration/);
    expect((await sql`select mode from installation`.execute(test.db)).rows).toEqual([{ mode: 'demonstration' }]);
  });

  it('on which two nodes start at once is one thing', async () => {
    const started = await Promise.allSettled([
      keepToMode(test.db, 'production', nobody),
      keepToMode(test.db, 'demonstration', nobody),
    ]);
    expect(started.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
