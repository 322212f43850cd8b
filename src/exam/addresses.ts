type More = Readonly<Record<string, string | number | null | undefined>>;

function query(more: More): string {
  const given = Object.entries(more).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** The addresses of the exam at the office, then those of others that mend what it misses. */
export const addresses = {
  home: (more: More = {}): string => `/gestion/examen${query(more)}`,
  queue: (more: More): string => `/gestion/corbeille${query(more)}`,
  files: (more: More): string => `/gestion/dossiers${query(more)}`,
  rules: '/gestion/regles',
};
