import type { ArticlePart, Words } from './article.ts';

/** The page « Aide »: how to make a file, what the words on the pieces mean, what people ask most. */
export const help = {
  title: 'Aide',
  description:
    'Faire un PDF ou une photo avec un téléphone, déposer ses pièces, comprendre les statuts, questions fréquentes.',
  lead: 'Préparer vos fichiers, déposer vos pièces, comprendre ce qui est écrit en face de chacune.',
  summary: 'Sur cette page',

  pdf: {
    id: 'pdf',
    title: 'Faire un PDF avec un téléphone',
    blocks: [
      "Le téléphone se sert de son appareil photo comme d'un scanner. Il redresse la page et réunit plusieurs pages en un seul fichier.",
    ],
    iphone: {
      title: 'Avec un iPhone',
      steps: [
        "Ouvrez l'application Fichiers.",
        'Touchez les trois points en haut, puis «\u00a0Scanner des documents\u00a0» (ou «\u00a0Numériser des documents\u00a0»).',
        'Visez la page. La photo se prend seule, ou touchez le bouton rond.',
        'Visez les pages suivantes une à une, puis touchez «\u00a0Enregistrer\u00a0».',
        'Choisissez un dossier\u00a0: le PDF y est rangé.',
      ],
      note: "L'application Notes le fait aussi\u00a0: nouvelle note, trombone ou appareil photo, puis «\u00a0Scanner des documents\u00a0».",
    },
    android: {
      title: 'Avec un téléphone Android',
      steps: [
        "Ouvrez l'application Drive, puis touchez le bouton de l'appareil photo ou le signe +.",
        'Choisissez «\u00a0Numériser\u00a0» (ou «\u00a0Scanner\u00a0»).',
        'Photographiez la page, puis ajoutez les pages suivantes.',
        'Touchez «\u00a0Enregistrer\u00a0» et gardez le format PDF.',
      ],
      note: "Sur beaucoup de téléphones, l'appareil photo propose lui-même «\u00a0Scanner\u00a0» quand il voit une feuille.",
    },
    notice:
      "Nous n'imposons pas ces applications\u00a0: elles ne sont données qu'à titre indicatif. Toute autre convient. Un scanner ou une photocopieuse aussi.",
  },

  photo: {
    id: 'photo',
    title: 'Faire une bonne photo (JPEG)',
    intro: "Il suffit de photographier le document et d'enregistrer la photo au format JPEG.",
    rules: [
      'Posez le document à plat, sur une table plus sombre que lui.',
      "Mettez-vous près d'une fenêtre, sans flash\u00a0: le flash fait des reflets.",
      'Tenez le téléphone au-dessus, bien droit. Les quatre coins doivent se voir.',
      'Relisez\u00a0: votre nom, les dates et les petits caractères doivent être lisibles.',
    ],
    drawings: {
      good: { title: 'Bonne photo', text: 'À plat, entière, droite, nette.' },
      cut: { title: 'Coupée', text: 'Il manque un coin\u00a0: le contrôle est impossible.' },
      tilted: { title: 'De travers', text: 'Prise de côté, le bas ne se lit plus.' },
      glare: { title: 'Reflet', text: 'Le flash cache une partie du texte.' },
      blurred: { title: 'Floue', text: 'Le téléphone a bougé. Recommencez.' },
    },
    goodLabel: 'À faire',
    badLabel: 'À éviter',
    heic: 'Votre iPhone fait des photos HEIC\u00a0? Elles sont acceptées telles quelles\u00a0: nous les convertissons.',
  },

  size: {
    id: 'taille',
    title: 'Taille et format des fichiers',
    blocks: [
      "PDF (100\u00a0pages au plus) ou photo (JPEG, PNG, WebP, HEIC), 25\u00a0Mo au plus par fichier. Nous en gardons une copie lisible de 5\u00a0Mo au plus, redressée, sans le lieu ni l'appareil de la photo.",
      {
        list: [
          "Fichier trop lourd\u00a0: numérisez en noir et blanc, ou choisissez une taille plus petite au moment d'envoyer.",
          'Plusieurs pages\u00a0: réunissez-les dans un seul PDF, ou ajoutez plusieurs fichiers à la même pièce.',
          'Fichier Word\u00a0: enregistrez-le en PDF.',
          'PDF protégé, formulaire à scripts, PDF avec fichiers joints\u00a0: ouvrez-le, choisissez «\u00a0Imprimer\u00a0» puis «\u00a0Enregistrer au format PDF\u00a0», et déposez le PDF obtenu.',
        ],
      },
      'Un fichier que nous ne pouvons pas lire ne compte pas. La page vous dit pourquoi, et quoi faire.',
    ],
  } satisfies ArticlePart,

  deposit: {
    id: 'pieces',
    title: 'Déposer vos pièces',
    blocks: [
      'La liste est dans «\u00a0Mes justificatifs\u00a0». Elle est calculée pour vous quand vous enregistrez votre inscription.',
      {
        steps: [
          "Choisissez un fichier en face d'une pièce. S'il ne part pas aussitôt, cliquez sur «\u00a0Ajouter\u00a0».",
          "La date et l'heure du dépôt s'affichent, avec un numéro de reçu. Gardez-le\u00a0: c'est votre preuve, même si le fichier n'est lu qu'ensuite.",
          'Vous pouvez supprimer un fichier ou en ajouter un autre.',
          "Quand toutes les pièces d'un groupe sont là, cliquez sur «\u00a0J'ai fourni toutes mes pièces\u00a0».",
        ],
      },
      "L'empreinte d'un fichier est calculée par la méthode SHA-256\u00a0: elle change si un seul caractère du fichier change.",
    ],
  } satisfies ArticlePart,

  handOver: {
    id: 'fourni',
    title: "Le bouton «\u00a0J'ai fourni toutes mes pièces\u00a0»",
    blocks: [
      "Il dit au gestionnaire que les pièces de ce groupe peuvent être contrôlées. Tant que vous ne l'avez pas pressé, il ne sait pas que tout est là.",
      'Ensuite, vous ne pouvez plus les modifier ni les supprimer, sauf si le gestionnaire en refuse une.',
      'Après un refus\u00a0: déposez de nouveau la pièce, puis cliquez de nouveau sur ce bouton.',
      "Vous l'avez pressé trop tôt\u00a0? Écrivez à votre gestionnaire\u00a0: lui seul peut rouvrir une pièce, en la refusant.",
    ],
  } satisfies ArticlePart,

  statuses: {
    id: 'statuts',
    title: 'Ce que veut dire chaque statut',
    caption: 'Statut de chaque pièce, son sens et ce que vous avez à faire',
    status: 'Statut',
    meaning: 'Ce que cela veut dire',
    toDo: 'Ce que vous faites',
    nothing: 'Rien.',
    rows: [
      { name: 'missing', meaning: "Aucun fichier n'est déposé.", toDo: 'Déposez la pièce avant son échéance.' },
      {
        name: 'deposited',
        meaning: "Votre fichier est arrivé. Personne ne l'a encore contrôlé.",
        toDo: "Cliquez sur «\u00a0J'ai fourni toutes mes pièces\u00a0» quand tout est là.",
      },
      {
        name: 'being-read',
        meaning:
          "Votre fichier est reçu et compte à l'heure de sa réception. Il sera lu à son tour\u00a0: cela prend du temps quand beaucoup de fichiers arrivent.",
        toDo: "Rien. S'il ne peut pas être lu, la page et un mail vous le disent. Vous avez alors du temps pour en donner un autre, une fois, même après la clôture.",
      },
      {
        name: 'doubted',
        meaning:
          'Votre confirmation signée est bien déposée, à sa date. Une lecture automatique croit voir une autre feuille, une version ancienne ou une signature absente\u00a0: une personne la regardera.',
        toDo: "Vérifiez le fichier\u00a0; si ce n'est pas la bonne feuille, déposez la bonne.",
      },
      { name: 'received', meaning: "Le gestionnaire a reçu la pièce mais ne l'a pas contrôlée.", toDo: null },
      { name: 'compliant', meaning: 'La pièce est acceptée. Elle ne peut plus être changée.', toDo: null },
      {
        name: 'refused',
        meaning: 'La pièce ne convient pas. Le gestionnaire écrit pourquoi, et un mail vous prévient.',
        toDo: "Lisez l'information du gestionnaire, déposez de nouveau, puis cliquez sur «\u00a0J'ai fourni toutes mes pièces\u00a0».",
      },
      { name: 'exempted', meaning: 'Une décision vous dispense de cette pièce.', toDo: null },
      {
        name: 'irrelevant',
        meaning: "La pièce n'est plus demandée, depuis que vous avez modifié votre inscription.",
        toDo: null,
      },
    ],
  },

  questions: {
    id: 'questions',
    title: 'Questions fréquentes',
    list: [
      {
        question: "J'ai oublié mon mot de passe",
        answer: [
          [
            'Demandez-en un nouveau\u00a0: ',
            { text: 'mot de passe oublié', href: '/mot-de-passe-oublie' },
            '. Un lien vous arrive par mail.',
          ],
        ],
      },
      {
        id: 'boite-perdue',
        question: "Je n'ai plus accès à ma boîte mail",
        answer: [
          "Le rectorat donne une autre adresse à votre compte, quand vous lui montrez votre pièce d'identité. Vos inscriptions, vos pièces et vos messages restent les mêmes.",
          ['Appelez-le ou allez-y\u00a0: ', { text: 'ses coordonnées', href: '/contact' }, '.'],
          "Votre ancienne adresse est prévenue et peut s'y opposer pendant 48\u00a0heures\u00a0: personne ne prend votre compte à votre place.",
        ],
      },
      {
        question: "Je n'ai pas reçu le mail d'activation",
        answer: [
          "Regardez dans les courriers indésirables. Vérifiez aussi l'adresse\u00a0: une lettre suffit pour que le mail se perde.",
          "L'adresse est fausse\u00a0? La page qui suit le formulaire la corrige pendant une heure, dans le même navigateur.",
          [{ text: "Demander un nouveau mail d'activation", href: '/compte/activer' }],
        ],
      },
      {
        question: 'Puis-je modifier mon inscription\u00a0?',
        answer: [
          "Oui, jusqu'à la clôture. Refaites les étapes, puis cliquez sur «\u00a0Enregistrer\u00a0» à la dernière.",
          "La confirmation change alors de version\u00a0: imprimez la nouvelle, signez-la et déposez-la. L'ancienne ne compte plus.",
          'La forme de passage (globale ou progressive) ne change plus après le premier enregistrement.',
        ],
      },
      {
        question: 'Puis-je tout faire avec un téléphone\u00a0?',
        answer: [
          "Oui, chaque page est faite pour un petit écran. Si votre session le permet, la confirmation se signe aussi en ligne\u00a0: rien n'est alors à imprimer.",
          "Vous signez sur papier, sans imprimante\u00a0? Une mairie, une médiathèque ou une mission locale peut souvent l'imprimer.",
        ],
      },
      {
        question: 'Que veut dire garder une note, ou demander une dispense\u00a0?',
        answer: [
          'Le bénéfice garde une note de 10\u00a0ou plus, obtenue il y a moins de cinq ans. Elle compte dans la moyenne.',
          'La dispense vous évite une épreuve. Son coefficient ne compte plus.',
          "Attention, règle de l'académie\u00a0: toute note ou dispense non conservée est définitivement perdue.",
        ],
      },
      {
        question: 'Je suis en situation de handicap',
        answer: [
          "Répondez «\u00a0Oui\u00a0» à la rubrique Handicap. Cela ne suffit pas\u00a0: il faut aussi une demande d'aménagements.",
          [
            "Envoyez-la depuis la page de votre inscription, ou par la voie de l'académie\u00a0: ",
            { text: 'sa page sur les aménagements', href: '/contact#academie' },
            ' dit comment. Faites-le avant la clôture des inscriptions.',
          ],
          "Votre spécialité demande une formation au travail en hauteur (R.408)\u00a0? Si vous êtes reconnu travailleur handicapé, l'étape 3 vous propose d'en être dispensé, avec ou sans aménagement.",
        ],
      },
      {
        question: "J'habite dans une autre académie",
        answer: [
          "Inscrivez-vous auprès de l'académie de votre domicile. La première étape vous dit laquelle, d'après votre code postal.",
        ],
      },
      {
        question: "Ma spécialité n'est pas dans la liste",
        answer: [
          [
            { text: 'Cherchez-la par votre métier', href: '/specialites' },
            '\u00a0: son nom officiel est parfois inattendu.',
          ],
          'Elle peut aussi être fermée, ou remplacée par une autre. En cas de doute, appelez le gestionnaire.',
        ],
      },
      {
        question: 'Le site est en panne et la clôture approche',
        answer: [
          "Une page d'erreur ne veut jamais dire que les inscriptions sont terminées. Attendez une minute et réessayez.",
          "Si cela dure, notez l'heure et la référence affichée, puis appelez ou écrivez à votre gestionnaire.",
        ],
      },
      {
        question: "Je suis dans la salle d'attente",
        answer: [
          "Trop de personnes viennent en même temps. Cette page vous garde votre place et vous laisse passer d'elle-même\u00a0: recharger, ou ouvrir d'autres onglets, ne fait rien gagner.",
          "Les minutes passées à attendre en étant connecté ne sont pas perdues\u00a0: elles comptent pour votre prochain envoi, jusqu'à une demi-heure après la clôture.",
        ],
      },
      {
        question: 'Ma session a pris fin pendant que je remplissais',
        answer: [
          "Ce que vous veniez d'écrire vous est rendu\u00a0: connectez-vous dans un autre onglet, puis cliquez sur «\u00a0Réessayer\u00a0».",
          'Les étapes déjà passées sont enregistrées.',
        ],
      },
    ] satisfies readonly { readonly id?: string; readonly question: string; readonly answer: readonly Words[] }[],
    more: "Votre question n'est pas ici\u00a0?",
    contact: 'Trouver mon gestionnaire',
  },
} as const;
