/** What a page says was just done, by its name in the address. */
export const staffFlash = {
  invite: 'Invitation envoyée.',
  change: 'Modification enregistrée.',
  ferme: "L'accès est fermé.",
  demande: "C'est demandé\u00a0: une autre personne, prévenue par mail, le confirme. Rien n'est fait avant.",
  confirmee: "C'est confirmé et fait.",
  'demande-abandonnee': 'La demande est abandonnée.',
  'acces-confirme': "L'accès est confirmé\u00a0: ce sont deux personnes.",
  ouvert: "L'accès est rouvert.",
  'absence-prevue': "L'absence est prévue. Le collègue qui remplace le lit sur son accueil.",
  'absence-finie': "L'absence est finie\u00a0: les groupes ne sont plus confiés.",
} as const;
