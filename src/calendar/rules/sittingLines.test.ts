import { describe, expect, it } from 'vitest';
import { type LineFault, WRITTEN } from '../../places/index.ts';
import { sittingHeadings } from '../faultTexts.ts';
import { SITTING_COLUMNS, type SittingColumn } from './lines.ts';
import type { SittingRules } from './sittingLine.ts';
import { readSittingLines } from './sittingLines.ts';

const short = (faults: readonly LineFault<string, { readonly code: string }>[]) =>
  faults.map(({ line, column, fault }) => [line, column, fault.code]);
const UNSAID = { uncounted: 0, held: null, preparation: null };
const at = (text: string) => Temporal.Instant.from(text);
const RULES: SittingRules = {
  zone: 'Europe/Paris',
  first: Temporal.PlainDate.from('2024-06-03'),
  last: Temporal.PlainDate.from('2024-07-31'),
  lastReplacement: Temporal.PlainDate.from('2024-12-31'),
  staying: [],
  atOnce: true,
  specialities: [
    {
      cfd: '45033608',
      name: 'Coiffure',
      units: [
        { id: 'U10', code: 'U10', minutes: 150, choiceGroup: null, ...UNSAID },
        { id: 'B-2', code: 'UP2', minutes: null, choiceGroup: null, ...UNSAID },
      ],
    },
    {
      cfd: '45033609',
      name: 'Fleuriste',
      units: [{ id: 'U10', code: 'U10', minutes: null, choiceGroup: null, ...UNSAID }],
    },
    { cfd: '45033610', name: 'Fleuriste', units: [] },
  ],
  rooms: [
    { id: 'r1', centre: 'LYC', room: 'Salle 1', kinds: [] },
    { id: 'r2', centre: 'LYC', room: 'Salon', kinds: ['coiffure'] },
  ],
  reserved: [{ roomId: 'r2', startsAt: at('2024-06-04T08:00:00+02:00'), minutes: 60, ...WRITTEN, session: null }],
};
const sitting = (number: number, cells: Partial<Record<SittingColumn, string>> = {}) => ({
  line: number,
  cells: {
    speciality: '45033608',
    unit: 'U10',
    day: '03/06/2024',
    hour: '9 h',
    duration: '2 h 30',
    material: 'Calculatrice',
    kind: '',
    centre: '',
    room: '',
    held: '',
    until: '',
    preparation: '',
    rest: '',
    ...cells,
  },
});
const faultsOf = (...lines: ReturnType<typeof sitting>[]) => short(readSittingLines(lines, RULES).faults);

