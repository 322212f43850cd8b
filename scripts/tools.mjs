// Programs of others that tests and measures run, each with Debian's package that brings it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { installFromDebian } from './lib.mjs';

/** What was asked for; then Debian's Chromium without its windows: half the work of the whole one for the same pages, and it starts in a third of the time. */
export const BROWSERS = [
  ...(process.env.REGISTRE_BROWSER === undefined ? [] : [process.env.REGISTRE_BROWSER]),
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** One of `programs` is enough, since one package brings them all. `serves`: it would also start by itself, where services run. */
const TOOLS = [
  { package: 'chromium-headless-shell', programs: BROWSERS },
  { package: 'git', programs: ['git'] },
  { package: 'nginx', programs: ['nginx'], serves: true },
  { package: 'openssl', programs: ['openssl'] },
  { package: 'poppler-utils', programs: ['pdfinfo', 'pdffonts', 'pdfsig', 'pdftoppm', 'pdftotext'] },
  { package: 'postgresql-client', programs: ['pg_dump'] },
  { package: 'qpdf', programs: ['qpdf'] },
];

/** Brings what is missing of these packages, all by default. What can't be brought is told by whoever needs it. */
export async function bringTools(packages = TOOLS.map((tool) => tool.package)) {
  const runsServices = existsSync('/run/systemd/system') && process.env.CI !== 'true';
  const missing = TOOLS.filter((tool) => packages.includes(tool.package) && !tool.programs.some(isHere))
    .filter(({ serves }) => !(serves && runsServices))
    .map((tool) => tool.package);
  if (missing.length === 0 || (await installFromDebian(missing)) || missing.length === 1) return;
  // One that this Debian doesn't have keeps no other away.
  for (const one of missing) await installFromDebian([one]);
}

/** Brings what a command can't end without before it begins, or ends it with a sentence. */
export async function needTools(command, ...programs) {
  await bringTools(
    TOOLS.filter((tool) => tool.programs.some((one) => programs.includes(one))).map((tool) => tool.package),
  );
  const missing = programs.find((one) => !isHere(one));
  if (missing === undefined) return;
  process.stderr.write(`npm run ${command} needs ${missing}, which is not here (${howToHave(missing)}).\n`);
  process.exit(1);
}

/** Debian keeps some where only root's PATH looks. */
export function isHere(program) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/sbin'];
  return path.isAbsolute(program) ? existsSync(program) : folders.some((one) => existsSync(path.join(one, program)));
}

/** How to have a program: « Debian: apt-get install nginx ». */
export function howToHave(program) {
  const tool = TOOLS.find(({ programs }) => programs.includes(program));
  return tool === undefined ? 'no package of scripts/tools.mjs brings it' : `Debian: apt-get install ${tool.package}`;
}
