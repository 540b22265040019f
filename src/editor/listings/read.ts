// What reads listing files: loaded only where there is one.
import { utcDay } from '../../core/program/allowance';
import { bundledProgram } from '../../core/program/program';
import { parseUserListing, type ParsedListing } from '../../core/program/user-listing';

export { programWith } from '../../core/program/program';

/** Reads a listing file's text; `others` are the ids of those read before, with their files. */
export function readListing(text: string, now: Date, others: ReadonlyMap<string, string>): ParsedListing {
  return parseUserListing(text, bundledProgram(), { asOf: utcDay(now), others });
}
