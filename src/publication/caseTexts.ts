import { type Author, decisionTexts } from '../decisions/index.ts';
import { type ImpliedRefusal, lawTexts } from '../law/index.ts';
import { dayInWords, instantInWords } from '../ui/index.ts';
import type { CaseOutcome, ResultCase } from './cases.ts';
import type { CaseTime } from './rules/caseTime.ts';

/** What candidates ask once results are published. No-break spaces are written `\u00a0`. */
export const caseTexts = {
  title: 'Demandes sur les résultats',
  back: 'Publication des résultats',
  lead: 'Consultation de copies, erreur matérielle, recours\u00a0: chaque demande est gardée comme elle est venue, et reçoit une réponse. Celle qui vient par la poste se saisit depuis le dossier du candidat. Un résultat ne change que par un additif du jury, publié avec son motif.',
  waiting: 'Sans réponse',
  answered: 'Avec réponse',
  none: "Aucune demande n'attend",
  due: ({ on }: ImpliedRefusal): string => `Sans réponse le ${dayInWords(on)}, c'est un refus.`,
  received: (when: string): string => `Reçue ${when}.`,
  byPost: (received: string, posted: string | null): string =>
    `le ${received}, par la poste${posted === null ? ' (cachet illisible)' : ` (cachet du ${posted})`}`,
  late: 'Après le délai.',
  noDue: 'En attente de réponse.',
  reopensNothing: 'Elle ne prolonge pas le délai pour saisir le tribunal.',
  outcome: 'Suite donnée',
  outcomeMissing: 'Dites si la demande est acceptée.',
  outcomes: { granted: 'Acceptée', refused: 'Refusée' },
  answer: 'Réponse',
  answerHint: 'Le candidat la lit sur sa page. Un refus dit pourquoi.',
  answerMissing: 'Écrivez la réponse que lira le candidat.',
  submit: 'Répondre',
  flash: 'Réponse enregistrée\u00a0: le candidat est prévenu par mail.',

  hub: {
    asked: (label: string): string => `Votre demande\u00a0: ${label}`,
    contest: (label: string): string => `Contester le refus de votre demande (${label})`,
    silent: (label: string): string => `Contester le refus de votre demande, restée sans réponse (${label})`,
    otherwise: "Rien ne vous y oblige. Après ce jour, une demande peut être rejetée parce qu'elle est tardive.",
  },

  own: 'Vos demandes',
  ask: 'Faire une demande',
  kind: 'Votre demande',
  kindMissing: 'Choisissez ce que vous demandez.',
  words: 'Précisions',
  wordsHint: "Par exemple l'unité concernée, et ce qui vous paraît faux.",
  wordsMissing: 'Écrivez ce que vous demandez.',
  send: 'Envoyer la demande',
  sent: 'Demande envoyée. La réponse sera sur cette page.',

  /** Of an exam whose rules say nothing. */
  ofTheLaw: {
    documents: {
      label: 'Voir vos copies',
      words: "Vous pouvez demander à voir vos copies, sur place ou par une copie qu'on vous envoie.",
    },
    complaint: {
      label: 'Faire corriger une erreur matérielle',
      words: 'Une erreur de calcul, ou une note mal reportée, se corrige\u00a0: dites laquelle.',
    },
    appeal: { label: 'Contester la décision' },
  },
};

/** « le vendredi 5 juillet 2024 à 9 h 00 », or the day of its letter, with that of its postmark. */
export function receivedInWords({
  receivedAt,
  receivedOn,
  postedOn,
}: Pick<ResultCase, 'receivedAt' | 'receivedOn' | 'postedOn'>): string {
  if (receivedOn === null) return `le ${instantInWords(receivedAt)}`;
  return caseTexts.byPost(dayInWords(receivedOn), postedOn === null ? null : dayInWords(postedOn));
}

/** « Sans réponse le mercredi 6 novembre 2024, c'est un refus : vous avez alors jusqu'au … inclus pour saisir … » */
export function waitingInWords({ silence, forum, reopens }: CaseTime): string {
  return reopens
    ? lawTexts.refused(silence, forum)
    : `${lawTexts.refused({ on: silence.on, contest: null })} ${caseTexts.reopensNothing}`;
}

/** What is left to the candidate, once it was asked or refused; null of what was granted. */
export function timeLeftInWords(time: CaseTime, outcome: CaseOutcome | null): string | null {
  if (outcome === 'granted') return null;
  if (outcome === null) return waitingInWords(time);
  return time.contestUntil === null ? caseTexts.reopensNothing : lawTexts.contest(time.contestUntil, time.forum);
}

/** The whole answer, for a letter: what was decided, in which words, by whom, and what is left to do. */
export function answerInWords(
  { outcome, answer, author }: { readonly outcome: CaseOutcome; readonly answer: string; readonly author: Author },
  time: CaseTime,
): string {
  const signed = decisionTexts.takenBy(author);
  const left = timeLeftInWords(time, outcome);
  return [`${caseTexts.outcomes[outcome]}.`, answer, signed, ...(left === null ? [] : [left])].join('\n\n');
}
