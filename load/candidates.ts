import pg from 'pg';

/** A signed-in candidate with a draft, made over HTTP as a browser would. */
export type Visitor = { readonly cookie: string; readonly draft: string; readonly token: string };

const PASSWORD = 'Volcan.15!';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

export async function newCandidate(url: string, connection: pg.ClientConfig, rank: number): Promise<Visitor> {
  const jar = new Map<string, string>();
  const ip = `10.0.${rank}.1`;
  const ask = async (
    path: string,
    body?: Readonly<Record<string, string>>,
  ): Promise<{ html: string; location: string }> => {
    const headers = {
      cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      'x-forwarded-for': ip,
      ...(body && FORM),
    };
    const answer = await fetch(new URL(path, url), {
      redirect: 'manual',
      headers,
      ...(body && { method: 'POST', body: new URLSearchParams(body) }),
    });
    for (const line of answer.headers.getSetCookie())
      jar.set(line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1, line.indexOf(';')));
    if (answer.status >= 400) throw new Error(`${path}: ${answer.status}`);
    return { html: await answer.text(), location: answer.headers.get('location') ?? '' };
  };
  const post = async (path: string, body: Readonly<Record<string, string>>): Promise<string> => {
    const { html } = await ask(path);
    return (await ask(path, { jeton: hidden(html, 'jeton'), version: hidden(html, 'version'), ...body })).location;
  };
  const mail = `charge.${rank}@exemple.fr`;
  const twice = {
    birthName: 'Charge',
    birthNameAgain: 'Charge',
    birthDate: '30/05/1995',
    birthDateAgain: '30/05/1995',
    address: mail,
    addressAgain: mail,
    password: PASSWORD,
    passwordAgain: PASSWORD,
  };
  await post('/compte/creer', { civility: 'MME', firstNames: 'Zoé', birthCountry: 'FR', ...twice });
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query('select body from mail where recipient = $1', [mail]);
  await client.end();
  const link = new URL(/https?:\S+/.exec(String(rows[0]?.body))?.[0] ?? '');
  const { html } = await ask(link.pathname + link.search);
  await ask('/compte/activer', {
    jeton: hidden(html, 'jeton'),
    [hiddenName(html, link.searchParams.get('jeton') ?? '')]: link.searchParams.get('jeton') ?? '',
  });
  await post('/connexion', { address: mail, password: PASSWORD });
  const offer = await ask('/candidatures/nouvelle');
  const begun = await ask('/candidatures/nouvelle', { jeton: hidden(offer.html, 'jeton'), session: 'bp-demo' });
  const draft = begun.location.replace('/identification', '');
  for (const [step, answers] of Object.entries(STEPS)) await post(`${draft}/${step}`, answers);
  const shown = await ask(`${draft}/identification`);
  return {
    cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
    draft,
    token: hidden(shown.html, 'jeton'),
  };
}

export const STEPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  identification: {
    postcode: '63000',
    city: 'Clermont-Ferrand',
    address: '3 rue des Puys',
    phone: '0612345678',
    frenchNational: 'oui',
    category: '5',
  },
  informations: {
    category: 'distance-learner',
    distanceBody: 'CNED',
    trainingHours: '480',
    diploma: 'none',
    employer1: 'Salon',
    job1: 'Coiffeuse',
    from1: '01/09/2012',
    handicap: 'non',
  },
  qualification: { speciality: '45033608', form: 'GLOBAL', formFinal: 'oui' },
  acquis: Object.fromEntries(
    ['U10', 'U20', 'E3-option', 'U41', 'U42', 'U51', 'U52', 'U60'].map((slot) => [`choice-${slot}`, 'sit']),
  ),
  epreuves: { 'option-E3-option': 'U30A' },
};

function hidden(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}

/** The hidden field that carries a value, whatever its name. */
function hiddenName(html: string, value: string): string {
  return new RegExp(`name="([^"]+)" value="${value}"`).exec(html)?.[1] ?? 'lien';
}
