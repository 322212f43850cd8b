import { filesTexts } from './filesTexts.ts';
import { FILE_STATE_NAMES, SOUGHT_NAMES } from './rules/fileState.ts';
import { FILE_STATES, SOUGHT } from './scope.ts';

/** What lists of files and of candidates are narrowed by (`FilterSelect`): one field each, of one name in their addresses, wherever they stand. */
export const listFilters = {
  session: { name: 'session', label: filesTexts.session, every: filesTexts.everySession },
  speciality: { name: 'specialite', label: 'Spécialité', every: filesTexts.everySpeciality },
  /** Where the file is. */
  fileState: {
    name: 'etat',
    label: filesTexts.state,
    every: filesTexts.everyState,
    options: FILE_STATES.map((one) => ({ value: FILE_STATE_NAMES[one], label: filesTexts.states[one] })),
  },
  /** The same where files are searched, which tells the signed ones apart. */
  sought: {
    name: 'etat',
    label: filesTexts.state,
    every: filesTexts.everyState,
    options: SOUGHT.map((one) => ({ value: SOUGHT_NAMES[one], label: filesTexts.states[one] })),
  },
  /** A piece that is still to come. */
  lacks: { name: 'manque', label: 'Il manque', every: 'Quelle que soit la pièce' },
  piece: { name: 'piece', label: 'Pièce', every: 'Pièce\u00a0: toutes' },
} as const;
