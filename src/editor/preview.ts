import { AsyncLocalStorage } from 'node:async_hooks';
import type { SignedInPerson } from '../accounts/index.ts';
import type { Catalogue, LiveCatalogue } from '../catalogue/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { type Cookie, dropCookie, setCookie } from '../platform/http/cookies.ts';
import type { Reply, Route, Visit } from '../platform/http/visit.ts';
import { instantInWords, type Link } from '../ui/index.ts';
import { HOME } from './addresses.ts';
import type { DraftReader } from './draftReader.ts';
import { mayKeepRules } from './guards.ts';
import { findDraft } from './store/drafts.ts';
import { texts } from './texts/preview.ts';

export const PREVIEW_COOKIE: Cookie = {
  name: 'registre_apercu',
  path: '/',
  seconds: null,
  purpose: 'montrer un brouillon de règles (personnes du service)',
};
export const LEAVE = `${HOME}/quitter-apercu`;

type Seen = { readonly catalogue: Catalogue; readonly at: Temporal.Instant; readonly title: string };

/** The public site as it would be with a draft's rules at another instant, for whoever keeps the rules, in their browser only. */
export type Previews = {
  /** The rules of the visit being answered: a draft's in a preview, else those in force. */
  readonly catalogue: () => Catalogue;
  readonly clock: Pick<Clock, 'now'>;
  /** Said above every page of a preview, with the way out; null outside. */
  readonly notice: () => { readonly text: string; readonly leave: Link } | null;
  /** The same routes, which look at a preview if their visitor has one. */
  readonly behind: (routes: readonly Route[]) => readonly Route[];
};

export type PreviewDeps = {
  readonly db: Database;
  readonly rules: Pick<LiveCatalogue, 'current' | 'catalogueOf'>;
  readonly reader: DraftReader;
  readonly clock: Clock;
  readonly sessionOf: (visit: Visit) => Promise<SignedInPerson | null>;
};

export function createPreviews({ db, rules, reader, clock, sessionOf }: PreviewDeps): Previews {
  const seen = new AsyncLocalStorage<Seen>();
  const known = new WeakMap<object, Promise<Catalogue>>();

  const look = async (visit: Visit): Promise<Seen | null> => {
    const [id = '', at = ''] = (visit.cookies[PREVIEW_COOKIE.name] ?? '').split('~');
    if (id === '' || !/^\d{1,15}$/.test(at)) return null;
    const session = await sessionOf(visit);
    if (session?.kind !== 'staff' || !mayKeepRules(session)) return null;
    const draft = await findDraft(db, session.academy, id);
    const opened = draft === null ? null : await reader.open(draft);
    if (opened === null || !opened.read.ok) return null;
    const { value: pack } = opened.read;
    const catalogue = known.get(pack) ?? rules.catalogueOf(pack);
    known.set(pack, catalogue);
    return {
      catalogue: await catalogue,
      at: Temporal.Instant.fromEpochMilliseconds(Number(at)),
      title: opened.draft.title,
    };
  };
  return {
    catalogue: () => seen.getStore()?.catalogue ?? rules.current(),
    clock: { now: () => seen.getStore()?.at ?? clock.now() },
    notice: () => {
      const store = seen.getStore();
      if (store === undefined) return null;
      return { text: texts.notice(store.title, instantInWords(store.at)), leave: { href: LEAVE, label: texts.leave } };
    },
    behind: (routes) =>
      routes.map((one) => ({
        ...one,
        handle: async (visit, grant) => {
          // Nothing is posted into a preview: what changes something does it for real.
          const found =
            visit.method === 'GET' && visit.cookies[PREVIEW_COOKIE.name] !== undefined ? await look(visit) : null;
          return found === null
            ? one.handle(visit, grant)
            : unkept(await seen.run(found, () => one.handle(visit, grant)));
        },
      })),
  };
}

function unkept(answer: Reply): Reply {
  return { ...answer, headers: { ...answer.headers, 'cache-control': 'no-store' } };
}

/** Looks at a draft at that instant, until the browser is closed; null ends the preview. */
export function previewCookie(
  preview: { readonly draft: string; readonly at: Temporal.Instant } | null,
  publicUrl: URL,
): string {
  if (preview === null) return dropCookie(PREVIEW_COOKIE, publicUrl);
  return setCookie(PREVIEW_COOKIE, publicUrl, `${preview.draft}~${preview.at.epochMilliseconds}`);
}
