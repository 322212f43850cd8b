import type { ArticlePart } from './article.ts';

/** RGPD, articles 13 and 30. What the office has not decided yet is called a proposal; what it must fill in is said. */
export function privacy(office: {
  readonly authority: string;
  readonly demonstration: boolean;
}): readonly ArticlePart[] {
  return [
    {
      id: 'responsable',
      title: 'Qui est responsable',
      blocks: [
        ...(office.demonstration
          ? ["Ce site est une démonstration\u00a0: le service est fictif. N'y mettez aucune donnée vraie."]
          : []),
        `Le responsable du traitement est ${office.authority}.`,
        'Les coordonnées de son délégué à la protection des données (DPO) ne sont pas encore inscrites ici. Le rectorat doit les compléter.',
      ],
    },
    {
      id: 'finalites',
      title: 'À quoi servent vos données',
      blocks: [
        {
          list: [
            "vous inscrire à l'examen et vérifier que vous remplissez les conditions\u00a0;",
            'contrôler vos pièces justificatives et vous dire ce qui manque\u00a0;',
            "organiser l'examen, vous envoyer les documents et les résultats\u00a0;",
            'garder la preuve de ce qui a été fait, par vous et par le service.',
          ],
        },
        "Elles ne servent à rien d'autre. Elles ne sont ni vendues, ni louées, ni données à un annonceur.",
      ],
    },
    {
      id: 'base',
      title: 'Sur quelle base légale',
      blocks: [
        "L'exécution d'une mission d'intérêt public (RGPD, article 6.1.e)\u00a0: organiser l'examen, selon les articles D337-95\u00a0à D337-124\u00a0du code de l'éducation.",
        "La diffusion de vos résultats demande votre accord. Rien n'est coché d'avance, et vous pouvez changer d'avis jusqu'à la clôture.",
      ],
    },
    {
      id: 'donnees',
      title: 'Quelles données',
      blocks: [
        {
          list: [
            'votre état civil, votre adresse, vos téléphones, votre adresse mail\u00a0;',
            'votre parcours\u00a0: formation, diplômes, emplois, notes déjà obtenues\u00a0;',
            'vos choix\u00a0: spécialité, forme de passage, épreuves, langues\u00a0;',
            'vos pièces justificatives, et ce que le gestionnaire en a dit\u00a0;',
            "la date et l'heure de vos actes, et l'adresse du réseau de vos connexions, comme preuve.",
          ],
        },
      ],
    },
    {
      id: 'sante',
      title: 'Le handicap',
      blocks: [
        "Nous vous demandons si vous sollicitez un aménagement d'épreuves et, pour les spécialités qui demandent une formation au travail en hauteur (R.408), si vous êtes reconnu travailleur handicapé. Cette seconde réponse est facultative.",
        "Seuls vous et les personnes chargées des aménagements au rectorat lisez ces réponses. Elles ne figurent ni sur votre confirmation d'inscription, ni dans le dossier, l'historique ou les listes que lit le bureau, et ne font jamais rien refuser.",
        "Votre dossier d'aménagement (certificats, avis médical) n'est pas dans ce site. Il suit la procédure de l'académie.",
        "Une pièce qui touche à la santé, comme la dispense de la formation au travail en hauteur (R.408), n'est jamais obligatoire. Seules les personnes chargées des aménagements au rectorat l'ouvrent\u00a0: ni votre gestionnaire, ni le chef de bureau. Aucun mail n'en parle.",
      ],
    },
    {
      id: 'destinataires',
      title: 'Qui les lit',
      blocks: [
        "Le gestionnaire de votre spécialité, le chef de bureau et, pour leur part, le jury et les centres d'examen.",
        'Chaque acte sur votre dossier laisse une trace que personne ne peut effacer.',
        "Aucune page n'appelle un service extérieur\u00a0: ni police d'écriture, ni carte, ni mesure d'audience.",
      ],
    },
    {
      id: 'durees',
      title: 'Combien de temps',
      blocks: [
        "Ces durées sont une proposition de Registre. Le rectorat doit les fixer, avec l'accord de ses archives.",
        {
          facts: [
            { label: 'Brouillon jamais enregistré', value: 'trois mois après la clôture' },
            { label: 'Pièces justificatives', value: 'un an après la fin de la session' },
            { label: 'Inscription, notes, décisions', value: 'deux ans, puis huit ans aux archives' },
            { label: 'Notes que vous pouvez conserver', value: 'au moins cinq ans' },
            { label: 'Registre des diplômes', value: 'sans limite' },
            { label: 'Journal des connexions', value: 'un an' },
            { label: 'Trace de ce qui a été refusé', value: 'six mois' },
            { label: 'Trace des actes', value: 'dix ans' },
          ],
        },
      ],
    },
    {
      id: 'droits',
      title: 'Vos droits',
      blocks: [
        'Vous pouvez consulter vos données, les faire corriger, demander une copie, vous opposer à leur usage ou le faire limiter.',
        "L'effacement est limité\u00a0: une inscription et un résultat doivent être gardés.",
        [
          'Écrivez à ',
          { text: 'votre gestionnaire', href: '/contact' },
          '. Il peut vous demander de prouver votre identité.',
        ],
        [
          'Vous pouvez aussi adresser une plainte à la CNIL\u00a0: ',
          { text: 'www.cnil.fr/fr/plaintes', href: 'https://www.cnil.fr/fr/plaintes' },
          ', ou 3\u00a0place de Fontenoy, TSA 80715, 75334\u00a0Paris CEDEX 07.',
        ],
      ],
    },
    {
      id: 'cookies',
      title: 'Les cookies',
      blocks: [
        "Aucun cookie de mesure ni de publicité\u00a0: il n'y a donc rien à accepter ni à refuser. Les pages d'information n'en posent aucun.",
        {
          facts: [
            { label: 'registre_session', value: 'vous reconnaît quand vous êtes connecté' },
            { label: 'registre_form', value: 'protège les formulaires, un jour' },
            { label: 'registre_activation', value: "retient l'adresse à activer, une heure" },
            { label: 'registre_connexion', value: 'attend le code reçu par mail, quinze minutes' },
            { label: 'registre_apparence', value: 'retient les couleurs choisies, un an' },
            {
              label: 'registre_simulation',
              value: 'garde les réponses du simulateur, si vous le demandez, sept jours',
            },
          ],
        },
      ],
    },
  ];
}
