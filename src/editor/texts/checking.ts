import { listing, plural, quoted } from '../../ui/index.ts';

const enrolments = (count: number): string => plural(count, 'inscription', 'inscriptions');

/** Reading a draft again before it is published: differences, cases, enrolments, and the decision. */
export const texts = {
  differences: {
    title: 'Différences',
    lead: 'Ce que le brouillon change aux règles sur lesquelles il repose.',
    none: 'Aucune différence',
    noneText: "Le brouillon dit la même chose que les règles d'où il part.",
    kinds: { changed: 'modifié', added: 'ajouté', gone: 'retiré' },
    layoutOnly: 'Seuls des commentaires ou la mise en page ont changé.',
    lines: 'Les lignes du fichier',
    oldLines: 'Les lignes du fichier retiré',
    skipped: (count: number): string => `… ${plural(count, 'ligne inchangée', 'lignes inchangées')}`,
    left: (count: number): string =>
      `… et ${plural(count, 'autre ligne', 'autres lignes')}, à lire dans le fichier lui-même`,
    valuesLeft: (count: number): string =>
      `Trop de valeurs ont changé pour être toutes montrées\u00a0: ${plural(count, 'manque', 'manquent')} ici. Faites plusieurs brouillons, ou lisez les fichiers.`,
    tooDifferent: 'Les deux fichiers sont trop différents, ou trop longs, pour être comparés ligne à ligne.',
    notCompared:
      "Les fichiers n'ont pas pu être comparés\u00a0: il y a trop de travail en cours, ou ils sont trop gros. Rechargez cette page dans une minute.",
    nothing: 'rien',
    removed: 'enlevé',
  },
  cases: {
    title: 'Cas types',
    lead: 'Des candidats types et ce que les règles doivent leur répondre\u00a0: essayés à chaque enregistrement.',
    notRun:
      "Les cas types n'ont pas pu être essayés\u00a0: il y a trop de travail en cours, ou ils demandent trop de temps. Rechargez cette page dans une minute.",
    notYet: 'Les cas seront essayés quand le brouillon sera sans faute.',
    holding: (count: number): string => `${plural(count, 'cas tient', 'cas tiennent')}`,
    failing: (count: number): string => `${plural(count, 'cas échoue', 'cas échouent')}`,
    holds: 'tient',
    fails: 'échoue',
    columns: { title: 'Cas', state: 'Résultat', differences: 'Ce qui diffère' },
  },
  effects: {
    title: 'Inscriptions',
    lead: "Les inscriptions en cours que ce changement touche. Rien n'est fait avant la publication\u00a0; chaque candidat est prévenu après. Ce qui dépend de la santé d'un candidat n'est ni nommé ni compté ici\u00a0: lui seul l'apprend.",
    notYet: 'La liste sera établie quand le brouillon sera sans faute.',
    none: "Aucune inscription en cours n'est touchée",
    noneText: 'Ce changement ne vaut que pour les inscriptions à venir.',
    count: (count: number): string => `${enrolments(count)} ${count < 2 ? 'touchée' : 'touchées'}`,
    lost: (count: number): string =>
      `${enrolments(count)} ne ${count < 2 ? 'pourrait plus être relue' : 'pourraient plus être relues'}\u00a0: ce brouillon ne peut pas être publié.`,
    lostUncounted: 'Des inscriptions ne pourraient plus être relues\u00a0: ce brouillon ne peut pas être publié.',
    few: (most: number): string => `Moins de ${most} inscriptions touchées`,
    unnamed: "Les candidats ne sont nommés qu'aux personnes qui lisent les dossiers.",
    lostNames: 'Ces règles ne peuvent pas être publiées',
    closures: "Ces règles ferment ce qui est ouvert aujourd'hui",
    closure: (message: string, registered: number, drafts: number): string =>
      registered + drafts === 0
        ? `${message} Aucune inscription en cours n'est touchée.`
        : `${message} Sont touchées\u00a0: ${listing([
            ...(registered === 0 ? [] : [plural(registered, 'inscription enregistrée', 'inscriptions enregistrées')]),
            ...(drafts === 0 ? [] : [plural(drafts, 'inscription en préparation', 'inscriptions en préparation')]),
          ])}.`,
    draft: 'brouillon',
    columns: { number: 'Inscription', who: 'Candidat', what: 'Ce qui change' },
    told: { number: 'Inscription', what: 'Ce qui change', at: 'Prévenu' },
    notTold: 'pas encore',
    more: (count: number): string => `… et ${enrolments(count)} de plus.`,
  },
  overview: {
    lead: "Où en est le brouillon, et ce qu'il reste à faire.",
    sound: 'Aucune faute',
    changes: (count: number): string => plural(count, 'fichier changé', 'fichiers changés'),
    noChange: 'Rien de changé',
    authors: (names: string): string => `Écrit par ${names}`,
    purpose: 'But du changement',
    sentBack: 'Renvoyé pour correction',
    stale: "D'autres règles sont en vigueur",
    staleText:
      "Depuis le début de ce brouillon, d'autres règles ont été publiées. Mettez-le à jour\u00a0: vos fichiers changés restent comme vous les avez écrits, les autres suivent. Relisez ensuite les différences.",
    overlap: (files: string): string =>
      `Attention\u00a0: ces fichiers ont changé des deux côtés, votre texte l'emporte\u00a0: ${files}.`,
    update: 'Mettre à jour',
    updated: 'Mis à jour sur les règles en vigueur',
    saves: 'Enregistrements',
    noSave: "Rien n'a encore été enregistré.",
    saveColumns: { what: 'Ce qui a été fait', who: 'Par', at: 'Quand', act: 'Revenir' },
    takeBack: 'Revenir avant',
    tookBack: (what: string): string => `Annulé\u00a0: ${what}`,
    export: 'Télécharger les fichiers (ZIP)',
    published: (publication: number): string => `Ce brouillon est en vigueur\u00a0: publication ${publication}.`,
    seePublication: 'Voir la publication',
    abandoned: 'Ce brouillon a été abandonné. Il est gardé, et ne peut plus être repris.',
    abandon: 'Abandonner le brouillon',
    abandonTitle: 'Abandonner ce brouillon\u00a0?',
    abandonLead: 'Il est gardé pour mémoire, mais ne pourra plus être repris ni publié.',
    keep: 'Garder le brouillon',
  },
  submit: {
    title: 'Soumettre à la relecture',
    lead: "Une personne qui n'a rien écrit dans ce brouillon le relira et le publiera.",
    purpose: 'À quoi sert ce changement\u00a0?',
    purposeHint: 'Une ou deux phrases, pour la personne qui relit et pour le journal.',
    purposeMissing: 'Écrivez à quoi sert ce changement.',
    purposeTooLong: 'Le but du changement fait au plus 1\u00a0000\u00a0caractères\u00a0: raccourcissez-le.',
    submit: 'Soumettre',
    cantYet: 'Ce brouillon ne peut pas être soumis\u00a0: personne ne pourrait le publier',
    publishers: (names: readonly string[]): string => `Peut le relire et le publier\u00a0: ${listing(names, 'ou')}.`,
    nobody:
      "Personne ne peut le publier aujourd'hui\u00a0: il faut quelqu'un qui n'y a rien écrit, responsable ou administrateur. Ouvrez-lui un accès dans «\u00a0Personnel\u00a0».",
    mayPublish: "Vous n'y avez rien écrit\u00a0: vous pouvez le relire et le publier, ou le renvoyer pour correction.",
    mayNotPublish: (names: readonly string[]): string =>
      names.length === 0
        ? "Vous y avez écrit\u00a0: une autre personne doit le relire et le publier. Personne d'autre ne le peut aujourd'hui."
        : `Vous y avez écrit\u00a0: une autre personne doit le relire et le publier (${listing(names, 'ou')}).`,
    waits: 'En attente de relecture',
    waitsOwn: 'Vous avez écrit dans ce brouillon\u00a0: une autre personne doit le relire et le publier.',
    reopen: 'Reprendre le brouillon',
  },
  publish: {
    title: 'Relire et publier',
    open: 'Relire et publier',
    lead: 'Relisez tout\u00a0: après la publication, ces règles valent pour tout le monde, tout de suite.',
    applied: 'Les pièces déjà demandées à ces inscriptions',
    appliedHint: 'Les candidats reçoivent un mail qui dit ce qui change pour eux, et ce que vous choisissez ici.',
    appliedOptions: {
      oui: 'suivent les nouvelles règles',
      ouiHint: 'Les pièces et leurs dates limites sont calculées de nouveau. Les fichiers déposés sont gardés.',
      non: 'restent comme elles ont été demandées',
      nonHint: 'Une inscription que son candidat modifie suivra les nouvelles règles.',
    },
    appliedMissing: 'Choisissez ce qui arrive aux pièces déjà demandées.',
    despite: 'Pourquoi publier alors que des cas types échouent\u00a0?',
    despiteHint:
      "Écrit dans le journal. S'ils ne sont plus justes, il vaut mieux renvoyer le brouillon et corriger les cas.",
    despiteMissing: 'Écrivez pourquoi vous publiez bien que des cas types échouent.',
    despiteTooLong: 'La raison fait au plus 1\u00a0000\u00a0caractères\u00a0: raccourcissez-la.',
    closes: "J'ai lu ce que ces règles ferment et qui est touché, je le confirme",
    closesMissing: 'Relisez ce que ces règles ferment, puis cochez la case pour le confirmer.',
    submit: 'Publier ces règles',
    sendBackTitle: 'Renvoyer pour correction',
    reason: 'Ce qui est à corriger',
    reasonMissing: "Écrivez ce qui est à corriger, pour la personne qui l'a écrit.",
    reasonTooLong: 'Ce texte fait au plus 1\u00a0000\u00a0caractères\u00a0: raccourcissez-le.',
    sendBack: 'Renvoyer',
    cantYet: "Ce brouillon ne peut pas être publié en l'état",
  },
  publication: {
    title: (id: number): string => `Publication ${id}`,
    since: (instant: string): string => `En vigueur depuis le ${instant}.`,
    from: (instant: string): string => `Publiée le ${instant}.`,
    delivered: 'Règles livrées avec le logiciel.',
    by: (author: string, publisher: string): string => `Écrite par ${author}, publiée par ${publisher}.`,
    despite: 'Publiée bien que des cas types échouaient',
    applied: 'Les pièces des inscriptions touchées ont suivi les nouvelles règles.',
    notApplied: 'Les pièces des inscriptions touchées sont restées comme elles étaient.',
    told: (told: number, count: number): string =>
      `${plural(told, 'candidat prévenu', 'candidats prévenus')} sur ${count}.`,
    toldFew: (most: number): string => `Moins de ${most} candidats sont concernés ; chacun est prévenu par mail.`,
    telling:
      "La liste des inscriptions touchées est en cours, ou n'en a aucune à montrer\u00a0: rechargez la page dans une minute.",
    restore: 'Repartir de ces règles',
    restoreHint: 'Commence un brouillon qui remet ces règles en place.',
    restoreTitle: (id: number): string => `Retour à la publication ${id}`,
    back: 'Règles',
  },
  confirm: (title: string): string => quoted(title),
};
