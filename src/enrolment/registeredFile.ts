import type { Candidate } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { type Dossier, dossierOf, type Person } from './dossier.ts';
import type { Enrolment } from './enrolment.ts';
import { type CompleteReview, completeReview, reviewAnswers } from './review.ts';
import { type SummaryBlock, summaryOf } from './summary.ts';

/** What is registered, as everybody reads it who comes after the enrolment: pieces, papers, the office. */
export type RegisteredFile<Who extends Person = Candidate> = {
  readonly enrolment: Enrolment;
  readonly candidate: Who;
  readonly registeredAt: Temporal.Instant;
  /** By the rules of the catalogue, on the day when it was registered. */
  readonly dossier: Dossier;
  readonly review: CompleteReview;
  /** Worked out when asked. */
  readonly blocks: readonly SummaryBlock[];
};

/** Null when these rules can't read the registered answers any more. */
export function readRegistered<Who extends Person>(
  catalogue: Catalogue,
  enrolment: Enrolment,
  candidate: Who,
): RegisteredFile<Who> | null {
  const registeredAt = enrolment.registeredAt ?? enrolment.savedAt;
  const dossier = dossierOf(enrolment, { catalogue, now: registeredAt, person: candidate }, 'registered');
  const review = completeReview(reviewAnswers(dossier));
  if (review === null) return null;
  let blocks: readonly SummaryBlock[] | null = null;
  return {
    enrolment,
    candidate,
    registeredAt,
    dossier,
    review,
    get blocks() {
      blocks ??= summaryOf(dossier, review);
      return blocks;
    },
  };
}

/** What was just registered, and so can be read. */
export function registeredFile<Who extends Person>(
  catalogue: Catalogue,
  enrolment: Enrolment,
  candidate: Who,
): RegisteredFile<Who> {
  const file = readRegistered(catalogue, enrolment, candidate);
  if (file === null) throw new Error(`The registered version of ${enrolment.id} can't be read again`);
  return file;
}
