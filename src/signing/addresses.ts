/** A decision that somebody prepared for another to sign. */
export const addresses = {
  prepared: (id: string): string => `/gestion/a-signer/${id}`,
};
