import { dayInWords, endInWords, instantInWords, listing, quoted } from '../../ui/index.ts';

type Grade = 'eligible' | 'to-check' | 'not-eligible';

const GRADES: Readonly<Record<Grade, string>> = {
  eligible: 'remplies',
  'to-check': 'à vérifier par le rectorat',
  'not-eligible': 'non remplies',
};

const figure = (coefficient: number | null): string => (coefficient === null ? 'non communiqué' : String(coefficient));

/** What a change of the rules does to an enrolment, as its candidate reads it. */
export const texts = {
  dates: {
    opening: "L'ouverture des inscriptions",
    closing: 'La clôture des inscriptions',
    group: (...labels: readonly string[]): string => `La date limite des pièces ${listing(labels.map(quoted))}`,
    corrections: 'La fin des corrections',
    lastCorrection: 'La dernière correction possible',
    results: 'La date des résultats',
  },
  moved: (what: readonly string[], old: Temporal.Instant | null, at: Temporal.Instant): string => {
    const [first = '', ...others] = what;
    const names = listing([first, ...others.map((one) => `${one.charAt(0).toLowerCase()}${one.slice(1)}`)]);
    // What ends at midnight ends with the day before, as the pages say; what begins then begins with its day.
    const begins = what.includes(texts.dates.opening) || what.includes(texts.dates.results);
    const inWords = begins ? instantInWords : endInWords;
    const [set, moves] = others.length === 0 ? ['est fixée', 'passe'] : ['sont fixées', 'passent'];
    return old === null
      ? `${names} ${set} au ${inWords(at)}.`
      : `${names} ${moves} du ${inWords(old)} au ${inWords(at)}.`;
  },
  unset: (what: string): string => `${what} n'est plus fixée.`,
  examMoved: (old: Temporal.PlainDate, on: Temporal.PlainDate): string =>
    `Le début des épreuves passe du ${dayInWords(old)} au ${dayInWords(on)}.`,
  breach: {
    prefix: (session: string, prefix: string): string =>
      `La ${session} a des inscriptions\u00a0: leurs numéros commencent par ${prefix}, ce préfixe ne change plus.`,
    earlier: (what: string, old: Temporal.Instant, at: Temporal.Instant): string =>
      `${what} est publiée pour le ${instantInWords(old)}\u00a0: elle ne peut plus être avancée au ${instantInWords(at)}. Gardez cette date, ou donnez-en une plus tardive.`,
  },
  closure: {
    session: (session: string, until: Temporal.Instant): string =>
      `La ${session} est ouverte\u00a0: ces règles la ferment jusqu'au ${instantInWords(until)}.`,
    speciality: (name: string, session: string): string =>
      `La spécialité ${quoted(name)} est ouverte à la ${session}\u00a0: ces règles la ferment.`,
  },
  specialityClosed: (name: string): string => `La spécialité ${quoted(name)} n'est plus proposée à cette session.`,
  officer: (code: string, mailbox: string, phone: string): string =>
    `Votre gestionnaire change\u00a0: c'est maintenant ${code}, ${mailbox}, ${phone}.`,
  sessionGone: "La session n'existe plus.",
  unreadable: "Une réponse n'est plus possible avec ces règles.",
  gone: {
    academies: (code: string): string => `L'académie ${quoted(code)} a des inscriptions\u00a0: gardez-la.`,
    sessions: (code: string): string =>
      `La session ${quoted(code)} a des inscriptions\u00a0: gardez-la. Elle n'est plus proposée une fois close.`,
    specialities: (cfd: string): string =>
      `La spécialité ${quoted(cfd)} a des inscriptions\u00a0: gardez-la, avec une dernière session.`,
    pieces: (code: string): string =>
      `La pièce ${quoted(code)} a été demandée à des candidats\u00a0: gardez-la. Pour ne plus la demander, changez ses règles.`,
  },
  healthGone: (code: string): string =>
    `La pièce ${quoted(code)} touche à la santé\u00a0: elle reste dans les règles, et reste lue par le service des aménagements seul. Pour ne plus la proposer, changez ses règles.`,
  healthAsked: (code: string): string =>
    `La pièce ${quoted(code)} dépend de ce qu'un candidat dit de sa santé, alors que le bureau la lit\u00a0: la demander le révélerait. Enlevez cette condition.`,
  pieceAdded: (label: string, why: string): string => `Pièce de plus\u00a0: ${label}. ${why}`,
  pieceGone: (label: string): string => `Pièce qui n'est plus demandée\u00a0: ${label}.`,
  pieceReason: (label: string, why: string): string => `La raison de la pièce ${quoted(label)} change\u00a0: ${why}`,
  pieceMode: (label: string, mode: 'online' | 'post'): string =>
    `La pièce ${quoted(label)} se donne maintenant ${mode === 'post' ? 'par la poste' : 'en ligne'}.`,
  verdict: (was: Grade, is: Grade): string =>
    `Les conditions d'inscription étaient ${GRADES[was]}, elles sont ${GRADES[is]}.`,
  unitAdded: (name: string): string => `Épreuve de plus\u00a0: ${name}.`,
  unitGone: (name: string): string => `Épreuve supprimée\u00a0: ${name}.`,
  unitTitle: (old: string, title: string): string => `L'épreuve ${quoted(old)} s'appelle maintenant ${quoted(title)}.`,
  coefficient: (name: string, old: number | null, coefficient: number | null): string =>
    `Épreuve ${name}\u00a0: le coefficient passe de ${figure(old)} à ${figure(coefficient)}.`,
  test: (name: string, parts: readonly (string | null)[]): string =>
    `L'épreuve ${name} change de forme\u00a0: ${parts.filter((part) => part !== null).join(', ') || 'non communiquée'}.`,
};
