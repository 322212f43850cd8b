import type { PageExample } from '../ui/examples/index.ts';
import { renderPage } from '../ui/index.ts';
import type { ShownRoom } from './device/acting.ts';
import type { CentreDay, DayCall, DayLine, DayTurn } from './device/day.ts';
import { words } from './device/words.ts';
import { DayPage } from './pages/dayPage.tsx';

const DAY = Temporal.PlainDate.from('2024-06-04');
const LATE = 25;
const SITTING = { startsAt: '2024-06-04T08:00:00+02:00', starts: '8\u00a0h\u00a000' };

/** Before one board, in the order of calls. The second has no mail box; the mail of the third was refused, and somebody called them. */
const PEOPLE = [
  { name: 'Abel Camille', planned: '8\u00a0h\u00a000', call: '8\u00a0h\u00a025', state: 'present' },
  { name: 'Bruyère Nour', planned: '8\u00a0h\u00a020', call: '8\u00a0h\u00a045', state: 'none' },
  { name: 'Colin Yvonne', planned: '8\u00a0h\u00a040', call: '9\u00a0h\u00a005', state: 'none' },
] as const;

const lines: readonly (DayLine & { readonly waits: false })[] = PEOPLE.map(({ name, call, state }, index) => ({
  enrolment: `e${index}`,
  unit: 'U41',
  title: 'U41, Vente-conseil',
  name,
  birth: '30/05/1998',
  number: `BP24-0012${index}-K`,
  table: null,
  ends: call,
  code: null,
  state,
  minutes: null,
  rank: state === 'none' ? 0 : 1,
  said: state === 'none' ? null : '7\u00a0h\u00a052',
  other: null,
  waits: false,
}));
const turns: readonly DayTurn[] = PEOPLE.map(({ name, planned, call }, index) => ({
  ...{ enrolment: `e${index}`, unit: 'U41', name, planned, call },
  callsAt: SITTING.startsAt,
}));
const calls: readonly DayCall[] = PEOPLE.slice(1).map(({ name, planned, call }, index) => ({
  ...{ enrolment: `e${index + 1}`, unit: 'U41', rank: 1, name, planned, call },
  phone: { number: `06 12 34 56 7${index}`, href: `tel:+3361234567${index}` },
  told: index === 0 ? null : words.phone.by('Frédérique Salers', '7\u00a0h\u00a058'),
}));
const room: ShownRoom = {
  id: 'r',
  name: 'Salle 12',
  sittings: [{ ...SITTING, lines }],
  remarks: [],
  boards: [{ sitting: 's', title: 'U41, Vente-conseil', late: LATE, turns }],
};
const day: CentreDay = {
  day: DAY.toString(),
  title: 'mardi 4 juin 2024',
  centre: 'Lycée des Volcans',
  owner: '',
  keeper: 'Frédérique Salers',
  now: '2024-06-04T05:58:00Z',
  until: '2024-06-04T22:00:00Z',
  rooms: [],
  calls,
};

/** The day at a door, when a board is late: no mail reaches everybody. */
export const attendanceExamples: readonly PageExample[] = ([null, room] as const).map((shown) => ({
  code: shown === null ? 'pointage-a-prevenir' : 'pointage-en-retard',
  name: 'DayPage',
  state: shown === null ? 'des candidats à prévenir par téléphone' : 'une commission en retard',
  use:
    shown === null
      ? 'Leur heure a changé et aucun mail ne les atteint\u00a0: le centre les appelle, et le note.'
      : "L'heure attendue est dite à côté de celle de la convocation.",
  html: ({ chrome }) =>
    renderPage(
      <DayPage
        isExample
        chrome={chrome}
        csrf=""
        flash={null}
        day={day}
        days={[DAY]}
        rooms={[room]}
        room={shown}
        sought=""
        found={null}
        acting={{ hidden: () => ({}), now: Date.parse(day.now), fault: null }}
      />,
    ),
}));
