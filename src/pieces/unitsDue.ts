import { completionTexts, enrolmentAddresses, isRunning, lastCompletion } from '../enrolment/index.ts';
import type { DueSource } from './due.ts';

/** Units that an officer completed wait for their candidate's word. */
export const unitsDue: DueSource = {
  readers: 'all',
  list: async (db, { enrolment }) => {
    const last = enrolment.number === null || !isRunning(enrolment) ? null : await lastCompletion(db, enrolment);
    if (last?.state !== 'proposed' || last.version !== enrolment.version) return [];
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
