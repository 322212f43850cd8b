import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';
import { listing } from '../ui/index.ts';
import { SCOPES } from './apiKey.ts';
import { scopeNames } from './texts.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof INTEGRATION_EVENTS> {}
}

const scopesIn = (opened: readonly string[]): string =>
  listing(SCOPES.filter((scope) => opened.includes(scope)).map((scope) => scopeNames[scope].toLowerCase()));

export const INTEGRATION_EVENTS = {
  ...defineEvents('other', 'work', {
    'key.made': event<OfKey & { readonly scopes: readonly string[]; readonly expiresAt: string }>(
      ({ text, list }) => `Clé de lecture créée\u00a0: ${text('name')} (${scopesIn(list('scopes'))})`,
    ),
    'key.revoked': event<OfKey>(({ text }) => `Clé de lecture retirée\u00a0: ${text('name')}`),
  }),
  /** Once an hour, a key and a session; which files, each day says to their candidates. */
  ...defineEvents('readings', 'work', {
    'key.readFiles': event<OfKey & { readonly identity: boolean }>(
      ({ text, isTrue }) =>
        `Dossiers lus par un logiciel relié${isTrue('identity') ? ', avec les identités' : ''}\u00a0: ${text('name')}`,
    ),
    'key.readResults': event<OfKey>(({ text }) => `Résultats publiés lus par un logiciel relié\u00a0: ${text('name')}`),
  }),
};

type OfKey = { readonly keyId: string; readonly name: string };
