import { describe, expect, it } from 'vitest';
import { faultsIn, isRead } from './typed.mjs';

const NONE = { platform: 0, browser: 0, rooms: 0 };
const found = (source, file = 'src/room/store.ts', most = NONE) => faultsIn({ [file]: source }, most).faults;

describe('The check of what types say', () => {
  it.each([
    'export function read(id) {}',
    'export async function read(id) {}',
    'export const read = (id) => id;',
    'export const read = function (id) {};',
  ])('refuses %s, which does not say what it returns', (source) => {
    expect(found(source)).toEqual([expect.stringContaining('read')]);
  });

  it('lets what says it, what is not exported and the fields of a form, whose declaration is their type', () => {
    for (const source of [
      'export function read(id): string {}',
      'export const read = (id): string => id;',
      'export const read: Read = (id) => id;',
      'function read(id) {}',
      'export function askFields() {}',
      'export const noteField = () => {};',
      'export function answerForm() {}',
      'export function stepQuestions() {}',
    ])
      expect(found(source), source).toEqual([]);
  });

  it('refuses the type of a row beside its columns, in whatever order it names them', () => {
    const columns = "import { columns, text } from 'columns';\nconst LINE = columns({ id: text, name: text });\n";
    expect(found(`${columns}type Line = { readonly name: string; readonly id: string };`)).toHaveLength(1);
    expect(found(`${columns}type Line = RowOf<typeof LINE>;`)).toEqual([]);
    expect(found(`${columns}type Line = { readonly id: string };`)).toEqual([]);
  });

  it('counts casts by where they stand, and lets those that read JSON and constants', () => {
    const cast = 'const one = two as Three;';
    for (const [file, place] of [
      ['src/platform/x.ts', 'platform'],
      ['src/browser/x.ts', 'browser'],
      ['src/room/device/x.ts', 'browser'],
      ['src/room/x.tsx', 'rooms'],
    ]) {
      expect(found(cast, file)).toEqual([expect.stringContaining(`1 casts in ${place}, at most 0: ${file}`)]);
      expect(found(cast, file, { ...NONE, [place]: 1 })).toEqual([]);
    }
    for (const source of [
      'const one = JSON.parse(two) as Three;',
      'const one = (await answer.json()) as Three;',
      "const one = ['a'] as const;",
      'const one = {} satisfies Three;',
    ])
      expect(found(source), source).toEqual([]);
  });

  it('reads the program, neither its tests, nor their builders, nor migrations', () => {
    const read = ['src/a/store.ts', 'src/a/page.tsx', 'src/a/store.test.ts', 'src/a/testing.ts', 'src/a/migrations.ts'];
    expect(read.filter(isRead)).toEqual(['src/a/store.ts', 'src/a/page.tsx']);
  });
});
