import { createHash } from 'node:crypto';
import type { Paper } from '../papers/index.ts';
import { canonicalJson } from '../platform/journal.ts';

/** Of what a confirmation says: the page and the PDF are both made of it. SHA-256 of its canonical JSON, in 64 figures. */
export function contentHash({ content }: Pick<Paper, 'content'>): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** What the person commits to, in the words of the box where it is signed on paper. */
export function commitmentOf({ content }: Pick<Paper, 'content'>): string {
  const box = content.parts.flat().find((block) => block.type === 'signature');
  if (box === undefined) throw new Error('A confirmation without a box to sign in');
  return box.commitment;
}
