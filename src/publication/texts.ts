import { instantInWords, plural, quoted } from '../ui/index.ts';
import type { PublicationState } from './publication.ts';
import type { SpecialityStanding } from './rules/snapshot.ts';

const candidates = (count: number): string => plural(count, 'candidat', 'candidats');

/** The office's pages. No-break spaces are written `\u00a0`. */
export const texts = {
  title: 'Publication des résultats',
  back: 'Publication des résultats',
  session: 'Session',
  show: 'Afficher',
  lead: "Les résultats sont figés, relus, proposés pour une heure précise, puis approuvés par une seconde personne. Avant cette heure, aucune page ne les montre à qui n'est pas du bureau.",
  states: {
    prepared: 'préparée',
    proposed: 'proposée',
    approved: 'approuvée',
    published: 'publiée',
    suspended: 'suspendue',
    cancelled: 'abandonnée',
  } as const satisfies Readonly<Record<PublicationState, string>>,
  name: (number: number): string => `Publication n°\u00a0${number}`,
  list: {
    title: 'Publications de la session',
    none: 'Aucune publication',
    noneText: 'Préparez-en une quand un procès-verbal est clos.',
    columns: ['Publication', 'Spécialités', 'Heure annoncée', 'État'],
    noHour: '–',
  },
  prepare: {
    title: 'Préparer une publication',
    lead: 'Seules les spécialités dont un procès-verbal est clos peuvent être publiées. Préparer fige les résultats et ne montre rien à personne.',
    columns: ['Spécialité', 'Inscrits', 'Jugés', 'Où elle en est'],
    standing: ({ judged, missing }: SpecialityStanding): string =>
      judged === 0
        ? 'Aucun procès-verbal clos'
        : missing.length > 0
          ? `${candidates(missing.length)} sans verdict`
          : 'Complète',
    missing: 'Inscrits sans verdict',
    none: 'Aucun candidat à juger',
    noneText: 'Les spécialités apparaissent ici avec leurs inscrits et leurs procès-verbaux.',
    despite: 'Publier sans les candidats qui ne sont dans aucun procès-verbal',
    despiteHint: 'Ils ne verront rien, et seront publiés plus tard.',
    reason: 'Motif des corrections',
    reasonHint:
      "Seulement si un résultat déjà publié change sans que l'additif du jury dise pourquoi. Les candidats concernés le lisent.",
    submit: 'Figer et relire',
    open: (name: string): string =>
      `${name} est en cours\u00a0: approuvez-la ou abandonnez-la avant d'en préparer une autre.`,
  },
  one: {
    prepared: (name: string, when: Temporal.Instant): string => `Préparée par ${name} le ${instantInWords(when)}.`,
    announced: (when: Temporal.Instant): string => `Heure annoncée\u00a0: ${instantInWords(when)}.`,
    approvedBy: (name: string, when: Temporal.Instant): string => `Approuvée par ${name} le ${instantInWords(when)}.`,
    proposedBy: (name: string): string => `Proposée par ${name}.`,
    told: (told: number, count: number): string =>
      `${told} sur ${candidates(count)} ont reçu leur relevé et leur mail.`,
    suspended: (words: string): string => `Suspendue. Les candidats lisent\u00a0: ${quoted(words)}`,
    suspendedNext:
      "Reprenez-la telle quelle, ou corrigez d'abord\u00a0: un additif au procès-verbal, puis une nouvelle publication, qui ne dit que ce qui change. Les candidats republiés lisent le nouveau résultat. Les autres ne relisent leur résultat que quand vous reprenez celle-ci.",
    sha256: 'Empreinte',
    what: 'Ce qui sera publié',
    columns: ['Spécialité', 'Admis', 'Non admis', 'Non jugés'],
    unchanged: (count: number): string =>
      `${candidates(count)} de ces spécialités ${count < 2 ? 'garde' : 'gardent'} le résultat déjà publié\u00a0: rien ne leur est dit de nouveau.`,
    without: (count: number): string =>
      `${candidates(count)} de ces spécialités ${count < 2 ? "n'a" : "n'ont"} pas de verdict\u00a0: rien n'est publié d'eux.`,
    changes: 'Ce qui change par rapport aux publications précédentes',
    noChange: 'Aucun résultat déjà publié ne change.',
    changesColumns: ['Candidat', 'Ce qui change', 'Motif'],
    more: (count: number): string => `Et ${candidates(count)} de plus.`,
    sample: 'Vingt dossiers à relire',
    sampleText: 'Tirés au hasard, les mêmes pour chaque lecteur. Comparez-les au procès-verbal.',
    sampleColumns: ['Candidat', 'Décision', 'Moyenne', 'Unités'],
  },
  acts: {
    propose: {
      title: "Proposer l'heure",
      text: "À cette seconde, chaque candidat lit son résultat. Une autre personne qui dirige le bureau approuve d'abord.",
      day: 'Jour',
      dayMissing: 'Indiquez le jour de la publication.',
      hour: 'Heure de Paris',
      hourExample: '9 h',
      hourMissing: "Indiquez l'heure de la publication.",
      submit: 'Proposer',
      again: "Changer l'heure",
      session: (when: Temporal.Instant): string => `La session annonce le ${instantInWords(when)}.`,
    },
    approve: {
      title: 'Approuver',
      text: 'Vous avez relu les dossiers tirés au hasard et ce qui change. À la seconde annoncée, la publication se fera seule.',
      submit: 'Approuver la publication',
    },
    cancel: {
      title: 'Abandonner',
      text: "Rien n'a été vu\u00a0: la publication n'aura pas lieu.",
      submit: 'Abandonner la publication',
    },
    suspend: {
      title: 'Suspendre',
      text: 'Dès cet instant, plus aucun candidat ne lit un résultat de cette publication, ni page, ni relevé, ni attestation. Ils lisent votre phrase à la place.',
      words: 'Phrase que liront les candidats',
      wordsHint: 'Par exemple\u00a0: les résultats sont suspendus pendant une vérification, revenez demain à 9\u00a0h.',
      wordsMissing: 'Écrivez ce que les candidats liront pendant la suspension.',
      submit: 'Suspendre maintenant',
    },
    resume: {
      title: 'Reprendre',
      text: 'Les candidats lisent de nouveau leur résultat, tel quel. Pour corriger, préparez une autre publication.',
      submit: 'Reprendre la publication',
    },
  },
  differences: {
    decision: (before: string, after: string): string => `décision\u00a0: ${before} → ${after}`,
    average: (before: string, after: string): string => `moyenne\u00a0: ${before} → ${after}`,
    unit: (title: string, before: string, after: string): string => `${title}\u00a0: ${before} → ${after}`,
    none: 'aucune',
  },
  flash: {
    prepare: 'Publication préparée. Relisez-la, puis proposez une heure.',
    propose: 'Heure proposée. Une autre personne doit approuver.',
    approve: "Publication approuvée. Elle se fera seule à l'heure annoncée.",
    cancel: 'Publication abandonnée.',
    suspend: 'Publication suspendue\u00a0: plus personne ne lit ces résultats.',
    resume: 'Publication reprise.',
  },

  /** The list for the press. */
  press: {
    link: 'Liste des admis pour la presse (CSV)',
    sheet: 'Admis',
    columns: ['Nom', "Nom d'usage", 'Prénoms', 'Spécialité'],
    file: (session: string, day: string): string => `presse-${session}-${day}`,
  },

  /** The list that anybody reads. */
  names: {
    title: 'Liste des admis',
    lead: "Cette liste nomme les admis qui ont accepté d'être nommés sur internet, et eux seuls. Chacun peut revenir sur cet accord\u00a0: son nom disparaît aussitôt. Un nom absent ne dit donc rien.",
    none: "Aucune liste n'est publiée",
    noneText: 'Chaque candidat lit son résultat sur sa page.',
    session: 'Session',
    speciality: 'Spécialité',
    all: 'Toutes',
    columns: ['Nom', 'Prénoms', 'Spécialité'],
    show: 'Afficher',
    next: 'Suite de la liste',
    first: 'Début de la liste',
  },

  /** The candidate's page. */
  own: {
    title: 'Mes résultats',
    back: 'Ma candidature',
    nothing:
      "Aucune date n'est annoncée pour les résultats de cette session. Vous recevrez un mail quand ils seront disponibles.",
    announced: (when: Temporal.Instant): string => `Les résultats seront publiés le ${instantInWords(when)}.`,
    announcedText:
      'Votre résultat sera sur cette page à cette heure. Vous recevrez aussi un mail, qui ne dira pas le résultat.',
    suspendedTitle: 'Résultats suspendus',
    publishedOn: (when: Temporal.Instant): string => `Publié le ${instantInWords(when)}.`,
    corrected: 'Votre résultat a été corrigé',
    reason: (reason: string): string => `Motif\u00a0: ${reason}`,
    papers: 'Vos documents',
    papersComing: 'Votre relevé de notes arrive dans «\u00a0Mes documents\u00a0» dans quelques minutes.',
    allPapers: 'Mes documents',
    download: (title: string): string => `${title} (PDF)`,
    remedies: 'Voir vos copies, contester',
    remedyOver: (label: string): string => `${label}\u00a0: la date est passée`,
    remedyLate: (day: string): string =>
      `C'était possible jusqu'au ${day} inclus. Vous pouvez encore faire une demande ci-dessous\u00a0: une personne juge si elle vient trop tard.`,
    remedyUntil: (label: string, until: string): string => `${label}, ${until}`,
    source: (source: string): string => `Source\u00a0: ${source}.`,
    ask: 'Faites votre demande ci-dessous\u00a0: elle est datée, et la réponse sera sur cette page.',
    available: 'Votre résultat est disponible',
    see: 'Lire mon résultat',
  },
};
