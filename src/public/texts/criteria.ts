/**
 * The 106 criteria of RGAA 4.1, in words of our own, each with what we know of it. « Conforme » is said only of what a test holds on every page
 * it is about; « non conforme » of what is known to be missing, as long as a sign of it stands in a file; « sans objet » of what no source has.
 * All else wasn't looked at. `criteria.test.ts` compares each with the sources.
 */
type State =
  | { readonly is: 'conform'; readonly file: string; readonly test: string }
  | { readonly is: 'broken'; readonly lacks: string; readonly file: string; readonly sign: string }
  | { readonly is: 'none'; readonly why: keyof typeof ABSENT }
  | { readonly is: 'unseen' };
export type Criterion = { readonly what: string; readonly state: State };

/** What no page has. */
export const ABSENT = {
  frames: "aucune page n'a de cadre",
  media: "aucune page n'a de son, de vidéo ni d'animation enregistrés",
  imageTests: 'aucune page ne demande de reconnaître une image',
  motion: "rien ne répond au mouvement de l'appareil",
} as const;

const UNSEEN: State = { is: 'unseen' };
const drawn: State = {
  is: 'conform',
  file: 'e2e/everyPage.test.ts',
  test: 'every page that %s can reach is there, whole and accessible',
};
const inPage = (test: string): State => ({ is: 'conform', file: 'src/ui/page/page.test.tsx', test });
const inFrench = inPage('is a whole document in French, kept out of search engines unless it is public');
const NO_SUMMARY: State = {
  is: 'broken',
  lacks: "le planning dessiné des salles n'a pas de résumé qui explique ses lignes et ses colonnes",
  file: 'src/calendar/pages/drawingPage.tsx',
  sign: '<caption class="unseen">{dayInWords(day)}</caption>',
};
const SESSION_ENDS: State = {
  is: 'broken',
  lacks: 'la connexion se ferme après 12\u00a0heures, sans que vous puissiez la prolonger',
  file: 'src/accounts/credentials/sessionCookie.ts',
  sign: 'const SESSION_HOURS = 12;',
};

const unseen = (...whats: readonly string[]): readonly Criterion[] => whats.map((what) => ({ what, state: UNSEEN }));
const none = (why: keyof typeof ABSENT, ...whats: readonly string[]): readonly Criterion[] =>
  all({ is: 'none', why }, ...whats);
const all = (state: State, ...whats: readonly string[]): readonly Criterion[] => whats.map((what) => ({ what, state }));

