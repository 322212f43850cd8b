import { createHash } from 'node:crypto';
import { canonicalJson } from '../platform/journal.ts';
import type { Json } from '../platform/keys.ts';
import type { Digest } from './rules/snapshot.ts';

export const digest: Digest = (value) =>
  createHash('sha256')
    .update(canonicalJson(value as Json))
    .digest('hex');
