import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findReferences } from '../../../../src/core/find/find';
import type { Language } from '../../../../src/core/find/reference';

const ids = fc.constantFrom(
  'gpt-4o',
  'gpt-4o-mini-2024-07-18',
  'o1',
  'azure/gpt-5',
  'ft:gpt-4o:org::id',
  'text-embedding-3-small',
);
const languages = fc.constantFrom<Language>('javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'python');

/** A statement of a generated program: its text, with the models in it in order. */
interface Statement {
  readonly text: string;
  readonly found: readonly string[];
}
const scriptStatement: fc.Arbitrary<Statement> = fc.oneof(
  ids.map((id) => ({ text: `await client.responses.create({ input: [1, /a"b/], model: "${id}" });`, found: [id] })),
  ids.map((id) => ({ text: `const model${id.length} = process.env.X ?? '${id}';`, found: [id] })),
  ids.map((id) => ({ text: `if (model === \`${id}\`) { run(a / b, "x\\"y") }`, found: [id] })),
  ids.map((id) => ({ text: `type Model = "${id}" | 'other';`, found: [id] })),
  ids.map((id) => ({ text: `log(\`model \${f({ model: "${id}" })} and ${id}\`);`, found: [id] })),
  ids.map((id) => ({ text: `// model: "${id}"`, found: [] })),
  ids.map((id) => ({ text: `/* "${id}" */`, found: [] })),
  ids.map((id) => ({ text: `say("try ${id} now");`, found: [] })),
  fc.constant({ text: 'const ok = a < b && c > d;', found: [] }),
);
const pythonStatement: fc.Arbitrary<Statement> = fc.oneof(
  ids.map((id) => ({ text: `client.create(model="${id}", stop=["\\"", '#'])`, found: [id] })),
  ids.map((id) => ({ text: `MODEL_${id.length} = os.getenv("X", '${id}')`, found: [id] })),
  ids.map((id) => ({
    text: `def ask(model: str = """${id}""") -> str:\n    """Calls ${id}."""\n    return f"{run(model='${id}')!r:>10} {{x}}"`,
    found: [id, id],
  })),
  ids.map((id) => ({ text: `# model="${id}"`, found: [] })),
  ids.map((id) => ({ text: `say(r"use ${id} \\")`, found: [] })),
  fc.constant({ text: 'ok = {"a": 1}[key] if x < y else None', found: [] }),
);

suite('find: properties', () => {
  for (const [name, statement, language, comment] of [
    ['TypeScript', scriptStatement, 'typescript', '// gpt-4o "gpt-4o"'],
    ['TSX', scriptStatement, 'typescriptreact', '/* "gpt-4o" */'],
    ['Python', pythonStatement, 'python', '# "gpt-4o"'],
  ] as const) {
    test(`${name}: found is what was written, whatever comments and blank lines stand between`, () => {
      fc.assert(
        fc.property(fc.array(statement, { maxLength: 12 }), (statements) => {
          // A certain id and a name that speaks of models stand in every program, so that `o1` always counts.
          const lines = ['model("gpt-4o")', ...statements.map((s) => s.text)];
          const expected = ['gpt-4o', ...statements.flatMap((s) => s.found)];
          const plain = findReferences(lines.join('\n'), language);
          assert.deepEqual(
            plain.map((r) => r.text),
            expected,
          );
          const spaced = findReferences(lines.join(`\n\n${comment}\n`), language);
          assert.deepEqual(
            spaced.map((r) => [r.text, r.context, r.route]),
            plain.map((r) => [r.text, r.context, r.route]),
          );
        }),
        { numRuns: 200 },
      );
    });
  }

  test('any text: no error, ranges inside the text and in order', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '"',
        "'",
        '`',
        '"""',
        "'''",
        '${',
        '{',
        '}',
        '(',
        ')',
        '[',
        ']',
        '<',
        '/>',
        '</',
        '/',
        '//',
        '/*',
        '#',
        '\\',
        '\n',
        ':',
        '=',
        ',',
        'f"',
        'lambda',
        'match x:',
        'class',
        '😀',
      ),
      ids.map((id) => `"${id}"`),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), languages, (pieces, language) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of findReferences(text, language)) {
          assert.ok(start >= last && end > start && end <= text.length);
          last = start;
        }
      }),
      { numRuns: 2000 },
    );
  });
});

suite('find: a megabyte of hostile text is read through', () => {
  const traps: readonly [name: string, language: Language, unit: string][] = [
    ['computed keys', 'typescript', '["gpt-4o"]:{'],
    ['classes of regular expressions that never close', 'javascript', '=/[gpt-4o '],
    ['brackets', 'typescript', '([{'],
    ['brackets', 'python', '([{'],
    ['elements', 'javascriptreact', '<a b="gpt-4o">'],
    ['template substitutions', 'typescript', '`${'],
    ['f-string fields', 'python', "f'{"],
    ['triple quotes that never close', 'python', '"""a\n\'\'\'b '],
    ['adjoining strings', 'python', '"gpt-4o" '],
    ['comment beginnings', 'javascript', '/ * /* '],
    ['closing brackets without opening ones', 'typescript', '{([)]'],
    ['one long word', 'python', 'gpt-4oo1'],
    ['generic callees', 'typescriptreact', 'a<b<'],
    ['strings', 'typescript', '"gpt-4o",'],
    ['type keywords', 'typescript', 'type '],
    ['match statements', 'python', 'match a\n'],
  ];
  for (const [name, language, unit] of traps) {
    // A quadratic walk through a megabyte would outlast mocha's limit by far.
    test(`${name} (${language})`, () => {
      const text = 'model("gpt-4o")\n' + unit.repeat(Math.ceil(1_000_000 / unit.length));
      const references = findReferences(text, language);
      assert.equal(references[0]?.model, 'gpt-4o');
      assert.ok(references.every(({ end }) => end <= text.length));
    });
  }

  const depth = 10_000;
  const filler = 'a b\n'.repeat(1_000_000);
  const longer: readonly [name: string, language: Language, text: string][] = [
    [
      'template substitutions that close where no backtick follows',
      'javascript',
      '`${'.repeat(depth) + '}\n'.repeat(depth) + filler,
    ],
    [
      'format specifications in each other, in a string that never closes',
      'python',
      `f'''${'{a:'.repeat(depth)}${'}'.repeat(depth)}${filler}`,
    ],
    ['match statements on one line', 'python', `${'match a;'.repeat(1_000_000)}f("gpt-4o")`],
    ['adjoining strings where comments are read', 'python', `# token-allowance: ignore\n${'"a" '.repeat(1_000_000)}`],
  ];
  for (const [name, language, text] of longer) {
    test(`${name} (${language}), of four megabytes`, function () {
      this.timeout(20_000);
      assert.equal(findReferences(`model("gpt-4o")\n${text}\nmodel("gpt-4o")`, language)[0]?.model, 'gpt-4o');
    });
  }
});
