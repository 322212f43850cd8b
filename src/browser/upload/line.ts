/** What the server said; `waits`: milliseconds that it asks to wait. */
export type LineAnswer = {
  readonly status: number;
  readonly said: Readonly<Record<string, unknown>>;
  readonly waits: number;
};

/** How a page speaks with the server; `pause` ends after so many milliseconds, or sooner where the line seems to be back. */
export type ServerLine = { readonly fetch: typeof fetch; readonly pause: (ms: number) => Promise<void> };

/** Asks once. null: the line was cut, or nothing was said for so many milliseconds. Throws only what `signal` says. */
export async function askServer(
  { fetch }: ServerLine,
  address: string,
  body: BodyInit | null,
  patience: number,
  signal: AbortSignal,
): Promise<LineAnswer | null> {
  signal.throwIfAborted();
  // `AbortSignal.any` is younger than the browsers that we promise.
  const given = new AbortController();
  const giveUp = (): void => given.abort();
  const timer = setTimeout(giveUp, patience);
  signal.addEventListener('abort', giveUp);
  try {
    const answer = await fetch(address, {
      method: body === null ? 'GET' : 'POST',
      body,
      redirect: 'manual',
      headers: { accept: 'application/json' },
      signal: given.signal,
    });
    const isJson = /\bjson\b/.test(answer.headers.get('content-type') ?? '');
    const said = isJson ? ((await answer.json()) as LineAnswer['said']) : {};
    return { status: answer.status, said, waits: 1_000 * Number(answer.headers.get('retry-after') ?? 0) };
  } catch {
    signal.throwIfAborted();
    return null;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}

/**
 * What passes by itself: too fast, a server that is starting again, or one that has kept what arrived and says when to ask again. What it
 * refuses for a reason of its own has a title alone.
 */
export function isBusy({ status, said, waits }: LineAnswer): boolean {
  return (
    status === 429 || status === 502 || status === 504 || (status === 503 && (said.title === undefined || waits > 0))
  );
}

/** A page where JSON was asked for: who is to sign in first, or whose form has grown too old. */
export function isSignIn({ status, said }: LineAnswer): boolean {
  return said.title === undefined && [0, 303, 401, 403].includes(status);
}
