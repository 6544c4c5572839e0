// @ts-check
// Pictures and files of a page: opened on demand, kept as blob: addresses until the page goes.

/** @typedef {import('./store.js').Portal} Portal */

/** What a browser may show by itself. HTML and everything that can hold a script is only ever saved; SVG is shown in <img> alone. */
const SHOWN = /^(image\/(png|jpeg|gif|webp|avif|bmp)|application\/pdf|(audio|video)\/[\w.+-]+|text\/plain)$/;

export class Assets {
  #portal;
  #onTrouble;
  /** @type {Map<string, Promise<string>>} */
  #addresses = new Map();
  #ended = false;

  /** @param {Portal} portal @param {(error: unknown) => void} onTrouble */
  constructor(portal, onTrouble) {
    this.#portal = portal;
    this.#onTrouble = onTrouble;
  }

  /** Gives the pictures in `root` their addresses. @param {ParentNode} root */
  fill(root) {
    for (const image of root.querySelectorAll('img')) {
      if (!image.dataset.asset) continue;
      this.#address(nameOf(image), true).then(
        (address) => { if (image.isConnected) image.src = address; },
        () => image.classList.add('unread'),
      );
    }
  }

  /** Shows or saves the file of a link. @param {HTMLElement} link */
  async open(link) {
    const name = nameOf(link);
    // The tab is opened while the click still counts as one; browsers refuse it later.
    const tab = SHOWN.test(this.#type(name)) ? window.open('', '_blank') : null;
    if (tab) tab.opener = null;
    link.setAttribute('aria-busy', 'true');
    try {
      const address = await this.#address(name, false);
      if (this.#ended) tab?.close();
      else if (tab) tab.location.replace(address);
      else save(address, name);
    } catch (error) {
      tab?.close();
      this.#onTrouble(error);
    } finally {
      link.removeAttribute('aria-busy');
    }
  }

  /** The portal was locked: what is still on its way is not shown. */
  end() {
    this.#ended = true;
    this.release();
  }

  /** Takes every address back; the page is going. */
  release() {
    // A browser complains of an address that it was still reading from.
    for (const image of document.querySelectorAll('img')) if (image.dataset.asset && !image.complete) image.removeAttribute('src');
    for (const address of this.#addresses.values()) address.then(URL.revokeObjectURL, () => {});
    this.#addresses.clear();
  }

  /** @param {string} name */
  #type(name) {
    return this.#portal.manifest.assets.get(name)?.type.split(';')[0].toLowerCase() ?? '';
  }

  /** @param {string} name @param {boolean} inImage @returns {Promise<string>} */
  #address(name, inImage) {
    const type = this.#type(name);
    const shown = SHOWN.test(type) || (inImage && type === 'image/svg+xml');
    const key = `${shown} ${name}`;
    const known = this.#addresses.get(key);
    if (known) return known;
    const options = { type: !shown ? 'application/octet-stream' : type === 'text/plain' ? 'text/plain;charset=utf-8' : type };
    const address = this.#portal.asset(name).then((parts) => URL.createObjectURL(new Blob(parts, options)));
    this.#addresses.set(key, address);
    address.catch(() => this.#addresses.delete(key));
    return address;
  }
}

/** @param {Element} element */
const nameOf = (element) => element.getAttribute('data-asset') ?? '';

/** @param {string} address @param {string} name */
function save(address, name) {
  const link = document.createElement('a');
  link.href = address;
  link.download = name.slice(name.lastIndexOf('/') + 1);
  link.click();
}
