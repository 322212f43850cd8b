import type { About } from '../../post/index.ts';
import type { PaperBlock, PaperContent } from '../content.ts';
import type { PaperKind } from '../paper.ts';
import { frameOf } from './frame.ts';

/** *Relevé de notes*, *attestations*: what a publication of results says of one candidate, in the words of that room. */
export function resultContent(
  about: About,
  kind: Extract<PaperKind, 'transcript' | 'success' | 'blocks'>,
  blocks: readonly PaperBlock[],
  now: Temporal.Instant,
): PaperContent {
  return { ...frameOf(about, kind, now), parts: [blocks], pages: null };
}
