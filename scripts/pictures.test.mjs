import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';
import { PICTURES } from './pictureList.mjs';
import { fingerprints, olderThanTheirPages } from './pictures.mjs';

const house = temporaryFolder('pictures');
const write = (file, text) => {
  mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
  writeFileSync(path.join(house, file), text);
};
const picture = { name: 'hub', page: 'src/candidate/pages/hub.tsx' };
const fingerprint = async () => (await fingerprints([picture], house)).hub;

beforeEach(() => {
  write(
    'src/candidate/pages/hub.tsx',
    "import { used } from '../../ui/index.ts';\nimport { late } from '../../law/law.ts';\nexport const hub = () => used + late;\n",
  );
  write('src/ui/index.ts', "export { used } from './used.ts';\nexport { unused } from './unused.ts';\n");
  write('src/ui/used.ts', "export const used = 'Bonjour';\n");
  write('src/ui/unused.ts', "export const unused = 'Au revoir';\n");
  write('src/ui/theme.css', 'p { color: black }\n');
  write('src/law/law.ts', 'export const late = 1;\n');
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

describe('The fingerprint of what a picture shows', () => {
  it.each([
    [
      'the page',
      'src/candidate/pages/hub.tsx',
      "import { used } from '../../ui/index.ts';\nexport const hub = () => [used];\n",
    ],
    ['a component that the page uses', 'src/ui/used.ts', "export const used = 'Bonsoir';\n"],
    ['a sheet of style', 'src/ui/theme.css', 'p { color: red }\n'],
  ])('changes with %s', async (_, file, text) => {
    const before = await fingerprint();
    write(file, text);
    expect(await fingerprint()).not.toBe(before);
  });
  it.each([
    ['a comment', 'src/ui/used.ts', "/** What is said first. */\nexport const used = 'Bonjour';\n"],
    ['a component that the page leaves', 'src/ui/unused.ts', "export const unused = 'Adieu';\n"],
    ['a rule of another room', 'src/law/law.ts', 'export const late = 2;\n'],
  ])('stays with %s', async (_, file, text) => {
    const before = await fingerprint();
    write(file, text);
    expect(await fingerprint()).toBe(before);
  });
});

describe('Pictures that are older than their pages', () => {
  it('are named, and those that were never made', async () => {
    const pictures = ['hub', 'review', 'home'].map((name) => ({ name }));
    const today = async () => ({ hub: 'a', review: 'b', home: 'c' });
    expect(await olderThanTheirPages(pictures, { hub: 'a', review: 'z' }, today)).toEqual(['review', 'home']);
  });
  it('have a page each, from which something is drawn', async () => {
    const found = Object.values(await fingerprints(PICTURES));
    expect(new Set(found).size).toBe(PICTURES.length);
  });
});
