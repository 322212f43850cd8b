import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { platformMigrations } from '../platform/migrations.ts';
import { emptyDatabase } from '../testing/database.ts';
import { keptFileMigrations } from './migrations.ts';
import { keepTaken, letWait, putBack, takeNext } from './unreadFiles.ts';

it('Whoever is long at a file says so again and again: nobody else takes it meanwhile', async () => {
  const test = await emptyDatabase([platformMigrations, keptFileMigrations]);
  try {
    const id = randomUUID();
    const until = Temporal.Now.instant();
    const unread = { folder: 'x', owner: 'y', parts: [] };
    await test.db.transaction().execute((tx) => letWait(tx, { room: 'deposit', id }, unread, until));
    expect(await takeNext(test.db)).toMatchObject({ id });
    // Its time is over, and its reader is still at it.
    await putBack(test.db, id, 0);
    await keepTaken(test.db, id);
    expect(await takeNext(test.db)).toBeNull();
    await putBack(test.db, id, 0);
    expect(await takeNext(test.db)).toMatchObject({ id });
  } finally {
    await test.close();
  }
});
