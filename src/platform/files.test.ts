import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { onlyWhere } from '../testing/leftOut.ts';
import { temporaryFolder } from '../testing/temporaryFolder.ts';
import { type S3Server, startS3, withSmallFiles } from './files/testing.ts';
import { type FileStore, MissingFile, openFileStore, StoreFault, tryStore } from './files.ts';

const folder = temporaryFolder('files');
const drafts = path.join(folder, 'drafts');
const s3 = await startS3();
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true });
});

/** Only root may make a small disk; the limit of the system that the other tests use needs nobody. */
const asRoot = onlyWhere(
  process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'x', '/mnt']).status === 0,
  'who runs the tests may not mount a disk',
);
const draftsLeft = (): readonly string[] => readdirSync(drafts);
const yes = async (): Promise<boolean> => true;
const keysOf = async (store: FileStore): Promise<readonly string[]> =>
  (await Array.fromAsync(store.list(), ({ key }) => key)).toSorted();
const hoursAgo = (count: number): number => Temporal.Now.instant().epochMilliseconds / 1000 - count * 3600;

describe.each([
  ['a folder', () => openFileStore(pathToFileURL(folder), drafts)],
  ['a bucket', () => openFileStore(s3.url(), drafts)],
])('The file store in %s', (_, open) => {
  let store: FileStore;
  beforeAll(() => {
    store = open();
  });
  const isThere = async (key: string): Promise<boolean> => (await keysOf(store)).includes(key);

  it('gives back what was written', async () => {
    await store.write('one/two', Buffer.from('abc'));
    expect(Buffer.concat(await (await store.open('one/two')).toArray())).toEqual(Buffer.from('abc'));
    expect(await store.read('one/two')).toEqual(Buffer.from('abc'));
  });

  it('says at once that a file is missing: afterwards the headers of its page have left', async () => {
    await expect(store.open('one/three')).rejects.toThrow(MissingFile);
    await expect(store.read('one/three')).rejects.toThrow(MissingFile);
  });

  it('measures what arrives, in however many pieces, and lets it be read before and after it is kept', async () => {
    const content = Buffer.from('é'.repeat(100_000));
    const pieces = Array.from({ length: 10 }, (_, index) => content.subarray(index * 20_000, (index + 1) * 20_000));
    let seen: Buffer | null = null;
    const kept = await store.put('measured', Readable.from(pieces), async (received) => {
      expect(await isThere('measured')).toBe(false);
      expect(received.size).toBe(200_000);
      seen = await received.read();
      return true;
    });
    expect(seen).toEqual(content);
    expect(kept?.size).toBe(200_000);
    expect(await kept?.read()).toEqual(content);
  });

  it('keeps an empty file as one', async () => {
    const kept = await store.put('empty', Readable.from([]), yes);
    expect(kept?.size).toBe(0);
    expect(await store.read('empty')).toHaveLength(0);
  });

  it('keeps nothing of what is not accepted, and leaves no draft', async () => {
    expect(await store.put('refused', Readable.from([Buffer.from('x')]), async () => false)).toBeNull();
    expect([await isThere('refused'), draftsLeft()]).toEqual([false, []]);
  });

  it('keeps nothing of a line that was cut, nor of a look that failed, and throws what happened', async () => {
    const cut = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from('half');
      throw new Error('the line was cut');
    };
    await expect(store.put('cut', Readable.from(cut()), yes)).rejects.toThrow('the line was cut');
    const broken = (): Promise<boolean> => Promise.reject(new Error('the look failed'));
    await expect(store.put('cut', Readable.from([Buffer.from('x')]), broken)).rejects.toThrow('the look failed');
    expect([await isThere('cut'), draftsLeft()]).toEqual([false, []]);
  });

  it('forgets a file, and does not mind that it is gone already', async () => {
    await store.write('gone', Buffer.from('x'));
    await store.remove('gone');
    expect(await isThere('gone')).toBe(false);
    await expect(store.remove('gone')).resolves.toBeUndefined();
  });

  it('lists what it keeps, with its age, and no draft', async () => {
    await store.write('list/é', Buffer.from('x'));
    await store.put('list/draft', Readable.from([Buffer.from('y')]), async () => {
      expect(draftsLeft()).toHaveLength(1);
      expect(await isThere('list/draft')).toBe(false);
      return false;
    });
    const found = (await Array.fromAsync(store.list())).find(({ key }) => key === 'list/é');
    const age = Temporal.Now.instant().epochMilliseconds - (found?.modifiedAt.epochMilliseconds ?? 0);
    expect(Math.abs(age)).toBeLessThan(3_600_000);
  });

  it('can be tried, and keeps nothing of the trial', async () => {
    await tryStore(store, 100_000);
    expect((await keysOf(store)).filter((key) => key.startsWith('trials'))).toEqual([]);
  });

  it('says that it is its own fault when the disk refuses, once the sender was heard to the end', async () => {
    let sent = 0;
    const sender = async function* (): AsyncGenerator<Buffer> {
      for (; sent < 30; sent += 1) yield Buffer.alloc(100_000, 'x');
    };
    const content = Readable.from(sender());
    const put = withSmallFiles(1_000_000, () => store.put('full', content, yes));
    await expect(put).rejects.toThrow(StoreFault);
    await expect(put).rejects.toThrow('larger than the system allows (EFBIG)');
    expect([sent, content.readableEnded]).toEqual([30, true]);
    expect([await isThere('full'), draftsLeft()]).toEqual([false, []]);
    await store.write('full', Buffer.from('now'));
    expect(await store.read('full')).toEqual(Buffer.from('now'));
  });
});

