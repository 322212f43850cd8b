import type { FileFate } from './keptFile.ts';

/** Why a file that is on record can't be opened. */
export type CannotOpen =
  | { readonly code: 'being-read' }
  | { readonly code: 'being-scanned' }
  | { readonly code: 'infected'; readonly finding: string }
  | { readonly code: 'erased'; readonly at: Temporal.Instant };

/**
 * May this file be opened? Not before it is read. Once there is an antivirus (`scans`), staff open only what it found clean: not what still waits,
 * nor what came before there was one. Its owner, who has the file, is kept only from what is known to be infected.
 */
export function whyNotOpened(
  { unread, scan, finding, erasedAt }: FileFate,
  reader: { readonly is: 'staff' | 'owner'; readonly scans: boolean },
): CannotOpen | null {
  if (erasedAt !== null) return { code: 'erased', at: erasedAt };
  if (unread === true) return { code: 'being-read' };
  if (scan === 'infected') return { code: 'infected', finding: finding ?? '' };
  return reader.is === 'staff' && reader.scans && scan !== 'clean' ? { code: 'being-scanned' } : null;
}

/** Those of them that wait to be read: what they hold isn't known yet. */
export function unreadOf<File extends { readonly kept: FileFate }>(files: readonly File[]): readonly File[] {
  return files.filter(({ kept }) => kept.unread === true);
}

/**
 * Does one of them wait to be read? Nothing is held against who gave it, and nothing is asked, noted or decided on what nobody can open: whoever
 * would asks this first, whatever the file is for.
 */
export function waitsToBeRead(files: readonly { readonly kept: FileFate }[]): boolean {
  return unreadOf(files).length > 0;
}
