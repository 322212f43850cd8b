import { describe, expect, it } from 'vitest';
import { LARGEST_FILE } from '../../keptFiles/index.ts';
import { MOST_FILES, QUOTA } from '../piece.ts';
import { refuseForQuota, type Usage } from './quota.ts';

const NOTHING: Usage = { filesToday: 0, bytesToday: 0, files: 0, bytes: 0 };

describe('The room of an account', () => {
  it('holds ten pieces of as many files as may be given, twice, and the largest file on the first day', () => {
    expect(QUOTA.filesADay).toBeGreaterThanOrEqual(10 * MOST_FILES);
    expect(refuseForQuota(NOTHING, LARGEST_FILE)).toBeNull();
  });

  it.each<[keyof Usage, number, 'quota-day' | 'quota-total']>([
    ['filesToday', QUOTA.filesADay - 1, 'quota-day'],
    ['bytesToday', QUOTA.bytesADay - 10, 'quota-day'],
    ['files', QUOTA.files - 1, 'quota-total'],
    ['bytes', QUOTA.bytes - 10, 'quota-total'],
  ])('ends with the last that fits (%s)', (name, last, refusal) => {
    expect(refuseForQuota({ ...NOTHING, [name]: last }, 10)).toBeNull();
    expect(refuseForQuota({ ...NOTHING, [name]: last + 1 }, 10)).toBe(refusal);
  });
});
