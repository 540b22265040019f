// What the module reports; the lexer waits until the host returns.

/** A whole literal: `[start, end)` between its quotes; for several adjoining ones, their pieces are in the record. */
export declare function literal(start: i32, end: i32, pieces: i32): void;

/** A comment, its marks included. */
export declare function comment(start: i32, end: i32): void;
