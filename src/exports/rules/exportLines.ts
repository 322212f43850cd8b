import type { Identity } from '../../accounts/index.ts';
import type { Catalogue, ResolvedSession } from '../../catalogue/index.ts';
import { numericDay } from '../../platform/french/dates.ts';
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
};

/** The nine lines above the files, the ninth with the names of the columns: as other programs expect them. */
export function exportHead(
  catalogue: Catalogue,
  { session, speciality, state }: ExportFilter,
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
    say.columns,
  ];
}

/** The fifteen cells of a file; those that nothing here knows are empty. */
export function exportLine(catalogue: Catalogue, session: ResolvedSession, file: ExportedFile): readonly string[] {
  const category = catalogue.exam(session.exam)?.categories.find(({ code }) => code === file.category);
  return [
    '',
    '',
    file.number,
    '',
    file.birthName,
    file.usageName ?? '',
    file.firstNames,
    numericDay(file.birthDate),
    '',
    '',
    category === undefined ? '' : `${category.label} (${category.code})`,
    file.speciality.slice(3),
    specialityName(catalogue, file.speciality),
    filesTexts.states[file.state],
    file.options.join(' '),
  ];
}
