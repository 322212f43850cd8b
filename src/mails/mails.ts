import { defineMail } from '../catalogue/index.ts';
import { LOSES, OF_ENROLMENT } from '../post/index.ts';

/** What happens to a file, but what is decided of somebody (`reserveMails.ts`, `samePersonMails.ts`). */
export const fileMails = {
  withdrawn: defineMail(
    { code: 'enrolment.withdrawn' },
    {
      name: 'Inscription retirée',
      given: [...OF_ENROLMENT, 'deadline', 'remedy'],
      needs: {
        number: 'le candidat ne saurait pas quelle inscription est retirée',
        remedy: "le candidat ne saurait pas s'il peut encore s'inscrire, et jusqu'à quand",
      },
    },
  ),
  validated: defineMail(
    { code: 'enrolment.validated' },
    {
      name: 'Inscription validée',
      given: OF_ENROLMENT,
      needs: { number: 'le candidat ne saurait pas quelle inscription est validée' },
    },
  ),
  disclosure: defineMail(
    { code: 'enrolment.disclosure' },
    {
      name: 'Diffusion des résultats, choix changé',
      given: [...OF_ENROLMENT, 'choice'],
      needs: {
        number: LOSES.number,
        choice: 'le candidat ne saurait pas quel choix est enregistré',
        link: "le candidat n'aurait pas la page où changer d'avis",
      },
    },
  ),
  unitsProposed: defineMail(
    { code: 'units.proposed' },
    { name: 'Unités complétées, à confirmer', given: OF_ENROLMENT, needs: { number: LOSES.number, link: LOSES.link } },
  ),
  pieceRefused: defineMail(
    { code: 'piece.refused' },
    {
      name: 'Pièce non conforme',
      given: [...OF_ENROLMENT, 'piece', 'comment', 'deadline', 'remedy'],
      needs: {
        number: LOSES.number,
        piece: 'le candidat ne saurait pas quelle pièce est refusée',
        comment: 'le candidat ne saurait pas pourquoi sa pièce est refusée',
        remedy: "le candidat ne saurait pas jusqu'à quand la redonner",
        link: LOSES.link,
      },
    },
  ),
  pieceFiled: defineMail(
    { code: 'piece.filed' },
    {
      name: 'Pièce déposée pour le candidat',
      given: [...OF_ENROLMENT, 'piece', 'receipt'],
      needs: {
        piece: 'le candidat ne saurait pas quelle pièce est déposée pour lui',
        receipt: "le candidat n'aurait pas la preuve de son dépôt",
        link: "le candidat n'aurait pas la page où la voir ou la retirer",
      },
    },
  ),
  piecesAccepted: defineMail(
    { code: 'pieces.accepted' },
    {
      name: 'Pièces conformes',
      given: [...OF_ENROLMENT, 'pieces', 'todo'],
      needs: { number: LOSES.number, pieces: 'le candidat ne saurait pas quelles pièces sont conformes' },
    },
  ),
  decided: defineMail(
    { code: 'pieces.decided' },
    {
      name: 'Plusieurs décisions sur un dossier',
      given: [...OF_ENROLMENT, 'outcome', 'decisions', 'todo', 'remedy'],
      needs: {
        number: LOSES.number,
        decisions: 'le candidat ne saurait pas ce qui est décidé, ni pourquoi',
        remedy: 'le candidat dont la validation est annulée ne saurait pas comment contester',
        link: LOSES.link,
      },
    },
  ),
  healthExamined: defineMail(
    { code: 'document.examined', health: true },
    {
      name: 'Document confidentiel examiné',
      given: OF_ENROLMENT,
      needs: { number: LOSES.number, link: 'le candidat ne pourrait pas lire la décision, que ce mail ne dit pas' },
    },
  ),
  fileInfected: defineMail(
    { code: 'file.infected', onlyByMail: true },
    {
      name: 'Fichier infecté',
      given: [...OF_ENROLMENT, 'piece', 'file', 'receipt', 'remedy'],
      needs: {
        piece: 'le candidat ne saurait pas quelle pièce redonner',
        receipt: 'le candidat ne saurait pas quel fichier est infecté',
        remedy: "le candidat ne saurait pas jusqu'à quand en donner un autre",
        link: LOSES.link,
      },
    },
  ),
  healthInfected: defineMail(
    { code: 'document.infected', health: true, onlyByMail: true },
    {
      name: 'Document confidentiel infecté',
      given: [...OF_ENROLMENT, 'receipt', 'remedy'],
      needs: {
        receipt: 'le candidat ne saurait pas quel fichier est infecté',
        remedy: "le candidat ne saurait pas jusqu'à quand en donner un autre",
        link: LOSES.link,
      },
    },
  ),
  fileUnreadable: defineMail(
    { code: 'file.unreadable', onlyByMail: true },
    {
      name: 'Fichier illisible',
      given: [...OF_ENROLMENT, 'piece', 'file', 'receipt', 'comment', 'remedy'],
      needs: {
        piece: 'le candidat ne saurait pas quelle pièce redonner',
        receipt: "le candidat ne saurait pas quel fichier n'a pas pu être lu",
        comment: 'le candidat ne saurait pas pourquoi, ni quoi changer',
        remedy: "le candidat ne saurait pas jusqu'à quand en donner un autre",
        link: LOSES.link,
      },
    },
  ),
  healthUnreadable: defineMail(
    { code: 'document.unreadable', health: true, onlyByMail: true },
    {
      name: 'Document confidentiel illisible',
      given: [...OF_ENROLMENT, 'receipt', 'comment', 'remedy'],
      needs: {
        receipt: "le candidat ne saurait pas quel fichier n'a pas pu être lu",
        comment: 'le candidat ne saurait pas pourquoi, ni quoi changer',
        remedy: "le candidat ne saurait pas jusqu'à quand en donner un autre",
        link: LOSES.link,
      },
    },
  ),
  rulesChanged: defineMail(
    { code: 'rules.changed' },
    {
      name: 'Règles changées, inscription enregistrée',
      given: [...OF_ENROLMENT, 'changes', 'remedy'],
      needs: {
        number: LOSES.number,
        changes: 'le candidat ne saurait pas ce qui change',
        remedy: 'le candidat ne saurait pas si ses pièces changent aussi',
        link: LOSES.link,
      },
    },
  ),
  rulesOfDraft: defineMail(
    { code: 'rules.changed-draft', onlyByMail: true },
    {
      name: 'Règles changées, inscription en préparation',
      given: ['civility', 'name', 'exam', 'session', 'link', 'changes'],
      needs: { changes: 'le candidat ne saurait pas ce qui change', link: LOSES.link },
    },
  ),
  extended: defineMail(
    { code: 'window.extended' },
    (of: {
      readonly civility: string;
      readonly name: string;
      /** Of the enrolment; null while it is being written. */
      readonly number: string | null;
      readonly session: string;
      readonly reason: string;
      readonly changes: string;
      /** A line each; empty where nothing is left to do. */
      readonly todo: string;
      readonly link: string;
      /** Null before there is an officer. */
      readonly contact: string | null;
    }) => ({
      subject:
        of.number === null ? `Dates reportées\u00a0: ${of.session}` : `Inscription ${of.number}\u00a0: dates reportées`,
      body: [
        `Bonjour ${of.civility} ${of.name},`,
        `Après un incident, des dates de la ${of.session} sont reportées pour tous les candidats.`,
        `L'incident\u00a0: ${of.reason}`,
        `Ce qui change pour vous\u00a0:\n${of.changes}`,
        ...(of.todo === '' ? [] : [`Ce qu'il vous reste à faire\u00a0:\n${of.todo}`]),
        of.link,
        ...(of.contact === null ? [] : [`Une question\u00a0? Écrivez ou téléphonez\u00a0: ${of.contact}.`]),
      ].join('\n\n'),
    }),
  ),
};
