import type { JSX } from 'preact';
import type { Visit } from '../platform/http/visit.ts';
import type { Link } from '../ui/index.ts';
import { CalendarPage } from './pages/calendarPage.tsx';
import { ContactPage } from './pages/contactPage.tsx';
import { FrontPage } from './pages/frontPage.tsx';
import { HelpPage } from './pages/helpPage.tsx';
import { HowToPage } from './pages/howToPage.tsx';
import { AccessibilityPage, LegalNoticePage, PrivacyPage } from './pages/legalPages.tsx';
import { SiteMapPage } from './pages/siteMapPage.tsx';
import { SpecialitiesPage } from './pages/specialitiesPage.tsx';
import { tradeField, tradeIn } from './pages/tradeSearch.tsx';
import type { CookieView, OfficeView, View } from './pages/view.ts';
import { texts } from './texts.ts';

const say = texts.pages;

export type Draw = (view: View & OfficeView & CookieView, visit: Pick<Visit, 'query'>) => JSX.Element;

type Place = Link & {
  readonly group: 'enrol' | 'learn' | 'site';
  /** In the header, in the footer, or only in the site map. */
  readonly shown?: 'header' | 'footer';
  /** At the foot of every page of a candidate, too. */
  readonly helps?: true;
  /** What its address may ask besides a choice of exam and academy. */
  readonly asks?: readonly string[];
  /** null: a route of its own answers there, here or in another room. */
  readonly draw: Draw | null;
};

/** Every public page, once: its route, the header, the footer, the site map and the tests are drawn from it. */
export const PLACES: readonly Place[] = [
  { href: '/', label: say.front, group: 'enrol', draw: (view) => <FrontPage {...view} /> },
  { href: '/comment-s-inscrire', label: say.howTo, group: 'enrol', draw: (view) => <HowToPage {...view} /> },
  { href: '/simulateur', label: say.simulator, group: 'enrol', draw: null },
  { href: '/simulateur/moyenne', label: say.average, group: 'enrol', draw: null },
  { href: '/compte/creer', label: say.signUp, group: 'enrol', draw: null },
  { href: '/connexion', label: say.signIn, group: 'enrol', draw: null },
  {
    href: '/calendrier',
    label: say.calendar,
    group: 'learn',
    shown: 'header',
    draw: (view) => <CalendarPage {...view} />,
  },
  {
    href: '/specialites',
    label: say.specialities,
    group: 'learn',
    shown: 'header',
    asks: [tradeField.name],
    draw: (view, { query }) => <SpecialitiesPage {...view} typed={tradeIn(query)} />,
  },
  {
    href: '/aide',
    label: say.help,
    group: 'learn',
    shown: 'header',
    helps: true,
    draw: (view) => <HelpPage {...view} />,
  },
  {
    href: '/contact',
    label: say.contact,
    group: 'learn',
    shown: 'header',
    helps: true,
    asks: [tradeField.name],
    draw: (view, { query }) => <ContactPage {...view} typed={tradeIn(query)} />,
  },
  { href: '/verifier', label: say.verify, group: 'learn', shown: 'footer', draw: null },
  {
    href: '/accessibilite',
    label: say.accessibility,
    group: 'site',
    shown: 'footer',
    draw: (view) => <AccessibilityPage {...view} />,
  },
  {
    href: '/mentions-legales',
    label: say.legal,
    group: 'site',
    shown: 'footer',
    draw: (view) => <LegalNoticePage {...view} />,
  },
  {
    href: '/donnees-personnelles',
    label: say.privacy,
    group: 'site',
    shown: 'footer',
    draw: (view) => <PrivacyPage {...view} />,
  },
  {
    href: '/plan-du-site',
    label: say.map,
    group: 'site',
    shown: 'footer',
    draw: (view) => <SiteMapPage {...view} linksOf={linksOf} />,
  },
  { href: '/apparence', label: say.scheme, group: 'site', draw: null },
];

export const headerLinks: readonly Link[] = PLACES.filter(({ shown }) => shown === 'header').map(linkOf);

export const helpLinks: readonly Link[] = PLACES.filter(({ helps }) => helps).map(linkOf);

/** « Accessibilité : non conforme », « Mentions légales »… for the foot of every page, whoever is signed in. */
export const legalLinks: readonly Link[] = PLACES.filter(({ shown }) => shown === 'footer').map(linkOf);

/** All of them, by what people come for. */
function linksOf(group: Place['group']): readonly Link[] {
  return PLACES.filter((place) => place.group === group).map(linkOf);
}

function linkOf({ href, label }: Place): Link {
  return { href, label };
}
