import { expect, it } from 'vitest';
import { checkFile } from './checkFile.ts';

it('A file that can’t be read is told to whoever asked, and stops nothing else', async () => {
  await expect(checkFile('/nowhere/resultats.csv')).rejects.toThrow('ENOENT');
  await expect(checkFile(import.meta.dirname)).rejects.toThrow('EISDIR');
});
