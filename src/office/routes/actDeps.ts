import type { OfficeDeps } from '../deps.ts';

/** What the acts of lower rooms are given, from what this door has. */
export function actDeps({ db, events, catalogue, accounts, letters }: OfficeDeps) {
  return { db, events, catalogue, findCandidate: accounts.findCandidate, ...letters };
}
