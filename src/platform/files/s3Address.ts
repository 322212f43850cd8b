import { ok, type Result, refuse } from '../result.ts';

/** What `FILES_URL=s3://KEY:SECRET@host:port/bucket?region=fr-par&tls=no` says. */
export type S3Address = {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly key: string;
  readonly secret: string;
};

export const S3_EXAMPLE = 's3://KEY:SECRET@host/bucket?region=fr-par';
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const REGION = /^[a-z0-9-]{1,40}$/;

/** Key and secret are percent-encoded, as in any address: « / » is %2F, « + » %2B. A refusal never repeats what was given. */
export function readS3Address(url: URL): Result<S3Address, string> {
  const [key, secret] = [decoded(url.username), decoded(url.password)];
  const bucket = url.pathname.slice(1);
  const region = url.searchParams.get('region') ?? 'us-east-1';
  const tls = url.searchParams.get('tls') ?? 'yes';
  const unknown = [...url.searchParams.keys()].find((name) => name !== 'region' && name !== 'tls');
  if (url.hostname === '') return refuse(`must name the host of the store, such as ${S3_EXAMPLE}`);
  if (key === null || secret === null || key === '' || secret === '')
    return refuse(`must hold the key and the secret, percent-encoded (« / » is %2F), such as ${S3_EXAMPLE}`);
  if (!BUCKET.test(bucket)) return refuse(`must name a bucket after the host, such as ${S3_EXAMPLE}`);
  if (!REGION.test(region)) return refuse('has a region that is no name, such as region=fr-par');
  if (tls !== 'yes' && tls !== 'no') return refuse('may say tls=yes (the usual) or tls=no, nothing else');
  if (unknown !== undefined) return refuse('may say region and tls after the « ? », nothing else');
  return ok({ endpoint: `${tls === 'no' ? 'http' : 'https'}://${url.host}`, bucket, region, key, secret });
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
