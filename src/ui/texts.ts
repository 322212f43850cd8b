import { dayInWords, monthName } from '../platform/french/dates.ts';
import { ordinal, plural, quoted } from '../platform/french/french.ts';

/** Every French sentence of this room. No-break spaces are written `\u00a0`. */
export const texts = {
  yes: 'Oui',
  no: 'Non',
  notGiven: 'Non renseigné',
  page: {
    errorPrefix: 'Erreur\u00a0: ',
    skip: 'Aller au contenu',
    navigation: 'Navigation principale',
    menu: 'Menu',
    closeMenu: 'Fermer le menu',
    groupNow: 'en cours',
    pageHelp: 'Aide',
    unread: (count: number): string => (count < 2 ? 'non lu' : 'non lus'),
    signOut: 'Me déconnecter',
    demonstration: 'Démonstration\u00a0: service fictif, aucun vrai document.',
    help: 'Une question\u00a0?',
    legal: 'Informations légales',
    scheme: 'Apparence',
    schemes: { system: 'Système', light: 'Claire', dark: 'Sombre' },
  },
  unsent: "Ce que vous veniez d'écrire, et qui n'est pas envoyé",
  milestones: { today: "Aujourd'hui", next: 'Prochaine échéance\u00a0: ' },
  timeline: { older: (count: number): string => `Voir ce qui précède (${count})` },
  form: {
    requiredMark: '*',
    requiredNote: 'Les champs avec * sont obligatoires.',
    optionalMark: '(facultatif)',
    example: (example: string): string => `Exemple\u00a0: ${example}`,
    faultPrefix: 'Erreur\u00a0: ',
    asWritten: 'Envoyer ces mots tels quels',
    onLine: ({
      found,
      people,
      of,
    }: {
      readonly found: readonly string[];
      readonly people: number;
      readonly of: number;
    }): string =>
      `${of === 1 ? "Cette personne n'a pas d'adresse mail\u00a0: elle vous lira sur papier. Ces mots ne lui disent" : `${plural(people, "personne à qui vous écrivez n'a", "personnes à qui vous écrivez n'ont")} pas d'adresse mail, et ${people === 1 ? 'vous lira' : 'vous liront'} sur papier. Ces mots n'y disent`} rien\u00a0: ${found.map(quoted).join(', ')}. Changez-les, ou cochez ${quoted('Envoyer ces mots tels quels')}. Rien n'est encore envoyé.`,
    choose: 'Choisissez dans la liste',
    problem: 'Il y a un problème',
    problems: (count: number): string => plural(count, 'point est à corriger', 'points sont à corriger'),
    unreadable: "Cette réponse n'a pas pu être lue. Remplissez de nouveau ce champ.",
    tooLong: 'Cette réponse est beaucoup trop longue. Raccourcissez-la.',
    controlCharacter:
      'Cette réponse contient un caractère invisible que le registre ne peut pas garder. Retapez-la au clavier au lieu de la coller.',
    notUnderstood: (label: string): string => `La réponse à ${quoted(label)} ne convient pas. Vérifiez-la.`,
  },
  checks: {
    yourName: 'votre nom',
    yourGivenNames: 'vos prénoms',
    tooLong: (max: number): string => `Écrivez ${plural(max, 'caractère', 'caractères')} au plus.`,
    notPrinted: (character: string): string =>
      `Les documents de l'examen ne peuvent pas imprimer ${quoted(character)}. Écrivez cette réponse en lettres latines, sans ce signe.`,
    nameTooLong: (what: string): string => `Écrivez ${what} en 80\u00a0caractères au plus.`,
    nameNotPrinted: (what: string, character: string): string =>
      `Les documents de l'examen ne peuvent pas imprimer ${quoted(character)}. Écrivez ${what} en lettres latines, comme sur votre pièce d'identité.`,
    nameCharacter: (what: string, character: string): string =>
      `Écrivez ${what} sans le signe ${quoted(character)}\u00a0: seuls les lettres, l'espace, l'apostrophe, le trait d'union et le point conviennent.`,
    nameWithCivility: (what: string, civility: string): string =>
      `Écrivez ${what} sans ${quoted(civility)}\u00a0: le nom s'imprime sans civilité.`,
    nameWithoutLetter: (what: string): string => `Écrivez ${what} avec des lettres, comme sur votre pièce d'identité.`,
    dateUnreadable: "Écrivez la date avec le jour, le mois et l'année, par exemple 30/05/1998.",
    monthUnknown: (word: string): string => `Le mois ${quoted(word)} n'est pas connu. Écrivez par exemple 30/05/1998.`,
    monthOutOfRange: (month: number): string =>
      `Il n'y a pas de ${ordinal(month)} mois. Écrivez le jour, puis le mois, puis l'année.`,
    yearOfFourFigures: "Écrivez l'année avec quatre chiffres, par exemple 1998.",
    yearOutOfRange: (year: string): string => `L'année ${year} ne semble pas juste. Vérifiez-la.`,
    noSuchDay: (day: number, month: number, year: number): string =>
      `Le ${day === 1 ? '1er' : day} ${monthName(month)} ${year} n'existe pas. Vérifiez le jour et le mois.`,
    dateFrom: (from: Temporal.PlainDate): string => `Écrivez une date à partir du ${dayInWords(from)}.`,
    dateTo: (to: Temporal.PlainDate): string => `Écrivez une date jusqu'au ${dayInWords(to)}.`,
    email: {
      tooLong: 'Cette adresse mail est trop longue\u00a0: 254\u00a0caractères au plus.',
      space: "Une adresse mail ne contient pas d'espace. Retirez-le.",
      comma: 'Une adresse mail ne contient ni virgule ni point-virgule. Donnez une seule adresse, avec des points.',
      noAt: "Il manque le signe @ dans l'adresse mail. Exemple\u00a0: nom.prenom@domaine.fr",
      twoAts: 'Il y a deux fois le signe @. Donnez une seule adresse mail.',
      character: (character: string): string =>
        `Une adresse mail ne contient pas ${quoted(character)}. Vérifiez-la, lettre par lettre.`,
      incomplete: "L'adresse mail est incomplète. Exemple\u00a0: nom.prenom@domaine.fr",
      noEnding: "Il manque la fin de l'adresse mail, par exemple .fr ou .com.",
      unreadable: "L'adresse mail ne peut pas exister sous cette forme. Exemple\u00a0: nom.prenom@domaine.fr",
    },
    phone: {
      character: 'Écrivez le numéro de téléphone avec des chiffres, par exemple 04\u00a073\u00a099\u00a035\u00a006.',
      french:
        "Un numéro français compte dix chiffres et commence par 0, par exemple 04\u00a073\u00a099\u00a035\u00a006. Vérifiez s'il en manque.",
      international:
        'Écrivez le numéro étranger avec + et le code du pays, par exemple +32\u00a0470\u00a012\u00a034\u00a056.',
      withoutPrefix: 'Commencez le numéro par 0 en France, ou par + et le code du pays.',
    },
    postcode: 'Écrivez le code postal avec cinq chiffres.',
    notOffered: 'Choisissez une des réponses proposées.',
    markUnreadable: 'Écrivez la note en chiffres, de 0 à 20, par exemple 12,5.',
    markByHalfPoints: 'Écrivez la note au demi-point près, par exemple 12 ou 12,5.',
    markOutOfRange: 'La note va de 0 à 20.',
    wholeNumber: 'Écrivez un nombre entier, en chiffres.',
    numberBetween: (min: number, max: number): string => `Écrivez un nombre de ${min} à ${max}.`,
  },
  lineFaults: {
    title: (count: number): string => plural(count, 'défaut', 'défauts'),
    nothingWritten: "Rien n'a été enregistré. Corrigez ces lignes, puis renvoyez le fichier entier.",
    where: 'Où',
    line: (line: number | null): string => (line === null ? 'Le fichier' : `Ligne\u00a0${line}`),
    fault: "Ce qui n'est pas bon",
    more: (count: number): string => `Et ${plural(count, 'autre défaut', 'autres défauts')}.`,
  },
  components: {
    keys: { title: 'Touches du clavier', use: 'Utiliser les touches du clavier' },
    modify: 'Modifier',
    modified: 'modifié',
    of: (label: string): string => `\u00a0: ${label}`,
    stepPosition: (position: number, total: number): string => `Étape ${position} sur ${total}`,
    nextStep: (title: string): string => `Étape suivante\u00a0: ${title}`,
    steps: { done: 'Fait', todo: 'À faire', partial: 'En cours', waiting: 'En attente', problem: 'À corriger' },
    pagination: 'Pages',
    previousPage: 'Page précédente',
    nextPage: 'Page suivante',
    about: 'À propos de cette page',
    page: (page: number): string => `Page ${page}`,
    pageOf: (page: number, pages: number): string => `Page ${page} sur ${pages}`,
    phone: 'Téléphone',
    mail: 'Mail',
    hours: 'Horaires',
    address: 'Adresse',
    openDocument: 'Nouvel onglet',
    viewer: { smaller: 'Réduire', larger: 'Agrandir', turn: 'Tourner', contrast: 'Contraste' },
    notDrawn:
      "Ce document ne s'affiche pas ici. Ouvrez-le dans un nouvel onglet\u00a0: vous verrez le document, ou pourquoi il ne s'ouvre pas.",
    document: 'Document',
  },
  status: {
    missing: 'À fournir',
    deposited: 'Déposée',
    'being-read': 'En lecture',
    doubted: 'Déposée, à vérifier',
    received: 'Reçue',
    compliant: 'Conforme',
    refused: 'Non conforme',
    irrelevant: 'Sans objet',
    replaced: 'Remplacée',
    late: 'Hors délai',
    exempted: 'Dispensé',
  },
} as const;
