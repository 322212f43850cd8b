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
  /** Bytes and hash of our rendering: what is kept and shown. Until it is read, of what was sent. */
  readonly size: number;
  readonly sha256: string;
  /** null: it isn't read yet. */
  readonly pages: number | null;
  readonly sent: SentFile;
  /** What its pages look like; null: not measured. */
  readonly hints: readonly PageHint[] | null;
  /** It is received, and will be read when its turn comes; null: it is read. */
  readonly unread: Unread | null;
};

/** What there is to read: one file, or several that become one. */
export type Unread = {
  /** What the key of our rendering begins with. */
  readonly folder: string;
  /** Whose turn it is. */
  readonly owner: string;
  readonly parts: readonly UnreadPart[];
};

export type UnreadPart = {
  readonly key: string;
  /** Of the quarantine; null: it is our rendering already. */
  readonly secret: string | null;
  /** Quarters of a turn, clockwise. */
  readonly turns: number;
  /** As its sender named it. */
  readonly name: string;
  /** Of several that become one, prepared beside each other: what it is prepared again from, where one of them can't be read. */
  readonly again?: PreparedPart;
};

/** `begunAt`: as ISO 8601. */
type PreparedPart = Pick<ReceivedFile, 'type' | 'size' | 'sha256' | 'pages' | 'sent'> & {
  readonly begunAt: string;
};

/** The file as its person sent it, of which nothing else is kept. */
export type SentFile = { readonly sha256: string; readonly size: number; readonly type: (typeof SENT_TYPES)[number] };

/** Several files became one: the hash is that of their list. */
export const SEVERAL = 'multipart/mixed';
export const SENT_TYPES = [...SENT_KINDS, SEVERAL] as const;

/** What the antivirus says. */
export const SCANS = ['waiting', 'clean', 'infected'] as const;

/** What became of a file's bytes since. */
export type FileFate = {
  /** Nobody has read it yet; absent where none waits. */
  readonly unread?: boolean;
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
