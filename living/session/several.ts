/** Some at once, each begun in its turn. Errors: the first; what was begun is waited for. */
export async function several<One>(
  all: Iterable<One>,
  atOnce: number,
  work: (one: One) => Promise<void>,
): Promise<void> {
  const queue = all[Symbol.iterator]();
  let failed = false;
  const walk = async (): Promise<void> => {
    for (let next = queue.next(); next.done !== true && !failed; next = queue.next()) {
      await work(next.value).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  const walks = await Promise.allSettled(Array.from({ length: atOnce }, walk));
  for (const one of walks) if (one.status === 'rejected') throw one.reason;
}
