import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder that goes with the test; as root, the system user that runs PostgreSQL can enter it. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `registre-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}
