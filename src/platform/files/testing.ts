import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** For the tests of this room: a server of others that speaks S3, and a kernel that refuses to write. */

const SECRET = 'a/b+c d%41é';

export type S3Server = {
  /** `changes` of the address that is right. */
  readonly url: (changes?: { key?: string; secret?: string; bucket?: string; port?: number; tls?: string }) => URL;
  readonly close: () => Promise<void>;
};

export async function startS3(): Promise<S3Server> {
  const require = createRequire(import.meta.url);
  const directory = mkdtempSync(path.join(tmpdir(), 'registre-s3-'));
  // Its one defect: it signs « /bucket » where everybody, AWS included, signs the address as asked, « /bucket/ ».
  const v4 = require('@20minutes/s3rver/lib/signature/v4.js');
  const sign = v4.getStringToSign;
  v4.getStringToSign = (request: { readonly uri: string }, ...others: unknown[]) =>
    sign({ ...request, uri: /^\/[^/]+$/.test(request.uri) ? `${request.uri}/` : request.uri }, ...others);
  require('@20minutes/s3rver/lib/models/account.js').DUMMY_ACCOUNT.createKeyPair('REGISTRE', SECRET);
  const S3rver = require('@20minutes/s3rver');
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: 'registre', configs: [] }],
  });
  const { port: own } = await server.run();
  return {
    url: ({ key = 'REGISTRE', secret = SECRET, bucket = 'registre', port = own, tls = 'no' } = {}) =>
      new URL(`s3://${encodeURIComponent(key)}:${encodeURIComponent(secret)}@127.0.0.1:${port}/${bucket}?tls=${tls}`),
    close: async () => {
      const closed = server.close();
      // A line that somebody still holds would keep it open until the test is given up.
      server.httpServer?.closeAllConnections();
      await closed;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** While `act` runs, the kernel refuses every file of this process beyond `bytes`: EFBIG, as it says ENOSPC on a full disk. */
export async function withSmallFiles<T>(bytes: number, act: () => Promise<T>): Promise<T> {
  const limit = (soft: string): void =>
    void execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${soft}:`]);
  limit(String(bytes));
  try {
    return await act();
  } finally {
    limit('unlimited');
  }
}
