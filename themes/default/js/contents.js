// @ts-check
// The contents of a long page: the section that is being read is marked in them.

/** How much of the window, from its top, a heading must have reached for its section to be the one that is read. */
const READ = 0.3;

/** Marks the section that is read as long as the page is shown. @param {Element} page @returns {() => void} what ends it */
export function markPlace(page) {
  /** @type {Map<string, Element[]>} */
  const links = new Map();
  for (const link of page.querySelectorAll('.toc a')) {
    const [, , id = ''] = (link.getAttribute('href') ?? '').split('#').map(decodeURIComponent);
    links.set(id, [...(links.get(id) ?? []), link]);
  }
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter((one) => one !== null);
  if (!headings.length) return () => {};
  /** @type {string | undefined} */
  let marked;
  const mark = () => {
    const { length } = headings.filter((one) => one.getBoundingClientRect().top <= innerHeight * READ);
    // The last sections may be too short to come so far up.
    const ended = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 1;
    const id = headings[ended ? headings.length - 1 : length - 1]?.id;
    if (id === marked) return;
    for (const link of links.get(marked ?? '') ?? []) link.removeAttribute('aria-current');
    for (const link of links.get(id ?? '') ?? []) link.setAttribute('aria-current', 'location');
    marked = id;
  };
  // All that is further up counts, so that no leap goes unseen.
  const watch = new IntersectionObserver(mark, { rootMargin: `1000000px 0px -${100 - READ * 100}%` });
  const end = new IntersectionObserver(mark, { threshold: [0, 0.5, 0.9, 1] });
  headings.forEach((one) => watch.observe(one));
  const foot = document.querySelector('.foot');
  if (foot) end.observe(foot);
  return () => {
    watch.disconnect();
    end.disconnect();
  };
}
