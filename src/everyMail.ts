import { accommodationMails } from './accommodations/index.ts';
import { accountMails } from './accounts/index.ts';
import { type MailHead, mailsOf } from './catalogue/index.ts';
import { closingMails } from './closing/index.ts';
import { documentMails } from './documents/index.ts';
import { editorMails } from './editor/index.ts';
import { examinerMails } from './examiners/index.ts';
import { formerMails } from './former/index.ts';
import { hearingMails } from './hearings/index.ts';
import { hookMails } from './integrations/index.ts';
import { fileMails, reserveMails, samePersonMails } from './mails/index.ts';
import { messageMails } from './messages/index.ts';
import { paperMails } from './papers/index.ts';
import { loanMails } from './places/index.ts';
import { publicationMails } from './publication/index.ts';
import { reminderMails } from './reminders/index.ts';
import { excuseMails } from './replacements/index.ts';
import { signatureMails } from './signature/index.ts';
import { summonsMails } from './summonses/index.ts';

/** Every mail, from the rooms that send them. */
export const MAILS_OF_ROOMS = {
  accountMails,
  paperMails,
  fileMails,
  reserveMails,
  samePersonMails,
  documentMails,
  signatureMails,
  reminderMails,
  hearingMails,
  closingMails,
  accommodationMails,
  messageMails,
  loanMails,
  summonsMails,
  examinerMails,
  publicationMails,
  excuseMails,
  formerMails,
  editorMails,
  hookMails,
} as const;

type InRoom<Room> = Room[keyof Room];
/** What candidates are told of their enrolments, by a mail or by a letter. */
export type ToldCode = Exclude<
  { [Name in keyof typeof MAILS_OF_ROOMS]: InRoom<(typeof MAILS_OF_ROOMS)[Name]> }[keyof typeof MAILS_OF_ROOMS],
  { readonly to: string } | { readonly onlyByMail: true }
>['code'];

/** Those whose words the rules hold: what the rules are checked with when they are loaded, and written by. */
export const MAILS = mailsOf(Object.values(MAILS_OF_ROOMS).flatMap((mails) => Object.values(mails)));

const OF_HEALTH = new Set(
  Object.values(MAILS_OF_ROOMS)
    .flatMap((mails): readonly MailHead[] => Object.values(mails))
    .flatMap(({ code, health }) => (health === true ? [code] : [])),
);

/** Does a mail tell that there is something of somebody's health? By its code. */
export function ofHealth(code: string): boolean {
  return OF_HEALTH.has(code);
}
