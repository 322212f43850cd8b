import { describe, expect, it } from 'vitest';
import type { Enrolment } from '../enrolment.ts';
import { asItStands, refuseChange } from './changes.ts';
import { outsideWindow } from './window.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}+01:00`);
const opensAt = at('2023-10-12T14:00:00');
const closesAt = at('2023-12-01T17:00:00');
const window = { opensAt, closesAt };

describe('The register', () => {
  it.each<[string, string, string, string | null]>([
    ['just before the opening', '2023-10-12T13:59:59.998', '2023-10-12T13:59:59.999', 'not-open-yet'],
    ['in the waiting room since before the opening', '2023-10-12T13:40:00', '2023-10-12T14:00:00', null],
    ['at the opening', '2023-10-12T14:00:00', '2023-10-12T14:00:00', null],
    ['just before the closing', '2023-12-01T16:59:59.999', '2023-12-01T16:59:59.999', null],
    ['at the closing', '2023-12-01T17:00:00', '2023-12-01T17:00:00', 'closed'],
    ['begun in time, finished within half an hour', '2023-12-01T16:59:59', '2023-12-01T17:29:59.999', null],
    ['begun in time, finished half an hour later', '2023-12-01T16:59:59', '2023-12-01T17:30:00', 'closed'],
  ])('%s', (_, begun, now, expected) => {
    const refusal = outsideWindow(window, { begunAt: at(begun), now: at(now) });
    expect(refusal?.code ?? null).toBe(expected);
    if (refusal?.code === 'not-open-yet') expect(refusal.opensAt).toBe(opensAt);
    if (refusal?.code === 'closed') expect(refusal.closesAt).toBe(closesAt);
  });
});

describe('A change', () => {
  const during = { begunAt: at('2023-11-15T10:00:00'), now: at('2023-11-15T10:00:00') };
  const late = { begunAt: closesAt, now: closesAt };
  const standing = (status: Enrolment['status']) => ({ status, number: 'BP24-00001-K' }) as Enrolment;

  it('is refused of an enrolment that has ended, whatever the hour, and of any outside the register', () => {
    expect(refuseChange(standing('registered'), window, during)).toBeNull();
    expect(refuseChange(standing('registered'), window, late)?.code).toBe('closed');
    expect(refuseChange(standing('withdrawn'), window, during)).toEqual({ code: 'ended' });
    expect(refuseChange(standing('withdrawn'), window, late)).toEqual({ code: 'ended' });
  });

  it('that was not saved by the closing is none; a draft stays what it is', () => {
    const changing = { number: 'BP24-00001-K', working: { identification: {} } } as unknown as Enrolment;
    const draft = { number: null, working: { identification: {} } } as unknown as Enrolment;
    expect(asItStands(changing, window, at('2023-12-01T16:59:59.999'))).toBe(changing);
    expect(asItStands(changing, window, closesAt)).toEqual({ ...changing, working: null });
    expect(asItStands(draft, window, closesAt)).toBe(draft);
  });
});
