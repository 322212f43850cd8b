import type { OfficeDeps } from '../../deps.ts';

export function fillDeps({ db, catalogue, letters: { publicUrl, due } }: OfficeDeps) {
  return { db, catalogue, publicUrl, due };
}

export function actDeps({ db, events, catalogue, accounts, letters }: OfficeDeps) {
  return { db, events, catalogue, findCandidate: accounts.findCandidate, ...letters };
}
