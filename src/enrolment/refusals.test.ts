import { describe } from 'vitest';
import { saysEachRefusal } from '../testing/refusals.ts';
import { refusals } from './refusals.ts';

const opensAt = Temporal.Instant.from('2023-10-10T07:00:00Z');

describe('Each refusal of an act on an enrolment', () => {
  saysEachRefusal(refusals, {
    opensAt,
    closesAt: opensAt.add({ hours: 24 }),
    what: ['Recteur'],
    law: { article: "code de l'éducation, article D337-21", words: null, asOf: null, derogable: true },
  });
});
