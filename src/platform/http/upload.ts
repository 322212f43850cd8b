import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { Csrf } from './csrf.ts';

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

/** The form's token is missing or isn't its own: known only once the fields of the body were read. */
export class Forged extends Error {}

/** The body isn't the form that its headers promise: no boundary, another one, or cut before the file. A fault of who sends. */
class Unreadable extends Error {
  readonly statusCode = 400;
}

/** Reads up to the beginning of the file; the token is checked before a byte of it is. `limit`: bytes of the file, other than the server's. */
export async function readUpload(request: FastifyRequest, csrf: Csrf, limit?: number): Promise<Upload> {
  const upload = await readParts(request, limit).catch((error: unknown) => {
    throw error instanceof Error && 'statusCode' in error ? error : new Unreadable('broken form', { cause: error });
  });
  if (csrf.matches(request.cookies[csrf.cookieName], upload.fields.jeton)) return upload;
  throw new Forged();
}

async function readParts(request: FastifyRequest, limit?: number): Promise<Upload> {
  const fields: Record<string, string> = {};
  for await (const part of request.parts(limit === undefined ? {} : { limits: { fileSize: limit } })) {
    if (part.type === 'file')
      return { fields, file: { name: part.filename, content: part.file, isTruncated: () => part.file.truncated } };
    if (typeof part.value === 'string') fields[part.fieldname] = part.value;
  }
  return { fields, file: null };
}
