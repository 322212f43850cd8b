import { describe, expect, it } from 'vitest';
import { at, shippedCatalogue } from '../testing.ts';
import { milestonesOf, type When } from './milestones.ts';

const session = (await shippedCatalogue()).session('bp-2024-clermont');
if (session === undefined) throw new Error('no session');
const written = (when: When): string =>
  when.kind === 'instant'
    ? when.instant.toZonedDateTimeISO('Europe/Paris').toPlainDateTime().toString({ smallestUnit: 'minute' })
    : when.kind === 'day'
      ? when.day.toString()
      : when.month.toString();

describe('The calendar of the notice', () => {
  const lines = milestonesOf(session, at('2023-12-01T17:00'));

  it('has its dates in order, the exam by its month only because the day is our own deduction', () => {
    expect(lines.map(({ when }) => written(when))).toEqual([
      '2023-10-12T14:00',
      '2023-12-01T17:00',
      '2023-12-22T17:00',
      '2024-03-08T00:00',
      '2024-06',
    ]);
  });
  it('says what is late at the very instant', () => {
    expect(lines.map(({ past }) => past)).toEqual([true, true, false, false, false]);
  });
  it('names together the groups of pieces that share a sanction', () => {
    const closing = lines[1]?.events.find((event) => event.kind === 'pieces');
    expect(closing?.kind === 'pieces' && closing.due.map(({ groups }) => groups)).toEqual([
      ["Confirmation d'inscription"],
      ['Identité', 'Domicile', 'Parcours', 'Acquis'],
    ]);
  });
  it('marks what the office has still to settle', () => {
    expect(lines[2]?.events).toEqual([{ kind: 'corrections', settled: false }]);
    expect(lines[4]?.events).toEqual([{ kind: 'exam', settled: false }]);
  });
  it('gives the exam its day, and the results their hour, once they are settled', () => {
    const settled = milestonesOf(
      {
        ...session,
        examStartsOn: { ...session.examStartsOn, confidence: 'official' },
        resultsAt: { ...session.resultsAt, at: at('2024-07-05T14:00'), confidence: 'official' },
      },
      at('2024-06-04T10:00'),
    );
    expect(settled.slice(-2).map(({ when, past }) => [written(when), past])).toEqual([
      ['2024-06-03', true],
      ['2024-07-05T14:00', false],
    ]);
  });
  it('says when a group opens later than the register', () => {
    const [first, ...others] = session.pieceGroups;
    if (first === undefined) throw new Error('no group');
    const later = { ...session, pieceGroups: [{ ...first, opensAt: at('2023-10-20T14:00') }, ...others] };
    expect(milestonesOf(later, at('2023-10-01T00:00'))[1]).toMatchObject({
      events: [{ kind: 'pieces-open', groups: ["Confirmation d'inscription"] }],
    });
  });
});
