import type { Identity } from '../../accounts/index.ts';
import type { Catalogue, ResolvedSession } from '../../catalogue/index.ts';
import { numericDay } from '../../platform/french/dates.ts';
import { keysOf } from '../../platform/keys.ts';
import { type FileState, filesTexts, specialityInWords, specialityName, stateInWords } from '../../scope/index.ts';
import { exportTexts as say } from '../texts.ts';

/** A registered file as a list for other programs has it. */
export type ExportedFile = Identity & {
  readonly number: string;
  readonly speciality: string;
  readonly state: FileState;
  readonly category: string | null;
  readonly options: readonly string[];
};

export type ExportFilter = {
  readonly session: ResolvedSession;
  readonly speciality: string | null;
  readonly state: FileState | null;
  /** In the order of the national export. */
  readonly columns: readonly ExportColumn[];
};

export type ExportColumn = keyof typeof say.columns;

type Cell = (file: ExportedFile, catalogue: Catalogue, session: ResolvedSession) => string;

/** The columns of the national export, in its order; null: nothing here knows what stands there. */
const CELLS: Readonly<Record<ExportColumn, Cell | null>> = {
  classDivision: null,
  candidateNumber: null,
  number: ({ number }) => number,
  ocean: null,
  birthName: ({ birthName }) => birthName,
  usageName: ({ usageName }) => usageName ?? '',
  firstNames: ({ firstNames }) => firstNames,
  birthDate: ({ birthDate }) => numericDay(birthDate),
  division: null,
  ine: null,
  category: ({ category }, catalogue, { exam }) =>
    catalogue.exam(exam)?.categories.find(({ code }) => code === category)?.label ?? '',
  specialityCode: ({ speciality }) => speciality.slice(3),
  speciality: ({ speciality }, catalogue) => specialityName(catalogue, speciality),
  state: ({ state }) => filesTexts.states[state],
  options: ({ options }) => options.join(' '),
};

/** With those that nothing here knows too, empty: for a program that counts on their places. */
export const ALL_COLUMNS: readonly ExportColumn[] = keysOf(CELLS);
export const KNOWN_COLUMNS: readonly ExportColumn[] = ALL_COLUMNS.filter((column) => CELLS[column] !== null);

/** As an address has them: all, those that are named, or all that are known. null: there is no such column. */
export function readColumns(text: string | undefined): readonly ExportColumn[] | null {
  if (text === undefined || text === '') return KNOWN_COLUMNS;
  if (text === 'toutes') return ALL_COLUMNS;
  const asked = text.split(' ');
  const found = KNOWN_COLUMNS.filter((column) => asked.includes(column));
  return found.length === asked.length ? found : null;
}

/** The names of the columns of a list. */
export function namesOfColumns(columns: readonly ExportColumn[]): readonly string[] {
  return columns.map((column) => say.columns[column]);
}

/** The nine lines above the files, the ninth with the names of the columns: as other programs expect them. */
export function exportHead(
  catalogue: Catalogue,
  { session, speciality, state, columns }: ExportFilter,
  now: Temporal.Instant,
): readonly (readonly string[])[] {
  const { head } = say;
  return [
    [head.session, session.label],
    [head.title, say.listTitle],
    [head.establishment, catalogue.academy(session.academy)?.name ?? session.academy],
    [head.exam, catalogue.exam(session.exam)?.name ?? session.exam],
    [head.speciality, specialityInWords(catalogue, speciality)],
    [head.state, stateInWords(state)],
    [head.made, say.made(now)],
    [],
    namesOfColumns(columns),
  ];
}

/** The cells of a file. */
export function exportLine(
  catalogue: Catalogue,
  { session, columns }: Pick<ExportFilter, 'session' | 'columns'>,
  file: ExportedFile,
): readonly string[] {
  return columns.map((column) => CELLS[column]?.(file, catalogue, session) ?? '');
}
