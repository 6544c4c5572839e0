// @ts-check
// Today's place on a timeline. The picture is made in the build, which knows no day: here come the line of today, what is
// under way, and how far it is.

/** The widths in rem from which labels may be shown, as in `timeline.css`. */
const WIDTHS = [12, 14, 16, 18, 20, 22, 24, 28, 32, 36, 40, 48, 56, 64];
/** The narrowest timeline in rem; a letter of a label at its widest; what is kept free between two labels. */
const NARROWEST = 10;
const LETTER = 0.62;
const GAP = 0.15;

/** A place on the scale in per cent, two digits behind the point. @param {number} passed days since the first @param {number} days on the scale */
export const place = (passed, days) => Math.round((passed * 10_000) / days) / 100;

/** How wide a label is at most, in rem. @param {string} text */
export const widthOf = (text) => [...text].length * LETTER;

/** On which side of its place a label stands, so that it stays inside at any width. @param {number} x in per cent @param {number} width in rem */
export function side(x, width) {
  const half = (50 * width) / NARROWEST;
  return x < half ? 'start' : x > 100 - half ? 'end' : 'middle';
}

/**
 * The class of the narrowest timeline in which two labels do not touch: `''` for any, none where they always do.
 * @param {number} apart the distance of their places in per cent @param {number} needed in rem
 * @returns {string | undefined}
 */
export function fits(apart, needed) {
  const width = (needed + GAP) * 100 / apart;
  if (needed + GAP <= 0 || width <= NARROWEST) return '';
  const enough = WIDTHS.find((one) => width <= one);
  return enough === undefined ? undefined : `fits-${enough}`;
}

/**
 * Brings every timeline up to today.
 * @param {ParentNode} root @param {(date?: string) => number} until how many days from today a day is
 */
export function drawToday(root, until) {
  for (const one of root.querySelectorAll('[data-timeline]')) {
    if (!(one instanceof HTMLElement)) continue;
    const days = Number(one.dataset.days);
    const x = place(-until(one.dataset.timeline), days);
    standAt(one, x, x >= 0 && x <= 100);
    const underWay = [...one.querySelectorAll('[data-begins]')].filter((bar) => fill(bar, x, until));
    // How the project is doing is said of no phase in particular: only where one alone is under way it can be meant.
    const { health } = one.dataset;
    for (const bar of one.querySelectorAll('[data-begins]')) {
      const meant = !!health && underWay.length === 1 && bar === underWay[0];
      if (health) bar.classList.toggle(`is-${health}`, meant);
      const phase = bar.closest('[data-phase]')?.getAttribute('data-phase');
      for (const word of root.querySelectorAll('span[data-health]')) if (word instanceof HTMLElement && word.dataset.health === phase) word.hidden = !meant;
    }
  }
}

/** The line, and the word above it. @param {Element} timeline @param {number} x @param {boolean} inside */
function standAt(timeline, x, inside) {
  for (const line of timeline.querySelectorAll('[data-today="line"]')) {
    for (const end of ['x1', 'x2']) line.setAttribute(end, `${x}%`);
    show(line, inside);
  }
  for (const word of timeline.querySelectorAll('[data-today="word"]')) {
    const width = widthOf(word.textContent ?? '');
    const anchor = side(x, width);
    word.setAttribute('x', `${x}%`);
    word.setAttribute('text-anchor', anchor);
    show(word, inside);
    const left = { start: 0, middle: width / 2, end: width }[anchor];
    for (const year of word.parentNode?.querySelectorAll('[data-year]') ?? []) {
      const at = parseFloat(year.getAttribute('x') ?? '');
      // A year begins a little right of its line.
      const needed = at > x ? width - left - 0.25 : left + 0.25 + widthOf(year.textContent ?? '');
      const from = inside ? fits(Math.abs(at - x), needed) : '';
      year.setAttribute('class', from ?? '');
      show(year, from !== undefined);
    }
  }
}

/** Fills a bar up to today, and says whether its phase is under way. @param {Element} bar @param {number} x @param {(date?: string) => number} until */
function fill(bar, x, until) {
  const begun = bar.classList.contains('is-active') || until(bar.getAttribute('data-begins') ?? '') <= 0;
  const [whole, done] = bar.querySelectorAll('rect');
  const from = parseFloat(whole.getAttribute('x') ?? '');
  const width = Math.min(Math.max(x - from, 0), parseFloat(whole.getAttribute('width') ?? ''));
  done.setAttribute('width', `${Math.round(width * 100) / 100}%`);
  bar.classList.toggle('is-begun', begun);
  return begun;
}

/** SVG knows no `hidden`. @param {Element} mark @param {boolean} shown */
function show(mark, shown) {
  if (shown) mark.removeAttribute('display');
  else mark.setAttribute('display', 'none');
}
