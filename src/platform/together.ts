/** One answer for all who ask while it is being worked out: what anybody may ask for costs no more than one at a time. */
export function together<T>(work: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => {
    asked ??= work().finally(() => {
      asked = null;
    });
    return asked;
  };
}
