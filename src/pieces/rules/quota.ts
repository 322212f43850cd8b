import { QUOTA } from '../piece.ts';

/** What an account has deposited, taken back and replaced files included: they take the same room. */
export type Usage = {
  readonly filesToday: number;
  readonly bytesToday: number;
  readonly files: number;
  readonly bytes: number;
};

/** Is there room for one more file of this account? « Today »: the last 24 hours. */
export function refuseForQuota(usage: Usage, size: number): 'quota-day' | 'quota-total' | null {
  if (usage.files + 1 > QUOTA.files || usage.bytes + size > QUOTA.bytes) return 'quota-total';
  return usage.filesToday + 1 > QUOTA.filesADay || usage.bytesToday + size > QUOTA.bytesADay ? 'quota-day' : null;
}
