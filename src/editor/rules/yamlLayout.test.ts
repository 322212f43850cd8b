import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document, parse, stringify } from 'yaml';
import { runs } from '../../testing/properties.ts';
import { RULE_FILES } from '../testing/ruleFiles.ts';
import { documentOf, isShort, laidOut, written } from './yamlLayout.ts';
import { readTree } from './yamlTree.ts';

describe('The one layout of files', () => {
  it.each(globSync(RULE_FILES))('%s has it (npm run catalogue gives it)', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(laidOut(text)).toBe(text);
  });
  it('keeps every remark and blank line, opens brackets that are too long, and quotes only what needs it', () => {
    const long = Array.from({ length: 30 }, (_, index) => `mot${index}`);
    const text = `# En tête.

a:   "x" # à côté
b: ["l'eau", 'null',  "dit : y"]

# Au-dessus.
c:
    - one
    -   { k: v }
d: [${long.join(', ')}]
`;
    expect(laidOut(text)).toBe(`# En tête.

a: x # à côté
b: [ l'eau, 'null', 'dit : y' ]

# Au-dessus.
c:
  - one
  - { k: v }
d:
${long.map((word) => `  - ${word}\n`).join('')}`);
  });
  it.each(['a: [', 'a: *x\n', '', '# rien\n', '{', '\u0000'])('leaves %j, which it can not read', (text) => {
    expect(laidOut(text)).toBe(text);
  });
  it('says the same, and is its own layout', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('null', "l'eau", 'dit : x', ' a ', 'a\nb\n', '#', '012', '1e3', '~', '- a', 'mot '.repeat(60)),
        fc.string(),
        fc.constantFrom(true, false, null, 0, 12),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie('any'), { maxKeys: 4 }),
      ),
    })).any;
    fc.assert(
      fc.property(value, fc.boolean(), (tree, flow) => {
        const text = stringify(tree, { collectionStyle: flow ? 'flow' : 'any' });
        const result = laidOut(text);
        expect(readTree(result)).toEqual(parse(text));
        expect(laidOut(result)).toBe(result);
      }),
      runs(300),
    );
  });
  it('writes over several lines what stands in brackets over some, and leaves in them what fits on one', () => {
    expect(laidOut('a: [\n  x,\n  { b: [ y, z ] },\n]\nc: { d: [ e ] }\n')).toBe(
      'a: [ x, { b: [ y, z ] } ]\nc: { d: [ e ] }\n',
    );
    const [first, last] = ['mot '.repeat(20).trim(), 'fin '.repeat(20).trim()];
    expect(laidOut(`a: { b: [ ${first}, ${last} ], c: [ x, y ] }\n`)).toBe(
      `a:\n  b:\n    - ${first}\n    - ${last}\n  c: [ x, y ]\n`,
    );
  });
  it('breaks a sentence at 120 columns, and only there', () => {
    const at = (length: number) =>
      laidOut(`a: ${'mot '.repeat(40).slice(0, length).trim()} fin\n`).split('\n').length - 1;
    expect([at(100), at(112), at(120)]).toEqual([1, 1, 2]);
  });
  it('quotes once, with the apostrophe that asks for no other sign', () => {
    expect(laidOut('a: "dit : x"\nb: \'vrai\'\nc: "true"\nd: \'12\'\n')).toBe(
      "a: 'dit : x'\nb: vrai\nc: 'true'\nd: '12'\n",
    );
  });
  it('opens a list or a map, and nothing else, to be changed', () => {
    expect(['a: 1\n', '- a\n'].map((text) => documentOf(text)?.toJS())).toEqual([{ a: 1 }, ['a']]);
    for (const text of ['a', '12', '', 'a: [', 'a: *x\n']) expect(documentOf(text), text).toBeNull();
  });
  it('writes a document made here as it writes a file', () => {
    expect(written(new Document({ a: "l'eau", b: 'dit : x' }))).toBe("a: l'eau\nb: 'dit : x'\n");
  });
  it('puts in brackets lists of a few words, and in braces conditions and maps of nothing', () => {
    const short = (value: unknown): boolean => isShort(new Document(value).contents);
    const word = (length: number): string => 'x'.repeat(length);
    expect([{}, { fact: 'minor', is: true }, { always: true }, [], ['a', 1, null], [word(40)]].map(short)).toEqual(
      Array.from({ length: 6 }, () => true),
    );
    expect([{ a: 1 }, { all: [] }, 'a', 1, null, [word(41)], [['a']], [{ fact: 'minor' }]].map(short)).toEqual(
      Array.from({ length: 8 }, () => false),
    );
    // Two signs are counted for the comma: 90 in all.
    expect(
      [
        [word(40), word(40), word(4)],
        [word(40), word(40), word(5)],
      ].map(short),
    ).toEqual([true, false]);
  });
});
