/** What any mail or letter about an enrolment says. */
export const postTexts = {
  contact: (portfolio: string, mailbox: string, phone: string): string =>
    `gestionnaire ${portfolio}, ${mailbox}, ${phone}`,
  /** Of who has no mail box; the address stands at the head of the letter. */
  contactByPost: (portfolio: string, phone: string): string =>
    `gestionnaire ${portfolio}, à l'adresse du rectorat, ou ${phone}`,
  /** To a minor's representative. */
  copy: (representative: string, candidate: string): string =>
    `Copie pour ${representative}, représentant légal de ${candidate}, qui n'a pas 18\u00a0ans. Les liens s'ouvrent avec son compte.`,
} as const;
