import type { DayOff } from '../../law/index.ts';
import { plural, quoted } from '../../ui/index.ts';
import type { Shift } from '../rules/sessionInstants.ts';

/** The sentences of the sessions of a draft. */
export const texts = {
  copy: 'Préparer une session',
  columns: { window: 'Inscriptions', state: 'État', prefix: 'Numéros' },
  from: (opens: string, closes: string): string => `du ${opens} au ${closes}`,
  relative: (base: string): string => `Démonstration, déplacée depuis ${base}`,
  states: { soon: 'à venir', open: 'ouverte', closed: 'inscriptions closes', unknown: 'dates à corriger' },
  numbers: (prefix: string): string => `${prefix}-…`,
  daysOff: { sunday: 'dimanche', holiday: 'jour férié' } satisfies Readonly<Record<DayOff, string>>,
  edit: {
    timeline: 'Calendrier',
    timelineHint: "Dans l'ordre du temps. Les heures sont celles de Paris.",
  },

  copying: {
    title: 'Préparer une session',
    lead: 'La nouvelle session reprend les regroupements de pièces et les réglages de celle que vous copiez\u00a0; ses dates sont décalées.',
    base: 'Session à copier',
    baseMissing: 'Choisissez la session à copier.',
    year: 'Année du nouvel examen',
    yearHint: "Celle du mois de juin, pas celle de l'ouverture des inscriptions.",
    yearMissing: "Écrivez l'année du nouvel examen, 2027 par exemple.",
    shift: 'Décaler les dates',
    shiftMissing: 'Choisissez comment décaler les dates.',
    shifts: {
      weeks: {
        label: 'De semaines entières',
        hint: 'Les jours de la semaine et les heures restent\u00a0: un jeudi reste un jeudi.',
      },
      dates: { label: 'Au même jour du mois', hint: 'Un 12 octobre reste un 12 octobre, un autre jour de la semaine.' },
    } satisfies Readonly<Record<Shift, { readonly label: string; readonly hint: string }>>,
    see: 'Voir les nouvelles dates',
    notBase: "Cette session n'a pas d'année ou pas d'ouverture lisible\u00a0: corrigez-la, ou copiez-en une autre.",
    sameYear: 'La session copiée est déjà celle de cette année\u00a0: écrivez une autre année.',
    review: (label: string): string => `Nouvelles dates, depuis la ${label}`,
    reviewLead: (shift: Shift, weeks: number): string =>
      shift === 'weeks'
        ? `Tout est décalé de ${plural(Math.abs(weeks), 'semaine', 'semaines')}. Lisez chaque date\u00a0; vous pourrez les changer une à une ensuite.`
        : 'Chaque date garde son jour du mois. Lisez chacune\u00a0; vous pourrez les changer une à une ensuite.',
    before: (at: string): string => `Session copiée\u00a0: ${at}`,
    /** The change of clocks skips or repeats it: the pack's own check says which, once the session is made. */
    wrongHour: 'heure à corriger',
    codeShape: 'Un code a des lettres sans accent, des chiffres et des tirets, 60 au plus.',
    prefixTaken: (prefix: string): string => `${quoted(prefix)} est déjà le début des numéros d'une autre session.`,
    header: (label: string, base: string, how: string): string =>
      `# La ${label}, préparée à partir de la ${base}\u00a0: ${how}. À vérifier dans la nouvelle notice.`,
    how: (shift: Shift, weeks: number): string =>
      shift === 'weeks'
        ? `dates décalées de ${plural(Math.abs(weeks), 'semaine', 'semaines')}`
        : 'dates du même jour du mois',
    source: (base: string, how: string): string =>
      `Déduit de la ${base} (${how})\u00a0: à vérifier dans la nouvelle notice`,
  },

  checks: {
    title: 'À vérifier pour cette session',
    dates: (derived: boolean): string =>
      derived
        ? "Toutes les dates sont déduites d'une autre session\u00a0: comparez chacune à la nouvelle notice."
        : 'Comparez chaque date à la notice de la session.',
    scaffolding: (group: string, due: string): string =>
      `${group}\u00a0: l'attestation R.408 est à donner avant le ${due}. C'est l'académie qui fixe ce jour.`,
    dayOff: (what: string, day: string, off: string): string => `${what}\u00a0: le ${day} est un ${off}.`,
    exam: (day: string, sure: boolean): string =>
      sure
        ? `L'examen commence le ${day}.`
        : `L'examen commence le ${day}\u00a0: ce jour est déduit, à vous de le fixer.`,
    results: (at: string): string =>
      at === ''
        ? 'La date des résultats est inconnue\u00a0: ajoutez-la quand elle sera fixée.'
        : `Les résultats paraissent le ${at}.`,
    opens: (count: number): string => `${plural(count, 'spécialité ouvre', 'spécialités ouvrent')}\u00a0:`,
    extra: (count: number): string =>
      `${plural(count, "spécialité n'est plus ouverte qu'aux anciens candidats", "spécialités ne sont plus ouvertes qu'aux anciens candidats")}\u00a0:`,
    closes: (count: number): string => `${plural(count, 'spécialité disparaît', 'spécialités disparaissent')}\u00a0:`,
    'regulations-begin': (count: number): string =>
      `${plural(count, "règlement d'examen commence", "règlements d'examen commencent")}\u00a0:`,
    'regulations-end': (count: number): string =>
      `${plural(count, "règlement d'examen a pris fin", "règlements d'examen ont pris fin")}\u00a0:`,
    'pieces-without-group': (count: number): string =>
      `${plural(count, "pièce n'est dans aucun regroupement", 'pièces ne sont dans aucun regroupement')}\u00a0:`,
    legal: (): string => "Avant d'ouvrir, complétez ce que la loi fait écrire par l'académie\u00a0:",
  },
};
