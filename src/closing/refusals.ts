import { type OnePerson, onePersonInWords } from '../accounts/index.ts';
import { type DecisionRefusal, decisionRefusals } from '../decisions/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import { endInWords, instantInWords } from '../ui/index.ts';

/** Why an invitation to regularise, time of one's own or a step of an annulment is refused. */
export type Refusal =
  | DecisionRefusal
  | { readonly code: 'not-found' }
  | { readonly code: 'ended' }
  | { readonly code: 'not-closed'; readonly closesAt: Temporal.Instant }
  | { readonly code: 'in-grace'; readonly until: Temporal.Instant }
  | { readonly code: 'nothing-missing' }
  | { readonly code: 'begun-in-time' }
  | { readonly code: 'being-read' }
  | { readonly code: 'already-invited'; readonly until: Temporal.Instant | null }
  | { readonly code: 'no-time-left' }
  | { readonly code: 'not-expired' }
  | { readonly code: 'standing' }
  | { readonly code: 'decided-meanwhile' }
  | OnePerson
  | { readonly code: 'head-only' }
  | { readonly code: 'already-enrolled' }
  | { readonly code: 'nothing-awaited' }
  | { readonly code: 'after-convocations'; readonly until: Temporal.Instant }
  | { readonly code: 'not-ahead' }
  | { readonly code: 'no-more-time' }
  | { readonly code: 'decided-already' };

export const refusals = refusalTable<Refusal>({
  ...decisionRefusals,
  'not-found': [404, "Ce dossier n'existe pas, ou il n'est pas des vôtres."],
  ended: [409, "Cette inscription a pris fin\u00a0: il n'y a plus rien à régulariser. Rien n'a été enregistré."],
  'not-closed': [
    409,
    ({ closesAt }) =>
      `Le délai pour donner ces pièces court encore, jusqu'au ${endInWords(closesAt)}. L'invitation à régulariser vient après lui. Rien n'a été envoyé.`,
  ],
  'in-grace': [
    409,
    ({ until }) =>
      `Un dépôt commencé avant l'échéance peut encore arriver jusqu'au ${instantInWords(until)}. L'invitation à régulariser vient après. Rien n'a été envoyé.`,
  ],
  'nothing-missing': [
    409,
    "Plus rien ne manque dans ce dossier, ou son temps n'est pas fini\u00a0: le candidat vient peut-être de donner ses pièces. Rien n'a été envoyé.",
  ],
  'begun-in-time': [
    409,
    "Le candidat a commencé à envoyer un fichier à temps et le service n'a pas pu le prendre\u00a0: demandez-lui ce fichier, son dossier reste à part. Rien n'a été envoyé.",
  ],
  'being-read': [
    409,
    "Un fichier de ce candidat est reçu et pas encore lu\u00a0: rien ne lui est reproché avant. Attendez quelques minutes, puis recommencez. Rien n'a été envoyé.",
  ],
  'already-invited': [
    409,
    ({ until }) =>
      `Ce candidat est déjà invité à régulariser, ${until === null ? "par une lettre qui n'est pas notée remise" : `jusqu'au ${endInWords(until)}`}. Aucune autre invitation n'a été envoyée.`,
  ],
  'no-time-left': [
    409,
    "La dernière date de correction de la session est passée\u00a0: les convocations sont faites. Rien n'a été envoyé.",
  ],
  'not-expired': [
    409,
    "Une annulation ne peut être proposée qu'après une invitation à régulariser dont la date est passée\u00a0; envoyée par la poste, ses jours courent de la remise de sa lettre, à noter sur la page de la lettre. Rien n'a été enregistré.",
  ],
  standing: [
    409,
    "Une annulation est déjà proposée ou décidée pour ce dossier. Votre proposition n'est pas enregistrée\u00a0: lisez ce qui suit.",
  ],
  'decided-meanwhile': [
    409,
    "Cette annulation a changé depuis que vous avez ouvert la page. Rien n'a été enregistré\u00a0: lisez où elle en est.",
  ],
  'one-person': [403, onePersonInWords],
  'head-only': [
    403,
    "Seule une personne qui dirige le bureau peut approuver une annulation. Rien n'a été enregistré\u00a0: elle la trouve dans «\u00a0Clôture\u00a0».",
  ],
  'already-enrolled': [
    409,
    "Ce candidat a une autre inscription à cette session\u00a0: celle-ci ne peut pas être rétablie à côté d'elle. Rien n'a été enregistré.",
  ],
  'nothing-awaited': [
    409,
    "Plus rien n'est attendu de ce candidat parmi ce qui compte pour la validation\u00a0: aucun délai n'est donné.",
  ],
  'after-convocations': [
    422,
    ({ until }) =>
      `Ce délai irait au-delà du ${endInWords(until)}\u00a0: les convocations sont alors faites. Donnez une date plus proche. Rien n'a été enregistré.`,
  ],
  'not-ahead': [422, "Ce jour est passé\u00a0: donnez un jour à venir, ou aujourd'hui. Rien n'a été enregistré."],
  'no-more-time': [
    422,
    "Le candidat a déjà jusque-là, ou plus\u00a0: un délai annoncé ne raccourcit pas. Donnez une date plus lointaine. Rien n'a été enregistré.",
  ],
  'decided-already': [
    409,
    "Une annulation est proposée ou décidée pour ce dossier\u00a0: abandonnez-la ou revenez dessus d'abord. Rien n'a été envoyé, et aucun délai n'est donné.",
  ],
});
