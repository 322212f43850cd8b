import { describe, expect, it } from 'vitest';
import { nameRows } from './rowHeaders.ts';

const element = (id: number, role: string, lines: readonly string[]): string =>
  [`${id} 0 obj`, '<<', '  /Type /StructElem', `  /S /${role}`, ...lines, '>>', 'endobj', ''].join('\n');
const row = (id: number, ...cells: readonly number[]): string =>
  element(id, 'TR', ['  /P 9 0 R', `  /K [${cells.map((cell) => `${cell} 0 R`).join(' ')}]`]);
const cell = (id: number, headers: string): string =>
  element(id, 'TD', ['  /P 1 0 R', '  /A [<<', '    /O /Table', headers, '  >>]', '  /K [0]']);
const named = (...objects: readonly string[]): string =>
  nameRows(Buffer.from(`%PDF-1.7\n${objects.join('')}`, 'latin1')).toString('latin1');

describe('The first cell of a row', () => {
  it('names the row, and no byte after it moves', () => {
    const before = [row(1, 3, 2), cell(2, '    /Headers []'), cell(3, '    /Headers [(U1x0y0)]')];
    const after = named(...before);
    expect(after).toContain('3 0 obj\n<<\n  /Type /StructElem\n  /S /TH\n');
    expect(after).toContain('    /Scope /Row        \n');
    expect(after).toContain('2 0 obj\n<<\n  /Type /StructElem\n  /S /TD\n');
    expect(after.match(/\/Scope/g)).toHaveLength(1);
    expect(after.indexOf('2 0 obj')).toBe(`%PDF-1.7\n${before.join('')}`.indexOf('2 0 obj'));
  });

  it('is left alone in the head, whose cells name the columns', () => {
    const head = [row(1, 2), element(2, 'TH', ['  /P 1 0 R', '  /K [0]'])];
    expect(named(...head)).toBe(`%PDF-1.7\n${head.join('')}`);
  });

  it('that is written otherwise than we know stops the press', () => {
    expect(() => named(row(1, 2), cell(2, ''))).toThrow('otherwise than it did');
  });
});
