import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { codeOf, MissingFile, StoreFault } from './fault.ts';
import type { S3Address } from './s3Address.ts';
import { openSpool } from './spool.ts';
import { asStream, type FileStore } from './store.ts';

/**
 * Files in a bucket of any store that speaks S3. What arrives is spooled on this machine, in `drafts`, and sent once it is
 * accepted: an object is there whole or not at all, and for good once the store has answered.
 */
export function openBucket(address: S3Address, drafts: string): FileStore {
  const { bucket: Bucket } = address;
  const spool = openSpool(drafts, true);
  const client = new S3Client({
    endpoint: address.endpoint,
    region: address.region,
    credentials: { accessKeyId: address.key, secretAccessKey: address.secret },
    forcePathStyle: true,
    // Stores older than these trailers keep them as part of the file.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000, throwOnRequestTimeout: true },
  });
  const told = async <T>(key: string, asked: Promise<T>): Promise<T> =>
    asked.catch((error: unknown) => {
      throw nameOf(error) === 'NoSuchKey'
        ? new MissingFile(`no file ${key}`, { cause: error })
        : faultOf(address, error);
    });
  const open = async (Key: string): Promise<Readable> => {
    const { Body } = await told(Key, client.send(new GetObjectCommand({ Bucket, Key })));
    if (!(Body instanceof Readable)) throw new StoreFault(`the store ${shown(address)} gave no content`, null, false);
    return Body;
  };
  const read = async (key: string): Promise<Buffer> =>
    Buffer.concat(
      await told(
        key,
        open(key).then((body): Promise<readonly Buffer[]> => body.toArray()),
      ),
    );
  const put: FileStore['put'] = (Key, content, accept) =>
    spool.through(content, async (draft) => {
      if (!(await accept(draft))) return null;
      // Whole, so that it can be sent again: files have some megabytes at most.
      await told(Key, client.send(new PutObjectCommand({ Bucket, Key, Body: await draft.read() })));
      return { size: draft.size, read: () => read(Key) };
    });
  return {
    put,
    open,
    read,
    write: async (key, content) => void (await put(key, asStream(content), async () => true)),
    remove: async (Key) => void (await told(Key, client.send(new DeleteObjectCommand({ Bucket, Key })))),
    list: async function* () {
      let ContinuationToken: string | undefined;
      do {
        const page = await told('', client.send(new ListObjectsV2Command({ Bucket, ContinuationToken })));
        for (const { Key, LastModified } of page.Contents ?? [])
          if (Key !== undefined && LastModified !== undefined)
            yield { key: Key, modifiedAt: Temporal.Instant.fromEpochMilliseconds(LastModified.getTime()) };
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken !== undefined);
    },
    sweepDrafts: spool.sweep,
  };
}

/** What only another FILES_URL or the owner of the store can put right. */
const WRONG: Readonly<Record<string, string>> = {
  InvalidAccessKeyId: "it doesn't know the key of FILES_URL",
  SignatureDoesNotMatch: 'the secret of FILES_URL is wrong, or not percent-encoded',
  AccessDenied: 'the key of FILES_URL may not use this bucket',
  NoSuchBucket: 'it has no such bucket',
  PermanentRedirect: 'the bucket stands in another region: see ?region= in FILES_URL',
  AuthorizationHeaderMalformed: 'the bucket stands in another region: see ?region= in FILES_URL',
  EPROTO: "it doesn't speak TLS there: see ?tls= in FILES_URL",
};
const AWAY: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'no such host for now',
  ECONNREFUSED: 'nothing listens there',
  TimeoutError: "it doesn't answer",
};

/** One line for whoever runs the server, without the secret; the library's error has request and all, so it isn't carried along. */
function faultOf(address: S3Address, error: unknown): Error {
  if (error instanceof StoreFault || error instanceof MissingFile) return error;
  const names = [nameOf(error), codeOf(error)].map((name) => (name.startsWith('ERR_SSL') ? 'EPROTO' : name));
  const wrong = names.map((name) => WRONG[name]).find((words) => words !== undefined);
  const away = names.map((name) => AWAY[name]).find((words) => words !== undefined);
  const meaning = wrong ?? away ?? names.findLast((name) => name !== '') ?? 'unknown';
  return new StoreFault(`the store ${shown(address)} can't be used: ${meaning}`, null, wrong !== undefined);
}

function shown({ endpoint, bucket }: S3Address): string {
  return `${endpoint}/${bucket}`;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}
