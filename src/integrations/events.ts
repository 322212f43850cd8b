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
    'webhook.declared': event<OfHook & { readonly host: string; readonly facts: readonly string[] }>(
      ({ text }) => `Avis automatiques déclarés\u00a0: ${text('name')} (${text('host')})`,
    ),
    'webhook.suspended': event<OfHook>(({ text }) => `Avis automatiques suspendus\u00a0: ${text('name')}`),
    'webhook.resumed': event<OfHook>(({ text }) => `Avis automatiques repris\u00a0: ${text('name')}`),
    'webhook.secretRenewed': event<OfHook>(({ text }) => `Secret des avis automatiques changé\u00a0: ${text('name')}`),
    'webhook.sentAgain': event<OfHook & { readonly count: number }>(
      ({ text, number }) => `Avis non reçus renvoyés\u00a0: ${text('name')} (${number('count') ?? 0})`,
    ),
    'webhook.removed': event<OfHook>(({ text }) => `Avis automatiques retirés\u00a0: ${text('name')}`),
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

type OfHook = { readonly hookId: string; readonly name: string };
type OfKey = { readonly keyId: string; readonly name: string };
