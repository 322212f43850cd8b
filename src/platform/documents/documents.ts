import type { PageHint } from './hints.ts';

/** What is kept of a file: our own rendering, of one of these kinds. */
export const DOCUMENT_KINDS = ['application/pdf', 'image/jpeg'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What a file given by somebody is, once read whole by its content: the name and the browser's word decide nothing. */
export const SENT_KINDS = [...DOCUMENT_KINDS, 'image/png', 'image/webp', 'image/heic'] as const;
export type SentKind = (typeof SENT_KINDS)[number];

/** What a chooser of files offers: whatever is taken. By their endings too, which are all that some computers know of a photo. */
export const OFFERED: readonly string[] = [
  ...SENT_KINDS,
  ...['.pdf', '.jpg', '.jpeg', '.png', '.webp', '.heic', '.heif'],
];

/**
 * Why a file is refused. `office` and `other` are kinds; `scripted`, `attachments` and `xfa` are a PDF's;
 * `unreadable` is broken, or asks for more time or memory than a file may; `busy` is ours.
 */
export type DocumentFault =
  | 'empty'
  | 'cut'
  | 'encrypted'
  | 'office'
  | 'other'
  | 'scripted'
  | 'attachments'
  | 'xfa'
  | 'too-many-pages'
  | 'too-many-pixels'
  | 'too-large-rewritten'
  | 'unreadable'
  | 'busy';

/** Our own rendering of a file: what is kept and shown. Nothing in it acts, links or hides. */
export type Rendering = {
  readonly kind: DocumentKind;
  readonly content: Uint8Array;
  readonly pages: number;
  /** What it was made of. */
  readonly sent: SentKind;
  /** Of a file that is to be kept; absent where a page was only drawn. */
  readonly hints?: readonly PageHint[];
};

export type Inspection = Rendering | { readonly fault: DocumentFault };

export type DocumentLimits = {
  /** Bytes of a rendering. */
  readonly bytes: number;
  readonly pages: number;
  /** Width × height of an image. */
  readonly pixels: number;
};
