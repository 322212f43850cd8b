import type { DocumentDeskDeps } from '../papers/index.ts';
import { type Query, queryOf } from '../platform/query.ts';
import {
  FILE_STATE_NAMES,
  type FileState,
  readFileState,
  type Scope,
  sessionAsked,
  sessionName,
  specialityInWords,
  specialityOptions,
  stateInWords,
} from '../scope/index.ts';
import { ALL_COLUMNS, type ExportColumn, type ExportFilter, KNOWN_COLUMNS, readColumns } from './rules/exportLines.ts';
import { exportTexts as say } from './texts.ts';

type Asked = Readonly<Record<string, string | undefined>>;
type FilterDeps = Pick<DocumentDeskDeps, 'catalogue' | 'clock'>;

/** null where a filter is none of theirs: a list is never longer than what was asked for. */
export function readFilter(deps: FilterDeps, query: Asked, scope: Scope): ExportFilter | null {
  const catalogue = deps.catalogue();
  const session = sessionAsked(catalogue, scope, query.session, deps.clock.now(), 'open');
  const offered = specialityOptions(catalogue, scope);
  const speciality = chosen(query.specialite, (cfd) => offered.find(({ value }) => value === cfd)?.value);
  const state = chosen<FileState>(query.etat, (name) => readFileState(name) ?? undefined);
  const columns = readColumns(query.colonnes);
  if (session === null || speciality === undefined || state === undefined || columns === null) return null;
  return named(query.session) && session.code !== query.session ? null : { session, speciality, state, columns };
}

const named = (text: string | undefined): text is string => text !== undefined && text !== '';

/** null: all of them; undefined: there is no such thing. */
function chosen<T>(text: string | undefined, read: (text: string) => T | undefined): T | null | undefined {
  return named(text) ? read(text) : null;
}

/** Which session, speciality and state, in words. */
export function filterInWords(
  { catalogue }: FilterDeps,
  { session, speciality, state }: Pick<ExportFilter, 'session' | 'speciality' | 'state'>,
): string {
  const words = [specialityInWords(catalogue(), speciality), stateInWords(state)] as const;
  return say.list(sessionName(catalogue(), session), ...words);
}

/** The query under which a list is kept. Without a session: the next to close, next year too. */
export function savedQuery(chosen: {
  readonly session: string | null;
  readonly speciality: string | null;
  readonly state: FileState | null;
  readonly columns: readonly ExportColumn[];
}): string {
  const { session, speciality, state, columns } = chosen;
  const query: Query = {
    session,
    specialite: speciality,
    etat: state === null ? null : FILE_STATE_NAMES[state],
    colonnes: inAddress(columns),
  };
  return queryOf(query);
}

function inAddress(columns: readonly ExportColumn[]): string | null {
  if (columns.length === ALL_COLUMNS.length) return 'toutes';
  return columns.length === KNOWN_COLUMNS.length ? null : columns.join(' ');
}

/** What stands in it, as the address that has it would. */
export function askedBy(query: string): Asked {
  return Object.fromEntries(new URLSearchParams(query));
}
