import type { Enrolment } from '../enrolment/index.ts';
import type { FactLine, Paper } from '../papers/index.ts';
import { exactInstant, plural } from '../ui/index.ts';
import { commitmentOf } from './contentHash.ts';
import type { PaperOnly } from './rules/whoSigns.ts';
import type { OnlineSignature, Recognised, SignerRole } from './signature.ts';

/** « 10 minutes » */
export function minutes(seconds: number): string {
  return plural(Math.max(1, Math.ceil(seconds / 60)), 'minute', 'minutes');
}

/** Every French sentence of this room. No-break spaces are written `\u00a0`. */
export const texts = {
  title: 'Signer ma confirmation en ligne',
  titleBoth: 'Signer ma confirmation',
  back: 'Mon inscription',
  version: (version: number): string => `Version ${version}`,
  lead: "Lisez tout. Au bas de la page, vous signez\u00a0: c'est la même confirmation que sur papier, et elle a le même effet sur votre inscription.",
  leadBoth:
    "Ou lisez tout, et signez au bas de cette page\u00a0: c'est la même confirmation, et elle a le même effet sur votre inscription.",
  toForm: "J'ai lu\u00a0: aller à la signature",
  until: (until: string, distance: string): string => `À signer ${until}, ${distance}.`,
  changing: 'Des modifications ne sont pas enregistrées',
  changingText: (version: number): string =>
    `Vous signez ici la version ${version}, la dernière enregistrée. Si vous enregistrez ensuite vos modifications, cette signature ne comptera plus.`,
  changingLink: 'Revenir à mes modifications',
  form: {
    title: 'Signer',
    agreeMissing: "Cochez la phrase que vous signez. Sans elle, rien n'est signé.",
    password: 'Votre mot de passe',
    passwordHint: "Celui de votre compte\u00a0: il dit que c'est bien vous.",
    passwordMissing: 'Indiquez votre mot de passe, ou demandez un code par mail.',
    code: 'Code reçu par mail',
    codeMissing: 'Indiquez le code à six chiffres du mail.',
    codeSent: (address: string): string =>
      `Un code est envoyé à ${address}. Il sert une fois, pendant dix minutes. S'il n'arrive pas, regardez les messages indésirables.`,
    submit: 'Signer ma confirmation',
    askCode: 'Recevoir un code par mail',
    askCodeAgain: 'Recevoir un autre code',
    noPassword: 'Mot de passe oublié\u00a0? Signez avec un code envoyé à votre adresse mail.',
    withPassword: 'Signer avec mon mot de passe',
    error: "Une erreur\u00a0? Ne signez pas\u00a0: modifiez d'abord votre inscription.",
    kept: "Nous gardons ce que vous signez, l'heure, et comment vous avez été reconnu. Vous en recevez la preuve.",
    onPaper: 'Signer sur papier',
    both: 'Imprimez votre confirmation, signez-la et déposez-la.',
  },
  due: {
    label: (name: string): string => `Faire signer ${name}, votre représentant légal`,
    refused: (name: string): string => `Parler à ${name}, qui a refusé de signer`,
    title: 'Une signature de votre représentant légal',
    mail: (name: string): string =>
      `Faire signer votre confirmation par ${name}, votre représentant légal, par le lien envoyé à son adresse`,
    otherwise:
      "Tant que cette signature manque, votre confirmation n'est pas signée, et l'inscription n'est pas validée.",
  },
  representative: {
    before: (name: string, address: string): string =>
      `Vous êtes mineur\u00a0: vous signez d'abord. Un lien part alors à ${address}, par lequel ${name} lit la confirmation et signe à son tour.`,
    sentence: (candidate: string): string =>
      `Je suis le représentant légal de ${candidate}. J'ai lu cette confirmation et je confirme son inscription.`,
    unnamed: 'la personne inscrite',
  },
  paperOnly: {
    title: 'Votre confirmation se signe sur papier',
    'no-representative':
      'Vous êtes mineur et votre inscription ne nomme pas de représentant légal. Imprimez la confirmation\u00a0: signez-la avec la personne qui vous représente, puis déposez-la.',
    'no-address':
      "Vous êtes mineur et votre inscription n'a pas l'adresse mail de votre représentant légal. Imprimez la confirmation et signez-la tous les deux, ou ajoutez cette adresse à l'étape «\u00a0Identification\u00a0».",
    'same-address':
      "Vous êtes mineur et l'adresse mail de votre représentant légal est la vôtre\u00a0: vous recevriez son code. Imprimez la confirmation et signez-la tous les deux, ou indiquez sa propre adresse à l'étape «\u00a0Identification\u00a0».",
    link: 'Imprimer et signer sur papier',
  } satisfies Readonly<Record<Exclude<PaperOnly, 'setting'> | 'title' | 'link', string>>,
  done: {
    title: 'Votre confirmation est signée',
    text: (version: number): string =>
      `La version ${version} est signée en ligne et conforme. Vous n'avez rien à imprimer ni à déposer pour elle.`,
    link: 'La confirmation signée (Mes documents)',
    give: 'Déposer mes justificatifs',
    void: 'Si vous modifiez votre inscription, il faudra signer la nouvelle version.',
    flash: 'Votre signature est enregistrée.',
    sent: 'Le lien est envoyé.',
    ended: 'Le lien est retiré.',
  },
  proof: {
    title: 'Signature en ligne',
    /** Whom, when, how they were recognised, what they signed. */
    labels: {
      candidate: ['Signée par', 'Le', 'Personne reconnue par', 'Phrase signée'],
      representative: [
        'Puis par son représentant légal',
        'Signée par lui le',
        'Représentant reconnu par',
        'Phrase du représentant',
      ],
    } satisfies Readonly<Record<SignerRole, readonly [string, string, string, string]>>,
    recognised: {
      password: (address: string): string => `le mot de passe de son compte (${address})`,
      'mail-code': (address: string): string => `un code à usage unique envoyé à ${address}`,
    } satisfies Readonly<Record<Recognised, (address: string) => string>>,
    reference: 'Confirmation signée',
    content: 'Empreinte de son contenu',
    pdf: 'Empreinte de son PDF',
    level:
      "C'est une signature électronique simple, sans certificat. L'empreinte change si un seul mot change\u00a0: elle dit ce qui a été signé.",
  },
  /** For officers: what it is worth, and on what ground. */
  office: {
    one: (name: string, when: string, how: string): string => `Signée en ligne par ${name} le ${when}, avec ${how}.`,
    hashes: (content: string, pdf: string): string => `SHA-256 du contenu ${content}, du PDF ${pdf}.`,
    level:
      "Niveau de preuve\u00a0: signature électronique simple (règlement (UE) n°\u00a0910/2014, article 25, paragraphe 1\u00a0: elle ne peut pas être écartée au seul motif qu'elle est électronique). Elle n'est pas qualifiée\u00a0: sa fiabilité n'est pas présumée (code civil, article 1367), et se prouve par ce qui est gardé ici.",
    representative:
      "L'adresse du représentant légal est celle que le candidat a déclarée\u00a0: personne ne l'a vérifiée. En cas de doute, demandez-lui.",
    partly: "La signature du représentant légal manque\u00a0: cette confirmation n'est pas encore signée.",
  },
  refusals: {
    notFound: "Cette confirmation n'existe pas, ou elle n'est pas la vôtre.",
    ended: "Cette inscription a pris fin ou n'est pas encore enregistrée\u00a0: rien n'a été signé.",
    olderVersion: (version: number): string =>
      `Vous avez modifié votre inscription depuis que cette page s'est ouverte\u00a0: rien n'a été signé. Lisez la version ${version}, ci-dessous, et signez-la.`,
    paperOnly: "Cette confirmation se signe sur papier\u00a0: rien n'a été signé en ligne.",
    inOrderAlready: "Votre confirmation est déjà conforme\u00a0: vous n'avez plus à la signer.",
    notOpenYet: (opening: string): string => `La signature ouvre le ${opening}. Rien n'a été signé.`,
    closed: (since: string): string =>
      `Le délai pour signer est clos ${since}. Rien n'a été signé. Écrivez tout de suite à votre gestionnaire.`,
    tooSlow: (closing: string): string =>
      `La demande a commencé à temps mais s'est terminée plus d'une demi-heure après la clôture (${closing}). Rien n'a été signé. Écrivez tout de suite à votre gestionnaire.`,
    candidateFirst: "Le candidat signe d'abord, son représentant légal ensuite. Rien n'a été signé.",
    codeWrong:
      "Ce code n'est pas le bon, ou il ne sert plus. Recopiez celui du dernier mail, ou demandez-en un autre. Rien n'a été signé.",
    tooManyCodes: (wait: string): string =>
      `Beaucoup de codes sont partis vers cette adresse. Le dernier sert encore dix minutes après son envoi\u00a0; un autre peut partir dans ${wait}.`,
    tooManyTries: (wait: string): string =>
      `Trop de codes faux de suite. Attendez ${wait}, puis demandez un autre code, ou signez avec votre mot de passe.`,
  },
} as const;

