import { ANNULMENT_UNDONE } from './closing/index.ts';
import { OF_HEARING, UNITS_GIVEN_BACK } from './hearings/index.ts';
import { OF_RESERVE } from './office/index.ts';
import type { LetterDeskDeps } from './papers/index.ts';
import { REPLACED } from './replacements/index.ts';
import type { Signable } from './scope/index.ts';

/** The acts that one person takes alone and that may be prepared; a new one is a line. */
export const SIGNABLE: readonly Signable<LetterDeskDeps>[] = [
  ...Object.values(OF_RESERVE),
  ...Object.values(OF_HEARING),
  UNITS_GIVEN_BACK,
  ANNULMENT_UNDONE,
  REPLACED,
];

/** Those of one person that are not, and why. Those of two have a proposal, which is a preparation; a jury decides in session. */
export const NOT_SIGNABLE: Readonly<Record<string, string>> = {
  accommodation: 'health: its service prepares it in its own room',
  'same-person-undone': 'it is of two files, read side by side; one page of « À signer » is of one',
  'result-case-answer':
    'whoever reads such demands (heads, or the service of accommodations) answers each on its own page',
};
