/** Where staff set their second proof, and each way of it. */
export const SECOND_FACTOR = '/compte/double-authentification';
export const APPLICATION = `${SECOND_FACTOR}/application`;
export const RECOVERY_CODES = `${SECOND_FACTOR}/codes`;
export const REMOVAL = `${SECOND_FACTOR}/retirer`;
export const PASSKEYS = `${SECOND_FACTOR}/cles`;
export const CREATION = `${PASSKEYS}/creer`;
export const passkeyAddress = (id: string): string => `${PASSKEYS}/${id}`;
export const passkeyRemoval = (id: string): string => `${PASSKEYS}/${id}/retirer`;
