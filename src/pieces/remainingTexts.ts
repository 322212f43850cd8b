import type { Catalogue, ResolvedSession } from '../catalogue/index.ts';
import { keptFileTexts, whyUnreadable } from '../keptFiles/index.ts';
import { daysInWords } from '../law/index.ts';
import { endInWords, listing, plural, secondInstant, untilInWords } from '../ui/index.ts';
import { type Mode, type PieceWithFiles, SIGNED_CONFIRMATION } from './piece.ts';
import { refuseDeposit } from './rules/pieceState.ts';
import { endByMode } from './rules/postmark.ts';
import { codesOf, doubtOf, type Remaining, type Todo, todosOf, unreadIn } from './rules/remaining.ts';

const { reading } = keptFileTexts;

/** What remains, in the words that every page, mail and paper uses. */
const say = {
  register: (until: string): string => `Terminer et enregistrer votre inscription, ${until}.`,
  'finish-change': (until: string): string =>
    `Enregistrer la modification que vous avez commencée, ou l'abandonner, ${until}.`,
  correct: (piece: string, until: string): string => `Corriger une pièce, ${until}\u00a0: ${piece}.`,
  /** Of health, to whoever reads a mail. */
  private: (until: string): string => `Une démarche reste à faire dans votre espace, ${until}.`,
  privateByPost: (until: string): string => `Une démarche reste à faire par courrier, ${until}.`,
  sign: (until: string): string =>
    `Signer la confirmation d'inscription et la déposer (${SIGNED_CONFIRMATION}), ${until}.`,
  signEither: (until: string): string =>
    `Signer la confirmation d'inscription, sur papier ou en ligne (${SIGNED_CONFIRMATION}), ${until}.`,
  signOnline: (until: string): string =>
    `Signer la confirmation d'inscription en ligne (${SIGNED_CONFIRMATION}), ${until}.`,
  signPost: (until: string): string =>
    `Signer la confirmation d'inscription et l'envoyer par la poste (${SIGNED_CONFIRMATION}), ${until}.`,
  give: (pieces: string, until: string): string => `Déposer ${until}\u00a0: ${pieces}.`,
  send: (pieces: string, until: string): string => `Envoyer par la poste ${until}\u00a0: ${pieces}.`,
  'hand-over': (group: string, until: string): string =>
    `Dire au gestionnaire que tout est là (${group})${until}\u00a0: cliquez sur «\u00a0J'ai fourni toutes mes pièces\u00a0».`,
  'hand-over-some': (group: string, until: string): string =>
    `Remettre au gestionnaire ce que vous avez déposé (${group})${until}.`,
  by: (until: Temporal.Instant | null): string => (until === null ? '' : `, ${untilInWords(until)}`),
  late: (pieces: string): string =>
    `Le délai est passé, écrivez ou téléphonez sans attendre à votre gestionnaire\u00a0: ${pieces}.`,
  until: (end: string): string => `jusqu'au ${end}`,
  postmark: (end: string): string => `${end}, le cachet de la poste faisant foi`,
  fromLetter: (days: string): string =>
    `dans les ${days} à partir du lendemain du jour où cette lettre vous est remise, ou présentée pour la première fois`,
  fromNotice: (days: string): string =>
    `dans les ${days} à partir du lendemain du jour où la décision qui la demande vous est notifiée`,
  nothing: "Vous n'avez rien à faire pour l'instant.",
  signAgain: (version: number): string =>
    `Vous avez modifié votre inscription\u00a0: signez la version ${version}. La signature d'une version précédente ne compte plus.`,
  otherwise: {
    register: "Une inscription qui n'est pas enregistrée à cette date ne compte pas\u00a0: vous ne seriez pas inscrit.",
    'finish-change': "Ce qui n'est pas enregistré à cette date ne compte pas\u00a0: la version d'avant reste la bonne.",
    'hand-over': 'Sans cela, le gestionnaire ne sait pas que vos pièces peuvent être contrôlées.',
  },
  piece: (label: string, code: string): string => `${label} (${code})`,
  progress: (given: number, asked: number): string =>
    `${plural(given, 'pièce déposée', 'pièces déposées')} sur ${asked}`,
  refused: (count: number): string => plural(count, 'refusée', 'refusées'),
  sheet: {
    todo: 'confirmation à signer',
    problem: 'confirmation à refaire',
    in: 'confirmation déposée',
    doubted: 'confirmation déposée, à vérifier',
  },
  later: (given: number, asked: number): string => `${given} sur ${asked} pour plus tard`,
} as const;

