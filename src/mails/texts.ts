import { onLine } from '../platform/mail/words.ts';
import { plural } from '../ui/index.ts';

/** What the mails of this room say. */
export const mailTexts = {
  /** A mailbox has other readers: what is offered for one's health isn't named. */
  newRulesOffered: onLine('Ce qui vous est proposé dans vos justificatifs change\u00a0: lisez-en la liste.'),
  newRulesApplied: 'Vos pièces et leurs dates limites suivent maintenant ces règles. Ce que vous avez donné est gardé.',
  newRulesValidated:
    'Votre inscription est validée\u00a0: les pièces qui vous ont été demandées restent les mêmes. Seules leurs dates limites suivent ces règles.',
  newRulesLater:
    'Les pièces qui vous ont été demandées et leurs dates limites restent les mêmes. Si vous modifiez votre inscription, elle suivra les nouvelles règles.',
  /** After the units that the office completed, in a letter. */
  proposed: "Écrivez au rectorat que cette liste est exacte, ou ce qui ne l'est pas.",
  enrolAgain: (deadline: string): string =>
    `Une nouvelle inscription, avec un nouveau numéro, n'est possible que jusqu'au ${deadline}.`,
  noMoreEnrolling: (since: string): string =>
    `Les inscriptions sont closes ${since}\u00a0: vous ne pouvez plus vous inscrire de nouveau à cette session.`,
  /** Of what came on paper: its day, and that of its deposit where it is another; of several pieces, the code of its own. */
  receipt: (
    receipt: string,
    of: { readonly code: string | null; readonly on: string; readonly filedOn: string },
  ): string => {
    const code = of.code === null ? '' : `${of.code}, `;
    const filed = of.filedOn === of.on ? '' : `, saisi le ${of.filedOn}`;
    return `${receipt} (${code}apporté ou posté le ${of.on}${filed})`;
  },
  /** What one mail says of the decisions on a file. */
  decisions: {
    outcome: {
      refused: (count: number): string =>
        count === 1 ? 'une pièce est à refaire' : `${plural(count, 'pièce', 'pièces')} sont à refaire`,
      validated: 'elle est validée',
      undone: 'sa validation est annulée',
      reopened: 'une décision est reprise',
      examined: 'vos pièces ont été contrôlées',
    },
    onlyToRedo: (count: number): string =>
      `Votre inscription n'est pas refusée\u00a0: ${count === 1 ? 'cette pièce est seulement à refaire' : 'ces pièces sont seulement à refaire'}.`,
    refused: (piece: string, comment: string): string =>
      `À refaire\u00a0: ${piece}.\nInformation du gestionnaire\u00a0: ${comment}`,
    accepted: (count: number, pieces: string): string => `${count === 1 ? 'Conforme' : 'Conformes'}\u00a0: ${pieces}.`,
    acceptedAfterRefusal: (piece: string): string =>
      `Nous vous avions dit que cette pièce n'était pas conforme. Ce refus est repris, elle est conforme\u00a0: ${piece}.`,
    refusalReopened: (piece: string): string =>
      `Nous vous avions dit que cette pièce n'était pas conforme. Ce refus ne tient plus, elle est de nouveau à l'examen\u00a0: ${piece}.`,
    complianceReopened: (piece: string): string =>
      `Nous vous avions dit que cette pièce était conforme. Cette décision est reprise, la pièce est de nouveau à l'examen\u00a0: ${piece}.`,
    complianceRefused: "Nous vous avions dit qu'elle était conforme\u00a0: cette décision est reprise.",
    validated:
      'Votre inscription est validée\u00a0: votre confirmation est signée et toutes les pièces qui comptent pour la validation sont conformes.',
    confidential:
      'Un document confidentiel est examiné. Ce mail ne le nomme pas, pour protéger vos données\u00a0: la décision est dans vos justificatifs.',
    examinedAgain: (piece: string): string => `De nouveau à l'examen\u00a0: ${piece}.`,
    validationUndone:
      "Votre inscription était validée\u00a0: ce refus annule sa validation (code des relations entre le public et l'administration, articles L242-1 et L242-2). Elle sera validée de nouveau quand toutes les pièces seront conformes.",
    notified: `${onLine('Cette décision vous est notifiée par ce mail\u00a0; elle est aussi dans vos justificatifs, avec son motif.')} Si vous voulez la contester\u00a0:`,
    /** Each of one piece, or of several by the same day. */
    giveAgain: (end: string, count: number): string =>
      `Vous pouvez ${count === 1 ? 'la' : 'les'} déposer de nouveau jusqu'au ${end}. Cliquez ensuite de nouveau sur «\u00a0J'ai fourni toutes mes pièces\u00a0».`,
    /** After a refusal, of what several files make. */
    joins:
      "Ce que vous aviez déposé reste\u00a0: s'il ne manque qu'un côté ou qu'une page, déposez seulement ce qui manque.",
    sendAgain: (end: string, count: number): string =>
      `Vous pouvez ${count === 1 ? "l'" : 'les '}envoyer de nouveau par la poste jusqu'au ${end}.`,
    /** In the place of a date, after « jusqu'au ». */
    dayOfNotice: 'jour que fixe la notification de la décision',
    fromNotice: (byPost: boolean, count: number): string =>
      `Vous pouvez ${count === 1 ? 'la' : 'les'} ${byPost ? 'renvoyer' : 'donner de nouveau'} dès maintenant. Vos jours pour le faire ne courent que du jour où la décision vous est notifiée.`,
    returned: (day: string): string => `Elle vous est renvoyée par la poste, le ${day}.`,
    noMoreSending: (day: string, count: number): string =>
      `Le délai pour ${count === 1 ? "l'" : 'les '}envoyer de nouveau est passé depuis le ${day}\u00a0: écrivez ou téléphonez sans attendre.`,
    noMoreGiving: (since: string, count: number): string =>
      `Le délai pour ${count === 1 ? 'la' : 'les'} déposer de nouveau est passé ${since}\u00a0: écrivez ou téléphonez sans attendre.`,
  },
  reserve: {
    liftedFirst: 'Une personne du rectorat a examiné votre situation et a levé la réserve.',
  },
  infected: {
    ofPage: (page: number, why: string): string =>
      `La page ${page}\u00a0: ${why} Les autres pages ne sont pas perdues\u00a0: elles sont prêtes à être déposées, et gardées 48\u00a0heures.`,
    giveAnother: (until: string): string =>
      `Déposez-en un autre ${until}, puis cliquez sur «\u00a0J'ai fourni toutes mes pièces\u00a0».`,
    /** `ofHealth`: whom to write to is read in their space alone. */
    write: (ofHealth: boolean): string =>
      ofHealth
        ? "Ce document ne peut plus être changé pour l'instant\u00a0: votre espace dit à qui écrire, sans attendre."
        : "Cette pièce ne peut plus être changée pour l'instant\u00a0: écrivez ou téléphonez sans attendre à votre gestionnaire.",
    whomOfHealth: 'votre espace dit à qui',
  },
} as const;
