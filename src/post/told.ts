/**
 * Everything of an enrolment that its candidate is told, by its template. What isn't here can't be told (`post`, in `mails.ts`), and
 * `told.test.ts` says each of these to somebody without a mail box.
 */
type Told = {
  /** It tells that there is something of somebody's health: its letter is for the service that reads it, and for no officer. */
  readonly health: boolean;
  /** Of no use in a letter. */
  readonly onlyByMail: boolean;
};

const BY_POST_TOO: Told = { health: false, onlyByMail: false };
const OF_HEALTH: Told = { health: true, onlyByMail: false };
/**
 * Of what only who has a mail box does, or of a file of theirs: who gives all by the post signs nothing on line and deposits nothing (an
 * officer's scan says on its page that it is to be made again).
 */
const ONLY_BY_MAIL: Told = { health: false, onlyByMail: true };
/** Of an enrolment that is being written: no office has it, and nobody could print its letter. */
const OF_A_DRAFT = ONLY_BY_MAIL;

export const TOLD = {
  'enrolment.registered': BY_POST_TOO,
  'enrolment.modified': BY_POST_TOO,
  'enrolment.typed': BY_POST_TOO,
  'enrolment.withdrawn': BY_POST_TOO,
  'enrolment.disclosure': BY_POST_TOO,
  'enrolment.validated': BY_POST_TOO,
  'units.proposed': BY_POST_TOO,
  'piece.refused': BY_POST_TOO,
  'piece.filed': BY_POST_TOO,
  'pieces.accepted': BY_POST_TOO,
  'pieces.decided': BY_POST_TOO,
  'pieces.reminder': BY_POST_TOO,
  'paper.available': BY_POST_TOO,
  'publication.withdrawn': BY_POST_TOO,
  'message.available': BY_POST_TOO,
  'summons.issued': BY_POST_TOO,
  'summons.changed': BY_POST_TOO,
  'summons.void': BY_POST_TOO,
  'rules.changed': BY_POST_TOO,
  'window.extended': BY_POST_TOO,
  'reserve.lifted': BY_POST_TOO,
  'enrolment.setAside': BY_POST_TOO,
  'enrolment.reinstated': BY_POST_TOO,
  'enrolment.cancelled': BY_POST_TOO,
  'enrolment.restored': BY_POST_TOO,
  'person.same': BY_POST_TOO,
  'person.undone': BY_POST_TOO,
  'person.ended': BY_POST_TOO,
  'person.perhaps': BY_POST_TOO,
  'former.answered': BY_POST_TOO,
  'results.published': BY_POST_TOO,
  'resultCase.opened': BY_POST_TOO,
  'resultCase.answered': BY_POST_TOO,
  'appeal.opened': BY_POST_TOO,
  'appeal.answered': BY_POST_TOO,
  'time.granted': BY_POST_TOO,
  'regularisation.invited': BY_POST_TOO,
  'space.message': OF_HEALTH,
  'document.examined': OF_HEALTH,
  'document.infected': { health: true, onlyByMail: true },
  'document.unreadable': { health: true, onlyByMail: true },
  'file.infected': ONLY_BY_MAIL,
  'file.unreadable': ONLY_BY_MAIL,
  'enrolment.signed': ONLY_BY_MAIL,
  'enrolment.unregistered': OF_A_DRAFT,
  'rules.changed-draft': OF_A_DRAFT,
} as const satisfies Readonly<Record<string, Told>>;

export type ToldTemplate = keyof typeof TOLD;
