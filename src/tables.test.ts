import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { migrations } from './migrations.ts';
import { ownDatabase } from './testing/database.ts';
import { tableTypes, typesFile } from './testing/tableTypes.ts';

const { db, connection } = await ownDatabase(migrations);

describe('The types of the tables', () => {
  it('are those of the migrated database; npm run types writes them', async () => {
    const written = await tableTypes(db, connection);
    expect(written.size).toBeGreaterThan(5);
    for (const [room, text] of written) {
      const file = typesFile(room);
      if (process.env.REGISTRE_TYPES === 'yes') writeFileSync(file, text);
      expect(existsSync(file) ? readFileSync(file, 'utf8') : '', file).toBe(text);
    }
  });
});
