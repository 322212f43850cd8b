import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTS } from './acts.ts';
import type { DeclaredAct } from './decisions/index.ts';
import { NOT_SIGNABLE, SIGNABLE } from './signables.ts';

const DOCUMENT = new URL('../docs/acts.md', import.meta.url);

const TAKERS: Readonly<Record<DeclaredAct['by'], string>> = {
  delegate: 'qui a une délégation de signature en vigueur',
  jury: 'le jury, souverain',
};
const READERS: Readonly<Record<DeclaredAct['readers'], string>> = {
  office: 'le candidat, le bureau',
  health: 'le candidat, le service des aménagements',
};

/** `docs/acts.md`, drawn from what the rooms declare. */
function drawn(): string {
  const sections = ACTS.map(
    (act) => `## ${act.title}

- **Code** : \`${act.code}\`
- **Qui** : ${TAKERS[act.by]}
- **À combien** : ${act.people === 1 ? 'une personne' : 'deux personnes indépendantes'}
- **Qui la lit** : ${act.headsOnly === true ? 'le candidat, les chefs du bureau' : READERS[act.readers]}
- **Entendu avant** : ${act.heard ?? "non : l'acte répond à une demande, ou il est favorable"}
- **Droit** : ${act.law.join(' ; ')}
- **Motifs** : ${act.reasons ?? (act.reasoned ? 'écrits par une personne' : "aucun n'est exigé")}
- **Notification** : ${act.notified}
- **Effet** : ${act.effect}
- **Recours** : ${act.remedies?.words ?? 'aucune : la décision est favorable'}
- **Défait par** : ${act.undone}
`,
  );
  return `# Acts for or against a person

Drawn from the declarations of the rooms (\`src/<room>/decisions.ts\`) by \`npm run acts\`: not written by hand. Each is taken by \`decide()\` alone
(\`src/decisions\`), which asks for an author, a delegation in force and a reason, and without which nothing below can be written.

${sections.join('\n')}`;
}

describe('The acts that touch rights', () => {
  it('stand in docs/acts.md as the rooms declare them', () => {
    if (process.env.REGISTRE_DRAW === 'yes') writeFileSync(DOCUMENT, drawn());
    expect(readFileSync(DOCUMENT, 'utf8')).toBe(drawn());
  });

  it('each has a code of its own; whoever is against somebody says its law, its remedies and what undoes it', () => {
    expect(new Set(ACTS.map(({ code }) => code)).size).toBe(ACTS.length);
    for (const act of ACTS)
      for (const said of [act.title, act.notified, act.effect, act.remedies?.words, act.undone, ...act.law])
        expect(said, act.code).not.toBe('');
    for (const { code, law } of ACTS) expect(law.length, code).toBeGreaterThan(0);
  });

  it('of one person are prepared in « À signer », or say why they are not; nothing of health is', () => {
    const alone = ACTS.filter(({ by, people }) => by === 'delegate' && people === 1);
    const prepared = SIGNABLE.map(({ declared }) => declared.code);
    const all = [...prepared, ...Object.keys(NOT_SIGNABLE)];
    expect(all.toSorted()).toEqual(alone.map(({ code }) => code).toSorted());
    expect(SIGNABLE.filter(({ declared }) => declared.readers === 'health')).toEqual([]);
  });
});
