// What the build writes as words.js: language → section → key → words.
export const words: Record<string, { gate: Record<string, string>; browser: Record<string, string> }>;
