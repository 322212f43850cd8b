import type { OfficeDeps } from '../../deps.ts';
import type { AtDesk, FoundFile } from '../../office.ts';
import { pagesOf } from '../../rules/counts.ts';
import { readFileState } from '../../rules/fileState.ts';
import { readSearch } from '../../rules/searchWords.ts';
import { PAGE_SIZE, searchFiles } from '../../store/files.ts';
import { prefixesOf } from './files.ts';

/** A search of files, as it stands in addresses and hidden fields. */
export type FileSearch = { readonly recherche: string; readonly etat: string; readonly session: string };

export function searchIn(from: Readonly<Record<string, unknown>>): FileSearch {
  const text = (name: string): string => {
    const value = from[name];
    return typeof value === 'string' ? value.trim().slice(0, 200) : '';
  };
  return { recherche: text('recherche'), etat: text('etat'), session: text('session') };
}

/** The files of that search, up to one more than `most`. Names that are only close are nobody's choice. */
export async function filesFound(
  deps: OfficeDeps,
  { scope }: Pick<AtDesk, 'scope'>,
  { recherche, etat, session: wanted }: FileSearch,
  most: number,
): Promise<readonly FoundFile[]> {
  const search = readSearch(recherche, prefixesOf(deps.catalogue(), scope));
  const asked = {
    search,
    state: readFileState(etat),
    session: scope.sessions.find((code) => code === wanted) ?? null,
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
