import { plural } from '../../ui/index.ts';

/** How far the acts of a file are, for the office. */
export const remainingTexts = {
  acts: {
    registered: 'Enregistrée',
    signed: 'Confirmation signée',
    given: 'Pièces données',
    checked: 'Pièces conformes',
    validated: 'Validée',
    toCheck: ', à contrôler',
  },
  of: (done: number, total: number): string => `${done} sur ${total}`,
  refused: (count: number): string => `, ${plural(count, 'refusée', 'refusées')}`,
};
