/** What is said when no page can answer. Calm, exact: what happened, what became of the data, what to do. */
export const unavailableTexts = {
  reference: 'Référence à donner si vous nous contactez\u00a0:',
  at: (when: string): string => `Il est ${when} à l'horloge du registre.`,
  retry: 'Réessayer',
  backToForm: 'Revenir au formulaire',
  waysOut: 'Où aller maintenant',
  front: "La page d'accueil",
  mySpace: 'Mes inscriptions',
  map: 'Le plan du site',
  contact: 'Trouver mon gestionnaire, par téléphone ou par mail',
  typed: 'Ce que vous aviez écrit',
  passwords: "Votre mot de passe n'est jamais renvoyé dans une page\u00a0: vous devrez le retaper.",
  file: "Le fichier, lui, n'a pas été reçu\u00a0: il faudra le choisir de nouveau.",

  notFound: {
    title: 'Page introuvable',
    text: "Cette page n'existe pas, ou elle n'est pas à vous.",
    address: (address: string): string => `Adresse demandée\u00a0: ${address}`,
    hint: "Si vous avez tapé l'adresse, vérifiez-la. Si vous veniez d'un mail, connectez-vous puis ouvrez de nouveau le lien.",
    hintHeld:
      "Si vous avez tapé l'adresse, vérifiez-la. Si vous veniez d'un mail, il s'adressait peut-être à un autre compte que le vôtre.",
  },
  forged: {
    title: 'Votre formulaire a expiré',
    text: "Rien n'a été enregistré. Cela arrive quand une page reste ouverte longtemps, ou quand les cookies sont effacés.",
    again: 'Vos réponses sont encore là. Cliquez sur «\u00a0Réessayer\u00a0» pour les envoyer de nouveau.',
    cookies: 'Si cette page revient encore, autorisez les cookies de ce site\u00a0: ils protègent les formulaires.',
    elsewhere: "Ce formulaire ne venait pas d'une page de ce site\u00a0: nous ne l'avons pas pris en compte.",
    reopen: 'Revenez à la page du formulaire, rechargez-la et envoyez-la de nouveau.',
    upload: 'Revenez à la page, rechargez-la, puis choisissez de nouveau votre fichier.',
  },
  signIn: {
    title: 'Votre session a pris fin',
    text: "Par sécurité, vous avez été déconnecté après un temps sans activité. Rien de ce que vous venez d'écrire n'est perdu.",
    steps: ['Connectez-vous dans un nouvel onglet.', 'Revenez ici.', 'Cliquez sur «\u00a0Réessayer\u00a0».'],
    open: 'Me connecter (nouvel onglet)',
    stay: 'Gardez cette page ouverte\u00a0: elle contient vos réponses.',
    upload: "Par sécurité, vous avez été déconnecté après un temps sans activité. Votre fichier n'a pas été reçu.",
    shortText: 'Par sécurité, vous avez été déconnecté après un temps sans activité. Connectez-vous pour continuer.',
    uploadSteps: 'Connectez-vous\u00a0: vous reviendrez à cette pièce et pourrez choisir de nouveau votre fichier.',
    signIn: 'Me connecter',
  },
  tooLarge: {
    title: 'Votre envoi est trop lourd',
    text: "Rien n'a été enregistré\u00a0: l'envoi dépasse ce que le site accepte.",
    file: 'Une pièce doit faire 25\u00a0Mo au plus par fichier. Réduisez la photo, ou faites un PDF en noir et blanc.',
    form: 'Un texte trop long peut aussi en être la cause\u00a0: raccourcissez-le.',
    help: 'Réduire un fichier',
  },
  unreadable: {
    title: "Nous n'avons pas compris cette demande",
    text: "Rien n'a été enregistré. L'adresse ou le formulaire est arrivé incomplet, souvent à cause d'une connexion coupée.",
    hint: 'Revenez à la page précédente et recommencez.',
  },
  tooLong: {
    title: "L'adresse de cette page est trop longue",
    text: "Rien n'a été enregistré\u00a0: le texte d'une recherche, ou une adresse collée, dépasse ce que le site lit.",
    hint: "Revenez à la page précédente et raccourcissez votre texte\u00a0: quelques mots suffisent à une recherche. Un texte long s'écrit dans un message à votre gestionnaire.",
    cookies:
      'Si cela revient à chaque page, effacez les cookies de ce site dans votre navigateur, puis reconnectez-vous.',
  },
  failure: {
    title: 'Une erreur est survenue',
    text: 'Elle vient de nous, et nous vous prions de nous en excuser.',
    kept: "Ce qui était déjà enregistré l'est toujours. Ce que vous venez d'envoyer n'a sans doute pas été pris en compte\u00a0: vérifiez-le.",
    keptGet: "Ce qui était déjà enregistré l'est toujours.",
    hint: "Réessayez dans une minute. Si l'erreur revient, contactez votre gestionnaire avec la référence ci-dessous.",
  },
  waiting: {
    title: "Vous êtes dans la salle d'attente",
    text: "Beaucoup de personnes utilisent le registre en ce moment. Ce n'est pas une fermeture des inscriptions.",
    place: (at: string): string =>
      `Votre place date du ${at}. Les places passent dans l'ordre où elles ont été prises.`,
    about: (minutes: number): string =>
      minutes <= 1
        ? "Votre tour vient dans moins d'une minute."
        : `Votre tour vient dans ${minutes}\u00a0minutes environ.`,
    unknown: 'Nous ne savons pas encore dire quand viendra votre tour.',
    again: (seconds: string): string =>
      `Cette page se recharge d'elle-même toutes les ${seconds}\u00a0secondes. La recharger plus souvent ne fait rien gagner, et votre place vous reste.`,
    stop: "Ne plus recharger cette page d'elle-même",
    byHand:
      "Cette page ne se recharge plus d'elle-même. Rechargez-la de temps en temps\u00a0: votre place vous est gardée un quart d'heure à chaque fois.",
    resume: "Laisser cette page se recharger d'elle-même",
    kept: "Rien n'est perdu\u00a0: ce que vous avez enregistré ou déposé est gardé.",
    posted: "Ce que vous venez d'envoyer n'est pas encore enregistré\u00a0: vos réponses sont ci-dessous.",
    press: (seconds: string): string =>
      `Attendez ${seconds}\u00a0secondes, puis cliquez sur «\u00a0Réessayer\u00a0». Votre place vous reste.`,
    file: "Votre fichier n'a pas été reçu. Revenez au formulaire, et choisissez-le de nouveau\u00a0: votre place vous reste.",
    minutes:
      "Les minutes que vous attendez ici vous sont rendues. Si une échéance passe pendant ce temps, votre prochain envoi compte comme fait d'autant de minutes plus tôt. Envoyez-le au plus tard une demi-heure après l'échéance.",
    count: 'Elles comptent tant que cette page reste ouverte.',
    countByHand: "Elles comptent jusqu'à une minute environ après chaque essai\u00a0: au-delà, réessayez.",
    stranger:
      "Vous n'êtes pas connecté\u00a0: votre place est gardée, mais les minutes d'attente ne sont rendues qu'à qui est connecté.",
    signIn: 'Me connecter',
    signInFirst: '(la connexion attend moins que les autres pages)',
  },
  later: {
    title: 'Cette page est remise à plus tard',
    text: 'Beaucoup de personnes utilisent le registre en ce moment. Les statistiques, les exports et les aperçus attendent, pour que les inscriptions et les dépôts passent.',
    hint: "Rien n'est perdu. Revenez dans une minute\u00a0: cette page est rouverte dès que l'affluence baisse.",
  },
  unavailable: {
    title: 'Le service est momentanément indisponible',
    text: "Le registre ne répond pas, pour une raison technique. Ce n'est pas une fermeture des inscriptions.",
    kept: 'Vos réponses enregistrées sont conservées.',
    posted: "Ce que vous venez d'envoyer n'a pas été enregistré. Vos réponses sont ci-dessous.",
    hint: 'Réessayez dans une minute. Inutile de recharger la page sans arrêt.',
    open: (closing: string): string => `Les inscriptions restent ouvertes jusqu'au ${closing}.`,
    proof:
      "Si la panne dure et que votre échéance approche, écrivez à votre gestionnaire. Donnez l'heure et la référence ci-dessous.",
  },
} as const;
