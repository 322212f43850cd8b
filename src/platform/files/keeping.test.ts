import { createHash } from 'node:crypto';
import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ownDatabase } from '../../testing/database.ts';
import { temporaryFolder } from '../../testing/temporaryFolder.ts';
import { type FileStore, openFileStore, StoreFault, trials } from '../files.ts';
import { createLog } from '../log.ts';
import { checkFiles } from './checkFiles.ts';
import type { FileFault, KeptFile, Ledger } from './ledger.ts';
import { sweepOrphans } from './sweepOrphans.ts';
import { watchStore } from './watch.ts';

const PATIENCE = { timeout: 60_000, interval: 20 };
let folder: string;
let store: FileStore;
let lines: string[];
const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line).msg) });
const { db } = await ownDatabase();
beforeEach(async () => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
  folder = temporaryFolder('keeping');
  store = openFileStore(pathToFileURL(folder), folder);
  lines = [];
  await sql`delete from orphan_file`.execute(db);
});
afterAll(() => rmSync(folder, { recursive: true }));

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');
const daysOld = (key: string, days: number): void => {
  const at = Temporal.Now.instant().epochMilliseconds / 1000 - days * 86_400;
  utimesSync(path.join(folder, key), at, at);
};

/** A ledger in memory: what SQL does is tested with each room's own. */
function ledgerOf(files: readonly KeptFile[]): Ledger & { readonly found: Map<string, FileFault | null> } {
  const found = new Map<string, FileFault | null>();
  return {
    found,
    makes: /^ours\//,
    named: async (keys) => new Set(files.map(({ key }) => key).filter((key) => keys.includes(key))),
    due: async (limit) => files.filter(({ id }) => !found.has(id)).slice(0, limit),
    checked: async (id, fault) => void found.set(id, fault),
  };
}
const kept = (name: string): KeptFile => ({ id: name, key: `ours/${name}`, sha256: sha256(name) });

describe('Each night', () => {
  it('every file is read again: what is missing or altered is told, what is whole is not', async () => {
    const names = Array.from({ length: 250 }, (_, index) => `file-${index}`);
    for (const name of names) await store.write(`ours/${name}`, Buffer.from(name));
    await store.remove('ours/file-7');
    await store.write('ours/file-8', Buffer.from('another'));
    writeFileSync(path.join(folder, 'ours', 'file-9'), 'file-');
    const ledger = ledgerOf(names.map(kept));
    expect(await checkFiles(store, ledger, log)).toBe(250);
    const faults = [...ledger.found].filter(([, fault]) => fault !== null);
    expect(faults).toEqual([
      ['file-7', 'missing'],
      ['file-8', 'altered'],
      ['file-9', 'altered'],
    ]);
    expect(lines).toHaveLength(3);
  });

  it('the check goes on where it stopped when the time was over', async () => {
    for (const name of ['a', 'b', 'c']) await store.write(`ours/${name}`, Buffer.from(name));
    const ledger = ledgerOf(['a', 'b', 'c'].map(kept));
    expect(await checkFiles(store, ledger, log, -1)).toBe(1);
    expect(await checkFiles(store, ledger, log, -1)).toBe(1);
    expect([...ledger.found.keys()]).toEqual(['a', 'b']);
    expect(await checkFiles(store, ledger, log)).toBe(1);
  });

  it('a store that can’t be read says nothing of its files', async () => {
    const ledger = ledgerOf([kept('a')]);
    writeFileSync(path.join(folder, 'ours'), 'a file where the folder stood');
    await expect(checkFiles(store, ledger, log)).rejects.toThrow(StoreFault);
    expect(ledger.found.size).toBe(0);
  });

  const sweep = (names: readonly string[]): Promise<number> =>
    sweepOrphans(db, store, [ledgerOf(names.map(kept)), trials], log);
  const aWeekLater = () => sql`update orphan_file set found_at = found_at - interval '8 days'`.execute(db);

  it('a file that no row has named for a week goes; what is named, young or of others stays', async () => {
    const trial = `trials/${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`;
    for (const key of ['ours/named', 'ours/orphan', 'ours/young', 'others/file', trial]) {
      await store.write(key, Buffer.from('x'));
      if (key !== 'ours/young') daysOld(key, 2);
    }
    expect(await sweep(['named'])).toBe(0);
    expect(await sweep(['named'])).toBe(0);
    await aWeekLater();
    expect(await sweep(['named'])).toBe(2);
    const left = await Array.fromAsync(store.list(), ({ key }) => key);
    expect(left.toSorted()).toEqual(['others/file', 'ours/named', 'ours/young']);
    expect(lines).toEqual([expect.stringContaining('2 files')]);
  });

  it('one whose row came back meanwhile stays, and waits anew when it is lost again', async () => {
    await store.write('ours/lost', Buffer.from('x'));
    daysOld('ours/lost', 30);
    await sweep([]);
    await aWeekLater();
    expect(await sweep(['lost'])).toBe(0);
    expect(await sweep([])).toBe(0);
    await aWeekLater();
    expect(await sweep([])).toBe(1);
  });

  it('a store where much is nobody’s is another’s: nothing goes', async () => {
    for (let index = 0; index < 110; index += 1) {
      await store.write(`ours/${index}`, Buffer.from('x'));
      daysOld(`ours/${index}`, 30);
    }
    await sweep([]);
    await aWeekLater();
    expect(await sweep([])).toBe(0);
    expect(readdirSync(path.join(folder, 'ours'))).toHaveLength(110);
    expect(lines[0]).toContain('is FILES_URL the store of another?');
  });
});

describe('Each hour, on each machine', () => {
  it('unfinished uploads go', async () => {
    const draft = path.join('drafts', 'cut');
    const watch = watchStore(store, { db, name: 'here', log }, 1, undefined, 50);
    const names = (): readonly string[] => readdirSync(path.join(folder, 'drafts'));
    for (let round = 0; round < 2; round += 1) {
      writeFileSync(path.join(folder, draft), 'half');
      daysOld(draft, 1);
      await vi.waitFor(() => expect(names()).toEqual([]), PATIENCE);
    }
    watch.stop();
  });
});
