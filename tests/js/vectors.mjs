// Reads the shared vectors (tests/vectors/README.md).

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { casesOf } from './opening.mjs';

export { bytesOf, compare, openAll, refusal } from './opening.mjs';

const folder = new URL('../vectors/', import.meta.url);

/** The cases of a file of vectors. */
export const cases = (file) => casesOf(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));

export const unhex = (text) => new Uint8Array(Buffer.from(text, 'hex'));
export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
