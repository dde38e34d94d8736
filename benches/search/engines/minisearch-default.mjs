// MiniSearch as it comes.
import { engine } from './minisearch.mjs';

export const { about, express, open, load } = engine('MiniSearch, default', 'as it comes', false);
