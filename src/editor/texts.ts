import { FILE, WHOLE } from '../catalogue/index.ts';
import type { WorkRefusal } from '../platform/work/pool.ts';
import { listing, plural, quoted, wholeNumber } from '../ui/index.ts';
import type { DraftRefusal, DraftState, LostVariable } from './draft.ts';
import { texts as extensions } from './texts/extensions.ts';

/** The sentences of the editor's frame; each part of a draft has its own in `texts/`. */
export const texts = {
  somebody: "quelqu'un qui n'est plus là",
  home: {
    title: 'Règles',
    lead: "Sessions, règlements, pièces et textes\u00a0: tout ce que le site sait avant l'arrivée des candidats.",
    inForce: 'Règles en vigueur',
    publication: (id: number): string => `Publication ${id}`,
    publicationColumns: { id: 'Publication', title: 'Contenu', at: 'Quand', state: 'État' },
    origins: { folder: 'Livrées avec le logiciel', office: 'Écrites dans une autre académie' },
    now: 'en vigueur',
    unsaid: 'À compléter avant une ouverture réelle',
    unsaidText: (what: string): string =>
      `${what}. La loi fait imprimer ces lignes\u00a0: dans un brouillon, ouvrez «\u00a0Académies\u00a0».`,
    start: 'Préparer un changement',
    startHint:
      'Un brouillon ne change rien sur le site. Une autre personne le relit et le publie\u00a0: deux regards valent mieux.',
    startTitle: 'Titre du brouillon',
    startExample: 'Session 2027',
    startMissing: 'Donnez un titre au brouillon, Session 2027 par exemple.',
    startTooLong: 'Le titre du brouillon fait au plus 80\u00a0caractères\u00a0: raccourcissez-le.',
    startSubmit: 'Commencer un brouillon',
    startByImport: 'Commencer par importer des fichiers',
    drafts: 'Brouillons',
    noDrafts: 'Aucun brouillon',
    noDraftsText: 'Commencez-en un pour préparer une session ou corriger un texte.',
    draftColumns: {
      title: 'Titre',
      state: 'État',
      changes: 'Fichiers changés',
      who: 'Auteurs',
      at: 'Dernier changement',
    },
  },
  states: {
    open: 'en préparation',
    submitted: 'à relire',
    published: 'publié',
    abandoned: 'abandonné',
  } satisfies Readonly<Record<DraftState, string>>,
  draft: {
    back: 'Règles',
    parts: 'Parties du brouillon',
    navigation: {
      '': 'Vérification',
      sessions: 'Sessions',
      specialites: 'Spécialités',
      pieces: 'Justificatifs',
      textes: 'Textes et mails',
      academies: 'Académies',
      examens: 'Examens',
      fichiers: 'Fichiers',
      cas: 'Cas types',
      differences: 'Différences',
      inscriptions: 'Inscriptions',
      apercu: 'Aperçu',
    } as const,
    faults: (count: number): string => plural(count, 'faute', 'fautes'),
    unread: {
      busy: "Ces règles n'ont pas encore été vérifiées, il y a trop de travail en cours\u00a0: rechargez cette page dans une minute.",
      'too-long':
        "Ces règles n'ont pas pu être vérifiées\u00a0: leur lecture a pris trop de temps. Reprenez une version précédente, ou rechargez cette page dans quelques minutes.",
      broken:
        "Ces règles n'ont pas pu être vérifiées\u00a0: leur lecture demande trop de mémoire. Reprenez une version précédente, ou retirez ce qui n'est pas une règle.",
    } satisfies Readonly<Record<WorkRefusal, string>>,
    notOpen: "Ce brouillon n'est plus en préparation\u00a0: on peut le lire, pas le changer.",
    place: (file: string, line: number): string => `${file}, ligne ${line}`,
  },
  files: {
    title: 'Fichiers',
    lead: "Le brouillon tel qu'il est écrit. Les autres pages changent ces mêmes fichiers.",
    edit: (file: string): string => `Fichier ${quoted(file)}`,
    columns: { file: 'Fichier', state: 'Changement', size: 'Lignes' },
    states: { same: 'inchangé', changed: 'modifié', added: 'ajouté', gone: 'retiré' },
    text: 'Texte du fichier',
    textHint:
      "Un fichier qui a des fautes peut être enregistré, mais pas publié\u00a0: chaque faute s'affiche avec sa ligne. Vidé, il est retiré.",
    textMissing: 'Un fichier vide est retiré du brouillon.',
    save: 'Enregistrer le fichier',
    keep: 'Revenir aux fichiers',
    what: (file: string): string => `Fichier ${file} modifié`,
    tooLong: 'Ce texte est trop long\u00a0: un fichier écrit ici fait au plus 100\u00a0000 caractères.',
    notShown: (characters: number): string =>
      `Ce fichier a ${wholeNumber(characters)}\u00a0caractères, c'est trop pour être montré et vérifié.`,
    notShownOut:
      'Le texte ci-dessous est celui des règles publiées, vide quand le fichier y manque\u00a0: enregistrez-le pour revenir à lui, ou retirez le fichier. Le téléchargement du brouillon contient le fichier entier.',
  },
  refusals: {
    'changed-meanwhile':
      "Quelqu'un a changé ce brouillon depuis que vous avez ouvert cette page\u00a0: rechargez-la pour voir sa version, puis refaites votre changement.",
    'not-open': "Ce brouillon n'est plus en préparation\u00a0: rien n'a été enregistré. Commencez-en un autre.",
    'not-submitted': "Ce brouillon n'attend pas de relecture\u00a0: rien n'a été fait.",
    'nothing-changed': "Rien n'a changé\u00a0: modifiez quelque chose avant d'enregistrer.",
    faulty: 'Ce brouillon a des fautes\u00a0: corrigez-les toutes avant de le soumettre.',
    'other-rules-in-force':
      "D'autres règles ont été publiées depuis\u00a0: mettez le brouillon à jour, vérifiez-le, puis soumettez-le de nouveau.",
    'cases-not-run':
      "Les cas types n'ont pas pu être essayés, il y a trop de travail en cours\u00a0: rien n'a été publié. Recommencez dans une minute.",
    'reason-needed': 'Des cas types échouent\u00a0: écrivez pourquoi vous publiez quand même.',
    'control-character':
      "Un fichier contient un caractère invisible qu'aucun clavier ne donne\u00a0: retirez-le, puis enregistrez de nouveau.",
    'too-big': `Ces règles sont trop grosses, rien n'a été enregistré\u00a0: ${wholeNumber(FILE.characters)}\u00a0caractères au plus par fichier, ${wholeNumber(WHOLE.characters)} et ${WHOLE.files}\u00a0fichiers en tout.`,
    'choice-needed':
      'Des inscriptions en cours sont touchées\u00a0: choisissez ce qui arrive aux pièces qui leur sont déjà demandées.',
    'running-session':
      'Ce brouillon reprend à une session en cours ce qui a été publié pour elle\u00a0: corrigez-le, la liste est dans «\u00a0Inscriptions\u00a0».',
    'closing-unconfirmed':
      "Ces règles ferment ce qui est ouvert aujourd'hui\u00a0: relisez ce qu'elles ferment, puis cochez la case.",
    'loses-enrolments':
      'Des inscriptions en cours ne pourraient plus être relues avec ces règles\u00a0: corrigez le brouillon, leur liste est dans «\u00a0Inscriptions\u00a0».',
  } satisfies Readonly<Record<Exclude<DraftRefusal['code'], 'mail-loses' | 'other-academy' | 'one-person'>, string>>,
  otherAcademy: (names: readonly string[]): string =>
    `Rien n'a été enregistré. Ce changement touche les règles d'une autre académie (${listing(names)})\u00a0: son bureau les écrit lui-même. Les règles de l'examen, les spécialités et qui les suit restent à tous.`,
  mailLoses: (lost: readonly LostVariable[]): string =>
    `Rien n'a été enregistré. ${lost.map(({ mail, name, why }) => `Il manque {${name}} dans le mail ${quoted(mail)}\u00a0: sans elle, ${why}.`).join(' ')}`,
};

export const flashes: Readonly<Record<string, string>> = {
  enregistre: 'Brouillon enregistré.',
  commence: 'Brouillon commencé.',
  soumis: 'Brouillon soumis à la relecture.',
  repris: 'Le brouillon est de nouveau en préparation.',
  renvoye: 'Brouillon renvoyé pour correction.',
  abandonne: 'Brouillon abandonné.',
  annule: 'Enregistrement annulé.',
  'a-jour': 'Brouillon mis à jour\u00a0: relisez les différences.',
  importe: 'Fichiers importés dans le brouillon.',
  publie: 'Ces règles sont en vigueur.',
  'prolongation-proposee': extensions.proposed,
  'prolongation-abandonnee': extensions.dropped,
  'prolongation-faite': extensions.approved,
};
