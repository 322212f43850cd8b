import type { Likeness } from '../accounts/index.ts';
import { listing, numericDay, plural } from '../ui/index.ts';
import type { FormerProof } from './former.ts';

/** What the office reads of whose former results they may be. */
export const personTexts = {
  claimsTitle: 'Demandes de reprise de notes',
  claimsLead:
    "Ces candidats demandent que leurs notes d'une session passée remplissent leur étape Acquis. Ils ne voient rien avant votre réponse.",
  none: "Aucune demande n'attend",
  noneText: "Dès qu'un candidat en fera une, elle sera ici.",
  columns: { candidate: 'Candidat', born: 'Né le', number: 'Numéro donné', asked: 'Demandé' },
  noNumber: 'aucun',
  draft: 'inscription en préparation',
  title: (name: string): string => `Résultats antérieurs de ${name}`,
  back: 'Demandes de reprise de notes',
  file: 'Dossier',
  warning:
    "Deux personnes peuvent avoir le même nom et la même date de naissance. Ces résultats ne sont à ce candidat que si quelque chose le prouve\u00a0: c'est vous qui le dites, et c'est noté.",
  civilStatus: (name: string, born: Temporal.PlainDate): string => `${name}, né(e) le ${numericDay(born)}`,
  account: 'État civil du compte',
  claim: 'Sa demande',
  claimed: (on: string, number: string | null): string =>
    number === null ? `Le ${on}, sans numéro.` : `Le ${on}, avec le numéro ${number}.`,
  noClaim: "Il n'a rien demandé.",
  proven: 'Pièces jugées conformes',
  pieces: { identity: "document d'identité", transcript: 'relevé de notes' },
  noPiece: 'aucune qui dise qui il est',
  linked: 'Reconnus comme les siens',
  linkedBy: (on: string, proof: string, words: string | null): string =>
    `Le ${on}. Preuve\u00a0: ${proof}${words === null ? '' : ` («\u00a0${words}\u00a0»)`}.`,
  proposals: 'Ce qui peut être à lui',
  proposalsNone: 'Aucun résultat ne ressemble',
  proposalsNoneText:
    'Aucun résultat antérieur ne porte ce numéro, ni ce nom et cette date de naissance, même à une lettre près.',
  taken: "Déjà reconnus comme ceux d'un autre compte.",
  number: (number: string): string => `Numéro ${number}`,
  why: (why: readonly string[]): string => `Pourquoi proposés\u00a0: ${listing(why)}.`,
  likeness: {
    'birth-date': 'même date de naissance',
    names: 'mêmes noms',
    'names-swapped': 'noms échangés',
    'names-close': 'noms à une lettre près',
    phone: 'même téléphone',
  } satisfies Record<Likeness, string>,
  givenNumber: 'numéro donné par le candidat',
  differs: "L'état civil n'est pas le même\u00a0: lisez les deux avant de répondre.",
  results: 'Résultats',
  resultColumns: {
    session: 'Session',
    speciality: 'Spécialité',
    unit: 'Unité',
    result: 'Résultat',
    day: 'Obtenu le',
    decision: 'Décision',
  },
  proof: "Qu'est-ce qui prouve que c'est lui\u00a0?",
  proofMissing: 'Dites ce qui prouve que ces résultats sont les siens.',
  proofs: {
    identity: "Son document d'identité, jugé conforme, qui porte cet état civil",
    transcript: 'Son relevé de notes, jugé conforme, qui porte ce numéro',
    number: "Le numéro de son relevé, qu'il a donné, avec le même état civil",
    seen: "Une pièce d'identité ou un relevé que j'ai vus (dites quoi)",
  } satisfies Record<FormerProof, string>,
  words: 'Ce que vous avez vu',
  wordsHint:
    "Obligatoire si vous l'avez vu vous-même, ou si l'état civil diffère. Pas de copie de pièce d'identité ici\u00a0: dites laquelle et quand.",
  confirm: 'Ces résultats sont les siens',
  confirmOf: (number: string): string => `Reconnaître le numéro ${number}`,
  refuse: 'Répondre que rien ne peut être repris',
  refuseWords: 'Réponse au candidat',
  refuseHint: "Il la lit telle quelle. Ne dites rien des résultats d'une autre personne.",
  refuseMissing: 'Écrivez ce que le candidat doit savoir.',
  undo: 'Ce ne sont pas les siens',
  undoWords: 'Pourquoi\u00a0?',
  undoHint: 'Le candidat le lit, et ses notes reprises sont retirées.',
  undoMissing: 'Écrivez pourquoi ces résultats ne sont plus les siens.',
  flash: {
    reconnu: 'Ces résultats sont reconnus, et le candidat est prévenu.',
    refuse: 'Le candidat a votre réponse.',
    retire: 'Le lien est retiré, et le candidat est prévenu.',
  },
  marks: (count: number): string => plural(count, 'note', 'notes'),
} as const;

