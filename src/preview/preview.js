// @ts-check
// Runs in every page of the preview, before the portal's own script: brings the key, keeps the page up to date, and shows
// over it what is wrong with the content.

/**
 * @typedef {{message: string, file: string, line: number, excerpt: string | null, help: string | null}} Problem
 * @typedef {{run: string, generation: number, shell: string | null, audience: string | null, problems: Problem[]}} State  of the portal, at one moment
 */

const address = location.pathname.split('/')[1];
/** The public page that this is, as it was when it was fetched. */
const shell = new URL(import.meta.url).search.slice(1);

/** @type {EventSource | undefined} */
let events;
/** The run of the preview that this page belongs to, and as whom the portal is read. @type {string | undefined} */
let whose;
/** @type {HTMLElement | undefined} */
let overlay;

Object.assign(globalThis, {
  vestibulePreview: async () => (await fetch(`/_preview/key/${address}`, { cache: 'no-store' })).json(),
});
document.addEventListener('visibilitychange', listen);
listen();

/** A page in the background hears nothing: browsers keep few connections to one server. */
function listen() {
  if (document.hidden) {
    events?.close();
    events = undefined;
  } else if (!events) {
    events = new EventSource(`/_preview/events/${address}`);
    // The first one says how things stand now: nothing that happened before it is missed.
    events.addEventListener('message', ({ data }) => bring(JSON.parse(data)));
  }
}

/** Brings the page to a state. @param {State} state */
function bring(state) {
  const now = `${state.run} ${state.audience}`;
  const isOther = (whose ?? now) !== now || (state.shell ?? '') !== shell;
  whose = now;
  if (isOther) return location.reload();
  show(state.problems);
  dispatchEvent(new Event('vestibule:renew'));
}

/** @param {Problem[]} problems */
function show(problems) {
  overlay?.remove();
  overlay = undefined;
  if (!problems.length) return;
  overlay = document.createElement('aside');
  overlay.setAttribute('role', 'alert');
  const root = overlay.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const title = problems.length === 1 ? 'One thing is wrong' : `${problems.length} things are wrong`;
  const rest = shell ? 'What is shown is the portal as it was before.' : 'The portal is shown once it is mended.';
  root.append(element('h1', title), element('p', rest), list(problems));
  // Beside the body: the portal puts its own in the place of whatever is there.
  document.documentElement.append(overlay);
}

/** @param {Problem[]} problems */
function list(problems) {
  const all = document.createElement('ol');
  for (const { message, file, line, excerpt, help } of problems) {
    const one = document.createElement('li');
    one.append(element('p', message), element('code', line ? `${file}:${line}` : file));
    if (excerpt) one.append(element('pre', excerpt));
    if (help) one.append(element('p', help));
    all.append(one);
  }
  return all;
}

/** @param {string} name @param {string} text */
function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

const STYLE = `
  :host {
    position: fixed; inset: auto 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto; box-sizing: border-box;
    padding: 1rem; border-top: 4px solid #b3261e; background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, sans-serif;
    box-shadow: 0 -4px 24px rgb(0 0 0 / 25%);
  }
  h1 { margin: 0; font-size: 1.125rem; }
  p { margin: 0.25rem 0; }
  ol { margin: 0.75rem 0 0; padding-inline-start: 1.5rem; }
  li { margin-block-end: 0.75rem; }
  code, pre { font: 0.875rem/1.5 ui-monospace, monospace; }
  pre { margin: 0.25rem 0; padding: 0.5rem; overflow: auto; border: 1px solid GrayText; }
`;
