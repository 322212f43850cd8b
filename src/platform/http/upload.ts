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

/** The body can't be a form with a file: answered like anything else that is unreadable. */
class Unreadable extends Error {
  readonly statusCode = 400;
}

/** Reads up to the beginning of the file; the token is checked before a byte of it is. */
export async function readUpload(request: FastifyRequest, csrf: Csrf): Promise<Upload> {
  if (!/;\s*boundary=/i.test(request.headers['content-type'] ?? '')) throw new Unreadable();
  const fields: Record<string, string> = {};
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') fields[part.fieldname] = part.value;
      continue;
    }
    if (!csrf.matches(request.cookies[csrf.cookieName], fields.jeton)) throw new Forged();
    return { fields, file: { name: part.filename, content: part.file, isTruncated: () => part.file.truncated } };
  }
  if (!csrf.matches(request.cookies[csrf.cookieName], fields.jeton)) throw new Forged();
  return { fields, file: null };
}
