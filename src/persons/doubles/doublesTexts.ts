import type { Likeness } from '../../accounts/index.ts';
import type { CitedLaw } from '../../catalogue/index.ts';
import { enrolmentTexts } from '../../enrolment/index.ts';
import { dayInWords, exactInstant, instantInWords, plural, wholeNumber } from '../../ui/index.ts';

/** The words of « une personne, deux comptes ». */
export const doublesTexts = {
  title: 'Une personne, deux comptes\u00a0?',
  open: 'Comptes en double',
  count: (count: number): string => plural(count, 'paire à examiner', 'paires à examiner'),
  lead: "Ces dossiers se ressemblent par leurs prénoms et par deux de trois\u00a0: date de naissance, nom, téléphone. Le lieu de naissance n'est pas demandé à l'inscription. Le calcul ne décide rien.",
  empty: 'Aucune paire à examiner',
  emptyText: 'Aucun de vos dossiers ne ressemble à un autre qui serait sous un autre compte.',
  more: (most: number): string =>
    `Seules les ${wholeNumber(most)} premières sont affichées\u00a0; les autres viennent quand celles-ci sont décidées.`,
  columns: ['Dossier', 'Autre dossier', 'Ce qui se ressemble', ''],
  why: {
    'birth-date': 'date de naissance',
    names: 'nom et prénom',
    'names-swapped': 'nom et prénom échangés',
    'names-close': 'nom et prénom à une lettre près',
    phone: 'téléphone',
  } satisfies Readonly<Record<Likeness, string>>,
  collide: 'même session',
  examine: 'Examiner',
  examineThese: (one: string, other: string): string => `Examiner ${one} et ${other}`,
  decided: 'Décidées en dernier',
  decidedColumns: ['Quand', 'Dossiers', 'Décision'],
  pairTitle: (one: string, other: string): string => `${one} et ${other}`,
  compare: 'Les deux dossiers',
  rows: {
    name: 'Nom',
    birthDate: 'Naissance',
    address: 'Mail du compte',
    phones: 'Téléphone',
    session: 'Session',
    speciality: 'Spécialité',
    state: 'État',
    pieces: 'Pièces',
    registered: 'Enregistré le',
  },
  what: 'Donnée',
  pieces: (given: number, compliant: number): string =>
    `${plural(given, 'donnée', 'données')}, ${plural(compliant, 'conforme', 'conformes')}`,
  phone: (figures: string): string => `… ${figures.replace(/(?=(..)+$)/g, ' ').trim()}`,
  none: '—',
  unlike:
    "Rien ne les rapproche\u00a0: ni le nom, ni la date de naissance, ni le téléphone. Elles ne peuvent pas être tenues pour celles d'une même personne. Si un état civil est faux, corrigez-le d'abord sur son dossier.",
  same: {
    title: "C'est la même personne",
    text: "Les deux comptes sont tenus pour ceux d'une même personne\u00a0; rien n'est déplacé, pièces, documents et journal restent où ils sont.",
    collides: (law: CitedLaw, days: number): string =>
      `${enrolmentTexts.oneASession(law)}\u00a0: l'autre prend fin dans ${days} jours. D'ici là le candidat, prévenu sous ses deux comptes, peut répondre, et vous pouvez revenir en arrière.`,
    beside: "Ces inscriptions ne sont pas de la même session, ou l'une a déjà pris fin\u00a0: aucune ne prend fin.",
    keep: 'Inscription qui reste',
    keepMissing: "Choisissez l'inscription qui reste.",
    words: "Ce qui montre que c'est la même personne",
    hint: "Les faits, sans l'adresse ni le numéro de l'autre compte\u00a0: le candidat le lit sous ses deux comptes.",
    missing: 'Écrivez ce qui le montre\u00a0: le candidat doit pouvoir répondre.',
    two: 'Une autre personne du bureau le confirme. Rien ne se passe et le candidat ne lit rien avant.',
    submit: 'Proposer\u00a0: même personne',
  },
  proposal: {
    title: "Proposé\u00a0: c'est la même personne",
    keeps: (number: string): string => `L'inscription ${number} resterait.`,
    confirm: 'Confirmer\u00a0: même personne',
    drop: 'Abandonner la proposition',
  },
  different: {
    title: 'Ce sont deux personnes',
    text: "Cette paire ne sera plus proposée. Personne n'en est prévenu.",
    words: 'Ce qui le montre',
    hint: "Pour vos collègues. Rien de ce que ces personnes ont dit d'elles en confidence.",
    missing: 'Écrivez en une phrase ce qui le montre.',
    submit: 'Deux personnes',
  },
  undo: {
    title: 'Revenir sur cette décision',
    text: "La paire redevient à examiner. Une inscription qui devait prendre fin reste\u00a0; si elle a pris fin, elle est rétablie. Le candidat l'apprend sous ses deux comptes.",
    textDifferent: 'La paire redevient à examiner.',
    words: 'Pourquoi',
    hint: "Le candidat le lit, sauf pour deux personnes que l'on distinguait.",
    missing: 'Écrivez en une phrase pourquoi vous revenez sur cette décision.',
    submit: 'Revenir sur la décision',
  },
  keep: 'Ne rien décider',
  choose: 'Choisissez une décision.',
  by: (who: string, at: Temporal.Instant): string => `Par ${who}, le ${exactInstant(at)}.`,
  standing: {
    different: 'Ce sont deux personnes.',
    beside: "C'est la même personne, sous deux comptes. Aucune inscription ne prend fin.",
    waits: (number: string, until: Temporal.Instant): string =>
      `C'est la même personne, sous deux comptes. L'inscription ${number} prendra fin le ${instantInWords(until)}.`,
    ended: (number: string): string => `C'est la même personne, sous deux comptes. L'inscription ${number} a pris fin.`,
    void: "C'est la même personne, sous deux comptes. L'une des inscriptions avait déjà pris fin d'elle-même.",
  },
  file: {
    perhaps: 'La même personne semble avoir une autre inscription à cette session, sous un autre compte.',
    beside: 'La même personne semble avoir un autre dossier, sous un autre compte.',
    elsewhere: 'Il est suivi par un autre groupe\u00a0: le chef de bureau voit les deux.',
    examine: (number: string): string => `Examiner avec ${number}`,
    read: 'Lire la décision',
  },
  mark: 'en double\u00a0?',
  born: (day: Temporal.PlainDate): string => dayInWords(day),
  flash: {
    'meme-proposee': "C'est proposé\u00a0: une autre personne du bureau le confirme sur cette page.",
    'meme-abandonnee': "La proposition est abandonnée. Le candidat n'en a rien lu.",
    'meme-personne': "C'est noté. Le candidat l'apprend par mail, sous ses deux comptes.",
    'deux-personnes': "C'est noté\u00a0: cette paire ne sera plus proposée.",
    'double-repris': 'La décision est reprise.',
  },
} as const;
