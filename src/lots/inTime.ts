/** Does it to one after the other for as many seconds as a page may take, to the first in any case. Answers whom it left. */
export async function inTime<One>(
  all: readonly One[],
  seconds: number,
  act: (one: One) => Promise<void>,
): Promise<readonly One[]> {
  const began = performance.now();
  for (const [index, one] of all.entries()) {
    if (index > 0 && performance.now() - began > seconds * 1_000) return all.slice(index);
    await act(one);
  }
  return [];
}
