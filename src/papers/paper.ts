import type { EnrolmentId } from '../enrolment/index.ts';
import type { SealLevel } from '../platform/pdf/seal/seal.ts';
import type { Branded } from '../platform/result.ts';
import type { PaperContent } from './content.ts';
import { PAPERS } from './texts.ts';

/** A document that the office gives to a candidate (*Mes documents*). Read this file first. */
export type PaperId = Branded<'PaperId'>;

/** `confirmation`: each is a line of `PAPERS` in `texts.ts`. */
export type PaperKind = keyof typeof PAPERS;
/** Those that are notified: each is issued from a decision on record (`notifyDecision`). */
export type DecisionKind = {
  [Kind in PaperKind]: (typeof PAPERS)[Kind]['notified'] extends true ? Kind : never;
}[PaperKind];
export const PAPER_KINDS = Object.keys(PAPERS) as readonly PaperKind[];
/** Those that hold health data: their candidate has them, and the service that decided. */
export const CONFIDENTIAL_KINDS = PAPER_KINDS.filter((kind) => isConfidential({ kind }));

/** Those that the office lists and whose words only its head opens. */
export const EXAM_KINDS = PAPER_KINDS.filter((kind) => PAPERS[kind].forExam);

export function isConfidential({ kind }: { readonly kind: PaperKind }): boolean {
  return PAPERS[kind].confidentialAs !== null;
}

/** What was printed: always the same bytes once it exists. */
export type StoredPdf = {
  readonly key: string;
  readonly sha256: string;
  readonly size: number;
  /** Null: it bears none. */
  readonly seal: PdfSeal | null;
};
export type PdfSeal = {
  readonly level: SealLevel;
  /** Its certificate, among those that are published. */
  readonly certificateId: string;
};

/** A paper as a list shows it. */
export const WITHHELD = ['suspended', 'withdrawn'] as const;
export type Withheld = (typeof WITHHELD)[number];

export type PaperLine = {
  readonly id: PaperId;
  readonly academy: string;
  readonly session: string;
  readonly enrolmentId: EnrolmentId;
  readonly kind: PaperKind;
  /** The version of the enrolment that it speaks of; of a ranked kind, its rank among its own. */
  readonly version: number;
  readonly title: string;
  /** To quote on the telephone: `BP24-00127-K-C2`. */
  readonly reference: string;
  /** To verify it; null for papers issued before they bore one. */
  readonly code: string | null;
  readonly issuedAt: Temporal.Instant;
  readonly openedAt: Temporal.Instant | null;
  readonly pdf: StoredPdf | null;
  /** Taken from its candidate: for a while, or by what corrects it; null: it is theirs to read. */
  readonly withheld: Withheld | null;
};

/** With its content, frozen when it was issued: the page and the PDF are made of it, in the same words. */
export type Paper = PaperLine & { readonly content: PaperContent };

/** Has a later version of the same paper been issued? The older one stays on record and asks for nothing any more. */
export function isReplaced(paper: Pick<PaperLine, 'kind' | 'version'>, all: readonly PaperLine[]): boolean {
  return all.some((other) => other.kind === paper.kind && other.version > paper.version);
}
