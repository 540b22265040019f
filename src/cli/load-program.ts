import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { lineStarts, placeAt } from '../core/lines';
import { idsIn } from '../core/program/coverage';
import { bundledProgram, programWith, type Program } from '../core/program/program';
import type { Listing } from '../core/program/schema';
import type { ListingProblem } from '../core/program/user-listing';
import { decode } from '../workspace/decode';
import { reasonOf } from '../workspace/notes';

/** The result of loading the bundled listings and those asked for. */
export interface Loaded {
  /** Absent if a listing cannot be used. */
  readonly program?: Program;
  /** What is wrong with the listings, one line each: `my-list.json:3:5: error: "date" must be …`; warnings too. */
  readonly problems: readonly string[];
}

/**
 * Reads listing files, besides the bundled ones.
 * @param files paths as given, relative to `folder`
 * @param asOf today, `YYYY-MM-DD`, UTC
 */
export async function loadProgram(files: readonly string[], folder: string, asOf: string): Promise<Loaded> {
  if (!files.length) return { program: bundledProgram(), problems: [] };
  const { parseUserListing } = await import('../core/program/user-listing');
  const own: Listing[] = [];
  const others = new Map<string, string>();
  const lines: string[] = [];
  for (const file of files) {
    try {
      const { text } = decode(readFileSync(resolve(folder, file)));
      const { listing, problems } = parseUserListing(text, bundledProgram(), { asOf, others });
      lines.push(...problems.map((problem) => placed(file, text, problem)));
      if (!listing) continue;
      own.push(listing);
      others.set(listing.id, file);
      if (!idsIn(listing).length)
        lines.push(`${file}: warning: it names no model, so it does not count; fill in its "pools".`);
    } catch (error) {
      lines.push(`${file}: Not read: ${reasonOf(error)}.`);
    }
  }
  return { problems: lines, ...(own.length === files.length && { program: programWith(own) }) };
}

function placed(file: string, text: string, { severity, message, start }: ListingProblem): string {
  const { line, column } = placeAt(lineStarts(text), start);
  return `${file}:${line + 1}:${column + 1}: ${severity}: ${message}`;
}
