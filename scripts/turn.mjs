// Whose turn it is, where a run tries a part of what there is: it hangs on the last commit, so that the same commit tries the same.
import { execFileSync } from 'node:child_process';
import { root } from './lib.mjs';

/**
 * Against its first parent: of a merge, what it brought. Where git knows nothing (an archive, a clone of one commit), always the same.
 * @returns {{ readonly hash: string, readonly changed: readonly string[] }}
 */
export function lastCommit() {
  const git = (...words) =>
    execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const hash = git('rev-parse', 'HEAD');
    try {
      return { hash, changed: git('diff', '--name-only', 'HEAD^1', 'HEAD').split('\n') };
    } catch {
      return { hash, changed: [] };
    }
  } catch {
    return { hash: '00000000', changed: [] };
  }
}

/**
 * Which of so many parts has its turn, from 0.
 * @param {string} hash
 * @param {number} parts
 * @returns {number}
 */
export function turnOf(hash, parts) {
  return parts === 0 ? 0 : Number.parseInt(hash.slice(0, 8), 16) % parts;
}

/**
 * Campaigns: each tries at length (kills, restarts, hostile files, thirty papers, a whole small session, a day without a network) what a test of
 * its room tries once. A run of everything takes one group of them, others after another commit; a file that is named, and the
 * command of a campaign, always all.
 */
const CAMPAIGNS = [
  ['faults/exam', 'e2e/dev'],
  ['e2e/lifecycle', 'src/platform/documents/fuzz', 'e2e/heard'],
  ['faults/kills', 'e2e/nginx', 'e2e/rehearsal', 'e2e/sideBySide'],
  ['e2e/attendance', 'e2e/living', 'e2e/beginning', 'src/platform/crash'],
  ['e2e/upgrade', 'e2e/thirtyPieces', 'faults/closing', 'src/pieces/waysIn'],
  ['src/pieces/nastyFiles', 'faults/uploads', 'e2e/production', 'e2e/fairness', 'faults/nodes'],
];

/**
 * The files of tests that a run leaves to others.
 * @param {number} turn whose turn it is, from 0
 */
export function leftToOthers(turn) {
  return CAMPAIGNS.flatMap((files, index) => (index === turn % CAMPAIGNS.length ? [] : files)).map(
    (file) => `${file}.test.ts`,
  );
}
