import type { Readable } from 'node:stream';

/** A multipart form being read: its fields stand before the file, so that they are known when the file begins. */
export type Upload = {
  readonly fields: Readonly<Record<string, string>>;
  /** null when the form came without a file part. */
  readonly file: UploadedFile | null;
};

export type UploadedFile = {
  /** The name on the sender's machine: shown, never trusted. */
  readonly name: string;
  readonly content: Readable;
  /** True after the content was read, when it went beyond the limit. */
  readonly isTruncated: () => boolean;
};
