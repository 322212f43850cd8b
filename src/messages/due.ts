import { isRunning } from '../enrolment/index.ts';
import type { DueSource } from '../pieces/index.ts';
import { addresses } from './addresses.ts';
import { countUnreadMessages, findThread } from './store.ts';
import { texts } from './texts.ts';

/** A message of the office is to be read; one of the candidate's waits for its answer. A mail said so already. */
export const messagesDue: DueSource<{ readonly unread: number; readonly waiting: number }> = {
  readers: 'office',
  read: async (db, { enrolment }) =>
    isRunning(enrolment)
      ? {
          unread: await countUnreadMessages(db, enrolment.id),
          waiting: (await findThread(db, enrolment.id))?.waiting ?? 0,
        }
      : null,
  lines: ({ unread, waiting }, { enrolment }) => {
    const line = {
      act: 'other',
      piece: null,
      until: null,
      href: addresses.messages(enrolment.id),
      mail: null,
    } as const;
    const label = texts.hub.unread(unread).replace(/\.$/, '');
    const { toRead: title, otherwise } = texts.hub;
    if (unread > 0) return [{ ...line, who: 'candidate', state: 'todo', label, title, detail: null, otherwise }];
    if (waiting === 0) return [];
    const said = { label: texts.waits(waiting), title: '', detail: null, otherwise: null };
    return [{ ...line, ...said, who: 'office', state: 'waiting' }];
  },
};
