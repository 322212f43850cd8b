/** The mails of this room; their words are in the rule pack (`catalogue/texts`). */
export const ACCOUNT_MAILS = [
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
  'account.passkey-added',
  'account.passkey-removed',
  'account.passkey-copied',
  'staff.invitation',
] as const;
/** Those of an account whose owner has no mail box, which an office opened or changes: the others are of no use in a letter. */
export const POSTED_MAILS = [
  'account.address-changed',
  'account.recovery-told',
  'account.civil-status',
] as const satisfies readonly AccountMail[];

export type AccountMail = (typeof ACCOUNT_MAILS)[number];

/** A template may use fewer of them. `civility` is empty for staff. */
export type AccountMailValues = {
  readonly civility: string;
  readonly name: string;
  readonly link: string;
  readonly code: string;
  readonly opens: string;
  readonly deadline: string;
  readonly role: string;
  readonly changes: string;
  /** The name that somebody gave to a key of theirs. */
  readonly passkey: string;
  readonly contact: string;
};

export type WriteLetter = (
  template: AccountMail,
  values: AccountMailValues,
) => { readonly subject: string; readonly body: string };
