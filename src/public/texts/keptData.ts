import { type KeptLengths, keptInWords } from '../../catalogue/index.ts';
import { SCOPES, scopeData } from '../../integrations/index.ts';
import { capital } from '../../platform/french/french.ts';

/** Of what a key may open, each tick as it is made says the same. */
const SOFTWARE = `Un autre logiciel de l'académie, quand le chef de bureau lui ouvre cette lecture. ${SCOPES.map((scope) => capital(scopeData[scope])).join('. ')}. Jamais la santé, les aménagements, un document ni le motif d'une absence`;

/** Who reads, beside the person whom it is about. */
export const READERS = {
  office: 'Le gestionnaire de votre spécialité, qui le remplace, et le chef de bureau',
  head: 'Le chef de bureau, et lui seul',
  accommodation: 'Les personnes chargées des aménagements au rectorat, et elles seules pour ce qui touche à la santé',
  doctor: "Le médecin à qui elles demandent un avis sur un aménagement, et sur rien d'autre",
  centre: "Le centre où vous passez l'examen, pour vous accueillir",
  board: 'La commission devant laquelle vous passez un oral ou une épreuve pratique',
  clerks: 'Les personnes qui saisissent les notes',
  jury: 'Le jury, par numéro et sans votre nom',
  admin: 'Les administrateurs du site, qui ne lisent aucun dossier',
  state: "Les systèmes nationaux d'examen, quand le chef de bureau exporte les résultats",
  software: SOFTWARE,
  post: 'La Poste, pour une lettre qui vous est envoyée',
  holder: 'Qui tient un de vos documents, et le vérifie par son code',
} as const;
export type DataReader = keyof typeof READERS;

export type KeptSubject = {
  /** What it is, in the words of the page. */
  readonly what: string;
  readonly readers: readonly DataReader[];
  /** What the night erases of it, and when. Not given: all of it is kept until `rest`. */
  readonly erased?: {
    /** The part that goes, and the part that stays; not given: all of it goes. */
    readonly part?: { readonly goes: string; readonly stays: string };
    readonly when: string;
  };
  /** Until when the rest is kept; not given: as the file is (`untilOf`). */
  readonly rest?: string;
};

/** Of what is kept of it no night erases: as long as the file of its candidate, or as it says. Null: nothing of it stays. */
export function restOf({ erased, rest }: KeptSubject, kept: KeptLengths): string | null {
  if (erased !== undefined && erased.part === undefined) return null;
  return rest ?? `${keptInWords(kept.file)} après la fin de la session`;
}

/** « détruit 2 mois après ; le reste : 10 ans après la fin de la session » */
export function untilOf(one: KeptSubject, kept: KeptLengths): string {
  const rest = restOf(one, kept);
  if (one.erased === undefined) return rest ?? '';
  return rest === null ? one.erased.when : `${one.erased.when}\u00a0; le reste\u00a0: ${rest}`;
}

/** What is kept of people, by subject, for as long as the rules in force say. `keptTables.ts` says which table holds which. */
export function keptData(kept: KeptLengths): Readonly<Record<SubjectName, KeptSubject>> {
  return subjectsOf(kept);
}

