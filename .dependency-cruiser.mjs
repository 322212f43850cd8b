// The rooms in the order of architecture: each may use those before it, and another context only through its index.ts.
export const PARTS = {
  'Under all': ['platform', 'ui', 'keptFiles', 'law', 'catalogue'],
  'Who, and what is decided of them': ['accounts', 'decisions'],
  'From the account to the closing': [
    'enrolment',
    'post',
    'scope',
    'lots',
    'pieces',
    'papers',
    'documents',
    'mails',
    'signature',
    'reminders',
    'hearings',
    'closing',
    'accommodations',
    'messages',
  ],
  'The office at work': ['incidents', 'staff', 'persons', 'checking', 'exports', 'letters', 'signing'],
  'The exam': ['exam', 'places', 'sitters', 'calendar', 'plan', 'summonses', 'attendance', 'examiners', 'watch'],
  'The results, and after': [
    'marking',
    'marks',
    'results',
    'jury',
    'publication',
    'replacements',
    'former',
    'statistics',
    'exchange',
    'integrations',
    'simulation',
  ],
};
const ROOMS = Object.values(PARTS).flat();
export const DOORS = ['public', 'candidate', 'office', 'editor'];
/** Shown in demonstration mode only: sees everything, is seen by main alone. */
const SHOW = 'demonstration';
const all = [...ROOMS, ...DOORS, SHOW];
const COMPOSITION =
  'main|gallery|checkJournal|checkExport|application|parts|dues|events|routes|deskRoutes|examRoutes|flashes|signables|nights|rulesInForce|demonstrate|storage|chromes|migrations|configuration|assets';

const oneWay = ROOMS.map((room, index) => ({
  name: `${room} uses only what stands before it`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: `^src/((${[...ROOMS.slice(index + 1), ...DOORS, SHOW, 'browser'].join('|')})/|(${COMPOSITION})\\.ts)` },
}));

const doors = DOORS.map((door) => ({
  name: `${door} is a door of its own`,
  severity: 'error',
  from: { path: `^src/${door}/` },
  to: { path: `^src/((${[...DOORS.filter((other) => other !== door), SHOW].join('|')})/|(${COMPOSITION})\\.ts)` },
}));

const throughIndex = all
  .filter((room) => room !== 'platform')
  .map((room) => ({
    name: `${room} is entered through its index`,
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/${room}/|^src/testing/` },
    // What a room gives to browsers stands in its device/, and leans on nothing of the server; what it shows in the gallery, in its examples.
    to: { path: `^src/${room}/`, pathNot: `^src/${room}/(index\\.ts$|device/|examples(/index\\.ts|\\.tsx)$)` },
  }));

export default {
  forbidden: [
    ...oneWay,
    ...doors,
    ...throughIndex,
    {
      name: 'no circles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules are pure',
      severity: 'error',
      from: { path: '^src/[^/]+/rules/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/platform/(database|http|mail|jobs|files|clock|journal)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'what remains is asked of the one computation (Dues)',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/pieces/(due\\.ts|rules/.*\\.test\\.ts)$' },
      to: { path: '^src/pieces/rules/whatRemains\\.ts$' },
    },
    {
      name: 'examples are for the gallery and for tests: an office runs without them',
      severity: 'error',
      from: { path: '^src/', pathNot: '/examples[./]|^src/gallery\\.ts$|^src/demonstration/|\\.test\\.tsx?$' },
      to: { path: '/examples(/|\\.tsx$)' },
    },
    {
      name: 'tests are not used',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$|/testing(/|[A-Za-z]*\\.tsx?$)' },
      to: { path: '/testing(/|[A-Za-z]*\\.tsx?$)|\\.test\\.' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules' },
  },
};
