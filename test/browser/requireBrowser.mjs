import { findBrowser } from './findBrowser.mjs';

/** Before any browser test: a missing browser fails the run in one line, and is never a skip. */
export default function setup() {
  findBrowser();
}
