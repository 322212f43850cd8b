import type { EnrolmentDeps } from '../enrolment/index.ts';
import type { Dues } from '../pieces/index.ts';
import type { FileStore } from '../platform/files.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { PdfRenderer } from '../platform/pdf/renderPdf.ts';
import type { Seal } from '../platform/pdf/seal/seal.ts';
import type { PostDeps } from '../post/index.ts';
import type { DecisionEffect } from './effects.ts';

/** What the acts and pages of this context work with. */
export type PapersDeps = EnrolmentDeps &
  PostDeps & {
    readonly jobs: Pick<Jobs, 'handle' | 'enqueue' | 'everyMinute'>;
    readonly due: Dues;
    /** What comes of each kind of decision, from the rooms that take them. */
    readonly effects: readonly DecisionEffect[];
    readonly files: FileStore;
    readonly pdf: PdfRenderer;
    /** Of decisions and records; null: they go out without one. */
    readonly seal: Seal | null;
    /** Of the installation: the keys of square codes come from it. */
    readonly secret: string;
    /** How long a decision waits for the next one on the same file; one mail then tells them. Ten minutes unless said otherwise. */
    readonly decisionDelaySeconds?: number;
  };

export type PaperActDeps = Pick<
  PapersDeps,
  'db' | 'events' | 'catalogue' | 'jobs' | 'outbox' | 'due' | 'publicUrl' | 'findCandidate' | 'decisionDelaySeconds'
>;
/** What is done as soon as more is known of a decision: that it was notified, or that an appeal against it was accepted. */
export type SettleDeps = PaperActDeps & Pick<PapersDeps, 'effects'>;
export type PrintDeps = Pick<PapersDeps, 'db' | 'files' | 'pdf' | 'seal' | 'publicUrl' | 'secret'>;
