import type { Chrome } from '../ui/index.ts';

/** The frame of a page with nothing in it but what every page has. */
export const PLAIN_CHROME: Chrome = {
  exam: 'Brevet professionnel',
  home: '/',
  navigation: [],
  signOut: null,
  strip: null,
  demonstration: false,
  officer: null,
  help: [],
  legal: [],
  scheme: 'system',
  csrf: null,
  address: '/',
};
