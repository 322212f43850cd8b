import { type Completion, completionTexts, enrolmentAddresses, isRunning, lastCompletion } from '../enrolment/index.ts';
import type { DueSource } from './due.ts';

/** Units that an officer completed wait for their candidate's word. */
export const unitsDue: DueSource<Pick<Completion, 'state' | 'version'>> = {
  readers: 'office',
  read: async (db, { enrolment }) =>
    enrolment.number === null || !isRunning(enrolment) ? null : lastCompletion(db, enrolment),
  lines: ({ state, version }, { enrolment }) => {
    if (state !== 'proposed' || version !== enrolment.version) return [];
    const { title, text, open, mail } = completionTexts.hub;
    return [
      {
        who: 'candidate',
        act: 'other',
        piece: null,
        until: null,
        state: 'todo',
        href: enrolmentAddresses.units(enrolment.id),
        label: title,
        detail: open,
        otherwise: text,
        title: mail,
        mail,
      },
    ];
  },
};
