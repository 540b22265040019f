// What the host has written into the page. Imported before everything that speaks, since it sets the reader's language.
import { english } from '../../core/messages';
import { setLanguage } from '../../core/words/speaker';
import { givenId, type Given } from '../html';

const { locale, texts, known: first } = JSON.parse(document.getElementById(givenId)?.textContent ?? '') as Given;

setLanguage({ locale, translate: (message, ...args) => english(texts[message] ?? message, ...args) });

/** What the host knew when it made the page. */
export const known = first;
