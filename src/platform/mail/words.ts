/**
 * The same words for a mail and for a letter. What only holds for who reads our pages (a link, « cliquez sur… ») is marked where it is
 * written; the outbox takes the marks away, or what stands between them.
 */
const [FROM, TO] = ['\ue000', '\ue001'] as const;
const MARKED = /\ue000[^\ue001]*\ue001/g;
const MARKS = /[\ue000\ue001]/g;
const LINK = /^https?:\/\/\S+$/;

/** What a mail says, before it is anybody's. */
export type MailWords = { readonly subject: string; readonly body: string };

/** Words that no letter says. */
export function onLine(words: string): string {
  return `${FROM}${words}${TO}`;
}

export function inMail(text: string): string {
  return text.replace(MARKS, '');
}

/** The same words for who reads no page of ours: what is marked is gone. */
export function offLine(text: string): string {
  return text.replace(MARKED, '').replace(MARKS, '');
}

/**
 * Without what is marked, and without the lines that are only a link. `behind`: what the link leads to, which stands in its place; nothing
 * of it is taken away.
 */
export function inLetter(text: string, behind = ''): string {
  const paragraphs = offLine(text).split(/\n{2,}/);
  const place = paragraphs.findIndex((paragraph) => LINK.test(paragraph.trim()));
  return paragraphs
    .map(withoutLinks)
    .toSpliced(place === -1 ? paragraphs.length : place, 0, behind.replace(MARKS, ''))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function withoutLinks(paragraph: string): string {
  return paragraph
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .filter((line) => line !== '' && line !== '-' && !LINK.test(line))
    .join('\n');
}

/** What can only be done, or seen, with a screen or a mail box, whoever says it. */
const ON_LINE =
  /\bmails?\b|en ligne|«\s(?:Mes|Mon|Mot de passe|J'ai fourni)|\b(?:votre|mon) espace\b|\b[Cc]liquez\b|\b[Cc]onnectez/;
/** What our templates call so: a page of ours, and what is found there. */
const ONLY_ON_LINE = new RegExp(
  `${ON_LINE.source}|\\bvos (?:justificatifs|documents)\\b|\\b(?:cette|sa|la) page\\b|\\{link\\}`,
);
/** What is only done with a camera, a scanner or a telephone of that kind. */
const WITH_A_DEVICE =
  /https?:\S*|\S*@\S*|\bphotograph\p{L}*|\bphotos?\b|\bnuméris\p{L}*|\bfichiers?\b|téléphone mobile|\bdépos(?:ez|er)\b/u;
const NEVER_BY_POST = new RegExp(`${ON_LINE.source}|${WITH_A_DEVICE.source}`, 'giu');

/** The words that say nothing to who reads on paper, each once, as they are written. */
export function onLineWordsIn(text: string): readonly string[] {
  const found = [...text.matchAll(NEVER_BY_POST)].map(([words]) => words.replaceAll('\u00a0', ' '));
  return [...new Set(found)];
}

/** A sentence, with the spaces after it: it ends before a capital, and a no-break space ends none. */
const SENTENCES = /[^\n]+?(?:[.!?:](?:\u00a0»)?(?=\s+[A-ZÀ-Ý{«]|\s*$)|$)[ \t]*/gm;

/** Marks the sentences of a template that only hold on line: those that say so, and what announces a line that is only the link. */
export function markOnLine(template: string): string {
  const paragraphs = template.split(/\n{2,}/);
  return paragraphs
    .map((paragraph, index) => {
      if (paragraph.trim() === '{link}') return paragraph;
      const announces = paragraphs[index + 1]?.trim() === '{link}';
      const sentences = paragraph.match(SENTENCES) ?? [paragraph];
      return sentences
        .map((sentence, rank) => {
          const isLead = announces && rank === sentences.length - 1 && sentence.trimEnd().endsWith(':');
          return isLead || ONLY_ON_LINE.test(sentence) ? onLine(sentence) : sentence;
        })
        .join('');
    })
    .join('\n\n');
}
