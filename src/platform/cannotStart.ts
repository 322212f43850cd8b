const NAME = 'CannotStart';

/** Why Registre can't start, where its operator can put it right: said as it is, without the trace that a bug has. */
export function cannotStart(sentence: string, cause?: unknown): Error {
  const error = new Error(sentence, { cause });
  error.name = NAME;
  return error;
}

export function isForTheOperator(error: unknown): error is Error {
  return error instanceof Error && error.name === NAME;
}
