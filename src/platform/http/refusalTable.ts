import { keysOf } from '../keys.ts';

type Refused = { readonly code: string };
/** The refusals of a union that bear a code. */
type Of<Refusal, Code> = Refusal extends Refused ? (Code extends Refusal['code'] ? Refusal : never) : never;
type Status = 400 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503;

/** Code → HTTP status → what a person reads: what is the matter, the rule, the way out; then the field that it is about, where there is one. */
export type Refusals<Refusal extends Refused> = {
  readonly [Code in Refusal['code']]: readonly [Status, string | ((refusal: Of<Refusal, Code>) => string), string?];
};

export type RefusalTable<Refusal extends Refused> = {
  readonly codes: readonly Refusal['code'][];
  readonly status: (refusal: Pick<Refusal, 'code'>) => Status;
  readonly inWords: (refusal: Refusal) => string;
  /** The name of the field that it is about; null: of the whole. */
  readonly fieldOf: (refusal: Pick<Refusal, 'code'>) => string | null;
};

/** The one table of a context: a code without status or sentence doesn't compile. */
export function refusalTable<Refusal extends Refused>(rows: Refusals<Refusal>): RefusalTable<Refusal> {
  const row = ({ code }: Pick<Refusal, 'code'>) => rows[code as Refusal['code']];
  return {
    codes: keysOf(rows),
    status: (refusal) => row(refusal)[0],
    fieldOf: (refusal) => row(refusal)[2] ?? null,
    inWords: (refusal) => {
      const said: string | ((refusal: never) => string) = row(refusal)[1];
      return typeof said === 'string' ? said : said(refusal as never);
    },
  };
}
