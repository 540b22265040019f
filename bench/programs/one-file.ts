// node one-file.js FILE LANGUAGE: finds the references in one text, whatever its size, and prints the time in ms and their number.
import { readFileSync } from 'node:fs';
import { findReferences } from '../../src/core/find/find';
import type { Language } from '../../src/core/find/reference';

const [file = '', language = ''] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const started = performance.now();
const found = findReferences(text, language as Language);
console.log(JSON.stringify({ ms: performance.now() - started, references: found.length }));
