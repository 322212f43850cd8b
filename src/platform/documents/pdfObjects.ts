import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** Looking through the objects of a PDF (ISO 32000-1, section 7.3). */

/** Read whole, as it stands. */
export const parsed = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });

/** Every dictionary that can be reached, those of streams too, each once. */
export function dictionaries(context: PDFContext, from: PDFObject | undefined): readonly FoundDictionary[] {
  const found: FoundDictionary[] = [];
  const seen = new Set<PDFObject>();
  const left: (PDFObject | undefined)[] = [from];
  while (left.length > 0) {
    const next = context.lookup(left.pop());
    if (next === undefined || seen.has(next)) continue;
    seen.add(next);
    if (next instanceof PDFArray) left.push(...next.asArray());
    const dict = next instanceof PDFStream ? next.dict : next;
    if (!(dict instanceof PDFDict)) continue;
    found.push({ dict, inStream: next instanceof PDFStream });
    left.push(...dict.values());
  }
  return found;
}

export type FoundDictionary = { readonly dict: PDFDict; readonly inStream: boolean };

/** The name that stands at a key, without its slash; null when something else does. */
export function nameAt(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : null;
}

export function hasKey(dict: PDFDict, key: string): boolean {
  return dict.lookup(PDFName.of(key)) !== undefined;
}

export function dictAt(dict: PDFDict | null, key: string): PDFDict | null {
  const value = dict?.lookup(PDFName.of(key));
  return value instanceof PDFDict ? value : null;
}

/** A page over which nothing stands: no notes, stamps or fields. */
export function isBare(page: PDFDict): boolean {
  const over = page.lookup(PDFName.of('Annots'));
  return over === undefined || (over instanceof PDFArray && over.size() === 0);
}

/** A text, or a stream of one: what a script is written in. */
export function holdsText(dict: PDFDict, key: string): boolean {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString || value instanceof PDFStream;
}

/** Forgets every object that nothing points to any more: what was taken off must not stay in the bytes. */
export function forgetUnreached(context: PDFContext): void {
  const reached = new Set<PDFRef>();
  const left: (PDFObject | undefined)[] = [context.trailerInfo.Root];
  while (left.length > 0) {
    const next = left.pop();
    if (next instanceof PDFRef) {
      if (reached.has(next)) continue;
      reached.add(next);
      left.push(context.lookup(next));
    } else if (next instanceof PDFArray) left.push(...next.asArray());
    else if (next instanceof PDFDict) left.push(...next.values());
    else if (next instanceof PDFStream) left.push(...next.dict.values());
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}
