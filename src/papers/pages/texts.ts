/** What the pages of the papers say. */
export const pageTexts = {
  /** A paper's line among the documents, and its file. */
  row: {
    unread: 'Non lu',
    replaced: 'Remplacée',
    noEffect: 'Sans effet',
    edition: (edition: string): string => `${edition.slice(0, 1).toUpperCase()}${edition.slice(1)}`,
    issued: (moment: string): string => `mis à disposition le ${moment}`,
    /** Of a file that bears a seal: any change in it shows. */
    sealed: {
      'B-B': 'Scellé\u00a0: tout changement du fichier se voit',
      'B-T': 'Scellé et horodaté\u00a0: tout changement du fichier se voit',
    },
    zipMissing: 'documents-non-joints.txt',
    zipMissingText:
      "Ces documents ne sont pas dans cette archive\u00a0: ils n'étaient pas encore édités, ou n'ont pas pu l'être.",
    zipSealed: 'documents-scelles.txt',
    zipSealedText:
      'Ces fichiers portent un scellé électronique\u00a0: un lecteur de PDF, ou le programme pdfsig, dit si quelque chose y a été changé. Les certificats sont à /verifier/cachets.pem. La page /verifier dit si le document vaut encore.',
    download: 'Télécharger le PDF',
    about: (title: string, edition: string): string => `${title}, ${edition}`,
    todo: {
      confirmation: (until: string): string => `À imprimer, dater, signer et déposer ${until}.`,
      confirmationEither: (until: string): string => `À signer ${until}, sur papier ou en ligne.`,
      confirmationOnline: (until: string): string => `À signer en ligne ${until}.`,
      confirmationGiven: 'Déposée\u00a0: le rectorat la contrôle.',
      confirmationDone: "Signée et conforme\u00a0: vous n'avez plus rien à faire pour elle.",
      confirmationLink: 'Signer ma confirmation',
      request: (progress: string): string =>
        `La liste des pièces à fournir, pourquoi et jusqu'à quand. Aujourd'hui\u00a0: ${progress}.`,
      requestLink: 'Mes justificatifs',
      left: (progress: string): string => `Ce qui manquait ce jour-là. Aujourd'hui\u00a0: ${progress}.`,
      coming: "Le jour, l'heure, la salle\u00a0: à apporter à chaque épreuve.",
      comingLink: 'Ma convocation',
      replaced: "Une version plus récente la remplace. Vous n'avez rien à en faire.",
      noEffect: "Cette décision est retirée, ou portait sur vos réponses d'avant\u00a0: elle est sans effet.",
      decision:
        'Elle dit ce qui est décidé de votre inscription et pourquoi, comment contester cette décision, et dans quel délai.',
      ended: "Votre inscription a pris fin\u00a0: ce document n'appelle plus rien de vous.",
    },
  },

  page: {
    back: 'Mes documents',
    print: 'Visualiser/Imprimer',
    download: 'Télécharger le PDF',
    replaced: (edition: string): string =>
      `Ce document porte la mention «\u00a0${edition}\u00a0». Une version plus récente le remplace\u00a0: il reste ici pour mémoire.`,
    seeLatest: 'Voir la version en vigueur',
    contest: 'Contester cette décision, ou suivre le recours',
  },

  sign: {
    back: 'Revenir à mon inscription',
    number: (number: string): string => `N°\u00a0${number}`,
    version: (version: number): string => `Version ${version}`,
    title: "Ma confirmation d'inscription",
    lead: "Signer votre confirmation, c'est confirmer votre inscription. Sans signature avant la clôture, elle ne sera pas validée.",
    until: (until: string, distance: string): string => `À déposer ${until}, ${distance}.`,
    late: (since: string): string => `Le dépôt est clos ${since}. Écrivez tout de suite à votre gestionnaire.`,
    deadlineTitle: 'Date limite',
    steps: {
      print: 'Imprimez-la',
      printText: 'Ouvrez le PDF et imprimez toutes ses pages. Vérifiez chaque renseignement.',
      sign: 'Datez-la et signez-la',
      signText:
        'Au stylo, dans le cadre «\u00a0À dater et à signer\u00a0» de la dernière page. Une erreur\u00a0? Ne corrigez pas à la main\u00a0: modifiez votre inscription, une nouvelle confirmation la remplacera.',
      signMinorText:
        'Au stylo, dans le cadre «\u00a0À dater et à signer\u00a0» de la dernière page\u00a0: vous et votre représentant légal. Une erreur\u00a0? Ne corrigez pas à la main\u00a0: modifiez votre inscription, une nouvelle confirmation la remplacera.',
      deposit: 'Déposez-la',
      depositText: 'Photographiez ou numérisez toutes les pages, puis déposez-les (PDF ou JPEG, pièce CINSIG01).',
      depositLink: 'Déposer ma confirmation signée',
      send: 'Envoyez-la',
      sendText: "Envoyez toutes les pages par la poste (pièce CINSIG01). L'adresse est avec la pièce.",
      sendLink: "Voir l'adresse",
    },
    online: {
      title: 'Ou signez-la en ligne',
      only: 'Signez-la en ligne',
      text: "Sans imprimer\u00a0: vous la lisez à l'écran et vous la signez avec votre mot de passe, ou un code reçu par mail. Elle est alors conforme tout de suite.",
      link: 'Signer en ligne',
      paper: 'Je préfère, ou je dois, signer sur papier',
      done: 'Votre confirmation est signée en ligne',
      doneText: (version: number, moment: string): string =>
        `Version ${version}, le ${moment}. Elle est conforme\u00a0: vous n'avez plus rien à faire pour elle.`,
      proof: 'Voir la preuve de ma signature',
    },
    signed: 'Votre confirmation signée est déposée',
    signedText: (version: number, moment: string): string =>
      `Version ${version}, le ${moment}. Le rectorat la contrôle\u00a0: pour elle, vous n'avez rien à faire.`,
    toHandOverText:
      "Elle est déposée. Il reste à le dire au gestionnaire\u00a0: cliquez sur «\u00a0J'ai fourni toutes mes pièces\u00a0».",
    toHandOverLink: 'Mes justificatifs',
    compliant: 'Votre confirmation signée est conforme',
    compliantText: "Vous n'avez plus rien à faire pour elle.",
    refused: 'Votre confirmation signée est à refaire',
    ended: "Cette inscription a pris fin\u00a0: la confirmation ci-dessous n'a plus à être signée.",
    changing: 'Des modifications ne sont pas enregistrées',
    changingText: (version: number): string =>
      `La confirmation ci-dessous est celle de la version ${version}, la dernière enregistrée. Vos modifications n'y sont pas\u00a0: enregistrez-les d'abord, ou abandonnez-les, puis signez.`,
    changingLink: 'Revenir à mes modifications',
  },

  nothingYet: {
    title: "Votre confirmation n'existe pas encore",
    text: "La confirmation d'inscription vient après «\u00a0Enregistrer\u00a0», le bouton de la dernière étape. C'est lui qui fait prendre en compte votre candidature et qui donne votre numéro.",
    next: (step: string): string => `Continuer\u00a0: ${step}`,
    ended: "Cette inscription a été abandonnée avant «\u00a0Enregistrer\u00a0»\u00a0: elle n'a pas de document.",
    toList: 'Mes inscriptions',
  },
} as const;
