/**
 * What a program beside the server was told. `--help` says its usage and ends it with 0; a fault, in a sentence, ends it with 2, as does
 * what it can't do its work without.
 */
export function programWords(usage: string, faultIn: (words: readonly string[]) => string | null): readonly string[] {
  const words = process.argv.slice(2);
  if (words.some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  const fault = faultIn(words);
  return fault === null ? words : endWith(`${fault}\n${usage}`);
}

export function endWith(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
