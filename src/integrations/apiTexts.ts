import { plural } from '../platform/french/french.ts';

/** What another program reads, in its answers and in their description. */
export const apiTexts = {
  description:
    "Avec une clé qu'un chef de bureau a créée (Authorization\u00a0: Bearer): les sessions de son académie, où en sont les dossiers, les résultats publiés. En lecture seulement\u00a0; rien de la santé ni des aménagements, aucun document, aucun motif d'absence. Chaque lecture est inscrite au journal, et chaque candidat lit quel logiciel a lu son dossier.",
  keyDescription: "La clé, montrée une fois à qui l'a créée.",
  noKey: 'Cette adresse demande une clé de lecture\u00a0: Authorization: Bearer suivi de la clé.',
  unknownKey:
    "Cette clé n'ouvre rien\u00a0: elle n'existe pas, elle a été retirée, ou son dernier jour est passé. Un chef de bureau peut en créer une autre.",
  scope: (name: string): string =>
    `Cette clé n'ouvre pas «\u00a0${name}\u00a0». Un chef de bureau choisit ce qu'une clé ouvre en la créant.`,
  notFound: "Ce dossier n'existe pas, ou n'est pas de l'académie de cette clé.",
  impossible: 'La demande contient des valeurs impossibles.',
  tooFast: (seconds: number): string =>
    `Trop de demandes avec cette clé\u00a0: réessayez dans ${plural(seconds, 'seconde', 'secondes')}.`,
  answers: {
    ok: 'La réponse.',
    unauthorized: 'Aucune clé, ou une clé qui ne vaut plus.',
    forbidden: "La clé n'ouvre pas cela.",
    notFound: "Rien de ce nom dans l'académie de la clé.",
    impossible: 'Une valeur impossible\u00a0: faults les nomme.',
    pace: (perSecond: number): string =>
      `Trop de demandes avec cette clé\u00a0: ${perSecond} par seconde au plus dans la durée. Retry-After dit quand réessayer.`,
  },
  sessions: "Les sessions de l'académie de la clé",
  files: "Les dossiers d'une session, par numéro",
  filesText:
    "Une page peut être courte, ou vide, et dire où continuer\u00a0: la liste est finie quand next vaut null. Les identités n'y sont que si la clé les ouvre.",
  file: 'Un dossier',
  results: "Les résultats publiés d'une session, par numéro",
  resultsText: "Rien avant la seconde annoncée. Une publication suspendue n'y est plus.",
  fields: {
    session: "Le code d'une session de l'académie de la clé.",
    cursor: 'Ce que next valait à la page précédente.',
    limit: (most: number): string => `Combien par page, ${most} au plus.`,
    stateAsked: 'Les dossiers dans cet état seulement.',
    changedSince: 'Les dossiers changés à cet instant ou après (RFC 3339, avec le décalage).',
    id: "L'identifiant du dossier, qui ne change pas.",
    speciality: 'Le code de la spécialité (CFD).',
    state:
      'under-reserve\u00a0: une personne doit décider. to-sign\u00a0: confirmation attendue. signed. validated. withdrawn\u00a0: retiré par le candidat. set-aside\u00a0: écarté. cancelled\u00a0: annulé.',
    changedAt: "Le dernier changement\u00a0: inscription, signature, décision, résultat. Une lecture n'en est pas un.",
    pieces: 'Les pièces demandées, sans celles qui touchent à la santé ni celles dont le candidat est dispensé.',
    pieceState:
      'missing\u00a0: rien. given\u00a0: déposée. received\u00a0: reçue. compliant, non-compliant\u00a0: décidée.',
    pieceDue: "L'instant avant lequel elle doit arriver.",
    identity: 'Seulement si la clé ouvre les identités.',
    decision: 'ADMITTED\u00a0: admis. REFUSED\u00a0: ajourné. NOT_JUDGED\u00a0: non jugé.',
    average: "Sur 20, arrondie à deux décimales\u00a0; null où il n'y en a pas.",
    publication: 'Le numéro de la publication qui le dit\u00a0: une plus grande le remplace.',
    next: 'À donner comme cursor pour continuer\u00a0; null\u00a0: la liste est finie.',
    title: 'Une phrase en français.',
  },
  faults: {
    cursor: 'cursor se recopie de next, sans rien y changer. Sans lui, la liste reprend au début.',
    limit: (most: number): string => `limit est un nombre entier, de 1 à ${most}.`,
    state: (states: readonly string[]): string => `state est un de\u00a0: ${states.join(', ')}.`,
    changedSince: 'changedSince est un instant avec son décalage, par exemple 2026-12-01T08:00:00+01:00.',
    session: "session est le code d'une session de l'académie de cette clé\u00a0: GET /api/v1/sessions les donne.",
    unknown: (name: string): string => `Cette adresse ne connaît pas ${name}.`,
  },
} as const;
