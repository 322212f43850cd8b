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
  it.each([
    ['official', true],
    ['notice', true],
    ['secondary', true],
    ['deduced', false],
    ['unknown', false],
  ] as const)('announces a date as settled by its source: %s, %s', (confidence, settled) => {
    const changed = {
      ...session,
      examStartsOn: { ...session.examStartsOn, confidence: confidence as 'official' },
      correctionsEndAt: { ...session.correctionsEndAt, confidence: confidence as 'official' },
      resultsAt: { ...session.resultsAt, at: at('2024-07-05T14:00'), confidence: confidence as 'official' },
    };
    expect(
      milestonesOf(changed, at('2023-10-01T00:00'))
        .flatMap(({ events }) => events)
        .filter(({ kind }) => kind === 'corrections' || kind === 'exam' || kind === 'results'),
    ).toEqual([
      { kind: 'corrections', settled },
      { kind: 'exam', settled },
      { kind: 'results', settled },
    ]);
  });
  it.each([
    ['2024-05-31T23:59', 'deduced', false],
    ['2024-06-30T23:59', 'deduced', false],
    ['2024-07-01T00:00', 'deduced', true],
    ['2024-06-03T23:59', 'official', false],
    ['2024-06-04T00:00', 'official', true],
  ] as const)('the exam is past, at %s (%s): %s', (now, confidence, past) => {
    const changed = {
      ...session,
      examStartsOn: { ...session.examStartsOn, confidence: confidence as 'official' },
    };
    expect(milestonesOf(changed, at(now)).at(-1)?.past).toBe(past);
  });
  it('says that the register opens and shuts, and with what sanction and what help pieces are due', () => {
    expect(lines[0]?.events).toEqual([{ kind: 'opening', settled: true }]);
    expect(lines[1]?.events[0]).toEqual({ kind: 'closing', settled: true });
    const [group] = session.pieceGroups;
    if (group === undefined) throw new Error('no group');
    const { help: _, ...plain } = group;
    const groups = [
      { ...plain, code: 'a', label: 'A', sanction: 'x' },
      { ...plain, code: 'b', label: 'B', sanction: 'x', help: 'y' },
      { ...plain, code: 'c', label: 'C', sanction: 'x' },
    ];
    const due = milestonesOf({ ...session, pieceGroups: groups }, at('2023-10-01T00:00'))
      .flatMap(({ events }) => events)
      .filter(({ kind }) => kind === 'pieces');
    expect(due).toEqual([
      {
        kind: 'pieces',
        code: 'a',
        due: [
          { groups: ['A', 'C'], sanction: 'x', help: null },
          { groups: ['B'], sanction: 'x', help: 'y' },
        ],
      },
    ]);
  });
});
