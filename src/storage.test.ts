import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Configuration, readConfiguration } from './configuration.ts';
import { migrations } from './migrations.ts';
import { isForTheOperator } from './platform/cannotStart.ts';
import { checkFiles } from './platform/files/checkFiles.ts';
import { MARK_KEY } from './platform/files/mark.ts';
import { startS3 } from './platform/files/testing.ts';
import type { Watch } from './platform/files/watch.ts';
import { openFileStore, StoreFault } from './platform/files.ts';
import { keepToMode } from './platform/installation.ts';
import { createLog } from './platform/log.ts';
import { keepFiles, openStorage, thisNode } from './storage.ts';
import { ownDatabase } from './testing/database.ts';
import { temporaryFolder } from './testing/temporaryFolder.ts';

const folder = temporaryFolder('storage');
let lines: string[];
const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line).msg) });
const { db } = await ownDatabase(migrations);
await keepToMode(db, 'demonstration', async () => null);
const s3 = await startS3();
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  lines = [];
  await forget();
});

function configured(filesUrl: URL): Configuration {
  const read = readConfiguration({ DATA_DIR: folder, FILES_URL: filesUrl.href }, folder);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}
/** The database knows no store any more: its operator accepts whichever comes. */
const forget = () => sql`update installation set store_id = null`.execute(db);
const open = (filesUrl: URL) => openStorage(thisNode({ db, log, retryMs: 20 }), configured(filesUrl));

describe('At start', () => {
  it('a store that works is ready, folder or bucket', async () => {
    for (const url of [pathToFileURL(path.join(folder, 'files')), s3.url()]) {
      const storage = await open(url);
      expect(await storage.isReady()).toBe(true);
      storage.stop();
      await forget();
    }
    expect(lines).toEqual([]);
  });

  it('what a restart can’t mend ends the start with one sentence for the operator, without the secret', async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, 'where a folder should be');
    for (const [url, words] of [
      [s3.url({ secret: 'hush/hush' }), 'the secret of FILES_URL is wrong'],
      [s3.url({ bucket: 'elsewhere' }), 'no such bucket'],
      [pathToFileURL(path.join(file, 'files')), 'ENOTDIR'],
    ] as const) {
      const error = await open(url).then(() => null, String);
      expect(error).toContain('CannotStart: FILES_URL: ');
      expect(error).toContain(words);
      expect(error).not.toContain('hush');
      expect(await open(url).catch(isForTheOperator)).toBe(true);
    }
  });

  it('a store that is away for now lets it start without deposits', async () => {
    const storage = await open(s3.url({ port: 1 }));
    expect(await storage.isReady()).toBe(false);
    expect(lines).toEqual([expect.stringContaining('nothing listens there')]);
    storage.stop();
  });
});