/** By theme, in the order of the reference: the second of the first theme is criterion 1.2. */
export const THEMES: readonly { readonly title: string; readonly criteria: readonly Criterion[] }[] = [
  {
    title: 'Images',
    criteria: [
      ...unseen(
        'Une image qui informe a une alternative',
        'Une image de décor est ignorée des aides techniques',
        "L'alternative d'une image dit ce qu'elle montre",
      ),
      ...none(
        'imageTests',
        'Une image qui sert de test le dit dans son alternative',
        'Un test par image a une autre voie',
      ),
      ...unseen(
        'Une image complexe a une description détaillée',
        'La description détaillée est juste',
        "Un texte n'est pas mis en image sans nécessité",
        'Une légende est liée à son image',
      ),
    ],
  },
  { title: 'Cadres', criteria: none('frames', 'Un cadre a un titre', "Le titre d'un cadre est juste") },
  {
    title: 'Couleurs',
    criteria: [
      ...unseen("La couleur n'est jamais seule à informer"),
      ...all(drawn, 'Le texte se détache assez du fond'),
      ...unseen('Les contrôles et les dessins se détachent assez'),
    ],
  },
  {
    title: 'Multimédia',
    criteria: none(
      'media',
      'Un média temporel a une transcription ou une audiodescription',
      'Cette transcription ou cette audiodescription est juste',
      'Un média a des sous-titres',
      'Les sous-titres sont justes',
      'Un média a une audiodescription',
      "L'audiodescription est juste",
      'Un média est identifiable',
      'Un média non temporel a une alternative',
      "L'alternative d'un média non temporel est juste",
      'Un son qui part seul peut être arrêté',
      'La lecture se commande au clavier et à tout pointeur',
      'Un média non temporel se commande au clavier et à tout pointeur',
      'Un média est compatible avec les aides techniques',
    ),
  },
  {
    title: 'Tableaux',
    criteria: [
      ...all(NO_SUMMARY, 'Un tableau complexe a un résumé'),
      ...unseen(
        'Ce résumé est juste',
        "Un tableau de mise en forme se lit dans l'ordre",
        'Un titre est lié à son tableau',
        "Le titre d'un tableau est juste",
        'Les en-têtes sont déclarés',
        'Chaque cellule est liée à ses en-têtes',
        "Un tableau de mise en forme n'a pas d'en-têtes",
      ),
    ],
  },
  { title: 'Liens', criteria: [...unseen('Un lien dit où il mène'), ...all(drawn, 'Un lien a un intitulé')] },
  {
    title: 'Scripts',
    criteria: unseen(
      'Un script est compatible avec les aides techniques',
      "L'alternative d'un script est juste",
      'Un script se commande au clavier et à tout pointeur',
      'Un changement de contexte est annoncé ou demandé',
      "Un message d'état est restitué",
    ),
  },
  {
    title: 'Éléments obligatoires',
    criteria: [
      ...all(inFrench, 'Le type de document est déclaré'),
      ...unseen('Le code est valide'),
      ...all(inFrench, 'La langue de la page est indiquée', 'Le code de cette langue est juste'),
      ...all(drawn, 'La page a un titre'),
      ...unseen(
        'Le titre de la page est juste',
        'Un changement de langue est indiqué',
        'Le code de chaque changement de langue est juste',
        "Les balises ne servent pas qu'à la mise en forme",
        'Un changement de sens de lecture est signalé',
      ),
    ],
  },
  {
    title: "Structuration de l'information",
    criteria: unseen(
      'Des titres structurent la page',
      'La structure du document est cohérente',
      'Les listes sont balisées',
      'Les citations sont balisées',
    ),
  },
  {
    title: "Présentation de l'information",
    criteria: [
      ...unseen(
        'Les feuilles de style font la mise en forme',
        'Le contenu reste là sans elles',
        "L'information reste compréhensible sans elles",
      ),
      ...all(drawn, 'Le texte reste lisible, agrandi à 200\u00a0%'),
      ...unseen(
        'Les couleurs du fond et du texte sont déclarées ensemble',
        'Un lien se distingue du texte autour',
        'Ce qui a le focus se voit',
        "Ce qui est caché l'est pour tous",
        "La forme, la taille ou la place n'informent pas seules",
        'Cette information est donnée autrement de façon juste',
      ),
      ...all(
        drawn,
        'La page tient sur 320\u00a0pixels sans défiler dans les deux sens',
        "L'espacement du texte peut être changé",
      ),
      ...unseen(
        'Ce qui apparaît au survol ou au focus se maîtrise',
        'Ce que montrent les seuls styles se commande au clavier',
      ),
    ],
  },
  {
    title: 'Formulaires',
    criteria: [
      ...all(drawn, 'Chaque champ a une étiquette'),
      ...unseen(
        "L'étiquette est juste",
        'Une même question a la même étiquette partout',
        "L'étiquette est à côté de son champ",
        'Les champs de même nature sont groupés',
        'Chaque groupe a une légende',
        'La légende est juste',
        'Les options de même nature sont groupées',
        "L'intitulé d'un bouton est juste",
        'Le contrôle de la saisie est clair',
        'Un message dit comment corriger',
        'Ce qui engage peut être vérifié, modifié ou annulé',
        'Le but des champs personnels est déclaré',
      ),
    ],
  },
  {
    title: 'Navigation',
    criteria: [
      ...unseen(
        'Deux moyens au moins mènent à une page',
        'Les menus sont à la même place partout',
        'Le plan du site est juste',
        'On atteint le plan du site partout de la même façon',
        'On atteint la recherche partout de la même façon',
        'Les zones communes peuvent être atteintes ou évitées',
      ),
      ...all(
        inPage('goes straight to its content, and every reference leads somewhere'),
        "Un lien d'évitement mène au contenu",
      ),
      ...unseen(
        "L'ordre de tabulation est cohérent",
        'Le clavier ne reste prisonnier nulle part',
        "Un raccourci d'une seule touche se maîtrise",
        'Ce qui apparaît au survol ou au focus est accessible au clavier',
      ),
    ],
  },
  {
    title: 'Consultation',
    criteria: [
      ...all(SESSION_ENDS, 'Une limite de temps peut être maîtrisée'),
      ...unseen(
        "Une fenêtre ne s'ouvre pas sans action",
        'Un document à télécharger a une version accessible',
        'Cette version donne la même information',
        'Un contenu cryptique a une alternative',
        "L'alternative d'un contenu cryptique est juste",
        'Rien ne flashe trop',
        'Ce qui bouge ou clignote peut être arrêté',
        "La page se lit dans les deux orientations de l'écran",
        'Un geste complexe a une autre voie',
        'Une action au pointeur peut être annulée',
      ),
      ...none('motion', "Ce qui répond au mouvement de l'appareil a une autre voie"),
    ],
  },
];