describe('A line of sittings', () => {
  it('is a unit with its hour in Paris, its duration and what to bring', () => {
    const read = readSittingLines(
      [
        sitting(2),
        sitting(3, {
          unit: 'up 2',
          day: '2024-06-04',
          duration: '60',
          kind: 'Coiffure',
          centre: 'lyc',
          room: 'SALON',
          hour: '9:00',
        }),
      ],
      RULES,
    );
    expect(read.faults).toEqual([]);
    expect(read.sittings).toEqual([
      {
        ...WRITTEN,
        line: 2,
        speciality: '45033608',
        unit: 'U10',
        startsAt: at('2024-06-03T09:00:00+02:00'),
        minutes: 150,
        material: 'Calculatrice',
        kind: '',
        roomId: null,
      },
      expect.objectContaining({
        unit: 'B-2',
        minutes: 60,
        kind: 'coiffure',
        roomId: 'r2',
        startsAt: at('2024-06-04T09:00:00+02:00'),
      }),
    ]);
  });

  it('finds a speciality by its name, where only one bears it', () => {
    expect(faultsOf(sitting(2, { speciality: 'COIFFURE' }))).toEqual([]);
    expect(faultsOf(sitting(2, { speciality: '450 336 08' }))).toEqual([]);
    expect(faultsOf(sitting(2, { speciality: 'Fleuriste' }))).toEqual([[2, 'speciality', 'speciality-unknown']]);
    expect(faultsOf(sitting(2, { speciality: 'Menuisier' }))).toEqual([[2, 'speciality', 'speciality-unknown']]);
    expect(faultsOf(sitting(2, { speciality: '', unit: '' }))).toEqual([
      [2, 'speciality', 'empty'],
      [2, 'unit', 'empty'],
    ]);
  });

  it('of a replacement test comes after the first test of its unit, even once the results are out', () => {
    const units = [
      { id: 'U10', code: 'U10', minutes: 150, choiceGroup: null, ...UNSAID },
      { id: 'U10-R', code: 'U10 (remplacement)', minutes: 150, choiceGroup: null, ...UNSAID },
    ];
    const rules: SittingRules = { ...RULES, specialities: [{ cfd: '45033608', name: 'Coiffure', units }] };
    const read = (staying: SittingRules['staying'], ...lines: ReturnType<typeof sitting>[]) =>
      readSittingLines(lines, { ...rules, staying });
    const again = (day: string, unit = 'u10 (remplacement)') => sitting(3, { unit, day });
    for (const unit of ['U10 (Remplacement)', 'U10-R']) {
      const { faults, sittings } = read([], sitting(2), again('12/09/2024', unit));
      expect([faults, sittings[1]?.unit]).toEqual([[], 'U10-R']);
    }
    expect(short(read([], sitting(2), again('03/06/2024')).faults)).toEqual([[3, 'day', 'before-first']]);
    const startsAt = at('2024-09-12T09:00:00+02:00');
    const first = { speciality: '45033608', unit: 'U10', startsAt, minutes: 150, ...WRITTEN };
    expect(short(read([first], again('12/09/2024')).faults)).toEqual([[3, 'day', 'before-first']]);
    expect(short(read([{ ...first, speciality: '45033609' }], again('12/09/2024')).faults)).toEqual([]);
    expect(short(read([first], again('31/12/2024')).faults)).toEqual([]);
    expect(short(read([], again('02/01/2025')).faults)).toEqual([[3, 'day', 'out-of-session']]);
    const [unknown] = read([], again('12/09/2024', 'U99')).faults;
    expect(unknown?.fault).toEqual({ code: 'unit-unknown', known: ['U10'] });
  });

  it('is never in a night when clocks change, and may be on 29 February of a leap year alone', () => {
    const [first, last] = ['2024-02-01', '2024-12-31'].map((day) => Temporal.PlainDate.from(day));
    const rules: SittingRules = { ...RULES, first: first ?? RULES.first, last: last ?? RULES.last };
    const read = (changes: Parameters<typeof sitting>[1]) => readSittingLines([sitting(2, changes)], rules);
    const faults = (day: string, hour: string) => short(read({ day, hour }).faults).map(([, , fault]) => fault);
    // 2 h 30 is no hour of 31 March 2024, and is twice on 27 October: both are Sundays.
    expect(faults('31/03/2024', '02:30')).toEqual(['day-off']);
    expect(faults('27/10/2024', '02:30')).toEqual(['day-off']);
    expect(faults('30/03/2024', '22:00')).toEqual(['past-midnight']);
    expect(faults('30/03/2024', '21:00')).toEqual([]);
    const { sittings } = read({ day: '29/02/2024', hour: '9 h' });
    expect(sittings[0]?.startsAt).toEqual(at('2024-02-29T09:00:00+01:00'));
    expect(faults('29/02/2023', '9 h')).toEqual(['day-unreadable']);
  });

  it('names the units that there are', () => {
    const [fault] = readSittingLines([sitting(2, { unit: 'U99' })], RULES).faults;
    expect(fault).toEqual({ line: 2, column: 'unit', fault: { code: 'unit-unknown', known: ['U10', 'UP2'] } });
  });

  it('says all that is wrong at once', () => {
    expect(
      faultsOf(
        sitting(2, { day: '31/02/2024', hour: '25 h', duration: 'longtemps' }),
        sitting(3, { day: '09/06/2024' }),
        sitting(4, { day: '20/05/2024' }),
        sitting(5, { day: '14/07/2025' }),
        sitting(6, { duration: '3 h' }),
        sitting(7, { day: '', hour: '', duration: '' }),
        sitting(8, { unit: 'UP2', hour: '23 h', duration: '2 h' }),
        sitting(9, { material: 'x'.repeat(201), kind: 'x'.repeat(201), hour: '14 h' }),
        sitting(10, { day: '3 juin' }),
      ),
    ).toEqual([
      [2, 'day', 'day-unreadable'],
      [2, 'hour', 'hour-unreadable'],
      [2, 'duration', 'duration-unreadable'],
      [3, 'day', 'day-off'],
      [4, 'day', 'day-off'],
      [4, 'day', 'out-of-session'],
      [5, 'day', 'day-off'],
      [5, 'day', 'out-of-session'],
      [6, 'duration', 'duration-differs'],
      [7, 'day', 'empty'],
      [7, 'hour', 'empty'],
      [7, 'duration', 'empty'],
      [8, 'duration', 'past-midnight'],
      [9, 'material', 'too-long'],
      [9, 'kind', 'too-long'],
      [10, 'day', 'day-unreadable'],
    ]);
    expect(faultsOf(sitting(2, { day: '31/07/2024' }))).toEqual([]);
    expect(faultsOf(sitting(2, { day: '1/8/2024' }))).toEqual([[2, 'day', 'out-of-session']]);
    const differs = readSittingLines([sitting(2, { duration: '3 h' })], RULES).faults[0]?.fault;
    expect(differs).toEqual({ code: 'duration-differs', minutes: 150 });
  });

  it('names a room that is there, and fitted for it', () => {
    expect(faultsOf(sitting(2, { room: 'Salle 1' }))).toEqual([[2, 'room', 'room-without-centre']]);
    expect(faultsOf(sitting(2, { centre: 'XYZ', room: 'Salle 1' }))).toEqual([[2, 'centre', 'centre-unknown']]);
    expect(faultsOf(sitting(2, { centre: 'LYC' }))).toEqual([[2, 'room', 'empty']]);
    expect(faultsOf(sitting(2, { centre: 'LYC', room: 'Salle 9' }))).toEqual([[2, 'room', 'room-unknown']]);
    expect(faultsOf(sitting(2, { centre: 'LYC', room: 'Salle 1', kind: 'coiffure' }))).toEqual([
      [2, 'kind', 'kind-not-there'],
    ]);
  });

  it('is not there twice, nor is a hall for two at once: real hours are compared', () => {
    const inRoom = { centre: 'LYC', room: 'Salle 1' };
    expect(faultsOf(sitting(2), sitting(3))).toEqual([[3, 'unit', 'sitting-twice']]);
    expect(faultsOf(sitting(2, inRoom), sitting(3))).toEqual([]);
    expect(faultsOf(sitting(2, inRoom), sitting(3, { ...inRoom, unit: 'UP2', hour: '11:29' }))).toEqual([
      [3, 'room', 'hall-taken'],
    ]);
    expect(faultsOf(sitting(2, inRoom), sitting(3, { ...inRoom, unit: 'UP2', hour: '11:30' }))).toEqual([]);
    expect(faultsOf(sitting(2, inRoom), sitting(3, { ...inRoom, unit: 'UP2', hour: '7:00', duration: '2 h' }))).toEqual(
      [],
    );
    expect(
      faultsOf(sitting(2, inRoom), sitting(3, { ...inRoom, unit: 'UP2', hour: '7:00', duration: '2 h 01' })),
    ).toEqual([[3, 'room', 'hall-taken']]);
    const kept = { centre: 'LYC', room: 'Salon', day: '04/06/2024' };
    const [fault] = readSittingLines([sitting(2, { ...kept, hour: '8:30' })], RULES).faults;
    expect(fault).toEqual({ line: 2, column: 'room', fault: { code: 'hall-taken', earlier: null } });
    expect(faultsOf(sitting(2, { ...kept, hour: '9:00' }))).toEqual([]);
  });
});

