import * as z from 'zod';

/**
 * The one vocabulary of the mails: each word means the same in every template. Values are ready to print: days and hours
 * in French, with the zone.
 */
export const MailVariable = z.enum([
  'civility', // « Mme », « M. »
  'name', // birth name of the person written to, without first names: « Bonjour Mme Martin, »
  'link', // an address, alone on its line: the reader sees a button
  'code', // the figures to type instead of the link
  'deadline', // « vendredi 1er décembre 2023 à 17 h 00 (heure de Paris) »
  'remedy', // a sentence: what can still be done about it and until when, or that it no longer can
  'number', // BP24-00127-K
  'version', // 2
  'exam', // its noun, « le diplôme »
  'speciality', // « Coiffure »
  'session', // « session 2024 »
  'piece', // « Document justifiant l'identité (DCSTID01) »
  'pieces', // several of them, separated by commas
  'comment', // what the officer wrote to the candidate
  'title', // of a paper or of a draft of rules: « Relevé de notes »
  'contact', // the officer: « gestionnaire G2, bureau@exemple.fr, 04 65 71 00 12 »
  'decisions', // what an officer decided on a file, a paragraph each
  'outcome', // what weighs most in them: « une pièce est à refaire »
  'todo', // what the candidate must still do, a line each
  'changes', // what new rules change for an enrolment, a line each
  'role', // of a member of staff: « gestionnaire »
  'choice', // of who may read the results: « sur internet »
  'receipt', // of a file that was given: « D-4F7K »
  'author', // of a draft of rules: « Claude Roche »
  'opens', // from when a link serves, in words
  'first', // of a summons, the first test: « lundi 3 juin 2024 à 9 h 00 (heure de Paris) »
  'purpose', // of a draft of rules, as its author wrote it
]);
export type MailVariable = z.infer<typeof MailVariable>;

export const MailCode = z.enum([
  'account.activation',
  'account.exists',
  'account.password-reset',
  'account.password-changed',
  'account.address-change',
  'account.address-changed',
  'account.recovery',
  'account.recovery-told',
  'account.civil-status',
  'account.opened',
  'account.take-over',
  'account.sign-in-code',
  'account.second-factor-set',
  'account.second-factor-removed',
  'enrolment.registered',
  'enrolment.modified',
  'enrolment.typed',
  'enrolment.unregistered',
  'enrolment.withdrawn',
  'enrolment.signature-code',
  'enrolment.signed',
  'enrolment.validated',
  'enrolment.disclosure',
  'units.proposed',
  'former.answered',
  'piece.refused',
  'piece.filed',
  'pieces.accepted',
  'pieces.decided',
  'pieces.reminder',
  'document.examined',
  'file.infected',
  'document.infected',
  'paper.available',
  'message.available',
  'summons.issued',
  'summons.changed',
  'summons.void',
  'staff.invitation',
  'rules.changed',
  'rules.changed-draft',
  'rules.submitted',
]);
export type MailCode = z.infer<typeof MailCode>;

const person = ['civility', 'name'] as const;
const enrolment = ['number', 'exam', 'speciality', 'session', 'link', 'contact'] as const;

/**
 * What the code gives to each mail. A template may use fewer, never more: a head of office who adds a variable that
 * nobody fills is told when the pack is loaded, not when the mail leaves.
 */
export const MAIL_VARIABLES = {
  'account.activation': [...person, 'link', 'code'],
  'account.exists': ['link'],
  'account.password-reset': [...person, 'link', 'deadline'],
  'account.password-changed': [...person, 'link'],
  'account.address-change': [...person, 'link', 'deadline'],
  'account.address-changed': [...person, 'link'],
  'account.recovery': [...person, 'link', 'opens', 'deadline'],
  'account.recovery-told': [...person, 'link', 'opens'],
  'account.civil-status': [...person, 'changes', 'link'],
  'account.opened': [...person, 'link', 'deadline', 'contact'],
  'account.take-over': [...person, 'link', 'deadline'],
  'account.sign-in-code': [...person, 'code', 'link'],
  'account.second-factor-set': [...person, 'link'],
  'account.second-factor-removed': [...person, 'link'],
  'enrolment.registered': [...person, ...enrolment, 'version', 'deadline', 'todo'],
  'enrolment.modified': [...person, ...enrolment, 'version', 'deadline', 'todo'],
  'enrolment.typed': [...person, ...enrolment, 'version', 'deadline', 'todo', 'changes'],
  'enrolment.unregistered': [...person, 'exam', 'session', 'deadline', 'link'],
  'enrolment.withdrawn': [...person, ...enrolment, 'deadline', 'remedy'],
  'enrolment.signature-code': [...person, ...enrolment, 'code'],
  'enrolment.signed': [...person, ...enrolment, 'version', 'todo'],
  'enrolment.validated': [...person, ...enrolment],
  'units.proposed': [...person, ...enrolment],
  'former.answered': [...person, 'exam', 'session', 'link'],
  'enrolment.disclosure': [...person, ...enrolment, 'choice'],
  'piece.refused': [...person, ...enrolment, 'piece', 'comment', 'deadline', 'remedy'],
  'piece.filed': [...person, ...enrolment, 'piece', 'receipt'],
  'pieces.accepted': [...person, ...enrolment, 'pieces', 'todo'],
  'pieces.decided': [...person, ...enrolment, 'outcome', 'decisions', 'todo', 'remedy'],
  'pieces.reminder': [...person, ...enrolment, 'deadline', 'todo'],
  'document.examined': [...person, ...enrolment],
  'file.infected': [...person, ...enrolment, 'piece', 'receipt', 'remedy'],
  'document.infected': [...person, ...enrolment, 'receipt', 'remedy'],
  'paper.available': [...person, ...enrolment, 'title'],
  'message.available': [...person, ...enrolment],
  'summons.issued': [...person, ...enrolment, 'first'],
  'summons.changed': [...person, ...enrolment, 'first', 'changes'],
  'summons.void': [...person, ...enrolment, 'changes'],
  'staff.invitation': [...person, 'role', 'link', 'deadline', 'contact'],
  'rules.changed': [...person, ...enrolment, 'changes', 'remedy'],
  'rules.changed-draft': [...person, 'exam', 'session', 'link', 'changes'],
  'rules.submitted': [...person, 'title', 'author', 'purpose', 'remedy', 'link'],
} as const satisfies Readonly<Record<MailCode, readonly MailVariable[]>>;

/** The names between braces, each once, in the order of the text. */
export function variablesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name]) => name ?? ''))];
}

/** The values that a mail needs, by name. */
export type MailValues<Code extends MailCode> = Readonly<Record<(typeof MAIL_VARIABLES)[Code][number], string>>;