describe.each([
  ['folder', () => pathToFileURL(path.join(folder, 'marked'))],
  ['bucket', () => s3.url()],
])('A %s without the mark of the store that the database knows', (_, url) => {
  const raw = () => openFileStore(url(), folder, false);
  it('is written by no node, nor is anything removed there, or said to be missing, until the mark is back', async () => {
    const storage = await open(url());
    await storage.store.write('given', Buffer.from('x'));
    storage.stop();
    const mark = await raw().read(MARK_KEY);
    await raw().remove(MARK_KEY);
    const again = await open(url());
    expect(await again.isReady()).toBe(false);
    expect(lines).toEqual([expect.stringMatching(/doesn't bear the mark.*set store_id = null$/)]);
    const checked = vi.fn(async () => undefined);
    const due = async () => (checked.mock.calls.length === 0 ? [{ id: 'gone', key: 'gone', sha256: '' }] : []);
    const ledger = { makes: /gone/, named: async () => new Set<string>(), due, checked };
    for (const act of [
      () => again.store.write('other', Buffer.from('y')),
      () => again.store.put('other', (async function* () {})(), async () => true),
      () => again.store.remove('given'),
      () => checkFiles(again.store, ledger, log),
      () => again.store.read('gone'),
    ])
      await expect(act()).rejects.toThrow(StoreFault);
    expect((await Array.fromAsync(raw().list(), ({ key }) => key)).includes('other')).toBe(false);
    expect(await raw().read('given')).toEqual(Buffer.from('x'));
    await raw().write(MARK_KEY, mark);
    await vi.waitFor(async () => expect(await again.isReady()).toBe(true), { timeout: 60_000, interval: 20 });
    expect(checked).not.toHaveBeenCalled();
    await checkFiles(again.store, ledger, log);
    expect(checked).toHaveBeenCalledExactlyOnceWith('gone', 'missing');
    again.stop();
  });
  it('is taken where its operator says so, without a restart', async () => {
    (await open(url())).stop();
    await raw().remove(MARK_KEY);
    const storage = await open(url());
    expect(await storage.isReady()).toBe(false);
    await forget();
    await vi.waitFor(async () => expect(await storage.isReady()).toBe(true), { timeout: 60_000, interval: 20 });
    expect(String(await raw().read(MARK_KEY))).toMatch(/^[0-9a-f-]{36}\n$/);
    storage.stop();
  });
});

describe('A folder that was moved away', () => {
  const root = path.join(folder, 'moved');
  const url = pathToFileURL(root);
  let running: Watch;
  it('is not made anew by a node that starts, and no node takes an empty one for it', async () => {
    running = await open(url);
    const mark = readFileSync(path.join(root, MARK_KEY), 'utf8');
    renameSync(root, `${root}-away`);
    const started = await open(url);
    expect(readdirSync(folder)).not.toContain('moved');
    // A disk that isn't mounted: its empty folder stands there.
    mkdirSync(path.join(root, 'drafts'), { recursive: true });
    for (const node of [running, started]) {
      expect(await node.look()).toBeInstanceOf(StoreFault);
      expect(await node.isReady()).toBe(false);
    }
    rmSync(root, { recursive: true });
    renameSync(`${root}-away`, root);
    for (const node of [running, started])
      await vi.waitFor(async () => expect(await node.isReady()).toBe(true), { timeout: 60_000, interval: 20 });
    expect(readFileSync(path.join(root, MARK_KEY), 'utf8')).toBe(mark);
    for (const node of [running, started]) node.stop();
  });
});

it('Of nodes that start together on a new store one marks it, and all know it', async () => {
  const url = pathToFileURL(path.join(folder, 'together'));
  const nodes = await Promise.all([open(url), open(url), open(url)]);
  expect(await Promise.all(nodes.map((node) => node.isReady()))).toEqual([true, true, true]);
  for (const node of nodes) node.stop();
  expect(lines).toEqual([]);
});

it('A database that knows no store takes the mark that it finds; the mark of another is none of its own', async () => {
  const url = pathToFileURL(path.join(folder, 'restored'));
  const theirs = '0d3c6d4e-3a0f-4f0e-8a2b-6c1f0b6f9a11';
  await openFileStore(url, folder).write(MARK_KEY, Buffer.from(theirs));
  const storage = await open(url);
  expect(await storage.isReady()).toBe(true);
  storage.stop();
  await openFileStore(url, folder).write(MARK_KEY, Buffer.from(theirs.replace('0d', '0e')));
  const again = await open(url);
  expect(await again.isReady()).toBe(false);
  expect(lines).toEqual([expect.stringContaining('the mark of another store')]);
  again.stop();
});

it('Each night every work is tried, whatever became of the one before', async () => {
  const root = path.join(folder, 'nightly');
  writeFileSync(root, 'where a folder should be');
  const nights: (() => Promise<void>)[] = [];
  const jobs = { everyNight: (_: string, work: () => Promise<void>) => void nights.push(work) };
  const files = openFileStore(pathToFileURL(root), folder);
  const catchUp = vi.fn(async () => undefined);
  const scans = { catchUp, lookAgain: async () => undefined, stop: () => undefined };
  const deps = { db, files };
  keepFiles(jobs, thisNode({ db, log }), deps, scans);
  for (const night of nights) await night();
  expect(lines).toEqual(['could not sweep files of nobody']);
  expect(catchUp).toHaveBeenCalledOnce();
});
