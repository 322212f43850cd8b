import { examinerAddresses } from '../examiners/index.ts';

export const addresses = {
  boards: examinerAddresses.sheets,
  sheet: '/commission/notes/fiche',
  verdict: '/commission/notes/accord',
  /** For devices: the boards as data, what was said, whether somebody may still keep it, the page without its data, the worker. */
  data: '/commission/notes/donnees',
  batch: '/commission/notes/envoi',
  allowed: (account: string): string => `/commission/notes/droit/${account}`,
  shell: '/commission/notes/appareil',
  worker: '/commission/notes/travailleur.js',
};
