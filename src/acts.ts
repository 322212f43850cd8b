import { ACCOMMODATION } from './accommodations/index.ts';
import { CLOSING_ACTS } from './closing/index.ts';
import type { DeclaredAct } from './decisions/index.ts';
import { ENROLMENT_ACTS } from './enrolment/index.ts';
import { HEARING_ACTS } from './hearings/index.ts';
import { JURY_ACTS } from './jury/index.ts';
import { PUBLICATION_ACTS } from './publication/index.ts';
import { REPLACEMENT } from './replacements/index.ts';

/** Every kind of act for or against a person, as the rooms declare them: what delegations name, and `docs/acts.md`. */
export const ACTS: readonly DeclaredAct[] = [
  ...ENROLMENT_ACTS,
  ...CLOSING_ACTS,
  ACCOMMODATION,
  ...HEARING_ACTS,
  REPLACEMENT,
  ...JURY_ACTS,
  ...PUBLICATION_ACTS,
];
