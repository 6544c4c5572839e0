// @ts-check
// What paper needs and styles cannot do: nothing open over the text, the day in the margin of each page, and the address
// of a link written out behind it, once.

/** Makes the page ready whenever it is printed. @param {AbortSignal} signal  when the portal is locked */
export function watchPaper(signal) {
  addEventListener('beforeprint', prepare, { signal });
}

function prepare() {
  for (const one of document.querySelectorAll(':popover-open')) if (one instanceof HTMLElement) one.hidePopover();
  const day = document.querySelector('.foot-day')?.textContent?.trim().replace(/\s+/g, ' ');
  // Without boxes in the margin the day stands at the foot of the text.
  if (day && 'CSSMarginRule' in globalThis) {
    const { style } = document.documentElement;
    style.setProperty('--as-of', JSON.stringify(day));
    addEventListener('afterprint', () => style.removeProperty('--as-of'), { once: true });
  }
  spell(document.querySelectorAll('#_page a[href]'));
}

/** Marks where an address is to be written out: at the first link to it that does not say it. @param {Iterable<Element>} links */
export function spell(links) {
  const seen = new Set();
  for (const link of links) {
    const address = addressOf(link.getAttribute('href') ?? '');
    link.removeAttribute('data-spell');
    if (!address || seen.has(address) || link.closest('[hidden], .replies')) continue;
    seen.add(address);
    if (!bare(link.textContent ?? '').includes(bare(address))) link.setAttribute('data-spell', address);
  }
}

/** What one would type to get where a link leads; nothing for what is in the portal. @param {string} href */
export function addressOf(href) {
  const [, scheme, rest] = /^(https?:\/\/|mailto:|tel:)(.+)$/i.exec(href) ?? [];
  if (!scheme) return '';
  if (/^http:/i.test(scheme)) return href;
  return /^https:/i.test(scheme) ? rest.replace(/^([^/?#]+)\/$/, '$1') : rest.replace(/\?.*$/, '');
}

/** Without what only helps the eye. @param {string} text */
const bare = (text) => text.replace(/[\s()\-\u00ad]/g, '').replace(/\/$/, '').toLowerCase();