describe('A folder', () => {
  const store = openFileStore(pathToFileURL(folder), drafts);

  it('is for this account of the machine alone', async () => {
    await store.write('private/one', Buffer.from('x'));
    expect(statSync(path.join(folder, 'private', 'one')).mode & 0o077).toBe(0);
    expect(statSync(path.join(folder, 'private')).mode & 0o077).toBe(0);
  });

  it('forces what it keeps, and the folder that names it, before it says so; what is not kept it does not', async () => {
    const probe = await open(folder, 'r');
    const force = vi.spyOn(Object.getPrototypeOf(probe), 'sync');
    await probe.close();
    await store.write('forced/one', Buffer.from('x'));
    expect(force, 'a file, its new folder, and where that stands').toHaveBeenCalledTimes(3);
    await store.write('forced/two', Buffer.from('x'));
    expect(force).toHaveBeenCalledTimes(5);
    force.mockRejectedValue(Object.assign(new Error('broken'), { code: 'EIO' }));
    await expect(store.write('forced/three', Buffer.from('x'))).rejects.toThrow('the disk is broken');
    force.mockClear();
    await store.put('forced/four', Readable.from([Buffer.from('x')]), async () => false);
    expect(force).not.toHaveBeenCalled();
    force.mockRestore();
    expect(readdirSync(path.join(folder, 'forced'))).toEqual(['one', 'two']);
    expect(draftsLeft()).toEqual([]);
  });

  it('never shows half a file: a key has the whole one before, or the whole one after', async () => {
    const [before, after] = [Buffer.alloc(300_000, 'a'), Buffer.alloc(500_000, 'b')];
    await store.write('changed', before);
    const writing = store.write('changed', after);
    let done = false;
    void writing.then(() => {
      done = true;
    });
    while (!done) {
      const read = await store.read('changed');
      expect(read.equals(before) || read.equals(after)).toBe(true);
    }
    expect((await store.read('changed')).equals(after)).toBe(true);
  });

  it('that is none, or went away, is a fault of the store, and not a cut line', async () => {
    const other = temporaryFolder('files');
    writeFileSync(path.join(other, 'file'), 'x');
    const inFile = openFileStore(pathToFileURL(path.join(other, 'file')), other);
    await expect(inFile.write('one', Buffer.from('x'))).rejects.toThrow(StoreFault);
    await expect(inFile.open('one')).rejects.toThrow(StoreFault);
    const gone = openFileStore(pathToFileURL(path.join(other, 'folder')), other);
    rmSync(other, { recursive: true });
    await expect(gone.write('one', Buffer.from('x'))).rejects.toThrow(StoreFault);
    await expect(tryStore(gone)).rejects.toThrow(StoreFault);
  });

  it('that goes away between what came and a look at it is one too', async () => {
    const other = temporaryFolder('files');
    const store = openFileStore(pathToFileURL(other), other);
    const one = async () => Readable.from([Buffer.from('x')]);
    const looked = store.put('one', await one(), async ({ read }) => {
      rmSync(other, { recursive: true });
      return (await read()).length > 0;
    });
    await expect(looked).rejects.toThrow(StoreFault);
    mkdirSync(path.join(other, 'drafts'), { recursive: true });
    const kept = await store.put('two', await one(), yes);
    rmSync(other, { recursive: true });
    await expect(kept?.read()).rejects.toThrow(StoreFault);
  });

  it('on a disk of 1 MB says that it is full, and takes what fits', asRoot, async () => {
    const other = temporaryFolder('files');
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'registre-test', other]);
    try {
      const small = openFileStore(pathToFileURL(other), other);
      const put = small.write('large', Buffer.alloc(1_500_000));
      await expect(put).rejects.toThrow('the disk is full (ENOSPC)');
      await small.write('small', Buffer.from('x'));
      expect(await keysOf(small)).toEqual(['small']);
    } finally {
      execFileSync('umount', [other]);
      rmSync(other, { recursive: true });
    }
  });

  it('clears what a killed process left, but not what another is still writing', async () => {
    const other = temporaryFolder('files');
    const place = path.join(other, 'drafts');
    mkdirSync(place);
    for (const name of ['old', 'young']) writeFileSync(path.join(place, name), 'x');
    utimesSync(path.join(place, 'old'), hoursAgo(1.1), hoursAgo(1.1));
    utimesSync(path.join(place, 'young'), hoursAgo(0.9), hoursAgo(0.9));
    expect(await openFileStore(pathToFileURL(other), other).sweepDrafts()).toBe(1);
    expect(readdirSync(place)).toEqual(['young']);
    rmSync(other, { recursive: true });
  });
});

