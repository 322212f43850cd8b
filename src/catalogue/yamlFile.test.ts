import { describe, expect, it } from 'vitest';
import { createYamlReader } from './yamlFile.ts';

describe('A reader of files', () => {
  it('reads a file once as long as its text stays', () => {
    const read = createYamlReader();
    const first = read({ file: 'a.yaml', text: 'a: 1' });
    expect(first.value).toEqual({ a: 1 });
    expect(read({ file: 'a.yaml', text: 'a: 1' })).toBe(first);
    expect(read({ file: 'b.yaml', text: 'a: 1' }).file).toBe('b.yaml');
    expect(read({ file: 'a.yaml', text: 'a: 2' }).value).toEqual({ a: 2 });
    expect(read({ file: 'a.yaml', text: 'a: 1' })).not.toBe(first);
  });

  it('forgets the oldest when it has read much, and keeps nothing that is too long', () => {
    const read = createYamlReader();
    const long = `# ${'x'.repeat(199_000)}\n- 1`;
    const first = read({ file: 'a.yaml', text: long });
    for (const file of ['b.yaml', 'c.yaml']) read({ file, text: long });
    expect(read({ file: 'a.yaml', text: long })).not.toBe(first);
    const longer = { file: 'd.yaml', text: `${long}\n#${'x'.repeat(500_000)}` };
    expect(read(longer)).not.toBe(read(longer));
  });
});
