import { localPath } from '../../platform/localPath.ts';

/** A refused form as it may be sent again: where to, and its fields without token nor password. */
export type SendAgain = {
  /** null: it can't be sent again from here. */
  readonly action: string | null;
  readonly fields: readonly Field[];
  /** Passwords never come back into a page: they are to be typed again. */
  readonly withoutPasswords: boolean;
};
type Field = { readonly name: string; readonly value: string };

type Refused = {
  readonly address: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly header: (name: string) => string | undefined;
};

const MOST_FIELDS = 400;
const MOST_CHARACTERS = 100_000;
/** « current » is the password asked again before a change. */
const SECRET = /pass|secret|^current$/i;
const TOKEN = 'jeton';
/** Names that the machine put there: nothing that somebody typed. */
const TECHNICAL = new Set([TOKEN, 'cle', 'version', 'suite', 'retour']);

/** What was in the form that could not be taken. Too much to print is not sent again: a part of a form would be worse. */
export function whatToSendAgain({ address, body }: Refused): SendAgain {
  const all = Object.entries(body).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one) => (typeof one === 'string' ? [{ name, value: one }] : [])),
  );
  const fields = all.filter(({ name }) => name !== TOKEN && !SECRET.test(name));
  const size = fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  const fits = fields.length <= MOST_FIELDS && size <= MOST_CHARACTERS;
  return {
    action: fits ? localPath(address) : null,
    fields: fits ? fields : [],
    withoutPasswords: all.some(({ name }) => SECRET.test(name)),
  };
}

/** The fields that a person may want to copy. */
export function typedFields({ fields }: SendAgain): readonly Field[] {
  return fields.filter(({ name, value }) => !TECHNICAL.has(name) && value.trim() !== '');
}

/**
 * Did the form come from one of our own pages? Only then may a page offer to send it again: a button must not turn another
 * site's forgery into the person's own act. Browsers that say nothing get no button.
 */
export function cameFromHere({ header }: Pick<Refused, 'header'>, publicUrl: URL): boolean {
  const site = header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const from = header('origin') ?? header('referer');
  if (from === undefined || !URL.canParse(from)) return false;
  const { origin, host } = new URL(from);
  return origin === publicUrl.origin || host === header('host');
}
