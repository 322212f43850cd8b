import { accommodationAddresses } from '../../accommodations/index.ts';
import { attendanceAddresses } from '../../attendance/index.ts';
import { checkingAddresses } from '../../checking/index.ts';
import { examAddresses } from '../../exam/index.ts';
import { examinerAddresses } from '../../examiners/index.ts';
import { juryAddresses } from '../../jury/index.ts';
import { markAddresses } from '../../marks/index.ts';
import { messageAddresses, messageDesk } from '../../messages/index.ts';
import { pieceAddresses } from '../../pieces/index.ts';
import { publicationAddresses } from '../../publication/index.ts';
import { replacementAddresses } from '../../replacements/index.ts';
import { deskAddresses } from '../../scope/index.ts';
import { staffAddresses } from '../../staff/index.ts';
import {
  atExam,
  hub,
  lateBoard,
  nextPiece,
  ofEnrolment,
  ofJury,
  oneAccommodation,
  oneBoard,
  oneCentre,
  oneFile,
  ownAway,
  ownBatch,
  ownBoard,
  ownResult,
  ownSheet,
  page,
} from './find.ts';
import type { Someone, Stop, Tour } from './stop.ts';

const home = page(deskAddresses.home);
const NO_BOARD = "Aucune commission ne l'attend.";
const NO_JURY = "Aucun jury n'est encore formé.";

