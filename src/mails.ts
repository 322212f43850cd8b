import { hearingMails } from './hearings/index.ts';

/** Every mail, by the rooms that send them. */
export const MAILS_OF_ROOMS = { hearingMails } as const;

type Room = (typeof MAILS_OF_ROOMS)[keyof typeof MAILS_OF_ROOMS];
type Every = { [Name in keyof Room]: Room[Name] }[keyof Room];
/** What candidates are told of their enrolments, by a mail or by a letter. */
export type ToldCode = Exclude<Every, { readonly to: string } | { readonly onlyByMail: true }>['code'];