/** « vendredi 1er décembre 2023 à 17 h 00 (heure de Paris) »; by the post, « vendredi 1er décembre 2023 inclus, le cachet de la poste faisant foi ». */
export function endOfGiving(mode: Mode, end: Temporal.Instant): string {
  const words = endInWords(endByMode(mode, end));
  return mode === 'post' ? say.postmark(words) : words;
}

/** Until when a piece is given; `until`: null while it waits for its letter, whose day nobody can say. */
export function closingInWords(
  { correctionDays }: Pick<ResolvedSession, 'correctionDays'>,
  mode: Mode,
  until: Temporal.Instant | null,
): string {
  return until === null ? say.fromLetter(daysInWords(correctionDays)) : say.until(endOfGiving(mode, until));
}

/** The same of a piece to be given again; `until`: null while the decision that refused it isn't notified. */
export function correctedInWords(
  session: Pick<ResolvedSession, 'correctionDays'>,
  mode: Mode,
  until: Temporal.Instant | null,
): string {
  return until === null ? say.fromNotice(daysInWords(session.correctionDays)) : closingInWords(session, mode, until);
}

/** « Refaire une pièce, jusqu'au vendredi 22 décembre 2023 à 17 h 00 (heure de Paris) : Justificatif de domicile (DOMICIL). » */
export function todoInWords(catalogue: Catalogue, session: string, todo: Todo): string {
  const piece = (code: string): string => pieceInWords(catalogue, { session, code });
  const known = catalogue.session(session);
  const until = (
    todo: { readonly mode: Mode; readonly until: Temporal.Instant | null },
    inWords: typeof closingInWords = closingInWords,
  ): string =>
    known !== undefined
      ? inWords(known, todo.mode, todo.until)
      : todo.until === null
        ? ''
        : say.until(endOfGiving(todo.mode, todo.until));
  switch (todo.act) {
    case 'register':
    case 'finish-change':
      return say[todo.act](untilInWords(todo.until));
    case 'correct':
      return say.correct(piece(todo.code), until(todo, correctedInWords));
    case 'sign': {
      const sentence = signSentence(catalogue, session, todo.mode)(until(todo));
      return todo.version > 1 ? `${sentence} ${say.signAgain(todo.version)}` : sentence;
    }
    case 'give':
      return (todo.mode === 'post' ? say.send : say.give)(listing(todo.codes.map(piece)), until(todo));
    case 'hand-over': {
      const groups = known?.pieceGroups ?? [];
      const labels = todo.groups.map((group) => groups.find(({ code }) => code === group)?.label ?? group);
      return say[todo.whole ? 'hand-over' : 'hand-over-some'](listing(labels), say.by(todo.until));
    }
    case 'other':
      return `${todo.label}${todo.detail === null ? say.by(todo.until) : `\u00a0: ${todo.detail}`}.`;
  }
}

/** What happens if it isn't done: of pieces, what the session says of their groups. */
export function otherwiseInWords({ pieceGroups }: Pick<ResolvedSession, 'pieceGroups'>, todo: Todo): readonly string[] {
  const without = (codes: readonly string[]): readonly string[] => [
    ...new Set(
      pieceGroups.filter(({ pieces }) => pieces.some((code) => codes.includes(code))).map(({ sanction }) => sanction),
    ),
  ];
  switch (todo.act) {
    case 'other':
      return [todo.otherwise];
    case 'correct':
      return without([todo.code]);
    case 'sign':
      return without([SIGNED_CONFIRMATION]);
    case 'give':
      return without(todo.codes);
    default:
      return [say.otherwise[todo.act]];
  }
}

/** As the session lets confirmations be signed. */
function signSentence(catalogue: Catalogue, session: string, mode: Mode): (until: string) => string {
  const setting = catalogue.session(session)?.switches.signature ?? 'paper';
  if (setting === 'both') return say.signEither;
  if (setting === 'online') return say.signOnline;
  return mode === 'post' ? say.signPost : say.sign;
}

/**
 * What the candidate must still do, a sentence each with what happens otherwise, said once: for mails and papers, which others may read, so
 * that no document of health is named. Never empty; while files wait to be read nobody is told that there is nothing to do.
 */
