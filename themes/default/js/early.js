// @ts-check
// What a portal needs first, asked for while its other scripts are still on their way: the page starts this one before
// them, and it needs none of them.

/**
 * @typedef {{answer: Promise<Response>, silence: AbortController}} Coming  what ends the waiting for it
 */

/** By path: each is for whoever reads that file first. @type {Map<string, Coming>} */
const coming = new Map();

ask('access.json');
const manifest = kept();
if (manifest) ask(`m/${manifest}`);

/** What was asked for, if nobody has had it. @param {string} path */
export function early(path) {
  const one = coming.get(path);
  coming.delete(path);
  return one;
}

/** Notes which manifest this tab reads, so that a reload asks for it at once. @param {string} name of a public file */
export function expect(name) {
  try {
    sessionStorage.setItem(place(), name);
  } catch {} // storage is switched off: a reload takes its time
}

/** This tab reads nothing any more: what is on its way would be old when somebody wants it. */
export function forget() {
  coming.clear();
  try {
    sessionStorage.removeItem(place());
  } catch {}
}

function kept() {
  try {
    return sessionStorage.getItem(place());
  } catch {
    return null;
  }
}

/** Portals of one host keep apart. */
function place() {
  return `vestibule/manifest${location.pathname}`;
}

/** @param {string} path */
function ask(path) {
  const silence = new AbortController();
  const answer = fetch(path, { cache: 'no-cache', signal: silence.signal });
  answer.catch(() => {});
  coming.set(path, { answer, silence });
}
