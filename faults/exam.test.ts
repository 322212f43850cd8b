import { expect, it } from 'vitest';
import { examCampaign } from './exam.ts';

it('Whoever kills the machine while summonses, convocations, marks, a record or results are made, nothing is half done, early or twice', async () => {
  const { faults, kills, wanted, stands } = await examCampaign({
    candidates: 6,
    each: 1,
    seed: 1,
    say: () => undefined,
  });
  expect(faults).toEqual([]);
  expect(kills).toBe(wanted);
  expect(kills).toBeGreaterThan(5);
  expect(stands['marks of boards']).toEqual({ all: 6, different: 6 });
  expect(stands.transcripts).toEqual({ all: 6, different: 6 });
}, 600_000);
