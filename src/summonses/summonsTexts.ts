import { parisDay } from '../platform/time.ts';
import { clockTime, dayInWords, listing, NBSP } from '../ui/index.ts';
import type { SeatChange, SummonsChanges, UnitChange } from './rules/summonsChanges.ts';
import { comesAt, type SummonsSeat } from './summons.ts';

/** « lundi 3 juin 2024 à 9 h 00 » */
function moment(iso: string): string {
  const at = Temporal.Instant.from(iso);
  return `${dayInWords(parisDay(at))} à ${clockTime(at)}`;
}
const instead = (what: string, now: string, before: string): string =>
  before === '' ? `${what}${NBSP}: ${now}` : `${what}${NBSP}: ${now}, au lieu de ${before}`;
const table = ({ table: number }: SummonsSeat): string => (number === null ? '' : String(number));

/** Of one unit that is still sat, before and now. */
const LINES: Readonly<
  Record<Exclude<SeatChange, 'added' | 'gone'>, (before: SummonsSeat, now: SummonsSeat) => string>
> = {
  time: (before, now) => instead('Heure', moment(comesAt(now)), moment(comesAt(before))),
  end: (before, now) =>
    instead('Fin', clockTime(Temporal.Instant.from(now.endsAt)), clockTime(Temporal.Instant.from(before.endsAt))),
  centre: (before, now) => instead('Centre', now.centre.join(', '), before.centre.join(', ')),
  room: (before, now) => instead('Salle', now.room, before.room),
  table: (before, now) =>
    now.table === null ? "Table\u00a0: donnée à l'entrée" : instead('Table', table(now), table(before)),
  material: (_, now) =>
    now.material === '' ? 'Plus rien de particulier à apporter' : `À apporter${NBSP}: ${now.material}`,
  conditions: () => 'Durée et salle\u00a0: comme elles vous ont été accordées',
};

/** As a mail names it: it has other readers, and says nothing of what was granted. */
const NAMES: Readonly<Record<SeatChange, string>> = {
  added: 'ajoutée',
  gone: 'retirée',
  time: "l'heure",
  end: "l'heure de fin",
  centre: 'le centre',
  room: 'la salle',
  table: 'la table',
  material: 'ce qui est à apporter',
  conditions: 'les conditions de passage',
};

/** Of a replacement test that has no place: in a mail, then on the paper. */
const AGAIN: Readonly<Record<SummonsChanges['again'][number]['is'], { readonly mail: string; readonly line: string }>> =
  {
    granted: {
      mail: 'accordée, sa convocation suivra',
      line: "Épreuve de remplacement accordée\u00a0: une nouvelle convocation en dira le jour, l'heure et la salle",
    },
    moved: {
      mail: 'sa nouvelle convocation suivra',
      line: "Une nouvelle convocation en dira le jour, l'heure et la salle",
    },
    takenBack: { mail: "n'est plus prévue", line: "L'épreuve de remplacement n'est plus prévue" },
  };

/** Convocations. */
export const summonsTexts = {
  listChanged: 'La liste a changé\u00a0: relisez-la plus bas.',
  arranged: 'Ce que le centre prépare pour vous',
  notSat: 'Ce que vous ne passez pas',
  /** Nom d'une phase, après celui de son épreuve. */
  phase: (title: string, uncounted: number): string =>
    `, ${title}${uncounted === 0 ? '' : ` (dont ${uncounted}${NBSP}min hors épreuve)`}`,
  withheld:
    'Vous ne passez pas cette épreuve, par une décision du rectorat. Elle est dans «\u00a0Mes documents\u00a0», avec les recours.',
  takenAway:
    "Le rectorat a retiré cette épreuve de votre convocation. Si ce n'est pas ce que vous attendiez, écrivez à votre gestionnaire.",
  /** What changed of one unit, a sentence each. */
  changed: ({ what, before, now }: UnitChange): readonly string[] => {
    if (before === null) return now === null ? [] : [`Épreuve ajoutée, le ${moment(comesAt(now))}`];
    if (now === null) return [`Épreuve retirée (${moment(comesAt(before))})\u00a0: ne vous y présentez pas`];
    return what.flatMap((change) => (change === 'added' || change === 'gone' ? [] : [LINES[change](before, now)]));
  },
  changedAgain: ({ is }: SummonsChanges['again'][number]): string => AGAIN[is].line,
  /** All in one sentence, for a mail. `name`: of a unit. */
  inOneSentence: ({ units, arranged, notSat, again }: SummonsChanges, name: (unit: string) => string): string => {
    const parts = [
      ...units.map(({ unit, what }) => `${name(unit)}, ${listing(what.map((change) => NAMES[change]))}`),
      ...again.map(({ unit, is }) => `${name(unit)}, ${AGAIN[is].mail}`),
      ...(arranged ? [NAMES.conditions] : []),
      ...(notSat ? ['la liste de ce que vous ne passez pas'] : []),
    ];
    return `Ce qui change${NBSP}: ${parts.join(`${NBSP}; `)}.`;
  },
  /** To who was left out of all that they present: they have no summons. */
  noSummons: (units: readonly string[]): string =>
    `Les convocations sont parties, et vous n'en avez pas. Une décision du rectorat vous laisse hors ${units.length > 1 ? 'de ces épreuves' : 'de cette épreuve'}, faute d'attestation de travail en hauteur.\n\n${units.join('\n')}\n\nLa décision est dans «\u00a0Mes documents\u00a0». L'attestation ou une dispense y met fin\u00a0: si vous l'avez, écrivez ou téléphonez sans attendre à votre gestionnaire.`,
  voidBecause: {
    ended: 'Votre inscription a pris fin\u00a0: ne vous présentez à aucune épreuve.',
    'no-seat': 'Aucune épreuve ne vous est plus attribuée à cette session\u00a0: ne vous présentez à aucune.',
  },
};
