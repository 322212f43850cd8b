export const api = {
  title: 'Registre, interface ouverte',
  description:
    "Les mêmes réponses que les simulateurs du site, pour d'autres sites et d'autres programmes. Rien n'est conservé, aucun compte n'est demandé.",
  impossible: 'La demande contient des réponses impossibles.',
  others: (count: number): string =>
    count === 1 ? "Et une autre faute, qui n'est pas nommée." : `Et ${count} autres fautes, qui ne sont pas nommées.`,
  pace: (perSecond: number): string =>
    `Trop de demandes de ce réseau\u00a0: ${perSecond} par seconde au plus dans la durée. Retry-After dit quand réessayer.`,
  tooFast: (seconds: number): string =>
    `Trop de demandes viennent de votre réseau\u00a0: réessayez dans ${seconds}\u00a0${seconds < 2 ? 'seconde' : 'secondes'}.`,
  tooBusy: (seconds: number): string =>
    `Trop de demandes sont en cours\u00a0: réessayez dans ${seconds}\u00a0secondes.`,
  busy: 'Trop de demandes sont en cours\u00a0: Retry-After dit quand réessayer.',
  tooLong: (largest: number): string => `Une demande a ${largest}\u00a0ko au plus.`,
  answered: 'La réponse, avec ses raisons.',
  faultDetail: "Combien d'autres fautes ne sont pas nommées, s'il y en a.",
  faultMessage: 'Une phrase en français\u00a0: la règle, et que faire.',
  verdict:
    "eligible\u00a0: les conditions sont remplies, d'après ce qui est déclaré. to-check\u00a0: le bureau vérifiera. not-eligible\u00a0: une condition n'est pas remplie.",
  met: 'null\u00a0: au bureau de juger.',
  reachedOn:
    "Le jour où la durée d'activité est atteinte, si les emplois continuent comme déclaré\u00a0; peut être passé.",
  average: 'Absente quand elle ne peut pas être calculée, ou quand une absence empêche de délivrer le diplôme.',
  coefficient:
    'Ce qui compte au diviseur\u00a0: 0 pour une dispense ou une facultative, null si aucune source ne le donne.',
  eligibility: "Les conditions d'inscription et les pièces",
  eligibilityText:
    "Juge les conditions de la notice et du code de l'éducation pour une situation, et donne les pièces demandées avec leur raison. Une réponse absente ou null vaut «\u00a0je ne sais pas\u00a0».",
  averageOf: 'La moyenne',
  averageText:
    "Calcule la moyenne exacte, expliquée unité par unité. Les codes d'unités sont ceux du règlement\u00a0; UF désigne l'épreuve facultative.",
} as const;
