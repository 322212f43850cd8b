import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { ownDatabase } from '../testing/database.ts';
import { createAlarm } from './alarm.ts';
import { silentLog } from './log.ts';
import { listTroubles, noteTrouble } from './trouble.ts';

const { db } = await ownDatabase();

it('A trouble that ends while its beginning is still being written is over', async () => {
  const alarm = createAlarm(
    { db, name: 'here', log: silentLog, retryMs: 5 },
    { sort: 'antivirus-away', begins: () => 'away', ends: 'back', tryAgain: async () => null },
  );
  const other = await db.startTransaction().execute();
  await noteTrouble(other, 'antivirus-away', 'here');
  // Waits for the other, who says the same.
  const raised = alarm.raise(new Error('away'));
  await vi.waitFor(() => expect(alarm.fault()).toBeNull(), { timeout: 60_000, interval: 5 });
  await sleep(200);
  await other.rollback().execute();
  await raised;
  await vi.waitFor(async () => expect(await listTroubles(db)).toEqual([]), { timeout: 60_000, interval: 20 });
});