/** Whom one is, page after page, and what to look at there: every stop of every tour. */
export const TOURS: readonly Tour[] = [
  {
    code: 'candidat',
    name: 'Une candidate, au téléphone',
    about: "S'inscrire, donner ses pièces, être prévenue.",
    stops: [
      {
        title: "L'inscription en cours",
        look: "Léa n'a pas fini\u00a0: une phrase dit où elle en est, et un bouton reprend à la bonne étape.",
        as: 'lea',
        to: hub,
        missing: 'Personne ne bâtit encore son inscription.',
      },
      {
        title: 'Ce qui reste à faire',
        look: "En haut, une phrase dit ce qui manque à Camille et jusqu'à quand\u00a0; dessous, chaque condition a son état.",
        as: 'camille',
        to: hub,
        missing: "Camille n'a pas commencé d'inscription.",
      },
      {
        title: 'Une pièce refusée',
        look: 'La raison du refus est écrite en entier, avec la date limite et le bouton pour redonner la pièce.',
        as: 'camille',
        to: ofEnrolment(pieceAddresses.list),
        missing: "Camille n'a pas commencé d'inscription.",
      },
      {
        title: 'La conversation',
        look: 'Une question, une réponse du bureau\u00a0: tout reste au même endroit, avec la date de chaque message.',
        as: 'camille',
        to: ofEnrolment(messageAddresses.messages),
        missing: "Camille n'a pas commencé d'inscription.",
      },
      {
        title: 'Les résultats',
        look: "Inès lit d'abord ce que cela veut dire pour elle, puis chaque note et comment la moyenne se calcule.",
        as: 'ines',
        to: ownResult,
        missing: 'Aucun résultat ne lui a été publié.',
      },
    ],
  },
  {
    code: 'parent',
    name: 'Un parent, sans compte',
    about: 'Comprendre, vérifier, ne rien manquer.',
    stops: visiting([
      ["La page d'accueil", "D'un coup d'œil\u00a0: quel examen, ouvert jusqu'à quand, et par où commencer.", '/'],
      [
        'Le simulateur',
        'En quelques questions, sans rien enregistrer, elle sait si son enfant peut se présenter, et pourquoi.',
        '/simulateur',
      ],
      ['Le calendrier', 'Chaque date de la session, à ajouter à son propre agenda.', '/calendrier'],
      [
        "La vérification d'un document",
        "Qui reçoit un papier de l'examen vérifie ici, par son code, qu'il est vrai et encore valable.",
        '/verifier',
      ],
      ['Les admis', 'Les noms publiés, seulement de qui a accepté de paraître.', '/resultats'],
    ]),
  },
  {
    code: 'gestionnaire',
    name: 'Une gestionnaire',
    about: 'Contrôler les pièces de ses spécialités.',
    stops: working('officer.g2', [
      ["L'accueil", "Ce qui attend aujourd'hui, le plus ancien en premier.", home],
      [
        'La corbeille',
        "Une ligne par candidat, dans l'ordre du risque\u00a0: qui perdrait quelque chose à attendre passe devant.",
        page(checkingAddresses.queue()),
      ],
      [
        'Une pièce à contrôler',
        "Le document à gauche, ce qu'il doit prouver à droite\u00a0; tout se décide au clavier.",
        nextPiece,
        "Aucune pièce n'attend de contrôle.",
      ],
      [
        'Un dossier entier',
        "Une seule page\u00a0: l'état, les pièces, les décisions et tout ce qui s'est passé.",
        oneFile,
        "Personne n'est inscrit dans ses spécialités.",
      ],
      [
        'Les messages',
        'Les questions des candidats, avec des réponses prêtes à compléter.',
        page(messageDesk.messages()),
      ],
    ]),
  },
  {
    code: 'chef',
    name: 'Le chef de bureau',
    about: "Suivre la session, de l'ouverture aux résultats.",
    stops: working('head', [
      ["L'image de la session", "Les inscriptions, ce qui attend et l'échéance qui vient, sans rien chercher.", home],
      [
        'Le calendrier, dessiné',
        'Une ligne par salle, une colonne par heure\u00a0: une épreuve se déplace une fois lu ce que cela change, et pour combien de personnes.',
        atExam(examAddresses.drawing),
      ],
      [
        'Une commission',
        "Qui examine, où et quand\u00a0; qui n'a pas répondu, qui ne peut pas venir ou connaît un candidat, et par qui le remplacer.",
        oneBoard,
        "Aucune commission n'est encore formée.",
      ],
      [
        'Les résultats publiés',
        "Deux personnes les approuvent\u00a0; ils s'ouvrent à la seconde annoncée.",
        atExam(publicationAddresses.list),
      ],
      [
        'Les recours',
        "Qui conteste son résultat, avant quel jour il faut répondre, et ce qui a été répondu\u00a0: l'accusé de réception part seul.",
        atExam(publicationAddresses.cases),
      ],
    ]),
  },
  {
    code: 'amenagements',
    name: 'Le service des aménagements',
    about: "Ce que personne d'autre ne lit.",
    stops: working('accommodation', [
      ["L'accueil", 'Le service ne voit que ce qui touche à la santé\u00a0; le bureau, tout le reste.', home],
      [
        'Les demandes',
        'Celles qui attendent un acte du service, et depuis quand.',
        page(accommodationAddresses.list()),
      ],
      [
        'Une demande',
        "La demande, l'avis du médecin, la décision\u00a0: trois temps, chacun avec sa date.",
        oneAccommodation,
        "Personne n'a demandé d'aménagement.",
      ],
      [
        'Les absences expliquées',
        'Un certificat médical est lu ici seulement\u00a0; le bureau apprend la réponse, jamais la raison.',
        page(replacementAddresses.toRead()),
      ],
      [
        'Les courriers à poster',
        "Les lettres du service ont leur propre bannette, que le bureau n'ouvre pas.",
        page(accommodationAddresses.letters),
      ],
    ]),
  },
  {
    code: 'centre',
    name: "Un centre d'examen",
    about: 'Le jour des épreuves, même sans réseau.',
    stops: [
      ...working('centre', [
        [
          'La liste du jour',
          "Le jour d'une épreuve, les présents se pointent ici, sans réseau aussi\u00a0; les autres jours, la page dit quand la liste s'ouvre.",
          page(attendanceAddresses.day()),
        ],
      ]),
      ...working('head', [
        [
          'Une commission en retard',
          "Vu du bureau, le jour où le centre l'a dit\u00a0: qui est attendu plus tard, qui l'a appris par mail, qui est à appeler.",
          lateBoard,
          "Aucune commission n'a eu de retard.",
        ],
        [
          'Un centre et ses salles',
          "Vu du bureau\u00a0: l'adresse que lisent les convocations, les salles et leurs places.",
          oneCentre,
          "Aucun centre n'est encore connu.",
        ],
        [
          'Les listes à afficher',
          'Vu du bureau\u00a0: émargement, affichage et étiquettes de table, prêts à imprimer.',
          atExam(examAddresses.lists),
        ],
        [
          'Les convocations',
          'Vu du bureau\u00a0: qui est convoqué, et qui a ouvert sa convocation.',
          atExam(examAddresses.summonses),
        ],
      ]),
    ],
  },
  {
    code: 'examinatrice',
    name: 'Une examinatrice',
    about: 'Convoquée, devant les candidats, sur sa tablette.',
    stops: working('examiner', [
      [
        'Ses convocations',
        "Où elle est attendue, ce qui vient en premier\u00a0; la lettre pour son employeur et l'agenda s'emportent.",
        page(examinerAddresses.own()),
      ],
      [
        'Une commission à venir',
        "Quand, où et devant qui. Elle dit qu'elle vient, qu'elle ne peut pas, ou qu'elle connaît quelqu'un\u00a0: elle n'en est plus, et le bureau cherche.",
        ownBoard,
        NO_BOARD,
      ],
      [
        'Ses absences',
        'Les jours où elle ne peut pas venir, par demi-journées\u00a0: personne ne la propose alors.',
        ownAway,
      ],
      [
        'Ses fiches',
        'Les candidats de chaque commission, à noter même sans réseau\u00a0: ce qui est arrêté, signé par une seule, à faire.',
        page(examinerAddresses.sheets()),
      ],
      [
        'Une fiche',
        "Les critères et les points de l'arrêté\u00a0; la note se calcule à mesure, et vaut quand un autre membre donne son accord.",
        ownSheet,
        "Aucune fiche n'est encore remplie.",
      ],
    ]),
  },
  {
    code: 'jury',
    name: 'Le jury',
    about: 'Des copies sans nom, une délibération signée.',
    stops: [
      ...working('jury', [
        [
          'Les lots',
          'Chaque lot a deux saisies, par deux personnes\u00a0; une troisième tranche les écarts.',
          page(markAddresses.list()),
        ],
        [
          'La saisie des notes',
          "Par numéro d'anonymat\u00a0: aucun nom, et chaque faute de frappe est dite tout de suite.",
          ownBatch,
          'Aucun lot ne lui est confié.',
        ],
      ]),
      ...working('head', [
        [
          'Les jurys',
          'Vus du bureau\u00a0: qui délibère de quoi, quand, et le procès-verbal de chacun.',
          atExam(juryAddresses.list),
        ],
        [
          'Un jury',
          'Vu du bureau\u00a0: ce que le jury décide de chaque candidat, puis le procès-verbal, scellé.',
          ofJury(juryAddresses.jury),
          NO_JURY,
        ],
        [
          'Les candidats du jury',
          'Vus du bureau\u00a0: chacun avec sa moyenne et ce qui lui manque, les plus proches de la barre en premier.',
          ofJury(juryAddresses.candidates),
          NO_JURY,
        ],
      ]),
    ],
  },
  {
    code: 'administration',
    name: "L'administration",
    about: 'Les personnes, les règles, les traces.',
    stops: working('admin', [
      [
        'Le personnel',
        'Qui travaille ici, avec quel droit\u00a0; nommer un responsable demande deux personnes.',
        page(staffAddresses.staff()),
      ],
      [
        'Une invitation',
        "Qui est invité choisit son mot de passe\u00a0; un responsable n'entre qu'avec l'accord d'une autre personne.",
        page('/gestion/personnel/inviter'),
      ],
      [
        'Le journal',
        "Tout acte, par qui et quand\u00a0; rien ne s'en efface, et une copie se vérifie.",
        page('/gestion/journal'),
      ],
      ['Les refus', 'Qui a frappé à une porte qui ne lui est pas ouverte.', page('/gestion/journal/refus')],
      [
        'Les règles',
        'Dates, pièces et conditions sont des données\u00a0: un brouillon, une relecture, une publication à deux.',
        page('/gestion/regles'),
      ],
    ]),
  },
];

type Line = readonly [title: string, look: string, to: Stop['to'], missing?: string];

/** Stops of one person. */
function working(as: Someone, lines: readonly Line[]): readonly Stop[] {
  return lines.map(([title, look, to, missing]) => ({
    title,
    look,
    as,
    to,
    ...(missing !== undefined && { missing }),
  }));
}

/** Pages that everybody may read. */
function visiting(lines: readonly (readonly [title: string, look: string, address: string])[]): readonly Stop[] {
  return working(
    null,
    lines.map(([title, look, address]) => [title, look, page(address)]),
  );
}
