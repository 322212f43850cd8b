import type { BoardCounts, LineOutcome, LineState, ShownSheet } from './board.ts';
import { type Criterion, inFrench, pointsOf, type SheetForm, shareOf, type TypedFault } from './sheet.ts';

const plural = (count: number, one: string, several: string): string => `${count}\u00a0${count < 2 ? one : several}`;

/** The French of the board's page, on the server and in the browser. */
export const words = {
  title: 'Notation',
  none: 'Aucune commission',
  noneText:
    'Vous ne siégez dans aucune commission du plan publié. Le bureau des examens vous y place, puis vous convoque.',
  past: (boards: number): string => plural(boards, 'commission passée', 'commissions passées'),
  back: 'Toutes les commissions',
  candidates: 'Tous les candidats',
  members: (names: readonly string[]): string => `Commission\u00a0: ${names.join(', ')}.`,
  /** Of marks that are locked, none of which was signed here: they came on paper. */
  counts: ({ all, agreed, open }: BoardCounts, locked: string | null): string =>
    [
      plural(all, 'candidat', 'candidats'),
      locked !== null && agreed === 0 ? 'notes saisies sur papier' : plural(agreed, 'note arrêtée', 'notes arrêtées'),
      ...(open === 0 ? [] : [plural(open, 'fiche à revoir', 'fiches à revoir')]),
    ].join(', '),
  states: {
    none: 'à noter',
    signed: 'signée par un seul',
    unchecked: 'signée, accord à vérifier au retour du réseau',
    agreed: 'arrêtée',
    contested: 'désaccord',
    disputed: 'deux fiches',
  } satisfies Readonly<Record<LineState, string>>,
  later: 'La fiche de cette épreuve se remplit avec la commission de sa dernière phase.',
  late: 'arrivée après le verrou',
  locked: (at: string): string =>
    `Les notes de cette épreuve ont été verrouillées le ${at}. Une fiche signée maintenant est gardée et dite au chef du bureau des examens, qui décide d'une correction.`,
  source: ({ source }: SheetForm): string =>
    source === null
      ? 'Aucun texte ne donne de grille pour cette épreuve\u00a0: la commission donne une note.'
      : `Barème\u00a0: ${source}.`,
  most: ({ points }: Criterion): string => `sur ${points}`,
  unset: 'À noter',
  comment: 'Appréciation',
  commentHint: 'Facultative. Elle reste sur la fiche.',
  sign: 'Signer la fiche',
  outcomes: {
    mark: 'noté',
    absent: 'Absent',
    excused: 'Absence justifiée',
    exempt: 'Dispensé',
    barred: 'Présent, ne peut pas passer',
  } satisfies Readonly<Record<LineOutcome, string>>,
  noMark: 'Pas de note',
  noMarkHint:
    "La fiche est signée sans note. «\u00a0Ne peut pas passer\u00a0»\u00a0: dites pourquoi dans l'appréciation\u00a0; le chef du bureau des examens décide.",
  worth: (
    { outcome, halfPoints, answers }: Pick<ShownSheet, 'outcome' | 'halfPoints' | 'answers'>,
    form: SheetForm,
  ): string => {
    if (outcome !== 'mark') return words.outcomes[outcome].toLowerCase();
    if (!form.part) return `${inFrench((halfPoints ?? 0) / 2)} sur 20`;
    const { given } = shareOf(form, answers);
    return `${inFrench(Math.round((100 * given) / (form.levels[0]?.value ?? 2)) / 100)} sur ${pointsOf(form)}`;
  },
  computed: (typed: Pick<ShownSheet, 'halfPoints' | 'answers'>, form: SheetForm, left: number): string =>
    left > 0
      ? `${plural(left, 'critère à noter', 'critères à noter')}`
      : `${form.part ? 'Partie' : 'Note'}\u00a0: ${words.worth({ outcome: 'mark', ...typed }, form)}`,
  /** Of a candidate of whom only their number is known. */
  byNumber: (number: string): string => `Candidat n°\u00a0${number}`,
  beside: {
    whole: (worth: string): string => `Les deux jurys ont signé. Note entière\u00a0: ${worth}.`,
    waits: "L'autre jury n'a pas encore arrêté sa partie\u00a0: la note sera entière ensuite.",
    nothing: "L'autre jury a signé qu'il n'y a rien à noter.",
    contradicts:
      "Un jury a signé que ce candidat n'a rien rendu, l'autre l'a noté. Voyez-le ensemble, puis signez une nouvelle fiche.",
  },
  rounding: ({ step, rounding }: SheetForm): string =>
    `La note est arrondie au ${step === 'point' ? 'point' : 'demi-point'} ${rounding === 'up' ? 'supérieur' : 'le plus proche'}.`,
  filledBy: ({ by, said }: ShownSheet): string =>
    said === null ? 'signée ici, pas encore envoyée' : `signée par ${by} à ${said}`,
  agreedBy: (name: string): string => (name === '' ? 'accord donné ici, pas encore envoyé' : `accord\u00a0: ${name}`),
  contestedBy: (name: string): string =>
    name === '' ? 'désaccord dit ici, pas encore envoyé' : `désaccord\u00a0: ${name}`,
  contested:
    "Un membre de la commission n'est pas d'accord\u00a0: la fiche reste ouverte. Signez-en une nouvelle, ou donnez votre accord.",
  disputed: (other: string): string =>
    `Sur une autre tablette, quelqu'un a écrit «\u00a0${other}\u00a0» sans voir cette fiche. Regardez les deux, puis signez ou donnez votre accord.`,
  agreement: {
    title: "Accord d'un autre membre",
    own: 'Vous avez rempli cette fiche. Un autre membre donne son accord depuis son compte, ou tape ici son code de signature.',
    another: 'Vous donnez votre accord depuis votre compte.',
    code: "Code de signature de l'autre membre",
    codeMissing:
      "Il manque le code de signature de l'autre membre. Rien n'a été enregistré\u00a0: il est sur sa convocation\u00a0; sinon, il donne son avis depuis son compte.",
    agree: "D'accord",
    disagree: "Pas d'accord",
    reason: 'En cas de désaccord, ce qui vous sépare',
  },
  again: 'Changer la fiche',
  againHint: "Une nouvelle fiche remplace l'accord\u00a0: l'ancienne reste gardée.",
  faulty: ({ why, label, points }: TypedFault): string =>
    why === 'missing'
      ? `Notez «\u00a0${label}\u00a0».`
      : `«\u00a0${label}\u00a0»\u00a0: un nombre de 0 à ${points}, au demi-point près.`,
  online: {
    sent: 'Tout est envoyé',
    none: 'Rien à envoyer',
    unsent: (count: number): string => plural(count, 'signature non envoyée', 'signatures non envoyées'),
    sentAt: (hour: string): string => `dernier échange à ${hour}`,
    offline:
      'Pas de réseau\u00a0: ce que vous signez reste sur cette tablette et part au retour du réseau, page ouverte.',
    kept: "Vos commissions sont gardées sur cette tablette. Elles sont effacées quand vous vous déconnectez d'ici, et le lendemain dès que cette page est ouverte.",
    expired: (count: number): string =>
      count === 0
        ? 'Votre connexion a expiré. Reconnectez-vous pour envoyer la suite.'
        : `Votre connexion a expiré. Reconnectez-vous\u00a0: ${plural(count, 'signature attend', 'signatures attendent')} d'être ${count < 2 ? 'envoyée' : 'envoyées'}.`,
    signIn: 'Me reconnecter',
    sendNow: 'Envoyer maintenant',
    gone: 'Vous ne siégez plus dans une commission. La liste est effacée de cette tablette.',
    over: 'La journée est finie. La liste est effacée de cette tablette.',
    nothing:
      "Aucune commission n'est gardée sur cette tablette. Connectez-vous une fois avec du réseau, ou notez sur les fiches de papier.",
    served:
      "La liste de cette page n'est pas encore gardée sur cette tablette\u00a0: d'ici là, chaque signature part par le réseau.",
    others: (count: number, name: string): string =>
      `${plural(count, 'signature attend', 'signatures attendent')} que ${name} se reconnecte sur cette tablette. Personne d'autre ne peut ${count < 2 ? "l'envoyer" : 'les envoyer'}.`,
    refused: (label: string, why: string): string => `${label}\u00a0: ${why}`,
    refusedTitle: 'Refusé par le bureau des examens',
    refusedSeen: "J'ai noté",
    leaving: (count: number): string =>
      `${plural(count, "signature n'est pas envoyée", 'signatures ne sont pas envoyées')}. Attendez le réseau si vous le pouvez. Si vous vous déconnectez, la liste est effacée\u00a0; ce qui n'est pas envoyé reste sur cette tablette, sans les noms, jusqu'à ce que vous vous y reconnectiez.`,
    leave: 'Me déconnecter quand même',
    stay: 'Rester',
    left: (count: number): string =>
      `${plural(count, "signature n'est pas envoyée", 'signatures ne sont pas envoyées')} depuis cette tablette. ${count < 2 ? 'Elle part' : 'Elles partent'} quand la personne qui a signé s'y reconnecte.`,
  },
};
