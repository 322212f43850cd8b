/** What a file given by somebody is, once read whole by its content: the name and the browser's word decide nothing. */
export type DocumentKind = 'application/pdf' | 'image/jpeg';

/**
 * Why a file is refused. `heic`, `png`, `office` and `other` are kinds; `scripted`, `attachments` and `xfa` are a PDF's;
 * `unreadable` is broken, or asks for more time or memory than a file may; `busy` is ours.
 */
export type DocumentFault =
  | 'empty'
  | 'cut'
  | 'encrypted'
  | 'heic'
  | 'png'
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
export type Rendering = { readonly kind: DocumentKind; readonly content: Uint8Array };

export type Inspection = Rendering | { readonly fault: DocumentFault };

export type DocumentLimits = {
  /** Bytes of a rendering. */
  readonly bytes: number;
  readonly pages: number;
  /** Width × height of an image. */
  readonly pixels: number;
};
