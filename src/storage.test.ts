import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Catalogue } from './catalogue/index.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import { migrations } from './migrations.ts';
import { isForTheOperator } from './platform/cannotStart.ts';
import { createEventBus } from './platform/events.ts';
import { type S3Server, startS3 } from './platform/files/testing.ts';
import { openFileStore } from './platform/files.ts';
import { createLog } from './platform/log.ts';
import { keepFiles, openStorage, thisNode } from './storage.ts';
import { emptyDatabase, type TestDatabase } from './testing/database.ts';
import { temporaryFolder } from './testing/temporaryFolder.ts';

const folder = temporaryFolder('storage');
let test: TestDatabase;
let s3: S3Server;
let lines: string[];
const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line).msg) });
beforeAll(async () => {
  test = await emptyDatabase(migrations);
  s3 = await startS3();
});
afterAll(async () => {
  await s3.close();
  await test.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  lines = [];
});

function configured(filesUrl: URL): Configuration {
  const read = readConfiguration({ DATA_DIR: folder, FILES_URL: filesUrl.href }, folder);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}
const open = (filesUrl: URL) => openStorage(thisNode({ db: test.db, log }), configured(filesUrl));

describe('At start', () => {
  it('a store that works is ready, folder or bucket', async () => {
    for (const url of [pathToFileURL(path.join(folder, 'files')), s3.url()]) {
      const storage = await open(url);
      expect(await storage.isReady()).toBe(true);
      storage.stop();
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

it('Each night every work is tried, whatever became of the one before', async () => {
  const root = path.join(folder, 'nightly');
  writeFileSync(root, 'where a folder should be');
  const nights: (() => Promise<void>)[] = [];
  const jobs = { everyNight: (_: string, work: () => Promise<void>) => void nights.push(work) };
  const catalogue = { session: () => undefined } as unknown as Catalogue;
  const files = openFileStore(pathToFileURL(root), folder);
  const catchUp = vi.fn(async () => undefined);
  const scans = { catchUp, lookAgain: async () => undefined, stop: () => undefined };
  const deps = { db: test.db, events: createEventBus(), catalogue: () => catalogue, files };
  keepFiles(jobs, thisNode({ db: test.db, log }), deps, scans, { eraseSent: async () => undefined });
  for (const night of nights) await night();
  expect(lines).toEqual(['could not sweep files of nobody']);
  expect(catchUp).toHaveBeenCalledOnce();
});
