import type { JSX } from 'preact';
import { exportAddresses, exportTexts } from '../../exports/index.ts';
import { BackLink, Page, type PageFrame, PageTitle, shortInstant } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { type ApiKey, SCOPES, stateOfKey } from '../apiKey.ts';
import { integrationTexts as say, scopeNames } from '../texts.ts';

import type { Webhook } from '../webhook.ts';
import { type HookCounts, Hooks } from './hookPages.tsx';
import { Listed } from './parts.tsx';

export type HomeView = PageFrame & {
  readonly keys: readonly ApiKey[];
  readonly hooks: readonly Webhook[];
  readonly counts: HookCounts;
  readonly now: Temporal.Instant;
};

/** Other programs, and what the office opens to them. */
export function HomePage(view: HomeView): JSX.Element {
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title}>
      <BackLink href={exportAddresses.exports()}>{exportTexts.title}</BackLink>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      <Keys {...view} />
      <Hooks hooks={view.hooks} counts={view.counts} />
      <p>
        <a href={addresses.api.description}>{say.description}</a>
      </p>
    </Page>
  );
}

function Keys({ keys, now }: Pick<HomeView, 'keys' | 'now'>): JSX.Element {
  return (
    <Listed
      words={say.keys}
      columns={say.keys.columns}
      rows={keys.map((key) => ({
        key: key.id,
        cells: [
          <a key="name" href={addresses.key(key.id)}>
            {key.name}
          </a>,
          scopesInWords(key),
          stateInWords(key, now),
          key.lastUsedAt === null ? say.keys.never : shortInstant(key.lastUsedAt),
        ],
      }))}
      more={{ href: addresses.newKey, label: say.keys.make }}
    />
  );
}

export function scopesInWords({ scopes }: Pick<ApiKey, 'scopes'>): string {
  return SCOPES.filter((scope) => scopes.includes(scope))
    .map((scope) => scopeNames[scope])
    .join(', ');
}

export function stateInWords(key: ApiKey, now: Temporal.Instant): string {
  const state = stateOfKey(key, now);
  return state === 'stands' ? say.keys.until(key.expiresAt) : say.keys.states[state];
}
