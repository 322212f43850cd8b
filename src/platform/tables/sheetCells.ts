import { ok, type Result, refuse } from '../result.ts';

/** Lines that are read; and the column beyond which nothing may stand. */
export type SheetSize = { readonly lines: number; readonly widest: number };

export type SheetRefusal = 'broken' | 'too-many-lines' | 'too-wide';

const NAME = String.raw`<(?:[\w.-]+:)?`;
const ATTRIBUTES = String.raw`(?![\w.:-])(?:[^<>"'/]|"[^"<]*"|'[^'<]*')*`;
/** The tag of a line or a cell, a cell that holds nothing whole; or what only begins like one. */
const TAG = new RegExp(`${NAME}(?:(row|c)(${ATTRIBUTES})(/>|></[^<>]*c>|>)|(?:row|c)(?![\\w.:-]))`, 'g');
const EMPTY_LINE = new RegExp(`${NAME}row(${ATTRIBUTES})(?:/>|>\\s*</[^<>]*row>)`, 'g');
const LINE = new RegExp(`${NAME}row(${ATTRIBUTES})`, 'g');
const ADDRESS = /^(?:\s*(?!r\s*=)[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*r\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/**
 * The same sheet without the cells that hold nothing, and without the lines that then hold none; refused where something stands too far. The
 * library makes every cell up to the last one, and a spreadsheet may write a line at its very end, a million below, for its colours alone.
 */
export function withoutEmptyCells(xml: string, size: SheetSize): Result<string, SheetRefusal> {
  let fault: SheetRefusal | null = null;
  const filled = xml.replace(TAG, (tag: string, kind: string | undefined, attributes = '', end = '') => {
    // The library reads no cell without its place.
    const address = addressIn(attributes);
    if (kind === undefined || (kind === 'c' && address === null)) fault = 'broken';
    else if (kind === 'c' && end !== '>') return '';
    else if (kind === 'c') fault ??= tooFar(address ?? '', size);
    return tag;
  });
  if (fault !== null) return refuse(fault);
  const kept = filled.replace(EMPTY_LINE, '');
  const isTooLong = [...kept.matchAll(LINE)].some(
    ([, attributes = '']) => !(Number(addressIn(attributes) ?? 0) <= size.lines),
  );
  return isTooLong ? refuse('too-many-lines') : ok(kept);
}

function addressIn(attributes: string): string | null {
  const [, double, single] = ADDRESS.exec(attributes) ?? [];
  return double ?? single ?? null;
}

/** « AB12 » */
function tooFar(address: string, { lines, widest }: SheetSize): SheetRefusal | null {
  const [, letters, line] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  if (letters === undefined) return 'broken';
  if (Number(line) > lines) return 'too-many-lines';
  const column = [...letters.slice(0, 8)].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);
  return column > widest ? 'too-wide' : null;
}
