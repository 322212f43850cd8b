import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { csvOf, type Lines } from './csv.ts';
import { createTableReader } from './reader.ts';
import { readTable, TABLE } from './readTable.ts';
import { xlsxOf } from './xlsx.ts';

const reader = createTableReader();
afterAll(() => reader.close());

async function* lines(...all: readonly (readonly string[])[]): Lines {
  yield* all;
}
async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(chunks));
}
const workbook = (sheet: string, others: Record<string, Uint8Array> = {}, styles = ''): Buffer => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    ...(styles === '' ? {} : { 'xl/styles.xml': strToU8(styles) }),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`),
    ...others,
  };
  return Buffer.from(zipSync(parts));
};
const filled = (place: string): string => `<row r="1"><c r="A1"><v>1</v></c><c r="${place}"><v>1</v></c></row>`;
const TABLE_OF_TWO = [
  ['Nom', 'Unité'],
  ["L'Aÿ; « bis »", 'U10\nU20'],
];

describe('A table that somebody sends', () => {
  it('is read back as it was written, as CSV and as a workbook', async () => {
    for (const made of [await whole(csvOf(lines(...TABLE_OF_TWO))), await whole(xlsxOf('a', lines(...TABLE_OF_TWO)))])
      expect(await readTable(made)).toEqual({ ok: true, value: TABLE_OF_TWO });
  });

  it('may be separated by commas or tabs, and written as French spreadsheets do', async () => {
    expect(await readTable(Buffer.from('a,b\n"c, d",e\n'))).toMatchObject({
      value: [
        ['a', 'b'],
        ['c, d', 'e'],
      ],
    });
    expect(await readTable(Buffer.from('a\tb\r\nc\td'))).toMatchObject({
      value: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    });
    // A title of words above the headings, decimals below them.
    const titled = 'Candidats inscrits, par examen, académie, session\nNuméro;Nom;Note\n1;Aÿ, fils;12,5\n2;Bo;9\n';
    expect(await readTable(Buffer.from(titled))).toMatchObject({
      value: [
        ['Candidats inscrits, par examen, académie, session'],
        ['Numéro', 'Nom', 'Note'],
        ['1', 'Aÿ, fils', '12,5'],
        ['2', 'Bo', '9'],
      ],
    });
    expect(await readTable(Buffer.from('Liste; des; candidats\n"a;b",c,d\n"e;f",g,h'))).toMatchObject({
      value: [['Liste; des; candidats'], ['a;b', 'c', 'd'], ['e;f', 'g', 'h']],
    });
    expect(await readTable(Buffer.from('Unit\xe9;Dur\xe9e\n', 'latin1'))).toMatchObject({
      value: [['Unité', 'Durée']],
    });
  });

  it('keeps its lines where they are, empty ones too, but for those at the end', async () => {
    const read = await readTable(Buffer.from('a;b\n\nc;d\n;\n\n'));
    expect(read).toMatchObject({ value: [['a', 'b'], [''], ['c', 'd']] });
    const sheet = await readTable(
      workbook(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="4"><c r="B4" t="inlineStr"><is><t>b</t></is></c></row>',
      ),
    );
    expect(sheet.ok && sheet.value.map((cells) => cells.join('|'))).toEqual(['a|', '|', '|', '|b']);
  });

  it('may have a hundred thousand lines that hold nothing, and a last line of a spreadsheet for its colours', async () => {
    const empty = Array.from(
      { length: 100_000 },
      (_, line) => `<row r="${line + 2}"><c r="B${line + 2}" s="1"/></row>`,
    );
    const last = '<row r="1048576" ht="12.8"></row>';
    const made = workbook(`<row r="1" ><c r='A1'><v>7</v></c><c r="XFD1" s="2"></c></row>${empty.join('')}${last}`);
    expect(await reader.read(made)).toEqual({ ok: true, value: [['7']] });
  });

  it('may have columns that are not read', async () => {
    const wide = await readTable(workbook(filled('CV1')));
    expect(wide.ok && wide.value[0]?.length).toBe(TABLE.columns);
  });

  it('shows a formula that went wrong or was never computed, and the value of one that was', async () => {
    const made = workbook(
      '<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1"><f>10+2.5</f><v>12.5</v></c><c r="C1" s="0"><f>A9</f></c><c r="D1"><f ca="1"/><v/></c></row>' +
        '<row r="2"><c r="A2" t="str"><f>""</f><v></v></c><c r="B2" t="e"><v>#N/A</v></c><c r="C2"/><c r="D2"><v>3</v></c></row>',
    );
    expect(await readTable(made)).toEqual({
      ok: true,
      value: [
        ['#DIV/0!', '12.5', '#N/A', '#N/A'],
        ['', '#N/A', '', '3'],
      ],
    });
  });

  it('reads numbers, days and hours of a spreadsheet as people write them', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const styles = `<styleSheet xmlns="${main}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs></styleSheet>`;
    const made = workbook(
      '<row r="1"><c r="A1"><v>30</v></c><c r="B1" s="1"><v>45446</v></c><c r="C1" s="2"><v>0.375</v></c><c r="D1" t="b"><v>1</v></c><c r="E1"><v>45033608</v></c></row>',
      {},
      styles,
    );
    expect(await readTable(made)).toEqual({ ok: true, value: [['30', '03/06/2024', '09:00', 'oui', '45033608']] });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['empty lines', Buffer.from('\n;;\n'), 'empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'not-a-table'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), 'not-a-table'],
    ['an archive of something else', Buffer.from(zipSync({ 'a.txt': strToU8('a') })), 'not-a-table'],
    ['half a workbook', workbook('<row r="1"/>').subarray(0, 200), 'broken'],
    ['a workbook whose sheet is no XML', workbook('<row r="1"><c'), 'broken'],
    ['a quote that never ends', Buffer.from('a;"b\n'.padEnd(80_000, 'x')), 'broken'],
    ['more lines than a table may have', Buffer.from('a;b\n'.repeat(TABLE.lines + 1)), 'too-many-lines'],
    ['a cell at the end of the world', workbook(filled('A99999999999')), 'too-many-lines'],
    ['a line there', workbook('<row r="99999999999"><c r="A1"><v>1</v></c></row>'), 'too-many-lines'],
    [
      'a cell there, which says it twice',
      workbook('<row><c x=" r=\'A1\' >" r="A99999999999"><v>1</v></c></row>'),
      'too-many-lines',
    ],
    ['a cell there, in other words', workbook('<row r="1"><c r="A9&#57;99999"><v>1</v></c></row>'), 'broken'],
    ['a cell far to the right', workbook(filled('XFD1')), 'too-wide'],
    ['a million cells without a place', workbook('<c/>'.repeat(1_000_000)), 'broken'],
    ['a line of four million cells', Buffer.from(';'.repeat(4_000_000)), 'too-wide'],
    ['lines of twenty thousand', Buffer.from(`a;b\r\n${`${';'.repeat(20_000)}\r\n`.repeat(200)}`), 'too-wide'],
    [
      'a thousand parts',
      Buffer.from(zipSync(Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`${i}`, new Uint8Array()])))),
      'too-big',
    ],
  ] as const)('is refused when it is %s', async (_, bytes, refusal) => {
    expect(await reader.read(bytes)).toEqual({ ok: false, error: refusal });
  });

  it('is too big where its thread has no memory left: the file itself may be sound, and the next is read', async () => {
    const small = createTableReader({ threads: 1, waiting: 1, milliseconds: 120_000, megabytes: 20 });
    const line = ['bp-2024-clermont', '45033608', 'U10', '482917R', '10,25'];
    const many = await whole(xlsxOf('Notes', lines(...Array.from({ length: 40_000 }, () => line))));
    expect(await small.read(many)).toEqual({ ok: false, error: 'too-big' });
    expect(await small.read(Buffer.from('a;b\n'))).toEqual({ ok: true, value: [['a', 'b']] });
    await small.close();
  });

  it('is refused when it swells, whatever it says of its sizes', async () => {
    const bomb = workbook('<row r="1"/>', { 'xl/media/a.bin': new Uint8Array(TABLE.unpacked + 1) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await reader.read(bomb)).toEqual({ ok: false, error: 'too-big' });
    // The same with a size that lies: « 10 bytes », where the archive says it twice.
    const lying = Buffer.from(bomb);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(TABLE.unpacked + 1);
    for (let at = lying.indexOf(size); at !== -1; at = lying.indexOf(size, at + 1)) lying.writeUInt32LE(10, at);
    expect(await reader.read(lying)).toMatchObject({ ok: false });
    expect(await reader.read(Buffer.from('a;b\n'))).toEqual({ ok: true, value: [['a', 'b']] });
  });
});
