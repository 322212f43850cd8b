type More = Readonly<Record<string, string | number | null | undefined>>;

function query(more: More): string {
  const given = Object.entries(more).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** The keeper's, then the head's. */
export const addresses = {
  day: (more: More = {}): string => `/centre${query(more)}`,
  mark: '/centre/pointer',
  remark: '/centre/remarques',
  /** For devices: the day as data, what was said, whether somebody may still keep it, the page without its data, the worker. */
  data: '/centre/jour',
  batch: '/centre/pointages',
  allowed: (account: string): string => `/centre/droit/${account}`,
  shell: '/centre/appareil',
  worker: '/centre/travailleur.js',

  overview: (more: More = {}): string => `/gestion/examen/presences${query(more)}`,
  table: (more: More = {}): string => `/gestion/examen/presences/tableau.csv${query(more)}`,
  correction: (more: More = {}): string => `/gestion/examen/presences/correction${query(more)}`,
  keepers: (more: More = {}): string => `/gestion/examen/presences/personnes${query(more)}`,
  keeperRemoval: (more: More = {}): string => `/gestion/examen/presences/personnes/retirer${query(more)}`,
};
