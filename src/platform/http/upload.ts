import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { arrivals } from './arrivals.ts';
import type { Csrf } from './csrf.ts';

/** A multipart form being read: its fields stand before the file, so that they are known when the file begins. */
export type Upload = {
  /** Texts, a repeated one as a list: as of a form without a file. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** null when the form came without a file part. */
  readonly file: UploadedFile | null;
  /** The file after it, once the one before was read to its end; null after the last. */
  readonly next: () => Promise<UploadedFile | null>;
};

export type UploadedFile = {
  /** The name on the sender's machine: shown, never trusted. */
  readonly name: string;
  readonly content: Readable;
  /** True after the content was read, when it went beyond the limit. */
  readonly isTruncated: () => boolean;
};

/** One file of what any form may send, where nothing is said. */
export type UploadLimits = { readonly files?: number; readonly bytes?: number | undefined };

/** The form's token is missing or isn't its own: known only once the fields of the body were read. */
export class Forged extends Error {}

/** The body isn't the form that its headers promise: no boundary, another one, or cut before the file. A fault of who sends. */
class Unreadable extends Error {
  readonly statusCode = 400;
}

/** Reads up to the beginning of the first file; the token is checked before a byte of it is. `most`: files, and bytes of each, at most. */
export async function readUpload(request: FastifyRequest, csrf: Csrf, most: UploadLimits = {}): Promise<Upload> {
  const upload = await readParts(request, most);
  if (csrf.matches(request.cookies[csrf.cookieName], upload.fields.jeton)) return upload;
  throw new Forged();
}

async function readParts(request: FastifyRequest, { files = 1, bytes }: UploadLimits): Promise<Upload> {
  const fields: Record<string, string | readonly string[]> = {};
  const parts = request.parts({ limits: { files, ...(bytes !== undefined && { fileSize: bytes + 1 }) } });
  const read = async (): Promise<UploadedFile | null> => {
    for (let one = await parts.next(); one.done !== true; one = await parts.next()) {
      const part = one.value;
      if (part.type === 'file')
        return {
          name: part.filename,
          content: arrivals.inTurn(request.sender, part.file),
          isTruncated: () => part.file.truncated,
        };
      if (typeof part.value !== 'string') continue;
      const before = fields[part.fieldname];
      fields[part.fieldname] = before === undefined ? part.value : [before, part.value].flat();
    }
    return null;
  };
  const next = (): Promise<UploadedFile | null> =>
    read().catch((error: unknown) => {
      throw error instanceof Error && 'statusCode' in error ? error : new Unreadable('broken form', { cause: error });
    });
  return { fields, file: await next(), next };
}
