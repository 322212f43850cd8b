import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FILE } from './budgets.ts';
import { readFolders, readPack } from './load.ts';
import { SHIPPED } from './testing/shipped.ts';
import { openYaml, valuesOf } from './yamlDocument.ts';

function read(text: string): unknown {
  const opened = openYaml(text);
  if (!opened.ok) return opened.error;
  const values = valuesOf(opened.value.document);
  return values.ok ? values.value : values.error;
}

describe('A file of rules', () => {
  it('that ships is read as the library reads it, far within each budget', async () => {
    for (const { file, text } of (await readFolders([SHIPPED])).files)
      expect(read(text), file).toEqual(parse(readFileSync(path.join(SHIPPED, file), 'utf8')));
  });

  it.each([
    ['characters', `# ${'x'.repeat(FILE.characters)}`],
    ['lines', '\n'.repeat(FILE.lines + 1)],
    ['levels', `${'['.repeat(1_000)}`],
    ['levels', Array.from({ length: 300 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    ['signs', `[${'a,'.repeat(40_000)}]`],
    ['things', `[${'a,'.repeat(FILE.things + 1)}]`],
    ['valuesOfOne', `a: [${'a,'.repeat(FILE.valuesOfOne)}]`],
    ['values', `- &a [${'x,'.repeat(1_000)}]\n${'- *a\n'.repeat(25)}`],
    ['values', `a: &a [${'x,'.repeat(1_000)}]\nb: &b [${'*a,'.repeat(50)}]\nc: [${'*b,'.repeat(50)}]\n`],
    ['valuesOfOne', 'a: &a [*a]'],
  ])('beyond its budget of %s is refused', (excess, text) => {
    expect(read(text)).toBe(excess);
  });

  it('may say the same thing by an alias, which counts each time', () => {
    expect(read('a: &a [1, 2]\nb: *a\n')).toEqual({ a: [1, 2], b: [1, 2] });
    const many = `a: &a [${'x,'.repeat(40)}]\n${Array.from({ length: 60 }, (_, index) => `b${index}: *a`).join('\n')}`;
    expect(read(many)).toBe('valuesOfOne');
  });

  it('with a key twice has its last value, and says where, however many keys there are', () => {
    const opened = openYaml('a: 1\nb: 2\na: 3\n1: x\n"1": y\n');
    expect(opened.ok && [opened.value.twice, valuesOf(opened.value.document)]).toEqual([
      [10],
      { ok: true, value: { a: 3, b: 2, 1: 'y' } },
    ]);
    const many = openYaml(`{${'k,'.repeat(15_000)}}`);
    expect(many.ok && many.value.twice.length).toBe(14_999);
  });
});

it('Rules that are too many, or too long together, are not read one by one', () => {
  const files = (count: number, text: string) =>
    Array.from({ length: count }, (_, index) => ({ file: `sessions/${index}.yaml`, text }));
  for (const [pack, says] of [
    [files(501, 'a'), '500\u00a0fichiers au plus'],
    [files(10, 'x'.repeat(150_000)), '1\u202f000\u202f000\u00a0caractères au plus, tous fichiers réunis'],
  ] as const) {
    const done = readPack(pack, null);
    expect(done.ok ? [] : done.error.map(({ message }) => message)).toEqual([expect.stringContaining(says)]);
  }
});
