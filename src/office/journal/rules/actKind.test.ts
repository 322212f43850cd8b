import { expect, it } from 'vitest';
import { EVENTS } from '../../../testing/histories.ts';
import { ACT_KINDS, namesOf } from './actKind.ts';

it('each kind of the journal has acts, and no act is of two', () => {
  const all = ACT_KINDS.map((kind) => namesOf(EVENTS, kind));
  for (const names of all) expect(names.length).toBeGreaterThan(0);
  expect(new Set(all.flat()).size).toBe(all.flat().length);
});

it('who looked at something is asked apart from who changed it', () => {
  const readings = namesOf(EVENTS, 'readings');
  expect(readings).toEqual(
    expect.arrayContaining(['document.viewed', 'file.read', 'pieces.exported', 'rules.peopleRead']),
  );
  expect(readings.filter((name) => name === 'piece.reviewed' || name === 'rules.published')).toEqual([]);
});

it('a name that nobody defined is of none', () => {
  expect(ACT_KINDS.flatMap((kind) => namesOf(EVENTS, kind)).filter((name) => EVENTS[name] === undefined)).toEqual([]);
});

it('each act is where who looks for it expects it', () => {
  const examples = {
    enrolments: [
      'draft.begun',
      'changes.abandoned',
      'enrolment.signed',
      'reserve.lifted',
      'civilStatus.corrected',
      'hearing.opened',
      'units.proposed',
    ],
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
      'rules.peopleRead',
    ],
    papers: [
      'paper.issued',
      'papers.ordered',
      'message.sent',
      'messageTemplate.saved',
      'messageLot.ordered',
      'note.written',
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
    ],
    marks: [
      'marks.opened',
      'marks.locked',
      'attendance.told',
      'attendance.corrected',
      'results.approved',
      'resultCase.opened',
    ],
    exam: ['exam.planOrdered', 'sitting.published', 'summons.issued', 'replacement.decided'],
    jury: ['jury.opened', 'jury.closed', 'jury.added'],
    accounts: ['account.signedIn', 'addressRecovery.approved'],
    rules: ['rules.saved', 'rulepack.published'],
    staff: ['staff.invited', 'absence.covered'],
    other: ['lists.mended'],
  };
  for (const kind of ACT_KINDS) expect(namesOf(EVENTS, kind)).toEqual(expect.arrayContaining(examples[kind]));
});