/** What a person ticks: the candidate, the words of the paper. */
export function sentenceOf(signer: SignerRole, paper: Paper): string {
  return signer === 'candidate'
    ? commitmentOf(paper)
    : texts.representative.sentence(paper.content.candidate ?? texts.representative.unnamed);
}

/** « un code à usage unique envoyé à camille@example.fr » */
function recognisedInWords({ recognised, address }: Pick<OnlineSignature, 'recognised' | 'address'>): string {
  return texts.proof.recognised[recognised](address);
}

/** Page and paper: who signed what, when, how they were recognised. */
export function proofLines(signatures: readonly OnlineSignature[]): readonly FactLine[] {
  const say = texts.proof;
  const [first] = signatures;
  if (first === undefined) return [];
  return [
    ...signatures.flatMap((one) => {
      const [by, at, how, sentence] = say.labels[one.signer];
      return [
        { label: by, values: [one.name] },
        { label: at, values: [exactInstant(one.signedAt)] },
        { label: how, values: [recognisedInWords(one)] },
        { label: sentence, values: [one.sentence] },
      ];
    }),
    { label: say.reference, values: [first.reference] },
    { label: say.content, values: [first.contentSha256] },
    { label: say.pdf, values: [first.pdfSha256] },
  ];
}

/** For officers: the signatures of the version that counts, and their level of proof. None of an older version, which counts no more. */
export function signedForOffice(
  { signature, version }: Pick<Enrolment, 'signature' | 'version'>,
  signatures: readonly OnlineSignature[],
): readonly string[] {
  const say = texts.office;
  const isWhole = signature?.way === 'online' && signature.version === version;
  // Units that the candidate confirmed made a version that keeps the signature of the one before.
  const last = isWhole ? signatures.at(-1)?.version : version;
  const shown = signatures.filter((one) => one.version === last);
  const [first] = shown;
  if (first === undefined) return [];
  return [
    ...shown.map((one) => say.one(one.name, exactInstant(one.signedAt), recognisedInWords(one))),
    ...(isWhole ? [say.hashes(first.contentSha256, first.pdfSha256), say.level] : [say.partly]),
    ...(shown.some(({ signer }) => signer === 'representative') ? [say.representative] : []),
  ];
}
