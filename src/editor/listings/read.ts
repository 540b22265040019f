// What reads listing files: loaded, with zod, only where there is one.
import { utcDay } from '../../core/program/allowance';
import { bundledProgram } from '../../core/program/program';
import { parseUserListing, type ParsedListing } from '../../core/program/user-listing';

export { programWith } from '../../core/program/program';

/** Reads a listing file's text. */
export function readListing(text: string, now: Date): ParsedListing {
  return parseUserListing(text, bundledProgram(), { asOf: utcDay(now) });
}
