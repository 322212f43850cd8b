import { isRunning } from '../enrolment/index.ts';
import type { DueSource } from '../pieces/index.ts';
import { addresses } from './addresses.ts';
import { countUnreadMessages, findThread } from './store.ts';
import { texts } from './texts.ts';

/** A message of the office is to be read; one of the candidate's waits for its answer. A mail said so already. */
export const messagesDue: DueSource = {
  readers: 'all',
  list: async (db, { enrolment }) => {
    if (!isRunning(enrolment)) return [];
    const line = {
      act: 'other',
      piece: null,
      until: null,
      href: addresses.messages(enrolment.id),
      mail: null,
    } as const;
    const rest = { detail: null, otherwise: null };
    const unread = await countUnreadMessages(db, enrolment.id);
    const label = texts.hub.unread(unread).replace(/\.$/, '');
    if (unread > 0) return [{ ...line, ...rest, who: 'candidate', state: 'todo', label, title: texts.hub.toRead }];
    const waiting = (await findThread(db, enrolment.id))?.waiting ?? 0;
    if (waiting === 0) return [];
    return [{ ...line, ...rest, who: 'office', state: 'waiting', label: texts.waits(waiting), title: '' }];
  },
};
