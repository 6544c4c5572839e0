// @ts-check
// What a portal needs first, asked for while its other scripts are still on their way: the page starts this one before
// them, and it needs none of them.

/** Answers on their way, by path: each is for whoever reads that file first. @type {Map<string, Promise<Response>>} */
const coming = new Map();

/** How long a host may keep silent, in milliseconds. */
const PATIENCE = 20_000;

ask('access.json');
const manifest = kept();
if (manifest) ask(`m/${manifest}`);

/** The answer for a file, if it was asked for and nobody has had it. @param {string} path */
export function early(path) {
  const answer = coming.get(path);
  coming.delete(path);
  return answer;
}

/** Notes which manifest this tab reads, so that a reload asks for it at once; nothing any more where it is locked. @param {string} [name] of a public file */
export function expect(name) {
  try {
    if (name) sessionStorage.setItem(place(), name);
    else sessionStorage.removeItem(place());
  } catch {} // storage is switched off: a reload takes its time
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
  const answer = fetch(path, { cache: 'no-cache', signal: AbortSignal.timeout(PATIENCE) });
  answer.catch(() => {});
  coming.set(path, answer);
}
