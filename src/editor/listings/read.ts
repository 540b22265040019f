// What reads listing files: loaded, with zod, only where there is one.
import { utcDay } from '../../core/program/allowance';
import { bundledProgram, programWith, type Program } from '../../core/program/program';
import type { Listing } from '../../core/program/schema';
import { parseUserListing, type ParsedListing } from '../../core/program/user-listing';

/** Reads a listing file's text. */
export function readListing(text: string, now: Date): ParsedListing {
  return parseUserListing(text, bundledProgram(), { asOf: utcDay(now) });
}

/** The program with these listings, if there are any. */
export function programOfOwn(listings: readonly Listing[]): Program | undefined {
  return listings.length ? programWith(listings) : undefined;
}
