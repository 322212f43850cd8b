import * as z from 'zod';
import { keysOf } from '../platform/keys.ts';
import type { MailVariable } from './mailVariables.ts';

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
  'account.passkey-added': [...person, 'passkey', 'link'],
  'account.passkey-removed': [...person, 'passkey', 'link'],
  'account.passkey-copied': [...person, 'passkey', 'link'],
  'enrolment.registered': [...person, ...enrolment, 'version', 'deadline', 'todo'],
  'enrolment.modified': [...person, ...enrolment, 'version', 'deadline', 'todo'],
  'enrolment.typed': [...person, ...enrolment, 'version', 'deadline', 'todo', 'changes'],
  'enrolment.unregistered': [...person, 'exam', 'session', 'deadline', 'link'],
  'enrolment.withdrawn': [...person, ...enrolment, 'deadline', 'remedy'],
  'enrolment.signature-code': [...person, ...enrolment, 'code'],
  'enrolment.signed': [...person, ...enrolment, 'version', 'todo'],
  'enrolment.validated': [...person, ...enrolment],
  'enrolment.disclosure': [...person, ...enrolment, 'choice'],
  'units.proposed': [...person, ...enrolment],
  'former.answered': [...person, 'exam', 'session', 'link'],
  'piece.refused': [...person, ...enrolment, 'piece', 'comment', 'deadline', 'remedy'],
  'piece.filed': [...person, ...enrolment, 'piece', 'receipt'],
  'pieces.accepted': [...person, ...enrolment, 'pieces', 'todo'],
  'pieces.decided': [...person, ...enrolment, 'outcome', 'decisions', 'todo', 'remedy'],
  'pieces.reminder': [...person, ...enrolment, 'deadline', 'todo'],
  'document.examined': [...person, ...enrolment],
  'file.infected': [...person, ...enrolment, 'piece', 'file', 'receipt', 'remedy'],
  'document.infected': [...person, ...enrolment, 'receipt', 'remedy'],
  'file.unreadable': [...person, ...enrolment, 'piece', 'file', 'receipt', 'comment', 'remedy'],
  'document.unreadable': [...person, ...enrolment, 'receipt', 'comment', 'remedy'],
  'paper.available': [...person, ...enrolment, 'title'],
  'message.available': [...person, ...enrolment],
  'summons.issued': [...person, ...enrolment, 'first'],
  'summons.changed': [...person, ...enrolment, 'first', 'changes'],
  'summons.void': [...person, ...enrolment, 'changes'],
  'staff.invitation': [...person, 'role', 'link', 'deadline', 'contact'],
  'rules.changed': [...person, ...enrolment, 'changes', 'remedy'],
  'rules.changed-draft': [...person, 'exam', 'session', 'link', 'changes'],
  'rules.submitted': [...person, 'title', 'author', 'purpose', 'remedy', 'link'],
} as const satisfies Readonly<Record<string, readonly MailVariable[]>>;

export type MailCode = keyof typeof MAIL_VARIABLES;
export const MailCode = z.enum(keysOf(MAIL_VARIABLES));

/** The names between braces, each once, in the order of the text. */
export function variablesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name]) => name ?? ''))];
}

/** The values that a mail needs, by name. */
export type MailValues<Code extends MailCode> = Readonly<Record<(typeof MAIL_VARIABLES)[Code][number], string>>;
