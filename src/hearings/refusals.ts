import { type DecisionRefusal, decisionRefusals } from '../decisions/index.ts';
import { type PieceRefusal, pieceRefusals } from '../pieces/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import { dayInWords, endInWords, wholeNumber } from '../ui/index.ts';
import { ANSWERS } from './hearing.ts';

/** Why nothing is opened, answered or decided. */
export type Refusal =
  | DecisionRefusal
  | { readonly code: 'not-found' }
  | { readonly code: 'ended' }
  | { readonly code: 'already-open'; readonly until: Temporal.Instant }
  | { readonly code: 'nothing-owed' }
  | { readonly code: 'time-left'; readonly until: Temporal.Instant }
  | { readonly code: 'no-unit' }
  | { readonly code: 'not-left-out' }
  | { readonly code: 'no-time-left' }
  | { readonly code: 'not-validated' }
  | { readonly code: 'piece-unknown' }
  | { readonly code: 'four-months'; readonly last: Temporal.PlainDate }
  | { readonly code: 'closed' }
  | { readonly code: 'still-heard'; readonly until: Temporal.Instant }
  | { readonly code: 'not-told'; readonly postedOn: Temporal.PlainDate | null }
  | { readonly code: 'ended-meanwhile' }
  | { readonly code: 'too-many-answers' }
  | { readonly code: 'piece-refusal'; readonly why: PieceRefusal };

const NOTHING = "Rien n'a été enregistré.";

export const refusals = refusalTable<Refusal>({
  ...decisionRefusals,
  'not-found': [404, "Cette procédure n'existe pas, ou elle n'est pas la vôtre."],
  ended: [409, `Cette inscription a pris fin. ${NOTHING}`],
  'already-open': [
    409,
    ({ until }) =>
      `Le candidat est déjà invité à répondre, jusqu'au ${endInWords(until)}. Aucune autre invitation n'a été envoyée.`,
  ],
  // Whatever the office has still to look at is said in the same words: nobody reads here what a candidate asked.
  'nothing-owed': [
    409,
    `Le candidat garde sa place\u00a0: plus aucune attestation ne manque, ou le rectorat a encore quelque chose à examiner. ${NOTHING}`,
  ],
  'time-left': [
    409,
    ({ until }) =>
      `Le candidat peut encore donner ses attestations, jusqu'au ${endInWords(until)}. Rien ne peut être envisagé avant. ${NOTHING}`,
  ],
  'no-unit': [422, 'Cochez au moins une unité que le candidat présente.'],
  'not-left-out': [
    409,
    `Une de ces unités est déjà rendue au candidat\u00a0: l'attestation est arrivée, ou un collègue est revenu sur la décision. ${NOTHING} Lisez ce qui en est.`,
  ],
  'no-time-left': [
    409,
    "Le candidat n'aurait pas le temps de répondre avant les convocations\u00a0: il garde sa place. Rien n'a été envoyé.",
  ],
  'not-validated': [409, `Cette inscription n'est pas validée\u00a0: il n'y a rien à annuler. ${NOTHING}`],
  'piece-unknown': [422, 'Choisissez la pièce qui ne va pas, parmi celles qui comptent pour la validation.'],
  'four-months': [
    409,
    ({ last }) =>
      `Une validation illégale ne peut être annulée qu'au plus tard le ${dayInWords(last)} (code des relations entre le public et l'administration, article L242-1). Le temps de répondre irait au-delà. Après, seules restent la fraude (L241-2) et la demande du candidat (L242-4). ${NOTHING}`,
  ],
  closed: [
    409,
    "Le temps de répondre est passé\u00a0: votre texte n'est pas enregistré ici. Écrivez à votre gestionnaire, il sera lu.",
  ],
  'still-heard': [
    409,
    ({ until }) =>
      `Le candidat peut encore répondre, jusqu'au ${endInWords(until)}\u00a0: la décision vient après. ${NOTHING}`,
  ],
  'not-told': [
    409,
    ({ postedOn }) =>
      `Le candidat est prévenu par courrier, et ${
        postedOn === null
          ? "sa lettre n'est pas encore postée"
          : `sa lettre, postée le ${dayInWords(postedOn)}, n'est pas encore notée présentée ou remise`
      }\u00a0: il n'a pas été invité à répondre. Son temps court du jour de la remise, à noter sur la page de la lettre. ${NOTHING}`,
  ],
  'ended-meanwhile': [409, `Cette procédure est déjà terminée\u00a0: lisez ce qui en est. ${NOTHING}`],
  'too-many-answers': [
    429,
    `Vous avez déjà écrit ${wholeNumber(ANSWERS.each)} fois. Ce texte n'est pas enregistré\u00a0: écrivez à votre gestionnaire pour ajouter quelque chose.`,
  ],
  'piece-refusal': [409, ({ why }) => pieceRefusals.inWords(why)],
});
