import { accommodationDue } from './accommodations/index.ts';
import { openDues } from './pieces/index.ts';

/** Everything that somebody has still to do, from every room that knows of some of it. No room lists what another one knows. */
export const due = openDues([accommodationDue]);
