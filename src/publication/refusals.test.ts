import { describe } from 'vitest';
import { saysEachRefusal } from '../testing/refusals.ts';
import { refusals } from './refusals.ts';

const DAY = Temporal.PlainDate.from('2024-07-05');

describe('Each refusal of the publication', () => {
  saysEachRefusal(refusals, {
    first: {
      receivedAt: Temporal.Instant.from('2024-07-05T08:00:00Z'),
      receivedOn: null,
      postedOn: null,
      confidential: false,
    },
    names: ['Coiffure', 'Boulanger'],
    days: 30,
    today: DAY,
    knownOn: DAY,
    over: DAY,
    until: { last: DAY, lateFrom: DAY },
    why: { code: 'one-person', by: 'x', links: [], days: 30 },
  });
});
