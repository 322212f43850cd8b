import { parisDay } from '../platform/time.ts';
import { dayInWords, listing, NBSP, plural } from '../ui/index.ts';
import type { Civility, Role } from './account.ts';
import type { BirthDateFault } from './rules/birthDate.ts';
import type { BrowserKind } from './rules/browserKind.ts';
import { PASSWORD_LENGTH, type PasswordFault, type PasswordPolicy } from './rules/passwordPolicy.ts';

/** Puts the spaces that never break before `: ; ! ?` and inside « ». */
export function frenchSpaces(text: string): string {
  return text
    .replace(/ ([:;!?»])/g, `${NBSP}$1`)
    .replace(/« /g, `«${NBSP}`)
    .replace(/(\d) (?=\p{L})/gu, `$1${NBSP}`);
}

const noMailbox = "Pas d'adresse mail\u00a0: courrier";
const civilities: Readonly<Record<Civility, string>> = { M: 'M.', MME: 'Mme' };

const roles: Readonly<Record<Role, string>> = {
  officer: 'gestionnaire',
  accommodation: "aménagements d'épreuves",
  jury: 'saisie des notes et jury',
  centre: "pointage d'un centre d'examen",
  examiner: 'examinateur ou surveillant',
  head: 'chef de bureau',
  admin: 'administration',
};

/** Labels, hints and examples are those of the notice's form (section I), to the letter. */
const fields = {
  civility: { label: 'Civilité', missing: 'Indiquez votre civilité.' },
  birthName: {
    label: 'Nom de famille',
    hint: '(Nom de naissance)',
    missing: "Indiquez votre nom de famille, tel que sur votre pièce d'identité.",
  },
  birthNameAgain: {
    label: 'Confirmation du nom de naissance',
    missing: 'Indiquez une seconde fois votre nom de naissance.',
    differs: frenchSpaces('Les deux noms de naissance sont différents : corrigez celui qui comporte une erreur.'),
  },
  usageName: { label: "Nom d'usage", hint: '(Nom marital par exemple)' },
  firstNames: {
    label: 'Prénoms',
    hint: "Notez tous les prénoms précisés sur la pièce d'identité. Séparez-les par des virgules.",
    missing: "Indiquez tous les prénoms de votre pièce d'identité.",
  },
  birthDate: { label: 'Date de naissance', example: '30/05/1998', missing: 'Indiquez votre date de naissance.' },
  birthDateAgain: {
    label: 'Confirmation date de naissance',
    missing: 'Indiquez une seconde fois votre date de naissance.',
    differs: frenchSpaces('Les deux dates de naissance sont différentes : corrigez celle qui comporte une erreur.'),
  },
  birthCountry: {
    label: 'Pays de naissance',
    missing: 'Choisissez votre pays de naissance dans la liste.',
    unknown: "Ce pays n'est pas dans la liste. Choisissez le pays actuel du lieu de votre naissance.",
  },
  address: {
    label: 'Adresse mail',
    example: 'nom.prenom@domaine.fr',
    hint: 'Renseignez une adresse mail fonctionnelle. Elle correspondra à votre identifiant de connexion.',
    missing: 'Indiquez votre adresse mail.',
    unusual: "Cette forme d'adresse mail n'est pas acceptée. Indiquez une autre adresse.",
  },
  addressAgain: {
    label: "Confirmation de l'adresse mail",
    missing: 'Indiquez une seconde fois votre adresse mail.',
    differs: frenchSpaces('Les deux adresses mail sont différentes : corrigez celle qui comporte une erreur.'),
  },
  password: { label: 'Mot de passe', missing: 'Choisissez un mot de passe.' },
  passwordAgain: {
    label: 'Confirmation du mot de passe',
    missing: 'Indiquez une seconde fois le mot de passe.',
    differs: frenchSpaces('Les deux mots de passe sont différents : retapez-les tous les deux.'),
  },
  signInPassword: { label: 'Mot de passe', missing: 'Indiquez votre mot de passe.' },
  newPassword: { label: 'Nouveau mot de passe', missing: 'Choisissez un nouveau mot de passe.' },
  newPasswordAgain: {
    label: 'Confirmation du nouveau mot de passe',
    missing: 'Indiquez une seconde fois le nouveau mot de passe.',
  },
  currentPassword: { label: 'Mot de passe actuel', missing: 'Indiquez votre mot de passe actuel.' },
  newAddress: { label: 'Nouvelle adresse mail', missing: 'Indiquez la nouvelle adresse mail.' },
  newAddressAgain: { label: 'Confirmation de la nouvelle adresse mail' },
  code: {
    label: 'Code reçu par mail',
    hint: 'Six chiffres.',
    missing: 'Indiquez le code à six chiffres du mail.',
    shape: 'Le code du mail a six chiffres. Recopiez-les tous.',
  },
} as const;

