import { plural } from '../../ui/index.ts';
import type { WhyNot } from './ownTables.ts';

export const MOST_COPIES = 3;

export const ownDataTexts = {
  title: 'Mes données',
  lead: 'Tout ce que le site garde de vous\u00a0: vous pouvez le télécharger.',
  back: 'Retour à mon compte',
  copy: 'Télécharger mes données',
  copyText: [
    "Un seul fichier (ZIP)\u00a0: une page à lire, vos documents, et les données sous une forme qu'un autre logiciel peut lire (JSON).",
    "Vos documents pas encore lus seront considérés comme lus. Vos demandes d'aménagements y sont aussi\u00a0: gardez ce fichier pour vous.",
  ],
  submit: 'Télécharger',
  close: 'Fermer mon compte',
  closeText: "Une page vous montre d'abord ce qui est effacé, ce qui reste, et pourquoi.",
  kept: 'Ce qui est gardé, et combien de temps',
  columns: { what: 'Quoi', until: "Jusqu'à quand" },
  confirm:
    "Le rectorat doit encore confirmer ces durées. Ce qui est gardé après la fin de la session ne s'efface pas encore de lui-même.",
  privacy: 'Qui les lit, et pourquoi',
  refused: {
    often: `Vous avez déjà téléchargé vos données ${MOST_COPIES} fois aujourd'hui. Revenez demain.`,
    busy: 'Un téléchargement est déjà en cours. Attendez sa fin, puis recommencez.',
    crowded:
      "Trop de téléchargements sont en cours sur le site. Recommencez dans quelques minutes\u00a0: rien n'est perdu.",
  },
  file: 'mes-donnees',
  readMe: 'A-LIRE.html',
  missing: 'fichiers-manquants.txt',
  index: {
    title: 'Mes données',
    made: (when: string): string => `Copie faite le ${when}, à votre demande (RGPD, articles 15 et 20).`,
    who: 'Votre identité',
    enrolments: 'Vos inscriptions',
    noEnrolment: 'Vous n\u0027avez pas d\u0027inscription.',
    draft: 'Inscription commencée, pas enregistrée',
    documents: 'Vos documents',
    noDocument: 'Aucun document.',
    data: 'Les données, sujet par sujet',
    lines: (count: number): string => plural(count, 'ligne', 'lignes'),
    nothing: 'rien',
    not: "Ce qui n'est pas dans ce fichier",
    cut: (file: string): string => `${file}\u00a0: ne peut pas être ouvert aujourd'hui`,
    why: {
      copy: 'des copies, pour la recherche, de données qui sont ici',
      secret: 'votre mot de passe, gardé illisible, et les codes qui ouvrent votre compte',
      preparing: "ce que le rectorat prépare et n'a pas décidé\u00a0: placements, projets de décision",
      others:
        "ce qui parle aussi d'une autre personne\u00a0: examinateurs, listes, procès-verbal du jury, comptes comparés",
      passing: 'des traces techniques, effacées en quelques jours ou qui ne disent rien de vous',
      told: "la trace scellée de chaque acte\u00a0: ce qu'elle dit de votre inscription est dans la partie «\u00a0Vos inscriptions\u00a0»",
      elsewhere: "votre code d'accueil\u00a0: il est sur votre convocation",
    } satisfies Readonly<Record<WhyNot, string>>,
    marks: 'Les notes et la délibération y sont une fois vos résultats publiés.',
  },
} as const;
