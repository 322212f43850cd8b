import { inParis } from '../platform/time.ts';
import { dayAndMonth, listing, shortInstant } from '../ui/index.ts';
import type { StaffDenial } from './rules/staffRights.ts';

export const staffTexts = {
  title: 'Personnel',
  invite: 'Inviter une personne',
  delegations: 'Délégations de signature',
  unreached: (people: readonly string[]): string =>
    `Nos courriers ne parviennent pas à ${listing(people)}\u00a0: la messagerie les refuse. Vérifiez l'adresse avec la personne.`,
  columns: { name: 'Nom', role: 'Fonction', portfolios: 'Groupes', address: 'Adresse mail', state: 'Accès' },
  states: { open: 'Ouvert', invited: 'Invitation envoyée', closed: 'Fermé' },
  since: (when: Temporal.Instant): string => `depuis le ${dayAndMonth(inParis(when))}`,
  you: 'vous',
  none: 'aucun',
  noGroup: '–',
  empty: "Personne pour l'instant",
  emptyText: 'Invitez une première personne\u00a0: elle choisit son mot de passe par le mail reçu.',
  inviteTitle: 'Inviter une personne',
  inviteLead: 'Elle reçoit un mail avec un lien, valable sept jours, pour choisir son mot de passe.',
  inviteSubmit: "Envoyer l'invitation",
  changeLead: 'Le changement vaut dès sa prochaine page.',
  changeSubmit: 'Enregistrer',
  addressMissing: "Indiquez l'adresse mail de la personne.",
  name: 'Nom et prénom',
  nameMissing: 'Indiquez le nom de la personne.',
  nameWhat: 'le nom de la personne',
  role: 'Fonction',
  roleMissing: 'Choisissez une fonction.',
  portfolios: 'Groupes de spécialités',
  portfoliosHint: 'Pour un gestionnaire seulement, un au moins.',
  portfolio: (code: string, fields: readonly string[]): string => `${code}\u00a0: ${fields.join(', ')}`,
  access: 'Accès',
  close: "Fermer l'accès",
  closeTitle: (name: string): string => `Fermer l'accès\u00a0: ${name}`,
  closeText:
    "La personne est déconnectée tout de suite et ne peut plus se connecter. Ce qu'elle a fait reste au journal. L'accès peut être rouvert.",
  reopen: "Rouvrir l'accès",
  reopenTitle: (name: string): string => `Rouvrir l'accès\u00a0: ${name}`,
  reopenText: 'La personne pourra se connecter de nouveau, avec le même mot de passe et la même fonction.',
  secondFactor: {
    title: 'Double authentification',
    state: (since: Temporal.Instant | null): string =>
      since === null
        ? "La personne n'a pas encore mis en place de double authentification."
        : `En place depuis le ${dayAndMonth(inParis(since))}.`,
    reset: 'Demander la réinitialisation',
    resetTitle: (name: string): string => `Réinitialiser la double authentification\u00a0: ${name}`,
    resetText:
      "À faire si la personne a perdu son téléphone et ses codes de secours, ou sa clé d'accès. Assurez-vous d'abord que c'est bien elle qui le demande, de vive voix. Une autre personne le confirme\u00a0: alors elle est déconnectée, un mail la prévient, et son mot de passe suffit jusqu'à ce qu'elle remette une preuve en place.",
  },
  confirmation: {
    title: 'Accès à confirmer',
    text: "Jusqu'à ce qu'une autre personne le confirme, cette personne et qui lui a donné son accès ne comptent que pour une dans ce qui demande deux personnes. Confirmez si vous savez par vous-même que ce sont deux personnes.",
    submit: 'Je confirme\u00a0: ce sont deux personnes',
  },
  proposals: {
    title: 'Demandes à confirmer',
    lead: "Rien n'est fait avant qu'une seconde personne le confirme, qui sait par elle-même de qui il s'agit. Où il n'y en a pas, un chef ou un administrateur d'une autre académie confirme, ou l'exploitant du site par sa liste.",
    asked: (author: string | null, what: string, at: Temporal.Instant): string =>
      `${author ?? 'Une personne du bureau'} demande\u00a0: ${what}, le ${shortInstant(at)}.`,
    elsewhere: (academy: string): string => `Académie\u00a0: ${academy}, où personne d'autre ne peut confirmer.`,
    confirm: 'Confirmer',
    drop: 'Abandonner',
  },
  keep: 'Ne rien changer',
  denials: {
    'own-access': "C'est votre propre accès\u00a0: demandez à une autre personne de le changer.",
    administrator: "Seul un administrateur peut nommer, changer ou fermer l'accès d'un administrateur.",
  } satisfies Record<StaffDenial, string>,
} as const;
