import { linkInWords, type OnePerson } from '../accounts/index.ts';
import { type DecisionAuthor, decisionTexts } from '../decisions/index.ts';
import { type ImpliedRefusal, type LastDay, lawTexts } from '../law/index.ts';
import { parisDay } from '../platform/time.ts';
import { dayInWords, instantInWords, shortDay } from '../ui/index.ts';
import type { Case, CaseOutcome } from './cases.ts';
import type { CaseTime } from './rules/caseTime.ts';

/** How an appeal is completed: by its candidate, or by whoever opens a second letter of theirs. */
const COMPLETING = {
  office: "Celui-ci n'est pas enregistré\u00a0: pour compléter le premier, écrivez à votre gestionnaire.",
  health:
    "Celui-ci n'est pas enregistré\u00a0: pour compléter le premier, écrivez au service des aménagements, à l'adresse que donne la décision.",
  byPost:
    "Cette lettre n'est pas enregistrée\u00a0: donnez-la, avec son enveloppe, à qui répond au premier. Ce que vous avez recopié reste sur cette page.",
} as const;

const OUTCOMES = { granted: 'accepté', refused: 'refusé' } as const satisfies Readonly<Record<CaseOutcome, string>>;

/** What candidates ask once results are published. No-break spaces are written `\u00a0`. */
export const caseTexts = {
  title: 'Recours et demandes',
  back: 'Publication des résultats',
  backToService: "Demandes d'aménagements",
  lead: 'Recours contre une décision, consultation de copies, erreur matérielle\u00a0: chaque demande est gardée comme elle est venue, et reçoit une réponse. Celle qui vient par la poste se saisit depuis le dossier du candidat. Accepter un recours rétablit aussitôt une inscription écartée ou annulée\u00a0; un résultat ne change que par un additif du jury, une autre décision par ce qui la défait.',
  leadOfService:
    'Les recours contre vos décisions, que ce service est seul à lire. Celui qui vient par la poste se saisit depuis la demande du candidat. Accepter un recours ne défait rien\u00a0: une nouvelle décision le fait.',
  waiting: 'Sans réponse',
  answered: 'Avec réponse',
  toCarryOut: 'À exécuter',
  toCarryOutText:
    "Recours acceptés, dont la décision tient encore\u00a0: chacun reste ici jusqu'à ce qu'elle soit défaite.",
  none: "Aucune demande n'attend",
  noneText: 'Les demandes que des candidats font après leurs résultats arriveront ici.',
  due: ({ on }: ImpliedRefusal): string => `Sans réponse le ${dayInWords(on)}, c'est un refus.`,
  dueShort: ({ on }: ImpliedRefusal): string => `Refus le ${shortDay(on)}, sans réponse`,
  contested: (author: DecisionAuthor): string => `La décision contestée est prise par ${decisionTexts.author(author)}.`,
  reasons: 'Motifs de la décision contestée\u00a0:',
  received: (when: string): string => `Date de réception\u00a0: ${when}.`,
  byPost: (received: string, posted: string | null): string =>
    `le ${received}, par la poste${posted === null ? ' (cachet illisible)' : ` (cachet du ${posted})`}`,
  late: (until: LastDay): string => `Reçu après le délai, qui allait ${lawTexts.inclusive(until)}.`,
  letter: 'Lire la lettre',
  letterStates: {
    waiting: "La lettre est contrôlée par l'antivirus\u00a0: elle se lira ensuite.",
    lost: 'La copie de la lettre est infectée ou perdue\u00a0: reprenez le papier.',
  },
  undone: (how: string): string => `Ce qui défait cette décision\u00a0: ${how}.`,
  undo: 'Revenir sur la décision',
  noDue: 'En attente de réponse.',
  reopensNothing: "Le délai pour saisir le tribunal n'est pas prolongé.",
  outcome: 'Suite donnée',
  outcomeMissing: 'Dites si la demande est acceptée.',
  outcomes: { granted: 'Accepter', refused: 'Refuser' },
  /** Of an appeal, or of a request. */
  answeredAs: (outcome: CaseOutcome, isAppeal: boolean): string =>
    `${outcome === 'granted' ? 'Accepté' : 'Refusé'}${isAppeal ? '' : 'e'}`,
  answeredRequest: (outcome: CaseOutcome, on: Temporal.PlainDate): string =>
    `Votre demande est ${OUTCOMES[outcome]}e par une réponse du ${shortDay(on)}.`,
  answeredAppeal: (outcome: CaseOutcome, title: string, takenOn: Temporal.PlainDate, on: Temporal.PlainDate): string =>
    `Votre recours contre «\u00a0${title}\u00a0», du ${shortDay(takenOn)}, est ${OUTCOMES[outcome]} par une décision du ${shortDay(on)}.`,
  court: (lines: readonly string[]): string => `Le tribunal à saisir\u00a0: ${lines.join(', ')}.`,
  answer: 'Réponse',
  answerHint: 'Le candidat la lit, sur sa page ou dans sa lettre. Un refus dit pourquoi.',
  answerMissing: 'Écrivez la réponse que lira le candidat.',
  /** Of another against the same decision. `received`: when the first came. */
  already: (received: string, to: keyof typeof COMPLETING): string =>
    `Un recours contre cette décision est déjà reçu, ${received}. ${COMPLETING[to]}`,
  /** Of whoever took it by two, or came by who did. */
  barred: ({ by, links }: OnePerson): string =>
    links.length === 0
      ? 'Vous avez signé la décision contestée\u00a0: une autre personne répond à ce recours.'
      : `Votre compte et celui qui a signé la décision contestée ne comptent que pour une personne (${links.map((link) => linkInWords(link, by)).join('\u00a0; ')})\u00a0: une autre répond à ce recours.`,
  barredWho:
    "Peut répondre qui a une délégation en vigueur pour cet acte. S'il n'y a personne d'autre, demandez au recteur de la donner à quelqu'un\u00a0: elle s'ajoute à la page",
  submit: 'Répondre',
  typed: 'La demande est enregistrée. Son accusé de réception est envoyé, ou attend parmi les courriers à poster.',
  flash: 'Réponse enregistrée\u00a0: le candidat est prévenu par mail, ou par une lettre à poster.',

  hub: {
    open: (title: string): string => `Contester «\u00a0${title}\u00a0»`,
    appealed: (title: string): string => `Votre recours contre «\u00a0${title}\u00a0»`,
    asked: (label: string): string => `Votre demande\u00a0: ${label}`,
    ofRequest: (label: string): string => `de votre demande (${label})`,
    ofAppeal: (title: string): string => `de votre recours contre «\u00a0${title}\u00a0»`,
    contest: (of: string): string => `Contester le refus ${of}`,
    silent: (of: string): string => `Contester le refus, faute de réponse, ${of}`,
    answered: (on: Temporal.PlainDate): string => `Le rectorat a répondu le ${dayInWords(on)}. Lisez sa réponse.`,
    unanswered: (on: Temporal.PlainDate): string => `Sans réponse le ${dayInWords(on)}\u00a0: c'est un refus.`,
    late: (until: LastDay): string =>
      `Le délai allait ${lawTexts.inclusive(until)}\u00a0: vous pouvez encore envoyer votre recours, une personne dira s'il est recevable.`,
    accepted: 'Votre recours est accepté\u00a0: le rectorat va revenir sur la décision. Lisez sa réponse.',
    noDuty: 'Rien ne vous y oblige.',
    /** Of an appeal that was accepted. */
    closed: "Ce recours n'attend plus rien de vous.",
    pageSays: 'Sa page dit aussi ce qui reste possible.',
    notYet: 'le délai court du jour où la décision vous est notifiée',
    otherwise: "Rien ne vous y oblige. Après ce jour, une demande peut être rejetée parce qu'elle est tardive.",
  },

  against: (title: string, takenOn: Temporal.PlainDate): string =>
    `Recours contre la décision du ${dayInWords(takenOn)}\u00a0: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
  /** To who contests a decision. */
  contest: {
    title: 'Contester une décision',
    back: 'Mon inscription',
    taken: (on: Temporal.PlainDate): string => `Décision du ${dayInWords(on)}.`,
    paper: 'Lire la décision',
    late: 'Le délai est passé',
    words: 'Pourquoi vous la contestez',
    wordsHint: "Dites ce qui est inexact, ou ce qui n'a pas été pris en compte.",
    wordsMissing: 'Écrivez pourquoi vous la contestez.',
    send: 'Envoyer le recours',
    sent: 'Votre recours est reçu. La réponse sera sur cette page.',
    waits: (on: Temporal.PlainDate): string =>
      `Votre recours est en cours d'examen, réponse au plus tard le ${dayInWords(on)}.`,
    /** Its day is past, which an answer may still follow. */
    unanswered: (on: Temporal.PlainDate): string =>
      `Personne n'a répondu le ${dayInWords(on)}\u00a0: c'est un refus. Une réponse peut encore venir.`,
    received: 'Votre recours',
  },

  own: 'Vos demandes',
  ask: 'Faire une demande',
  kind: 'Votre demande',
  kindMissing: 'Choisissez ce que vous demandez.',
  words: 'Précisions',
  wordsHint: "Par exemple l'unité concernée, et ce qui vous paraît faux.",
  ownWordsHint: "Rien à écrire pour voir vos copies. Sinon, par exemple, l'unité concernée et ce qui vous paraît faux.",
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
}: Pick<Case, 'receivedAt' | 'receivedOn' | 'postedOn'>): string {
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
  const { contestUntil, fromLetter, forum, where } = time;
  if (fromLetter) return lawTexts.contestByPost(forum, where);
  return contestUntil === null ? caseTexts.reopensNothing : lawTexts.contest(contestUntil, forum);
}

type Answer = {
  readonly outcome: CaseOutcome;
  readonly answer: string;
  readonly author: DecisionAuthor;
  /** The day of the answer, which isn't that of its printing. */
  readonly on: Temporal.PlainDate;
  /** The decision that an appeal contests; null: it is a request on a result. */
  readonly contested: { readonly title: string; readonly takenAt: Temporal.Instant } | null;
  /** Its name and address, line by line. */
  readonly court: readonly string[];
};

/** The whole answer, for a letter: of which decision, what was decided and when, in which words, by whom, what is left to do and where. */
export function answerInWords({ outcome, answer, author, on, contested, court }: Answer, time: CaseTime): string {
  const signed = decisionTexts.takenBy(author);
  const left = timeLeftInWords({ ...time, fromLetter: time.fromLetter || time.contestUntil !== null }, outcome);
  const head =
    contested === null
      ? caseTexts.answeredRequest(outcome, on)
      : caseTexts.answeredAppeal(outcome, contested.title, parisDay(contested.takenAt), on);
  const where = left === null || time.forum !== 'court' ? [] : [caseTexts.court(court)];
  return [head, answer, signed, ...(left === null ? [] : [left]), ...where].join('\n\n');
}
