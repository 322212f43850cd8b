import { homeOf, type SignedInPerson } from '../accounts/index.ts';
import { academyName, placeName, type ResolvedSession } from '../catalogue/index.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Chrome, Link, NavigationItem, Strip } from '../ui/index.ts';
import { deadlineStrip } from './deadlineStrip.ts';
import { headerLinks, helpLinks, legalLinks } from './places.tsx';
import { currentSession, sessionAtWork } from './rules/phase.ts';
import { carrying, type Scope, scopeOf, sessionsIn } from './rules/scope.ts';
import { schemeOf } from './scheme.ts';
import type { Site } from './site.ts';
import { texts } from './texts.ts';

const say = texts.chrome;

/** Enough of a visit to draw what stands around a page. */
export type VisitSeen = Pick<Visit, 'address' | 'cookies' | 'header'>;

export type ChromeOptions = {
  readonly session: SignedInPerson | null;
  /** null: no small forms; the page sets no cookie, and may be kept for others. */
  readonly csrf: string | null;
  /** Of the page itself, whatever was chosen. */
  readonly exam?: string | undefined;
  /** The session that the page is about: then none is looked for. */
  readonly about?: ResolvedSession | undefined;
  /** Of a page that reads no session: there may be one, and signing in leads to its place. */
  readonly held?: boolean;
};

/** May this page have small forms, and be kept for nobody else? Who only visits has none, but on a tour of the demonstration. */
export function hasForms(site: Site, visit: Pick<VisitSeen, 'cookies'>, session: SignedInPerson | null): boolean {
  return session !== null || (site.tour?.(visit) ?? null) !== null;
}

/** What this visitor looks at: by the name of the house, else as chosen in the address; staff, their academy. */
export function scopeSeen(
  site: Pick<Site, 'catalogue'>,
  { address, header }: VisitSeen,
  session: SignedInPerson | null,
  exam?: string,
): Scope {
  const query = queryOf(address);
  return scopeOf(site.catalogue(), {
    host: header('host'),
    exam: exam ?? query.get('examen') ?? undefined,
    academy: query.get('academie') ?? (session?.kind === 'staff' ? session.academy : undefined),
  });
}

/** What stands around the visitor's pages and the pages of accounts. Needs no database. */
export function visitorChrome(
  site: Site,
  visit: VisitSeen,
  { session, csrf, exam, held, about }: ChromeOptions,
): Chrome {
  const carried = (link: Link): Link => ({ ...link, href: carrying(link.href, visit.address) });
  return {
    ...(about === undefined ? meantBy(site, visit, session, exam) : aboutOne(site, about)),
    home: session === null ? carrying('/', visit.address) : '/',
    navigation: [...headerLinks.map(carried), ownPlace(session, held)],
    signOut: session === null ? null : '/deconnexion',
    demonstration: site.demonstration,
    ...(site.rehearsal === true ? { demonstrationWords: say.rehearsal } : {}),
    demonstrationLink: site.demonstration
      ? { href: '/demo', label: site.rehearsal === true ? say.rehearsalLink : say.demonstration }
      : null,
    tour: site.tour?.(visit) ?? null,
    preview: site.preview?.() ?? null,
    officer: null,
    help: session?.kind === 'candidate' ? helpLinks : [],
    legal: csrf === null ? [...legalLinks, schemeLink(visit)] : legalLinks,
    scheme: schemeOf(visit),
    csrf,
    address: visit.address,
  };
}

type About = Pick<Chrome, 'exam' | 'banners' | 'strip'>;

function aboutOne(site: Site, about: ResolvedSession): About {
  return {
    exam: [site.catalogue().exam(about.exam)?.name ?? texts.site, about.label].join(', '),
    banners: bannersFor(site, about.academy),
    strip: deadlineStrip(about, site.clock.now()),
  };
}

function meantBy(site: Site, visit: VisitSeen, session: SignedInPerson | null, exam: string | undefined): About {
  const now = site.clock.now();
  const scope = scopeSeen(site, visit, session, exam);
  const isStaff = session?.kind === 'staff';
  const sessions = sessionsIn(site.catalogue(), scope);
  const current = (isStaff ? sessionAtWork : currentSession)(sessions, now);
  return {
    exam: isStaff ? workedOn(site, visit, scope, sessions) : examOf(site, scope, current),
    banners: bannersFor(site, scope.academy?.code ?? null),
    strip: current === null ? null : stripOf(site, scope, current, now),
  };
}

/** Those of an academy; of the whole house each by its name, where several may stand. */
function bannersFor(
  { banners, catalogue }: Pick<Site, 'banners' | 'catalogue'>,
  academy: string | null,
): NonNullable<Chrome['banners']> {
  const standing = banners?.() ?? [];
  return standing
    .filter((one) => academy === null || one.academy === academy)
    .map((one) => {
      const by = academy === null ? catalogue().academy(one.academy) : undefined;
      return { from: say.bannerFrom(by === undefined ? null : academyName(by)), words: one.words };
    });
}

/** Who works on several sessions reads the one that the page's address says, or none. */
function workedOn(site: Site, { address }: VisitSeen, scope: Scope, sessions: readonly ResolvedSession[]): string {
  const asked = queryOf(address).get('session');
  const session = sessions.find(({ code }) => code === asked) ?? null;
  return examOf(
    site,
    session === null ? scope : { ...scope, exam: site.catalogue().exam(session.exam) ?? null },
    session,
  );
}

/** « Certificat d'aptitude professionnelle, session 2024 »; nothing of one where several are meant. */
function examOf(site: Site, { exam, academy }: Scope, current: ResolvedSession | null): string {
  const several = site.catalogue().academies().length > 1;
  const names = exam === null ? [texts.site] : [exam.name, ...(current === null ? [] : [current.label])];
  return [...names, ...(several && academy !== null ? [academyName(academy)] : [])].join(', ');
}

function queryOf(address: string): URLSearchParams {
  return new URLSearchParams(address.split('?')[1] ?? '');
}

function ownPlace(session: SignedInPerson | null, held = false): NavigationItem {
  if (session === null) return { href: '/connexion', label: held ? say.mySpace : say.signIn };
  return { href: homeOf(session), label: say.mySpace };
}

function schemeLink({ address }: VisitSeen): NavigationItem {
  const back = address === '/' ? '' : `?retour=${encodeURIComponent(address)}`;
  return { href: `/apparence${back}`, label: texts.scheme.title };
}

/** Of the session that is meant; where several are, of the most pressing, by its name, with where the others are. */
function stripOf(site: Site, { exam, academy }: Scope, current: ResolvedSession, now: Temporal.Instant): Strip {
  const strip = deadlineStrip(current, now);
  if (exam !== null && academy !== null) return strip;
  return {
    tone: strip.tone,
    text: say.named(placeName(site.catalogue(), current), strip.text),
    link: { href: '/calendrier', label: say.others },
  };
}
