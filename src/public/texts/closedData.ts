import type { SubjectName } from './keptData.ts';

/** Why something stays once its owner has closed their account (GDPR, article 17, 3). */
export const WHY_STAYS = {
  exam: "ce qui prouve l'examen et vos droits",
  decision: 'ce que vous, ou le rectorat, pouvez avoir à montrer',
  trace: 'ce qui sert à la sécurité du site et à la preuve de ses actes',
} as const;

/** What becomes of a subject when a candidate closes their account: the part that goes, the part that stays and why. */
export type Fate =
  | { readonly goes: string; readonly stays?: never }
  | {
      readonly goes?: string;
      readonly stays: string;
      readonly why: keyof typeof WHY_STAYS;
      /** It goes by itself, at the time that is said of the subject; not given: with the rest of the file. */
      readonly timed?: true;
    };

/** In the words of the page that closes. null: it isn't about a candidate. */
export const CLOSED: Readonly<Record<SubjectName, Fate | null>> = {
  account: {
    goes: 'votre mot de passe et votre adresse mail',
    stays: 'votre état civil et votre accord aux décisions en ligne',
    why: 'exam',
  },
  lostMailbox: { goes: 'ce qui a été fait pour une adresse mail perdue' },
  signIn: { goes: 'vos connexions, les liens et les codes reçus par mail' },
  enrolment: {
    goes: 'vos brouillons, vos changements non enregistrés et vos réponses sur le handicap',
    stays: "vos inscriptions enregistrées, avec l'adresse et le téléphone que vous avez donnés",
    why: 'exam',
  },
  accommodation: {
    goes: "votre demande d'aménagement, ses documents et l'avis du médecin",
    stays: 'la décision sur les aménagements, que seul ce service lit',
    why: 'decision',
  },
  carriedOver: { stays: "ce que l'ancien système avait donné au rectorat", why: 'trace', timed: true },
  formerMarks: { stays: "vos notes d'une session précédente", why: 'exam', timed: true },
  pieces: { stays: 'vos pièces justificatives et ce que le gestionnaire en a dit', why: 'exam' },
  unfinished: { stays: 'les fichiers que vous prépariez', why: 'trace', timed: true },
  signature: { stays: 'votre signature en ligne, telle que vous avez signé', why: 'exam' },
  papers: {
    goes: "l'adresse et le texte des mails que vous avez reçus (la nuit qui suit)",
    stays: 'vos documents et vos lettres, leurs dates et les preuves de leur remise',
    why: 'decision',
  },
  messages: { goes: 'les messages échangés avec le service' },
  reminders: { stays: 'les dates des rappels reçus', why: 'trace' },
  decisions: { stays: 'les décisions prises sur votre dossier', why: 'decision' },
  seat: { stays: 'vos convocations', why: 'exam' },
  attendance: { stays: 'votre présence à chaque épreuve', why: 'exam' },
  examiner: null,
  examinerLink: null,
  absence: {
    goes: 'ce que vous avez dit et donné pour expliquer une absence',
    stays: 'la date à laquelle vous avez expliqué une absence, et la réponse du service',
    why: 'decision',
  },
  replacement: { stays: 'la décision sur une épreuve de remplacement', why: 'decision' },
  marking: { stays: "la fiche d'évaluation de chaque oral", why: 'exam' },
  marks: { stays: 'vos notes', why: 'exam' },
  scripts: { stays: 'les copies que vous avez demandé à voir', why: 'exam', timed: true },
  jury: { stays: 'la délibération du jury', why: 'exam' },
  results: { stays: 'vos résultats publiés et vos relevés', why: 'exam' },
  journal: { stays: 'la trace de chaque acte sur votre dossier', why: 'trace' },
  refused: { stays: "l'adresse internet de vos demandes refusées", why: 'trace', timed: true },
  tries: { stays: "le nombre d'essais (connexion, mails demandés)", why: 'trace', timed: true },
  notices: { stays: "l'avis envoyé à un autre logiciel, sans votre nom", why: 'trace', timed: true },
  repeated: { stays: "la marque d'un formulaire envoyé", why: 'trace', timed: true },
};
