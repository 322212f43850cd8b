import { parse } from 'node:querystring';
import { ok, type Result, refuse } from '../result.ts';

/** Fields of one form at most: the longest of ours, a regulation with all its units, has some four hundred. */
const MOST_FIELDS = 2_000;

/** Answered like a body that is too long. */
class TooManyFields extends Error {
  readonly statusCode = 413;
}

/** The fields of a form, a repeated one as a list. They are counted before any of them is read. */
export function readForm(text: string): Result<Readonly<Record<string, unknown>>, Error> {
  let fields = 1;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) fields += 1;
  if (fields > MOST_FIELDS) return refuse(new TooManyFields(`${fields} fields`));
  return ok(parse(text, '&', '=', { maxKeys: MOST_FIELDS }));
}
