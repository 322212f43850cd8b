import { BY_APPEAL, type DeclaredAct } from '../decisions/index.ts';

const HEARD = "observations écrites, orales sur demande, jusqu'à un jour qui est dit (CRPA L121-1, L122-1)";

/** *Laissé hors d'une unité*: for want of a certificate of safety (R.408). */
export const LEFT_OUT: DeclaredAct = {
  code: 'unit-left-out',
  title: "Laisser un candidat hors d'une unité (attestation de travail en hauteur)",
  by: 'delegate',
  people: 1,
  readers: 'office',
  heard: `${HEARD}, avant les convocations`,
  law: ['CRPA, articles L211-2 et L211-5'],
  reasoned: true,
  notified: 'notification, en ligne par accord ou par lettre recommandée, et mail',
  effect: 'dès sa notification. La place est gardée jusque-là.',
  remedies: { ...BY_APPEAL, words: `${BY_APPEAL.words}\u00a0; juge des référés` },
  undone:
    "l'attestation ou une dispense, donnée avant le début des épreuves\u00a0; une décision qui revient dessus, après un recours",
};

/** After an appeal that succeeds, or of the office's own accord: the units are given back. */
export const LEFT_OUT_REVERSED: DeclaredAct = {
  code: 'unit-left-out-reversed',
  title: "Revenir sur une décision qui laisse hors d'une unité",
  by: 'delegate',
  people: 1,
  readers: 'office',
  heard: null,
  law: ['CRPA, articles L243-1 et L243-3'],
  reasoned: false,
  notified: 'page et mail, ou lettre',
  effect: "dès qu'elle est prise\u00a0: les unités sont de nouveau à passer",
  remedies: null,
  undone: 'une nouvelle décision, après avoir entendu le candidat',
};

/** *Annulation d'une validation*: an act that gave rights is undone. */
export const VALIDATION_UNDONE: DeclaredAct = {
  code: 'validation-undone',
  title: "Annuler la validation d'une inscription",
  by: 'delegate',
  people: 1,
  readers: 'office',
  heard: HEARD,
  law: ['CRPA, articles L242-1, L242-4 et L241-2'],
  reasoned: true,
  notified: 'notification, en ligne par accord ou par lettre recommandée, et mail',
  effect:
    "dès sa signature, la pièce peut être refaite et l'inscription n'est plus comptée validée\u00a0; elle reste enregistrée. Le temps de la refaire court de la notification\u00a0: rien n'est en retard avant.",
  remedies: BY_APPEAL,
  undone: 'une nouvelle validation, quand la pièce est conforme',
};

export const HEARING_ACTS: readonly DeclaredAct[] = [LEFT_OUT, LEFT_OUT_REVERSED, VALIDATION_UNDONE];
