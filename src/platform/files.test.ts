import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporaryFolder.ts';
import { openFileStore } from './files.ts';

const folder = temporaryFolder('files');
const store = openFileStore(pathToFileURL(folder));
afterAll(() => rmSync(folder, { recursive: true }));

const drafts = (): readonly string[] => readdirSync(path.join(folder, 'drafts'));
const yes = async (): Promise<boolean> => true;
const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

describe('The file store', () => {
  it('gives back what was written', async () => {
    await store.write('one/two', Buffer.from('abc'));
    expect(await (await store.open('one/two')).toArray()).toEqual([Buffer.from('abc')]);
    expect(await store.read('one/two')).toEqual(Buffer.from('abc'));
  });

  it('says at once that a file is missing: afterwards the headers of its page have left', async () => {
    await expect(store.open('one/three')).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(store.read('one/three')).rejects.toThrow();
  });

  it('measures what arrives, in however many pieces, and lets it be read before and after it is kept', async () => {
    const content = Buffer.from('é'.repeat(100_000));
    const pieces = Array.from({ length: 10 }, (_, index) => content.subarray(index * 20_000, (index + 1) * 20_000));
    let seen: Buffer | null = null;
    const kept = await store.put('measured', Readable.from(pieces), async (received) => {
      expect(existsSync(path.join(folder, 'measured'))).toBe(false);
      expect([received.size, received.sha256]).toEqual([200_000, sha256(content)]);
      seen = await received.read();
      return true;
    });
    expect(seen).toEqual(content);
    expect([kept?.size, kept?.sha256]).toEqual([200_000, sha256(content)]);
    expect(await kept?.read()).toEqual(content);
  });

  it('keeps an empty file as one', async () => {
    const kept = await store.put('empty', Readable.from([]), yes);
    expect([kept?.size, kept?.sha256]).toEqual([0, sha256(Buffer.alloc(0))]);
    expect(await store.read('empty')).toHaveLength(0);
  });

  it('keeps nothing of what is not accepted, and leaves no draft', async () => {
    expect(await store.put('refused', Readable.from([Buffer.from('x')]), async () => false)).toBeNull();
    expect([existsSync(path.join(folder, 'refused')), drafts()]).toEqual([false, []]);
  });

  it('keeps nothing of a line that was cut, nor of a look that failed, and throws what happened', async () => {
    const cut = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from('half');
      throw new Error('the line was cut');
    };
    await expect(store.put('cut', Readable.from(cut()), yes)).rejects.toThrow('the line was cut');
    const broken = (): Promise<boolean> => Promise.reject(new Error('the look failed'));
    await expect(store.put('cut', Readable.from([Buffer.from('x')]), broken)).rejects.toThrow('the look failed');
    expect([existsSync(path.join(folder, 'cut')), drafts()]).toEqual([false, []]);
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

  it('is for this account of the machine alone', async () => {
    await store.write('private/one', Buffer.from('x'));
    expect(statSync(path.join(folder, 'private', 'one')).mode & 0o077).toBe(0);
    expect(statSync(path.join(folder, 'private')).mode & 0o077).toBe(0);
  });

  it('forgets a file, and does not mind that it is gone already', async () => {
    await store.write('gone', Buffer.from('x'));
    await store.remove('gone');
    expect(existsSync(path.join(folder, 'gone'))).toBe(false);
    await expect(store.remove('gone')).resolves.toBeUndefined();
  });

  it('clears what a killed process left, but not what another is still writing', () => {
    const other = temporaryFolder('files');
    const place = path.join(other, 'drafts');
    mkdirSync(place);
    for (const name of ['old', 'young']) writeFileSync(path.join(place, name), 'x');
    const hours = (count: number): number => Temporal.Now.instant().epochMilliseconds / 1000 - count * 3600;
    utimesSync(path.join(place, 'old'), hours(1.1), hours(1.1));
    utimesSync(path.join(place, 'young'), hours(0.9), hours(0.9));
    openFileStore(pathToFileURL(other));
    expect(readdirSync(place)).toEqual(['young']);
    rmSync(other, { recursive: true });
  });
});
