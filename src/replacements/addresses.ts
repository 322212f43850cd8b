type More = Readonly<Record<string, string | null>>;

function query(more: More): string {
  const given = Object.entries(more).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [[name, value]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

export const addresses = {
  list: (more: More = {}): string => `/gestion/remplacements${query(more)}`,
  decide: '/gestion/remplacements',
  file: (session: string, format: 'csv' | 'xlsx'): string =>
    `/gestion/remplacements/liste${query({ session, format })}`,
};