function subjectsOf(kept: KeptLengths) {
  const say = {
    unactivatedAccount: keptInWords(kept.unactivatedAccount),
    unactivatedNotice: keptInWords(kept.unactivatedNotice),
    removedFile: keptInWords(kept.removedFile),
    replacedFile: keptInWords(kept.replacedFile),
    unfinishedFile: keptInWords(kept.unfinishedFile),
    refusedClaim: keptInWords(kept.refusedClaim),
    carriedList: keptInWords(kept.carriedList),
    retiredExaminer: keptInWords(kept.retiredExaminer),
    deliveredNotice: keptInWords(kept.deliveredNotice),
    deadNotice: keptInWords(kept.deadNotice),
    sentForm: keptInWords(kept.sentForm),
    refusedRequest: keptInWords(kept.refusedRequest),
  };
  const files = `fichier que vous retirez\u00a0: détruit ${say.removedFile} après\u00a0; fichier remplacé\u00a0: ${say.replacedFile} après la dernière correction possible de la session`;
  const health = `ce que vous retirez\u00a0: détruit ${say.removedFile} après\u00a0; le reste\u00a0: ${say.replacedFile} après la dernière correction possible de la session`;
  const examiners = `${say.retiredExaminer} après que la personne n'est plus sollicitée`;
  return {
    account: {
      what: 'votre compte\u00a0: état civil, adresse mail, mot de passe (gardé illisible), accord aux décisions en ligne',
      readers: ['office'],
      erased: {
        part: { goes: 'un compte jamais activé', stays: 'votre compte, une fois activé' },
        when: `effacé ${say.unactivatedAccount} après sa création, et ${say.unactivatedNotice} après un mail qui vous prévient`,
      },
    },
    lostMailbox: {
      what: "ce qui a été fait si vous avez perdu votre adresse mail\u00a0: ancienne et nouvelle adresses, sorte de pièce d'identité vue, lettre d'accès",
      readers: ['office', 'admin'],
    },
    signIn: {
      what: 'vos connexions, les liens et les codes reçus par mail',
      readers: [],
      erased: { when: 'effacés la nuit qui suit leur fin' },
    },
    enrolment: {
      what: "vos inscriptions et chacune de leurs versions\u00a0: adresse, téléphones, catégorie socioprofessionnelle, représentant légal d'un mineur, parcours, diplômes, emplois, spécialité, épreuves et langues",
      readers: ['office', 'software'],
    },
    accommodation: {
      what: "votre demande d'aménagement, ses documents, l'avis du médecin et la décision",
      readers: ['accommodation', 'doctor'],
      erased: {
        part: {
          goes: "les documents joints à votre demande d'aménagement",
          stays: "votre demande d'aménagement, l'avis du médecin et la décision, sans les documents joints",
        },
        when: health,
      },
    },
    carriedOver: {
      what: "si vous étiez inscrit dans l'ancien système\u00a0: vos noms, prénoms, date de naissance, spécialité, catégorie et numéros, tels qu'il les donne au rectorat",
      readers: ['office'],
      erased: { when: `effacés ${say.carriedList} après leur reprise` },
    },
    formerMarks: {
      what: "vos notes d'une session précédente, données par l'ancien système, et la demande de les retrouver",
      readers: ['office'],
      erased: {
        when: `notes\u00a0: effacées quand elles ne peuvent plus être gardées\u00a0; demande refusée\u00a0: ${say.refusedClaim} après`,
      },
    },
    pieces: {
      what: 'vos pièces justificatives, leurs reçus, ce que le gestionnaire en a dit et ce que la machine lit de la feuille signée',
      readers: ['office'],
      erased: {
        part: {
          goes: 'les fichiers que vous retirez de vos pièces, ou que vous remplacez',
          stays:
            "les fichiers de vos pièces qui comptent encore, leurs reçus, ce qu'en dit le gestionnaire, ce que la machine lit de la feuille signée",
        },
        when: files,
      },
    },
    unfinished: {
      what: 'les fichiers que vous préparez, tant que vous ne les avez pas déposés',
      readers: [],
      erased: { when: `effacés ${say.unfinishedFile} après` },
    },
    signature: {
      what: 'votre signature en ligne\u00a0: nom, adresse mail, phrase signée, date et empreinte du document',
      readers: ['office'],
    },
    papers: {
      what: 'les documents, les mails et les lettres qui vous sont adressés, leurs dates et les preuves de leur remise',
      readers: ['office', 'post', 'holder'],
    },
    messages: { what: 'les messages échangés avec le service, et quand ils ont été lus', readers: ['office'] },
    reminders: { what: 'les rappels et les délais que vous avez reçus', readers: ['office'] },
    decisions: {
      what: 'les décisions prises sur votre dossier, leurs motifs et vos observations',
      readers: ['office'],
    },
    seat: {
      what: "vos convocations\u00a0: centre, salle, place, horaires, code d'accueil, et aménagements accordés, sans la raison",
      readers: ['office', 'centre'],
    },
    attendance: {
      what: 'votre présence, votre retard ou votre absence à chaque épreuve\u00a0; les appels du centre si votre heure change ce jour-là, et votre téléphone',
      readers: ['office', 'centre'],
    },
    examiner: {
      what: "la fiche de qui examine ou surveille\u00a0: nom, métier, employeur, adresse, code postal, adresse mail, téléphone, jours d'absence, convocations, réponses, présences et code de signature",
      readers: ['head'],
      erased: { when: examiners },
    },
    examinerLink: {
      what: "le fait qu'un examinateur vous connaît et ne vous interroge pas",
      readers: ['head'],
      erased: { when: `avec la fiche de l'examinateur, ${examiners}` },
    },
    absence: {
      what: 'ce que vous dites et donnez pour expliquer une absence',
      readers: ['accommodation'],
      erased: {
        part: {
          goes: 'ce que vous dites et donnez pour expliquer une absence',
          stays: 'la date à laquelle vous avez expliqué une absence, les reçus et la réponse du service',
        },
        when: health,
      },
    },
    replacement: { what: 'la décision sur une épreuve de remplacement', readers: ['office'] },
    marking: {
      what: "la fiche d'évaluation de chaque oral ou épreuve pratique\u00a0: points, appréciation, note, et qui l'a signée",
      readers: ['board', 'office'],
    },
    marks: {
      what: 'vos notes, le numéro sans nom de chaque copie écrite et qui les a saisies',
      readers: ['clerks', 'jury', 'office'],
    },
    scripts: {
      what: 'les copies numérisées que vous demandez à voir après les résultats',
      readers: [],
      erased: {
        part: {
          goes: 'le fichier de chaque copie que vous demandez à voir',
          stays: "l'unité de chaque copie montrée, ses dates, et qui l'a envoyée",
        },
        when: 'copie envoyée par erreur\u00a0: détruite aussitôt\u00a0; les autres\u00a0: la nuit qui suit la fin du droit de les voir',
      },
    },
    jury: {
      what: 'la délibération du jury\u00a0: notes, points accordés, décision et procès-verbal',
      readers: ['jury', 'office'],
    },
    results: {
      what: 'vos résultats publiés, vos relevés, et vos demandes après les résultats',
      readers: ['office', 'state', 'software', 'holder'],
    },
    journal: {
      what: 'la trace de chaque acte sur votre dossier, avec sa date\u00a0: elle ne peut pas être changée sans que cela se voie',
      readers: ['office', 'admin'],
      rest: "elle ne s'efface pas\u00a0: elle garde des numéros et des codes, sans votre nom",
    },
    refused: {
      what: "l'adresse internet des demandes refusées, pour bloquer les attaques",
      readers: ['admin'],
      erased: { when: say.refusedRequest },
    },
    tries: {
      what: "le nombre d'essais (connexion, mails demandés)",
      readers: [],
      erased: { when: 'effacé quand il ne compte plus' },
    },
    notices: {
      what: "l'avis envoyé à un autre logiciel de l'académie que votre dossier a changé\u00a0: l'identifiant du dossier et ce qui a changé, sans votre nom",
      readers: ['head', 'software'],
      erased: {
        when: `avis reçu\u00a0: ${say.deliveredNotice}\u00a0; avis que personne n'a reçu\u00a0: ${say.deadNotice}`,
      },
    },
    repeated: {
      what: "la marque d'un formulaire envoyé, pour qu'un double clic ne compte qu'une fois",
      readers: [],
      erased: { when: say.sentForm },
    },
  } as const satisfies Readonly<Record<string, KeptSubject>>;
}
export type SubjectName = keyof ReturnType<typeof subjectsOf>;
