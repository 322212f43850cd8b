import type { Tables } from '../../platform/database/database.ts';

/** How a row is somebody's: by a column that holds their account or their enrolment, or by another row that is theirs. */
type Given = {
  readonly by?: 'account' | 'enrolment';
  /** Not given: `account_id`, or `enrolment_id`. */
  readonly column?: string;
  readonly through?: {
    readonly table: TableName;
    readonly columns: readonly string[];
    readonly keys: readonly string[];
  };
  /** Columns that aren't said, beside those that are nobody's to read (`hiddenColumns`). */
  readonly but?: readonly string[];
  /** Only rows of which this is true. */
  readonly only?: OnlyIf;
  /** When it was decided: given two days after, when it was told as decisions are told. */
  readonly toldFrom?: string;
  /** When it was written: given once results were announced after it. */
  readonly publishedFrom?: string;
  /** The same by the rows of another table that share a column, none written since. */
  readonly publishedWith?: { readonly table: TableName; readonly column: string; readonly at: string };
};
export type TableName = keyof Tables;

export type OnlyIf = 'publishedSo' | 'settled' | 'standing' | 'shown' | 'sentRight' | 'unsecret';

const enrolment: Given = { by: 'enrolment' };
const account: Given = { by: 'account' };
/** `at`: when it was written; what is said of a test sat since, a replacement's, waits for its own results. */
const published = (at: string): Given => ({ by: 'enrolment', publishedFrom: at });
const through = (table: TableName, column: string, key = 'id'): Given => ({
  through: { table, columns: [column], keys: [key] },
});

/** Whose rows somebody is given with all their data: a test compares it with `public/keptTables.ts`, so that no table is forgotten. */
export const GIVEN: Readonly<Partial<Record<TableName, Given>>> = {
  auth_user: { by: 'account', column: 'id', but: ['image'] },
  auth_session: { by: 'account', column: 'user_id', but: ['id', 'token'] },
  candidate: account,
  notice_answer: account,
  address_recovery: { by: 'account', but: ['stream'] },
  access_letter: account,
  access_letter_request: account,
  enrolment: { by: 'account', column: 'candidate_id', but: ['delegation_id'] },
  enrolment_entry: enrolment,
  enrolment_version: { by: 'enrolment', but: ['rule_pack'] },
  held_mark: enrolment,
  unit_completion: enrolment,
  office_note: enrolment,
  accommodation_request: enrolment,
  accommodation_case: enrolment,
  accommodation_advice: through('accommodation_case', 'case_id'),
  accommodation_decision: { by: 'enrolment', toldFrom: 'at' },
  accommodation_demand: through('accommodation_case', 'case_id'),
  accommodation_document: enrolment,
  accommodation_reminder: enrolment,
  accommodation_said: enrolment,
  changeover_line: enrolment,
  former_claim: enrolment,
  former_link: { by: 'account', column: 'candidate_id', only: 'standing' },
  former_line: { through: { table: 'former_link', columns: ['number', 'academy'], keys: ['number', 'academy'] } },
  former_mark: { by: 'account', column: 'candidate_id' },
  deposit: enrolment,
  deposit_original: through('deposit', 'deposit_id'),
  deposit_sheet: enrolment,
  deposit_upload: enrolment,
  deposit_upload_part: through('deposit_upload', 'upload_id'),
  phone_code: { by: 'enrolment', but: ['id'] },
  piece: { by: 'enrolment', but: ['status_before'] },
  piece_review: through('piece', 'piece_id'),
  review_taken_back: through('piece', 'piece_id'),
  time_again: enrolment,
  sheet_reading: enrolment,
  online_signature: enrolment,
  signature_door: { by: 'enrolment', but: ['id', 'opener', 'opener_until'] },
  accepted_piece: enrolment,
  electronic_notice: enrolment,
  entry_proof: through('enrolment_entry', 'entry_id'),
  letter: account,
  letter_told: through('letter', 'letter_id'),
  mail: { by: 'account', only: 'unsecret', but: ['smtp_reply', 'attempts', 'available_at'] },
  notice_letter: enrolment,
  // The document itself is among the files, which says that it was opened.
  paper: { by: 'enrolment', only: 'shown', but: ['content', 'checked_at', 'fault'] },
  publication_recipient: enrolment,
  told_decision: enrolment,
  message: enrolment,
  message_lot_recipient: enrolment,
  message_reading: through('message', 'message_id'),
  message_thread: enrolment,
  draft_reminder: enrolment,
  granted_time: enrolment,
  reminder: enrolment,
  reminder_exclusion: enrolment,
  cancellation: { by: 'enrolment', only: 'settled' },
  appealable_decision: enrolment,
  case_letter: through('result_case', 'case_id'),
  decision: { by: 'enrolment', toldFrom: 'taken_at' },
  enrolment_reserve: enrolment,
  hearing: enrolment,
  hearing_answer: through('hearing', 'hearing_id'),
  observation: enrolment,
  regularisation: enrolment,
  unit_exclusion: enrolment,
  reserve_decision: { by: 'enrolment', toldFrom: 'at' },
  rule_effect: { by: 'enrolment', column: 'enrolment' },
  exam_call_told: enrolment,
  exam_expected_call: enrolment,
  exam_summons: enrolment,
  exam_summons_sent_again: enrolment,
  exam_withheld: enrolment,
  attendance_act: enrolment,
  attendance_call: enrolment,
  attendance_phoned: enrolment,
  absence_excuse: enrolment,
  absence_proof: enrolment,
  exam_replacement: enrolment,
  replacement_decision: { by: 'enrolment', toldFrom: 'decided_at' },
  marking_sheet: published('at'),
  marking_verdict: through('marking_sheet', 'sheet_id'),
  mark_added: published('at'),
  mark_identity: { by: 'enrolment', publishedWith: { table: 'mark_entry', column: 'script_id', at: 'at' } },
  mark_script: through('mark_identity', 'id', 'script_id'),
  mark_entry: through('mark_identity', 'script_id', 'script_id'),
  script_scan: { by: 'enrolment', only: 'sentRight' },
  jury_addition: published('proposed_at'),
  jury_examined: published('at'),
  jury_point: published('at'),
  jury_verdict: published('said_at'),
  published_result: { by: 'enrolment', only: 'publishedSo' },
  result_case: enrolment,
  key_reading: enrolment,
  refusal: account,
};

