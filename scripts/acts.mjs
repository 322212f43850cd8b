// npm run acts: draws docs/acts.md from the acts that the rooms declare.
import { readArguments } from './arguments.mjs';
import { drawByTest, ensureInstalled } from './lib.mjs';

readArguments('acts', []);
await ensureInstalled();
await drawByTest('src/acts.test.ts', 'REGISTRE_DRAW');
