import type { Catalogue } from '../../catalogue/index.ts';
import { type CompleteReview, completeReview, type Dossier, dossierOf, reviewAnswers } from '../../enrolment/index.ts';
import type { About } from '../about.ts';

/** What a paper on a registered version is made from. */
export type Setting = About & {
  readonly registeredAt: Temporal.Instant;
  readonly dossier: Dossier;
  readonly review: CompleteReview;
};

/** Reads the registered version again, by the rules of the day when it was registered. */
export function settingOf(catalogue: Catalogue, about: About): Setting {
  const { enrolment, candidate } = about;
  const { registeredAt } = enrolment;
  if (registeredAt === null) throw new Error(`The enrolment ${enrolment.id} isn't registered`);
  const dossier = dossierOf(enrolment, { catalogue, now: registeredAt, person: candidate }, 'registered');
  const review = completeReview(reviewAnswers(dossier));
  if (review === null) throw new Error(`The registered version of ${enrolment.id} can't be read again`);
  return { ...about, registeredAt, dossier, review };
}
