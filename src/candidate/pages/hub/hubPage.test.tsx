import { expect, it } from 'vitest';
import type { Reserve } from '../../../enrolment/index.ts';
import { shippedCatalogue } from '../../../testing/enrolments.ts';
import { PLAIN_CHROME } from '../../../testing/plainChrome.ts';
import { plainSpaces } from '../../../testing/words.ts';
import { renderPage } from '../../../ui/index.ts';
import { HUB_STATES, type HubState, hubIn, listIn, SET_ASIDE } from '../../examples.tsx';

it('« Vous n’avez rien à faire » is said of the check only when nothing is left to do', async () => {
  const catalogue = await shippedCatalogue();
  const session = catalogue.session('bp-2024-clermont');
  if (session === undefined) throw new Error('no session');
  const show = (state: HubState): string => renderPage(hubIn({ chrome: PLAIN_CHROME, catalogue, session }, state));
  const finish = { who: 'candidate', act: 'finish-change', until: session.window.closesAt } as const;
  const said = /rectorat, vous n(?:'|&#39;)avez rien à faire/;
  expect(show(HUB_STATES.checked)).toMatch(said);
  expect(show({ next: finish })).not.toMatch(said);
  const late = show(HUB_STATES.late);
  expect(late).not.toMatch(said);
  // That a file came for it in time, and why it can't serve, is said with what is late.
  expect(show(HUB_STATES.unreadable)).toMatch(/Le délai est passé.*a\.pdf n’a pas pu être lu/s);
  // Set aside by a decision that isn't notified yet: what is left can be done, and nothing promises what the decision takes away.
  const aside = plainSpaces(show({ ...HUB_STATES.aside, next: finish }));
  expect(aside).toMatch(/<h1.*écartée.*D(?:'|&#39;)ici là, votre inscription continue/s);
  expect(show({ ...HUB_STATES.aside, ...HUB_STATES.late })).not.toContain('Le délai est passé');
  for (const promised of [/sera définitive/, said, /class="button primary/]) {
    expect(aside).not.toMatch(promised);
    expect(show(HUB_STATES.aside)).not.toMatch(promised);
  }
  // What set aside the answers of before no longer counts, and that is said.
  const reasons = [
    {
      code: 'experience-two-years',
      sentence: "D'après les réponses d'avant : dix mois.",
      source: 'D337-102',
      former: true,
    },
  ] as const;
  const [before = null] = SET_ASIDE.decisions;
  const fallen = { ...SET_ASIDE, version: 2, reasons, decisions: [], fallen: before };
  const again = plainSpaces(show({ underReserve: 'pending', reserve: fallen }));
  expect(again).toMatch(
    /La décision du mardi 14 novembre 2023.*portait sur vos réponses d(?:'|&#39;)avant : elle ne compte plus/s,
  );
  expect(again).not.toContain('D&#39;après vos réponses');
  // Taken back, it isn't called a reserve that was lifted.
  const back = { ...SET_ASIDE, decisions: [{ ...before, decision: 'reinstated' }, ...SET_ASIDE.decisions] } as Reserve;
  const reinstated = plainSpaces(show({ underReserve: 'lifted', reserve: back }));
  expect(reinstated).toContain('Le rectorat est revenu le');
  expect(reinstated).not.toContain('a levé la réserve');
  // Who is told to write finds where, in the same place.
  expect(late).toMatch(/Le délai est passé.{0,400}href="\/candidatures\/x\/messages"/s);
  // As long as a file waits to be read nobody checks it, and nothing says that there is nothing to do.
  const waits = plainSpaces(show(HUB_STATES.read));
  expect(waits).toMatch(/<h1.*BP24-00001-U.* : 2 fichiers reçus, en cours de lecture<\/h1>/s);
  expect(waits).toMatch(/Ce que vous avez donné est gardé.*Voir où en est la lecture/s);
  expect(waits).not.toMatch(
    /rien à faire pour l|Contrôle de votre dossier|le rectorat la vérifie|contrôle au rectorat/,
  );
  // What was to be given later and is late isn't to be given later.
  const group = { group: 'G3', state: 'todo', given: 0, asked: 3 } as const;
  const certificates = (until: string, codes: readonly string[]): string =>
    plainSpaces(show({ late: codes, later: [{ ...group, until: Temporal.Instant.from(until) }] }));
  expect(certificates('2024-03-08T00:00:00+01:00', [])).toMatch(
    /À donner plus tard.*0 sur 3, jusqu(?:'|&#39;)au jeudi 7 mars/s,
  );
  const over = certificates('2023-11-08T00:00:00+01:00', ['R408A3']);
  expect(over).toMatch(/Le délai est passé.*R\.?408/s);
  expect(over).not.toContain('À donner plus tard');
  // While the office asks for an answer before it decides, nothing says that all is over.
  const heard = plainSpaces(show(HUB_STATES.asked));
  expect(heard).toMatch(/<title>[^<]*le rectorat vous demande votre réponse jusqu(?:'|&#39;)au 23 mars inclus/);
  expect(heard).toMatch(/class="[^"]*button[^"]*" href="\/candidatures\/x\/procedures\/y">Répondre</);
  expect(heard).not.toMatch(/Le délai est passé|Délai passé|Le dépôt est clos|Écrire à mon gestionnaire/i);
  // Where giving the pieces ends the matter, they are the button; answering is a link beside it.
  const cured = plainSpaces(show(HUB_STATES.cured));
  expect(cured).toMatch(/<title>[^<]*une pièce à corriger jusqu(?:'|&#39;)au 23 mars inclus/);
  expect(cured).toMatch(/Le rectorat vous demande votre réponse jusqu(?:'|&#39;)au 23 mars inclus.*Décidé\./s);
  expect(cured).toMatch(/class="[^"]*button[^"]*" href="\/candidatures\/x\/justificatifs\/DOMICIL">Corriger/);
  expect(cured).toMatch(/<a href="\/candidatures\/x\/procedures\/y">Répondre au rectorat</);
  expect(cured).not.toMatch(/>Répondre</);
  const listed = plainSpaces(renderPage(listIn({ chrome: PLAIN_CHROME, catalogue, session })));
  expect(listed).toMatch(/Jusqu(?:'|&#39;)au 23 mars inclus.*Le rectorat vous demande votre réponse.*>Répondre</s);
  expect(listed).not.toMatch(/Délai passé|délai est passé/);
});

it('On the day of a test its summons comes before all else, with the only primary button of the page', async () => {
  const catalogue = await shippedCatalogue();
  const session = catalogue.session('bp-2024-clermont');
  if (session === undefined) throw new Error('no session');
  const around = { chrome: PLAIN_CHROME, catalogue, session };
  const seat = {
    unit: 'U41',
    startsAt: '2024-06-03T12:40:00Z',
    endsAt: '2024-06-03T13:00:00Z',
    percent: 0,
    alone: false,
  };
  const seats = [{ ...seat, centre: ['Lycée des Puys'], room: 'Salle 5', table: null, material: '' }];
  const at = (now: string): string =>
    plainSpaces(
      renderPage(
        hubIn(around, {
          summons: { facts: { seats } } as never,
          results: { state: 'available' },
          now: Temporal.Instant.from(now),
          late: ['DOMICIL'],
        }),
      ),
    );
  const morning = at('2024-06-03T12:00:00Z');
  expect(morning.indexOf('Votre première épreuve')).toBeLessThan(morning.indexOf('Votre résultat est disponible'));
  expect(morning.match(/class="button primary"[^>]*>[^<]*/g)).toHaveLength(1);
  const before = at('2024-06-02T12:00:00Z');
  expect(before.indexOf('Votre première épreuve')).toBeGreaterThan(before.indexOf('Votre résultat est disponible'));
  const [sat] = seats;
  const listed = plainSpaces(
    renderPage(listIn({ ...around, soon: sat === undefined ? null : { is: 'first', seat: sat, isToday: true } })),
  );
  expect(listed).toMatch(
    /Votre première épreuve : lundi 3 juin 2024, 14 h 40.*Salle 5.*href="[^"]*convocation">Ma convocation</s,
  );
  expect(listed).not.toContain('>Répondre<');
  // The days before it stands first too, and what is still to be done keeps the button.
  const soon = plainSpaces(
    renderPage(listIn({ ...around, soon: sat === undefined ? null : { is: 'first', seat: sat, isToday: false } })),
  );
  expect(soon).toMatch(/Votre première épreuve : lundi 3 juin 2024, 14 h 40.*>Répondre</s);
  expect(soon).not.toContain('>Ma convocation<');
});
