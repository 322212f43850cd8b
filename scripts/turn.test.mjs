import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './lib.mjs';
import { leftToOthers } from './turn.mjs';

const turns = [0, 1, 2, 3, 4, 11].map(leftToOthers);

describe('Campaigns that a run leaves to others', () => {
  it('are files that are there, each left out by five of six runs', () => {
    const all = new Set(turns.flat());
    expect([...all].filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
    for (const file of all) expect([file, turns.filter((left) => left.includes(file)).length]).toEqual([file, 5]);
  });
});
