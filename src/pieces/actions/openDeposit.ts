import type { Readable } from 'node:stream';
import { ok, type Result } from '../../platform/result.ts';
import type { PiecesDeps } from '../deps.ts';
import type { Deposit } from '../piece.ts';
import type { Refusal } from '../refusals.ts';
import { renderFile } from './renderFile.ts';

export type OpenedDeposit = { readonly content: Readable | Buffer; readonly size: number };

/**
 * What is shown of a deposit: the rendering that was kept. Deposits of before renderings were kept are rendered each time
 * they are opened, and what would be refused today isn't shown.
 */
export async function openDeposit(
  deps: Pick<PiecesDeps, 'inspector'> & { readonly files: Pick<PiecesDeps['files'], 'open' | 'read'> },
  reader: string,
  { fileKey, size, sent }: Pick<Deposit, 'fileKey' | 'size' | 'sent'>,
): Promise<Result<OpenedDeposit, Refusal>> {
  if (sent !== null) return ok({ content: await deps.files.open(fileKey), size });
  const rendered = await renderFile(deps, reader, () => deps.files.read(fileKey));
  if (!rendered.ok) return rendered;
  const content = Buffer.from(rendered.value.content);
  return ok({ content, size: content.length });
}

/** A page of what is shown of a deposit, as a picture; `file-empty` beyond the last. */
export async function openPage(
  deps: Pick<PiecesDeps, 'inspector'> & { readonly files: Pick<PiecesDeps['files'], 'read'> },
  reader: string,
  { fileKey }: Pick<Deposit, 'fileKey'>,
  page: number,
  longest?: number,
): Promise<Result<OpenedDeposit, Refusal>> {
  const drawn = await renderFile(deps, reader, () => deps.files.read(fileKey), {
    page,
    ...(longest !== undefined && { longest }),
  });
  return drawn.ok ? ok({ content: Buffer.from(drawn.value.content), size: drawn.value.content.length }) : drawn;
}
