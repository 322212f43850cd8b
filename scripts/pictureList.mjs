const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 720 };

/**
 * The pictures of docs/pictures. `page`: the source that draws what is shown; `who`: the name of an account of the demonstration, null for a
 * visitor; `way`: an address, then links to follow; `at`: the window.
 */
export const PICTURES = [
  {
    name: 'hub',
    page: 'src/candidate/pages/hub/hubPage.tsx',
    who: 'camille',
    way: ['/candidatures', 'main a[href^="/candidatures/"]'],
    at: PHONE,
  },
  {
    name: 'review',
    page: 'src/checking/pages/reviewPage.tsx',
    who: 'officer.g2',
    way: ['/gestion/corbeille', 'main tbody a[href^="/gestion/pieces/"]'],
    at: DESK,
  },
  { name: 'demo', page: 'src/demonstration/pages/demoPage.tsx', who: null, way: ['/demo'], at: DESK },
  { name: 'rules', page: 'src/editor/pages/homePage.tsx', who: 'head', way: ['/gestion/regles'], at: DESK },
  { name: 'staff', page: 'src/staff/pages/staffPage.tsx', who: 'admin', way: ['/gestion/personnel'], at: DESK },
  {
    name: 'incident',
    page: 'src/incidents/office/pages/incidentPage.tsx',
    who: 'head',
    way: ['/gestion/incident'],
    at: DESK,
  },
  { name: 'home', page: 'src/office/home/pages/homePage.tsx', who: 'head', way: ['/gestion'], at: DESK },
];
