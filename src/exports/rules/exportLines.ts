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
  /** With the columns of the national export that nothing here knows too, empty: for a program that counts on their places. */
  readonly whole: boolean;
};

type Cell = (file: ExportedFile, catalogue: Catalogue, session: ResolvedSession) => string;

/** The columns of the national export, in its order; null: nothing here knows what stands there. */
const CELLS: Readonly<Record<keyof typeof say.columns, Cell | null>> = {
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

const columnsOf = (whole: boolean) => keysOf(CELLS).filter((column) => whole || CELLS[column] !== null);

/** The names of the columns of a list. */
export function namesOfColumns(whole: boolean): readonly string[] {
  return columnsOf(whole).map((column) => say.columns[column]);
}

/** The nine lines above the files, the ninth with the names of the columns: as other programs expect them. */
export function exportHead(
  catalogue: Catalogue,
  { session, speciality, state, whole }: ExportFilter,
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
    namesOfColumns(whole),
  ];
}

/** The cells of a file. */
export function exportLine(
  catalogue: Catalogue,
  { session, whole }: Pick<ExportFilter, 'session' | 'whole'>,
  file: ExportedFile,
): readonly string[] {
  return columnsOf(whole).map((column) => CELLS[column]?.(file, catalogue, session) ?? '');
}
