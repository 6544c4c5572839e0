// What the build writes as words.js: language → key → the gate's words.
export const words: Record<string, Record<string, string>>;
