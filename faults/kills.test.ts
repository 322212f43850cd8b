import { expect, it } from 'vitest';
import { killCampaign } from './kills.ts';

it('Whoever kills the process or the database, nothing acknowledged is lost and nothing is done twice', async () => {
  const outcome = await killCampaign({ kills: 4, clients: 4, seed: 1, say: () => undefined });
  expect(outcome.faults).toEqual([]);
  expect(outcome.awayMs).toHaveLength(4);
  // Whoever lives on knows what the relay took.
  expect(outcome.mailsTwice.database).toBe(0);
  expect(Object.values(outcome.acknowledged).every((count) => count > 0)).toBe(true);
}, 600_000);
