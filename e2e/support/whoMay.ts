import type { Role } from '../../src/accounts/index.ts';
import { keysOf } from '../../src/platform/keys.ts';
import { PLACES } from '../../src/public/places.tsx';

/**
 * Everybody who may knock, and who may what: written a second time, by address, as docs/product.md says it. A guard that is wrong or
 * forgotten doesn't agree (e2e/matrix.test.ts); docs/access.md prints it.
 */
const STAFF_IN_WORDS = {
  'officer of G2': 'un gestionnaire du portefeuille',
  'officer of G1': 'un autre gestionnaire',
  accommodation: 'le service des aménagements',
  jury: 'le jury',
  centre: "un centre d'examen",
  examiner: 'un examinateur',
  head: 'le chef de bureau',
  admin: "l'administration",
} satisfies Readonly<Record<Exclude<Role, 'officer'> | 'officer of G1' | 'officer of G2', string>>;
const STAFF = keysOf(STAFF_IN_WORDS);
/** Who works at the office: not who only checks candidates in, or examines them. */
const OFFICE = STAFF.filter((one) => one !== 'centre' && one !== 'examiner');
/** As the page of who may what names them. */
export const PEOPLE_IN_WORDS = {
  visitor: 'un visiteur',
  owner: 'le candidat du dossier',
  'other candidate': 'un autre candidat',
  ...STAFF_IN_WORDS,
};
export const PEOPLE = keysOf(PEOPLE_IN_WORDS);
export type Person = (typeof PEOPLE)[number];

