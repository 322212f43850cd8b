import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { hasKey, isBare } from './pdfObjects.ts';

/** What decides how a page looks (ISO 32000-1, table 30); some may stand on a node above it. */
const HANDED_DOWN = ['Resources', 'MediaBox', 'Rotate'] as const;
const OWN = ['Group', 'UserUnit'] as const;
/** In the dictionary of a stream: said beside the content. */
const BESIDE = new Set(['Length', 'Metadata', 'PieceInfo']);

/** Nothing but its pages says what this document looks like: no notes or fields over them, no layers that are hidden. */
export function looksByItsPages(document: PDFDocument): boolean {
  return !hasKey(document.catalog, 'OCProperties') && document.getPages().every(({ node }) => isBare(node));
}

/**
 * Page by page the same objects, and the same bytes in their streams: both look alike, whoever draws them. Says so only of documents
 * that look by their pages alone.
 */
export function samePages(before: PDFDocument, after: PDFDocument): boolean {
  const [these, those] = [before.getPages(), after.getPages()];
  const same = comparer();
  return (
    these.length === those.length &&
    these.every((page, index) => {
      const other = those[index];
      const [here, there] = [shownBy(page), other === undefined ? [] : shownBy(other)];
      return here.length === there.length && here.every((value, at) => same(value, there[at]));
    })
  );
}

const shownBy = ({ node }: PDFPage): readonly (PDFObject | undefined)[] => {
  const handed = (key: string): PDFObject | undefined =>
    node.context.lookup(node.getInheritableAttribute(PDFName.of(key)));
  // Not cropped is cropped to the whole of it.
  const cropped = handed('CropBox') ?? handed('MediaBox');
  return [...contentOf(node), cropped, ...HANDED_DOWN.map(handed), ...OWN.map((key) => node.lookup(PDFName.of(key)))];
};

/** One stream, or several that follow each other. */
function contentOf(node: PDFPage['node']): readonly (PDFObject | undefined)[] {
  const content = node.Contents();
  return content instanceof PDFArray ? content.asArray().map((_, index) => content.lookup(index)) : [content];
}

type Compare = (one: PDFObject | undefined, other: PDFObject | undefined) => boolean;

/** Without recursion, however deep a file is; objects that hold one another are compared once. */
function comparer(): Compare {
  const seen = new Map<PDFObject, PDFObject>();
  return (one, other) => {
    const left: (readonly [PDFObject | undefined, PDFObject | undefined])[] = [[one, other]];
    while (left.length > 0) {
      const [a, b] = left.pop() ?? [];
      if (a === undefined || b === undefined) {
        if (a !== b) return false;
        continue;
      }
      if (seen.get(a) === b) continue;
      seen.set(a, b);
      const parts = partsOf(a, b);
      if (parts === null) return false;
      left.push(...parts);
    }
    return true;
  };
}

/** What is left to compare of two objects; null: they differ. */
function partsOf(
  a: PDFObject,
  b: PDFObject,
): readonly (readonly [PDFObject | undefined, PDFObject | undefined])[] | null {
  if (a instanceof PDFArray && b instanceof PDFArray)
    return a.size() === b.size() ? a.asArray().map((_, index) => [a.lookup(index), b.lookup(index)]) : null;
  if (a instanceof PDFRawStream && b instanceof PDFRawStream)
    return Buffer.compare(a.contents, b.contents) === 0 ? entriesOf(a.dict, b.dict, BESIDE) : null;
  if (a instanceof PDFDict && b instanceof PDFDict) return entriesOf(a, b, new Set());
  if (a instanceof PDFNumber && b instanceof PDFNumber) return a.asNumber() === b.asNumber() ? [] : null;
  return a.constructor === b.constructor && a.toString() === b.toString() ? [] : null;
}

function entriesOf(a: PDFDict, b: PDFDict, beside: ReadonlySet<string>) {
  const keys = (dict: PDFDict): readonly PDFName[] => dict.keys().filter((key) => !beside.has(key.decodeText()));
  return keys(a).length === keys(b).length && keys(a).every((key) => hasKey(b, key.decodeText()))
    ? keys(a).map((key) => [a.lookup(key), b.lookup(key)] as const)
    : null;
}
