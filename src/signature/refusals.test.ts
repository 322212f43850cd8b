import { describe } from 'vitest';
import { saysEachRefusal } from '../testing/refusals.ts';
import { refusals } from './refusals.ts';

const at = Temporal.Instant.from('2023-12-01T16:00:00Z');

describe('Each refusal of a signature on line', () => {
  saysEachRefusal(refusals, { at, version: 2, waitSeconds: 90 });
});
