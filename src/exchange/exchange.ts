/**
 * What is given to the national systems (*export national*): one line a unit of a candidate, described in docs/results-export.md.
 * Read this file first; why it is so is in decision 076.
 */

/** The value of each code of the file, by what it says here. */
export const CODES = {
  form: { GLOBAL: 'GLOBALE', PROGRESSIVE: 'PROGRESSIVE' },
  decision: { ADMITTED: 'ADMIS', REFUSED: 'AJOURNE', NOT_JUDGED: 'NON-JUGE' },
  outcome: {
    mark: 'NOTE',
    kept: 'CONSERVEE',
    carried: 'REPORTEE',
    exempt: 'DISPENSE',
    absent: 'ABSENT',
    excused: 'ABSENCE-JUSTIFIEE',
    'not-entered': 'NON-PRESENTEE',
  },
  yes: { true: 'O', false: 'N' },
} as const;

/** The outcomes whose line bears a mark: an absence that was justified counts as 0, and its code alone says so. */
export const MARKED: readonly (keyof typeof CODES.outcome)[] = ['mark', 'kept', 'carried'];

/** In the order of the file. The first line names them so. */
export const COLUMNS = [
  'type',
  'session',
  'academie',
  'publication',
  'numero',
  'nom_famille',
  'nom_usage',
  'prenoms',
  'naissance',
  'cfd',
  'code_specialite',
  'forme',
  'decision',
  'moyenne',
  'proces_verbal',
  'deliberation',
  'unite',
  'epreuve',
  'coefficient',
  'facultative',
  'issue',
  'note',
  'obtenue',
  'bloc',
] as const;
export type ColumnName = (typeof COLUMNS)[number];
export type Cells = Readonly<Record<ColumnName, string>>;

/** Those that say the same on each line of a candidate: the first ones, up to the unit. */
export const OF_CANDIDATE = COLUMNS.slice(1, COLUMNS.indexOf('unite'));

/** What is wrong in a file. `line`: as a spreadsheet numbers it; `column` null: the whole line. */
export type ExportFault = {
  readonly line: number;
  readonly column: ColumnName | null;
  readonly rule: RuleName;
  readonly value: string;
};

export const RULES = [
  'columns',
  'cells',
  'type',
  'same',
  'required',
  'empty',
  'formula',
  'shape',
  'code',
  'speciality',
  'day',
  'average',
  'mark',
  'obtained',
  'block',
  'together',
  'twice',
  'end',
  'count',
  'digest',
] as const;
export type RuleName = (typeof RULES)[number];

/** Faults named of one file: the rest is only counted. */
export const MOST_FAULTS = 200;
