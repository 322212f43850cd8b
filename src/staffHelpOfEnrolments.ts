import type { Role } from './accounts/index.ts';
import type { Link, PageHelp } from './ui/index.ts';

/** What helps on every page below an address. `of`: those who read another page there than the others; none: everybody reads the same. */
export type UnderPath = PageHelp & { readonly under: string; readonly of?: readonly Role[] };

const CANDIDATES_READ: Link = { href: '/aide', label: 'Ce que lisent les candidats' };
const DATES: Link = { href: '/calendrier', label: 'Les dates de la session' };

/** Until a file is complete or closed. No-break spaces are written `\u00a0`. */
export const HELP_OF_ENROLMENTS: readonly UnderPath[] = [
  {
    under: '/gestion',
    of: ['head'],
    title: 'Ce qui attend',
    lines: [
      'Où en est la session, puis ce qui est à faire, puis ce qui attend dans chaque groupe et depuis quand.',
      'Le menu suit les phases de la session\u00a0; un nombre entre parenthèses y dit ce qui attend.',
    ],
    more: DATES,
  },
  {
    under: '/gestion',
    of: ['officer'],
    title: 'Ce qui attend',
    lines: [
      'Ce qui est à faire dans vos groupes, puis où en est la session. «\u00a0Commencer\u00a0» ouvre la pièce la plus urgente.',
      'Au menu, un nombre entre parenthèses dit ce qui attend.',
    ],
    more: DATES,
  },
  {
    under: '/gestion',
    of: ['accommodation'],
    title: "Aménagements d'épreuves",
    lines: ['Ce qui attend votre service, ce qui presse en tête, puis les documents de santé à contrôler.'],
    more: DATES,
  },
  {
    under: '/gestion',
    of: ['jury'],
    title: 'Notes et jury',
    lines: ['Les lots de notes qui vous sont attribués et les jurys dont vous êtes membre sont au menu.'],
    more: DATES,
  },
  {
    under: '/gestion',
    of: ['admin'],
    title: 'Administration',
    lines: [
      "Au menu\u00a0: les règles, qui travaille ici et avec quelle fonction, et le journal. Aucun dossier ne s'ouvre pour vous.",
    ],
    more: DATES,
  },
  {
    under: '/gestion/tableau-de-bord',
    title: 'Tableau de bord',
    lines: [
      "Les réponses à donner au recteur\u00a0: inscrits, complets, ce qui risque l'annulation, ce qui attend et quand ce sera fini.",
      "Imprimez la page\u00a0: elle tient sur une feuille. Un nombre de moins de cinq personnes n'est ni dessiné ni mis en pourcentage.",
    ],
  },
  {
    under: '/gestion/corbeille',
    title: 'Corbeille',
    lines: [
      'Les pièces à contrôler, une ligne par candidat, la plus urgente en tête. Ouvrez la première, décidez, la suivante vient.',
      "Les touches sont dites sur chaque pièce, sous «\u00a0Touches du clavier\u00a0». Une décision s'annule tant que le mail n'est pas parti.",
    ],
  },
  {
    under: '/gestion/pieces',
    title: 'Contrôler une pièce',
    lines: [
      "Le document est à gauche, ce qu'il doit prouver à droite. Pour refuser, choisissez une raison prête ou écrivez au candidat ce qu'il doit changer.",
      "Votre commentaire est lu par le candidat tel quel. Une pièce refusée n'est pas une décision\u00a0: il peut la redonner.",
    ],
    more: CANDIDATES_READ,
  },
  {
    under: '/gestion/confier',
    title: 'Confier des dossiers',
    lines: ['Pour une absence ou un retard\u00a0: un collègue reçoit vos dossiers, pour un temps ou pour de bon.'],
  },
  {
    under: '/gestion/a-signer',
    title: 'À signer',
    lines: [
      "Les décisions prêtes qui attendent une signature. Signe qui a une délégation en vigueur, et jamais celui qui a proposé l'acte.",
      "Une décision signée part au candidat avec son motif, la loi et les recours. Lisez-la avant\u00a0: elle ne s'efface pas.",
    ],
  },
  {
    under: '/gestion/dossiers',
    title: 'Dossiers',
    lines: [
      "Cherchez par numéro, nom, morceau de mail, fin de téléphone ou date de naissance. Chaque ouverture est notée, et le candidat peut voir qui l'a consulté.",
      "Dans un dossier\u00a0: son état, ses pièces, ce qui lui a été écrit et ce qui s'est passé. Tout ce qui se fait pour lui y est.",
    ],
    more: CANDIDATES_READ,
  },
  {
    under: '/gestion/appels',
    title: 'Au téléphone',
    lines: [
      "Pour qui n'est pas encore inscrit\u00a0: deux renseignements exacts retrouvent son brouillon. Chaque dossier ouvert est noté.",
      "Vous voyez où il est arrêté. Vous ne changez jamais son adresse mail d'ici.",
    ],
  },
  {
    under: '/gestion/inscrire',
    title: 'Inscrire sur papier',
    lines: [
      'Pour qui ne peut pas le faire en ligne\u00a0: vous recopiez sa demande et gardez le papier. Ses délais courent du jour où le courrier lui est remis.',
    ],
  },
  {
    under: '/gestion/reprise',
    title: 'Candidats repris',
    lines: [
      "Inscrits dans le système en place, d'après la liste que le chef de bureau a importée\u00a0: en entier ou pas du tout. Cherchez un nom, un numéro ou une date de naissance.",
      "Leur liste n'a ni adresse ni forme de passage\u00a0: rien n'est inventé. Chacun s'inscrit depuis sa ligne, d'après ce qu'il a donné ou ce qu'il dit.",
    ],
  },
  {
    under: '/gestion/injoignables',
    title: 'Courriers refusés',
    lines: [
      'Les candidats dont la messagerie refuse nos mails. Téléphonez-leur\u00a0: ils corrigent leur adresse à la page de leur compte.',
    ],
  },
  {
    under: '/gestion/doublons',
    title: 'Doublons',
    lines: [
      "Deux comptes qui sont peut-être une seule personne. Comparez, puis dites s'ils le sont\u00a0: rien n'est fait tout seul.",
    ],
  },
  {
    under: '/gestion/documents',
    title: 'Documents publiés',
    lines: [
      'Ce que le bureau a édité, avec son code. Un document retiré reste vérifiable\u00a0: qui le présente apprend son retrait.',
    ],
    more: { href: '/verifier', label: 'Vérifier un document' },
  },
  {
    under: '/gestion/attestations',
    title: 'Attestations de travail en hauteur',
    lines: [
      "Les candidats dont une attestation R.408 manque, délai passé. Chacun est d'abord invité à répondre\u00a0; une personne décide ensuite, jamais le programme.",
      "Qui est laissé hors d'une unité peut encore donner l'attestation, ou une dispense, jusqu'au début des épreuves.",
    ],
  },
  {
    under: '/gestion/courriers',
    title: 'Courriers',
    lines: [
      'Les lettres à imprimer et à poster, pour qui ne lit pas de mail. Notez le dépôt à La Poste, puis la distribution\u00a0: les délais courent de là.',
    ],
  },
  {
    under: '/gestion/messages',
    title: 'Messages',
    lines: [
      'Les questions des candidats, la plus ancienne sans réponse en tête. Un modèle prêt peut être repris et changé avant envoi.',
      "N'écrivez rien de la santé ici\u00a0: ce qui en parle se traite aux aménagements.",
    ],
  },
  {
    under: '/gestion/modeles',
    title: 'Modèles de messages',
    lines: [
      "Des textes prêts, avec des mots entre accolades que le programme remplace. L'aperçu montre le message comme il sera lu.",
    ],
  },
  {
    under: '/gestion/envois',
    title: 'Envois à une liste',
    lines: [
      "Un même message à beaucoup de candidats. La liste et un exemple se lisent avant l'envoi\u00a0; rien ne part sans vous.",
    ],
  },
  {
    under: '/gestion/relances',
    title: 'Relances',
    lines: [
      'Les rappels qui partent seuls avant chaque échéance à qui il manque quelque chose, et plus aucun dès que tout est là. Vous lisez qui en aura, qui en a eu, et la preuve.',
      'Une relance peut être retenue pour une personne, avec une raison.',
    ],
    more: DATES,
  },
  {
    under: '/gestion/exports',
    title: 'Exports',
    lines: [
      'Des listes pour un tableur. Vous y trouvez ce que vous avez le droit de lire, rien de la santé\u00a0; chaque export est noté au journal.',
      'Un export que vous reprenez souvent se garde sous un nom, avec ses colonnes\u00a0: pour vous, ou pour tout le bureau.',
    ],
  },
  {
    under: '/gestion/travaux',
    title: 'Mes travaux',
    lines: [
      'Ce qui prend du temps continue sans vous\u00a0: un export à préparer, une édition en nombre, un message à une liste, des invitations à régulariser. Vous le retrouvez ici sept jours, vous seul.',
    ],
  },
  {
    under: '/gestion/logiciels',
    title: 'Logiciels reliés',
    lines: [
      "Une clé laisse un autre logiciel lire où en sont les dossiers, jamais les changer. Rien de la santé n'y est\u00a0; chaque candidat lit quel logiciel l'a lu.",
      "Retirez une clé dès que vous doutez de qui la tient\u00a0: elle n'ouvre plus rien à la demande suivante.",
    ],
  },
  {
    under: '/gestion/editions',
    title: 'Éditions en nombre',
    lines: [
      "Un document pour beaucoup de candidats à la fois. L'édition se fait pendant que vous travaillez et vous attend ici.",
    ],
  },
  {
    under: '/gestion/cloture',
    title: 'Clôture',
    lines: [
      "Les dossiers incomplets après la clôture, dans l'ordre du travail\u00a0: inviter à compléter, attendre, examiner, proposer.",
      'Une annulation est proposée par une personne, relue et signée par une autre. Lisez ce que le candidat a écrit avant.',
    ],
  },
  {
    under: '/gestion/incident',
    title: 'Incident',
    lines: [
      "Une panne qui a pu empêcher de s'inscrire ou de déposer\u00a0: dites-la à tous, puis demandez une prolongation dans les règles.",
    ],
    more: { href: '/gestion/regles/prolongations', label: 'Les prolongations' },
  },
];
