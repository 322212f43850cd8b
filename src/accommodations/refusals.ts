import { type DecisionRefusal, decisionRefusals } from '../decisions/index.ts';
import { fileRefusals, type KeepingRefusal } from '../keptFiles/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import { fileSize, wholeNumber } from '../ui/index.ts';
import { MOST } from './request.ts';

/** Why a request, its documents or a decision on it are refused. Those of files are the pieces' own. */
export type Refusal =
  | DecisionRefusal
  | { readonly code: 'not-found' }
  | { readonly code: 'not-registered' }
  | { readonly code: 'ended' }
  | { readonly code: 'already-sent' }
  | { readonly code: 'written-elsewhere' }
  | { readonly code: 'late-unsaid' }
  | { readonly code: 'decided' }
  | { readonly code: 'nothing-asked' }
  | { readonly code: 'locked' }
  | { readonly code: 'kind-unknown' }
  | { readonly code: 'document-being-read' }
  | { readonly code: 'too-many-documents' }
  | { readonly code: 'too-many-removed' }
  | { readonly code: 'changed-meanwhile' }
  | { readonly code: 'not-now' }
  | { readonly code: 'advice-missing' }
  | { readonly code: 'too-many-demands' }
  | { readonly code: 'too-many-decisions' }
  | { readonly code: 'same-decision' }
  | { readonly code: 'not-on-paper' }
  | { readonly code: 'already-received' };

export const refusals = refusalTable<Refusal>({
  ...decisionRefusals,
  'not-found': [404, "Cette page n'existe pas, ou elle n'est pas la vôtre."],
  'not-registered': [
    409,
    "Votre inscription n'est pas encore enregistrée\u00a0: cliquez d'abord sur «\u00a0Enregistrer\u00a0», à la dernière étape. Rien n'a été gardé.",
  ],
  ended: [409, "Cette inscription a pris fin\u00a0: rien n'a été enregistré."],
  'already-sent': [
    409,
    "Votre demande est déjà envoyée\u00a0: elle ne se modifie plus. Rien n'a été enregistré. Vous pouvez ajouter des documents, ou la retirer et en faire une autre.",
  ],
  'written-elsewhere': [
    409,
    "Votre demande a été modifiée dans un autre onglet. Rien n'a été enregistré\u00a0: relisez-la, puis recommencez.",
  ],
  'late-unsaid': [
    422,
    'La date limite est passée. Dites pourquoi votre demande vient maintenant\u00a0: une personne du service en jugera.',
  ],
  decided: [
    409,
    "Une décision a été prise sur votre demande\u00a0: elle ne se change plus ici. Rien n'a été enregistré. La décision dit comment la contester.",
  ],
  'nothing-asked': [409, "Le service ne vous demande rien de plus pour l'instant. Rien n'a été enregistré."],
  locked: [409, "Ce document est avec votre demande\u00a0: il ne se supprime plus. Rien n'a été changé."],
  'kind-unknown': [422, "Dites ce qu'est ce document. Rien n'a été gardé."],
  'too-many-documents': [
    409,
    `Votre demande a déjà ${wholeNumber(MOST.documents)} documents ou ${fileSize(MOST.bytes)}. Supprimez-en un, ou réunissez vos pages dans un seul PDF. Rien n'a été gardé.`,
  ],
  'document-being-read': [
    409,
    "Un document de cette demande est reçu et n'est pas encore lu\u00a0: rien ne se décide avant. Rien n'a été enregistré\u00a0: recommencez dans un moment.",
  ],
  'too-many-removed': [
    429,
    "Vous avez supprimé beaucoup de documents\u00a0: votre demande n'en prend plus d'autre. Envoyez-la avec ceux qui y sont. Rien n'a été gardé.",
  ],
  'changed-meanwhile': [
    409,
    "Cette demande a changé depuis que vous avez ouvert la page. Rien n'a été enregistré\u00a0: lisez où elle en est, puis recommencez.",
  ],
  'not-now': [409, "Là où en est cette demande, cela ne peut pas se faire. Rien n'a été enregistré."],
  'advice-missing': [
    409,
    "L'avis du médecin n'est pas noté\u00a0: la décision vient après lui (code de l'éducation, article D351-28). Rien n'a été enregistré.",
  ],
  'too-many-demands': [
    409,
    `Ce candidat a déjà reçu ${wholeNumber(MOST.demands)} demandes de compléments. Rien n'a été envoyé\u00a0: appelez-le, ou décidez.`,
  ],
  'too-many-decisions': [
    409,
    `Cette demande a déjà ${wholeNumber(MOST.decisions)} décisions. Rien n'a été enregistré\u00a0: voyez avec votre service.`,
  ],
  'same-decision': [409, "Cette décision est celle qui est déjà notifiée. Rien n'a été enregistré ni envoyé."],
  'not-on-paper': [
    409,
    "Cette demande n'est pas sur papier, ou elle est déjà examinée\u00a0: elle ne peut plus être dite non arrivée. Rien n'a été enregistré.",
  ],
  'already-received': [409, "Ce candidat a déjà une demande en cours. Rien n'a été enregistré."],
});

/** Of a file, or of the request that it is for. */
export function fileRefusal(refusal: KeepingRefusal<Refusal>): {
  readonly status: number;
  readonly words: string;
} {
  return 'own' in refusal
    ? { status: refusals.status(refusal.own), words: refusals.inWords(refusal.own) }
    : { status: fileRefusals.status(refusal.file), words: fileRefusals.inWords(refusal.file) };
}
