import { randomInt } from 'node:crypto';
import { examCampaign } from './exam.ts';

const [each = '4', candidates = '40', seed = String(randomInt(2 ** 31))] = process.argv.slice(2);
const { kills, stands, faults } = await examCampaign({
  candidates: Number(candidates),
  each: Number(each),
  seed: Number(seed),
  say: console.log,
});
for (const [name, { all }] of Object.entries(stands)) console.log(`${String(all).padStart(6)}  ${name}`);
for (const fault of faults) console.log(`FAULT: ${fault}`);
console.log(
  `${kills} kills: ${faults.length === 0 ? 'nothing half done, early or twice.' : `${faults.length} faults.`}`,
);
console.log(`To try the same again: npm run faults -- exam ${each} ${candidates} ${seed}`);
process.exit(faults.length === 0 ? 0 : 1);
