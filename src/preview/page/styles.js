// @ts-check
// Puts other styles in the place of those that the page has, without a moment in which it has none.

/** What was asked for is done one after the other. @type {Promise<unknown>} */
let turn = Promise.resolve();

/** @param {string[]} names the addresses that stand in the public page, in the order in which they stand there */
export function restyle(names) {
  turn = turn.then(() => replace(names)).catch(() => location.reload());
}

/** @param {string[]} names */
async function replace(names) {
  const links = [...document.head.querySelectorAll('link')].filter((link) => /\.(css|bin)$/.test(link.getAttribute('href') ?? ''));
  if (links.length !== names.length) throw new Error('the page has other styles');
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
  await loaded;
  return () => link.remove();
}

/** The styles of the open portal, which its script has adopted. @param {HTMLLinkElement} link @param {string} name @returns {Promise<() => void>} */
async function portal(link, name) {
  const answer = await fetch(name);
  if (!answer.ok || !answer.body) throw new Error(`${name} cannot be read`);
  const text = await new Response(answer.body.pipeThrough(new DecompressionStream('gzip'))).text();
  return () => {
    const [adopted] = document.adoptedStyleSheets;
    // Whoever is at the gate still has the old ones on their way.
    if (!adopted) return location.reload();
    adopted.replaceSync(text);
    // Nothing is to be fetched ahead any more.
    link.rel = '';
    link.setAttribute('href', name);
  };
}

/** @param {HTMLLinkElement} link @param {string} name @returns {Promise<() => void>} */
const address = async (link, name) => () => link.setAttribute('href', name);
