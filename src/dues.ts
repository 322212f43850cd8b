import { accommodationDue } from './accommodations/index.ts';
import { hearingDue } from './hearings/index.ts';
import { messagesDue } from './messages/index.ts';
import { type PaperActDeps, sheetDoubts } from './papers/index.ts';
import { type Dues, openDues, unitsDue } from './pieces/index.ts';
import { healthRemediesDue, remediesDue } from './publication/index.ts';
import { absenceDue } from './replacements/index.ts';
import { representativeDue } from './signature/index.ts';

type Deps = Pick<PaperActDeps, 'catalogue' | 'findCandidate'>;

/**
 * Everything that somebody has still to do, from every room that knows of some of it. No room lists what another one knows; a test gives each
 * of these its states, and compares them with what the rooms declare (`testing/everyDate.test.ts`).
 */
export const dueSources = (deps: Deps) =>
  ({
    units: unitsDue,
    representative: representativeDue(deps),
    sheet: sheetDoubts,
    hearing: hearingDue,
    accommodation: accommodationDue,
    messages: messagesDue,
    remedies: remediesDue(deps),
    healthRemedies: healthRemediesDue(deps),
    absence: absenceDue,
  }) as const;

export function duesOf(deps: Deps): Dues {
  return openDues(Object.values(dueSources(deps)));
}
