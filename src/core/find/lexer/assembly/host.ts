// What the module's user is told, and answers while the lexer waits.

/** A whole literal: `[start, end)` between its quotes; where it is several adjoining ones, so many pieces lie in the record. */
export declare function literal(start: i32, end: i32, pieces: i32): void;

/** A comment, its marks included. */
export declare function comment(start: i32, end: i32): void;
