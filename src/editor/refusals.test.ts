import { describe } from 'vitest';
import { saysEachRefusal } from '../testing/refusals.ts';
import { extensionRefusals } from './extensionRefusals.ts';
import { refusals } from './refusals.ts';

describe('Each refusal of an act on a draft', () => {
  saysEachRefusal(refusals, {
    names: ['Lyon'],
    days: 30,
    lost: [{ mail: 'account.activation', name: 'link', why: 'personne ne peut activer son compte' }],
  });
});

describe('Each refusal of an extension', () => {
  const at = Temporal.Instant.from('2023-12-01T16:00:00Z');
  saysEachRefusal(extensionRefusals, {
    days: 30,
    faults: ['Les corrections finissent avant la clôture.'],
    dates: [{ kind: 'closing', group: '', was: at, is: at.add({ hours: 1 }) }],
  });
});
