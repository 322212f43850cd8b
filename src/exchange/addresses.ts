export const addresses = {
  home: (session: string | null = null): string =>
    `/gestion/export-national${session === null || session === '' ? '' : `?session=${encodeURIComponent(session)}`}`,
  file: (session: string): string => `/gestion/export-national/fichier?session=${encodeURIComponent(session)}`,
};
