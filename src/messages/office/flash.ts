/** What a page says was just done, by its name in the address. */
export const messageFlash = {
  'message-envoye': 'Le message est envoyé. Un mail prévient le candidat, sans en dire le contenu.',
  'modele-enregistre': 'Le modèle est enregistré.',
  'modele-retire': 'Le modèle est retiré.',
  'modele-remis': 'Le modèle est de nouveau en service.',
  'liste-commandee': "L'envoi est commandé. Cette page dit où il en est.",
  'message-classe': "C'est noté\u00a0: ces messages n'attendent plus de réponse.",
} as const;
