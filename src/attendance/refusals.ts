import { refusalTable } from '../platform/http/refusalTable.ts';
import { MOST } from './attendance.ts';
import { words } from './device/words.ts';
import type { CallFault } from './rules/calls.ts';

/** Why something said of who came isn't taken; each says what to do. */
export type Refusal = {
  readonly code:
    | 'unreadable'
    | 'unknown'
    | 'not-yet'
    | 'too-late'
    | 'too-many'
    | 'id-used'
    | 'minutes'
    | 'remark'
    | 'board-minutes'
    | 'board-unknown'
    | CallFault
    | 'not-owner'
    | 'too-many-at-once'
    | 'keeper-unknown'
    | 'centre-unknown'
    | 'too-many-keepers'
    | 'keeper-gone'
    | 'same'
    | 'not-kept'
    | 'changed-meanwhile';
};

export const refusals = refusalTable<Refusal>({
  unreadable: [
    400,
    "Ce pointage ne se lit pas. Il n'est pas enregistré\u00a0: rechargez la page, puis pointez de nouveau.",
  ],
  unknown: [
    404,
    "Cette personne n'est pas attendue dans ce centre ce jour-là, ou elle ne l'est plus. Rien n'est enregistré\u00a0: écrivez-le sur la liste papier et appelez le bureau des examens.",
  ],
  'not-yet': [
    409,
    "La liste de cette journée n'est pas encore ouverte. Rien n'est enregistré\u00a0: revenez la veille au soir, ou le jour des épreuves.",
  ],
  'too-late': [
    409,
    "Ce pointage arrive trop longtemps après la fin de l'épreuve. Il n'est pas enregistré\u00a0: remettez la liste papier au bureau des examens.",
  ],
  'too-many': [
    429,
    `Un compte pointe ${MOST.acts}\u00a0fois et écrit ${MOST.remarks}\u00a0remarques par jour au plus. Rien n'est enregistré\u00a0: appelez le bureau des examens.`,
  ],
  'id-used': [409, "Ce pointage porte le numéro d'un autre. Il n'est pas enregistré\u00a0: pointez de nouveau."],
  minutes: [422, words.minutesWrong],
  remark: [422, `Écrivez une remarque, de ${MOST.words}\u00a0signes au plus. Rien n'est enregistré.`],
  'board-minutes': [422, words.calls.minutesWrong],
  'board-unknown': [
    404,
    "Cette commission n'est plus dans le plan de cette journée. Rien n'est changé, et personne n'est prévenu\u00a0: rechargez la page.",
  ],
  'board-over': [
    409,
    "Tout le monde a été appelé devant cette commission. Rien n'est changé\u00a0: s'il manque quelqu'un, appelez le bureau des examens.",
  ],
  'call-begun': [
    409,
    "L'heure d'appel d'une de ces personnes est passée, ou elle n'est plus attendue devant cette commission. Rien n'est changé\u00a0: écrivez-le dans les remarques et appelez le bureau des examens.",
  ],
  'not-agreed': [422, words.calls.notAgreed],
  shorter: [409, words.calls.shorter],
  'same-call': [409, "C'est déjà ainsi. Rien n'est changé, et personne n'est prévenu."],
  'past-midnight': [
    422,
    "Des candidats finiraient après minuit. Rien n'est changé et personne n'est prévenu\u00a0: appelez le bureau des examens.",
  ],
  'not-owner': [
    409,
    "Ces pointages ont été notés par une autre personne. Rien n'est enregistré\u00a0: elle se reconnecte sur cet appareil pour les envoyer.",
  ],
  'too-many-at-once': [
    413,
    `Un envoi porte ${MOST.batch}\u00a0pointages au plus. Rien n'est enregistré\u00a0: envoyez-les en plusieurs fois.`,
  ],
  'keeper-unknown': [
    422,
    "Cette personne n'a pas la fonction «\u00a0pointage d'un centre d'examen\u00a0» dans l'académie, ou son accès est fermé. Rien n'a été changé\u00a0: choisissez dans la liste.",
  ],
  'centre-unknown': [422, "Ce centre n'est pas de cette session. Rien n'a été changé\u00a0: choisissez dans la liste."],
  'too-many-keepers': [409, `Une session a ${MOST.keepers}\u00a0personnes qui pointent au plus. Rien n'a été changé.`],
  'keeper-gone': [409, "Cette personne ne pointe plus dans cette session. Rien n'a été changé."],
  'not-kept': [404, 'Cette personne ne pointe pour aucun centre.'],
  same: [409, "C'est déjà ce qui est noté. Rien n'a été corrigé."],
  'changed-meanwhile': [
    409,
    "Ce pointage a changé depuis que cette page est ouverte. Rien n'a été corrigé\u00a0: relisez-le, puis recommencez.",
  ],
});
