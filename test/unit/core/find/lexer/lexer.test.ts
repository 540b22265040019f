import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { binaryPath, binaryText } from '../../../../../scripts/generate-lexer';
import { findReferences } from '../../../../../src/core/find/find';
import { lex, Lexer, Wanted } from '../../../../../src/core/find/lexer/lexer';
import { parseModelName } from '../../../../../src/core/find/model-id';
import { bundledProgram } from '../../../../../src/core/program/program';

const lexer = new Lexer();

function mayName(text: string): boolean {
  lexer.takeString(text);
  return lexer.mayNameModel();
}

/** The literals' values and places: `line:column start-end value`. */
function literals(text: string): string[] {
  const found: string[] = [];
  lex(text, 'python', Wanted.Literals, {
    literal(literal) {
      const { start, end, line, column } = literal.position();
      found.push(`${line}:${column} ${start}-${end} ${literal.value()}`);
    },
  });
  return found;
}

/** Half of a surrogate pair stands for no character: as UTF-8 it is the replacement character. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, '\ufffd');
}

suite('The compiled lexers', () => {
  test('are what their sources compile to; after a change of these run: npm run generate', function () {
    this.timeout(120_000);
    assert.ok(readFileSync(binaryPath, 'utf8') === binaryText());
  });

  test('count places in UTF-16 units, lines that end with LF, CRLF or CR', () => {
    assert.deepEqual(literals('"a"\n"ä"\r\n"𝒳" "b"\r x = "c"\n\r\r"d"'), [
      '0:1 1-2 a',
      '1:1 5-6 ä',
      '2:1 10-16 𝒳b',
      '3:6 24-25 c',
      '6:1 30-31 d',
    ]);
  });

  test('any text: places as counting what stands before has it', () => {
    const pieces = fc.constantFrom(
      'a',
      'ä',
      '😀',
      '\n',
      '\r',
      '\r\n',
      ' ',
      '#',
      '"',
      '"b"',
      '\ud800',
      '0123456789abcdef',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (all) => {
        const text = all.join('');
        lex(text, 'python', Wanted.Literals, {
          literal(literal) {
            const { start, end, line, column } = literal.position();
            const lines = text.slice(0, start).split(/\r\n?|\n/);
            assert.deepEqual([line, column], [lines.length - 1, lines.at(-1)?.length]);
            if (!literal.isRun) assert.equal(literal.value(), wellFormed(text.slice(start, end)));
          },
        });
      }),
      { numRuns: 2_000 },
    );
  });

  test('hand over comments with their places, after the literals', () => {
    const found: string[] = [];
    const text = 'a("é") # ü\n"x" # y\n"z"';
    lex(text, 'python', Wanted.Comments, {
      literal: (literal) => void found.push(literal.value()),
      comment: (start, end) => void found.push(text.slice(start, end)),
    });
    assert.deepEqual(found, ['é', 'x', 'z', '# ü', '# y']);
    found.length = 0;
    const run = 'f("a" # one # more\r\n  "b" # two\n)';
    lex(run, 'python', Wanted.Comments, { comment: (start, end) => void found.push(run.slice(start, end)) });
    assert.deepEqual(found, ['# one # more', '# two']);
  });

  test('know how deep brackets nest', () => {
    assert.equal(lex('[[(', 'python', Wanted.Literals, {}).mostOpen, 3);
    assert.equal(lex('[[]]()', 'python', Wanted.Literals, {}).mostOpen, 2);
    assert.equal(lex('', 'python', Wanted.Literals, {}).mostOpen, 0);
  });

  test('count what nests deeper than they describe, read on behind it, and forget it with its text', () => {
    for (const depth of [19_999, 20_000, 30_000]) {
      assert.equal(lex('['.repeat(depth), 'python', Wanted.Literals, {}).mostOpen, Math.min(depth, 20_000));
      const inside = `g(${'('.repeat(depth - 1)}f(model="gpt-4o")${')'.repeat(depth - 1)}, model="gpt-4o")`;
      const found = findReferences(`f(a(1), model="gpt-4o")\n${inside}\nf(a(1), model="gpt-4o")\n`, 'python');
      assert.deepEqual(
        found.map(({ callee }) => callee),
        ['f', depth < 20_000 ? 'f' : undefined, 'g', 'f'],
      );
    }
  });

  test('close no more than is open', () => {
    for (const language of ['python', 'typescript'] as const) {
      const found = findReferences(`${')]}'.repeat(1_000)};\nf(a(1), model("gpt-4o"), "gpt-4o")`, language);
      assert.deepEqual(
        found.map(({ callee }) => callee),
        ['model', 'f'],
      );
    }
  });

  test('read one text after the other, long or short, in whatever letters', () => {
    for (const letters of ['x', 'é', '𝒳']) {
      for (const length of [1, 70_000, 3_000_000, 10]) {
        const text = `${letters.repeat(length)} "gpt-4o"`;
        assert.deepEqual(literals(text), [`0:${text.length - 7} ${text.length - 7}-${text.length - 1} gpt-4o`]);
      }
    }
  });

  test('keep no large memory, whether its text is read or turned away', () => {
    const large = ' '.repeat(20 << 20);
    const kept = new Lexer();
    kept.takeString(large);
    kept.release();
    assert.ok(kept.room(1).buffer.byteLength < 1 << 20);
    kept.takeString(large);
    kept.read('python', Wanted.Models, {});
    assert.ok(kept.room(1).buffer.byteLength < 1 << 20);

    const released: Lexer[] = [];
    const prototype: { release: (this: Lexer) => void } = Lexer.prototype;
    const { release } = prototype;
    prototype.release = function () {
      released.push(this);
    };
    try {
      assert.deepEqual(findReferences('x = 1', 'python'), []);
    } finally {
      prototype.release = release;
    }
    assert.equal(released.length, 1);
  });

  test('what an earlier text left behind is not read', () => {
    assert.equal(mayName('x'.repeat(100) + '"gpt-4o"'), true);
    assert.equal(mayName('x'.repeat(100) + '"gpt'), false);
    assert.deepEqual(literals('"gpt-4o"\n"""'), ['0:1 1-7 gpt-4o']);
    // An unclosed template, a pattern that ends nowhere, type arguments; an f-string's end.
    const script = (text: string): number => {
      let count = 0;
      lex(text, 'typescript', Wanted.Literals, { literal: () => void count++ });
      return count;
    };
    assert.equal(script(`${' '.repeat(20)}\``), 0);
    assert.equal(script(`${' '.repeat(40)}\`a "b" \``), 1);
    assert.equal(script(`= /${'x'.repeat(200)}`), 0);
    assert.equal(script('a = /"/.test("b")'), 1);
    assert.deepEqual(literals('f"{a}"'), []);
    assert.deepEqual(literals('"gpt-4o"'), ['0:1 1-7 gpt-4o']);
  });
});

suite('The quick look', () => {
  const ids = [
    ...bundledProgram().models.keys(),
    'ft:gpt-4o-2024-08-06:org::id',
    'ft:own:a::b',
    'curie:ft-acme-2021',
    'gpt-35-turbo',
    'text-cushman-001',
    'gpt-5-search-api',
  ].filter((id) => parseModelName(id));

  test('lets every known id through, in all quotes, behind prefixes, wherever it stands', () => {
    assert.ok(ids.length > 50);
    ids.forEach((id, index) => {
      for (const quote of ['"', "'", '`']) {
        for (const prefix of ['', 'openai/', 'azure:', 'openrouter/openai/']) {
          const text = `${' '.repeat(index % 17)}model=${quote}${prefix}${id}${quote}`;
          assert.ok(mayName(text), text);
          assert.ok(mayName(`${text}${'x'.repeat(index % 19)}`), text);
        }
        assert.ok(mayName(`${quote}${id}${quote}`), id);
      }
    });
  });

  test('lets through what somebody is typing, and a notebook’s escaped quotes', () => {
    for (const code of [
      '"gpt-"',
      '"gpt-0',
      '"gpt-9',
      '"gpt-a',
      '"gpt-z',
      '["ask(\\"o1\\")"]',
      '["ask(\\"davinci\\")"]',
    ])
      assert.equal(mayName(code), true, code);
  });

  test('turns ordinary code away', () => {
    const all = [
      '',
      '-',
      'const o1 = a - b; // see the gpt docs, "o2", co1"',
      'const a = b - c; // well-known code-path',
      'x = "per-cent"; a--;b-=1; federation; davidson; radar',
      'x = "adapt", "curiest", "davinciest", "babbages", "o12", "abc", "cross", "default", "foo1-bar", "a1-b"',
      'y = "text-align", "next-search-1", "mode-davinci-x"; z = `gpt-${x}`, "gpt-%s", "gpt-{x}", "gpt-A"',
      readFileSync('esbuild.js', 'utf8'),
    ];
    for (const code of all) assert.equal(mayName(code), false, code.slice(0, 80));
  });

  test('never turns away a text in which all literals would show a model', () => {
    const pieces = fc.constantFrom(
      '"',
      "'",
      '`',
      'gpt-4o',
      'o1',
      'o3-mini',
      'ada',
      '-',
      '/',
      ':',
      'ft:',
      'model=',
      ' ',
    );
    const texts = fc
      .array(fc.oneof(pieces, fc.constantFrom(...ids), fc.string({ maxLength: 20 })), { maxLength: 40 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const all: string[] = [];
        lex(text, 'python', Wanted.Literals, {
          literal: (literal) => void (parseModelName(literal.value()) && all.push(literal.value())),
        });
        const quick: string[] = [];
        lex(text, 'python', Wanted.Models, {
          literal: (literal) => void (parseModelName(literal.value()) && quick.push(literal.value())),
        });
        assert.deepEqual(quick, all);
        assert.ok(findReferences(text, 'python').length === 0 || mayName(text));
      }),
      { numRuns: 2_000 },
    );
  });
});
