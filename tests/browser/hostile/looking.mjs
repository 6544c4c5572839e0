// @ts-nocheck
// Looks at pages from inside. `install` runs in the page before its own scripts; it must not refer to anything out here.

/** Puts `canary` and `look` into the page. */
export function install() {
  // Whatever is executed says so; the reader of the test complains of every error in the console.
  globalThis.canary = () => console.error('a value was executed');

  /** Elements that Markdown and the templates make, and the attributes each may have beside those of all. */
  const KNOWN = {
    a: 'href data-asset data-covers rel target aria-current', abbr: '', address: '', article: '', aside: '', b: '', bdi: '', bdo: '', blockquote: '', br: '', button: 'type popovertarget data-action aria-expanded aria-haspopup aria-keyshortcuts',
    caption: '', cite: '', code: '', col: 'span', colgroup: 'span', dd: '', del: 'datetime', details: 'open name', dfn: '', dialog: '', div: '', dl: '', dt: '', em: '', figcaption: '', figure: '',
    footer: '', h1: '', h2: '', h3: '', h4: '', h5: '', h6: '', header: '', hr: '', i: '', img: 'data-asset alt width height src', input: 'type checked disabled aria-autocomplete aria-controls aria-expanded autocapitalize autocomplete autocorrect enterkeyhint maxlength placeholder spellcheck', ins: 'datetime', kbd: '', li: 'value', main: '', mark: '', nav: '', ol: 'start', p: '', path: 'd', pre: '',
    q: '', rp: '', rt: '', ruby: '', s: '', samp: '', section: '', small: '', span: '', strong: '', sub: '', summary: '', sup: '', svg: 'viewBox width height focusable', table: '', tbody: '', td: 'colspan rowspan', template: '', textarea: 'rows readonly', tfoot: '', th: 'colspan rowspan scope',
    thead: '', time: 'datetime', tr: '', u: '', ul: '', var: '',
  };
  /** Elements of the timeline, which are nowhere else. */
  const DRAWN = {
    defs: '', g: '', line: 'x1 x2 y1 y2 display', pattern: 'width height patternUnits patternTransform', rect: 'x y width height rx fill', text: 'x y dx text-anchor display', use: 'href x y',
  };
  const EVERYWHERE = new Set('aria-hidden aria-label aria-labelledby autofocus class dir hidden id lang popover role style tabindex title'.split(' '));
  /** What scripts and styles look for; no text may have any of it, but for files and for terms. */
  const OURS = /^data-(?!(asset|head|note|term)$)|^(popovertarget|name|autofocus|popover|aria-hidden|aria-current|style)$/;
  /** What is a text of the agency's, and not the templates' own. */
  const TEXTS = '.prose, .glossary dd, .figures:not(.pagehead > *) dd, .term-note';
  const SCHEMES = /^(https?|mailto|tel):$/;

  /** What should not be in the page. @param {ParentNode} root */
  function wrong(root) {
    const found = [];
    for (const one of root.querySelectorAll('*')) {
      const name = one.localName;
      const drawn = one instanceof SVGElement && one.closest('.timeline-shapes, .timeline-strip, .plan');
      const known = KNOWN[name] ?? (drawn ? DRAWN[name] : undefined);
      if (known === undefined || (name === 'dialog' && one.id !== '_palette') || (name === 'textarea' && !one.matches('.replies .reply-text'))) found.push(`<${name}>`);
      const inText = one.parentElement?.closest(TEXTS);
      if (one instanceof HTMLTemplateElement) found.push(...wrong(one.content));
      const isTerm = one.matches('button.term');
      for (const { name: attribute, value } of one.attributes) {
        const place = `${attribute}="${value.slice(0, 80)}" on <${name}>`;
        if (!EVERYWHERE.has(attribute) && !known?.split(' ').includes(attribute) && !/^data-/.test(attribute)) found.push(place);
        if (inText && OURS.test(attribute) && !isTerm && one.localName !== 'svg' && !(attribute === 'style' && /^aspect-ratio: [\d. /]+;$/.test(value))) found.push(`${place}, in a text`);
        if (attribute === 'id' && value.startsWith('_') && !one.matches('.term-note, template#_terms') && !(drawn && one.closest('defs')) && root.id === '_page') found.push(place);
        if (attribute === 'fill' && !/^url\(#_[a-z]+\)$/.test(value)) found.push(place);
        if (attribute === 'href' && name === 'use' && !/^#_[a-z-]+$/.test(value)) found.push(place);
        if (attribute === 'href' && name !== 'use' && !(one.hash === new URL(value, document.baseURI).hash && value.startsWith('#')) && !SCHEMES.test(one.protocol)) found.push(place);
        if (attribute === 'href' && /^https?:$/.test(one.protocol) && one.host === location.host && !value.startsWith('#')) found.push(place);
        if (attribute === 'href' && one.protocol === 'tel:' && !inText && !/^tel:\+?\d+$/.test(value)) found.push(place);
        if (attribute === 'src' && !/^(blob:|[\w.-]+\.(svg|png)$)/.test(value)) found.push(place);
      }
    }
    return found;
  }

  /** The parts of a page that depend on what a text holds; everything around them does not. */
  const OF_TEXT = '.prose, .part, .toc, .recovery, .figures, .timeline-strip svg, .replies';
  /** What differs from one moment to the next. */
  const PASSING = ['aria-disabled', 'data-state', 'style'];
  /** What a script gives to that which is too wide for its place. */
  const WIDE = ['aria-label', 'role', 'tabindex'];

  /** Where a line may break, and what is a space to some and a character that steers a terminal to others. */
  const BLANK = /[\s\x7f\x85]+/g;

  /** A page as a tree of names, attributes and texts, without what depends on what a text holds. @param {Element} element */
  function tree(element) {
    const passing = element.matches('.table, .code > pre') ? [...PASSING, ...WIDE] : PASSING;
    const kept = [...element.attributes].filter(({ name }) => !passing.includes(name) && !(element.localName === 'h1' && (name === 'id' || name === 'class')));
    const attributes = kept.map(({ name, value }) => `${name}=${value.replace(BLANK, ' ')}`.trim().replace(/^(href=tel|src=blob):.*/, '$1')).sort();
    if (element.matches('.face, .due')) return [element.localName, ...attributes];
    const children = [];
    for (const child of element.childNodes) {
      const text = child.nodeType === Node.TEXT_NODE ? child.data.replace(BLANK, ' ').trim() : '';
      if (text) children.push(text);
      else if (child.nodeType === Node.ELEMENT_NODE && !child.matches(OF_TEXT)) children.push(tree(child));
      else if (child.nodeType === Node.COMMENT_NODE) children.push('a comment');
    }
    return [element.localName, ...attributes, ...children];
  }

  /** What is wrong with all that surrounds the page. */
  function frame() {
    const found = [];
    const names = (element) => [...element.children].map((child) => child.localName + (child.id && `#${child.id}`)).join(' ');
    const expect = (what, is, should) => is === should || found.push(`${what}: ${is}`);
    expect('body', names(document.body), 'div');
    expect('portal', names(document.querySelector('body > .portal')), 'a header main#_page p#_notice template#_words footer dialog#_palette');
    for (const [id, name] of [['_page', 'MAIN'], ['_words', 'TEMPLATE'], ['_notice', 'P'], ['_places', 'NAV'], ['_palette', 'DIALOG'], ['_hits', 'DIV']]) {
      expect(id, [...document.querySelectorAll(`[id="${id}"]`)].map((one) => one.tagName).join(), name);
    }
    expect('sheet', document.querySelector('#_page').firstElementChild?.matches('.sheet'), true);
    expect('globals', ['__proto__', 'constructor', 'querySelector', 'cookie', 'adoptedStyleSheets'].filter((name) => Object.hasOwn(document, name)).join(), '');
    return found;
  }

  /** Goes through pages, and says of each what is wrong, and what it looks like. @param {string[]} paths @param {string[]} asTrees those that are to be compared */
  globalThis.look = async (paths, asTrees = []) => {
    const main = document.querySelector('#_page');
    const pages = [];
    const until = async (isSo) => {
      while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    /** Follows an address to another page. */
    const go = async (hash) => {
      const before = main.firstElementChild;
      location.hash = hash;
      await until(() => main.firstElementChild && main.firstElementChild !== before);
    };
    await go('#/nowhere');
    for (const path of paths) {
      await go(`#${path.split('/').map(encodeURIComponent).join('/')}`);
      // The notes of terms follow their page.
      await until(() => !main.querySelector('.term') || main.querySelector('.term-note'));
      // A picture whose address is taken back while it loads is an error in the console.
      await until(() => [...main.querySelectorAll('img[data-asset]')].every((one) => (one.src && one.complete) || one.matches('.unread')));
      const boxes = main.getElementsByTagName('*').length;
      pages.push({ path, wrong: [...wrong(main), ...frame()], boxes, title: document.title, tree: asTrees.includes(path) ? tree(main) : undefined });
    }
    return pages;
  };
  globalThis.lookAtGate = () => ({ tree: tree(document.querySelector('#gate')), title: document.title });
  globalThis.lookAtFrame = () => {
    const main = document.querySelector('#_page');
    const inside = [...main.childNodes];
    main.replaceChildren();
    const seen = { wrong: wrong(document.querySelector('.portal')), tree: tree(document.querySelector('.portal')) };
    main.replaceChildren(...inside);
    return seen;
  };
}
