import type { Session } from '../accounts/index.ts';
import { phaseOf, type ResolvedSession } from '../catalogue/index.ts';
import type { Visit } from '../platform/http/visit.ts';
import { type Chrome, distance, instantInWords, type NavigationItem, type Strip } from '../ui/index.ts';
import { headerLinks, helpLinks, legalLinks } from './places.tsx';
import { currentSession, urgency } from './rules/phase.ts';
import { schemeOf } from './scheme.ts';
import type { Site } from './site.ts';
import { texts } from './texts.ts';

const say = texts.chrome;
const TONES = { calm: 'neutral', soon: 'warn', 'last-hours': 'danger' } as const;

/** Enough of a visit to draw what stands around a page. */
export type Seen = Pick<Visit, 'address' | 'cookies'>;

export type ChromeOptions = {
  readonly session: Session | null;
  /** null: no small forms; the page sets no cookie, and may be kept for others. */
  readonly csrf: string | null;
};

/** What stands around the visitor's pages and the pages of accounts. Needs no database. */
export function visitorChrome(site: Site, visit: Seen, { session, csrf }: ChromeOptions): Chrome {
  const now = site.clock.now();
  const current = currentSession(site.catalogue().sessions(), now);
  return {
    exam: examOf(site, current),
    home: '/',
    navigation: [...headerLinks, ownPlace(session)],
    signOut: session === null ? null : '/deconnexion',
    strip: current === null ? null : deadlineStrip(current, now),
    demonstration: site.demonstration,
    demonstrationLink: site.demonstration ? { href: '/demo', label: say.demonstration } : null,
    preview: site.preview?.() ?? null,
    officer: null,
    help: session?.kind === 'candidate' ? helpLinks : [],
    legal: csrf === null ? [...legalLinks, schemeLink(visit)] : legalLinks,
    scheme: schemeOf(visit),
    csrf,
    address: visit.address,
  };
}

/** « Certificat d'aptitude professionnelle, session 2024 » */
function examOf(site: Site, current: ResolvedSession | null): string {
  if (current === null) return texts.site;
  return `${site.catalogue().exam(current.exam)?.name ?? current.exam}, ${current.label}`;
}

function ownPlace(session: Session | null): NavigationItem {
  if (session === null) return { href: '/connexion', label: say.signIn };
  return { href: session.kind === 'candidate' ? '/candidatures' : '/gestion', label: say.mySpace };
}

function schemeLink({ address }: Seen): NavigationItem {
  const back = address === '/' ? '' : `?retour=${encodeURIComponent(address)}`;
  return { href: `/apparence${back}`, label: texts.scheme.title };
}

/** The thin strip: until when, in words. Never red before the last 24 hours, and then only while there is time left. */
export function deadlineStrip(session: ResolvedSession, now: Temporal.Instant): Strip {
  const { opensAt, closesAt } = session.window;
  switch (phaseOf(session, now)) {
    case 'coming':
      return { tone: 'neutral', text: say.coming(instantInWords(opensAt), distance(now, opensAt)) };
    case 'open':
      return {
        tone: TONES[urgency(session, now)],
        text: say.open(instantInWords(closesAt), distance(now, closesAt)),
      };
    case 'closed':
      return { tone: 'neutral', text: say.closed(instantInWords(closesAt)) };
  }
}
