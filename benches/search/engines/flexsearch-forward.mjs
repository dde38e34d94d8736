// FlexSearch with every beginning of every word in the index: what it needs to find prefixes.
import { engine } from './flexsearch.mjs';

export const { about, express, open, load } = engine(
  'FlexSearch, forward', 'the same, with the beginnings of words', 'forward');
