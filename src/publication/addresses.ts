type More = Readonly<Record<string, string | number | null | undefined>>;

function query(more: More): string {
  const given = Object.entries(more).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

export const addresses = {
  list: (more: More = {}): string => `/gestion/publication${query(more)}`,
  prepare: '/gestion/publication/preparer',
  one: (id: string, more: More = {}): string => `/gestion/publication/${id}${query(more)}`,
  act: (id: string, act: string): string => `/gestion/publication/${id}/${act}`,
  /** The candidate's own. */
  own: (enrolmentId: string): string => `/candidatures/${enrolmentId}/resultats`,
};
