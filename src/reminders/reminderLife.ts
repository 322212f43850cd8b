import { transitions } from '../platform/transitions.ts';

/** One person told, so long before one deadline, of what is still missing; what the other rooms plan goes the same way, with fewer ends. */
export const REMINDER_LIFE = transitions({
  title: 'Reminder',
  column: 'reminder.state',
  words: 'reminders/office/remindersTexts.ts',
  means: {
    planned: 'its step has come',
    queued: 'an order is out',
    sent: 'its candidate was told',
    solved: 'nothing of that deadline was left to do',
    excluded: 'an officer had taken the file out',
    ended: 'the enrolment had',
    missed: 'the deadline was past before it could leave',
  },
  acts: {
    plan: { from: [], to: 'planned', who: 'the step of the session, or a head after an incident' },
    queue: { from: ['planned'], to: 'queued', who: 'a job' },
    send: { from: ['planned', 'queued'], to: 'sent', who: 'a job' },
    solve: { from: ['planned', 'queued'], to: 'solved', who: 'what was given meanwhile' },
    exclude: { from: ['planned', 'queued'], to: 'excluded', who: 'the office' },
    end: { from: ['planned', 'queued'], to: 'ended', who: 'the end of the enrolment' },
    miss: { from: ['planned', 'queued'], to: 'missed', who: 'its deadline' },
  },
});