export type WhyNot = 'copy' | 'secret' | 'preparing' | 'others' | 'passing' | 'told' | 'elsewhere';

/** What is kept of people and isn't given, and why; the file says it too. */
export const NOT_GIVEN: Readonly<Partial<Record<TableName, WhyNot>>> = {
  office_file: 'copy',
  office_name: 'copy',
  office_word: 'copy',
  office_queue: 'copy',
  export_part: 'copy',
  auth_account: 'secret',
  auth_verification: 'secret',
  passkey_challenge: 'secret',
  sign_up: 'passing',
  exam_checkin_code: 'elsewhere',
  exam_placed: 'preparing',
  exam_seat: 'preparing',
  exam_summoned: 'preparing',
  exam_unseated: 'preparing',
  accommodation_prepared: 'preparing',
  prepared_decision: 'preparing',
  decision_to_tell: 'preparing',
  decision_to_undo: 'preparing',
  cancellation_lot_line: 'preparing',
  invitation_lot_line: 'preparing',
  same_person: 'others',
  same_person_proposal: 'others',
  examiner_link: 'others',
  examiner: 'others',
  examiner_code: 'others',
  examiner_letter: 'others',
  board_member: 'others',
  changeover_import: 'others',
  former_import: 'others',
  mark_import: 'others',
  jury_moment: 'others',
  jury_sheet: 'others',
  attendance_remark: 'others',
  letter_print: 'passing',
  paper_batch_item: 'passing',
  message_settlement: 'passing',
  unread_file: 'passing',
  webhook_delivery: 'passing',
  throttle: 'passing',
  once: 'passing',
  journal: 'told',
};

/**
 * Who of the office did it, which the file of a candidate says by function alone; what opens a door; where bytes stand; what only the program
 * reads.
 */
export function isHidden(column: string): boolean {
  return /(^|_)by(_id)?$|(officer|staff|author|reader|examiner|session|delegation|lot|plan|centre|room|sitting|batch|jury|board|webhook|key|import)_id$|^(delegation_id|device|mark|row_version|service_token)$|_key$|token|password|secret|^stream$/.test(
    column,
  );
}
