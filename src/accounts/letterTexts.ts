import { frenchSpaces } from './texts.ts';

/** The words of an account that its owner takes over with the code of a letter. */
export const letterTexts = {
  title: 'Prendre mon compte en main',
  lead: frenchSpaces(
    "Le rectorat vous a inscrit d'après un papier, et vous a écrit une lettre avec un code. Avec ce code et une adresse mail, le compte devient le vôtre : vous lisez votre inscription, la signez et déposez vos pièces.",
  ),
  code: {
    label: 'Code de la lettre',
    hint: 'Douze lettres et chiffres. Les traits et les espaces ne comptent pas.',
    example: '7HKM-2QRT-9XWB',
    missing: 'Saisissez le code de la lettre.',
  },
  birthDate: { label: 'Votre date de naissance', missing: 'Saisissez votre date de naissance.' },
  address: { label: 'Adresse mail que vous lisez', missing: 'Saisissez une adresse mail que vous lisez.' },
  submit: 'Recevoir le lien',
  sentTitle: 'Un lien vous attend',
  sent: frenchSpaces(
    "Un mail vient de partir à l'adresse que vous avez saisie. Suivez son lien avant demain : il vous fait choisir un mot de passe.",
  ),
  open: "Prendre mon compte en main avec le code d'une lettre",
  follow: {
    title: 'Prendre mon compte en main',
    sentence: (address: string): string =>
      frenchSpaces(`Votre compte aura pour identifiant ${address}. Vous choisirez ensuite un mot de passe.`),
    submit: 'Utiliser cette adresse',
  },
  contact: 'Écrire ou téléphoner au rectorat',
  again: 'Saisir de nouveau le code',
  refusals: {
    wrong: frenchSpaces(
      'Ce code et cette date de naissance ne vont pas ensemble, ou ce code ne sert plus. Vérifiez-les sur la dernière lettre reçue. Si elle date de plus de trois mois, demandez-en une autre au rectorat.',
    ),
    standing: frenchSpaces("Cette lettre est déjà demandée : une autre personne du rectorat l'imprime."),
    unasked: frenchSpaces(
      "Personne ne demande cette lettre, ou elle vient d'être imprimée. Une personne la demande, une autre l'imprime.",
    ),
    hasMailbox: frenchSpaces(
      'Ce compte a une adresse mail : son titulaire choisit un mot de passe par « Mot de passe oublié ».',
    ),
  },
} as const;
