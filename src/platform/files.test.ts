import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporaryFolder.ts';
import { openFileStore } from './files.ts';

const folder = temporaryFolder('files');
const store = openFileStore(pathToFileURL(folder));
afterAll(() => rmSync(folder, { recursive: true }));

describe('The file store', () => {
  it('gives back what was written', async () => {
    await store.write('one/two', Buffer.from('abc'));
    expect(await (await store.open('one/two')).toArray()).toEqual([Buffer.from('abc')]);
  });
  it('says at once that a file is missing: afterwards the headers of its page have left', async () => {
    await expect(store.open('one/three')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
