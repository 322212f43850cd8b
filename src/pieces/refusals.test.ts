import { describe } from 'vitest';
import { saysEachRefusal } from '../testing/refusals.ts';
import { refusals } from './refusals.ts';

describe('Each refusal of an act on a piece', () => {
  saysEachRefusal(refusals, { at: Temporal.Instant.from('2023-12-01T16:00:00Z'), received: 65_536 });
});
