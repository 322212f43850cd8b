export const addresses = {
  delegations: (message: string | null = null): string =>
    message === null ? '/gestion/delegations' : `/gestion/delegations?message=${message}`,
  end: (id: string): string => `/gestion/delegations/${id}/fin`,
};
