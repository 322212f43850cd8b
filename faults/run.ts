import { randomInt } from 'node:crypto';
import { killCampaign } from './kills.ts';

const [kills = '40', clients = '10', seed = String(randomInt(2 ** 31))] = process.argv.slice(2);
const { acknowledged, awayMs, mails, mailsTwice, faults } = await killCampaign({
  kills: Number(kills),
  clients: Number(clients),
  seed: Number(seed),
  say: console.log,
});
const sorted = awayMs.toSorted((a, b) => a - b).map(Math.round);
console.log(
  `Acknowledged: ${Object.entries(acknowledged)
    .map(([act, count]) => `${count} ${act}`)
    .join(', ')}.`,
);
console.log(
  `${mails} mails; twice with the same Message-ID: ${mailsTwice.process} by a kill of the process, ${mailsTwice.database} by one of its database.`,
);
console.log(`Away: median ${sorted[Math.floor(sorted.length / 2)]} ms, longest ${sorted.at(-1)} ms.`);
for (const fault of faults) console.log(`FAULT: ${fault}`);
console.log(faults.length === 0 ? 'Nothing lost, nothing doubled.' : `${faults.length} faults.`);
console.log(`To try the same again: npm run faults -- kills ${kills} ${clients} ${seed}`);
process.exit(faults.length === 0 ? 0 : 1);
