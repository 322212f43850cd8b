import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { dictAt, dictionaries, type FoundDictionary, hasKey, holdsText, nameAt } from './pdfObjects.ts';

/** What in a PDF does something, or brings something along, instead of only being seen. */
export type ActivePart = 'script' | 'launch' | 'attachment' | 'xfa' | 'action' | 'annotation' | 'outside';

/** The actions of ISO 32000-2, table 201, and those that Adobe adds. */
const ACTIONS = new Set([
  'GoTo',
  'GoToR',
  'GoToE',
  'GoToDp',
  'GoTo3DView',
  'Launch',
  'Thread',
  'URI',
  'Sound',
  'Movie',
  'Hide',
  'Named',
  'SubmitForm',
  'ResetForm',
  'ImportData',
  'JavaScript',
  'ECMAScript',
  'SetOCGState',
  'Rendition',
  'Trans',
  'RichMediaExecute',
]);
/** In the dictionary of a stream: content that stands in another file, or hangs on this one. */
const OUTSIDE = ['F', 'FFilter', 'FDecodeParms', 'Ref', 'OPI', 'AF', 'Metadata', 'PieceInfo'] as const;

const FILE_NAMES = ['F', 'UF', 'DOS', 'Mac', 'Unix'] as const;

/** Every active part that can be reached from the catalog. */
export function activeParts(context: PDFContext): ReadonlySet<ActivePart> {
  const root = context.lookup(context.trailerInfo.Root);
  const catalog = root instanceof PDFDict ? root : null;
  const parts = new Set<ActivePart>();
  if (hasKey(dictAt(catalog, 'Names') ?? context.obj({}), 'EmbeddedFiles')) parts.add('attachment');
  if (hasKey(dictAt(catalog, 'AcroForm') ?? context.obj({}), 'XFA')) parts.add('xfa');
  for (const found of dictionaries(context, root)) for (const part of partsOf(found)) parts.add(part);
  return parts;
}

function partsOf({ dict, inStream }: FoundDictionary): readonly ActivePart[] {
  const parts: ActivePart[] = [];
  const action = actionOf(dict);
  if (action !== null) parts.push('action');
  if (action === 'Launch') parts.push('launch');
  if (action === 'JavaScript' || action === 'ECMAScript' || (action !== null && holdsText(dict, 'JS')))
    parts.push('script');
  const files = dictAt(dict, 'EF');
  if (files !== null && FILE_NAMES.some((name) => holdsText(files, name))) parts.push('attachment');
  if (dict.lookup(PDFName.of('Annots')) instanceof PDFArray) parts.push('annotation');
  if (inStream && OUTSIDE.some((key) => hasKey(dict, key))) parts.push('outside');
  return parts;
}

/** The kind of action that a dictionary is, if it is one. A page group and a halftone have an `S` too. */
function actionOf(dict: PDFDict): string | null {
  const kind = nameAt(dict, 'S');
  return kind !== null && ACTIONS.has(kind) ? kind : null;
}

const OF_A_CATALOG = new Set(['Type', 'Pages']);
const OF_A_PAGE = new Set([
  'Type',
  'Parent',
  'Kids',
  'Count',
  'MediaBox',
  'CropBox',
  'Rotate',
  'UserUnit',
  'Resources',
  'Contents',
  'Group',
]);

/**
 * Leaves of a document its pages and what they draw with. The catalog and the pages keep only what the lists name; in the
 * resources, where names are free, what is an action or points outside goes.
 */
export function keepWhatIsSeen(context: PDFContext): void {
  const root = context.lookup(context.trailerInfo.Root);
  if (!(root instanceof PDFDict)) throw new Error('no catalog');
  keepKeys(root, OF_A_CATALOG);
  for (const { dict, inStream } of dictionaries(context, root)) {
    const type = nameAt(dict, 'Type');
    if (!inStream && (type === 'Page' || type === 'Pages')) keepKeys(dict, OF_A_PAGE);
    if (inStream) for (const key of OUTSIDE) dict.delete(PDFName.of(key));
    for (const [key, value] of dict.entries()) if (isActive(context, value)) dict.delete(key);
  }
  delete context.trailerInfo.Info;
}

function isActive(context: PDFContext, value: PDFObject): boolean {
  const looked = context.lookup(value);
  return looked instanceof PDFDict && (actionOf(looked) !== null || dictAt(looked, 'EF') !== null);
}

function keepKeys(dict: PDFDict, kept: ReadonlySet<string>): void {
  for (const key of dict.keys()) if (!kept.has(key.decodeText())) dict.delete(key);
}
