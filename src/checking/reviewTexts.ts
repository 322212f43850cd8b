import type { CannotOpen } from '../keptFiles/index.ts';
import { decided } from '../pieces/index.ts';
import { exactInstant, shortDay, shortEnd, shortInstant } from '../platform/french/dates.ts';
import { listing, plural, quoted } from '../platform/french/french.ts';
import { upTo } from '../scope/index.ts';
import { takeBackTexts } from './takeBackTexts.ts';

const months = (count: number): string => plural(count, 'mois', 'mois');

/** Why a file can't be opened, for each reason. */
type ShutTexts = { readonly [Code in CannotOpen['code']]: (shut: Extract<CannotOpen, { code: Code }>) => string };

export const reviewTexts = {
  /** Of an enrolment that waits for a decision on a reserve. */
  reserve: {
    alert: 'Inscription sous réserve',
    alertText: "Une condition n'est pas remplie, d'après les déclarations. Une personne doit décider.",
    open: 'Examiner la réserve',
  },
  commentSent: 'Commentaire envoyé au candidat',
  back: 'Corbeille',
  /** Of this person, and in the whole list. */
  waiting: (own: number, total: number): string =>
    total === 0
      ? 'Plus rien à contrôler dans cette liste'
      : `${own === 0 ? 'Plus rien' : plural(own, 'pièce', 'pièces')} à contrôler ici, ${upTo(total)} dans la liste`,
  tabs: {
    of: (name: string): string => `Pièces de ${name}`,
    waits: 'à contrôler',
    early: 'déposée, pas encore remise',
  },
  previous: 'Pièce précédente',
  previousPerson: 'Candidat précédent',
  next: 'Pièce suivante',
  nextPerson: 'Candidat suivant',
  othersBeingRead: 'les autres sont en cours de lecture',
  file: 'Dossier complet',
  document: 'Document déposé',
  decision: 'Contrôle et décision',
  documentOf: (label: string, name: string, index: number, total: number): string =>
    total < 2 ? `${label}, ${name}` : `${label}, ${name}, fichier ${index} sur ${total}`,
  files: 'Fichiers de cette pièce',
  fileLine: (name: string, size: string, when: Temporal.Instant): string => `${name} (${size}), ${shortInstant(when)}`,
  lineBeingRead: (line: string): string => `${line}, en cours de lecture`,
  lineRefused: (line: string): string => `${line}, déjà là au dernier refus`,
  replaced: (count: number): string =>
    count < 2 ? 'Un fichier précédent, remplacé' : `${count} fichiers précédents, remplacés`,
  replacedMark: "Fichier remplacé\u00a0: ce n'est plus celui de la pièce.",
  noFile: "Aucun fichier n'a été déposé.",
  byPost: 'Pièce à envoyer par la poste\u00a0: elle se contrôle sur papier.',
  byPostExpected: "Elle n'est pas encore notée comme reçue.",
  deposited: (when: Temporal.Instant, receipt: string): string => `Déposé le ${exactInstant(when)}, reçu ${receipt}.`,
  notHandedOver: (changeable: boolean): string =>
    `Le candidat n'a pas cliqué sur «\u00a0J'ai fourni toutes mes pièces\u00a0»${changeable ? ', et peut encore changer cette pièce. Vous pouvez déjà la contrôler\u00a0: conforme, il ne la changera plus' : ', et ne peut plus changer cette pièce\u00a0: vous pouvez la contrôler'}.`,
  corrected: 'corrigée',
  due: (when: Temporal.Instant, distance: string, blocking: boolean): string =>
    `Échéance\u00a0: ${shortEnd(when)}, ${distance}${blocking ? '' : " (n'empêche pas la validation)"}.`,
  receivedOn: (day: Temporal.PlainDate): string => `Date de réception\u00a0: ${shortDay(day)}.`,
  mustProve: 'Ce que la pièce doit prouver',
  declared: 'Ce que le candidat a déclaré',
  unreadable:
    'Les réponses enregistrées ne peuvent plus être lues avec les règles en vigueur. Ouvrez le dossier complet.',
  reasons: 'Pourquoi elle est demandée',
  reasonsOffered: 'Pourquoi elle est proposée',
  waiver: {
    title: 'Document de santé',
    effect: (pieces: readonly string[]): string =>
      `«\u00a0Conforme\u00a0» dispense le candidat de ces pièces, si elles lui sont demandées\u00a0: ${listing(pieces)}. Toute autre décision les redemande.`,
    mail: 'Le mail au candidat ne nomme ni le document ni la décision\u00a0: il les lit, avec votre commentaire, dans ses justificatifs. Le gestionnaire ne voit ni le document ni le commentaire.',
  },
  facts: {
    person: 'Candidat',
    short: {
      'identification frenchNational': 'Nationalité française',
      'informations satAllTests': 'Toutes les épreuves passées',
      'informations twoYearsInCentre': 'Deux années en centre',
      'informations positioning': 'Décision de positionnement',
    } as Readonly<Record<string, string>>,
    age: 'Âge',
    years: (years: number, minor: boolean): string => `${plural(years, 'an', 'ans')}${minor ? ', mineur' : ''}`,
    months: 'Activité comptée',
    monthsCounted: (now: number, required: number): string => `${months(now)} (${months(required)} demandés)`,
    monthsAtExam: (now: number, atExam: number, required: number): string =>
      `${months(now)}, ${months(atExam)} à l'examen (${months(required)} demandés)`,
    hours: 'Heures de formation demandées',
    /** `printed`: the texts, where the order of the speciality alone prints a figure. */
    hoursCounted: (hours: number, printed: string | null): string =>
      `${plural(hours, 'heure', 'heures')}${printed === null ? '' : `, sans effet à elles seules (${printed})`}`,
    annexes: 'R.408, annexes de la spécialité',
    number: 'Numéro',
    version: 'Dernière version enregistrée',
    versionAt: (version: number, when: Temporal.Instant | null): string =>
      when === null ? `version ${version}` : `version ${version}, le ${shortInstant(when)}`,
    givenFor: 'Fichier déposé pour la version',
    sameVersion: (version: number): string => `${version}, la dernière`,
    olderVersion: (versions: readonly number[], last: number): string =>
      `${listing(versions.map(String))}\u00a0: ce n'est pas la dernière (${last})`,
  },
  history: 'Décisions précédentes',
  noHistory: 'Aucune décision pour cette pièce.',
  decide: 'Votre décision',
  otherwise: "Si elle n'est pas conforme, ce que lit le candidat",
  onPaperOnly: (unreadable: string | null): string =>
    `${unreadable === null ? "Aucun fichier n'a été déposé en ligne" : `${unreadable}\u00a0: le candidat en est averti`}. Votre décision vaudra pour une pièce reçue sur papier\u00a0: écrivez le jour où elle est arrivée.`,
  unreadableBeside: (unreadable: string): string =>
    `${unreadable}\u00a0: le candidat en est averti et peut en donner à nouveau. Votre décision porte sur les fichiers qui sont ici.`,
  unvalidate: 'Annuler la validation',
  unvalidateHint:
    "L'inscription est validée et le candidat ne le sait pas encore\u00a0: un refus annule sa validation.",
  validationTold: "Le candidat sait que son inscription est validée. Avant de l'annuler, invitez-le à répondre\u00a0:",
  openHearing: 'Ouvrir une procédure',
  canned: 'Motifs',
  missing: (reasons: number): string =>
    reasons === 0
      ? "Écrivez au candidat ce qui ne va pas et ce qu'il doit faire."
      : "Motifs\u00a0: cochez ce qui ne va pas, ou écrivez-le dans le commentaire. C'est ce que lit le candidat.",
  wordless: {
    reasons: (count: number): string =>
      `Rien n'est envoyé\u00a0: dites au candidat ce qui ne va pas. ${count === 1 ? 'Cochez le motif (touche 1)' : `Cochez un motif (touches 1 à ${Math.min(9, count)})`} ou écrivez un commentaire (E), puis N de nouveau.`,
    comment:
      "Rien n'est envoyé\u00a0: écrivez au candidat ce qui ne va pas, quittez le commentaire (Échap), puis N de nouveau.",
  },
  comment: 'Commentaire pour le candidat',
  commentHint: 'Obligatoire pour «\u00a0Non conforme\u00a0». Ce qui ne va pas, et comment faire.',
  received: 'Date de réception',
  posted: 'Cachet de la poste',
  postedHint: "Pour un envoi par la poste\u00a0: c'est lui qui dit si l'envoi est à temps. Vide s'il est illisible.",
  returned: 'Renvoyée au candidat le',
  returnedHint: "Si le papier repart par la poste. Le candidat l'apprend avec le refus.",
  paperDays: {
    'received-before-posted':
      "La pièce ne peut pas être reçue avant d'être postée\u00a0: vérifiez le cachet de la poste et la date de réception.",
    'returned-before-received': "La pièce ne peut pas être renvoyée avant d'être reçue\u00a0: vérifiez ces dates.",
    'returned-not-refused':
      'Seule une pièce non conforme est renvoyée. Effacez cette date, ou choisissez «\u00a0Non conforme\u00a0» avec un motif.',
  },
  postmark: (day: Temporal.PlainDate, last: Temporal.PlainDate, standing: 'in-time' | 'late'): string =>
    standing === 'in-time'
      ? `Cachet de la poste du ${shortDay(day)}\u00a0: à temps (dernier jour\u00a0: ${shortDay(last)}).`
      : `Cachet de la poste du ${shortDay(day)}\u00a0: après le dernier jour, le ${shortDay(last)}. C'est à vous d'en décider.`,
  returnedOn: (day: Temporal.PlainDate): string => `Renvoyée au candidat le ${shortDay(day)}.`,
  receivedHint: 'Le jour où le papier est arrivé. Vide\u00a0: la date déjà notée.',
  receivedMissing:
    "Date de réception\u00a0: aucun fichier n'est donné pour cette pièce. Si un papier est arrivé, écrivez le jour de son arrivée\u00a0; sinon, il n'y a rien à contrôler. Rien n'a été enregistré.",
  waits: (files: number): string =>
    `${files === 1 ? 'Un fichier de cette pièce est' : `${files} fichiers de cette pièce sont`} en cours de lecture\u00a0: la décision se prendra dès qu'elle sera finie. Ce que vous écrivez ici n'est pas encore enregistré.`,
  decisions: decided,
  shut: {
    'being-read': () =>
      "Reçu, en cours de lecture. Le fichier s'ouvrira dès qu'elle sera finie\u00a0; il compte à l'heure de sa réception, et rien ne se décide avant.",
    'being-scanned': () =>
      'En cours de contrôle antivirus. Le fichier pourra être ouvert dès que ce contrôle sera fini.',
    infected: ({ finding }) =>
      `Fichier infecté\u00a0: ${finding}. Personne ne peut l'ouvrir. Le candidat en est averti par mail. S'il ne dépose pas un autre fichier, indiquez «\u00a0Non conforme\u00a0» et demandez-lui de déposer la pièce de nouveau.`,
    erased: ({ at }) =>
      `Fichier détruit le ${shortInstant(at)}, à la fin de sa durée de conservation. Son reçu et son empreinte sont gardés.`,
  } satisfies ShutTexts,
  notShown:
    "Ce fichier, déposé avant que les fichiers ne soient vérifiés, ne peut pas être montré sans risque. Indiquez «\u00a0Non conforme\u00a0» et demandez au candidat de l'imprimer en PDF, puis de le déposer de nouveau.",
  notShownNow: 'Ce fichier ne peut pas être montré pour le moment. Rechargez la page dans une minute.',
  fileGone: "Ce fichier n'est plus joint à cette pièce.",
  chooseDecision: 'Choisissez une décision\u00a0: Conforme, Non conforme ou Reçue.',
  unused: {
    reason:
      'Vous avez coché un motif, qui ne part que pour «\u00a0Non conforme\u00a0». Décochez-le, ou choisissez «\u00a0Non conforme\u00a0».',
    comment:
      'Vous avez écrit un commentaire, qui ne part que pour «\u00a0Non conforme\u00a0». Effacez-le, ou choisissez «\u00a0Non conforme\u00a0».',
    both: 'Vous avez coché un motif et écrit un commentaire, qui ne partent que pour «\u00a0Non conforme\u00a0». Effacez-les, ou choisissez «\u00a0Non conforme\u00a0».',
  },
  closed: {
    ended: 'Cette inscription a pris fin\u00a0: ses pièces ne se contrôlent plus.',
    notAsked: "Cette pièce n'est plus demandée pour cette inscription.",
    excused: "Une dispense est accordée pour cette pièce\u00a0: il n'y a rien à contrôler.",
  },
  conflictTitle: "Votre décision n'est pas enregistrée",
  conflict: (decision: string): string =>
    `Vous aviez choisi ${quoted(decision)}. Cette pièce a changé depuis que vous l'avez ouverte. Regardez-la de nouveau\u00a0: votre commentaire est gardé ci-dessous.`,
  meanwhileDecided: (decision: string, by: string, when: Temporal.Instant): string =>
    `${decision}, par ${by}, ${shortInstant(when)}`,
  meanwhileDeposited: (name: string, when: Temporal.Instant): string =>
    `Nouveau fichier, ${name}, ${shortInstant(when)}`,
  meanwhileOther: 'Le candidat a modifié son inscription ou remis ses pièces.',
  done: (decision: string, piece: string, name: string): string => `${decision}\u00a0: ${piece}, ${name}.`,
  last: 'Dernière pièce à contrôler de cette liste.',
  returnTo: 'Revenir à cette pièce',
  changing: 'Le candidat est en train de modifier son inscription.',
  keys: {
    note: "Elles n'agissent pas pendant que vous écrivez. Échap quitte le commentaire.",
    list: [
      ['J', 'Pièce suivante, puis candidat suivant'],
      ['K', 'Pièce précédente'],
      ['C', 'Conforme'],
      ['N', "Non conforme (va aux motifs si rien n'est coché ni écrit)"],
      ['R', 'Reçue'],
      ['Z', takeBackTexts.button],
      ['1 à 9', 'Cocher un motif'],
      ['E', 'Écrire le commentaire'],
      ['F', "L'autre fichier de la pièce"],
      ['P', "Ouvrir, fermer la pièce d'identité à côté"],
      ['O', "S'occuper du dossier, ou ne plus s'en occuper"],
      ['+ et -', 'Agrandir, réduire le document'],
      ['T', "Tourner le document d'un quart de tour"],
      ['I', 'Renforcer le contraste du document'],
      ['?', 'Cette liste'],
    ] as const,
  },
} as const;

export function shutInWords(shut: CannotOpen): string {
  const say = reviewTexts.shut;
  switch (shut.code) {
    case 'infected':
      return say.infected(shut);
    case 'erased':
      return say.erased(shut);
    case 'being-read':
    case 'being-scanned':
      return say[shut.code]();
  }
}

/** `compliant` gives « Conforme ». */
export function decisionInWords(decision: string): string {
  const { decisions } = reviewTexts;
  return decision === 'received' || decision === 'compliant' || decision === 'non-compliant'
    ? decisions[decision]
    : decision;
}
