import { exactInstant, plural } from '../ui/index.ts';
import { frenchSpaces, waitWords } from './texts.ts';

export const secondFactorTexts = {
  field: {
    label: 'Code',
    hint: frenchSpaces('Six chiffres dans votre application, ou dix chiffres pour un code de secours.'),
    missing: 'Indiquez le code de votre application, ou un code de secours.',
    shape: frenchSpaces("Un code de l'application a six chiffres, un code de secours en a dix : recopiez-les tous."),
  },
  setUpField: {
    label: "Code donné par l'application",
    hint: 'Six chiffres.',
    missing: "Indiquez le code à six chiffres que l'application affiche.",
    shape: "Le code de l'application a six chiffres. Recopiez-les tous.",
  },
  refusals: {
    wrong: frenchSpaces(
      "Ce code n'est pas le bon. Recopiez celui que votre application affiche en ce moment pour ce compte, ou un code de secours.",
    ),
    used: frenchSpaces(
      "Ce code a déjà servi : chaque code ne sert qu'une fois. Attendez que l'application en affiche un autre, dans trente secondes au plus.",
    ),
    expired: frenchSpaces(
      "Ce code a expiré : il ne vaut qu'une minute. Recopiez celui qui est affiché maintenant. Si c'est bien celui-là, l'horloge de votre appareil retarde : réglez-la sur l'heure automatique.",
    ),
    ahead: frenchSpaces(
      "L'horloge de votre appareil avance : ce code n'est pas encore valable. Réglez-la sur l'heure automatique, puis recopiez le nouveau code.",
    ),
    recoveryUsed: frenchSpaces(
      "Ce code de secours a déjà servi. Prenez-en un autre de votre liste, ou le code de l'application.",
    ),
    tooMany: (seconds: number): string =>
      frenchSpaces(
        `Trop d'essais manqués de suite pour ce compte. Attendez ${waitWords(seconds)}, puis réessayez. Si ce n'est pas vous, quelqu'un connaît votre mot de passe : choisissez-en un autre.`,
      ),
    ended: frenchSpaces(
      'Cette connexion attend depuis trop longtemps, ou le mot de passe a changé. Reprenez-la depuis le début.',
    ),
    offerEnded: frenchSpaces(
      "Cette page est restée ouverte trop longtemps. Effacez dans l'application le compte que vous venez d'y ajouter, puis lisez le nouveau code carré ci-dessous.",
    ),
    there: frenchSpaces('La double authentification est déjà en place, sans doute depuis un autre onglet.'),
    absent: frenchSpaces("La double authentification n'est pas en place pour ce compte."),
  },
  messages: {
    'second-facteur-retire': frenchSpaces("Le code de l'application est retiré. Un mail vous l'a confirmé."),
  },
  proof: {
    title: 'Code de votre application',
    lead: "Votre mot de passe est le bon. Il reste à recopier le code de l'application de votre téléphone.",
    submit: 'Se connecter',
    again: 'Reprendre la connexion',
    lost: 'Sans votre téléphone',
    lostText: frenchSpaces(
      "Saisissez l'un des dix codes de secours que vous avez gardés : chacun sert une fois. Sans eux, demandez à un chef de bureau ou à l'administration de votre académie de réinitialiser votre double authentification.",
    ),
  },
  account: {
    title: 'Double authentification',
    on: (since: Temporal.Instant): string => frenchSpaces(`En place depuis le ${exactInstant(since)}.`),
    off: "Un code de votre téléphone ou une clé d'accès, en plus du mot de passe : qui devine votre mot de passe n'entre pas.",
    set: 'Mettre en place la double authentification',
    manage: "Clés d'accès, codes de secours et changement de téléphone",
    application: "Code d'une application",
    noApplication: "Vous n'en avez pas.",
    setApplication: "Mettre en place le code d'une application",
  },
  setUp: {
    title: 'Mettre en place la double authentification',
    lead: 'Une preuve en plus du mot de passe. Comptez deux minutes.',
    required: frenchSpaces(
      "Elle est obligatoire pour le personnel : les autres pages s'ouvriront dès qu'elle sera en place.",
    ),
    read: '1. Lire le code carré',
    readText: frenchSpaces(
      'Installez sur votre téléphone une application de codes (FreeOTP, Aegis, Google Authenticator…) et lisez-y ce code carré. Vous êtes déjà sur le téléphone ? Suivez le lien, ou recopiez la clé.',
    ),
    square: 'Code carré à lire avec votre application',
    link: "Ouvrir l'application",
    key: frenchSpaces('Clé à recopier :'),
    prove: '2. Recopier un code',
    submit: 'Mettre en place',
    signOut: 'Se déconnecter',
  },
  codes: {
    title: 'Codes de secours',
    lead: "Ils remplacent l'application si vous perdez votre téléphone. Chacun sert une fois.",
    keep: frenchSpaces(
      'Notez-les ou imprimez cette page maintenant : ils ne seront plus affichés. Ne les gardez pas sur le téléphone.',
    ),
    list: 'Vos dix codes de secours',
    kept: 'Je les ai notés : continuer',
    left: (count: number): string =>
      count === 0
        ? frenchSpaces('Il ne vous en reste aucun : demandez-en de nouveaux.')
        : frenchSpaces(`Il vous en reste ${plural(count, 'code', 'codes')}.`),
    renew: 'Demander de nouveaux codes',
    renewText: 'Dix nouveaux codes remplacent les précédents.',
  },
  remove: {
    title: 'Changer de téléphone',
    lead: frenchSpaces(
      "Le code de l'application est retiré, puis vous le mettez en place sur votre nouveau téléphone. Vos codes de secours ne servent plus.",
    ),
    submit: "Retirer le code de l'application",
  },
} as const;
