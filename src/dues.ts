import { accommodationDue } from './accommodations/index.ts';
import { hearingDue } from './hearings/index.ts';
import { messagesDue } from './messages/index.ts';
import { sheetDoubts } from './papers/index.ts';
import { openDues, unitsDue } from './pieces/index.ts';

/** Everything that somebody has still to do, from every room that knows of some of it. No room lists what another one knows. */
export const due = openDues([unitsDue, sheetDoubts, accommodationDue, hearingDue, messagesDue]);