describe('Two units of a speciality', () => {
  const UNITS = [
    { id: 'U10', code: 'U10', minutes: 150, choiceGroup: null, ...UNSAID },
    { id: 'U20', code: 'U20', minutes: 120, choiceGroup: null, ...UNSAID },
    { id: 'U30A', code: 'U30A', minutes: 120, choiceGroup: 'U30', ...UNSAID },
    { id: 'U30B', code: 'U30B', minutes: 120, choiceGroup: 'U30', ...UNSAID },
    { id: 'U10-R', code: 'U10 (remplacement)', minutes: 150, choiceGroup: null, ...UNSAID },
  ];
  const rules = (changes: Partial<SittingRules> = {}): SittingRules => ({
    ...RULES,
    specialities: [{ cfd: '45033608', name: 'Coiffure', units: UNITS }],
    atOnce: false,
    ...changes,
  });
  const of = (unit: string, hour: string, line = 2) =>
    sitting(line, { unit, hour, duration: unit.startsWith('U10') ? '2 h 30' : '2 h' });
  const faults = (lines: readonly ReturnType<typeof sitting>[], changes: Partial<SittingRules> = {}) =>
    readSittingLines(lines, rules(changes)).faults.map(({ line, column, fault }) => [line, column, fault]);

  it('of which every hour meets every hour of the other are refused, on the last of their lines', () => {
    expect(faults([of('U10', '9 h'), of('U20', '11 h 29', 3)])).toEqual([
      [3, 'hour', { code: 'at-once', unit: 'U10' }],
    ]);
    expect(faults([of('U10', '9 h'), of('U20', '11 h 30', 3)])).toEqual([]);
    expect(faults([of('U10', '9 h'), of('U20', '9 h', 3), of('U20', '13 h', 4)])).toEqual([]);
  });

  it('that are phases of one test have their minutes from the regulation, and a later one comes once the one before is over', () => {
    const [first] = UNITS;
    const phases =
      first === undefined
        ? []
        : [
            { ...first, uncounted: 30 },
            { ...first, id: 'U10-P2', code: 'U10, phase 2' },
          ];
    const specialities = [{ cfd: '45033608', name: 'Coiffure', units: phases }];
    const later = (hour: string) => [of('U10', '9 h'), { ...of('U10, phase 2', hour, 3) }];
    expect(faults(later('11 h 30'), { specialities })).toEqual([]);
    expect(faults(later('11 h 29'), { specialities })).toEqual([[3, 'day', { code: 'before-phase' }]]);
    expect(faults([of('U10, phase 2', '9 h')], { specialities })).toEqual([[2, 'day', { code: 'before-phase' }]]);
    const { sittings } = readSittingLines(later('14 h'), rules({ specialities }));
    expect(sittings.map(({ unit, uncounted }) => [unit, uncounted])).toEqual([
      ['U10', 30],
      ['U10-P2', 0],
    ]);
  });

  it('may be at one hour where they are alternatives, where the exam says so, or where they are of two specialities', () => {
    expect(faults([of('U30A', '9 h'), of('U30B', '9 h', 3)])).toEqual([]);
    expect(faults([of('U10', '9 h'), of('U20', '9 h', 3)], { atOnce: true })).toEqual([]);
    const staying = [
      { speciality: '45033609', unit: 'U20', startsAt: at('2024-06-03T09:00:00+02:00'), minutes: 120, ...WRITTEN },
    ];
    expect(faults([of('U10', '9 h')], { staying })).toEqual([]);
    expect(faults([of('U10', '9 h')], { staying: staying.map((one) => ({ ...one, speciality: '45033608' })) })).toEqual(
      [[2, 'hour', { code: 'at-once', unit: 'U20' }]],
    );
  });

  it('a replacement test meets its own first test by another rule', () => {
    expect(faults([of('U10', '9 h'), of('U10-R', '10 h', 3)])).toEqual([]);
    expect(faults([of('U10', '9 h'), of('U10-R', '8 h', 3)])).toEqual([[3, 'day', { code: 'before-first' }]]);
  });

  it('a room that another session has is said with its name', () => {
    const reserved = [
      {
        roomId: 'r2',
        startsAt: at('2024-06-04T08:00:00+02:00'),
        minutes: 60,
        ...WRITTEN,
        session: 'CAP, session 2024',
      },
    ];
    expect(
      faults([sitting(2, { day: '04/06/2024', hour: '8 h', centre: 'LYC', room: 'Salon' })], { reserved }),
    ).toEqual([[2, 'room', { code: 'hall-taken-elsewhere', session: 'CAP, session 2024' }]]);
  });
});

