// @ts-check
// What is wrong, and where, as elements. What it says comes from the content: it is text, and never HTML.

/**
 * @typedef {object} Source  a file of the workspace
 * @property {string} file
 * @property {string | null} path  where it lies on this computer
 * @property {string | null} open  the address that opens it in the editor
 * @typedef {Source & {severity: string, message: string, line: number, excerpt: string | null, help: string | null}} Problem
 */

/** @param {Problem[]} problems */
export function list(problems) {
  const all = document.createElement('ol');
  for (const problem of problems) {
    const { severity, message, line, excerpt, help } = problem;
    const one = document.createElement('li');
    one.className = severity;
    one.append(element('p', message), place(problem, line));
    if (excerpt) one.append(element('pre', excerpt));
    if (help) one.append(element('p', help));
    all.append(one);
  }
  return all;
}

/** A file, with what opens it in the editor; where that has no address of its own, with what copies its path. @param {Source} source @param {number} [line] */
export function place({ file, path, open }, line) {
  const name = element('code', line ? `${file}:${line}` : file);
  if (open) {
    const link = document.createElement('a');
    link.href = open;
    link.title = 'Open in the editor';
    link.append(name);
    return link;
  }
  if (!path || !navigator.clipboard) return name;
  const button = document.createElement('button');
  button.type = 'button';
  button.title = 'Copy the path';
  button.append(name);
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(line ? `${path}:${line}` : path);
    name.textContent = 'Copied';
    setTimeout(() => (name.textContent = line ? `${file}:${line}` : file), 1_500);
  });
  return button;
}

/** @param {string} name @param {string} text */
export function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** A shadow tree of its own, that no style of the portal reaches. @param {HTMLElement} host @param {string} style */
export function shadow(host, style) {
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(COMMON + style + PAPER);
  root.adoptedStyleSheets = [sheet];
  return root;
}

const COMMON = `
  :host { color-scheme: light dark; box-sizing: border-box; overflow-wrap: anywhere; }
  * { box-sizing: inherit; }
  p { margin: 0.25rem 0; }
  ol { margin: 0.75rem 0 0; padding-inline-start: 1.5rem; }
  li { margin-block-end: 0.75rem; }
  code, pre, p { unicode-bidi: isolate; }
  code, pre { font: 0.875rem/1.5 ui-monospace, monospace; }
  pre { margin: 0.25rem 0; padding: 0.5rem; white-space: pre-wrap; border: 1px solid GrayText; }
  a { color: inherit; text-underline-offset: 0.2em; }
  button { padding: 0; border: 0; background: none; color: inherit; font: inherit; text-align: start; cursor: copy; text-decoration: underline dotted; text-underline-offset: 0.2em; }
  :focus-visible { outline: 2px solid; outline-offset: 2px; }
`;

const PAPER = '@media print { :host { display: none; } }';
