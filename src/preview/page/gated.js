// @ts-check
// Runs in every page that is opened with a passphrase: keeps it up to date, and knows nothing else.

import { follow } from './follow.js';
import { announce } from './overlay.js';

const shell = new URL(import.meta.url).search.slice(1);

follow(shell, {
  reader: () => '',
  show: () => shell || announce('There is nothing to show yet', 'The terminal says what is wrong.'),
  lost() {},
});
