import type { UnderPath } from './staffHelpOfEnrolments.ts';

/** What is arranged for health, from the exam to its results, and the house. No-break spaces are written `\u00a0`. */
export const HELP_OF_EXAM: readonly UnderPath[] = [
  {
    under: '/gestion/amenagements',
    title: 'Aménagements',
    lines: [
      "Les demandes liées à un handicap, lues par ce service seul. Décidez après l'avis du médecin\u00a0; une autre personne signe.",
      "Le centre apprend ce qui est accordé, jamais pourquoi. N'écrivez pas de diagnostic dans une réponse.",
    ],
  },
  {
    under: '/gestion/amenagements/courriers',
    title: 'Courriers des aménagements',
    lines: ["Les lettres de ce service à imprimer et à poster. Personne d'autre au bureau ne les ouvre."],
  },
  {
    under: '/gestion/amenagements/absences',
    title: 'Absences pour raison de santé',
    lines: [
      "Les preuves d'absence qui parlent de santé. Vous les lisez et dites si elles comptent\u00a0; le bureau n'apprend que la réponse.",
    ],
  },
  {
    under: '/gestion/amenagements/recours',
    title: 'Recours sur les aménagements',
    lines: [
      "Qui conteste une décision d'aménagement. La réponse est donnée par quelqu'un qui n'a pas signé la première.",
    ],
  },
  {
    under: '/gestion/examen',
    title: "Préparer l'examen",
    lines: [
      "Dans l'ordre\u00a0: centres et salles, calendrier, répartition, convocations. La page dit ce qui manque et où le mettre.",
      "Rien n'est vu des candidats avant que vous publiiez la répartition.",
    ],
  },
  {
    under: '/gestion/examen/centres',
    title: 'Centres et salles',
    lines: [
      "Où les épreuves se tiennent, avec les places et l'accès de chaque salle. Un tableur peut être repris d'un coup.",
    ],
  },
  {
    under: '/gestion/examen/salles',
    title: 'Une salle',
    lines: [
      'Ses places, son étage, ses postes de travail. Une salle peut être prêtée à une autre académie, pour des jours donnés.',
    ],
  },
  {
    under: '/gestion/examen/calendrier',
    title: 'Calendrier des épreuves',
    lines: [
      'Chaque épreuve, son jour et son heure. Le dessin montre les salles côte à côte.',
      "Déplacer une épreuve dit d'abord qui elle concerne et ce qui se heurte.",
    ],
  },
  {
    under: '/gestion/examen/candidats',
    title: 'Qui passe quoi',
    lines: [
      'Les candidats de la session et leurs épreuves, dispenses et aménagements compris.',
      "Une note conservée ou reportée n'est pas présentée\u00a0; dans la forme progressive, seules les unités choisies le sont.",
    ],
  },
  {
    under: '/gestion/examen/plan',
    title: 'Répartition',
    lines: [
      'Le programme propose une place à chacun. Déplacez à la main si besoin, réglez les fautes, puis publiez.',
      'Après publication, un changement dit à qui il faut une nouvelle convocation.',
    ],
  },
  {
    under: '/gestion/examen/plan/sans-place',
    title: 'Sans place',
    lines: [
      'Pour chaque unité, la raison et ce qui la règle\u00a0: une place donnée à la main, une salle ou une épreuve ajoutée, puis une nouvelle répartition.',
    ],
  },
  {
    under: '/gestion/examen/convocations',
    title: 'Convocations',
    lines: ["Qui a la sienne, qui l'a ouverte, à qui l'envoyer par la poste. Elles suivent la répartition publiée."],
  },
  {
    under: '/gestion/examen/listes',
    title: 'Listes à imprimer',
    lines: [
      'Émargement, portes et tables, pour chaque centre. À imprimer la veille\u00a0: la répartition peut encore changer avant.',
    ],
  },
  {
    under: '/gestion/examen/presences',
    title: 'Présences',
    lines: [
      "Qui est venu, d'après les centres. Une correction demande une raison et reste visible.",
      'Rien ne se décide ici\u00a0: une absence au sens des règles est celle que portent les copies.',
    ],
  },
  {
    under: '/gestion/examen/examinateurs',
    title: 'Examinateurs',
    lines: [
      'Les personnes qui surveillent et évaluent, et leurs commissions. Le programme propose\u00a0; vous choisissez et vous convoquez.',
      "Un lien avec un candidat, s'il est dit, écarte la personne de sa commission.",
    ],
  },
  {
    under: '/gestion/examen/importer',
    title: 'Reprendre un tableau',
    lines: [
      "Le fichier est pris tout entier ou pas du tout. S'il a des fautes, elles sont dites ligne par ligne et rien n'est changé.",
    ],
  },
  {
    under: '/gestion/examen/exporter',
    title: 'Sortir un tableau',
    lines: ['Le même tableau que celui qui se reprend\u00a0: corrigez-le dans un tableur, puis rendez-le.'],
  },
  {
    under: '/gestion/notes',
    title: 'Notes',
    lines: [
      "Les lots de copies n'ont pas de noms\u00a0: deux saisies s'y comparent, un écart se règle à la main. Une épreuve notée par nom l'est par sa commission.",
      "Les noms reviennent après la levée de l'anonymat, que deux personnes décident.",
    ],
  },
  {
    under: '/gestion/deliberation',
    of: ['jury'],
    title: 'Jurys',
    lines: [
      'Les jurys dont vous êtes membre, que le chef du service compose. Le programme calcule\u00a0; le jury décide et motive.',
      'Si vous avez un lien avec un candidat, vous quittez la salle pour lui, et la page le note.',
    ],
  },
  {
    under: '/gestion/deliberation',
    of: ['head'],
    title: 'Jurys',
    lines: [
      'Composez le jury, ouvrez la séance, délibérez, signez le procès-verbal. Le programme calcule\u00a0; le jury décide et motive.',
      'Qui a un lien avec un candidat quitte la salle pour lui, et la page le note.',
    ],
  },
  {
    under: '/gestion/publication',
    title: 'Publier les résultats',
    lines: [
      'Une liste signée par le jury se prépare, une autre personne la publie à son heure. Avant, personne ne la voit.',
      "La presse ne reçoit que qui l'a accepté.",
    ],
  },
  {
    under: '/gestion/recours',
    title: 'Recours',
    lines: [
      'Qui conteste son résultat ou demande sa copie. La lettre de réponse dit la loi et les recours qui restent.',
    ],
  },
  {
    under: '/gestion/remplacements',
    title: 'Épreuves de remplacement',
    lines: ["Qui a manqué une épreuve pour une raison reconnue. Vous y lisez qui peut la passer, et jusqu'à quand."],
  },
  {
    under: '/gestion/resultats-anterieurs',
    title: 'Résultats antérieurs',
    lines: [
      "Les notes déjà obtenues, reprises d'un fichier ou demandées par un candidat. Chaque note dit d'où elle vient.",
    ],
  },
  {
    under: '/gestion/statistiques',
    title: 'Statistiques',
    lines: [
      'Les résultats par spécialité, centre et public. Un taux dit qui il ne compte pas\u00a0; un petit nombre reste caché dans ce qui se diffuse.',
    ],
  },
  {
    under: '/gestion/export-national',
    title: 'Export national',
    lines: [
      'Le fichier des résultats pour les systèmes nationaux. Il est vérifié avant de sortir\u00a0; ce qui manque est dit.',
    ],
  },
  {
    under: '/gestion/delegations',
    title: 'Délégations de signature',
    lines: [
      "Qui peut signer quel acte, d'après quel arrêté. Sans délégation en vigueur, un acte se prépare et ne se signe pas.",
    ],
  },
  {
    under: '/gestion/regles',
    title: 'Règles',
    lines: [
      'Les règles en vigueur et les brouillons. Un brouillon se prépare, une autre personne le relit et le publie.',
      'Avant de publier, la page des inscriptions dit quels dossiers changeraient.',
    ],
  },
  {
    under: '/gestion/regles/prolongations',
    title: 'Prolongations',
    lines: [
      'Repousser une date après une panne, jamais dans le passé. Une autre personne confirme, puis chacun est prévenu.',
    ],
  },
  {
    under: '/gestion/personnel',
    title: 'Personnel',
    lines: [
      'Qui travaille ici, avec quelle fonction et pour quels groupes de spécialités. Personne ne voit plus que sa fonction.',
      "Une absence confie ses groupes à un collègue, du premier au dernier jour. Un accès retiré l'est à l'instant.",
    ],
    more: { href: '/gestion/journal', label: 'Le journal' },
  },
  {
    under: '/gestion/journal',
    title: 'Journal',
    lines: [
      "Tout ce qui a été fait ou consulté, par qui et quand. Rien ne s'y efface. Des lignes pareilles qui se suivent sont une ligne, qui s'ouvre.",
    ],
  },
  {
    under: '/compte',
    title: 'Mon compte',
    lines: [
      'Votre mot de passe, vos preuves de connexion et vos appareils. Gardez vos codes de secours hors de votre téléphone.',
    ],
  },
  {
    under: '/centre',
    title: "Le jour de l'épreuve",
    lines: [
      "Cochez qui est là, salle par salle. Sans réseau, la tablette garde tout et l'envoie quand il revient.",
      "Un retard ou un incident se note dans la salle, avec l'heure.",
    ],
  },
  {
    under: '/commission',
    title: 'Commission',
    lines: [
      'Vos convocations, vos jours possibles et vos fiches à remplir. Une fiche signée par deux membres ne change plus sans eux.',
    ],
  },
];
