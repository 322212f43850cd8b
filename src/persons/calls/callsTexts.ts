import { beforeShort, dayInWords, plural, quoted, shortInstant } from '../../ui/index.ts';

/** Somebody telephones, or stands at the counter: who they are, where they are stuck, what was sent to them. */
export const callsTexts = {
  title: "Quelqu'un appelle",
  open: "Quelqu'un appelle, et n'est pas dans la liste",
  lead: "Qui n'a pas fini de s'inscrire n'est dans aucune liste\u00a0: son brouillon ne s'ouvre que sur deux informations qu'il vous dit, exactement celles de son compte. Il lira que vous l'avez ouvert.",
  fields: {
    address: 'Adresse mail',
    whole:
      "Écrivez l'adresse mail entière, comme nom@domaine.fr\u00a0: un brouillon ne s'ouvre que sur elle. Une partie suffit dans «\u00a0Dossiers\u00a0», pour qui s'est enregistré.",
    birthDate: 'Date de naissance',
    name: 'Nom de famille',
    what: 'le nom de famille',
    nameHint: "De naissance ou d'usage. Les accents et les majuscules ne comptent pas.",
    former: 'Numéro dans le système en place',
    formerHint: 'De qui figure sur une liste que votre bureau a importée.',
    noNumber: 'Écrivez ce numéro en chiffres et en lettres sans accent, comme 01216557741, ou laissez ce champ vide.',
    two: 'Donnez deux informations au moins\u00a0: une seule se devine.',
  },
  submit: 'Chercher',
  nobody:
    "Aucune inscription de votre académie n'est à une personne qui a exactement ces informations. Faites-les épeler, ou demandez-en une autre.",
  several: 'Plusieurs personnes ont ces deux informations. Demandez-en une troisième.',
  tooMany: (minutes: number): string =>
    `Beaucoup de recherches n'ont trouvé personne. Pour que nul ne devine qui s'inscrit, la suivante attend ${plural(minutes, 'minute', 'minutes')}.`,
  person: {
    link: 'Au téléphone avec ce candidat',
    born: (day: Temporal.PlainDate): string => `Date de naissance\u00a0: ${dayInWords(day)}`,
    draft: (when: Temporal.Instant): string =>
      `Inscription commencée, jamais enregistrée. Dernière page gardée le ${shortInstant(when)}.`,
    until: (closing: Temporal.Instant): string => `À enregistrer ${beforeShort(closing)}`,
  },
  stuck: {
    title: 'Où cette personne en est',
    nothing: 'Plus rien à faire de son côté.',
    faults: (count: number, step: string): string =>
      `Elle bute sur ${quoted(step)}\u00a0: ${plural(count, 'réponse est à revoir', 'réponses sont à revoir')}, et sa page dit laquelle.`,
    next: (step: string): string => `La suite est à l'étape ${quoted(step)}.`,
  },
  access: {
    title: 'Son compte',
    address: 'Adresse mail',
    state: 'État',
    never: "Jamais activé\u00a0: le lien du premier mail n'a pas été suivi.",
    activated: 'Activé',
    refused: (since: Temporal.Instant): string =>
      `Sa messagerie refuse nos mails depuis le ${shortInstant(since)}\u00a0: un autre envoi n'arrivera pas davantage. Cette personne corrige son adresse à la page de son compte.`,
    tries: 'Mots de passe refusés',
    counted: (tries: number, needsCode: boolean): string =>
      tries === 0
        ? 'Aucun depuis une heure'
        : `${tries} depuis une heure${needsCode ? '\u00a0: un code envoyé par mail est demandé avec le bon mot de passe' : ''}`,
    activation: "Renvoyer le mail d'activation",
    password: 'Envoyer un lien pour choisir un mot de passe',
    unlock: 'Oublier les essais manqués',
    unlockText: "Le mot de passe seul suffit alors de nouveau. L'adresse ne change pas ici.",
  },
  sent: {
    title: 'Ce que nous lui avons écrit',
    none: "Aucun mail n'est encore parti.",
    gone: 'Les mails sont effacés avec le compte.',
    columns: ['Mail', 'Quand', 'Ce qui en est'],
    states: {
      waiting: "attend d'être pris par le relais",
      sending: 'part en ce moment',
      sent: 'pris par sa messagerie',
      kept: "gardé ici\u00a0: ce site n'envoie pas",
      failed: 'refusé par sa messagerie',
    },
  },
  flash: {
    'activation-renvoyee': "Le mail d'activation part à l'adresse du compte. Son lien sert une fois, pendant un jour.",
    'lien-envoye': "Le lien part à l'adresse du compte. Il sert une fois, pendant un jour.",
    'essais-oublies': 'Les essais manqués sont oubliés. Le mot de passe seul suffit.',
  },
} as const;
