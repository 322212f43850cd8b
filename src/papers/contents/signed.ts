import type { About } from '../../post/index.ts';
import type { FactLine, PaperContent } from '../content.ts';
import { frameOf } from './frame.ts';

/** What proves the signature, as the room that keeps it says it. */
export type ProofOfSignature = {
  readonly title: string;
  readonly lines: readonly FactLine[];
  /** What such a signature is worth. */
  readonly level: string;
};

/** *Confirmation signée en ligne*: what was signed, word for word, and in the place of the box the proof that it was. */
export function signedContent(
  about: About,
  signed: PaperContent,
  { title, lines, level }: ProofOfSignature,
  now: Temporal.Instant,
): PaperContent {
  return {
    ...frameOf(about, 'signed-confirmation', now),
    parts: [
      ...withoutBox(signed),
      [
        { type: 'facts', title, lines },
        { type: 'text', title: null, paragraphs: [level] },
      ],
    ],
    pages: null,
  };
}

/** The parts of a confirmation, without the box where it is signed by hand. */
export function withoutBox({ parts }: Pick<PaperContent, 'parts'>): PaperContent['parts'] {
  return parts.map((part) => part.filter(({ type }) => type !== 'signature'));
}
