import { existsSync } from 'node:fs';
import path from 'node:path';
import type { TestOptions } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Why a test isn't run here: the last lines of `npm test` say it. */
    leftOut?: string;
    /** The program that it needs, without which CI fails: `scripts/tools.mjs` brings it. */
    lacks?: string;
  }
}

/** Debian keeps some programs where only root's PATH looks. */
export const WHOLE_PATH = `${process.env.PATH}${path.delimiter}/usr/sbin${path.delimiter}/sbin`;

/** For a test, or a group of them, that runs a program of others. */
export function needs(program: string): TestOptions {
  const isHere = WHOLE_PATH.split(path.delimiter).some((folder) => existsSync(path.join(folder, program)));
  return isHere ? {} : leftOut(`${program} is not on this machine`, program);
}

/** For a test that nothing brings here, or that another command runs: `reason` says which. */
export function onlyWhere(holds: boolean, reason: string): TestOptions {
  return holds ? {} : leftOut(reason);
}

/** Options of a test that is not run, and why. */
export function leftOut(reason: string, lacks?: string): TestOptions {
  return { skip: true, meta: { leftOut: reason, ...(lacks !== undefined && { lacks }) } };
}
