// @ts-check
// Puts other styles in the place of those that the page has, without a moment in which it has none.

/** The styles of the open portal, as they are now. */
let newest = '';

/** Whoever is at the gate has the old ones on their way still. */
const opening = new MutationObserver(adopt);

function adopt() {
  const [adopted] = document.adoptedStyleSheets;
  if (!adopted) return;
  opening.disconnect();
  adopted.replaceSync(newest);
}

/** What was asked for is done one after the other. @type {Promise<unknown>} */
let turn = Promise.resolve();

/** @param {string[]} names the addresses that stand in the public page, in the order in which they stand there */
export function restyle(names) {
  // What cannot be fetched stays: the preview is gone, or has something newer, and tells that.
  turn = turn.then(() => replace(names)).catch(() => {});
}

/** What was told first: what the page was served with. @type {string[] | undefined} */
let first;

/** @param {string[]} names */
async function replace(names) {
  first ??= names;
  const links = [...document.head.querySelectorAll('link')].filter((link) => /\.(css|bin)$/.test(link.getAttribute('href') ?? ''));
  // A theme that names its styles in a way of its own: whatever changes of them comes with the whole page.
  if (links.length !== names.length) return void (String(names) === String(first) || location.reload());
  const changed = links.map((link, at) => /** @type {const} */ ([link, names[at]])).filter(([link, name]) => link.getAttribute('href') !== name);
  // All are there before one is taken away.
  const swaps = await Promise.all(changed.map(([link, name]) => (link.relList.contains('stylesheet') ? sheet(link, name) : 'styles' in link.dataset ? portal(link, name) : address(link, name))));
  for (const swap of swaps) swap();
}

/** @param {HTMLLinkElement} link @param {string} name @returns {Promise<() => void>} what takes the old one away */
async function sheet(link, name) {
  const newer = /** @type {HTMLLinkElement} */ (link.cloneNode());
  newer.setAttribute('href', name);
  const loaded = new Promise((resolve, reject) => {
    newer.addEventListener('load', resolve);
    newer.addEventListener('error', reject);
  });
  link.after(newer);
  await loaded.catch((error) => {
    newer.remove();
    throw error;
  });
  return () => link.remove();
}

/** The styles of the open portal, which its script has adopted. @param {HTMLLinkElement} link @param {string} name @returns {Promise<() => void>} */
async function portal(link, name) {
  const answer = await fetch(name);
  if (!answer.ok || !answer.body) throw new Error(`${name} cannot be read`);
  const text = await new Response(answer.body.pipeThrough(new DecompressionStream('gzip'))).text();
  return () => {
    newest = text;
    opening.observe(document.documentElement, { subtree: true, childList: true });
    adopt();
    // Nothing is to be fetched ahead any more.
    link.rel = '';
    link.setAttribute('href', name);
  };
}

/** @param {HTMLLinkElement} link @param {string} name @returns {Promise<() => void>} */
const address = async (link, name) => () => link.setAttribute('href', name);
