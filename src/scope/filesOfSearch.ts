import type { Catalogue } from '../catalogue/index.ts';
import { isUuid } from '../platform/uuid.ts';
import { tickedIn } from '../ui/index.ts';
import type { DeskDeps } from './deps.ts';
import { pagesOf } from './rules/counts.ts';
import { readSought } from './rules/fileState.ts';
import { readSearch, type Search } from './rules/searchWords.ts';
import type { AtDesk, FoundFile, Scope } from './scope.ts';
import { PAGE_SIZE, searchFiles } from './store/files.ts';

/** A search of files, as it stands in addresses and hidden fields; `choix`: those ticked in its list, instead of all. */
export type FileSearch = {
  readonly recherche: string;
  readonly etat: string;
  readonly session: string;
  readonly specialite: string;
  readonly manque: string;
  readonly choix: string;
};

export function searchIn(from: Readonly<Record<string, unknown>>): FileSearch {
  const text = (name: string): string => {
    const value = from[name];
    return typeof value === 'string' ? value.trim().slice(0, 200) : '';
  };
  return {
    recherche: text('recherche'),
    etat: text('etat'),
    session: text('session'),
    specialite: text('specialite'),
    manque: text('manque'),
    choix: chosenIn(from).join(' '),
  };
}

/** The files ticked in a list: one page of it at most, each once. */
function chosenIn(from: Readonly<Record<string, unknown>>): readonly string[] {
  return tickedIn(from, 'choix').filter(isUuid).slice(0, PAGE_SIZE);
}

/** The files of that search, up to one more than `most`. Names that are only close are nobody's choice. */
export async function filesFound(
  deps: Pick<DeskDeps, 'db' | 'catalogue'>,
  { scope }: Pick<AtDesk, 'scope'>,
  { recherche, etat, session: wanted, specialite, manque, choix }: FileSearch,
  most: number,
): Promise<readonly FoundFile[]> {
  const search: Search =
    choix === ''
      ? readSearch(recherche, prefixesOf(deps.catalogue(), scope))
      : { kind: 'chosen', ids: chosenIn({ choix }) };
  const asked = {
    search,
    state: readSought(etat),
    session: scope.sessions.find((code) => code === wanted) ?? null,
    speciality: specialite || null,
    lacks: manque || null,
  };
  const files: FoundFile[] = [];
  for (let page = 1; page <= pagesOf(most + 1, PAGE_SIZE); page += 1) {
    const found = await searchFiles(deps.db, scope, asked, page);
    if (found.approximate) return [];
    files.push(...found.files);
    if (found.files.length < PAGE_SIZE) break;
  }
  return files;
}

export function prefixesOf(catalogue: Catalogue, scope: Scope): readonly string[] {
  return scope.sessions.flatMap((code) => catalogue.session(code)?.numberPrefix ?? []);
}
