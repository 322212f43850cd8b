import { h } from 'preact';
import { isUnrepresented } from '../../enrolment/index.ts';
import { exportTexts } from '../../exports/index.ts';
import { envelopeLines, type Label, LETTER_HEAD, letterLine } from '../../papers/index.ts';
import { listAskedLetters } from '../../persons/index.ts';
import { createDownloads, type Downloads } from '../../platform/http/downloads.ts';
import { file, type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { readPageNumber } from '../../platform/query.ts';
import { csvOf, type Lines } from '../../platform/tables/csv.ts';
import { parisDay } from '../../platform/time.ts';
import { type AtDesk, PAGE_SIZE, pagesOf, sessionOptions } from '../../scope/index.ts';
import { emptyForm, type FormState, show, tickedIn, withFault } from '../../ui/index.ts';
import type { LetterTrayDeps } from '../deps.ts';
import { LettersPage, TRAY_ACTS } from '../pages/lettersPage.tsx';
import { LETTER_FILTER_NAMES } from '../rules/letterFilter.ts';
import { lettersTexts as say } from '../texts.ts';
import { addresseesOf, askedIn, findLines, takenOf } from '../trayLines.ts';
import { healthTray, officeTray, type Tray } from '../trays.ts';
import { notePosted, printChosen, type Shown, typedOf } from './trayActs.ts';

/** All that goes by post: decisions that are notified, and letters to who has no mail box. Printed, posted, noted here. */
export function lettersRoutes(deps: LetterTrayDeps): readonly Route[] {
  const downloads = createDownloads();
  return [officeTray(deps), healthTray(deps)].flatMap((tray) => {
    const { who, at } = tray;
    const again: Shown = (visit, granted, state, status) => showLetters(deps, tray, visit, granted, state, status);
    return [
      route({
        method: 'GET',
        path: at.list(),
        who,
        handle: (visit, granted) => showLetters(deps, tray, visit, granted),
      }),
      route({
        method: 'POST',
        path: at.list(),
        who,
        note: [
          'Qui tient le courrier, gestionnaire ou service des aménagements, imprime des lettres de sa corbeille.',
          'Qui tient le courrier, gestionnaire ou service des aménagements, note le jour où des lettres sont parties.',
        ],
        handle: (visit, granted) =>
          (visit.body.acte === TRAY_ACTS.print ? printChosen : notePosted)(deps, tray, visit, granted, again),
      }),
      route({
        method: 'GET',
        path: at.csv(),
        who,
        handle: (visit, granted) => giveList(deps, tray, downloads, visit, granted),
      }),
      route({
        method: 'GET',
        path: at.labels(),
        who,
        handle: (visit, granted) => giveLabels(deps, tray, visit, granted),
      }),
    ];
  });
}

async function showLetters(
  deps: LetterTrayDeps,
  tray: Tray,
  visit: Visit,
  at: AtDesk,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const asked = askedIn(deps, visit, at);
  const { session, filter, sort } = asked;
  const [frame, found, access] = await Promise.all([
    deps.frame(visit, at.staff),
    findLines(deps, tray, asked),
    at.scope.pieces === 'confidential' ? [] : listAskedLetters(deps.db, at.scope, at.staff.accountId),
  ]);
  const page = readPageNumber(visit.query.page);
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const here = { session, etat: LETTER_FILTER_NAMES[filter], nature: sort };
  if (shown.length === 0 && page > 1 && status === 200) return redirect(tray.at.list(here));
  const addresseeAt = await addresseesOf(deps, asked.here, shown);
  const ticked = new Set(visit.method === 'POST' ? tickedIn(visit.body, 'choix') : []);
  await tray.note(visit, at, takenOf(shown, asked, 'page'));
  return show(
    h(LettersPage, {
      ...frame,
      tray,
      sessions: sessionOptions(deps.catalogue(), at.scope),
      session,
      filter,
      sort,
      access,
      lines: shown.map((line) => {
        const envelope = addresseeAt(line.id);
        return {
          ...line,
          address: envelopeLines(envelope),
          noRepresentative: isUnrepresented(envelope.minority),
          typed: typedOf(visit, line),
          ticked: ticked.has(line.paperId) || visit.query.coche === 'oui',
        };
      }),
      total: found.length,
      page,
      pages: pagesOf(found.length, PAGE_SIZE),
      state,
    }),
    status,
  );
}

async function giveList(
  deps: LetterTrayDeps,
  tray: Tray,
  downloads: Downloads,
  visit: Visit,
  at: AtDesk,
): Promise<Reply> {
  const asked = askedIn(deps, visit, at);
  const lines = await findLines(deps, tray, asked);
  const addresseeAt = await addresseesOf(deps, asked.here, lines);
  const csv = async function* (): Lines {
    yield LETTER_HEAD;
    for (const line of lines) yield letterLine({ ...line, addressee: addresseeAt(line.id) });
  };
  const list = { type: 'text/csv; charset=utf-8', name: `courriers-${parisDay(deps.clock.now())}.csv` };
  const given = await downloads.give(at.staff.accountId, csvOf(csv()), list, () =>
    tray.note(visit, at, takenOf(lines, asked, 'csv')),
  );
  if (given.ok) return given.value;
  return showLetters(deps, tray, visit, at, withFault(emptyForm, null, exportTexts[given.error]), 429);
}

/** Sheets to stick on the envelopes: one of each letter whose address is known. What stands there says nothing but where it goes. */
async function giveLabels(deps: LetterTrayDeps, tray: Tray, visit: Visit, at: AtDesk): Promise<Reply> {
  const asked = askedIn(deps, visit, at);
  if (deps.labels === undefined) return showLetters(deps, tray, visit, at);
  const lines = await findLines(deps, tray, asked);
  const addresseeAt = await addresseesOf(deps, asked.here, lines);
  const labels = lines.flatMap(({ id, notice: { reference } }): readonly Label[] => {
    const envelope = addresseeAt(id);
    return envelope.where.length === 0 ? [] : [{ lines: envelopeLines(envelope), reference }];
  });
  // The page says that nothing is to be sent.
  if (labels.length === 0) return showLetters(deps, tray, visit, at);
  const content = await deps.labels(labels, { title: say.labelsTitle(asked.label), now: deps.clock.now() });
  await tray.note(visit, at, takenOf(lines, asked, 'pdf'));
  return file(content, 'application/pdf', 'etiquettes.pdf', 'inline', content.length);
}
