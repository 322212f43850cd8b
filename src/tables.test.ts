import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from './migrations.ts';
import { emptyDatabase, type TestDatabase } from './testing/database.ts';
import { tableTypes, typesFile } from './testing/tableTypes.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await emptyDatabase(migrations);
});
afterAll(() => test.close());

describe('The types of the tables', () => {
  it('are those of the migrated database; npm run types writes them', async () => {
    const written = await tableTypes(test.db, test.connection);
    expect(written.size).toBeGreaterThan(5);
    for (const [room, text] of written) {
      const file = typesFile(room);
      if (process.env.REGISTRE_TYPES === 'yes') writeFileSync(file, text);
      expect(existsSync(file) ? readFileSync(file, 'utf8') : '', file).toBe(text);
    }
  });
});
