import { ENTRY_REFUSALS, type EntryRefusal, NOTHING } from '../places/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import { MOST } from './examiners.ts';

/** Why somebody isn't written down, or isn't seated on a board. */
export type Refusal =
  | EntryRefusal
  | { readonly code: 'person-there' }
  | { readonly code: 'too-many-people' }
  | { readonly code: 'board-gone' }
  | { readonly code: 'board-full' }
  | { readonly code: 'person-unknown' }
  | { readonly code: 'already-there' }
  | { readonly code: 'at-once'; readonly where: string }
  | { readonly code: 'linked' }
  | { readonly code: 'beside' }
  | { readonly code: 'retired' }
  | { readonly code: 'no-plan' }
  | { readonly code: 'not-convened' }
  | { readonly code: 'already-convened' }
  | { readonly code: 'already-answered' }
  | { readonly code: 'left-board' }
  | { readonly code: 'begun' }
  | { readonly code: 'begun-call'; readonly call: string }
  | { readonly code: 'declined-call'; readonly call: string }
  | { readonly code: 'moved' }
  | { readonly code: 'not-expected' }
  | { readonly code: 'candidate-unknown' }
  | { readonly code: 'number-unknown' }
  | { readonly code: 'link-gone' }
  | { readonly code: 'nobody-to-tell' }
  | { readonly code: 'seen-otherwise' }
  | { readonly code: 'whole-since' }
  | { readonly code: 'no-mailbox'; readonly who: string }
  | { readonly code: 'address-taken' }
  | { readonly code: 'no-letter-chosen' | 'letters-settled' | 'day-ahead' | 'day-before' }
  | { readonly code: 'not-begun' };

export const refusals = refusalTable<Refusal>({
  ...ENTRY_REFUSALS,
  'person-there': [
    422,
    `L'académie a déjà une personne de ce nom, au même code postal. ${NOTHING}\u00a0: modifiez sa fiche, ou précisez le prénom.`,
  ],
  'too-many-people': [
    409,
    `Une académie a ${MOST.examiners}\u00a0examinateurs au plus. ${NOTHING}\u00a0: effacez les fiches qui ne servent plus.`,
  ],
  'board-gone': [
    409,
    `Le plan publié n'a plus cette commission\u00a0: l'épreuve a changé de salle ou de jour. ${NOTHING}\u00a0: revenez à la liste.`,
  ],
  'board-full': [409, `Une commission a ${MOST.members}\u00a0membres au plus. ${NOTHING}.`],
  'person-unknown': [
    422,
    `Cette personne n'est pas dans les fiches de l'académie. ${NOTHING}\u00a0: choisissez dans la liste.`,
  ],
  'already-there': [409, `Cette personne est déjà de cette commission. ${NOTHING}.`],
  'at-once': [
    409,
    ({ where }) =>
      `Cette personne est déjà attendue ailleurs à ces heures, ou n'aurait pas le temps d'y aller\u00a0: ${where}. ${NOTHING}\u00a0: choisissez quelqu'un d'autre, ou retirez-la de l'autre commission d'abord.`,
  ],
  linked: [
    409,
    `Cette personne a déclaré un lien avec un candidat de cette commission\u00a0: elle ne peut pas l'interroger. ${NOTHING}\u00a0: choisissez quelqu'un d'autre.`,
  ],
  beside: [
    409,
    `Cette personne siège dans l'autre jury de ces candidats. ${NOTHING}\u00a0: choisissez quelqu'un d'autre, ou retirez-la de l'autre jury d'abord.`,
  ],
  retired: [409, `Cette personne n'est plus sollicitée. ${NOTHING}\u00a0: choisissez quelqu'un d'autre.`],
  'no-plan': [409, `Aucune répartition n'est publiée\u00a0: il n'y a pas encore de commission. ${NOTHING}.`],
  'not-convened': [409, `Cette personne n'est pas encore convoquée. ${NOTHING}\u00a0: convoquez-la d'abord.`],
  'already-convened': [409, `Cette personne est déjà convoquée. ${NOTHING}.`],
  'already-answered': [409, `Cette personne a déjà répondu. ${NOTHING}.`],
  'left-board': [409, `Cette personne n'est plus de cette commission. ${NOTHING}.`],
  'not-begun': [409, `L'épreuve n'a pas commencé. ${NOTHING}\u00a0: dites les présences le jour même.`],
  begun: [
    409,
    `L'épreuve est passée. ${NOTHING}\u00a0: les heures de présence se disent sur la page de la commission.`,
  ],
  'begun-call': [409, ({ call }) => `L'épreuve a commencé. ${NOTHING}\u00a0: appelez ${call}.`],
  'declined-call': [
    409,
    ({ call }) =>
      `Vous avez déjà dit que vous ne venez pas, ou que vous connaissez un candidat. ${NOTHING}\u00a0: si vous pouvez venir, appelez ${call}.`,
  ],
  moved: [
    409,
    `L'épreuve a changé d'heure ou de lieu depuis votre convocation. ${NOTHING}\u00a0: le bureau des examens vous écrit ce qui vaut, répondez ensuite.`,
  ],
  'not-expected': [409, `Vous n'avez plus à venir à cette épreuve. ${NOTHING}, et vous n'avez rien à faire.`],
  'candidate-unknown': [
    409,
    `Ce candidat n'est pas, ou n'est plus, de cette commission. ${NOTHING}\u00a0: relisez la liste.`,
  ],
  'number-unknown': [
    422,
    `Aucune inscription de l'académie n'a ce numéro. ${NOTHING}\u00a0: relisez-le, il ressemble à BP24-00127-K.`,
  ],
  'link-gone': [409, `Ce lien ne tient déjà plus. ${NOTHING}.`],
  'nobody-to-tell': [409, "Tout le monde sait déjà ce qui vaut. Personne n'a été convoqué."],
  'seen-otherwise': [
    409,
    "Une commission ou le plan a changé depuis que vous avez ouvert cette page. Personne n'a été convoqué\u00a0: relisez, puis recommencez.",
  ],
  'whole-since': [
    409,
    "La commission est complète depuis que vous avez ouvert cette page. Personne n'a été convoqué\u00a0: prévenez la personne que vous avez appelée. Si elle doit venir en plus, ajoutez-la plus bas, puis convoquez.",
  ],
  'no-mailbox': [
    409,
    ({ who }) => `${who} n'a pas d'adresse mail. ${NOTHING}\u00a0: ajoutez-en une à sa fiche d'abord.`,
  ],
  'no-letter-chosen': [422, `Cochez au moins une lettre. ${NOTHING}.`],
  'letters-settled': [
    409,
    `Ces lettres n'attendent plus\u00a0: quelqu'un vient de noter ce qu'elles sont devenues, ou une autre les remplace. ${NOTHING}\u00a0: relisez la liste.`,
  ],
  'day-ahead': [422, `Ce jour n'est pas encore venu\u00a0: donnez un jour passé, ou aujourd'hui. ${NOTHING}.`, 'jour'],
  'day-before': [
    422,
    `Une de ces lettres dit ce que sa personne ignorait ce jour-là\u00a0: elle n'a pas pu partir avant. ${NOTHING}\u00a0: vérifiez le jour.`,
    'jour',
  ],
  'address-taken': [
    409,
    `L'adresse mail de cette personne est déjà celle d'un autre compte, et un compte a une seule fonction. ${NOTHING}\u00a0: donnez-lui une autre adresse sur sa fiche, ou notez ses réponses vous-même.`,
  ],
});
