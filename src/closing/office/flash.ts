import { ANNULMENT } from '../decisions.ts';

/** What a page says was just done, by its name in the address. */
export const closingFlash = {
  'invite-a-regulariser':
    "Le candidat est invité à régulariser\u00a0: il l'apprend par mail, et ses pièces peuvent de nouveau être déposées.",
  'delai-donne': "Le délai est donné. Le candidat l'apprend par mail.",
  'annulation-proposee':
    "L'annulation est proposée. Une autre personne doit l'approuver\u00a0; le candidat n'en sait rien.",
  'propose-suivant': "L'annulation du dossier précédent est proposée. Voici le suivant.",
  'dernier-propose': "L'annulation est proposée. C'était le dernier dossier dont l'invitation est passée.",
  'lot-retire-en-partie':
    "Ce qui n'avait pas encore pris effet est retiré. Les annulations qui avaient déjà pris effet demeurent\u00a0: la liste les dit.",
  'lot-retire': "Le lot est retiré\u00a0: ces inscriptions restent ce qu'elles sont.",
  'annulation-approuvee': `L'annulation est approuvée. Elle prend effet ${ANNULMENT.effect}\u00a0; jusque-là, vous pouvez revenir dessus.`,
  'annulation-abandonnee': 'La proposition est abandonnée.',
  'annulation-retiree': "La décision est retirée. Le candidat n'en a rien su.",
  'inscription-retablie': "L'inscription est rétablie. Le candidat l'apprend par mail.",
} as const;