describe('A bucket', () => {
  const say = async (changes: Parameters<S3Server['url']>[0]): Promise<StoreFault> => {
    const tried = tryStore(openFileStore(s3.url(changes), drafts));
    return tried.then(
      () => expect.fail('it works'),
      (error: unknown) => (error instanceof StoreFault ? error : expect.fail(String(error))),
    );
  };

  it.each([
    ['a wrong secret', { secret: 'wrong+secret' }, 'the secret of FILES_URL is wrong', true],
    ['an unknown key', { key: 'NOBODY' }, "doesn't know the key", true],
    ['a bucket that is none', { bucket: 'elsewhere' }, 'no such bucket', true],
    ['TLS where there is none', { tls: 'yes' }, "doesn't speak TLS", true],
    ['a host that is away', { port: 1 }, 'nothing listens there', false],
  ] as const)('with %s says so in one line, without the secret', async (_, changes, words, lasting) => {
    const fault = await say(changes);
    expect(fault.message).toContain(words);
    expect(fault.lasting).toBe(lasting);
    const everything = JSON.stringify(fault, Object.getOwnPropertyNames(fault));
    for (const secret of ['wrong+secret', encodeURIComponent('a/b+c'), 'a/b+c'])
      expect(everything).not.toContain(secret);
    expect(fault.message).not.toContain('\n');
  });
});
