import type { Link } from '../ui/index.ts';
import { texts } from './texts.ts';

const say = texts.pages;

type Place = Link & {
  readonly group: 'enrol' | 'learn' | 'site';
  /** In the header, in the footer, or only in the site map. */
  readonly shown?: 'header' | 'footer';
  /** At the foot of every page of a candidate, too. */
  readonly helps?: true;
};

/** Every public page, once: the header, the footer and the site map are drawn from it. */
const PLACES: readonly Place[] = [
  { href: '/', label: say.front, group: 'enrol' },
  { href: '/simulateur', label: say.simulator, group: 'enrol' },
  { href: '/simulateur/moyenne', label: say.average, group: 'enrol' },
  { href: '/compte/creer', label: say.signUp, group: 'enrol' },
  { href: '/connexion', label: say.signIn, group: 'enrol' },
  { href: '/calendrier', label: say.calendar, group: 'learn', shown: 'header' },
  { href: '/specialites', label: say.specialities, group: 'learn', shown: 'header' },
  { href: '/aide', label: say.help, group: 'learn', shown: 'header', helps: true },
  { href: '/contact', label: say.contact, group: 'learn', shown: 'header', helps: true },
  { href: '/accessibilite', label: say.accessibility, group: 'site', shown: 'footer' },
  { href: '/mentions-legales', label: say.legal, group: 'site', shown: 'footer' },
  { href: '/donnees-personnelles', label: say.privacy, group: 'site', shown: 'footer' },
  { href: '/plan-du-site', label: say.map, group: 'site', shown: 'footer' },
  { href: '/apparence', label: say.scheme, group: 'site' },
];

export const headerLinks: readonly Link[] = PLACES.filter(({ shown }) => shown === 'header').map(linkOf);

export const helpLinks: readonly Link[] = PLACES.filter(({ helps }) => helps).map(linkOf);

/** « Accessibilité : non conforme », « Mentions légales »… for the foot of every page, whoever is signed in. */
export const legalLinks: readonly Link[] = PLACES.filter(({ shown }) => shown === 'footer').map(linkOf);

/** All of them, by what people come for. */
export function publicLinks(group: Place['group']): readonly Link[] {
  return PLACES.filter((place) => place.group === group).map(linkOf);
}

function linkOf({ href, label }: Place): Link {
  return { href, label };
}
