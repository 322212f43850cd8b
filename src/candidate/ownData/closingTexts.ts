import { dayInWords } from '../../ui/index.ts';
import type { WhyNotClosed } from './closing.ts';

const or = (lastDay: Temporal.PlainDate | null): string =>
  lastDay === null ? '.' : `, ou après le ${dayInWords(lastDay)}.`;

export const closingTexts = {
  title: 'Fermer mon compte',
  back: 'Retour à mes données',
  lead: "C'est définitif\u00a0: un compte fermé ne se rouvre pas ici.",
  refused: {
    title: "Votre compte ne peut pas être fermé aujourd'hui",
    why: {
      withdraw: () => "Cette inscription est en cours. Retirez-la d'abord, ou attendez vos résultats.",
      exam: (lastDay) => `Une place vous attend à l'examen. Fermez votre compte après vos résultats${or(lastDay)}`,
      replacement: (lastDay) => `Vous repassez une épreuve. Fermez votre compte après ses résultats${or(lastDay)}`,
      case: () => "Le rectorat n'a pas encore répondu à votre demande. Fermez votre compte après sa réponse.",
      hearing: () =>
        "Le rectorat vous a demandé vos observations et n'a pas encore décidé. Fermez votre compte après sa décision.",
    } satisfies Readonly<Record<WhyNotClosed, (lastDay: Temporal.PlainDate | null) => string>>,
    withdraw: 'Retirer cette inscription',
    open: 'Voir cette inscription',
    demonstration:
      'Ce compte de démonstration sert à tous les visiteurs\u00a0: il ne se ferme pas. Créez un compte à vous pour essayer.',
  },
  before: 'Avant de fermer',
  beforeText: [
    'Téléchargez vos données et vos documents\u00a0: ensuite, vous ne pourrez plus les lire ici.',
    "Notez votre numéro d'inscription. Si vous vous inscrivez de nouveau, le rectorat retrouve vos notes avec lui.",
  ],
  download: 'Télécharger mes données',
  goes: 'Ce qui est effacé',
  person: 'votre état civil',
  stays: 'Ce qui reste',
  staysText:
    "Le rectorat doit garder ce qui prouve l'examen (RGPD, article 17, paragraphe 3). Vous ne le lirez plus ici\u00a0: demandez-le-lui.",
  staysLittle: "Vous n'avez enregistré aucune inscription\u00a0: rien de ce qui reste ne dit qui vous êtes.",
  ownLength: 'Chacun sa durée',
  confirm: 'Fermer le compte',
  confirmText: 'Un mail part à votre adresse. Vous pourrez ouvrir un autre compte avec elle.',
  submit: 'Fermer mon compte définitivement',
  draft: 'Inscription commencée',
} as const;
