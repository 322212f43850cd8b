import { camera } from './camera/camera.ts';

/** Improves `/verifier`: the camera reads the square code and asks the page for it. Without a camera nothing is offered. */
const WORDS = {
  start: "Viser le code carré avec l'appareil photo",
  stop: "Arrêter l'appareil photo",
  aim: "Visez le code carré, en bas d'une page. L'image ne quitte pas votre appareil.",
  refused:
    "L'appareil photo n'est pas permis à cette page. Permettez-le dans les réglages du navigateur, ou tapez le code de vérification.",
  missing: "Cet appareil n'a pas d'appareil photo libre. Tapez le code de vérification.",
  other: "Ce code carré n'est pas celui d'un document délivré ici. Visez celui du bas de la page.",
  stopped:
    "Aucun code carré n'a été lu en une minute. Réessayez avec plus de lumière, ou tapez le code de vérification.",
} as const;

const form = document.querySelector<HTMLFormElement>('form[action="/verifier"]');
// Only in a safe context is there anything to ask.
if (form !== null && navigator.mediaDevices !== undefined)
  form.before(camera(WORDS, signsIn, (signs) => location.assign(`/verifier?code=${signs}`)).box);

/** The signs of one of our addresses (docs/verification.md). */
function signsIn(text: string): string | null {
  return /\/V\/([0-9A-Z]{100,300})$/i.exec(text.trim())?.[1] ?? null;
}
