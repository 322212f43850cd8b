import { type Document, isCollection, isMap, isSeq, Scalar, visit } from 'yaml';
import { openYaml, valuesOf } from '../../catalogue/index.ts';

const WRITTEN = { lineWidth: 120, singleQuote: true } as const;

/**
 * The one layout of the files of rules: lines of 120 columns, a quote only where one is needed, brackets and braces only
 * for what fits on a line. Remarks and blank lines stay where they are. What can't be read stays as it is.
 */
export function laidOut(text: string): string {
  const document = documentOf(text);
  return document === null ? text : written(document);
}

/** A document to be changed and written again; null where the text can't be read. */
export function documentOf(text: string): Document.Parsed | null {
  const opened = openYaml(text);
  if (!opened.ok) return null;
  const { document } = opened.value;
  const sound = document.errors.length === 0 && isCollection(document.contents) && valuesOf(document).ok;
  return sound ? document : null;
}

export function written(document: Document): string {
  visit(document, {
    Scalar: (_, node) => {
      if (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE) node.type = Scalar.PLAIN;
    },
  });
  const text = document.toString(WRITTEN);
  const again = documentOf(text);
  return again !== null && openBrackets(again, text) ? written(again) : text;
}

/** Writes what stands in brackets over several lines without them; is there any? */
function openBrackets(document: Document, text: string): boolean {
  let found = false;
  visit(document, {
    Collection: (_, node) => {
      if (!isCollection(node) || node.flow !== true || !node.range) return undefined;
      if (!text.slice(node.range[0], node.range[1]).trimEnd().includes('\n')) return undefined;
      node.flow = false;
      found = true;
      return visit.SKIP;
    },
  });
  return found;
}

const SHORT_ITEM = 40;
const SHORT_LIST = 90;

/** Lists of a few words stand in brackets, and the conditions of pieces in braces. */
export function isShort(node: unknown): boolean {
  if (isMap(node)) return node.has('fact') || node.has('always') || node.items.length === 0;
  if (!isSeq(node)) return false;
  const sizes = node.items.map((item) =>
    item instanceof Scalar ? String(item.value).length : Number.POSITIVE_INFINITY,
  );
  return sizes.every((size) => size <= SHORT_ITEM) && sizes.reduce((sum, size) => sum + size + 2, 0) <= SHORT_LIST;
}
