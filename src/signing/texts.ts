import { decisionTexts } from '../decisions/index.ts';
import { shortInstant } from '../platform/french/dates.ts';
import { plural } from '../platform/french/french.ts';

/** The words of « À signer ». */
export const signingTexts = {
  title: 'À signer',
  lead: "Des décisions préparées par un agent, pour qui a une délégation de signature. Avant la signature, elles n'ont aucun effet et le candidat n'en voit rien.",
  yours: 'À signer par vous',
  others: "En attente d'une autre signature",
  back: 'Renvoyées, à reprendre',
  none: 'Rien à signer',
  noneText:
    'Sur la page où une décision se prend, «\u00a0Préparer pour signature\u00a0» la dépose ici quand vous ne pouvez pas la signer.',
  columns: ['Décision', 'Candidat', 'Préparée par', 'Le'],
  signer: 'Peut signer',
  nobody: "personne aujourd'hui",
  home: (count: number): string =>
    `${plural(count, 'décision préparée attend', 'décisions préparées attendent')} votre signature.`,
  homeBack: (count: number): string =>
    `${plural(count, 'décision que vous aviez préparée vous est renvoyée', 'décisions que vous aviez préparées vous sont renvoyées')}.`,
  see: 'Voir «\u00a0À signer\u00a0»',
  nobodySigns:
    "Personne ne peut encore signer de décision\u00a0: aucune délégation de signature n'est en vigueur aujourd'hui. Recopiez l'arrêté du recteur à la page «\u00a0Délégations de signature\u00a0».",
  delegations: 'Enregistrer une délégation',
  one: {
    back: 'À signer',
    facts: 'Ce qui est relevé dans le dossier',
    ground: (ground: string): string => `Fondement\u00a0: ${ground}`,
    file: 'Lire le dossier complet',
    page: 'Voir la page de cette décision',
    reason: 'Motifs, tels que le candidat les lira',
    reasonHint: 'Vous pouvez les corriger\u00a0: vous signez ce qui est écrit ici.',
    reasonMissing: 'Écrivez les motifs de la décision.',
    sure: "J'ai lu ce dossier et je prends cette décision",
    sureMissing: 'Cochez la case\u00a0: la décision est celle de la personne qui la signe.',
    sign: 'Signer',
    again: 'La reprendre',
    signed: (who: string, at: Temporal.Instant): string => `Signée par ${who}, le ${shortInstant(at)}.`,
    unknownAct:
      "Cette demande n'a pas été comprise\u00a0: choisissez l'un des boutons de cette page. Rien n'a été enregistré.",
  },
  flash: {
    preparee: decisionTexts.prepared,
    signee: "La décision est signée. Le candidat l'apprend.",
    renvoyee: "La décision préparée est renvoyée. Le candidat n'en a rien su.",
  },
} as const;
