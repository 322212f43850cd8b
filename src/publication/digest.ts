import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../platform/journal.ts';
import type { Digest } from './rules/snapshot.ts';

export const digest: Digest = (value) =>
  createHash('sha256')
    .update(canonicalJson(value as Json))
    .digest('hex');
