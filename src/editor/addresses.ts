type More = Readonly<Record<string, string | number | undefined>>;

function query(more: More): string {
  const pairs = Object.entries(more).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

export const HOME = '/gestion/regles';
/** Where a draft stands, for routes. */
export const DRAFT = '/gestion/regles/brouillons/:id';

/** The addresses of the editor of rules. */
export const addresses = {
  home: (more: More = {}): string => `${HOME}${query(more)}`,
  extensions: (more: More = {}): string => `${HOME}/prolongations${query(more)}`,
  extension: (id: string, more: More = {}): string => `${HOME}/prolongations/${id}${query(more)}`,
  publication: (id: number): string => `${HOME}/publications/${id}`,
  publicationExport: (id: number): string => `${HOME}/publications/${id}/export.zip`,
  draft: (id: string, more: More = {}): string => `${HOME}/brouillons/${id}${query(more)}`,
  /** A page of a draft: `sessions`, `sessions/<code>`, `fichiers`… */
  part: (id: string, part: string, more: More = {}): string => `${HOME}/brouillons/${id}/${part}${query(more)}`,
};
