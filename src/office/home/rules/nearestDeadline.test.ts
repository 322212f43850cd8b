import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../../testing/catalogue.ts';
import { plainSpaces } from '../../../testing/words.ts';
import { homeTexts } from '../homeTexts.ts';
import { nearestDeadline, sessionAtExam } from './nearestDeadline.ts';

const catalogue = await shippedCatalogue();

describe('The nearest deadline', () => {
  const known = () => [catalogue.session('bp-2024-clermont')].filter((one) => one !== undefined);
  it('is the closing, then the end of corrections, the training for work at height, the exam, its results, then none', () => {
    const sessions = known();
    const at = (text: string) => nearestDeadline(sessions, Temporal.Instant.from(text));
    expect(at('2023-11-15T10:00:00Z')).toMatchObject({ kind: 'closing' });
    expect(at('2023-12-01T16:00:00Z')).toMatchObject({ kind: 'corrections' });
    expect(at('2023-12-25T10:00:00Z')).toMatchObject({ kind: 'pieces', group: 'Travail en hauteur' });
    const height = at('2023-12-25T10:00:00Z');
    expect(
      height === null ? '' : plainSpaces(homeTexts.deadline(height, 'CAP, session 2024', 'dans 74 jours')),
    ).toContain(
      'Prochaine échéance (CAP, session 2024) : dépôt des pièces « Travail en hauteur », le jeudi 7 mars 2024 inclus, dans 74 jours',
    );
    expect(at('2024-04-01T10:00:00Z')).toMatchObject({
      kind: 'exam',
      at: Temporal.Instant.from('2024-06-02T22:00:00Z'),
    });
    expect(at('2024-06-02T22:00:00Z')).toBeNull();
    const results = Temporal.Instant.from('2024-07-05T08:00:00Z');
    const announced = sessions.map((one) => ({ ...one, resultsAt: { ...one.resultsAt, at: results } }));
    expect(nearestDeadline(announced, Temporal.Instant.from('2024-06-20T08:00:00Z'))).toMatchObject({
      kind: 'results',
    });
  });

  it('is that of the session whose tests have begun, until a register opens', () => {
    const sessions = known();
    const at = (text: string) => Temporal.Instant.from(text);
    const opens = (code: string, from: string, to: string, on: string, demonstration = false) =>
      sessions.map((one) => ({
        ...one,
        code,
        demonstration,
        window: { opensAt: at(from), closesAt: at(to) },
        examStartsOn: { ...one.examStartsOn, on: Temporal.PlainDate.from(on) },
      }));
    const next = opens('next', '2026-10-15T08:00:00Z', '2026-12-01T16:00:00Z', '2027-06-01');
    const trial = opens('trial', '2024-06-01T08:00:00Z', '2024-09-01T16:00:00Z', '2024-06-02', true);
    const code = (now: string) => sessionAtExam([...next, ...sessions, ...trial], at(now))?.code ?? null;
    expect(code('2024-06-02T21:59:59Z')).toBeNull();
    expect(code('2024-06-02T22:00:00Z')).toBe('bp-2024-clermont');
    expect(code('2026-10-15T07:59:59Z')).toBe('bp-2024-clermont');
    expect(code('2026-10-15T08:00:00Z')).toBeNull();
    expect(code('2027-06-02T08:00:00Z')).toBe('next');
  });
});