describe('How a test is held', () => {
  const unit = (more: Partial<SittingRules['specialities'][number]['units'][number]>) => ({
    id: 'U41',
    code: 'U41',
    minutes: 10,
    choiceGroup: null,
    ...UNSAID,
    ...more,
  });
  const read = (cells: Partial<Record<SittingColumn, string>>, more: Parameters<typeof unit>[0] = {}) => {
    const rules = { ...RULES, specialities: [{ cfd: '45033608', name: 'Coiffure', units: [unit(more)] }] };
    const { sittings, faults } = readSittingLines([sitting(2, { unit: 'U41', duration: '10 min', ...cells })], rules);
    return { line: sittings[0], faults: faults.map(({ column, fault }) => [column, fault.code]) };
  };

  it('is what the table says, else what the regulation says, else a written test', () => {
    expect(read({}).line).toMatchObject(WRITTEN);
    expect(read({ held: 'Pratique', preparation: '20', rest: '20 min' }).line).toMatchObject({
      held: 'practical',
      preparation: 20,
      rest: 20,
      until: null,
    });
    const oral = read({ until: '12 h', rest: '5' }, { held: 'oral', preparation: 15 });
    expect(oral.faults).toEqual([]);
    expect(oral.line).toMatchObject({ held: 'oral', preparation: 15, rest: 5, until: at('2024-06-03T12:00:00+02:00') });
    expect(read({ until: '12 h', preparation: '0' }, { held: 'oral', preparation: 15 }).line?.preparation).toBe(0);
  });

  it('is refused where it is otherwise than the regulation says, or is nothing that can be held', () => {
    expect(read({ held: 'ecrit' }, { held: 'oral' }).faults).toEqual([['held', 'held-differs']]);
    expect(read({}, { held: 'continuous' }).faults).toEqual([['held', 'held-differs']]);
    expect(read({ held: 'par téléphone' }).faults).toEqual([['held', 'held-unreadable']]);
    expect(read({ preparation: '241' }).faults).toEqual([['preparation', 'minutes']]);
    expect(read({ rest: 'un peu' }).faults).toEqual([['rest', 'minutes']]);
  });

  it('of an oral has an hour until which its board calls, and room for one turn at least', () => {
    expect(read({ held: 'oral' }).faults).toEqual([['until', 'until-missing']]);
    expect(read({ held: 'oral', until: 'midi' }).faults).toEqual([['until', 'hour-unreadable']]);
    expect(read({ held: 'oral', until: '9 h 29', preparation: '15', rest: '5' }).faults).toEqual([
      ['until', 'until-early'],
    ]);
    expect(read({ held: 'oral', until: '9 h 30', preparation: '15', rest: '5' }).faults).toEqual([]);
    expect(read({ until: '12 h' }).faults).toEqual([['until', 'not-oral']]);
  });

  it('keeps its room for as long as it is held: the workshop made ready and cleared, the board until its hour', () => {
    const inRoom = { centre: 'LYC', room: 'Salle 1' };
    const faults = (one: Partial<Record<SittingColumn, string>>, hour: string) => {
      const units = [unit({}), unit({ id: 'U42', code: 'U42' })];
      const rules = { ...RULES, specialities: [{ cfd: '45033608', name: 'Coiffure', units }] };
      const lines = [
        sitting(2, { unit: 'U41', duration: '10 min', ...inRoom, ...one }),
        sitting(3, { unit: 'U42', duration: '10 min', ...inRoom, hour }),
      ];
      return short(readSittingLines(lines, rules).faults);
    };
    const practical = { held: 'pratique', preparation: '20', rest: '30' };
    expect(faults(practical, '8 h 31')).toEqual([[3, 'room', 'hall-taken']]);
    expect(faults(practical, '8 h 30')).toEqual([]);
    expect(faults(practical, '9 h 39')).toEqual([[3, 'room', 'hall-taken']]);
    expect(faults(practical, '9 h 40')).toEqual([]);
    expect(faults({ held: 'oral', until: '11 h' }, '10 h 59')).toEqual([[3, 'room', 'hall-taken']]);
    expect(faults({ held: 'oral', until: '11 h' }, '11 h')).toEqual([]);
  });

  it('of two units of a speciality, an oral leaves time for the other, since each has a turn', () => {
    const units = [unit({}), unit({ id: 'U42', code: 'U42' })];
    const rules = { ...RULES, atOnce: false, specialities: [{ cfd: '45033608', name: 'Coiffure', units }] };
    const lines = [
      sitting(2, { unit: 'U41', duration: '10 min', held: 'oral', until: '12 h' }),
      sitting(3, { unit: 'U42', duration: '10 min', hour: '10 h' }),
    ];
    expect(readSittingLines(lines, rules).faults).toEqual([]);
  });
});

it('The table has the columns that it is said to have', () => {
  expect(new Set(SITTING_COLUMNS.map((column) => sittingHeadings.names[column])).size).toBe(13);
});
