import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { ownDatabase } from '../../testing/database.ts';
import { temporaryFolder } from '../../testing/temporaryFolder.ts';
import { openFileStore, StoreFault } from '../files.ts';
import { createLog } from '../log.ts';
import { listTroubles, noteTrouble } from '../trouble.ts';
import { withSmallFiles } from './testing.ts';
import { type Watch, watchStore } from './watch.ts';

const PATIENCE = { timeout: 60_000, interval: 20 };
const folder = temporaryFolder('watch');
const root = path.join(folder, 'files');
let watch: Watch;
let lines: string[] = [];
const { db } = await ownDatabase();
afterAll(async () => {
  rmSync(folder, { recursive: true });
});
afterEach(() => watch.stop());

function watched(trialBytes = 1, retryMs = 20): Watch {
  lines = [];
  const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line).msg) });
  const store = openFileStore(pathToFileURL(root), root);
  return watchStore(store, { db, name: 'here', log, retryMs }, trialBytes);
}
const sorts = async (): Promise<readonly string[]> => (await listTroubles(db)).map(({ sort }) => sort);

describe('A store that is watched', () => {
  it('is ready, and nobody is told anything', async () => {
    watch = watched();
    expect([await watch.isReady(), await sorts(), lines]).toEqual([true, [], []]);
  });

  it('that refuses a file is not ready and the office knows, until as much as the largest file goes in again', async () => {
    watch = watched(2_000_000);
    await withSmallFiles(1_000_000, async () => {
      await expect(watch.store.write('one', Buffer.alloc(1_500_000))).rejects.toThrow(StoreFault);
      expect([await watch.isReady(), await sorts()]).toEqual([false, ['files-unwritable']]);
      // A small file would go in.
      await watch.store.write('two', Buffer.alloc(10));
      expect(await watch.isReady()).toBe(false);
      await expect(watch.store.write('one', Buffer.alloc(1_500_000))).rejects.toThrow(StoreFault);
    });
    await vi.waitFor(async () => expect(await watch.isReady()).toBe(true), PATIENCE);
    await vi.waitFor(async () => expect(await sorts()).toEqual([]), PATIENCE);
    expect(lines).toEqual([expect.stringContaining('EFBIG'), 'files can be stored again']);
  });

  it('whose folder went away is not ready, whoever asks first', async () => {
    watch = watched();
    rmSync(root, { recursive: true });
    writeFileSync(root, 'a file where the folder stood');
    expect(await watch.isReady()).toBe(false);
    expect((await watch.look())?.lasting).toBe(true);
    rmSync(root);
    mkdirSync(path.join(root, 'drafts'), { recursive: true });
    await vi.waitFor(async () => expect(await watch.isReady()).toBe(true), PATIENCE);
  });
});

describe('A trouble', () => {
  it('is told once, since its first node said so, and forgotten with its node', async () => {
    watch = watched();
    await noteTrouble(db, 'antivirus-away', 'a');
    const [first] = await listTroubles(db);
    await noteTrouble(db, 'antivirus-away', 'b');
    await noteTrouble(db, 'antivirus-away', 'a');
    expect(await listTroubles(db)).toEqual([first]);
    await sql`update trouble set seen_at = now() - interval '11 minutes'`.execute(db);
    expect(await listTroubles(db)).toEqual([]);
    await noteTrouble(db, 'antivirus-away', 'a');
    const [again] = await listTroubles(db);
    expect(String(again?.since)).not.toBe(String(first?.since));
  });
});
