import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PdfOrder } from './renderPdf.ts';
import { nameRows } from './rowHeaders.ts';
import { drawSquare } from './square.ts';

/**
 * Poppler says « Suspects object is wrong type » of `/Suspects false`, which is what a document without the key says too (ISO 32000-1,
 * 14.7.1). The bytes keep their places.
 */
function unsuspected(pdf: Buffer): Buffer {
  const written = '/Suspects false';
  const at = pdf.lastIndexOf(written);
  if (at >= 0) pdf.write(' '.repeat(written.length), at, 'latin1');
  return pdf;
}

/** One compiler per folder of templates, with our own font and nothing of the machine's. */
const compilers = new Map<string, NodeCompiler>();
const FONTS = [
  '400Regular/SourceSans3_400Regular.ttf',
  '600SemiBold/SourceSans3_600SemiBold.ttf',
  '700Bold/SourceSans3_700Bold.ttf',
];

function compilerFor(workspace: string): NodeCompiler {
  const known = compilers.get(workspace);
  if (known !== undefined) return known;
  const fonts = path.dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/source-sans-3')));
  const made = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontPaths: FONTS.map((file) => path.join(fonts, file)) }],
  });
  compilers.set(workspace, made);
  return made;
}

/** The compiler remembers what it set for so many papers that follow: titles, labels and rows come again in the next one. */
const REMEMBERED = 8;
let compiled = 0;

/**
 * A template asks for its next way of setting while its `<verdict>` is false or another number of pages than it came to; without
 * one, the first is taken.
 */
export function compile({ template, data, squares = [], figures = [] }: PdfOrder): Buffer {
  const compiler = compilerFor(path.dirname(template));
  const drawn = (texts: readonly string[]): string => JSON.stringify(texts.map(drawSquare));
  const inputs = { data: JSON.stringify(data), squares: drawn(squares), figures: drawn(figures) };
  for (let attempt = 0; ; attempt += 1) {
    const made = compiler.compile({ mainFilePath: template, inputs: { ...inputs, attempt: String(attempt) } });
    const { result } = made;
    if (made.hasError() || result === null) {
      const error = made.takeError();
      throw new Error(error === null ? 'no document' : JSON.stringify(error.shortDiagnostics));
    }
    const verdict: unknown = compiler.query(result, { selector: '<verdict>', field: 'value' });
    const said: unknown = Array.isArray(verdict) ? verdict[0] : undefined;
    if (said === false || (typeof said === 'number' && said !== result.numOfPages)) continue;
    // The enum of the package is declared `const`-like; its values are the standards' names.
    const pdf = compiler.pdf(result, { pdfStandard: 'ua-1' as never });
    compiled += 1;
    if (compiled % REMEMBERED === 0) compiler.evictCache(1);
    return unsuspected(nameRows(pdf));
  }
}