export function remainingInWords(
  catalogue: Catalogue,
  session: string,
  remaining: Pick<Remaining, 'lines'>,
): readonly string[] {
  const known = catalogue.session(session);
  const isPrivate = (todo: Todo): boolean =>
    todo.act === 'other'
      ? todo.answer === undefined
      : todo.act === 'correct' && (catalogue.pieceType({ session, code: todo.code })?.health ?? false);
  const inMail = (todo: Todo): string | null => {
    if (todo.act === 'other') return todo.mail === null ? null : `${todo.mail}${say.by(todo.until)}.`;
    if (todo.act === 'correct' && todo.until !== null && isPrivate(todo))
      return (todo.mode === 'post' ? say.privateByPost : say.private)(say.until(endOfGiving(todo.mode, todo.until)));
    return todoInWords(catalogue, session, todo);
  };
  const said = new Set<string>();
  const lines = todosOf(remaining).flatMap((todo) => {
    const line = inMail(todo);
    if (line === null) return [];
    const otherwise = known === undefined || isPrivate(todo) ? [] : otherwiseInWords(known, todo);
    const news = otherwise.filter((one) => !said.has(one));
    for (const one of news) said.add(one);
    return [[line, ...news].join(' ')];
  });
  const all = [...lines, ...lateInWords(catalogue, session, remaining)];
  if (all.length > 0) return all;
  const waiting = unreadIn(remaining);
  return waiting === 0 ? [say.nothing] : [`${reading.title(waiting)}. ${reading.ifNot(false)}`];
}

/** What is missing and whose time is over, and what can still be done; none: nothing is. No document of health is named. */
function lateInWords(catalogue: Catalogue, session: string, remaining: Pick<Remaining, 'lines'>): readonly string[] {
  const late = codesOf(remaining, 'late').filter((code) => catalogue.pieceType({ session, code })?.health !== true);
  return late.length === 0 ? [] : [say.late(listing(late.map((code) => pieceInWords(catalogue, { session, code }))))];
}

/** « 2 pièces déposées sur 5, 1 refusée, confirmation à signer, 0 sur 3 pour plus tard »: one that was refused has a file in sight, and isn't in. */
export function progressInWords({
  given,
  asked,
  refused,
  acts,
  later,
  lines,
}: Pick<Remaining, 'given' | 'asked' | 'refused' | 'acts' | 'later' | 'lines'>): string {
  const signed = acts.find(({ name }) => name === 'signed')?.state;
  const isDoubted = doubtOf({ lines }, SIGNED_CONFIRMATION) !== null;
  const isIn = isDoubted ? say.sheet.doubted : say.sheet.in;
  const sheet = signed === 'todo' || signed === 'problem' ? say.sheet[signed] : isIn;
  const sum = (count: (group: Remaining['later'][number]) => number): number =>
    later.reduce((total, group) => total + count(group), 0);
  const askedLater = sum((group) => group.asked);
  return [
    say.progress(given, asked),
    ...(refused > 0 ? [say.refused(refused)] : []),
    sheet,
    ...(askedLater === 0
      ? []
      : [
          say.later(
            sum((group) => group.given),
            askedLater,
          ),
        ]),
  ].join(', ');
}

/** Why a sheet signed before is asked for again; null where none was. */
export function signAgainInWords(version: number): string | null {
  return version > 1 ? say.signAgain(version) : null;
}

/** « Document justifiant l'identité (DCSTID01) » */
export function pieceInWords(catalogue: Catalogue, piece: Parameters<Catalogue['pieceType']>[0]): string {
  const type = catalogue.pieceType(piece);
  return type === undefined ? piece.code : say.piece(type.label, piece.code);
}

/**
 * What was said of what has come for it: by the office, and of each file that it couldn't be read, and how to make a better one while that
 * may be given; null: nothing.
 */
export function saidOf(piece: PieceWithFiles, now: Temporal.Instant): string | null {
  const mayGive = refuseDeposit(piece, { begunAt: now, now }) === null;
  const unreadable = piece.refused.map(
    ({ name, receipt, refusal }) => `${keptFileTexts.unreadable(name, receipt)}. ${whyUnreadable(refusal, mayGive)}`,
  );
  const said = [...(piece.comment === null ? [] : [piece.comment]), ...unreadable];
  return said.length === 0 ? null : said.join(' ');
}

/** Which of its files came, when, and couldn't be read: for the office; null: none. */
export function unreadableInWords({ refused }: Pick<PieceWithFiles, 'refused'>): string | null {
  const came = listing(refused.map(({ finishedAt, receipt }) => `le ${secondInstant(finishedAt)} (reçu ${receipt})`));
  if (refused.length === 0) return null;
  return refused.length === 1
    ? `Un fichier reçu ${came} n'a pas pu être lu`
    : `${refused.length} fichiers, reçus ${came}, n'ont pas pu être lus`;
}
