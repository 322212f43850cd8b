import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Catalogue, createCatalogue, loadPack } from '../catalogue/index.ts';
import type { PublicVerification } from '../papers/index.ts';
import { createServer } from '../platform/http/server.ts';
import { everyone, page, type Route, redirect, route } from '../platform/http/visit.ts';
import { silentLog } from '../platform/log.ts';
import { createJudge, type Judge } from '../simulation/index.ts';
import { publicRoutes } from './routes.ts';
import { createCarrier } from './simulator/carry.ts';
import type { PublicDeps, Site } from './site.ts';
import { standingPages } from './standing/standingPages.ts';

/** Builders for the tests of this room: no database anywhere, so every page proves that it needs none. */

const CATALOGUE = path.join(import.meta.dirname, '..', '..', 'catalogue');

export const parisInstant = (wallClock: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(wallClock).toZonedDateTime('Europe/Paris').toInstant();

/** The notice's register: 12 October 2023, 14:00, to 1 December 2023, 17:00. */
export const MOMENTS = {
  'before the opening': parisInstant('2023-10-01T10:00'),
  open: parisInstant('2023-11-15T10:00'),
  'on the last day': parisInstant('2023-12-01T09:00'),
  'in the closing minute': parisInstant('2023-12-01T16:59:30'),
  'at the closing instant': parisInstant('2023-12-01T17:00'),
  'after the exam': parisInstant('2025-02-01T10:00'),
} as const;

/** Without an anchor the demonstration's own session is not there: the notice's alone. */
export async function shippedCatalogue(anchor: Temporal.Instant | null = null): Promise<Catalogue> {
  const loaded = await loadPack(CATALOGUE);
  if (!loaded.ok) throw new Error('The shipped rule pack is faulty');
  return createCatalogue(loaded.value, anchor === null ? new Map() : new Map([['bp-demo', anchor]]));
}

export async function catalogueWithoutSessions(): Promise<Catalogue> {
  const { pack } = await shippedCatalogue();
  return createCatalogue({ ...pack, sessions: [], relativeSessions: [] });
}

export function siteAt(now: Temporal.Instant, catalogue: Catalogue, changes: Partial<Site> = {}): Site {
  return {
    catalogue: () => catalogue,
    clock: { now: () => now },
    demonstration: false,
    publicUrl: new URL('http://localhost:3000'),
    ...changes,
  };
}

export type OpenedServer = { readonly server: FastifyInstance; readonly close: () => Promise<void> };

const outage = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

type Behind = {
  readonly cookies: PublicDeps['cookies'];
  readonly missing: PublicDeps['missing'];
  readonly judge: Judge;
  readonly papers: PublicVerification;
};

const OUT_OF_REACH: PublicVerification = {
  verify: () => Promise.reject(outage),
  keys: () => Promise.reject(outage),
  seals: () => Promise.reject(outage),
};

/** The visitor's door alone, with a few addresses that go wrong. Its database is always out of reach. */
export async function openDoor(
  site: Site,
  { cookies = [], missing = async () => [], judge = createJudge(), papers = OUT_OF_REACH }: Partial<Behind> = {},
): Promise<OpenedServer> {
  const who = everyone;
  const ended = { name: 'nobody is signed in', admit: async () => ({ denied: 'sign-in' }) as const };
  const broken: readonly Route[] = [
    route({ method: 'GET', path: '/essai/jeton', who, handle: async (visit) => page(visit.csrf()) }),
    route({ method: 'GET', path: '/essai/panne', who, handle: () => Promise.reject(outage) }),
    route({ method: 'POST', path: '/essai/panne', who, handle: () => Promise.reject(outage) }),
    route({ method: 'GET', path: '/essai/faute', who, handle: () => Promise.reject(new Error('a secret detail')) }),
    route({ method: 'POST', path: '/essai/faute', who, handle: () => Promise.reject(new Error('a secret detail')) }),
    route({ method: 'GET', path: '/essai/ferme', who: ended, handle: async () => page('') }),
    route({ method: 'POST', path: '/essai/ferme', who: ended, handle: async () => page('') }),
    route({ method: 'POST', path: '/essai/fichier', who: ended, upload: true, handle: async () => page('') }),
  ];
  const server = await createServer({
    secret: 'a secret of thirty-two characters',
    publicUrl: site.publicUrl,
    staticFolder: null,
    log: silentLog,
    uploadLimit: 1000,
    pages: standingPages({ ...site, toSignIn: () => redirect('/connexion') }),
    routes: [
      ...publicRoutes({
        ...site,
        cookies,
        judge,
        carrier: createCarrier('test secret'),
        papers,
        sessionOf: async () => null,
        missing,
      }),
      ...broken,
    ],
  });
  return {
    server,
    close: async () => {
      await server.close();
      await judge.close();
    },
  };
}

/** A page's text without its tags, entities read. */
export function textOf(html: string): string {
  return html
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

export function hrefsIn(html: string): readonly string[] {
  return [...html.matchAll(/ (?:href|action)="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
}
