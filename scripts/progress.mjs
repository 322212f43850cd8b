// How far long work is: a line every fifteen seconds, in a log as on a screen. Runs on any Node ≥ 20 and before anything is installed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const EVERY_MS = 15_000;
/** What each step took when it last ended well on this machine, in seconds, by its title. */
const TIMES = fileURLToPath(new URL('../node_modules/.registre-times.json', import.meta.url));

/** « 45 s », « 3 min 20 s ». */
export function inWords(seconds) {
  const [minutes, rest] = [Math.floor(Math.round(seconds) / 60), Math.round(seconds) % 60];
  return minutes === 0 ? `${rest} s` : `${minutes} min ${rest} s`;
}

/** How long it has gone on since `started` (ms), and what is left of `all` where it goes on as it went. */
export function leftOf(started, done, all) {
  const seconds = (Date.now() - started) / 1000;
  return done > 0 ? `${inWords(seconds)}, about ${inWords((seconds * (all - done)) / done)} left` : inWords(seconds);
}

/** Says `line()` every fifteen seconds; gives what ends it. */
export function everyWhile(line) {
  const beat = setInterval(() => process.stdout.write(`  … ${line()}\n`), EVERY_MS);
  return () => clearInterval(beat);
}

/** Seconds; undefined where it was never timed here. */
export const lastTime = (title) => timesOf()[title];

export function keepTime(title, seconds) {
  mkdirSync(path.dirname(TIMES), { recursive: true });
  writeFileSync(TIMES, JSON.stringify({ ...timesOf(), [title]: Math.round(seconds) }));
}

function timesOf() {
  try {
    return JSON.parse(readFileSync(TIMES, 'utf8'));
  } catch {
    // Nothing was timed here yet.
    return {};
  }
}