const MAY: readonly (readonly [RegExp, readonly Person[]])[] = [
  // What the site's map names is for everybody.
  [new RegExp(`^(${PLACES.map(({ href }) => href).join('|')})$`), PEOPLE],
  [/^\/(calendrier(\.ics|\/:file)|specialites\/:cfd|healthz|readyz|robots\.txt)$/, PEOPLE],
  [/^\/(simulateur|api\/v1|demo|verifier|V)(\/|$)/, PEOPLE],
  [/^\/(connexion(\/code|\/double-authentification(\/defi)?)?|deconnexion|mot-de-passe-oublie)$/, PEOPLE],
  [/^\/compte\/(creer|activer|adresse\/(confirmer|retrouver|opposition)|courrier(\/suivre)?)$/, PEOPLE],
  [/^\/compte(\/mot-de-passe|\/adresse|\/sessions)?$/, PEOPLE.filter((one) => one !== 'visitor')],
  [/^\/compte\/double-authentification\/cles\/:id(\/|$)/, ['officer of G1']],
  [/^\/compte\/double-authentification(\/|$)/, STAFF],
  [/^\/compte\/(etat-civil|notifications|mes-donnees(\/fermer)?)$/, ['owner', 'other candidate']],
  [/^\/candidatures(\/nouvelle)?$/, ['owner', 'other candidate']],
  [/^\/candidatures\/:id(\/|$)/, ['owner']],
  // Whoever holds the square code of a computer; the others are told that it serves no more.
  [/^\/telephone\/:jeton\/:piece(\/|$)/, PEOPLE],
  // Whoever has the link of a minor's representative; nothing is shown before the code.
  [/^\/signer\/:jeton(\/|$)/, PEOPLE],
  [/^\/gestion$/, OFFICE],
  [/^\/centre\/(droit\/:account|travailleur\.js)$/, PEOPLE],
  [/^\/centre(\/|$)/, ['centre']],
  [/^\/commission\/notes\/(droit\/:account|travailleur\.js)$/, PEOPLE],
  [/^\/commission(\/|$)/, ['examiner']],
  [/^\/gestion\/corbeille$/, ['officer of G2', 'officer of G1', 'accommodation', 'head']],
  [
    /^\/gestion\/examen(\/centres(\/:id)?|\/calendrier(\/dessin)?|\/candidats|\/convocations(\.csv)?)?$/,
    ['officer of G2', 'officer of G1', 'head'],
  ],
  [/^\/gestion\/examen\/convocations\/:id\/renvoyer$/, ['officer of G2', 'head']],
  [/^\/gestion\/examen\/plan(\/(candidats|sans-place|centres\/:id))?$/, ['officer of G2', 'officer of G1', 'head']],
  [/^\/gestion\/examen\/plan\/candidats\/:id$/, ['officer of G2', 'head']],
  [/^\/gestion\/examen\//, ['head']],
  [/^\/gestion\/amenagements(\/|$)/, ['accommodation']],
  [/^\/resultats$/, PEOPLE],
  [/^\/gestion\/recours(\/|$)/, ['head']],
  [/^\/gestion\/delegations(\/|$)/, ['head']],
  [/^\/gestion\/incident$/, ['head']],
  [/^\/gestion\/logiciels(\/|$)/, ['head']],
  [/^\/gestion\/publication(\/|$)/, ['head']],
  [/^\/gestion\/reprise\/listes(\/|$)/, ['head']],
  [/^\/gestion\/reprise\/candidats\//, ['officer of G2', 'head']],
  [/^\/gestion\/reprise$/, ['officer of G2', 'officer of G1', 'head']],
  [/^\/gestion\/resultats-anterieurs\/demandes$/, ['officer of G2', 'officer of G1', 'head']],
  [/^\/gestion\/resultats-anterieurs\/candidats\/:id(\/|$)/, ['officer of G2', 'head']],
  [/^\/gestion\/resultats-anterieurs(\/|$)/, ['head']],
  [/^\/gestion\/(tableau-de-bord|statistiques|export-national|remplacements)(\/|$)/, ['head']],
  [/^\/gestion\/deliberation(\/:id(\/candidats(\/:candidat)?)?)?$/, ['jury', 'head']],
  [/^\/gestion\/deliberation\/.*\/confirmation$/, ['jury', 'head']],
  [/^\/gestion\/deliberation\//, ['head']],
  [/^\/gestion\/notes$/, ['jury', 'head']],
  [/^\/gestion\/notes\/:id\/(saisie|fichier|modele)/, ['jury']],
  [/^\/gestion\/notes\//, ['head']],
  [
    /^\/gestion\/(a-signer|dossiers|appels|attestations|inscrire|doublons|confier|relances|messages|cloture|travaux|exports(\/inscriptions)?)$/,
    ['officer of G2', 'officer of G1', 'head'],
  ],
  // A list made ready is of who asked for it.
  [/^\/gestion\/exports\/prets\//, ['officer of G2']],
  // Invitations sent together are of who sent them.
  [/^\/gestion\/cloture\/invitations\//, ['officer of G2']],
  [/^\/gestion\/(courriers|injoignables)(\/|$)/, ['officer of G2', 'officer of G1', 'head']],
  [/^\/gestion\/cloture\/annulations(\/:lot)?$/, ['head']],
  [/^\/gestion\/(a-signer|dossiers|doublons|pieces|relances|messages|cloture)\/:id(\/|$)/, ['officer of G2', 'head']],
  [/^\/gestion\/(envois|documents)\/:id(\/|$)/, ['officer of G2', 'head']],
  [/^\/gestion\/(envois|documents)(\/nouveau)?$/, ['officer of G2', 'officer of G1', 'head']],
  [/^\/gestion\/modeles\/nouveau$/, ['head']],
  [/^\/gestion\/modeles(\/:id)?$/, ['officer of G2', 'officer of G1', 'head']],
  [/^\/gestion\/editions(\/|$)/, ['head']],
  [/^\/gestion\/(personnel|journal|regles)(\/|$)/, ['head', 'admin']],
];

/** Who gets through to an address, as its route declares it. */
export function mayOn(path: string): readonly Person[] {
  const may = MAY.find(([pattern]) => pattern.test(path))?.[1];
  if (may === undefined) throw new Error(`Who may use ${path}? Say it above.`);
  return may;
}
