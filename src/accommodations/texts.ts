import { keptFileTexts } from '../keptFiles/index.ts';
import { extraTimeInWords, lengthsInWords } from '../law/index.ts';
import { parisDay } from '../platform/time.ts';
import { numericDay, shortDay } from '../ui/index.ts';

type Posted = { readonly until: string; readonly words: string };

/** What the candidate reads. No-break spaces are written `\u00a0`. The service's words stand in `serviceTexts.ts`. */
export const texts = {
  title: "Demande d'aménagements d'épreuves",
  back: 'Revenir à mon inscription',
  notATick:
    "Cocher «\u00a0Oui\u00a0» à la rubrique «\u00a0Handicap\u00a0» ne suffit pas\u00a0: il faut une demande. Envoyez-la ici, ou par la voie de l'académie.",
  readers:
    "Ce que vous écrivez et déposez ici n'est lu que par le service des aménagements de votre académie et par le médecin. Votre gestionnaire, votre centre et le jury ne le voient pas.",
  until: (when: string): string => `À envoyer ${when}.`,
  untilWhy:
    "C'est le dernier jour d'inscription à l'examen (code de l'éducation, article D351-28). Un handicap révélé après peut encore faire l'objet d'une demande.",
  late: "La date limite est passée. Vous pouvez encore envoyer votre demande\u00a0: dites pourquoi elle vient maintenant, une personne du service en jugera. Le Code l'admet pour un handicap révélé après cette date (article D351-28).",
  link: "La procédure de l'académie, ses formulaires et ses adresses",
  notRegistered: {
    title: "D'abord, enregistrez votre inscription",
    text: "La demande s'ouvre dès que vous avez cliqué sur «\u00a0Enregistrer\u00a0», à la dernière étape.",
    go: 'Continuer mon inscription',
  },
  states: {
    draft: 'Demande à envoyer',
    submitted: 'Demande envoyée',
    asked: 'Complément attendu',
    'with-doctor': "À l'avis du médecin",
    advised: 'Avis du médecin reçu',
    decided: 'Décision prise',
    withdrawn: 'Demande retirée',
  },
  next: {
    submitted: "Le service l'examine. S'il manque quelque chose, il vous le demande ici, et un mail vous prévient.",
    asked: '',
    'with-doctor': 'Un médecin désigné donne son avis, puis le service décide.',
    advised: "Le service a l'avis du médecin. Il décide ensuite.",
  },
  sentOn: (moment: string): string => `Envoyée le ${moment}.`,
  onPaper: (day: Temporal.PlainDate): string =>
    `Reçue sur papier le ${numericDay(day)}. Vous pouvez y ajouter des documents ici.`,
  steps: {
    title: 'Ce qui est à faire',
    documents: 'Déposez vos documents',
    asked: 'Dites ce que vous demandez',
    send: 'Envoyez votre demande',
    given: (count: number): string => (count === 1 ? '1 document' : `${count} documents`),
    none: 'pas encore déposé',
    kept: 'enregistré, pas encore envoyé',
  },
  documents: {
    title: 'Vos documents',
    empty: 'Aucun document déposé.',
    add: 'Ajouter un document',
    kind: "Ce qu'est ce document",
    kindMissing: "Dites ce qu'est ce document.",
    file: 'Votre fichier',
    submit: 'Ajouter',
    open: (name: string): string => `Ouvrir ${name}`,
    remove: 'Supprimer',
    removeTitle: 'Supprimer ce document\u00a0?',
    removeText: (name: string): string =>
      `«\u00a0${name}\u00a0» ne fera plus partie de votre demande. Il est détruit ${lengthsInWords.court} après.`,
    keep: 'Le garder',
    line: (kind: string, size: string, moment: string): string => `${kind}, ${size}, déposé le ${moment}`,
    receipt: (receipt: string): string => `Reçu ${receipt}`,
    infected: "Un logiciel malveillant a été trouvé dans ce fichier\u00a0: il ne s'ouvre plus. Déposez-en un autre.",
    waiting: (kind: string, size: string, at: Temporal.Instant): string =>
      `${kind}, ${size}. ${keptFileTexts.waits(at)}`,
    giveAnother: (until: string | null): string =>
      until === null
        ? "Donnez-en un autre dès que possible\u00a0: aucune date n'est fixée. La décision peut être prise à tout moment, sur ce que le service a déjà."
        : `Donnez-en un autre ${until}.`,
    other: 'Document',
    budget: (most: number): string => `${most} documents au plus.`,
  },
  form: {
    title: 'Ce que vous demandez',
    measures: 'Aménagements demandés',
    measuresHint: 'Cochez ce dont vous avez besoin. Le médecin donne son avis et le service décide, mesure par mesure.',
    measuresMissing: 'Cochez au moins un aménagement.',
    words: 'Précisez votre demande',
    wordsHint: 'Quelles épreuves, quel matériel, quelle aide. Vos documents médicaux disent le reste.',
    wordsMissing: 'Dites ce que vous demandez.',
    revealed: 'Votre handicap a-t-il été révélé après la date limite\u00a0?',
    revealedMissing: 'Dites si votre handicap a été révélé après la date limite.',
    revealedOn: 'Quand',
    revealedOnHint: 'Une date approximative suffit.',
    revealedOnMissing: 'Dites quand votre handicap a été révélé.',
    lateWords: 'Pourquoi votre demande vient maintenant',
    lateWordsMissing: 'Dites pourquoi votre demande vient maintenant.',
    save: 'Enregistrer sans envoyer',
    send: 'Envoyer ma demande',
    sendNote: 'Une fois envoyée, votre demande ne se modifie plus\u00a0; vous pourrez ajouter des documents.',
  },
  summary: {
    title: 'Votre demande',
    measures: 'Aménagements demandés',
    words: 'Précisions',
    late: 'Envoyée après la date limite',
    revealedOn: (day: Temporal.PlainDate): string => `Handicap révélé le ${numericDay(day)}.`,
  },
  asked: {
    title: 'Le service vous demande un complément',
    until: (when: string): string => `À donner ${when}.`,
    past: (since: string): string =>
      `Cette date est passée ${since}. Répondez tout de même\u00a0: rien n'est refusé par un calcul.`,
  },
  answer: {
    words: 'Votre réponse',
    hint: "Par exemple, pourquoi un document ne viendra pas. Ajoutez d'abord vos documents.",
    submit: "J'ai répondu",
    kept: (day: Temporal.PlainDate, words: string): string => `Réponse du ${numericDay(day)}\u00a0: ${words}`,
  },
  decision: {
    title: 'La décision',
    granted: 'Accordé',
    refused: 'Refusé',
    advised: (favourable: boolean, day: string): string =>
      `Avis du médecin du ${day}\u00a0: ${favourable ? 'favorable' : 'défavorable'}.`,
    percent: extraTimeInWords,
    ground: (ground: string): string => `Fondement\u00a0: ${ground}`,
    paper: "Ouvrir la notification d'aménagements",
    on: (moment: string): string => `Décidée le ${moment}.`,
    replaces: 'Cette décision remplace la précédente.',
  },
  withdrawal: {
    open: 'Retirer ma demande',
    title: 'Retirer ma demande',
    text: `Aucun aménagement ne sera décidé. Vos documents ne font plus partie d'aucune demande et sont détruits ${lengthsInWords.court} après. Vous pourrez faire une autre demande.`,
    submit: 'Retirer ma demande',
    keep: 'La garder',
  },
  flash: {
    enregistree: "Votre demande est enregistrée. Elle n'est pas encore envoyée.",
    envoyee: 'Votre demande est envoyée. Le service la lit.',
    ajoute: 'Votre document est déposé.',
    supprime: 'Le document est supprimé.',
    repondu: 'Votre réponse est envoyée.',
    retiree: 'Votre demande est retirée.',
    dite: "C'est noté\u00a0: nous ne vous la rappellerons plus.",
    reprise: 'Votre demande est de nouveau à envoyer.',
  },
  /** What a letter says in the place of the link: it is sealed, and its reader has no page to go to. */
  posted: {
    received: (): string => "Il s'agit de votre demande d'aménagements d'épreuves.",
    unsent: (of: Posted): string =>
      `Il s'agit de votre demande d'aménagements d'épreuves\u00a0: vous avez dit en avoir besoin, et elle n'est pas arrivée. Envoyez-la par la poste ${of.until}, le cachet de la poste faisant foi, avec ce qui l'explique, au service nommé plus bas. Vous n'en avez plus besoin\u00a0? Écrivez-le au même service.`,
    infected: (): string => "Il s'agit d'un document de votre demande d'aménagements d'épreuves.",
    unreadable: (): string => "Il s'agit d'un document de votre demande d'aménagements d'épreuves.",
    asked: (of: Posted): string =>
      `Il s'agit de votre demande d'aménagements d'épreuves. Ce que le service vous demande\u00a0:\n\n${of.words}\n\nRépondez par la poste ${of.until}, le cachet de la poste faisant foi, au service nommé plus bas.`,
    decided: (): string =>
      "Il s'agit de la décision sur votre demande d'aménagements d'épreuves\u00a0: elle est jointe.",
    decidedAgain: (): string =>
      "Il s'agit de la nouvelle décision sur votre demande d'aménagements d'épreuves\u00a0: elle est jointe.",
  },
  hub: {
    title: "Demande d'aménagements d'épreuves",
    none: "Si vous avez besoin d'aménagements, la demande se fait sur cette page.",
    unsent: 'Pas encore envoyée.',
  },
  /** What is due. The title of a page and a mail name nothing: a screen and a mailbox have other readers. */
  due: {
    send: {
      label: "Envoyer ma demande d'aménagements d'épreuves",
      title: 'Une démarche à envoyer',
      mail: 'Une démarche reste à faire dans votre espace',
      otherwise: "Sans demande, aucun aménagement n'est accordé\u00a0: cocher «\u00a0Oui\u00a0» ne suffit pas.",
    },
    late: "la date limite est passée\u00a0; vous pouvez encore l'envoyer en disant pourquoi elle vient maintenant",
    answer: {
      label: 'Répondre au service des aménagements',
      title: 'Une réponse à donner',
      mail: 'Une réponse est attendue de vous dans votre espace',
      otherwise: "Sans réponse, une personne du service décidera sur ce qu'elle a déjà.",
    },
    again: {
      label: "Donner de nouveau un document qui n'a pas pu être lu",
      title: 'Un document à donner de nouveau',
      mail: 'Une démarche reste à faire dans votre espace',
      otherwise: "Sans ce document, une personne du service décidera sur ce qu'elle a déjà.",
    },
    decided: {
      label: 'Lire la décision sur vos aménagements',
      title: '',
      mail: null,
      otherwise: 'Elle dit aussi comment la contester.',
    },
    takenOn: (at: Temporal.Instant): string => `elle est prise le ${shortDay(parisDay(at))}`,
    answerLate: "la date est passée\u00a0; répondez tout de même, rien n'est refusé par un calcul",
    service: {
      label: "Demande d'aménagements d'épreuves",
      title: '',
      mail: null,
      otherwise: null,
    },
  },
  said: {
    title: 'Vous ne la faites pas ici\u00a0?',
    text: "Dites-le, et nous ne vous la rappellerons plus. Vous pourrez toujours changer d'avis.",
    what: 'Votre demande',
    options: {
      'sent-elsewhere': "Je l'ai envoyée par la procédure de l'académie",
      'given-up': "Je ne demande pas d'aménagement",
    },
    whatMissing: 'Dites où en est votre demande.',
    sentOn: 'Envoyée le',
    sentOnHint: "Si vous l'avez envoyée par la procédure de l'académie. Une date approximative suffit.",
    sentOnMissing: 'Dites quand vous avez envoyé votre demande.',
    submit: 'Enregistrer',
    stands: {
      'sent-elsewhere': (day: string): string =>
        `Vous nous avez dit avoir envoyé votre demande par la procédure de l'académie, le ${day}. Nous ne vous la rappelons plus. Gardez la preuve de votre envoi\u00a0: le service notera ici qu'il l'a reçue.`,
      'given-up': "Vous nous avez dit ne pas demander d'aménagement. Nous ne vous le rappelons plus.",
    },
    resume: "J'ai changé d'avis",
  },
} as const;
