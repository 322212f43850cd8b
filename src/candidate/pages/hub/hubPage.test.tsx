import { expect, it } from 'vitest';
import type { Enrolment, Reserve } from '../../../enrolment/index.ts';
import type { OwnLine, PieceWithFiles, Remaining, Todo } from '../../../pieces/index.ts';
import { shippedCatalogue } from '../../../testing/enrolments.ts';
import { PLAIN_CHROME } from '../../../testing/plainChrome.ts';
import { plainSpaces } from '../../../testing/words.ts';
import { renderPage } from '../../../ui/index.ts';
import { ListPage } from '../listPage.tsx';
import { HubPage } from './hubPage.tsx';

const SET_ASIDE: Reserve = {
  version: 1,
  reasons: [],
  raisedAt: Temporal.Instant.from('2023-11-14T10:00:00Z'),
  fallen: null,
  decisions: [
    {
      ...{ decision: 'set-aside', words: 'Dix semaines.', ground: 'D337-102', officerId: 'y', author: null },
      at: Temporal.Instant.from('2023-11-14T11:00:00Z'),
    },
  ],
};

it('« Vous n’avez rien à faire » is said of the check only when nothing is left to do', async () => {
  const catalogue = await shippedCatalogue();
  const session = catalogue.session('bp-2024-clermont');
  if (session === undefined) throw new Error('no session');
  const enrolment = {
    id: 'x',
    status: 'registered',
    number: 'BP24-00001-U',
    version: 1,
    registeredAt: Temporal.Instant.from('2023-11-14T10:00:00Z'),
    validatedAt: null,
    working: null,
  };
  const show = (
    next: Remaining['next'],
    late: readonly string[],
    asked: Remaining['lines'] = [],
    reserve: Enrolment['reserve'] = null,
    later: Remaining['later'] = [],
    more: {
      readonly reserve?: Reserve;
      readonly pieces?: readonly PieceWithFiles[];
      readonly comments?: Map<string, string>;
    } = {},
  ): string =>
    renderPage(
      <HubPage
        chrome={PLAIN_CHROME}
        enrolment={{ ...enrolment, reserve } as unknown as Enrolment}
        reserve={reserve === null ? null : SET_ASIDE}
        session={session}
        catalogue={catalogue}
        review={{ qualification: null } as never}
        comments={new Map()}
        pieces={[]}
        remaining={{
          lines: [...asked, ...(late.length === 0 ? [] : [{ who: 'office', act: 'late', codes: late } as const])],
          next,
          deadline: null,
          acts: [{ name: 'checked', state: 'waiting' }],
          given: 0,
          asked: 1,
          checked: 0,
          later,
          standings: new Map(),
        }}
        unread={0}
        messages={{ toRead: 0, waiting: 0 }}
        accommodation={null}
        remedies={[]}
        isTyped={false}
        summons={null}
        cancelled={null}
        history={[]}
        now={Temporal.Instant.from('2023-11-15T10:00:00+01:00')}
        notified={null}
        flash={null}
        {...more}
      />,
    );
  const said = /rectorat, vous n(?:'|&#39;)avez rien à faire/;
  expect(show(null, [])).toMatch(said);
  expect(show({ who: 'candidate', act: 'finish-change', until: session.window.closesAt }, [])).not.toMatch(said);
  const late = show(null, ['DOMICIL']);
  expect(late).not.toMatch(said);
  // That a file came for it in time, and why it can't serve, is said with what is late.
  const comments = new Map([['DOMICIL', 'Votre fichier a.pdf n’a pas pu être lu.']]);
  expect(show(null, ['DOMICIL'], [], null, [], { comments })).toMatch(/Le délai est passé.*a\.pdf n’a pas pu être lu/s);
  // Set aside by a decision that isn't notified yet: what is left can be done, and nothing promises what the decision takes away.
  const aside = plainSpaces(
    show({ who: 'candidate', act: 'finish-change', until: session.window.closesAt }, [], [], 'upheld'),
  );
  expect(aside).toMatch(/<h1.*écartée.*D(?:'|&#39;)ici là, votre inscription continue/s);
  expect(show(null, ['DOMICIL'], [], 'upheld')).not.toContain('Le délai est passé');
  for (const promised of [/sera définitive/, said, /class="button primary/]) {
    expect(aside).not.toMatch(promised);
    expect(show(null, [], [], 'upheld')).not.toMatch(promised);
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
  const again = plainSpaces(show(null, [], [], 'pending', [], { reserve: fallen }));
  expect(again).toMatch(
    /La décision du mardi 14 novembre 2023.*portait sur vos réponses d(?:'|&#39;)avant : elle ne compte plus/s,
  );
  expect(again).not.toContain('D&#39;après vos réponses');
  // Taken back, it isn't called a reserve that was lifted.
  const back = { ...SET_ASIDE, decisions: [{ ...before, decision: 'reinstated' }, ...SET_ASIDE.decisions] } as Reserve;
  const reinstated = plainSpaces(show(null, [], [], 'lifted', [], { reserve: back }));
  expect(reinstated).toContain('Le rectorat est revenu le');
  expect(reinstated).not.toContain('a levé la réserve');
  // Who is told to write finds where, in the same place.
  expect(late).toMatch(/Le délai est passé.{0,400}href="\/candidatures\/x\/messages"/s);
  // As long as a file waits to be read nobody checks it, and nothing says that there is nothing to do.
  const unread = { id: 'f', kept: { unread: true } };
  const piece = { code: 'CINSIG01', files: [unread, unread], givenAgainAt: null } as unknown as PieceWithFiles;
  const reading = { who: 'nobody', act: 'read', codes: ['CINSIG01'], files: 2 } as const;
  const waits = plainSpaces(show(null, [], [reading], null, [], { pieces: [piece] }));
  expect(waits).toMatch(/<h1.*BP24-00001-U.* : 2 fichiers reçus, en cours de lecture<\/h1>/s);
  expect(waits).toMatch(/Ce que vous avez donné est gardé.*Voir où en est la lecture/s);
  expect(waits).not.toMatch(
    /rien à faire pour l|Contrôle de votre dossier|le rectorat la vérifie|contrôle au rectorat/,
  );
  // What was to be given later and is late isn't to be given later.
  const group = { group: 'G3', state: 'todo', given: 0, asked: 3 } as const;
  const certificates = (until: string, codes: readonly string[]): string =>
    plainSpaces(show(null, codes, [], null, [{ ...group, until: Temporal.Instant.from(until) }]));
  expect(certificates('2024-03-08T00:00:00+01:00', [])).toMatch(
    /À donner plus tard.*0 sur 3, jusqu(?:'|&#39;)au jeudi 7 mars/s,
  );
  const over = certificates('2023-11-08T00:00:00+01:00', ['R408A3']);
  expect(over).toMatch(/Le délai est passé.*R\.?408/s);
  expect(over).not.toContain('À donner plus tard');
  // While the office asks for an answer before it decides, nothing says that all is over.
  const answer: OwnLine = {
    ...{
      who: 'candidate',
      act: 'other',
      state: 'todo',
      href: '/candidatures/x/procedures/y',
      answer: { act: 'Répondre', cures: [] },
    },
    ...{ title: 'Le rectorat vous demande votre réponse', label: 'Répondre au rectorat', mail: null },
    ...{ until: Temporal.Instant.from('2024-03-24T00:00:00+01:00'), piece: null, detail: null, otherwise: 'Décidé.' },
  };
  const heard = plainSpaces(show(answer, [], [answer]));
  expect(heard).toMatch(/<title>[^<]*le rectorat vous demande votre réponse jusqu(?:'|&#39;)au 23 mars inclus/);
  expect(heard).toMatch(/class="[^"]*button[^"]*" href="\/candidatures\/x\/procedures\/y">Répondre</);
  expect(heard).not.toMatch(/Le délai est passé|Délai passé|Le dépôt est clos|Écrire à mon gestionnaire/i);
  // Where giving the pieces ends the matter, they are the button; answering is a link beside it.
  const cure: Todo = {
    who: 'candidate',
    act: 'correct',
    mode: 'online',
    code: 'DOMICIL',
    until: answer.until as Temporal.Instant,
  };
  const cured = plainSpaces(show(cure, [], [cure, { ...answer, answer: { act: 'Répondre', cures: ['DOMICIL'] } }]));
  expect(cured).toMatch(/<title>[^<]*une pièce à corriger jusqu(?:'|&#39;)au 23 mars inclus/);
  expect(cured).toMatch(/Le rectorat vous demande votre réponse jusqu(?:'|&#39;)au 23 mars inclus.*Décidé\./s);
  expect(cured).toMatch(/class="[^"]*button[^"]*" href="\/candidatures\/x\/justificatifs\/DOMICIL">Corriger/);
  expect(cured).toMatch(/<a href="\/candidatures\/x\/procedures\/y">Répondre au rectorat</);
  expect(cured).not.toMatch(/>Répondre</);
  const listed = plainSpaces(
    renderPage(
      <ListPage
        chrome={PLAIN_CHROME}
        catalogue={catalogue}
        enrolments={[
          {
            enrolment: { ...enrolment, session: 'bp-2024-clermont', savedAt: enrolment.registeredAt } as never,
            ...{ speciality: null, session: 'Session 2024', step: 'recapitulatif' },
            remaining: { ...({} as Remaining), next: answer, deadline: answer.until, lines: [answer] },
          },
        ]}
        flash={null}
      />,
    ),
  );
  expect(listed).toMatch(/Jusqu(?:'|&#39;)au 23 mars inclus.*Le rectorat vous demande votre réponse.*>Répondre</s);
  expect(listed).not.toMatch(/Délai passé|délai est passé/);
});
