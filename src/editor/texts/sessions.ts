import { plural, quoted } from '../../ui/index.ts';
import type { DayOff } from '../rules/holidays.ts';
import type { MomentFault } from '../rules/moments.ts';
import type { InstantName, Shift } from '../rules/sessionInstants.ts';

const ofGroup = (group: string): string => (group === '' ? '' : `\u00a0: ${group}`);

/** The sentences of the sessions of a draft. */
export const texts = {
  title: 'Sessions',
  lead: "Chaque session a ses dates et ses réglages. Pour la prochaine, copiez la dernière\u00a0: il ne reste qu'à vérifier.",
  copy: 'Préparer une session',
  columns: { session: 'Session', window: 'Inscriptions', state: 'État', prefix: 'Numéros' },
  from: (opens: string, closes: string): string => `du ${opens} au ${closes}`,
  relative: (base: string): string => `Démonstration, déplacée depuis ${base}`,
  states: { soon: 'à venir', open: 'ouverte', closed: 'inscriptions closes', unknown: 'dates à corriger' },
  numbers: (prefix: string): string => `${prefix}-…`,
  unreadable: (file: string): string =>
    `Le fichier ${quoted(file)} n'est pas lisible\u00a0: ce qu'il contient n'est pas dans cette page. Corrigez-le d'abord.`,
  mend: 'Ouvrir le fichier',

  instants: (name: InstantName, group: string): string =>
    ({
      opensAt: 'Ouverture du registre',
      closesAt: 'Clôture du registre',
      groupOpensAt: `Ouverture du dépôt${ofGroup(group)}`,
      groupDueAt: `Échéance du dépôt${ofGroup(group)}`,
      correctionsEndAt: 'Fin des corrections',
      lastCorrectionAt: 'Dernière correction possible',
      examStartsOn: "Premier jour de l'examen",
      resultsAt: 'Publication des résultats',
    })[name],
  instantHints: {
    opensAt: 'Les inscriptions sont possibles à partir de cet instant.',
    closesAt: 'À cet instant le registre est clos\u00a0: la minute elle-même est trop tard.',
    correctionsEndAt: 'Une pièce donnée à temps et refusée ensuite peut être corrigée au moins jusque-là.',
    lastCorrectionAt: 'Aucun temps de correction ne la dépasse\u00a0: fixez-la avant de préparer les convocations.',
    examStartsOn: 'Les cinq ans des notes et la durée de travail sont comptés à ce jour.',
    resultsAt: 'Laissez vide tant que la date est inconnue.',
  } satisfies Partial<Readonly<Record<InstantName, string>>>,
  daysOff: { sunday: 'dimanche', holiday: 'jour férié' } satisfies Readonly<Record<DayOff, string>>,
  dayExample: '03/06/2024',
  momentMissing: (label: string): string =>
    `${label}\u00a0: écrivez le jour et l'heure, par exemple 12/10/2023 à 14 h 00.`,
  dayMissing: (label: string): string => `${label}\u00a0: écrivez le jour, par exemple 03/06/2024.`,
  momentFaults: {
    unreadable: "Écrivez le jour, le mois, l'année et l'heure, par exemple 12/10/2023 à 14 h 00.",
    'no-hour': "Il manque l'heure\u00a0: écrivez par exemple 12/10/2023 à 14 h 00.",
    'no-such-day': "Ce jour n'existe pas dans le calendrier\u00a0: vérifiez le jour et le mois.",
    'no-such-hour': "Cette heure n'existe pas\u00a0: une heure va de 0 h 00 à 23 h 59.",
  } satisfies Readonly<Record<MomentFault, string>>,
  dayFault: "Écrivez le jour, le mois et l'année, par exemple 03/06/2024.",

  edit: {
    title: (label: string): string => (label === '' ? 'Session' : `${label[0]?.toUpperCase()}${label.slice(1)}`),
    identity: 'Nom et numéros',
    label: 'Nom de la session',
    labelExample: 'session 2024',
    labelMissing: 'Donnez un nom à la session, session 2027 par exemple.',
    year: "Année de l'examen",
    yearMissing: "Écrivez l'année de l'examen, en quatre chiffres.",
    prefix: "Début des numéros d'inscription",
    prefixHint: 'Deux à six majuscules ou chiffres, propres à cette session.',
    prefixExample: 'BP24, qui donne BP24-00127-K',
    prefixMissing: "Écrivez le début des numéros d'inscription, BP27 par exemple.",
    prefixShape: 'Écrivez deux à six majuscules ou chiffres, BP27 par exemple.',
    timeline: 'Calendrier',
    timelineHint: "Dans l'ordre du temps. Les heures sont celles de Paris.",
    origin: "D'où viennent ces dates",
    source: (name: string): string => `${name}\u00a0: source`,
    confidence: (name: string): string => `${name}\u00a0: sûreté`,
    sourceNames: {
      correctionsEndAt: 'Fin des corrections',
      lastCorrectionAt: 'Dernière correction',
      examStartsOn: "Début de l'examen",
      resultsAt: 'Résultats',
    },
    confidenceMissing: 'Choisissez à quel point cette date est sûre.',
    correctionDays: 'Jours pour corriger une pièce refusée',
    correctionDaysHint:
      "Comptés à partir du jour où le candidat apprend le refus. Si la fin des corrections est plus tard, c'est elle qui compte.",
    correctionDaysMissing: 'Écrivez un nombre de jours, de 1 à 60. Quinze convient.',
    switches: 'Réglages',
    groups: 'Groupes de pièces',
    groupSummary: (label: string, pieces: number): string => `${label}, ${plural(pieces, 'pièce', 'pièces')}`,
    sources: 'Sources de la session',
    sourcesHint: 'Une par ligne\u00a0: notice, arrêté, décision du bureau.',
    sourcesMissing: 'Nommez au moins une source, la notice par exemple.',
    save: 'Enregistrer la session',
    back: 'Toutes les sessions',
    what: (code: string): string => `Session ${code} modifiée`,
    relative:
      'Cette session de démonstration suit une autre session\u00a0: ses dates se calculent. Elle ne se change que dans son fichier.',
    file: 'Ouvrir son fichier',
  },
  group: {
    label: 'Nom du regroupement',
    labelMissing: 'Donnez un nom à ce regroupement.',
    pieces: 'Codes des pièces',
    piecesHint: 'Un par ligne.',
    piecesMissing: 'Un regroupement a au moins une pièce.',
    mode: 'Comment les donner',
    modes: { online: 'En ligne', post: 'Par la poste' },
    modeMissing: 'Dites comment les pièces de ce regroupement sont données.',
    counts: "Une pièce manquante empêche-t-elle de valider l'inscription\u00a0?",
    countsHint: "Oui\u00a0: sans elle, l'inscription est annulée après la clôture. Non\u00a0: la sanction est autre.",
    countsMissing: "Dites si une pièce manquante empêche de valider l'inscription.",
    sanction: 'Ce qui arrive sans ces pièces',
    sanctionHint: 'Le candidat lit cette phrase.',
    sanctionMissing: 'Écrivez ce qui arrive sans ces pièces.',
    help: 'À qui demander, qui paie',
    postalAddress: 'Adresse postale',
    address: 'Pour un envoi par la poste.',
  },
  switches: {
    conditionsDueAt: {
      label: "Quand la preuve de l'activité est-elle due\u00a0?",
      options: {
        enrolment: {
          label: "À l'inscription",
          hint: "La notice la demande à l'inscription.",
        },
        exam: {
          label: "À l'examen",
          hint: "Le Code (D337-106)\u00a0: à l'examen entier, ou à la dernière unité. L'attestation d'emploi va alors dans un regroupement à part.",
        },
      },
    },
    nationalityAskedOf: {
      label: 'À qui demande-t-on un document de nationalité\u00a0?',
      options: {
        'under-25': {
          label: 'Aux moins de 25\u00a0ans',
          hint: "La nationalité ne sert qu'à savoir si l'obligation de service national vaut\u00a0: elle s'arrête à 25\u00a0ans (code du service national, L113-4).",
        },
        everyone: {
          label: 'À tous les candidats',
          hint: 'Comme le montre la notice de 2024. Aux plus âgés, la raison affichée dit que rien ne dépend de ce document.',
        },
      },
    },
    exemptionBasis: {
      label: 'Sur quoi une dispense repose-t-elle\u00a0?',
      options: {
        order: {
          label: "Sur l'arrêté",
          hint: 'Arrêté du 6 novembre 2019\u00a0: expression et langue pour les bacheliers, plus étroit que la notice.',
        },
        notice: {
          label: 'Sur la notice',
          hint: 'Tout diplôme de niveau au moins égal, que le bureau juge.',
        },
      },
    },
    unkeptMarksAreLost: {
      label: 'Une note non conservée est-elle perdue\u00a0?',
      options: {
        oui: { label: 'Oui', hint: 'Notice\u00a0: toute note ou dispense non conservée est définitivement perdue.' },
        non: { label: 'Non', hint: 'Le candidat peut la demander de nouveau à une session suivante.' },
      },
    },
    signature: {
      label: 'Comment la confirmation est-elle signée\u00a0?',
      options: {
        paper: { label: 'Sur papier', hint: 'Notice\u00a0: imprimer, dater, signer, télé-verser.' },
        online: { label: 'En ligne', hint: 'Le candidat se connecte de nouveau, lit tout et signe.' },
        both: { label: 'Au choix', hint: 'Sur papier ou en ligne.' },
      },
    },
    socioProfessionalCategoryOf: {
      label: 'De qui demande-t-on la catégorie socio-professionnelle\u00a0?',
      options: {
        candidate: { label: 'Du candidat', hint: 'Un majeur dit la sienne.' },
        guardian: { label: "D'un représentant légal", hint: 'Mot de la notice.' },
      },
    },
  },
  switchMissing: 'Choisissez une des réponses.',

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
    columns: { what: 'Instant', before: 'Session copiée', after: 'Nouvelle session' },
    unknown: 'inconnu',
    /** The change of clocks skips or repeats it: the pack's own check says which, once the session is made. */
    wrongHour: 'heure à corriger',
    names: 'Nom et numéros',
    code: 'Code de la session',
    codeHint: 'Il se lit dans les adresses et ne change plus ensuite\u00a0: lettres sans accent, chiffres et tirets.',
    codeMissing: 'Écrivez le code de la session, bp-2027-clermont par exemple.',
    codeShape: 'Un code a des lettres sans accent, des chiffres et des tirets, 60 au plus.',
    codeTaken: (code: string): string => `${quoted(code)} est déjà pris\u00a0: choisissez un autre code.`,
    prefixTaken: (prefix: string): string => `${quoted(prefix)} est déjà le début des numéros d'une autre session.`,
    submit: 'Créer la session',
    other: "Changer la session ou l'année",
    what: (code: string, base: string): string => `Session ${code} copiée de ${base}`,
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
  },
};
