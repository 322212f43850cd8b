type More = Readonly<Record<string, string | null>>;

function query(more: More): string {
  const given = Object.entries(more).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [[name, value]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

export const addresses = {
  home: (more: More = {}): string => `/gestion/statistiques${query(more)}`,
  marks: (more: More = {}): string => `/gestion/statistiques/notes${query(more)}`,
  file: (more: More): string => `/gestion/statistiques/fichier${query(more)}`,
};
