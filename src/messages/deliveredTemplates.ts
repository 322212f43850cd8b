import type { TemplateWords } from './store/templates.ts';

/** The ready answers that an office begins with. They name no exam and promise nothing. */
export const DELIVERED_TEMPLATES: readonly TemplateWords[] = [
  {
    title: 'Pièce à donner de nouveau',
    about: 'piece',
    words: `Bonjour {civilité} {nom},

Le document que vous avez donné pour cette pièce ne suffit pas\u00a0: {pièce}.

Ouvrez «\u00a0Mes justificatifs\u00a0» pour lire ce qui manque et déposer un autre fichier.

{contact}`,
  },
  {
    title: 'Pièce bien reçue',
    about: 'piece',
    words: `Bonjour {civilité} {nom},

Nous avons bien reçu cette pièce\u00a0: {pièce}. Elle n'est pas encore contrôlée. Vous recevrez un mail quand elle le sera\u00a0: vous n'avez rien à faire d'ici là.

{contact}`,
  },
  {
    title: 'Ce qui reste à faire',
    about: 'todo',
    words: `Bonjour {civilité} {nom},

Voici ce qu'il vous reste à faire pour votre inscription {numéro}\u00a0:

{reste à faire}

{contact}`,
  },
  {
    title: "Question confidentielle\u00a0: à qui s'adresser",
    about: 'other',
    words: `Bonjour {civilité} {nom},

Notre service ne s'occupe pas de la santé des candidats et n'a pas à la connaître. Pour un aménagement d'épreuves, ouvrez «\u00a0Demande d'aménagement d'épreuves\u00a0» depuis la page de votre inscription\u00a0: seul le service qui en décide lira votre demande.

{contact}`,
  },
  {
    title: 'Question comprise, réponse à venir',
    about: 'other',
    words: `Bonjour {civilité} {nom},

Nous avons lu votre question sur votre inscription {numéro} ({spécialité}). Il nous faut la vérifier avant de vous répondre. Un mail vous préviendra.

{contact}`,
  },
];
