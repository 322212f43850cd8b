import { type DocumentKind, SENT_KINDS } from '../platform/documents/documents.ts';
import type { PageHint } from '../platform/documents/hints.ts';

/**
 * A file that a person gave, whatever for: a piece, a document of health, a letter that was scanned. Read this file first. It is received,
 * read apart, kept as our rendering under a key of its own, seen by the antivirus, opened by who may, and erased when its time is over;
 * its room says which row of which table it is (`filesOf.ts`).
 */
export type ReceivedFile = {
  readonly fileKey: string;
  readonly type: DocumentKind;
  /** On the sender's machine, without its folders; it ends as what the file is. */
  readonly name: string;
  /** Bytes and hash of our rendering: what is kept and shown. */
  readonly size: number;
  readonly sha256: string;
  readonly pages: number;
  readonly sent: Sent;
  /** What its pages look like; null: not measured. */
  readonly hints: readonly PageHint[] | null;
};

/** The file as its person sent it, of which nothing else is kept. */
export type Sent = { readonly sha256: string; readonly size: number; readonly type: (typeof SENT_TYPES)[number] };

/** Several files became one: the hash is that of their list. */
export const SEVERAL = 'multipart/mixed';
export const SENT_TYPES = [...SENT_KINDS, SEVERAL] as const;

/** What the antivirus says. */
export const SCANS = ['waiting', 'clean', 'infected'] as const;

/** What became of a file's bytes since. */
export type Kept = {
  /** null: there was no antivirus when it came. */
  readonly scan: (typeof SCANS)[number] | null;
  /** What it found. */
  readonly finding: string | null;
  /** When its bytes were destroyed, as the time that it may be kept was over. */
  readonly erasedAt: Temporal.Instant | null;
};

/** The largest file of the notice, and so of what is kept: « le fichier ne doit pas excéder 5Mo », read as 5 × 1024² bytes. */
export const LARGEST_FILE = 5 * 1024 * 1024;
/** The largest that may be sent: what is kept of it is made to fit. */
export const LARGEST_SENT = 25 * 1024 * 1024;
export const MOST_PAGES = 100;
export const MOST_PIXELS = 50_000_000;

/** What our rendering of any of them must fit. */
export const LIMITS = { bytes: LARGEST_FILE, pages: MOST_PAGES, pixels: MOST_PIXELS } as const;
