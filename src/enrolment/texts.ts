import { eligibility, reserve } from './texts/eligibility.ts';
import { entry } from './texts/entry.ts';
import { extension } from './texts/extension.ts';
import { oneASession, oneASessionAsGround } from './texts/oneASession.ts';
import { accommodation, conflict, disclosure, recapitulatif, refused, withdrawal } from './texts/pages.ts';

/** The sentences of the whole context; those of a step stand in its folder. */
export const texts = {
  held: "Rempli d'avance avec les notes que nous connaissons\u00a0: effacez celles des épreuves que vous repassez.",
  suggested: 'Repris de votre simulation\u00a0: vérifiez chaque réponse avant «\u00a0Suivant\u00a0».',
  forms: { GLOBAL: 'Globale', PROGRESSIVE: 'Progressive' },
  next: 'Suivant',
  previous: 'Précédent',
  backToSummary: 'Revenir au récapitulatif',
  register: 'Enregistrer',
  savedAt: (hour: string): string => `Enregistré à ${hour}`,
  position: (title: string, position: number, count: number): string => `${title}, étape ${position} sur ${count}`,
  changing: {
    title: 'Vous modifiez une inscription enregistrée',
    text: (number: string, version: number): string =>
      `Inscription ${number}, version ${version}. Rien ne change tant que vous n'avez pas cliqué sur «\u00a0Enregistrer\u00a0» à la dernière étape. La confirmation devra alors être signée de nouveau.`,
    abandon: 'Abandonner les modifications',
  },
  wrongOrder: (title: string): string => `Les étapes se font dans l'ordre. Complétez d'abord celle-ci\u00a0: ${title}.`,
  eligibility,
  reserve,
  recapitulatif,
  accommodation,
  conflict,
  refused,
  withdrawal,
  disclosure,
  entry,
  extension,
  oneASession,
  oneASessionAsGround,
} as const;
