import { expect, it } from 'vitest';
import { type EnrolmentId, readEnrolmentId } from '../../../enrolment/index.ts';
import type { AbsenceDecision } from '../../replacement.ts';
import type { Excuse } from '../excuse.ts';
import { answerNow, answerOf, isOpen, lastFor } from './excuseAnswers.ts';

function idOf(last: string): EnrolmentId {
  const id = readEnrolmentId(`00000000-0000-4000-8000-00000000000${last}`);
  if (id === null) throw new Error('No id');
  return id;
}
const [CAMILLE, OTHER] = [idOf('1'), idOf('2')];
const at = (hour: string): Temporal.Instant => Temporal.Instant.from(`2024-06-05T${hour}:00:00Z`);

const excuse = (changes: Partial<Excuse> = {}): Excuse => ({
  id: 'a',
  academy: 'clermont',
  session: 'bp-2024-clermont',
  enrolmentId: CAMILLE,
  units: ['U10', 'U20'],
  words: 'Panne',
  state: 'sent',
  conclusion: null,
  said: '',
  sentAt: at('10'),
  rowVersion: 1,
  ...changes,
});
const decided = (unit: string, outcome: AbsenceDecision['outcome'], hour = '12', enrolmentId = CAMILLE) => ({
  enrolmentId,
  unit,
  outcome,
  decidedAt: at(hour),
});

it('is answered by what was decided of its candidate and unit since it was sent, at the same second too', () => {
  expect(answerOf(excuse(), 'U10', [decided('U20', 'granted'), decided('U10', 'refused')])).toBe('refused');
  expect(answerOf(excuse(), 'U10', [decided('U10', 'granted', '10')])).toBe('granted');
  expect(answerOf(excuse(), 'U10', [decided('U10', 'granted', '09')])).toBeNull();
  expect(answerOf(excuse(), 'U10', [decided('U10', 'granted', '12', OTHER)])).toBeNull();
});

it('waits no longer for an answer once a mark says that the unit was sat; what was decided goes before it', () => {
  const marked = new Set(['U10']);
  expect(answerNow(excuse(), 'U10', [], marked)).toBe('marked');
  expect(answerNow(excuse(), 'U20', [], marked)).toBe('waiting');
  expect(answerNow(excuse(), 'U10', [decided('U10', 'refused')], marked)).toBe('refused');
});

it('stays open while one of its units has no answer, unless it was taken back', () => {
  expect(isOpen(excuse(), [])).toBe(true);
  expect(isOpen(excuse(), [decided('U10', 'granted')])).toBe(true);
  expect(isOpen(excuse(), [decided('U10', 'granted'), decided('U20', 'refused')])).toBe(false);
  expect(isOpen(excuse({ state: 'withdrawn' }), [])).toBe(false);
});

it('is, beside an absence, the last of its candidate that names the unit and was not taken back', () => {
  const all = [
    excuse(),
    excuse({ id: 'b', sentAt: at('11') }),
    excuse({ id: 'c', sentAt: at('12'), state: 'withdrawn' }),
    excuse({ id: 'd', sentAt: at('13'), enrolmentId: OTHER }),
    excuse({ id: 'e', sentAt: at('14'), units: ['U30'] }),
  ];
  expect(lastFor(all, { enrolmentId: CAMILLE, unit: 'U10' })?.id).toBe('b');
  expect(lastFor(all.toReversed(), { enrolmentId: CAMILLE, unit: 'U10' })?.id).toBe('b');
  expect(lastFor(all, { enrolmentId: CAMILLE, unit: 'U40' })).toBeNull();
});