/** What the candidate reads. */
export const ownTexts = {
  title: 'Mes résultats antérieurs',
  back: 'Étape Acquis',
  hub: 'Mon inscription',
  lead: "Si vous avez déjà passé cet examen, vos notes peuvent être reprises\u00a0: vous n'aurez rien à recopier.",
  how: [
    'Vous le demandez ici, en un clic. Le numéro de votre ancien relevé aide à vous retrouver.',
    "Une personne du rectorat vérifie que ces résultats sont bien les vôtres, sur votre pièce d'identité, votre relevé ou ce numéro.",
    "Vous recevez un mail, et l'étape Acquis se remplit. Vous choisissez ensuite, épreuve par épreuve, de garder la note ou de repasser.",
  ],
  why: "Personne d'autre que vous ne doit apprendre vos notes\u00a0: c'est pourquoi rien ne s'affiche avant cette vérification.",
  meanwhile: "En attendant, vous pouvez remplir l'étape Acquis vous-même avec votre relevé.",
  number: 'Numéro de candidat de votre ancien relevé (facultatif)',
  numberHint: 'Il est sur votre relevé de notes ou votre ancienne convocation.',
  numberWrong:
    'Ce numéro ne se lit pas\u00a0: des chiffres et des lettres, 20 au plus. Recopiez celui du relevé, ou laissez vide.',
  submit: 'Demander la reprise de mes notes',
  again: 'Demander de nouveau',
  waiting: 'Votre demande est enregistrée',
  waitingText: (on: string): string =>
    `Depuis le ${on}. Le rectorat vous répondra ici, et un mail vous préviendra. Sa réponse ne retarde pas votre inscription.`,
  refused: 'Le rectorat a répondu',
  undone: 'Des notes ne sont plus reprises',
  undoneText: (words: string): string =>
    `Le rectorat a retiré des notes qui avaient été reprises sur votre compte\u00a0: «\u00a0${words}\u00a0» Si c'est une erreur, écrivez-lui. Relisez l'étape Acquis.`,
  known: 'Reconnus comme les vôtres',
  knownText: (on: string): string =>
    `Par une personne du rectorat, le ${on}. Les notes qui peuvent encore être gardées remplissent l'étape Acquis\u00a0: aucun relevé n'est à recopier.`,
  columns: { session: 'Session', speciality: 'Spécialité', unit: 'Unité', result: 'Résultat', day: 'Obtenu le' },
  wrong: "Une erreur dans ces résultats\u00a0? Écrivez au rectorat\u00a0: il les compare au relevé d'origine.",
  kept: "Ces résultats viennent du système d'avant. Ils sont effacés quand plus aucune note ne peut être gardée. Qui les a consultés est écrit dans «\u00a0Qui a consulté mon dossier\u00a0».",
  flash: { demande: 'Votre demande est enregistrée.' },
} as const;

/** What a letter says in the place of the page. */
export const postedTexts = {
  confirmed:
    "Vos résultats antérieurs sont reconnus comme les vôtres. Les notes qui peuvent encore être gardées remplissent d'avance ce que vous demandez à garder. Dites au rectorat, épreuve par épreuve, si vous gardez la note ou si vous repassez.",
  undone: (words: string): string =>
    `Le rectorat a retiré des notes qui avaient été reprises pour vous\u00a0: ${words}\n\nSi c'est une erreur, écrivez-lui.`,
  changed:
    'Vos résultats antérieurs, tels que le rectorat les a reçus, ont changé. Demandez-lui ce qui change pour vous.',
} as const;
