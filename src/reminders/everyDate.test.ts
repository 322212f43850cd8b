import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../catalogue/index.ts';
import type { Enrolment } from '../enrolment/index.ts';
import {
  type Contribution,
  type DueSource,
  openDues,
  type PieceWithFiles,
  remainingInWords,
  todosOf,
} from '../pieces/index.ts';
import type { Database } from '../platform/database/database.ts';
import { shippedCatalogue } from '../testing/catalogue.ts';
import { endInWords } from '../ui/index.ts';
import { dueByDate } from './rules/deadlines.ts';

/** At any instant, in any state: what has a date is in each of its places, and nothing of health is in those of the office. */
let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await shippedCatalogue();
});

const SESSION = 'bp-2024-clermont';
const START = Temporal.Instant.from('2023-11-15T09:00:00Z');
const day = fc.integer({ min: 1, max: 140 }).map((days) => START.add({ hours: 24 * days }));
const HEALTH = 'R408DISP';
const CODES = ['CINSIG01', 'DOMICIL', 'DCSTID01', 'R408A3', HEALTH] as const;

const piece = (code: (typeof CODES)[number]): fc.Arbitrary<PieceWithFiles> =>
  fc
    .record({
      status: fc.constantFrom('none', 'received', 'compliant', 'non-compliant', 'exempted'),
      files: fc.constantFrom([], [{ id: 'f' }]),
      dueAt: day,
      correctableUntil: fc.option(day),
      handedOverAt: fc.option(fc.constant(START)),
      mode: fc.constantFrom('online', 'post'),
    })
    .map(
      (given) =>
        ({
          ...given,
          id: code,
          code,
          group: code === 'CINSIG01' ? 'confirmation' : code.startsWith('R') ? 'r408' : 'proofs',
          opensAt: START,
          countsForValidation: !code.startsWith('R'),
          confidential: code === HEALTH,
          excuses: code === HEALTH ? ['R408A3'] : [],
          excusedBy: code === 'R408A3' ? HEALTH : null,
        }) as unknown as PieceWithFiles,
    );
const enrolment = fc.record({
  status: fc.constantFrom('draft', 'registered', 'validated', 'withdrawn'),
  working: fc.option(fc.constant({})),
  signed: fc.boolean(),
});
const enrolmentOf = ({ status, working, signed }: { status: string; working: object | null; signed: boolean }) =>
  ({
    status,
    number: status === 'draft' ? null : 'BP24-00001-U',
    version: 1,
    signature: signed ? { version: 1, at: START } : null,
    working,
    reserve: null,
  }) as unknown as Enrolment;
const added = (label: string, until: Temporal.Instant | null): Contribution => ({
  who: 'candidate',
  act: 'other',
  piece: null,
  state: 'todo',
  href: '/x',
  detail: null,
  otherwise: null,
  title: label,
  mail: label,
  label,
  until,
});
const none = undefined as unknown as Database;

const world = fc.record({
  now: day,
  closesAt: day,
  pieces: fc.tuple(...CODES.map(piece)),
  one: enrolment,
  health: fc.option(day),
  open: fc.option(day),
});

describe('What has a date', () => {
  it('is in what remains, the next date, mails and reminders, and never past; the office reads nothing of health', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ now, closesAt, pieces, one, health, open }) => {
        const isAhead = (until: Temporal.Instant | null): boolean =>
          until !== null && Temporal.Instant.compare(now, until) < 0;
        let asked = 0;
        const source = (readers: DueSource['readers'], label: string, until: Temporal.Instant | null): DueSource => ({
          readers,
          list: async () => {
            if (readers === 'candidate') asked += 1;
            return [added(label, isAhead(until) ? until : null)];
          },
        });
        const due = openDues([source('candidate', 'Une démarche', health), source('all', 'Une réponse', open)]);
        const file = {
          enrolment: enrolmentOf(one),
          session: { window: { opensAt: START, closesAt }, lastCorrectionAt: closesAt },
          pieces,
        } as unknown as Parameters<typeof due>[1];
        const office = await due(none, file, now, 'office');
        expect(asked).toBe(0);
        const own = await due(none, file, now, 'candidate');
        for (const remaining of [own, office]) {
          const dates = todosOf(remaining).flatMap(({ until }) => until ?? []);
          for (const until of dates) expect(isAhead(until)).toBe(true);
          expect(remaining.deadline ?? null).toEqual(dates.toSorted(Temporal.Instant.compare)[0] ?? null);
          const mail = remainingInWords(catalogue, SESSION, remaining).join('\n');
          expect(mail).not.toMatch(/handicap|RQTH|aménagement/i);
          for (const until of dates) expect(mail).toContain(endInWords(until));
          const reminded = dueByDate(remaining, pieces).map(({ until }) => String(until));
          expect(new Set(reminded)).toEqual(new Set(dates.map(String)));
        }
        // Whatever may be given or corrected has a line with its own date.
        const living = one.status === 'registered' || one.status === 'validated';
        for (const { code, dueAt, correctableUntil } of pieces) {
          const standing = own.standings.get(code);
          if (!living || (standing !== 'to-give' && standing !== 'to-correct')) continue;
          const closing =
            correctableUntil !== null && Temporal.Instant.compare(correctableUntil, dueAt) > 0
              ? correctableUntil
              : dueAt;
          expect(dueByDate(own, pieces).some((by) => by.until.equals(closing) && by.codes.includes(code))).toBe(true);
        }
        const read = JSON.stringify(office.lines);
        expect(read).not.toContain(HEALTH);
        expect(read).not.toContain('Une démarche"');
        if (living) expect(JSON.stringify(own.lines)).toContain('Une démarche"');
      }),
    );
  });
});
