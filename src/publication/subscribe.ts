import { tellDue, tellResults } from './actions/tellResults.ts';
import type { TellingDeps } from './deps.ts';

/** Candidates are told after the second, by a job; each minute whoever isn't told yet is found by asking. */
export function subscribePublication(deps: TellingDeps): void {
  deps.jobs.handle('results.tell', ({ publicationId }) => tellResults(deps, publicationId));
  deps.jobs.everyMinute('results', () => tellDue(deps));
}
