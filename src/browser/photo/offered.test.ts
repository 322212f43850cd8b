import { expect, it } from 'vitest';
import { OFFERED } from '../../platform/documents/documents.ts';
import { offeredHere } from './offered.ts';

it('A chooser offers whatever is taken, HEIC too; an iPhone isn’t told of HEIC, and makes a JPEG of it', () => {
  const accept = OFFERED.join(',');
  expect(offeredHere(accept, false).split(',')).toEqual(expect.arrayContaining(['image/heic', '.heic', '.heif']));
  expect(offeredHere(accept, true)).toBe('application/pdf,image/jpeg,image/png,image/webp,.pdf,.jpg,.jpeg,.png,.webp');
});
