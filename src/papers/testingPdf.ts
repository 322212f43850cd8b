import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import decodeQR from 'qr/decode.js';
import { openPdfium } from '../platform/documents/pdfium.ts';
import { openDocument, picture, withPage } from '../platform/documents/pdfPages.ts';

/** What a reader program finds in a PDF. For the tests of this room. */
export type ReadPdf = {
  readonly title: string;
  readonly language: string;
  readonly standard: string;
  readonly tagged: boolean;
  readonly pages: number;
  /** Lines joined by single spaces, no-break spaces made plain. */
  readonly text: string;
  /** The structure, in reading order: `Document`, `H1`, `Table`, `THead`, `TR`, `TH`… */
  readonly tree: readonly TreeNode[];
};

export type TreeNode = { readonly role: string; readonly children: readonly TreeNode[] };

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const { info, metadata } = await document.getMetadata();
  const known: Readonly<Record<string, unknown>> = { ...info };
  const words: string[] = [];
  const tree: TreeNode[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) words.push(item.str, item.hasEOL ? ' ' : '');
    words.push(' ');
    tree.push(...nodesOf(await page.getStructTree()));
  }
  // A map, whatever the types of pdf.js 6 say.
  const mark: unknown = await document.getMarkInfo();
  const read = {
    title: String(known.Title),
    language: String(known.Language),
    standard: String(metadata?.get('pdfuaid:part')),
    tagged: mark instanceof Map && mark.get('Marked') === true,
    pages: document.numPages,
    text: words.join('').replace(/\s+/g, ' '),
    tree,
  };
  await task.destroy();
  return read;
}

/** pdf.js gives nodes (role, children) among leaves, which have no role. */
function nodesOf(raw: object): readonly TreeNode[] {
  const below = 'children' in raw && Array.isArray(raw.children) ? raw.children : [];
  const children = below.flatMap(nodesOf);
  const role = 'role' in raw ? String(raw.role) : 'Root';
  return role === 'Root' ? children : [{ role, children }];
}

/** Every node of that role, in order. */
export function nodes(tree: readonly TreeNode[], role: RegExp): readonly TreeNode[] {
  return tree.flatMap((node) => [...(role.test(node.role) ? [node] : []), ...nodes(node.children, role)]);
}

/** The words of each page. */
export async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join(''));
  }
  await task.destroy();
  return pages;
}

/** Pixels of a page's longest side: 150 dots an inch, as an office scans. */
const SCANNED = 1754;

/** What a reader of square codes finds on each page as it is drawn. */
export async function squaresOn(bytes: Uint8Array): Promise<readonly string[]> {
  const pdfium = await openPdfium();
  const opened = openDocument(pdfium, bytes);
  if ('locked' in opened) throw new Error('The PDF is locked');
  return Array.from({ length: pdfium.api.FPDF_GetPageCount(opened.document) }, (_, index) => {
    const { pixels, width, height } = withPage(pdfium, opened, index, (page) => picture(pdfium, opened, page, SCANNED));
    return decodeQR({ data: pixels, width, height }, { format: 'BGRX', effort: 4, timeLimit: 5_000 });
  });
}

/** Whether a PDF has these words, wherever its lines end. */
export async function hasWords(bytes: Uint8Array, text: string): Promise<boolean> {
  const bare = (one: string): string => one.replace(/\s+/g, '').normalize('NFC');
  return bare((await pagesOf(bytes)).join('')).includes(bare(text));
}

/** Of a paper, in points: 20 mm at both sides, 5 mm at its foot (`templates/paper.typ`). */
export const MARGINS = { x: 56, y: 14 } as const;

/** Words that leave the page's margins, each with its page. */
export async function beyondMargins(
  bytes: Uint8Array,
  margins: { readonly x: number; readonly y: number },
): Promise<readonly string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const beyond: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [x = 0, y = 0] = item.transform.slice(4).map(Number);
      const within =
        x >= left + margins.x &&
        x + item.width <= right - margins.x &&
        y >= bottom + margins.y &&
        y + item.height <= top - margins.y;
      if (!within) beyond.push(`${number} (${Math.round(x)}, ${Math.round(y)}): ${item.str}`);
    }
  }
  await task.destroy();
  return beyond;
}
