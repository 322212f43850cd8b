import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Configuration } from './configuration.ts';
import { cannotStart } from './platform/cannotStart.ts';
import type { Log } from './platform/log.ts';
import { openSeal, type Seal } from './platform/pdf/seal/seal.ts';
import { makeOwnCertificate } from './platform/pdf/seal/selfMade.ts';
import { askAuthority } from './platform/pdf/seal/timeStamp.ts';

const UNSEALED =
  'Decisions go out without a seal: SEAL_KEY and SEAL_CERTIFICATES are not set, see « The seal » in docs/operations.md.';
const SOON = { hours: 24 * 30 } as const;

/** What decisions are sealed with: of the settings, or a demonstration's own; null in production without settings, and said. */
export async function sealOf(
  { mode, seal, timeStampUrl, dataFolder }: Configuration,
  say: (line: string) => void,
  log: Log,
): Promise<Seal | null> {
  if (seal === null && mode === 'production') {
    say(UNSEALED);
    return null;
  }
  const files = seal === null ? await ownFiles(dataFolder) : seal;
  const opened = await openSeal({
    key: read('SEAL_KEY', files.keyFile),
    chain: read('SEAL_CERTIFICATES', files.certificatesFile),
    timeStamper: timeStampUrl === null ? null : askAuthority(timeStampUrl),
    onTrouble: (err) => log.error({ err }, 'a paper went out without its seal, or its seal without a time-stamp'),
  });
  if (!opened.ok) throw cannotStart(`SEAL_KEY and SEAL_CERTIFICATES can't seal: ${opened.error}`);
  const { subject, endsAt } = opened.value.certificate;
  if (Temporal.Instant.compare(Temporal.Now.instant().add(SOON), endsAt) >= 0)
    log.warn(
      { subject, endsAt: endsAt.toString() },
      'the certificate of the seal ends soon: then papers go out without',
    );
  return opened.value;
}

function read(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw cannotStart(`${variable}: ${file} can't be read`);
  }
}

/** Made at the first start, beside the data: papers of yesterday bear the same seal as those of today. */
async function ownFiles(dataFolder: string): Promise<{ readonly keyFile: string; readonly certificatesFile: string }> {
  const keyFile = path.join(dataFolder, 'seal.key.pem');
  const certificatesFile = path.join(dataFolder, 'seal.pem');
  if (existsSync(keyFile) && existsSync(certificatesFile)) return { keyFile, certificatesFile };
  const { key, chain } = await makeOwnCertificate('Registre, démonstration (sans valeur)');
  writeFileSync(keyFile, key, { mode: 0o600 });
  chmodSync(keyFile, 0o600);
  writeFileSync(certificatesFile, chain);
  return { keyFile, certificatesFile };
}
