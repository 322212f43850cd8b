import { expect, it } from 'vitest';
import { EVENTS } from '../../testing/histories.ts';
import { ACT_KINDS, actKindOf, namesOf } from './actKind.ts';

it('each kind of the journal has acts, and no act is of two', () => {
  const all = ACT_KINDS.map((kind) => namesOf(EVENTS, kind));
  for (const names of all) expect(names.length).toBeGreaterThan(0);
  expect(new Set(all.flat()).size).toBe(all.flat().length);
});

it('who looked at something is asked apart from who changed it', () => {
  expect(['document.viewed', 'file.read', 'pieces.exported', 'rules.peopleRead'].map(actKindOf)).toEqual(
    Array(4).fill('readings'),
  );
  expect(actKindOf('piece.reviewed')).toBe('pieces');
  expect(actKindOf('rules.published')).toBe('rules');
});

it('a name that nobody wrote a sentence for is of the others', () => {
  expect(actKindOf('toString.x')).toBe('other');
  expect(actKindOf('something.new')).toBe('other');
});

it('each act is where who looks for it expects it', () => {
  const examples = {
    enrolments: ['draft.begun', 'changes.abandoned', 'enrolment.signed', 'reserve.lifted', 'civilStatus.corrected'],
    pieces: ['piece.deposited', 'pieces.handedOver', 'file.claimed'],
    readings: [
      'document.viewed',
      'file.read',
      'paper.read',
      'pieces.exported',
      'papers.exported',
      'files.exported',
      'results.exported',
      'accommodations.read',
      'accommodation.read',
      'rules.peopleRead',
    ],
    papers: [
      'paper.issued',
      'papers.ordered',
      'message.sent',
      'messageTemplate.saved',
      'messageLot.ordered',
      'publication.given',
    ],
    closing: [
      'reminder.sent',
      'reminderCall.ordered',
      'regularisation.invited',
      'observation.written',
      'cancellation.approved',
      'window.extended',
      'session.extended',
      'extension.proposed',
      'time.granted',
      'letter.posted',
      'appeal.opened',
      'notice.read',
    ],
    marks: [
      'marks.opened',
      'marks.locked',
      'attendance.told',
      'attendance.corrected',
      'results.approved',
      'resultCase.opened',
    ],
    jury: ['jury.opened', 'jury.closed', 'jury.added'],
    accounts: ['account.signedIn'],
    rules: ['rules.saved', 'rulepack.published'],
    staff: ['staff.invited', 'absence.covered'],
    other: ['lists.mended'],
  };
  for (const kind of ACT_KINDS) for (const name of examples[kind]) expect(actKindOf(name), name).toBe(kind);
});
