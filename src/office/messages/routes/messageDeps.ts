import type { OfficeDeps } from '../../deps.ts';

export function fillDeps({ catalogue, letters }: OfficeDeps) {
  return { catalogue, publicUrl: letters.publicUrl };
}

export function actDeps({ db, events, catalogue, accounts, letters }: OfficeDeps) {
  return { db, events, catalogue, findCandidate: accounts.findCandidate, ...letters };
}
