import { inParis } from '../platform/time.ts';
import { dayAndMonth, plural } from '../ui/index.ts';
import type { PlacingKind } from './rules/kinship.ts';
import type { OnePerson } from './secondPerson.ts';
import type { NamedLink } from './store/placings.ts';
import { frenchSpaces } from './texts.ts';

const DONE: Readonly<Record<PlacingKind, string>> = {
  invited: 'accès donné',
  role: 'fonction changée',
  reopened: 'accès rouvert',
  'second-proof': 'double authentification réinitialisée',
  earlier: 'accès donné ou rendu',
};

/** « accès donné à … par … le … ». `you`: whom the reader is told as « vous ». */
export function linkInWords({ who, by, whoName, byName, kind, at }: NamedLink, you: string): string {
  const named = (id: string, name: string | null): string =>
    `${name ?? 'un compte supprimé'}${id === you ? ' (vous)' : ''}`;
  const day = dayAndMonth(inParis(at));
  return `${DONE[kind]} à ${named(who, whoName)} par ${named(by, byName)} le ${day}`;
}

/** Why somebody is no second person, whatever the act, as a page says it beforehand. */
export function whyOnePerson({ by, links, days }: OnePerson): string {
  if (links.length === 0) return frenchSpaces("Vous l'avez écrit ou proposé : une autre personne doit l'approuver.");
  const chain = links.map((link) => linkInWords(link, by)).join(' ; ');
  return frenchSpaces(
    `Vous et qui l'a écrit ou proposé ne comptez que pour une personne, par ce qui a été fait il y a moins de ${plural(days, 'jour', 'jours')} : ${chain}. Une autre personne doit l'approuver, ou confirmer d'abord cet accès dans « Personnel ».`,
  );
}

/** The one sentence of the refusal. */
export function onePersonInWords(refusal: OnePerson): string {
  return `${whyOnePerson(refusal)} Rien n'a été enregistré.`;
}
