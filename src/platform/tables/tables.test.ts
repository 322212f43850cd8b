import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { csvOf, type Lines } from './csv.ts';
import { xlsxOf } from './xlsx.ts';

async function* lines(...all: readonly (readonly string[])[]): Lines {
  yield* all;
}
async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(chunks));
}

it('A CSV says that it is UTF-8, and holds semicolons, quotes and line ends in quotes', async () => {
  const made = await whole(csvOf(lines(['Nom', 'Prénoms'], ["D'Ûrville", 'Zoé; "Zo"'], ['a\nb', ''])));
  expect(made.subarray(0, 3).toString('hex')).toBe('efbbbf');
  expect(made.subarray(3).toString()).toBe('Nom;Prénoms\r\nD\'Ûrville;"Zoé; ""Zo"""\r\n"a\nb";\r\n');
});

it.each(['=1+1', '+33', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r=1'])(
  'A cell that a spreadsheet would calculate is a text in a CSV: %j',
  async (cell) => {
    const text = (await whole(csvOf(lines(['a', cell])))).subarray(3).toString();
    expect(text).toMatch(/^a;"?'/);
  },
);

it('A workbook holds each cell as a text, whatever is in it', async () => {
  const cells = ['=1+1', '<b>&"', 'Zoé', 'a\u0000\u000bb', '\ud800'];
  const made = unzipSync(await whole(xlsxOf('Session [2024]: tous', lines(cells))));
  expect(Object.keys(made)).toHaveLength(5);
  expect(strFromU8(made['xl/workbook.xml'] ?? new Uint8Array())).toContain('name="Session  2024   tous"');
  const sheet = strFromU8(made['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect([...sheet.matchAll(/<t xml:space="preserve">(.*?)<\/t>/g)].map(([, text]) => text)).toEqual([
    '=1+1',
    '&lt;b&gt;&amp;&quot;',
    'Zoé',
    'ab',
    '\ufffd',
  ]);
  expect(sheet).not.toContain('<f>');
  const wide = Array.from({ length: 28 }, () => '');
  const places = strFromU8(
    unzipSync(await whole(xlsxOf('a', lines([], wide))))['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
  );
  expect([...places.matchAll(/<c r="(\w+)"/g)].map(([, place]) => place)).toMatchObject({
    0: 'A2',
    25: 'Z2',
    26: 'AA2',
    27: 'AB2',
  });
});

it('A hundred thousand lines pass without being held', async () => {
  let asked = 0;
  async function* many(): Lines {
    for (; asked < 100_000; asked++) yield ['BP24-00001-A', 'Lefèvre', 'Zoé'];
  }
  for (const make of [csvOf, (rows: Lines) => xlsxOf('Liste', rows)]) {
    asked = 0;
    let first = 0;
    let bytes = 0;
    for await (const chunk of make(many())) {
      bytes += chunk.length;
      if (first === 0 && bytes > 20_000) first = asked;
    }
    expect(asked).toBe(100_000);
    // The beginning left long before the end was asked for.
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(50_000);
  }
});
