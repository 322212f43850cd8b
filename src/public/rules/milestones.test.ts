import { describe, expect, it } from 'vitest';
import { parisInstant, shippedCatalogue } from '../testing.ts';
import { type MilestoneDate, milestonesOf } from './milestones.ts';

const session = (await shippedCatalogue()).session('bp-2024-clermont');
if (session === undefined) throw new Error('no session');
const written = (when: MilestoneDate): string =>
  when.kind === 'instant'
    ? when.instant.toZonedDateTimeISO('Europe/Paris').toPlainDateTime().toString({ smallestUnit: 'minute' })
    : when.kind === 'day'
      ? when.day.toString()
      : when.month.toString();

describe('The calendar of the notice', () => {
  const lines = milestonesOf(session, parisInstant('2023-12-01T17:00'));

  it('has its dates in order, the exam by its month only because the day is our own deduction', () => {
    expect(lines.map(({ when }) => written(when))).toEqual([
      '2023-10-12T14:00',
      '2023-12-01T17:00',
      '2023-12-22T17:00',
      '2024-03-08T00:00',
      '2024-06',
    ]);
  });
  it('names what opens and what closes, which the office has settled', () => {
    expect(lines[0]?.events).toEqual([{ kind: 'opening', settled: true }]);
    expect(lines[1]?.events[0]).toEqual({ kind: 'closing', settled: true });
  });
  it('says what is late at the very instant', () => {
    expect(lines.map(({ past }) => past)).toEqual([true, true, false, false, false]);
  });
  it('names together the groups of pieces that share a sanction', () => {
    const closing = lines[1]?.events.find((event) => event.kind === 'pieces');
    expect(closing?.kind === 'pieces' && closing.due.map(({ groups }) => groups)).toEqual([
      ["Confirmation d'inscription"],
      ['Identité', 'Nationalité', 'Domicile', 'Parcours', 'Acquis'],
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
        resultsAt: { ...session.resultsAt, at: parisInstant('2024-07-05T14:00'), confidence: 'official' },
      },
      parisInstant('2024-06-04T10:00'),
    );
    expect(settled.slice(-2).map(({ when, past }) => [written(when), past])).toEqual([
      ['2024-06-03', true],
      ['2024-07-05T14:00', false],
    ]);
  });
  it('says when a group opens later than the register', () => {
    const [first, ...others] = session.pieceGroups;
    if (first === undefined) throw new Error('no group');
    const later = { ...session, pieceGroups: [{ ...first, opensAt: parisInstant('2023-10-20T14:00') }, ...others] };
    expect(milestonesOf(later, parisInstant('2023-10-01T00:00'))[1]).toMatchObject({
      events: [{ kind: 'pieces-open', groups: ["Confirmation d'inscription"] }],
    });
  });
  it('names each event whole', () => {
    const [, closing, later] = [...new Set(session.pieceGroups.map(({ sanction }) => sanction))];
    const help = session.pieceGroups.find(({ code }) => code === 'travail-en-hauteur')?.help;
    expect(lines.map(({ events }) => events)).toEqual([
      [{ kind: 'opening', settled: true }],
      [
        { kind: 'closing', settled: true },
        {
          kind: 'pieces',
          code: 'confirmation',
          due: [
            { groups: ["Confirmation d'inscription"], sanction: session.pieceGroups[0]?.sanction, help: null },
            { groups: ['Identité', 'Nationalité', 'Domicile', 'Parcours', 'Acquis'], sanction: closing, help: null },
          ],
        },
      ],
      [{ kind: 'corrections', settled: false }],
      [
        {
          kind: 'pieces',
          code: 'travail-en-hauteur',
          due: [{ groups: ['Travail en hauteur'], sanction: later, help }],
        },
      ],
      [{ kind: 'exam', settled: false }],
    ]);
    expect(help).toContain('GRETA');
  });
  it('parts groups whose help differs, and knows those that open together by the first', () => {
    const [first, second, ...others] = session.pieceGroups;
    if (first === undefined || second === undefined) throw new Error('two groups');
    const opensAt = parisInstant('2023-10-20T14:00');
    const same = { sanction: 'x', opensAt };
    const changed = {
      ...session,
      pieceGroups: [{ ...first, ...same }, { ...second, ...same, help: 'y' }, ...others],
    };
    const found = milestonesOf(changed, parisInstant('2023-10-01T00:00')).flatMap(({ events }) => events);
    expect(found.filter(({ kind }) => kind === 'pieces-open')).toEqual([
      { kind: 'pieces-open', code: first.code, groups: [first.label, second.label] },
    ]);
    expect(found.find((event) => event.kind === 'pieces')).toMatchObject({
      due: [
        { groups: [first.label], sanction: 'x', help: null },
        { groups: [second.label], sanction: 'x', help: 'y' },
        {},
      ],
    });
  });
  it('says of each later opening which groups it is of', () => {
    const [first, second, ...others] = session.pieceGroups;
    if (first === undefined || second === undefined) throw new Error('two groups');
    const [sooner, later] = [parisInstant('2023-10-20T14:00'), parisInstant('2023-10-25T14:00')];
    const pieceGroups = [{ ...first, opensAt: later }, { ...second, opensAt: sooner }, ...others];
    const found = milestonesOf({ ...session, pieceGroups }, parisInstant('2023-10-01T00:00'));
    expect(found.slice(1, 3).map(({ when, events }) => [written(when), events])).toEqual([
      ['2023-10-20T14:00', [{ kind: 'pieces-open', code: second.code, groups: [second.label] }]],
      ['2023-10-25T14:00', [{ kind: 'pieces-open', code: first.code, groups: [first.label] }]],
    ]);
  });
  it('is of a month where the day is not settled', () => {
    expect(lines.at(-1)?.when).toEqual({ kind: 'month', month: Temporal.PlainYearMonth.from('2024-06') });
  });
  it.each([
    ['official', true],
    ['notice', true],
    ['secondary', true],
    ['derived', false],
    ['uncertain', false],
    ['unknown', false],
  ] as const)('takes a fact that is %s for settled: %s', (confidence, settled) => {
    const known = {
      ...session,
      examStartsOn: { ...session.examStartsOn, confidence },
      correctionsEndAt: { ...session.correctionsEndAt, confidence },
      resultsAt: { ...session.resultsAt, at: parisInstant('2024-07-05T14:00'), confidence },
    };
    const events = milestonesOf(known, parisInstant('2023-10-01T00:00')).flatMap((one) => one.events);
    for (const kind of ['corrections', 'exam', 'results'] as const)
      expect(events.find((event) => event.kind === kind)).toEqual({ kind, settled });
  });
  it('has no results without a date', () => {
    expect(lines.flatMap(({ events }) => events).some(({ kind }) => kind === 'results')).toBe(false);
  });
  it('is over with its day, or with its month', () => {
    const day = { ...session, examStartsOn: { ...session.examStartsOn, confidence: 'official' as const } };
    const isOver = (one: typeof session, now: string) => milestonesOf(one, parisInstant(now)).at(-1)?.past;
    expect([isOver(day, '2024-06-02T23:59'), isOver(day, '2024-06-03T23:59'), isOver(day, '2024-06-04T00:00')]).toEqual(
      [false, false, true],
    );
    expect([
      isOver(session, '2024-05-31T23:59'),
      isOver(session, '2024-06-30T23:59'),
      isOver(session, '2024-07-01T00:00'),
    ]).toEqual([false, false, true]);
  });
});
