import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { runs } from '../../testing/properties.ts';
import { RULE_FILES } from '../testing/ruleFiles.ts';
import { laidOut } from './yamlLayout.ts';
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
});
