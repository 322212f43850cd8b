import { describe, expect, it } from 'vitest';
import type { JuryVerdict } from '../verdict.ts';
import { whyNotAdded } from './againstAdmission.ts';
import { wantedOf } from './saidAnew.ts';

const said = (decision: JuryVerdict['decision'], form: 'GLOBAL' | 'PROGRESSIVE' = 'GLOBAL') => ({
  decision,
  account: { form } as JuryVerdict['account'],
});
const day = Temporal.PlainDate.from;
const admittedAt = Temporal.Instant.from('2024-07-01T18:00:00+02:00');
const REFUSED = { decision: 'REFUSED' } as const;

describe('An addition to a record', () => {
  it('takes an admission away until four months after it was said, and not on the day after (CRPA L242-1)', () => {
    const on = (today: string) =>
      whyNotAdded(said('ADMITTED'), wantedOf('REFUSED'), REFUSED, { admittedAt, today: day(today) });
    expect(on('2024-11-01')).toBeNull();
    expect(on('2024-11-02')).toEqual({ code: 'admitted-for-good', last: day('2024-11-01') });
    const byMark = whyNotAdded(said('ADMITTED'), wantedOf(null), REFUSED, { admittedAt, today: day('2024-12-01') });
    expect(byMark?.code, 'a mark that falls takes it away too').toBe('admitted-for-good');
  });

  it('is in the favour of its candidate at any time', () => {
    const later = { admittedAt: null, today: day('2026-01-01') };
    expect(whyNotAdded(said('REFUSED'), wantedOf('ADMITTED'), { decision: 'ADMITTED' }, later)).toBeNull();
    // Long after an admission: it stays one, it was taken away before, or the record never said it.
    const long = { admittedAt, today: day('2026-01-01') };
    expect(whyNotAdded(said('ADMITTED'), wantedOf(null), { decision: 'ADMITTED' }, long)).toBeNull();
    expect(whyNotAdded(said('REFUSED'), wantedOf('REFUSED'), REFUSED, long)).toBeNull();
    expect(whyNotAdded(said('ADMITTED'), wantedOf('REFUSED'), REFUSED, { ...long, admittedAt: null })).toBeNull();
  });

  it('leaves nobody of the globale form « non jugé »', () => {
    const now = { admittedAt: null, today: day('2024-07-02') };
    const anew = { decision: 'NOT_JUDGED' } as const;
    expect(whyNotAdded(said('REFUSED'), wantedOf('NOT_JUDGED'), anew, now)).toEqual({ code: 'not-judged-global' });
    expect(whyNotAdded(said('REFUSED', 'PROGRESSIVE'), wantedOf('NOT_JUDGED'), anew, now)).toBeNull();
  });
});
