import { type ZipEntry, zipOf } from '../zip.ts';
import type { Lines } from './csv.ts';

/**
 * A workbook of one sheet (ECMA-376), written as its lines come: the libraries that are kept hold all cells at once. Each cell is
 * text in the line itself, so none is a formula. Excel opens 1,048,576 lines at most.
 */
export async function* xlsxOf(sheet: string, lines: Lines): AsyncGenerator<Uint8Array> {
  yield* zipOf([
    part('[Content_Types].xml', CONTENT_TYPES),
    part('_rels/.rels', relation('officeDocument', 'xl/workbook.xml')),
    part('xl/workbook.xml', workbook(sheet)),
    part('xl/_rels/workbook.xml.rels', relation('worksheet', 'worksheets/sheet1.xml')),
    { name: 'xl/worksheets/sheet1.xml', packed: false, content: sheetOf(lines) },
  ]);
}

const LINES_AT_ONCE = 200;

async function* sheetOf(lines: Lines): AsyncGenerator<Uint8Array> {
  let text = `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData>`;
  let waiting = 0;
  let row = 0;
  for await (const cells of lines) {
    row += 1;
    text += `<row r="${row}">${cells.map((cell, column) => cellOf(`${letters(column)}${row}`, cell)).join('')}</row>`;
    waiting += 1;
    if (waiting < LINES_AT_ONCE) continue;
    yield Buffer.from(text);
    [text, waiting] = ['', 0];
  }
  yield Buffer.from(`${text}</sheetData></worksheet>`);
}

function cellOf(place: string, text: string): string {
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** 0 gives A, 26 gives AA. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const OF_PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const CONTENT_TYPES = `<Types xmlns="${OF_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEETS}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEETS}.worksheet+xml"/></Types>`;

function part(name: string, xml: string): ZipEntry {
  return { name, packed: false, content: [Buffer.from(DECLARATION + xml)] };
}

function relation(type: string, target: string): string {
  return `<Relationships xmlns="${OF_PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/${type}" Target="${target}"/></Relationships>`;
}

/** Excel refuses these in a sheet's name, and more than 31 characters. */
function workbook(sheet: string): string {
  const name = sheet.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

/** What XML 1.0 can't hold is left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
