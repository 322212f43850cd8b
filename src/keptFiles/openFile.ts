import type { Readable } from 'node:stream';
import type { Inspector } from '../platform/documents/inspector.ts';
import type { FileStore } from '../platform/files.ts';
import { file as fileReply, type Reply } from '../platform/http/visit.ts';
import { ok, type Result, refuse } from '../platform/result.ts';
import type { FileFate, SentFile } from './keptFile.ts';
import { type CannotOpen, whyNotOpened } from './opening.ts';
import type { FileRefusal } from './refusals.ts';
import { renderFile } from './renderFile.ts';

type OpenDeps = {
  readonly files: Pick<FileStore, 'open' | 'read'>;
  readonly inspector: Pick<Inspector, 'inspect'>;
};

export type OpenedFile = { readonly content: Readable | Buffer; readonly size: number };

/** What is asked of a row to open its file. `sent`: null in files of before renderings were kept. */
export type Openable = {
  readonly fileKey: string;
  readonly size: number;
  readonly sent: SentFile | null;
  readonly type: string;
  readonly name: string;
};

/**
 * What is shown of a file: the rendering that was kept. Files of before renderings were kept are rendered each time
 * they are opened, and what would be refused today isn't shown.
 */
export async function openFile(
  deps: OpenDeps,
  reader: string,
  { fileKey, size, sent }: Pick<Openable, 'fileKey' | 'size' | 'sent'>,
): Promise<Result<OpenedFile, FileRefusal>> {
  if (sent !== null) return ok({ content: await deps.files.open(fileKey), size });
  return drawn(deps, reader, fileKey, {});
}

/** A page of what is shown of a file, as a picture; `file-empty` beyond the last. */
export function openPage(
  deps: OpenDeps,
  reader: string,
  { fileKey }: Pick<Openable, 'fileKey'>,
  page: number,
  longest?: number,
): Promise<Result<OpenedFile, FileRefusal>> {
  return drawn(deps, reader, fileKey, { page, ...(longest !== undefined && { longest }) });
}

async function drawn(
  deps: OpenDeps,
  reader: string,
  fileKey: string,
  what: Parameters<typeof renderFile>[3],
): Promise<Result<OpenedFile, FileRefusal>> {
  const rendered = await renderFile(deps, reader, () => deps.files.read(fileKey), what);
  if (!rendered.ok) return rendered;
  const content = Buffer.from(rendered.value.content);
  return ok({ content, size: content.length });
}

/** Whose file it is opens it: not what is infected or erased. */
export async function giveToOwner(
  deps: OpenDeps,
  owner: string,
  found: Openable & { readonly kept: FileFate },
): Promise<Result<Reply, FileRefusal>> {
  const shut = whyNotOpened(found.kept, { is: 'owner', scans: false });
  if (shut !== null) return refuse(refusalOfShut(shut));
  const opened = await openFile(deps, owner, found);
  return opened.ok ? ok(replyWith(opened.value, found)) : opened;
}

export function refusalOfShut({ code }: CannotOpen): FileRefusal {
  if (code === 'being-read') return { code: 'file-being-read' };
  return { code: code === 'erased' ? 'file-erased' : 'file-infected' };
}

/** `page`: one as a picture; null: whole. */
export function replyWith(
  { content, size }: OpenedFile,
  { type, name }: Pick<Openable, 'type' | 'name'>,
  page: number | null = null,
): Reply {
  return fileReply(content, page === null ? type : 'image/jpeg', name, 'inline', size);
}

/** Words where the document would be. */
export function wordsInPlaceOf(words: string, status: number): Reply {
  const text = Buffer.from(words);
  return { ...fileReply(text, 'text/plain; charset=utf-8', 'document.txt', 'inline', text.length), status };
}