const passwordHints: Readonly<Record<PasswordPolicy, string>> = {
  notice: frenchSpaces('8 à 20 caractères dont majuscule, minuscule et caractère spécial (exemple : . / ! * etc...)'),
  modern: frenchSpaces('12 à 128 caractères, de toute sorte : une suite de mots convient.'),
};

const birthDateFaults: Readonly<Record<BirthDateFault, string>> = {
  future: "Cette date n'est pas encore passée. Vérifiez l'année de naissance.",
  'too-young': frenchSpaces("Il faut avoir au moins 14 ans pour créer un compte. Vérifiez l'année de naissance."),
  'too-early': frenchSpaces("Vérifiez l'année de naissance : les dates avant 1900 ne sont pas acceptées."),
};

/** One message for every rule that the password breaks. */
function passwordMessage(policy: PasswordPolicy, faults: readonly PasswordFault[]): string {
  const { least, most } = PASSWORD_LENGTH[policy];
  const needs: Partial<Record<PasswordFault, string>> = {
    'too-short': `au moins ${plural(least, 'caractère', 'caractères')}`,
    'too-long': `au plus ${plural(most, 'caractère', 'caractères')}`,
    'no-upper': 'une majuscule',
    'no-lower': 'une minuscule',
    'no-special': frenchSpaces('un caractère spécial (exemple : . / ! *)'),
  };
  const must = faults.flatMap((fault) => needs[fault] ?? []);
  const holds = faults.flatMap((fault) =>
    fault === 'holds-name' ? ['votre nom'] : fault === 'holds-address' ? ['votre adresse mail'] : [],
  );
  return [
    must.length > 0 ? `Le mot de passe doit avoir ${listing(must)}.` : '',
    holds.length > 0 ? `Il ne doit pas contenir ${listing(holds, 'ou')}.` : '',
    faults.includes('common')
      ? frenchSpaces('Ce mot de passe ressemble à un mot de passe très courant : choisissez-en un autre.')
      : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** `40 secondes`, `12 minutes`: rounded up, nobody is told to come back too early. */
export function waitWords(seconds: number): string {
  return seconds < 60 ? plural(seconds, 'seconde', 'secondes') : plural(Math.ceil(seconds / 60), 'minute', 'minutes');
}

export const texts = {
  civilities,
  noMailbox,
  /** To the office, in the place of an address. */
  closed: (at: Temporal.Instant): string => `Compte fermé à la demande de son titulaire le ${dayInWords(parisDay(at))}`,
  closedText: 'Écrivez à cette personne par la poste\u00a0: aucun mail ne part plus, et ses messages sont effacés.',
  roles,
  fields,
  passwordHints,
  birthDateFaults,
  passwordMessage,
  refusals: {
    credentialsWrong: frenchSpaces(
      "L'adresse mail ou le mot de passe n'est pas le bon. Vérifiez les deux, puis réessayez.",
    ),
    notActivated: frenchSpaces(
      "Votre compte n'est pas encore activé. Suivez le lien du mail que nous vous avons envoyé, ou demandez un nouveau mail ci-dessous.",
    ),
    noMailbox: "Ce compte n'a pas d'adresse mail\u00a0: aucun mail ne peut partir. Une lettre d'accès le remplace.",
    mailedEnough:
      "Trois de ces mails sont partis depuis une heure à cette adresse. Demandez à la personne de regarder ses indésirables, ou attendez une heure avant d'en envoyer un autre.",
    accessClosed: "L'accès de ce compte a été fermé. Adressez-vous à l'administrateur de votre académie.",
    tooManyTries: (seconds: number): string =>
      frenchSpaces(
        `Trop d'essais de suite. Pour protéger les comptes, attendez ${waitWords(seconds)}, puis réessayez.`,
      ),
    tooManyCodes: (seconds: number): string =>
      frenchSpaces(
        `Trop de codes faux de suite pour cette adresse ou ce réseau. Ouvrez plutôt le lien du même mail, qui sert toujours, ou attendez ${waitWords(seconds)}.`,
      ),
    busy: frenchSpaces(
      'Beaucoup de personnes se connectent en ce moment. Attendez quelques secondes, puis envoyez ce formulaire à nouveau.',
    ),
    signInCodeWrong: frenchSpaces(
      "Ce code n'est pas le bon. Recopiez celui du dernier mail reçu, ou reprenez la connexion pour en recevoir un autre.",
    ),
    signInCodeEnded: frenchSpaces(
      'Ce code ne sert plus : un code vaut 15 minutes. Reprenez la connexion pour en recevoir un autre.',
    ),
    formEnded: frenchSpaces(
      "L'adresse ne peut plus être corrigée ici : il s'est passé plus d'une heure, ou vous avez changé de navigateur. Créez votre compte à nouveau avec la bonne adresse.",
    ),
    linkEnded: frenchSpaces(
      "Ce lien a déjà servi ou n'est plus valable. S'il a déjà servi, connectez-vous ; sinon, demandez un nouveau mail.",
    ),
    codeWrong: frenchSpaces(
      "Ce code n'est pas le bon pour cette adresse. Recopiez le code du dernier mail reçu, ou demandez un nouveau mail.",
    ),
    currentPasswordWrong: "Ce n'est pas votre mot de passe. Vérifiez-le, puis réessayez.",
    sameAddress: "C'est déjà l'adresse mail de votre compte. Indiquez la nouvelle.",
    civilStatusLocked: frenchSpaces(
      "Vous avez une inscription : votre état civil y figure et ne peut plus être changé ici. Demandez la correction au gestionnaire de votre inscription, avec une copie de votre pièce d'identité.",
    ),
    changedMeanwhile:
      "Ces informations ont été changées entre-temps, dans un autre onglet ou sur un autre appareil. Relisez-les ci-dessous avant d'enregistrer.",
    addressTaken: "Cette adresse mail est déjà celle d'un compte. Indiquez une autre adresse.",
    staffUnknown: "Cette personne ne fait pas partie du personnel de l'académie.",
    portfolioNeeded: 'Indiquez au moins un groupe de spécialités pour un gestionnaire.',
    lastAdministrator: "C'est le dernier administrateur de l'académie. Nommez-en un autre d'abord.",
  },
  messages: {
    'compte-active': frenchSpaces(
      'Votre compte est activé. Connectez-vous avec votre adresse mail et votre mot de passe.',
    ),
    'mot-de-passe-choisi': frenchSpaces('Votre nouveau mot de passe est enregistré. Connectez-vous.'),
    'mot-de-passe-change': frenchSpaces(
      'Votre nouveau mot de passe est enregistré. Vos autres appareils ont été déconnectés.',
    ),
    'adresse-changee': frenchSpaces(
      'Votre nouvelle adresse mail est enregistrée : elle est désormais votre identifiant.',
    ),
    'adresse-demandee': frenchSpaces(
      'Un mail est parti à la nouvelle adresse. Suivez son lien dans les 24 heures : jusque-là, votre adresse ne change pas.',
    ),
    'etat-civil-enregistre': 'Votre état civil est enregistré.',
    'session-fermee': frenchSpaces("C'est fait : vous n'êtes plus connecté que dans les navigateurs ci-dessous."),
    'accord-donne': 'Votre accord est enregistré\u00a0: les décisions vous seront notifiées en ligne.',
    'accord-retire': 'Votre accord est retiré\u00a0: les décisions qui suivent vous viendront par lettre recommandée.',
    deconnexion: 'Vous êtes déconnecté sur cet appareil.',
    'compte-ferme': 'Votre compte est fermé. Un mail vous le confirme.',
  },
  signUp: {
    title: 'Création de votre compte candidat',
    lead: "Prenez votre pièce d'identité.",
    intro:
      "Recopiez votre état civil tel qu'il est écrit sur votre pièce d'identité. Un seul compte suffit\u00a0: il sert à toutes vos inscriptions.",
    haveAccount: "J'ai déjà un compte",
    submit: 'Créer le compte',
    readBack: {
      go: 'Continuer',
      title: 'Relisez avant de créer le compte',
      intro:
        'Lisez chaque lettre et chaque chiffre\u00a0: votre nom et votre naissance figureront sur votre diplôme, et tous nos mails partiront à cette adresse.',
      submit: 'Créer le compte',
      modify: 'Modifier mes réponses',
    },
    remember: {
      title: 'À retenir',
      keep: frenchSpaces(
        "Gardez bien votre adresse mail et votre mot de passe\u00a0: ils servent à vous connecter. Un mail vous prévient de chaque document mis dans votre espace\u00a0: confirmation d'inscription, convocation, relevé de notes.",
      ),
      post: 'Aucun de ces documents ne vous sera adressé par voie postale.',
    },
  },
  activation: {
    title: 'Activation de votre compte',
    sent: (address: string): string =>
      frenchSpaces(`Un mail vient de partir à l'adresse ${address}. Il contient un lien et un code.`),
    howTo: frenchSpaces(
      'Suivez le lien du mail, sur cet appareil ou sur un autre, ou recopiez le code ci-dessous. Lien et code servent une fois, pendant 24 heures. Sans mail dans les cinq minutes, regardez dans les courriers indésirables.',
    ),
    wrongAddress: frenchSpaces("Ce n'est pas la bonne adresse ? Créez votre compte à nouveau avec la bonne."),
    correct: {
      title: frenchSpaces("Ce n'est pas la bonne adresse ? Corrigez-la"),
      hint: "Tout le reste est gardé tel que vous l'avez écrit. Le premier mail ne servira plus.",
      doubt: (typed: string, meant: string): string =>
        frenchSpaces(`Vous avez écrit « ${typed} ». Vouliez-vous écrire « ${meant} » ?`),
      submit: 'Envoyer le mail à cette adresse',
    },
    codeTitle: 'Activer avec le code',
    submit: 'Activer mon compte',
    resendTitle: 'Recevoir un nouveau mail',
    resend: 'Envoyer un nouveau mail',
    ready: (name: string): string => frenchSpaces(`Vous activez ce compte\u00a0: ${name}.`),
    notYou: frenchSpaces("Si ce nom n'est pas le vôtre, n'activez pas ce compte : fermez cette page."),
    mailbox: frenchSpaces('Démonstration : aucun mail ne part vraiment, ils se lisent ici.'),
  },
  signIn: {
    title: 'Se connecter',
    intro: 'Vous vous identifiez au moyen de votre adresse mail et de votre mot de passe.',
    needed: 'Connectez-vous pour continuer.',
    submit: 'Se connecter',
    forgotten: 'Mot de passe oublié',
    lostMailbox: "Je n'ai plus accès à ma boîte mail",
    create: 'Créer mon compte',
    activate: 'Activer mon compte',
  },
  signInCode: {
    title: "Confirmez que c'est vous",
    why: frenchSpaces(
      "Il y a eu beaucoup d'essais de connexion à ce compte, ou depuis le réseau de cet appareil. Pour protéger les comptes, un code remplace l'attente.",
    ),
    sent: "Si l'adresse et le mot de passe que vous venez d'indiquer sont les bons, un code vient de partir par mail à cette adresse. Il est valable 15 minutes.",
    nothing: frenchSpaces(
      "Sans mail dans les cinq minutes, regardez dans les courriers indésirables, puis reprenez la connexion en vérifiant l'adresse et le mot de passe.",
    ),
    submit: 'Se connecter',
    again: 'Reprendre la connexion',
  },
  sessions: {
    title: 'Où vous êtes connecté',
    lead: frenchSpaces('Vous ne reconnaissez pas un navigateur ? Déconnectez-le, puis changez de mot de passe.'),
    browser: 'Navigateur',
    begun: 'Connecté le',
    seen: 'Vu pour la dernière fois',
    act: 'Action',
    now: 'maintenant',
    here: 'ce navigateur',
    end: 'Déconnecter',
    about: (begun: string): string => `le navigateur connecté le ${begun}`,
    endOthers: 'Déconnecter partout ailleurs',
    kind: ({ browser, system }: BrowserKind): string =>
      browser === null ? (system ?? 'Navigateur inconnu') : system === null ? browser : `${browser}, ${system}`,
  },
  signOut: {
    title: 'Se déconnecter',
    intro: 'Sur un ordinateur partagé, déconnectez-vous avant de partir.',
    submit: 'Se déconnecter',
    stay: 'Revenir à mon compte',
    alreadyOut: "Personne n'est connecté sur cet appareil.",
  },
  forgotten: {
    title: 'Mot de passe oublié',
    intro: 'Indiquez votre adresse mail. Vous recevrez un lien pour choisir un nouveau mot de passe.',
    submit: 'Recevoir le lien',
    sentTitle: 'Regardez vos mails',
    sent: frenchSpaces(
      "Si cette adresse est celle d'un compte, un mail vient de partir. Son lien sert une fois, pendant une heure. Sans mail dans les cinq minutes, regardez dans les courriers indésirables.",
    ),
    chooseTitle: 'Choisissez votre mot de passe',
    chooseIntro: (name: string): string => `Compte\u00a0: ${name}.`,
    chooseSubmit: 'Enregistrer le mot de passe',
    again: 'Demander un nouveau lien',
  },
  account: {
    title: 'Mon compte',
    civilStatus: 'État civil',
    changeCivilStatus: 'Modifier mon état civil',
    access: 'Connexion',
    changePassword: 'Changer mon mot de passe',
    changeAddress: 'Changer mon adresse mail',
    ownData: 'Mes données, les télécharger',
    role: 'Fonction',
    name: 'Nom',
    academy: 'Académie',
    portfolios: 'Groupes de spécialités',
    locked: frenchSpaces(
      "Votre état civil figure sur votre inscription : vous ne pouvez plus le changer vous-même. Pour une correction, écrivez au gestionnaire de votre inscription, avec une copie de votre pièce d'identité.",
    ),
    whom: 'Voir les coordonnées des gestionnaires',
    back: 'Retour à mon compte',
    signOut: 'Se déconnecter',
    save: 'Enregistrer',
    none: 'aucun',
    passwordIntro: 'Vos autres appareils seront déconnectés.',
    addressIntro: frenchSpaces(
      "Un lien sera envoyé à la nouvelle adresse. Tant que vous ne l'avez pas suivi, vous vous connectez avec l'ancienne.",
    ),
    addressSubmit: 'Envoyer le lien',
    confirmAddressTitle: 'Confirmation de votre nouvelle adresse mail',
    confirmAddress: (address: string): string => frenchSpaces(`Votre compte aura pour identifiant ${address}.`),
    confirmAddressSubmit: 'Confirmer cette adresse',
  },
} as const;
