import { CLOSING_ACTS } from './closing/index.ts';
import type { DeclaredAct } from './decisions/index.ts';
import { ENROLMENT_ACTS } from './enrolment/index.ts';
import { HEARING_ACTS } from './hearings/index.ts';

/** Every kind of act for or against a person, as the rooms declare them: what delegations name, and `docs/acts.md`. */
export const ACTS: readonly DeclaredAct[] = [...ENROLMENT_ACTS, ...CLOSING_ACTS, ...HEARING_ACTS];
