import { createHash } from 'node:crypto';
import pg from 'pg';
import { noteAsked } from './readOnce.ts';

const KEPT_STATEMENTS = 400;

/**
 * Names every statement that has parameters, so that PostgreSQL parses and plans it once per connection (twice the reads
 * per second, stack.md). Text that varies without end is left unnamed past a limit.
 */
export class PreparedClient extends pg.Client {
  readonly #names = new Map<string, string>();

  constructor(...args: ConstructorParameters<typeof pg.Client>) {
    super(...args);
    // The pool listens only to its idle clients. One that dies between two statements of an act would end the process:
    // here its next statement is refused instead (`isOutage`).
    this.on('error', () => undefined);
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= KEPT_STATEMENTS) return known;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
    this.#names.set(text, name);
    return name;
  }

  // biome-ignore lint/suspicious/noExplicitAny: pg.Client.query has nine overloads; this one keeps them all
  override query(...args: any[]): any {
    const [text, values] = args;
    if (typeof text === 'string') noteAsked(text);
    if (typeof text === 'string' && Array.isArray(values) && values.length > 0) {
      const name = this.#nameOf(text);
      const query = { text, values: values.map(fromTemporal) };
      args.splice(0, 2, name === undefined ? query : { ...query, name });
    }
    // biome-ignore lint/suspicious/noExplicitAny: as above
    return (super.query as (...all: any[]) => any)(...args);
  }
}

/** pg writes objects as JSON; instants and days must go as plain text. */
function fromTemporal(value: unknown): unknown {
  return value instanceof Temporal.Instant || value instanceof Temporal.PlainDate ? value.toString() : value;
}
