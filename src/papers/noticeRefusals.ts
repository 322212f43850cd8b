import { refusalTable } from '../platform/http/refusalTable.ts';
import { dayInWords } from '../ui/index.ts';

/** Why what an office enters of a registered letter is refused. */
export type NoticeRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'no-decision' }
  | { readonly code: 'not-standing' }
  | { readonly code: 'notified'; readonly on: Temporal.PlainDate }
  | { readonly code: 'under-way'; readonly tracking: string }
  | { readonly code: 'on-line'; readonly until: Temporal.PlainDate }
  | { readonly code: 'ahead' }
  | { readonly code: 'before-decision'; readonly day: Temporal.PlainDate }
  | { readonly code: 'tracking-used'; readonly reference: string }
  | { readonly code: 'changed' }
  | { readonly code: 'presentation-missing' }
  | { readonly code: 'before-posting'; readonly day: Temporal.PlainDate }
  | { readonly code: 'before-presentation'; readonly day: Temporal.PlainDate }
  | { readonly code: 'another-letter' }
  | { readonly code: 'tracking-missing' }
  | { readonly code: 'tracking-of-delay' | 'tracking-of-answer' }
  | { readonly code: 'no-address' }
  | { readonly code: 'told'; readonly on: Temporal.PlainDate }
  | { readonly code: 'decision-by-telephone' };

export const noticeRefusals = refusalTable<NoticeRefusal>({
  'not-found': [404, "Cette décision n'existe pas, ou elle n'est pas des vôtres."],
  'no-decision': [409, "Aucune décision de ce dossier n'est à notifier. Rien n'a été enregistré."],
  'not-standing': [409, "Cette décision ne vaut plus\u00a0: il n'y a plus rien à notifier. Rien n'a été enregistré."],
  notified: [409, ({ on }) => `Cette décision est déjà notifiée, le ${dayInWords(on)}. Rien n'a été enregistré.`],
  'under-way': [
    409,
    ({ tracking }) =>
      `Une lettre est déjà partie${tracking === '' ? '' : `, sous le numéro ${tracking}`}. Dites d'abord ce qu'elle est devenue. Rien n'a été enregistré.`,
  ],
  'on-line': [
    409,
    ({ until }) =>
      `Cette décision est déposée en ligne et peut être lue jusqu'au ${dayInWords(until)}\u00a0: aucune lettre n'est à envoyer. Rien n'a été enregistré.`,
  ],
  ahead: [422, "Ce jour n'est pas encore venu\u00a0: donnez un jour passé, ou aujourd'hui. Rien n'a été enregistré."],
  'tracking-missing': [
    422,
    "Une décision part par lettre recommandée\u00a0: recopiez le numéro de suivi de l'étiquette. Rien n'a été enregistré.",
  ],
  'tracking-of-delay': [
    422,
    "Numéro de suivi\u00a0: il en faut un pour cette lettre. Elle demande les pièces d'une inscription saisie après la clôture, et leur délai court du jour de sa remise. Envoyez-la en recommandé, puis recopiez le numéro de l'étiquette. Rien n'a été enregistré.",
  ],
  'tracking-of-answer': [
    422,
    "Numéro de suivi\u00a0: il en faut un pour cette lettre. Elle répond à un recours ou à une demande, et le délai pour contester la réponse court du jour de sa remise. Envoyez-la en recommandé, puis recopiez le numéro de l'étiquette. Rien n'a été enregistré.",
  ],
  'no-address': [
    409,
    "Aucune adresse n'est connue pour cette personne\u00a0: téléphonez-lui, et saisissez son adresse dans ses réponses. Rien n'a été enregistré.",
  ],
  told: [
    409,
    ({ on }) =>
      `C'est déjà dit par téléphone, le ${dayInWords(on)}. Reprenez d'abord cette saisie. Rien n'a été enregistré.`,
  ],
  'decision-by-telephone': [
    409,
    "Une décision se notifie par lettre recommandée\u00a0: dite par téléphone, elle ne compte pas. Rien n'a été enregistré.",
  ],
  'before-decision': [
    422,
    ({ day }) =>
      `La décision est du ${dayInWords(day)}\u00a0: la lettre n'a pas pu partir avant. Vérifiez le jour d'envoi. Rien n'a été enregistré.`,
  ],
  'tracking-used': [
    409,
    ({ reference }) =>
      `Ce numéro est déjà celui d'une autre lettre, pour ${reference}. Vérifiez-le sur l'étiquette. Rien n'a été enregistré.`,
  ],
  changed: [
    409,
    "Ce qui est su de cette lettre a changé depuis que vous avez ouvert la page. Lisez où elle en est. Rien n'a été enregistré.",
  ],
  'presentation-missing': [
    422,
    "Donnez le jour de la première présentation, inscrit sur le pli\u00a0: c'est ce jour-là que la décision est notifiée. Rien n'a été enregistré.",
  ],
  'before-posting': [
    422,
    ({ day }) =>
      `La lettre est partie le ${dayInWords(day)}\u00a0: elle n'a pas pu être présentée, remise ou revenir avant. Vérifiez les jours. Rien n'a été enregistré.`,
  ],
  'before-presentation': [
    422,
    ({ day }) =>
      `La lettre a été présentée le ${dayInWords(day)}\u00a0: elle n'a pas pu être remise ou revenir avant. Vérifiez les jours. Rien n'a été enregistré.`,
  ],
  'another-letter': [
    409,
    "Une autre lettre est partie depuis pour cette décision\u00a0: corrigez d'abord celle-là. Rien n'a été enregistré.",
  ],
});
