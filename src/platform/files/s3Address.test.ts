import { describe, expect, it } from 'vitest';
import { readS3Address } from './s3Address.ts';

const read = (text: string) => readS3Address(new URL(text));

describe('The address of a bucket', () => {
  it('has a secret of any characters, percent-encoded', () => {
    const secret = 'a/b+c d%41é@:?#';
    expect(read(`s3://K%2FY:${encodeURIComponent(secret)}@s3.fr-par.example:9000/pieces-2024?region=fr-par`)).toEqual({
      ok: true,
      value: {
        endpoint: 'https://s3.fr-par.example:9000',
        bucket: 'pieces-2024',
        region: 'fr-par',
        key: 'K/Y',
        secret,
      },
    });
  });

  it('is TLS and the usual region unless it says otherwise', () => {
    expect(read('s3://key:secret@host/bucket')).toMatchObject({
      value: { endpoint: 'https://host', region: 'us-east-1' },
    });
    expect(read('s3://key:secret@[::1]:1/bucket?tls=no')).toMatchObject({ value: { endpoint: 'http://[::1]:1' } });
  });

  it.each([
    ['s3://bucket', 'key'],
    ['s3:///bucket', 'host'],
    ['s3://key@host/bucket', 'secret'],
    ['s3://key:hush%zz@host/bucket', 'percent-encoded'],
    ['s3://key:hush@host', 'bucket'],
    ['s3://key:hush@host/', 'bucket'],
    ['s3://key:hush@host/ab', 'bucket'],
    ['s3://key:hush@host/bucket/folder', 'bucket'],
    ['s3://key:hush@host/bucket?region=', 'region'],
    ['s3://key:hush@host/bucket?tls=non', 'tls'],
    ['s3://key:hush@host/bucket?acl=public', 'nothing else'],
  ])('%s is refused, with what is wrong and never the secret', (text, word) => {
    const refused = read(text);
    expect(refused.ok).toBe(false);
    if (refused.ok) return;
    expect(refused.error).toContain(word);
    expect(refused.error).not.toContain('hush');
  });
});
